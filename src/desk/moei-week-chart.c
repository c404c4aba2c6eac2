/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-week-chart.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-day-column.h"

#define N_WEEKDAYS 5
#define WEEKDAY_SPAN 5
#define WEEKEND_SPAN 4

/**
 * MoeiWeekChart:
 *
 * The days of a week side by side.
 *
 * Tab comes to the chosen day and leaves the chart; the arrow keys go from day
 * to day, and choose.  Saturday and Sunday stand there when somebody left, or is
 * to leave, on them.
 */
struct _MoeiWeekChart {
  AdwBin parent_instance;

  GtkGrid       *grid;
  MoeiDayColumn *columns[MOEI_DAYS_OF_WEEK];
  guint          selected;
};

typedef enum {
  PROP_SELECTED = 1,
} MoeiWeekChartProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

G_DEFINE_FINAL_TYPE (MoeiWeekChart, moei_week_chart, ADW_TYPE_BIN)

static void
select_day (MoeiWeekChart *self,
            guint          date)
{
  gboolean differs = self->selected != date;

  self->selected = date;
  for (gsize i = 0; i < G_N_ELEMENTS (self->columns); i++)
    moei_day_column_set_selected (self->columns[i], date != MOEI_DAY_UNKNOWN &&
                                                      moei_day_column_get_date (self->columns[i]) == date);
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            MoeiDayColumn   *column)
{
  gtk_widget_grab_focus (GTK_WIDGET (column));
}

static void
focused_cb (GtkEventControllerFocus *controller,
            MoeiWeekChart           *self)
{
  GtkWidget *column = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  select_day (self, moei_day_column_get_date (MOEI_DAY_COLUMN (column)));
}

static int
find_focus (MoeiWeekChart *self)
{
  for (int i = 0; i < MOEI_DAYS_OF_WEEK; i++) {
    if (gtk_widget_is_focus (GTK_WIDGET (self->columns[i])))
      return i;
  }
  return -1;
}

static gboolean
enter (MoeiWeekChart *self)
{
  int first = -1;

  for (int i = MOEI_DAYS_OF_WEEK - 1; i >= 0; i--) {
    if (!gtk_widget_get_visible (GTK_WIDGET (self->columns[i])))
      continue;
    if (moei_day_column_get_date (self->columns[i]) == self->selected)
      return gtk_widget_grab_focus (GTK_WIDGET (self->columns[i]));
    first = i;
  }
  return first >= 0 && gtk_widget_grab_focus (GTK_WIDGET (self->columns[first]));
}

static gboolean
moei_week_chart_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  MoeiWeekChart *self = MOEI_WEEK_CHART (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int at = find_focus (self);
  int step;

  if (at < 0)
    return enter (self);
  if (direction != GTK_DIR_LEFT && direction != GTK_DIR_RIGHT)
    return FALSE;

  step = (direction == GTK_DIR_LEFT) == rtl ? 1 : -1;
  for (int i = at + step; i >= 0 && i < MOEI_DAYS_OF_WEEK; i += step) {
    if (gtk_widget_get_visible (GTK_WIDGET (self->columns[i])))
      return gtk_widget_grab_focus (GTK_WIDGET (self->columns[i]));
  }
  /* At the end of the week the focus stays, rather than to jump elsewhere. */
  return TRUE;
}

static gboolean
moei_week_chart_grab_focus (GtkWidget *widget)
{
  return enter (MOEI_WEEK_CHART (widget));
}

static void
moei_week_chart_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((MoeiWeekChartProperty) prop_id) {
  case PROP_SELECTED:
    g_value_set_uint (value, MOEI_WEEK_CHART (object)->selected);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_week_chart_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((MoeiWeekChartProperty) prop_id) {
  case PROP_SELECTED:
    select_day (MOEI_WEEK_CHART (object), g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_week_chart_class_init (MoeiWeekChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = moei_week_chart_get_property;
  object_class->set_property = moei_week_chart_set_property;
  widget_class->focus = moei_week_chart_focus;
  widget_class->grab_focus = moei_week_chart_grab_focus;

  /* The day of which more is told; `MOEI_DAY_UNKNOWN` for none. */
  properties[PROP_SELECTED] =
    g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, MOEI_DAY_UNKNOWN,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "weekchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_column (MoeiWeekChart *self,
            int            i)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *column = g_object_new (MOEI_TYPE_DAY_COLUMN, NULL);
  gboolean weekend = i >= N_WEEKDAYS;
  int left = weekend ? N_WEEKDAYS * WEEKDAY_SPAN + (i - N_WEEKDAYS) * WEEKEND_SPAN : i * WEEKDAY_SPAN;

  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), column, 0);
  gtk_widget_add_controller (column, focus);
  gtk_widget_add_controller (column, GTK_EVENT_CONTROLLER (click));
  gtk_grid_attach (self->grid, column, left, 0, weekend ? WEEKEND_SPAN : WEEKDAY_SPAN, 1);
  self->columns[i] = MOEI_DAY_COLUMN (column);
}

static void
moei_week_chart_init (MoeiWeekChart *self)
{
  self->grid = g_object_new (GTK_TYPE_GRID, "column-homogeneous", TRUE, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
  for (int i = 0; i < MOEI_DAYS_OF_WEEK; i++)
    add_column (self, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The days of the week"), -1);
}

/**
 * moei_week_chart_show:
 * @self: a chart
 * @figures: (array fixed-size=7): the days' figures, Monday first
 * @operation: the operation
 */
void
moei_week_chart_show (MoeiWeekChart        *self,
                      const MoeiDayFigures *figures,
                      MoeiOperation        *operation)
{
  int maximum = 0;

  g_return_if_fail (MOEI_IS_WEEK_CHART (self));

  for (int i = 0; i < MOEI_DAYS_OF_WEEK; i++)
    maximum = MAX (maximum, moei_day_stages_get_top (&figures[i].stages));
  /* Room for the quota's figure above its line. */
  maximum += maximum / 10;
  for (int i = 0; i < MOEI_DAYS_OF_WEEK; i++) {
    gtk_widget_set_visible (GTK_WIDGET (self->columns[i]), moei_day_figures_is_of_note (&figures[i]));
    moei_day_column_show (self->columns[i], &figures[i], operation, maximum);
  }
  select_day (self, self->selected);
}
