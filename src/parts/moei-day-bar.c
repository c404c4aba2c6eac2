/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-day-bar.h"

#include <math.h>

#include "language/moei-format.h"
#include "language/moei-language.h"

#define MARK_HEIGHT 2

/**
 * MoeiDayBar:
 *
 * The people of a day, stacked by stage from departed at the foot to planned at
 * the top, with the day's quota as a dashed line across.
 *
 * Stages have a colour and a pattern, both from the style sheet by the classes
 * of the bar's segments, so that they can be told apart on grey paper.  What the
 * bar means is said by the column that holds it.
 */
struct _MoeiDayBar {
  GtkWidget parent_instance;

  GtkWidget *segments[5];
  int        people[5];
  GtkWidget *mark;
  GtkWidget *quota_label;
  int        quota;
  int        maximum;
};

G_DEFINE_FINAL_TYPE (MoeiDayBar, moei_day_bar, GTK_TYPE_WIDGET)

static const char *segment_classes[] = { "departed", "at-airport", "on-bus", "slot-given", "planned" };

static void
place (GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  GtkAllocation at = { x, y, width, height };

  gtk_widget_set_child_visible (child, height > 0);
  if (height > 0)
    gtk_widget_size_allocate (child, &at, -1);
}

/* The figure stands on its line; where there is no room above, below it. */
static void
place_quota (MoeiDayBar *self,
             int         width,
             int         height)
{
  int y = height - (int) round ((double) self->quota / MAX (self->maximum, 1) * height);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkRequisition label;

  gtk_widget_get_preferred_size (self->quota_label, NULL, &label);
  if (self->quota <= 0 || self->quota > self->maximum) {
    gtk_widget_set_child_visible (self->mark, FALSE);
    gtk_widget_set_child_visible (self->quota_label, FALSE);
    return;
  }
  place (self->mark, 0, MIN (MAX (y - MARK_HEIGHT / 2, 0), height - MARK_HEIGHT), width, MARK_HEIGHT);
  place (self->quota_label, rtl ? 0 : MAX (width - label.width, 0),
         y >= label.height ? y - label.height : y + MARK_HEIGHT, MIN (label.width, width), label.height);
}

static void
moei_day_bar_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  MoeiDayBar *self = MOEI_DAY_BAR (widget);
  double whole = MAX (self->maximum, 1);
  int done = 0, below = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (self->segments); i++) {
    int top;

    done += MAX (self->people[i], 0);
    top = MIN ((int) round (done / whole * height), height);
    place (self->segments[i], 0, height - top, width, top - below);
    below = top;
  }
  place_quota (self, width, height);
}

static void
moei_day_bar_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  MoeiDayBar *self = MOEI_DAY_BAR (widget);

  *minimum = *natural = 48;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (self->quota_label, orientation, -1, minimum, natural, NULL, NULL);
}

static void
moei_day_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (moei_day_bar_parent_class)->dispose (object);
}

static void
moei_day_bar_class_init (MoeiDayBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_day_bar_dispose;
  widget_class->measure = moei_day_bar_measure;
  widget_class->size_allocate = moei_day_bar_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "daybar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
add_part (MoeiDayBar *self,
          const char *css_name)
{
  GtkWidget *part = g_object_new (GTK_TYPE_BOX, "css-name", css_name,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_parent (part, GTK_WIDGET (self));
  return part;
}

static void
moei_day_bar_init (MoeiDayBar *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (gsize i = 0; i < G_N_ELEMENTS (self->segments); i++) {
    self->segments[i] = add_part (self, "segment");
    gtk_widget_add_css_class (self->segments[i], segment_classes[i]);
  }
  self->mark = add_part (self, "mark");
  self->quota_label = g_object_new (GTK_TYPE_LABEL, "css-name", "quota",
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->quota_label, GTK_WIDGET (self));
}

/* Of the plan what no stage holds yet. */
static int
get_outstanding (const MoeiDayStages *stages)
{
  int staged = MAX (stages->departed, 0) + MAX (stages->at_airport, 0) + MAX (stages->on_bus, 0) +
               MAX (stages->slot_given, 0);

  return MAX (stages->planned - staged, 0);
}

/**
 * moei_day_stages_get_top:
 * @self: a day's stages
 *
 * Returns: the people up to which the bar or its quota reaches
 */
int
moei_day_stages_get_top (const MoeiDayStages *self)
{
  int top = MAX (self->departed, 0) + MAX (self->at_airport, 0) + MAX (self->on_bus, 0) +
            MAX (self->slot_given, 0) + get_outstanding (self);

  return MAX (top, self->quota);
}

/**
 * moei_day_bar_show:
 * @self: a bar
 * @stages: the day's stages
 * @maximum: the people that its whole height stands for
 */
void
moei_day_bar_show (MoeiDayBar          *self,
                   const MoeiDayStages *stages,
                   int                  maximum)
{
  const int people[] = {
    stages->departed, stages->at_airport, stages->on_bus, stages->slot_given, get_outstanding (stages),
  };
  g_autofree char *quota = NULL;

  g_return_if_fail (MOEI_IS_DAY_BAR (self));

  if (memcmp (self->people, people, sizeof people) == 0 && self->quota == stages->quota && self->maximum == maximum)
    return;

  memcpy (self->people, people, sizeof people);
  self->quota = stages->quota;
  self->maximum = maximum;
  quota = moei_format_count (moei_language_get_current (), self->quota);
  gtk_label_set_label (GTK_LABEL (self->quota_label), quota);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
