/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-week-page.h"

#include "desk/moei-day-card.h"
#include "desk/moei-forecast-card.h"
#include "desk/moei-history-card.h"
#include "desk/moei-page.h"
#include "desk/moei-preferences.h"
#include "desk/moei-week-card.h"
#include "desk/moei-what-if-card.h"
#include "operation/moei-collection.h"
#include "operation/moei-quota-day.h"
#include "parts/moei-outlook.h"
#include "rules/moei-operating-day.h"

#define DAYS_OF_WEEK 7
#define WEEKS_AHEAD 8
#define ROOM_FOR_BOTH 730 /* pixels for a day and, below it, some rows of the forecast */

/**
 * MoeiWeekPage:
 *
 * A week day by day: plan, stages and what became of the quota; how it went so
 * far, and when everybody will be home.
 *
 * It follows the operation's week until somebody turns to another.
 */
struct _MoeiWeekPage {
  MoeiPanel parent_instance;

  MoeiOutlook     *outlook;
  MoeiPreferences *preferences; /* (nullable) */
  guint        monday;
  guint        this_monday;
  guint        today;
  guint        selected;
  gboolean     strayed; /* to another week than the operation's */
  guint        room_tick;

  GtkWidget         *week;
  GtkStack          *side;
  GtkStackPage      *forecast_page;
  GtkScrolledWindow *scroller;
};

typedef enum {
  PROP_MONDAY = 1,
  PROP_SELECTED,
  PROP_OUTLOOK,
  PROP_SIDE,
  PROP_PREFERENCES,
} MoeiWeekPageProperty;

static GParamSpec *properties[PROP_PREFERENCES + 1];

static void moei_week_page_page_init (MoeiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MoeiWeekPage, moei_week_page, MOEI_TYPE_PANEL,
                               G_IMPLEMENT_INTERFACE (MOEI_TYPE_PAGE, moei_week_page_page_init))

static guint
first_monday (MoeiWeekPage *self)
{
  MoeiCollection *calendar = moei_operation_get_calendar (moei_panel_get_operation (MOEI_PANEL (self)));
  guint first = self->this_monday;

  for (guint i = 0; i < moei_collection_size (calendar); i++) {
    guint date = moei_quota_day_get_date (moei_collection_get (calendar, i));

    if (date != MOEI_DAY_UNKNOWN && date < first)
      first = date;
  }
  return moei_operating_day_get_monday (first);
}

static void
update_actions (MoeiWeekPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean known = self->monday != MOEI_DAY_UNKNOWN;

  gtk_widget_action_set_enabled (widget, "week.previous", known && self->monday > first_monday (self));
  gtk_widget_action_set_enabled (widget, "week.next",
                                 known && self->monday < self->this_monday + WEEKS_AHEAD * DAYS_OF_WEEK);
  gtk_widget_action_set_enabled (widget, "week.this", known && self->monday != self->this_monday);
}

static void
set_selected (MoeiWeekPage *self,
              guint         date)
{
  if (self->selected == date)
    return;
  self->selected = date;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* The same weekday stays chosen; in its own week it is today. */
static void
turn_to (MoeiWeekPage *self,
         guint         monday)
{
  guint weekday = self->selected != MOEI_DAY_UNKNOWN ? self->selected - moei_operating_day_get_monday (self->selected) : 0;

  if (self->monday != monday) {
    self->monday = monday;
    self->strayed = monday != self->this_monday;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONDAY]);
    set_selected (self, monday == self->this_monday ? self->today : monday + MIN (weekday, 4));
  }
  update_actions (self);
}

/* Whoever chooses a day wants to know of it as it is. */
static void
choose (MoeiWeekPage *self,
        guint         date)
{
  set_selected (self, date);
  gtk_stack_set_visible_child_name (self->side, "live");
}

static void
moei_week_page_update (MoeiPanel *panel)
{
  MoeiWeekPage *self = MOEI_WEEK_PAGE (panel);
  guint today = moei_operation_get_operating_day (moei_panel_get_operation (panel));
  gboolean was_today = self->selected == self->today;

  self->today = today;
  self->this_monday = moei_operating_day_get_monday (today);
  if (!self->strayed && self->this_monday != self->monday)
    turn_to (self, self->this_monday);
  else if (!self->strayed && was_today)
    set_selected (self, today);
  update_actions (self);
  moei_outlook_update (self->outlook, moei_panel_get_operation (panel), moei_panel_get_now (panel));
}

static void
previous_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MoeiWeekPage *self = MOEI_WEEK_PAGE (widget);

  turn_to (self, self->monday - DAYS_OF_WEEK);
}

static void
next_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  MoeiWeekPage *self = MOEI_WEEK_PAGE (widget);

  turn_to (self, self->monday + DAYS_OF_WEEK);
}

static void
this_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  MoeiWeekPage *self = MOEI_WEEK_PAGE (widget);

  turn_to (self, self->this_monday);
}

static void
moei_week_page_show (MoeiPage   *page,
                     MoeiEntity *entity)
{
  MoeiWeekPage *self = MOEI_WEEK_PAGE (page);

  turn_to (self, moei_operating_day_get_monday (moei_quota_day_get_date (MOEI_QUOTA_DAY (entity))));
  choose (self, moei_quota_day_get_date (MOEI_QUOTA_DAY (entity)));
  gtk_widget_grab_focus (self->week);
}

/* Whether the forecast has a page of its own is found out when there is a height. */
static void
show_side (MoeiWeekPage *self,
           const char   *side)
{
  if (g_strcmp0 (side, "forecast") == 0)
    gtk_stack_page_set_visible (self->forecast_page, TRUE);
  gtk_stack_set_visible_child_name (self->side, side);
}

static void
moei_week_page_take_place (MoeiPage *page,
                           MoeiPage *former_page)
{
  MoeiWeekPage *self = MOEI_WEEK_PAGE (page), *former = MOEI_WEEK_PAGE (former_page);

  if (former->monday == MOEI_DAY_UNKNOWN || self->monday == MOEI_DAY_UNKNOWN)
    return;
  turn_to (self, former->monday);
  set_selected (self, former->selected);
  show_side (self, gtk_stack_get_visible_child_name (former->side));
}

static void
moei_week_page_page_init (MoeiPageInterface *iface)
{
  iface->show = moei_week_page_show;
  iface->take_place = moei_week_page_take_place;
}

static void
moei_week_page_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  MoeiWeekPage *self = MOEI_WEEK_PAGE (object);

  switch ((MoeiWeekPageProperty) prop_id) {
  case PROP_MONDAY:
    g_value_set_uint (value, self->monday);
    break;
  case PROP_SELECTED:
    g_value_set_uint (value, self->selected);
    break;
  case PROP_OUTLOOK:
    g_value_set_object (value, self->outlook);
    break;
  case PROP_SIDE:
    g_value_set_string (value, gtk_stack_get_visible_child_name (self->side));
    break;
  case PROP_PREFERENCES:
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_week_page_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((MoeiWeekPageProperty) prop_id) {
  case PROP_SELECTED:
    if (MOEI_WEEK_PAGE (object)->selected != g_value_get_uint (value))
      choose (MOEI_WEEK_PAGE (object), g_value_get_uint (value));
    break;
  case PROP_SIDE:
    show_side (MOEI_WEEK_PAGE (object), g_value_get_string (value));
    break;
  case PROP_PREFERENCES:
    if (g_set_object (&MOEI_WEEK_PAGE (object)->preferences, g_value_get_object (value)))
      g_object_bind_property (MOEI_WEEK_PAGE (object)->preferences, "withhold-below", MOEI_WEEK_PAGE (object)->outlook,
                              "withhold-below", G_BINDING_SYNC_CREATE);
    break;
  case PROP_MONDAY:
  case PROP_OUTLOOK:
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
side_cb (MoeiWeekPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE]);
}

static GtkAdjustment *
get_room (MoeiWeekPage *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

/* Where the day and the forecast do not stand below one another, the forecast
 * has a page of its own. */
static gboolean
room_tick_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  MoeiWeekPage *self = MOEI_WEEK_PAGE (widget);
  gboolean low = gtk_adjustment_get_page_size (get_room (self)) < ROOM_FOR_BOTH;

  self->room_tick = 0;
  gtk_stack_page_set_visible (self->forecast_page, low);
  if (!low && g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "forecast") == 0)
    gtk_stack_set_visible_child_name (self->side, "live");
  return G_SOURCE_REMOVE;
}

/* After the frame in which the height has changed.  A widget with a layout
 * manager is not told its size; an adjustment in it is. */
static void
room_changed (MoeiWeekPage *self)
{
  if (self->room_tick == 0)
    self->room_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), room_tick_cb, NULL, NULL);
}

static void
moei_week_page_dispose (GObject *object)
{
  g_clear_object (&MOEI_WEEK_PAGE (object)->outlook);
  g_clear_object (&MOEI_WEEK_PAGE (object)->preferences);

  G_OBJECT_CLASS (moei_week_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /* The first day of the week that is shown. */
  properties[PROP_MONDAY] = g_param_spec_uint ("monday", NULL, NULL, 0, G_MAXUINT, MOEI_DAY_UNKNOWN, flags);
  /* The day of which more is told. */
  properties[PROP_SELECTED] =
    g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, MOEI_DAY_UNKNOWN, flags | G_PARAM_WRITABLE);
  properties[PROP_OUTLOOK] = g_param_spec_object ("outlook", NULL, NULL, MOEI_TYPE_OUTLOOK, flags);
  /* What stands beside the week: "live", "what-if"; or "forecast", which
   * is a page of its own only where there is little room. */
  properties[PROP_SIDE] = g_param_spec_string ("side", NULL, NULL, "live", flags | G_PARAM_WRITABLE);
  properties[PROP_PREFERENCES] =
    g_param_spec_object ("preferences", NULL, NULL, MOEI_TYPE_PREFERENCES, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_week_page_class_init (MoeiWeekPageClass *klass)
{
  static const char * const beyond[] = { "calendar", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_week_page_dispose;
  object_class->get_property = moei_week_page_get_property;
  object_class->set_property = moei_week_page_set_property;
  MOEI_PANEL_CLASS (klass)->update = moei_week_page_update;
  MOEI_PANEL_CLASS (klass)->beyond = beyond;
  install_properties (object_class);

  g_type_ensure (MOEI_TYPE_DAY_CARD);
  g_type_ensure (MOEI_TYPE_FORECAST_CARD);
  g_type_ensure (MOEI_TYPE_HISTORY_CARD);
  g_type_ensure (MOEI_TYPE_WEEK_CARD);
  g_type_ensure (MOEI_TYPE_WHAT_IF_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-week-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekPage, forecast_page);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekPage, side);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekPage, week);
  gtk_widget_class_bind_template_callback (widget_class, side_cb);
  gtk_widget_class_install_action (widget_class, "week.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "week.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "week.this", NULL, this_cb);
  gtk_widget_class_set_css_name (widget_class, "weekpage");
}

/* Wherever the focus is in the window: the week turns while its page is seen. */
static gboolean
turn_by_key (GtkWidget *widget,
             GVariant  *action,
             gpointer   user_data)
{
  return gtk_widget_get_mapped (widget) &&
         gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), NULL);
}

static void
add_keys (MoeiWeekPage *self)
{
  static const struct {
    guint       key;
    const char *action;
  } keys[] = {
    { GDK_KEY_Left, "week.previous" }, { GDK_KEY_Right, "week.next" }, { GDK_KEY_Home, "week.this" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_ALT_MASK),
                                              gtk_callback_action_new (turn_by_key, NULL, NULL));

    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].action));
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
moei_week_page_init (MoeiWeekPage *self)
{
  self->outlook = moei_outlook_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (get_room (self), "notify::page-size", G_CALLBACK (room_changed), self,
                           G_CONNECT_SWAPPED);
  add_keys (self);
}
