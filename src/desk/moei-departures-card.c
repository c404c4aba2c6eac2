/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-departures-card.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-age-label.h"
#include "desk/moei-departure-columns.h"
#include "desk/moei-table.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "parts/moei-traffic.h"

#define HOME_AIRPORT "MAQ" /* Mae Sot, by IATA's code */

/**
 * MoeiDeparturesCard:
 *
 * The day's flights out of Mae Sot, by time, those at risk marked.  Its
 * selection is one with that of the map.
 */
struct _MoeiDeparturesCard {
  MoeiPanel parent_instance;

  GtkLabel  *gone;
  MoeiTable *table;

  MoeiTraffic        *traffic;
  GtkFilterListModel *flights; /* (nullable) until there is an operation */
  MoeiEntity         *selected;
  guint               n_gone;
};

typedef enum {
  PROP_SELECTED = 1,
} MoeiDeparturesCardProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

G_DEFINE_FINAL_TYPE (MoeiDeparturesCard, moei_departures_card, MOEI_TYPE_PANEL)

static gboolean
leaves_home (gpointer item,
             gpointer user_data)
{
  MoeiOperation *operation = moei_panel_get_operation (user_data);
  MoeiPlace *from = moei_collection_lookup (moei_operation_get_places (operation), moei_flight_get_from (item));

  return from == NULL || g_strcmp0 (moei_place_get_iata (from), HOME_AIRPORT) == 0;
}

static void
build_model (MoeiDeparturesCard *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));

  self->flights = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (moei_operation_get_flights (operation))),
                                             GTK_FILTER (gtk_custom_filter_new (leaves_home, self, NULL)));
  g_object_set (self->table, "model", self->flights, NULL);
}

static guint
count_gone (MoeiDeparturesCard *self)
{
  GListModel *model = G_LIST_MODEL (self->flights);
  guint n_gone = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (MoeiFlight) flight = g_list_model_get_item (model, i);
    MoeiFlightState state = moei_flight_get_state (flight);

    if (state == MOEI_FLIGHT_STATE_DEPARTED || state == MOEI_FLIGHT_STATE_ARRIVED)
      n_gone++;
  }
  return n_gone;
}

/* Where there is room for few rows they are those to come, after the last
 * that has gone; only when a flight has left, so as not to scroll away from
 * whoever reads. */
static void
set_n_gone (MoeiDeparturesCard *self,
            guint               n_gone)
{
  if (self->n_gone == n_gone)
    return;

  self->n_gone = n_gone;
  moei_table_show_from (self->table, MAX (n_gone, 1) - 1);
}

static void
moei_departures_card_update (MoeiPanel *panel)
{
  MoeiDeparturesCard *self = MOEI_DEPARTURES_CARD (panel);
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *gone_text = NULL, *all_text = NULL, *text = NULL;

  moei_traffic_update (self->traffic, moei_panel_get_operation (panel), moei_panel_get_now (panel));
  if (self->flights == NULL)
    build_model (self);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->flights), GTK_FILTER_CHANGE_DIFFERENT);
  moei_table_refresh (self->table);

  set_n_gone (self, count_gone (self));
  gone_text = moei_format_count (language, (int) self->n_gone);
  all_text = moei_format_count (language, (int) g_list_model_get_n_items (G_LIST_MODEL (self->flights)));
  /* Translators: flights that have left, of all of today: "4 of 9" */
  text = g_strdup_printf (_("%1$s of %2$s"), gone_text, all_text);
  gtk_label_set_label (self->gone, text);
}

static void
select_entity (MoeiDeparturesCard *self,
               MoeiEntity         *entity)
{
  if (!g_set_object (&self->selected, entity))
    return;
  g_object_set (self->table, "selected", entity, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
on_selected (MoeiDeparturesCard *self)
{
  g_autoptr (MoeiEntity) entity = NULL;

  g_object_get (self->table, "selected", &entity, NULL);
  select_entity (self, entity);
}

static void
moei_departures_card_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((MoeiDeparturesCardProperty) prop_id) {
  case PROP_SELECTED:
    g_value_set_object (value, MOEI_DEPARTURES_CARD (object)->selected);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_departures_card_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch ((MoeiDeparturesCardProperty) prop_id) {
  case PROP_SELECTED:
    select_entity (MOEI_DEPARTURES_CARD (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_departures_card_dispose (GObject *object)
{
  MoeiDeparturesCard *self = MOEI_DEPARTURES_CARD (object);

  if (self->flights != NULL)
    g_object_set (self->table, "model", NULL, NULL);
  g_clear_object (&self->flights);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (moei_departures_card_parent_class)->dispose (object);
}

static void
moei_departures_card_finalize (GObject *object)
{
  g_object_unref (MOEI_DEPARTURES_CARD (object)->traffic);

  G_OBJECT_CLASS (moei_departures_card_parent_class)->finalize (object);
}

static void
moei_departures_card_class_init (MoeiDeparturesCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_departures_card_dispose;
  object_class->finalize = moei_departures_card_finalize;
  object_class->get_property = moei_departures_card_get_property;
  object_class->set_property = moei_departures_card_set_property;
  MOEI_PANEL_CLASS (klass)->update = moei_departures_card_update;

  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, MOEI_TYPE_ENTITY,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MOEI_TYPE_AGE_LABEL);
  g_type_ensure (MOEI_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-departures-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiDeparturesCard, gone);
  gtk_widget_class_bind_template_child (widget_class, MoeiDeparturesCard, table);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_set_css_name (widget_class, "departurescard");
}

static void
moei_departures_card_init (MoeiDeparturesCard *self)
{
  self->traffic = moei_traffic_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_table_keep_rows_whole (self->table);
  moei_departure_columns_add (self->table, self->traffic);
  moei_table_sort_by (self->table, "time", GTK_SORT_ASCENDING);
}
