/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-flights-page.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-age-label.h"
#include "desk/moei-choice.h"
#include "desk/moei-convoy-columns.h"
#include "desk/moei-flight-columns.h"
#include "desk/moei-page.h"
#include "desk/moei-table.h"
#include "desk/moei-traffic-detail.h"
#include "desk/moei-traffic-empty.h"
#include "desk/moei-traffic-filter.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-word-types.h"
#include "parts/moei-replace.h"
#include "parts/moei-traffic.h"

/**
 * MoeiFlightsPage:
 *
 * The board of flights, and that of the convoys that serve them, by day; beside
 * it all that is known about the one that is selected.
 */
struct _MoeiFlightsPage {
  MoeiPanel parent_instance;

  MoeiTraffic       *traffic;
  MoeiTrafficFilter  filter;
  MoeiEntity        *selected;
  char              *view; /* "flights" or "convoys" */

  GtkFilterListModel *flights; /* (nullable) until there is an operation */
  GtkFilterListModel *convoys;

  GtkStack          *stack;
  MoeiChoice        *day;
  MoeiChoice        *state;
  MoeiChoice        *country;
  GtkLabel          *summary;
  MoeiTable         *flights_table;
  MoeiTable         *convoys_table;
  MoeiTrafficDetail *detail;
};

typedef enum {
  PROP_VIEW = 1,
  PROP_DAY,
  PROP_STATE,
  PROP_COUNTRY,
  PROP_SELECTED,
  PROP_PREFERENCES,
} MoeiFlightsPageProperty;

static GParamSpec *properties[PROP_PREFERENCES + 1];

static void moei_flights_page_page_init (MoeiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MoeiFlightsPage, moei_flights_page, MOEI_TYPE_PANEL,
                               G_IMPLEMENT_INTERFACE (MOEI_TYPE_PAGE, moei_flights_page_page_init))

static gboolean
shows_convoys (MoeiFlightsPage *self)
{
  return g_str_equal (self->view, "convoys");
}

static gboolean
filter_flight (gpointer item,
               gpointer user_data)
{
  MoeiFlightsPage *self = user_data;

  return moei_traffic_filter_has_flight (&self->filter, self->traffic, item);
}

static gboolean
filter_convoy (gpointer item,
               gpointer user_data)
{
  MoeiFlightsPage *self = user_data;

  return moei_traffic_filter_has_convoy (&self->filter, self->traffic, item);
}

static GtkFilterListModel *
new_model (MoeiCollection      *collection,
           GtkCustomFilterFunc  filter,
           MoeiFlightsPage     *self)
{
  return gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (collection)),
                                    GTK_FILTER (gtk_custom_filter_new (filter, self, NULL)));
}

static void
build_models (MoeiFlightsPage *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));

  self->flights = new_model (moei_operation_get_schedule (operation), filter_flight, self);
  self->convoys = new_model (moei_operation_get_movements (operation), filter_convoy, self);
  g_object_set (self->flights_table, "model", self->flights, NULL);
  g_object_set (self->convoys_table, "model", self->convoys, NULL);
}

static void
show_summary (MoeiFlightsPage *self)
{
  MoeiLanguage language = moei_language_get_current ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (shows_convoys (self) ? self->convoys : self->flights));
  g_autofree char *count = moei_format_count (language, (int) n);
  g_autofree char *text = g_strdup_printf (shows_convoys (self)
                                             ? moei_ngettext (language, "%s convoy", "%s convoys", n)
                                             : moei_ngettext (language, "%s flight", "%s flights", n), count);

  gtk_label_set_label (self->summary, text);
  if (n == 0)
    moei_traffic_empty_show (moei_table_get_empty (shows_convoys (self) ? self->convoys_table : self->flights_table),
                             &self->filter, self->traffic, shows_convoys (self));
}

static void
apply_filter (MoeiFlightsPage *self)
{
  if (self->flights == NULL)
    return;
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->flights), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->convoys), GTK_FILTER_CHANGE_DIFFERENT);
  show_summary (self);
}

static void
offer_choices (MoeiFlightsPage *self)
{
  moei_traffic_filter_offer_days (&self->filter, self->traffic, self->day);
  moei_traffic_filter_offer_states (shows_convoys (self) ? MOEI_TYPE_CONVOY_STATE : MOEI_TYPE_FLIGHT_STATE, self->state);
  moei_traffic_filter_offer_countries (&self->filter, self->traffic, self->country);
}

static void
choose (MoeiFlightsPage         *self,
        MoeiFlightsPageProperty  property,
        char                   **place,
        MoeiChoice              *choice,
        const char              *key)
{
  if (!moei_replace_string (place, key))
    return;
  if (self->flights != NULL)
    offer_choices (self);
  g_object_set (choice, "chosen", key, NULL);
  apply_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_day (MoeiFlightsPage *self,
         const char      *day)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));
  guint today = operation != NULL ? moei_operation_get_operating_day (operation) : MOEI_DAY_UNKNOWN;
  g_autofree char *key = moei_traffic_filter_normalise_day (day, today);

  choose (self, PROP_DAY, &self->filter.day, self->day, key);
}

static void
set_view (MoeiFlightsPage *self,
          const char      *view)
{
  if (view == NULL || !moei_replace_string (&self->view, view))
    return;

  /* The one's states are not the other's. */
  choose (self, PROP_STATE, &self->filter.state, self->state, MOEI_CHOOSE_ALL);
  gtk_stack_set_visible_child_name (self->stack, view);
  if (self->flights != NULL) {
    offer_choices (self);
    show_summary (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
select_entity (MoeiFlightsPage *self,
               MoeiEntity      *entity)
{
  if (!g_set_object (&self->selected, entity))
    return;
  g_object_set (self->flights_table, "selected", entity, NULL);
  g_object_set (self->convoys_table, "selected", entity, NULL);
  g_object_set (self->detail, "entity", entity, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
on_selected (MoeiFlightsPage *self,
             GParamSpec      *pspec,
             MoeiTable       *table)
{
  g_autoptr (MoeiEntity) entity = NULL;

  g_object_get (table, "selected", &entity, NULL);
  select_entity (self, entity);
}

static void
on_activated (MoeiFlightsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->detail));
}

static void
on_chosen (MoeiFlightsPage *self,
           GParamSpec      *pspec,
           MoeiChoice      *choice)
{
  g_autofree char *key = NULL;

  g_object_get (choice, "chosen", &key, NULL);
  if (choice == self->day)
    set_day (self, key);
  else if (choice == self->state)
    choose (self, PROP_STATE, &self->filter.state, choice, key);
  else
    choose (self, PROP_COUNTRY, &self->filter.country, choice, key);
}

static void
moei_flights_page_update (MoeiPanel *panel)
{
  MoeiFlightsPage *self = MOEI_FLIGHTS_PAGE (panel);
  g_autofree char *day = g_strdup (self->filter.day);

  moei_traffic_update (self->traffic, moei_panel_get_operation (panel), moei_panel_get_now (panel));
  if (self->flights == NULL)
    build_models (self);
  /* What was tomorrow is today after midnight. */
  set_day (self, day);
  offer_choices (self);
  apply_filter (self);
  moei_table_refresh (self->flights_table);
  moei_table_refresh (self->convoys_table);
  moei_traffic_detail_refresh (self->detail);
}

static void
step_day (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  moei_choice_step (MOEI_FLIGHTS_PAGE (widget)->day, g_str_equal (action_name, "flights.next-day") ? 1 : -1);
}

static void
go_to_day (GtkWidget  *widget,
           const char *action_name,
           GVariant   *day)
{
  set_day (MOEI_FLIGHTS_PAGE (widget), g_variant_get_string (day, NULL));
}

static void
choose_all (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  g_object_set (widget, "state", MOEI_CHOOSE_ALL, "country", MOEI_CHOOSE_ALL, NULL);
}

static void
deselect (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  select_entity (MOEI_FLIGHTS_PAGE (widget), NULL);
}

static void
moei_flights_page_show (MoeiPage   *page,
                        MoeiEntity *entity)
{
  MoeiFlightsPage *self = MOEI_FLIGHTS_PAGE (page);
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));
  gboolean is_convoy = MOEI_IS_CONVOY (entity);
  guint day = is_convoy ? moei_traffic_get_convoy_day (MOEI_CONVOY (entity))
                        : moei_traffic_get_flight_day (MOEI_FLIGHT (entity));
  MoeiTable *table = is_convoy ? self->convoys_table : self->flights_table;
  g_autofree char *key = moei_traffic_filter_day_key (day, moei_operation_get_operating_day (operation));

  set_view (self, is_convoy ? "convoys" : "flights");
  set_day (self, key);
  choose (self, PROP_STATE, &self->filter.state, self->state, MOEI_CHOOSE_ALL);
  choose (self, PROP_COUNTRY, &self->filter.country, self->country, MOEI_CHOOSE_ALL);
  moei_table_select (table, moei_entity_get_id (entity));
  moei_table_focus_row (table);
}

static void
moei_flights_page_take_place (MoeiPage *page,
                              MoeiPage *former)
{
  MoeiFlightsPage *self = MOEI_FLIGHTS_PAGE (page), *other = MOEI_FLIGHTS_PAGE (former);

  g_object_set (self, "view", other->view, "day", other->filter.day, "state", other->filter.state,
                "country", other->filter.country, NULL);
  moei_table_take_place (self->flights_table, other->flights_table);
  moei_table_take_place (self->convoys_table, other->convoys_table);
  select_entity (self, other->selected);
}

static void
moei_flights_page_page_init (MoeiPageInterface *iface)
{
  iface->show = moei_flights_page_show;
  iface->take_place = moei_flights_page_take_place;
}

static void
moei_flights_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  MoeiFlightsPage *self = MOEI_FLIGHTS_PAGE (object);

  switch ((MoeiFlightsPageProperty) prop_id) {
  case PROP_VIEW:
    g_value_set_string (value, self->view);
    break;
  case PROP_DAY:
    g_value_set_string (value, self->filter.day);
    break;
  case PROP_STATE:
    g_value_set_string (value, self->filter.state);
    break;
  case PROP_COUNTRY:
    g_value_set_string (value, self->filter.country);
    break;
  case PROP_SELECTED:
    g_value_set_object (value, self->selected);
    break;
  case PROP_PREFERENCES:
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_flights_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  MoeiFlightsPage *self = MOEI_FLIGHTS_PAGE (object);

  switch ((MoeiFlightsPageProperty) prop_id) {
  case PROP_VIEW:
    set_view (self, g_value_get_string (value));
    break;
  case PROP_DAY:
    set_day (self, g_value_get_string (value));
    break;
  case PROP_STATE:
    choose (self, PROP_STATE, &self->filter.state, self->state, g_value_get_string (value));
    break;
  case PROP_COUNTRY:
    choose (self, PROP_COUNTRY, &self->filter.country, self->country, g_value_get_string (value));
    break;
  case PROP_SELECTED:
    select_entity (self, g_value_get_object (value));
    break;
  case PROP_PREFERENCES:
    moei_traffic_detail_set_preferences (self->detail, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_flights_page_dispose (GObject *object)
{
  MoeiFlightsPage *self = MOEI_FLIGHTS_PAGE (object);

  if (self->flights_table != NULL) {
    g_object_set (self->flights_table, "model", NULL, NULL);
    g_object_set (self->convoys_table, "model", NULL, NULL);
  }
  g_clear_object (&self->flights);
  g_clear_object (&self->convoys);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (moei_flights_page_parent_class)->dispose (object);
}

static void
moei_flights_page_finalize (GObject *object)
{
  MoeiFlightsPage *self = MOEI_FLIGHTS_PAGE (object);

  moei_traffic_filter_clear (&self->filter);
  g_free (self->view);
  g_object_unref (self->traffic);

  G_OBJECT_CLASS (moei_flights_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "flights", flags);
  /* See MoeiTrafficFilter; "yesterday" and "tomorrow" become dates. */
  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, MOEI_DAY_TODAY, flags);
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, MOEI_CHOOSE_ALL, flags);
  properties[PROP_COUNTRY] = g_param_spec_string ("country", NULL, NULL, MOEI_CHOOSE_ALL, flags);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, MOEI_TYPE_ENTITY, flags);
  properties[PROP_PREFERENCES] =
    g_param_spec_object ("preferences", NULL, NULL, MOEI_TYPE_PREFERENCES, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_flights_page_class_init (MoeiFlightsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_flights_page_dispose;
  object_class->finalize = moei_flights_page_finalize;
  object_class->get_property = moei_flights_page_get_property;
  object_class->set_property = moei_flights_page_set_property;
  MOEI_PANEL_CLASS (klass)->update = moei_flights_page_update;
  install_properties (object_class);

  g_type_ensure (MOEI_TYPE_AGE_LABEL);
  g_type_ensure (MOEI_TYPE_CHOICE);
  g_type_ensure (MOEI_TYPE_TABLE);
  g_type_ensure (MOEI_TYPE_TRAFFIC_DETAIL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-flights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsPage, day);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsPage, state);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsPage, country);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsPage, flights_table);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsPage, convoys_table);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_install_property_action (widget_class, "flights.view", "view");
  gtk_widget_class_install_action (widget_class, "flights.previous-day", NULL, step_day);
  gtk_widget_class_install_action (widget_class, "flights.next-day", NULL, step_day);
  gtk_widget_class_install_action (widget_class, "flights.go", "s", go_to_day);
  gtk_widget_class_install_action (widget_class, "flights.all", NULL, choose_all);
  gtk_widget_class_install_action (widget_class, "flights.deselect", NULL, deselect);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "flights.deselect", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "flights.previous-day", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "flights.next-day", NULL);
  gtk_widget_class_set_css_name (widget_class, "flightspage");
}

static void
moei_flights_page_init (MoeiFlightsPage *self)
{
  moei_traffic_filter_init (&self->filter);
  self->view = g_strdup ("flights");
  self->traffic = moei_traffic_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->day, "chosen", self->filter.day, NULL);
  moei_traffic_detail_set_traffic (self->detail, self->traffic);
  moei_flight_columns_add (self->flights_table, self->traffic);
  moei_convoy_columns_add (self->convoys_table, self->traffic);
  moei_table_sort_by (self->flights_table, "departure", GTK_SORT_ASCENDING);
  moei_table_sort_by (self->convoys_table, "departure", GTK_SORT_ASCENDING);
}
