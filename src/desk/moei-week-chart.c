/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-week-chart.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-day-column.h"

#define N_WEEKDAYS 5
#define WEEKDAY_SHARE 5
#define WEEKEND_SHARE 4

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
  GtkWidget parent_instance;

  MoeiDayColumn *columns[MOEI_DAYS_OF_WEEK];
  guint          selected;
};

typedef enum {
  PROP_SELECTED = 1,
} MoeiWeekChartProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

G_DEFINE_FINAL_TYPE (MoeiWeekChart, moei_week_chart, GTK_TYPE_WIDGET)

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

/* A weekend day is somewhat narrower than a weekday. */
static int
get_share (MoeiWeekChart *self,
           int            i)
{
  if (!gtk_widget_should_layout (GTK_WIDGET (self->columns[i])))
    return 0;
  return i < N_WEEKDAYS ? WEEKDAY_SHARE : WEEKEND_SHARE;
}

static int
sum_shares (MoeiWeekChart *self,
            int            n)
{
  int sum = 0;

  for (int i = 0; i < n; i++)
    sum += get_share (self, i);
  return sum;
}

static int
get_edge (MoeiWeekChart *self,
          int            i,
          int            width)
{
  return width * sum_shares (self, i) / MAX (sum_shares (self, MOEI_DAYS_OF_WEEK), 1);
}

static void
moei_week_chart_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  MoeiWeekChart *self = MOEI_WEEK_CHART (widget);
  int shares = sum_shares (self, MOEI_DAYS_OF_WEEK);

  *minimum = *natural = 0;
  for (int i = 0; i < MOEI_DAYS_OF_WEEK; i++) {
    int least, wanted, share = get_share (self, i);
    int width = for_size < 0 ? -1 : get_edge (self, i + 1, for_size) - get_edge (self, i, for_size);

    if (share == 0)
      continue;
    gtk_widget_measure (GTK_WIDGET (self->columns[i]), orientation, orientation == GTK_ORIENTATION_VERTICAL ? width : -1,
                        &least, &wanted, NULL, NULL);
    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
      least = (least * shares + share - 1) / share;
      wanted = (wanted * shares + share - 1) / share;
    }
    *minimum = MAX (*minimum, least);
    *natural = MAX (*natural, wanted);
  }
}

/* Bars stand on one line and have one scale, however many lines the words below
 * them take. */
static void
moei_week_chart_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  MoeiWeekChart *self = MOEI_WEEK_CHART (widget);
  int words = 0;

  for (int i = 0; i < MOEI_DAYS_OF_WEEK; i++) {
    if (get_share (self, i) > 0)
      words = MAX (words, moei_day_column_measure_words (self->columns[i], get_edge (self, i + 1, width) -
                                                                             get_edge (self, i, width)));
  }
  for (int i = 0; i < MOEI_DAYS_OF_WEEK; i++) {
    GtkAllocation at = { get_edge (self, i, width), 0, get_edge (self, i + 1, width) - get_edge (self, i, width), height };

    if (get_share (self, i) == 0)
      continue;
    moei_day_column_set_words (self->columns[i], words);
    gtk_widget_size_allocate (GTK_WIDGET (self->columns[i]), &at, -1);
  }
}

static void
moei_week_chart_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (moei_week_chart_parent_class)->dispose (object);
}

static GtkSizeRequestMode
moei_week_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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

  object_class->dispose = moei_week_chart_dispose;
  object_class->get_property = moei_week_chart_get_property;
  object_class->set_property = moei_week_chart_set_property;
  widget_class->get_request_mode = moei_week_chart_get_request_mode;
  widget_class->measure = moei_week_chart_measure;
  widget_class->size_allocate = moei_week_chart_size_allocate;
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

  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), column, 0);
  gtk_widget_add_controller (column, focus);
  gtk_widget_add_controller (column, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (column, GTK_WIDGET (self));
  self->columns[i] = MOEI_DAY_COLUMN (column);
}

static void
moei_week_chart_init (MoeiWeekChart *self)
{
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
