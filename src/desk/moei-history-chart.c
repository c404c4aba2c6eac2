/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-history-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "desk/moei-history-axes.h"
#include "desk/moei-history-bar.h"
#include "operation/moei-collection.h"
#include "parts/moei-replace.h"

#define UNKNOWN_HEIGHT 8
#define LEAST_HEIGHT 2

/**
 * MoeiHistoryChart:
 *
 * Plan and actual, day after day: a bar for those who left, a dashed line for
 * the quota, and a dotted one where the rule changes.
 *
 * Tab comes to one bar and leaves the chart; the arrow keys go from day to day.
 * What the bar under the pointer, or with the focus, says is its `readout`.  A
 * day of which nobody reported anything has a hatched foot: that is not nobody.
 */
struct _MoeiHistoryChart {
  GtkWidget parent_instance;

  MoeiOperation   *operation;
  GPtrArray       *bars; /* element-type MoeiHistoryBar, by day */
  guint            first;
  char            *readout;
  guint            current;
  MoeiHistoryAxes  axes;
};

typedef enum {
  PROP_READOUT = 1,
} MoeiHistoryChartProperty;

static GParamSpec *properties[PROP_READOUT + 1];

G_DEFINE_FINAL_TYPE (MoeiHistoryChart, moei_history_chart, GTK_TYPE_WIDGET)

static void
set_readout (MoeiHistoryChart *self,
             const char       *readout)
{
  if (moei_replace_string (&self->readout, readout))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READOUT]);
}

static int
find_focus (MoeiHistoryChart *self)
{
  for (guint i = 0; i < self->bars->len; i++) {
    if (gtk_widget_is_focus (self->bars->pdata[i]))
      return (int) i;
  }
  return -1;
}

static void
read_focused (MoeiHistoryChart *self)
{
  int at = find_focus (self);

  set_readout (self, at >= 0 ? moei_history_bar_get_sentence (self->bars->pdata[at]) : NULL);
}

static void
motion_cb (MoeiHistoryChart *self,
           double            x,
           double            y)
{
  int at = moei_history_axes_find (&self->axes, x, self->bars->len);

  if (at >= 0)
    set_readout (self, moei_history_bar_get_sentence (self->bars->pdata[at]));
  else
    read_focused (self);
}

static void
focused_cb (GtkEventControllerFocus *controller,
            MoeiHistoryChart        *self)
{
  GtkWidget *bar = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  self->current = moei_history_bar_get_date (MOEI_HISTORY_BAR (bar));
  set_readout (self, moei_history_bar_get_sentence (MOEI_HISTORY_BAR (bar)));
}

static gboolean
moei_history_chart_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  MoeiHistoryChart *self = MOEI_HISTORY_CHART (widget);
  int at = find_focus (self), next;

  if (self->bars->len == 0)
    return FALSE;
  if (at < 0) {
    next = self->current >= self->first && self->current - self->first < self->bars->len
             ? (int) (self->current - self->first) : (int) self->bars->len - 1;
    return gtk_widget_grab_focus (self->bars->pdata[next]);
  }
  if (direction != GTK_DIR_LEFT && direction != GTK_DIR_RIGHT)
    return FALSE;
  next = CLAMP (at + (direction == GTK_DIR_LEFT ? -1 : 1), 0, (int) self->bars->len - 1);
  return gtk_widget_grab_focus (self->bars->pdata[next]);
}

static void
moei_history_chart_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? 150 : 240;
}

static void
moei_history_chart_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  MoeiHistoryChart *self = MOEI_HISTORY_CHART (widget);

  moei_history_axes_fit (&self->axes, widget, width, height, self->bars->len);
  for (guint i = 0; i < self->bars->len; i++) {
    int departed = moei_history_bar_get_departed (self->bars->pdata[i]);
    int bar_height = departed < 0 ? UNKNOWN_HEIGHT : departed == 0 ? LEAST_HEIGHT
                                  : MAX (LEAST_HEIGHT, (int) round (moei_history_axes_scale (&self->axes, departed)));
    GtkAllocation at = moei_history_axes_place (&self->axes, i, bar_height);

    gtk_widget_size_allocate (self->bars->pdata[i], &at, -1);
  }
}

static void
moei_history_chart_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  MoeiHistoryChart *self = MOEI_HISTORY_CHART (widget);

  if (self->operation == NULL || self->bars->len == 0)
    return;
  moei_history_axes_draw (&self->axes, widget, snapshot, self->first, self->bars->len);
  GTK_WIDGET_CLASS (moei_history_chart_parent_class)->snapshot (widget, snapshot);
  for (guint i = 0; i < self->bars->len; i++)
    moei_history_axes_draw_plan (&self->axes, widget, snapshot, i, moei_history_bar_get_quota (self->bars->pdata[i]));
  moei_history_axes_draw_rules (&self->axes, widget, snapshot, moei_operation_get_rules (self->operation),
                                self->first, self->bars->len);
}

static void
moei_history_chart_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((MoeiHistoryChartProperty) prop_id) {
  case PROP_READOUT:
    g_value_set_string (value, MOEI_HISTORY_CHART (object)->readout);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_history_chart_dispose (GObject *object)
{
  MoeiHistoryChart *self = MOEI_HISTORY_CHART (object);

  g_ptr_array_set_size (self->bars, 0);
  g_clear_object (&self->operation);

  G_OBJECT_CLASS (moei_history_chart_parent_class)->dispose (object);
}

static void
moei_history_chart_finalize (GObject *object)
{
  MoeiHistoryChart *self = MOEI_HISTORY_CHART (object);

  g_ptr_array_unref (self->bars);
  g_free (self->readout);

  G_OBJECT_CLASS (moei_history_chart_parent_class)->finalize (object);
}

static void
moei_history_chart_class_init (MoeiHistoryChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_history_chart_dispose;
  object_class->finalize = moei_history_chart_finalize;
  object_class->get_property = moei_history_chart_get_property;
  widget_class->focus = moei_history_chart_focus;
  widget_class->measure = moei_history_chart_measure;
  widget_class->size_allocate = moei_history_chart_size_allocate;
  widget_class->snapshot = moei_history_chart_snapshot;

  properties[PROP_READOUT] = g_param_spec_string ("readout", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "historychart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
moei_history_chart_init (MoeiHistoryChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (read_focused), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Plan and actual"), -1);
}

static void
add_bar (MoeiHistoryChart *self)
{
  GtkWidget *bar = g_object_new (MOEI_TYPE_HISTORY_BAR, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, 0);
  gtk_widget_add_controller (bar, focus);
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  g_ptr_array_add (self->bars, bar);
}

/**
 * moei_history_chart_show:
 * @self: a chart
 * @operation: the operation
 * @first: the first day
 * @n_days: how many days
 * @now: the instant, on the service's clock
 */
void
moei_history_chart_show (MoeiHistoryChart *self,
                         MoeiOperation    *operation,
                         guint             first,
                         guint             n_days,
                         gint64            now)
{
  int top = 0;

  g_return_if_fail (MOEI_IS_HISTORY_CHART (self));

  g_set_object (&self->operation, operation);
  self->first = first;
  if (self->bars->len > n_days)
    g_ptr_array_set_size (self->bars, n_days);
  while (self->bars->len < n_days)
    add_bar (self);
  for (guint i = 0; i < n_days; i++) {
    MoeiDayFigures figures;

    moei_day_figures_compute (&figures, operation, first + i, now, NULL);
    moei_history_bar_show (self->bars->pdata[i], &figures, operation);
    top = MAX (top, MAX (figures.stages.departed, figures.stages.quota));
  }
  moei_history_axes_set_top (&self->axes, top);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
