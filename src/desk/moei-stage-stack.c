/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-stage-stack.h"

#include <math.h>
#include <string.h>

#include "operation/moei-count.h"

/* A few people among thousands are still seen. */
#define LEAST_WIDTH 4

/**
 * MoeiStageStack:
 *
 * Where the people of a country or region are: a bar of all stages from held
 * to departed, each with its share of those whose number is said.
 *
 * A stage has a pattern or an edge of its own beside its colour.  A number
 * that is withheld has a part of a fixed width, which tells nothing of it.
 */
struct _MoeiStageStack {
  GtkWidget parent_instance;

  GtkWidget *segments[MOEI_N_STAGES];
  int        counts[MOEI_N_STAGES];
};

/* By MoeiStage: their style classes, also of the swatches of a legend */
static const char * const stage_classes[] = {
  [MOEI_STAGE_UNKNOWN] = "unknown",
  [MOEI_STAGE_HELD] = "held",
  [MOEI_STAGE_LISTED] = "listed",
  [MOEI_STAGE_SCREENED] = "screened",
  [MOEI_STAGE_EMBASSY_CONFIRMED] = "embassy-confirmed",
  [MOEI_STAGE_SLOT_GIVEN] = "slot-given",
  [MOEI_STAGE_ON_BUS] = "on-bus",
  [MOEI_STAGE_AT_AIRPORT] = "at-airport",
  [MOEI_STAGE_DEPARTED] = "departed",
};

G_DEFINE_FINAL_TYPE (MoeiStageStack, moei_stage_stack, GTK_TYPE_WIDGET)

static double
get_whole (MoeiStageStack *self)
{
  double whole = 0;

  for (int stage = MOEI_STAGE_HELD; stage < MOEI_N_STAGES; stage++)
    whole += MAX (self->counts[stage], 0);
  return whole;
}

/* What each part has for its own before the rest is shared. */
static int
get_least (int count)
{
  return count > 0 || count < MOEI_COUNT_UNKNOWN ? LEAST_WIDTH : 0;
}

static void
moei_stage_stack_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  MoeiStageStack *self = MOEI_STAGE_STACK (widget);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double whole = get_whole (self), at = 0;
  int shared = width;

  for (int stage = MOEI_STAGE_HELD; stage < MOEI_N_STAGES; stage++)
    shared -= get_least (self->counts[stage]);

  for (int stage = MOEI_STAGE_HELD; stage < MOEI_N_STAGES; stage++) {
    double share = whole > 0 ? MAX (self->counts[stage], 0) / whole * MAX (shared, 0) : 0;
    double next = at + share + get_least (self->counts[stage]);
    int start = (int) round (at), end = MIN ((int) round (next), width);
    GtkAllocation place = { from_right ? width - end : start, 0, MAX (end - start, 0), height };

    gtk_widget_set_child_visible (self->segments[stage], place.width > 0);
    if (place.width > 0)
      gtk_widget_size_allocate (self->segments[stage], &place, -1);
    at = next;
  }
}

static void
moei_stage_stack_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 96 : 14;
}

static void
moei_stage_stack_dispose (GObject *object)
{
  MoeiStageStack *self = MOEI_STAGE_STACK (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->segments); i++)
    g_clear_pointer (&self->segments[i], gtk_widget_unparent);

  G_OBJECT_CLASS (moei_stage_stack_parent_class)->dispose (object);
}

static void
moei_stage_stack_class_init (MoeiStageStackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_stage_stack_dispose;
  widget_class->measure = moei_stage_stack_measure;
  widget_class->size_allocate = moei_stage_stack_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "stagestack");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
moei_stage_stack_init (MoeiStageStack *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  for (int stage = MOEI_STAGE_HELD; stage < MOEI_N_STAGES; stage++) {
    self->segments[stage] = g_object_new (GTK_TYPE_BOX, "css-name", "segment",
                                          "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
    gtk_widget_add_css_class (self->segments[stage], stage_classes[stage]);
    gtk_widget_set_parent (self->segments[stage], GTK_WIDGET (self));
  }
}

/**
 * moei_stage_stack_new:
 *
 * Returns: (transfer floating): a bar of nobody
 */
GtkWidget *
moei_stage_stack_new (void)
{
  return g_object_new (MOEI_TYPE_STAGE_STACK, NULL);
}

/**
 * moei_stage_stack_set_counts:
 * @self: a bar
 * @counts: (array fixed-size=9): the people at each stage now, unknown, or withheld in one way or the other
 */
void
moei_stage_stack_set_counts (MoeiStageStack *self,
                             const int       counts[MOEI_N_STAGES])
{
  g_return_if_fail (MOEI_IS_STAGE_STACK (self));

  if (memcmp (self->counts, counts, sizeof self->counts) == 0)
    return;

  memcpy (self->counts, counts, sizeof self->counts);
  for (int stage = MOEI_STAGE_HELD; stage < MOEI_N_STAGES; stage++) {
    if (counts[stage] < MOEI_COUNT_UNKNOWN)
      gtk_widget_add_css_class (self->segments[stage], "withheld");
    else
      gtk_widget_remove_css_class (self->segments[stage], "withheld");
  }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * moei_stage_stack_get_class:
 * @stage: a stage
 *
 * Returns: the style class of what is drawn for it
 */
const char *
moei_stage_stack_get_class (MoeiStage stage)
{
  g_return_val_if_fail (stage < MOEI_N_STAGES, NULL);

  return stage_classes[stage];
}
