/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "language/moei-format.h"
#include "map/moei-scale-bar.h"

#define MOST       110
#define TICK       5
#define GAP        6

/**
 * MoeiScaleBar:
 *
 * A bar of a round length: 1, 2 or 5 and zeros.
 */
struct _MoeiScaleBar {
  GtkWidget parent_instance;

  GtkWidget    *label;
  MoeiLanguage  language;
  int           most;              /* it is at most so long, in pixels */
  double        metres_per_pixel;
  double        length;            /* in metres */
};

G_DEFINE_FINAL_TYPE (MoeiScaleBar, moei_scale_bar, GTK_TYPE_WIDGET)

static int
get_bar_width (MoeiScaleBar *self)
{
  return self->metres_per_pixel > 0 ? (int) round (self->length / self->metres_per_pixel) : 0;
}

static void
update (MoeiScaleBar *self)
{
  g_autofree char *text = NULL;

  self->length = moei_scale_bar_round_length (self->most * self->metres_per_pixel);
  text = moei_format_distance (self->language, self->length);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
moei_scale_bar_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  MoeiScaleBar *self = MOEI_SCALE_BAR (widget);

  gtk_widget_measure (self->label, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = *natural + GAP + get_bar_width (self);
}

static void
moei_scale_bar_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  MoeiScaleBar *self = MOEI_SCALE_BAR (widget);
  int bar = get_bar_width (self) + GAP;
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (bar, 0));

  gtk_widget_allocate (self->label, MAX (width - bar, 0), height, -1, transform);
}

static void
moei_scale_bar_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  MoeiScaleBar *self = MOEI_SCALE_BAR (widget);
  float width = get_bar_width (self), middle = roundf (gtk_widget_get_height (widget) / 2.f);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, middle - 1, width, 2));
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, middle - TICK, 2, 2 * TICK));
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (width - 2, middle - TICK, 2, 2 * TICK));
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
moei_scale_bar_dispose (GObject *object)
{
  g_clear_pointer (&MOEI_SCALE_BAR (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (moei_scale_bar_parent_class)->dispose (object);
}

static void
moei_scale_bar_class_init (MoeiScaleBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_scale_bar_dispose;
  widget_class->measure = moei_scale_bar_measure;
  widget_class->size_allocate = moei_scale_bar_size_allocate;
  widget_class->snapshot = moei_scale_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scale-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
moei_scale_bar_init (MoeiScaleBar *self)
{
  self->most = MOST;
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * moei_scale_bar_round_length:
 * @most: a length
 *
 * Returns: the greatest length not above @most that is 1, 2 or 5 and zeros; 0
 *   if there is none
 */
double
moei_scale_bar_round_length (double most)
{
  double ten;

  if (!(most > 0))
    return 0;

  ten = pow (10, floor (log10 (most)));
  return ten * (most >= 5 * ten ? 5 : most >= 2 * ten ? 2 : 1);
}

/**
 * moei_scale_bar_set_scale:
 * @self: a scale bar
 * @metres_per_pixel: the scale of the map
 */
void
moei_scale_bar_set_scale (MoeiScaleBar *self,
                          double        metres_per_pixel)
{
  g_return_if_fail (MOEI_IS_SCALE_BAR (self));

  if (fabs (self->metres_per_pixel - metres_per_pixel) < metres_per_pixel * 1e-3)
    return;

  self->metres_per_pixel = metres_per_pixel;
  update (self);
}

/**
 * moei_scale_bar_set_most:
 * @self: a scale bar
 * @most: how long it is at most, in pixels
 */
void
moei_scale_bar_set_most (MoeiScaleBar *self,
                         int           most)
{
  g_return_if_fail (MOEI_IS_SCALE_BAR (self));

  self->most = most;
  update (self);
}

/**
 * moei_scale_bar_set_language:
 * @self: a scale bar
 * @language: the language of its words and digits
 */
void
moei_scale_bar_set_language (MoeiScaleBar *self,
                             MoeiLanguage  language)
{
  g_return_if_fail (MOEI_IS_SCALE_BAR (self));

  if (self->language == language)
    return;

  self->language = language;
  update (self);
}
