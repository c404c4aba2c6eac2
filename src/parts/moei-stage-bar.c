/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-stage-bar.h"

#include <math.h>

/**
 * MoeiStageBar:
 *
 * The people of a day along one bar: departed, at the airport, on buses and
 * with a slot, from strong to pale, against the day's quota.
 *
 * Its colours come from the style sheet by the classes of its segments; its
 * meaning stands in words beside it, never in colour alone.
 */
struct _MoeiStageBar {
  GtkWidget parent_instance;

  GtkOrientation orientation;
  GtkWidget     *segments[4];
  int            people[4];
  GtkWidget     *mark;
  int            quota;
  int            maximum;
};

typedef enum {
  PROP_ORIENTATION = 1,
} MoeiStageBarProperty;

static const char *segment_classes[] = { "departed", "at-airport", "on-bus", "slot-given" };

G_DEFINE_FINAL_TYPE_WITH_CODE (MoeiStageBar, moei_stage_bar, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ORIENTABLE, NULL))

/* Places a child along the bar, from its start (left, right in right-to-left
 * scripts, or bottom) between two fractions of its length. */
static void
allocate_between (MoeiStageBar *self,
                  GtkWidget    *child,
                  double        from,
                  double        to,
                  int           width,
                  int           height)
{
  gboolean upright = self->orientation == GTK_ORIENTATION_VERTICAL;
  int length = upright ? height : width;
  int start = (int) round (from * length);
  int end = (int) round (to * length);
  GtkAllocation at = { start, 0, MAX (end - start, 0), height };

  if (upright)
    at = (GtkAllocation) { 0, height - end, width, MAX (end - start, 0) };
  else if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    at.x = width - end;

  gtk_widget_set_child_visible (child, at.width > 0 && at.height > 0);
  if (at.width > 0 && at.height > 0)
    gtk_widget_size_allocate (child, &at, -1);
}

static void
moei_stage_bar_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  MoeiStageBar *self = MOEI_STAGE_BAR (widget);
  double whole = MAX (self->maximum, 1);
  double length = self->orientation == GTK_ORIENTATION_VERTICAL ? height : width;
  double done = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (self->segments); i++) {
    double next = MIN (done + MAX (self->people[i], 0) / whole, 1.0);

    allocate_between (self, self->segments[i], done, next, width, height);
    done = next;
  }

  if (self->quota > 0 && self->quota < self->maximum) {
    double at = self->quota / whole;
    double half = 1.0 / MAX (length, 1.0);

    allocate_between (self, self->mark, at - half, at + half, width, height);
  } else {
    gtk_widget_set_child_visible (self->mark, FALSE);
  }
}

static void
moei_stage_bar_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  MoeiStageBar *self = MOEI_STAGE_BAR (widget);

  *minimum = *natural = orientation == self->orientation ? 48 : 12;
}

static void
moei_stage_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  MoeiStageBar *self = MOEI_STAGE_BAR (object);

  switch ((MoeiStageBarProperty) prop_id) {
  case PROP_ORIENTATION:
    g_value_set_enum (value, self->orientation);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_stage_bar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  MoeiStageBar *self = MOEI_STAGE_BAR (object);

  switch ((MoeiStageBarProperty) prop_id) {
  case PROP_ORIENTATION:
    if (self->orientation == (GtkOrientation) g_value_get_enum (value))
      return;
    self->orientation = g_value_get_enum (value);
    gtk_widget_queue_resize (GTK_WIDGET (self));
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_stage_bar_dispose (GObject *object)
{
  MoeiStageBar *self = MOEI_STAGE_BAR (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->segments); i++)
    g_clear_pointer (&self->segments[i], gtk_widget_unparent);
  g_clear_pointer (&self->mark, gtk_widget_unparent);

  G_OBJECT_CLASS (moei_stage_bar_parent_class)->dispose (object);
}

static void
moei_stage_bar_class_init (MoeiStageBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_stage_bar_dispose;
  object_class->get_property = moei_stage_bar_get_property;
  object_class->set_property = moei_stage_bar_set_property;
  widget_class->measure = moei_stage_bar_measure;
  widget_class->size_allocate = moei_stage_bar_size_allocate;

  g_object_class_override_property (object_class, PROP_ORIENTATION, "orientation");

  gtk_widget_class_set_css_name (widget_class, "stagebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
make_part (MoeiStageBar *self,
           const char   *css_name,
           const char   *css_class)
{
  GtkWidget *part = g_object_new (GTK_TYPE_BOX, "css-name", css_name,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (part, css_class);
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  return part;
}

static void
moei_stage_bar_init (MoeiStageBar *self)
{
  self->orientation = GTK_ORIENTATION_HORIZONTAL;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (gsize i = 0; i < G_N_ELEMENTS (self->segments); i++)
    self->segments[i] = make_part (self, "segment", segment_classes[i]);
  self->mark = make_part (self, "mark", NULL);
}

/**
 * moei_stage_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
moei_stage_bar_new (void)
{
  return g_object_new (MOEI_TYPE_STAGE_BAR, NULL);
}

/**
 * moei_stage_bar_set_funnel:
 * @self: a bar
 * @funnel: the day's stages
 * @maximum: the people that its whole length stands for
 */
void
moei_stage_bar_set_funnel (MoeiStageBar     *self,
                           const MoeiFunnel *funnel,
                           int               maximum)
{
  const int people[] = { funnel->departed, funnel->at_airport, funnel->on_bus, funnel->slot_given };

  g_return_if_fail (MOEI_IS_STAGE_BAR (self));

  memcpy (self->people, people, sizeof people);
  self->quota = funnel->quota;
  self->maximum = maximum;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * moei_stage_bar_set_day:
 * @self: a bar
 * @stages: what is known of a day
 * @maximum: the people that its whole length stands for
 */
void
moei_stage_bar_set_day (MoeiStageBar        *self,
                        const MoeiDayStages *stages,
                        int                  maximum)
{
  const MoeiFunnel funnel = {
    .quota = stages->quota,
    .departed = stages->departed,
    .at_airport = stages->at_airport,
    .on_bus = stages->on_bus,
    .slot_given = stages->slot_given,
  };

  moei_stage_bar_set_funnel (self, &funnel, maximum);
}
