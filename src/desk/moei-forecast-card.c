/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-forecast-card.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-age-label.h"
#include "desk/moei-entity-link.h"
#include "desk/moei-people-figures.h"
#include "desk/moei-table.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "operation/moei-nationality.h"
#include "parts/moei-outlook.h"
#include "parts/moei-shared-count.h"

/**
 * MoeiForecastCard:
 *
 * When will they be home: for each country or region the dates between which the
 * last of its people leaves under the rule as it is, and what makes it take so
 * long; or, in words, why there is no date.
 */
struct _MoeiForecastCard {
  MoeiPanel parent_instance;

  MoeiOutlook *outlook; /* (nullable) */
  GHashTable  *waiting; /* id → of those who wait what may be shown; while small counts are withheld */
  MoeiTable   *table;
};

typedef enum {
  PROP_OUTLOOK = 1,
} MoeiForecastCardProperty;

static GParamSpec *properties[PROP_OUTLOOK + 1];

G_DEFINE_FINAL_TYPE (MoeiForecastCard, moei_forecast_card, MOEI_TYPE_PANEL)

static const MoeiClearing *
find (gpointer item,
      gpointer user_data)
{
  MoeiForecastCard *self = MOEI_FORECAST_CARD (user_data);
  const MoeiForecast *forecast = self->outlook != NULL ? moei_outlook_get_live (self->outlook) : NULL;

  return forecast != NULL ? moei_forecast_get_clearing (forecast, moei_entity_get_id (item)) : NULL;
}

static char *
get_name (gpointer item,
          gpointer user_data)
{
  const MoeiText *name = moei_nationality_get_name (item);

  return g_strdup (name != NULL ? moei_text_get (name, moei_language_get_current ()) : moei_entity_get_id (item));
}

static int
get_below (MoeiForecastCard *self)
{
  return self->outlook != NULL ? moei_outlook_get_withhold_below (self->outlook) : 0;
}

static int
count_waiting (gpointer item,
               gpointer user_data)
{
  MoeiForecastCard *self = MOEI_FORECAST_CARD (user_data);
  const MoeiClearing *clearing = find (item, user_data);
  gpointer shown;

  if (get_below (self) == 0)
    return clearing != NULL ? clearing->waiting : MOEI_COUNT_UNKNOWN;
  return g_hash_table_lookup_extended (self->waiting, moei_entity_get_id (item), NULL, &shown) ? GPOINTER_TO_INT (shown)
                                                                                             : MOEI_COUNT_UNKNOWN;
}

static char *
get_waiting (gpointer item,
             gpointer user_data)
{
  return moei_shared_count_format (count_waiting (item, user_data), get_below (MOEI_FORECAST_CARD (user_data)));
}

static gint64
get_waiting_key (gpointer item,
                 gpointer user_data)
{
  return moei_table_count_key (count_waiting (item, user_data));
}

static char *
get_cleared (gpointer item,
             gpointer user_data)
{
  const MoeiClearing *clearing = find (item, user_data);
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *answer = clearing != NULL
                              ? moei_people_figures_clearing (clearing, get_below (MOEI_FORECAST_CARD (user_data)))
                              : g_strdup ("–");

  if (clearing == NULL || (clearing->answer != MOEI_CLEARING_DATE && clearing->answer != MOEI_CLEARING_NEVER))
    return g_steal_pointer (&answer);
  /* Translators: when a country's people will have left, and what makes it take so long: "20 – 26 Mar · papers" */
  return g_strdup_printf (_("%1$s · %2$s"), answer, moei_word_limit (language, clearing->limit));
}

/* Those who have a date first, by their dates. */
static gint64
get_cleared_key (gpointer item,
                 gpointer user_data)
{
  const MoeiClearing *clearing = find (item, user_data);

  if (clearing == NULL || clearing->answer == MOEI_CLEARING_NO_FORECAST)
    return MOEI_TABLE_KEY_UNKNOWN;
  if (clearing->answer == MOEI_CLEARING_DATE)
    return clearing->high;
  return clearing->answer == MOEI_CLEARING_CLEARED ? 0 : MOEI_TABLE_KEY_UNKNOWN - 1;
}

static const MoeiTableColumn columns[] = {
  { .id = "country", .title = NC_("column", "Country/region"), .flags = MOEI_TABLE_COLUMN_NAME | MOEI_TABLE_COLUMN_EXPAND,
    .text = get_name },
  { .id = "waiting", .title = NC_("column", "Waiting"), .flags = MOEI_TABLE_COLUMN_NUMERIC,
    .text = get_waiting, .key = get_waiting_key },
  /* Translators: between which two days the last people of a country leave */
  { .id = "cleared", .title = NC_("column", "Cleared between"), .flags = MOEI_TABLE_COLUMN_EXPAND,
    .text = get_cleared, .key = get_cleared_key },
};

static void
activated_cb (MoeiForecastCard *self,
              GObject          *item)
{
  g_autofree char *link = moei_entity_link_new (MOEI_ENTITY (item));

  if (link != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", link);
}

/* The same is withheld here as where people are counted by stage. */
static void
withhold (MoeiForecastCard *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));
  g_autoptr (GArray) figures = NULL;
  MoeiCollection *nationalities;
  MoeiPeopleFigures total;

  g_hash_table_remove_all (self->waiting);
  if (operation == NULL || get_below (self) == 0)
    return;
  nationalities = moei_operation_get_nationalities (operation);
  figures = moei_people_figures_compute (nationalities, get_below (self), &total);
  for (guint i = 0; i < figures->len; i++)
    g_hash_table_insert (self->waiting, g_strdup (moei_entity_get_id (moei_collection_get (nationalities, i))),
                         GINT_TO_POINTER (g_array_index (figures, MoeiPeopleFigures, i).waiting));
}

static void
refresh (MoeiForecastCard *self)
{
  withhold (self);
  moei_table_refresh (self->table);
}

static void
operation_changed (MoeiForecastCard *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));

  withhold (self);
  g_object_set (self->table, "model", moei_operation_get_nationalities (operation), NULL);
  moei_table_sort_by (self->table, "waiting", GTK_SORT_DESCENDING);
}

static void
moei_forecast_card_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((MoeiForecastCardProperty) prop_id) {
  case PROP_OUTLOOK:
    g_value_set_object (value, MOEI_FORECAST_CARD (object)->outlook);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_forecast_card_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  MoeiForecastCard *self = MOEI_FORECAST_CARD (object);

  switch ((MoeiForecastCardProperty) prop_id) {
  case PROP_OUTLOOK:
    if (!g_set_object (&self->outlook, g_value_get_object (value)) || self->outlook == NULL)
      return;
    g_signal_connect_object (self->outlook, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
    refresh (self);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_forecast_card_dispose (GObject *object)
{
  g_clear_object (&MOEI_FORECAST_CARD (object)->outlook);

  G_OBJECT_CLASS (moei_forecast_card_parent_class)->dispose (object);
}

static void
moei_forecast_card_finalize (GObject *object)
{
  g_hash_table_unref (MOEI_FORECAST_CARD (object)->waiting);

  G_OBJECT_CLASS (moei_forecast_card_parent_class)->finalize (object);
}

static void
moei_forecast_card_class_init (MoeiForecastCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_forecast_card_dispose;
  object_class->finalize = moei_forecast_card_finalize;
  object_class->get_property = moei_forecast_card_get_property;
  object_class->set_property = moei_forecast_card_set_property;

  properties[PROP_OUTLOOK] = g_param_spec_object ("outlook", NULL, NULL, MOEI_TYPE_OUTLOOK,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MOEI_TYPE_AGE_LABEL);
  g_type_ensure (MOEI_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-forecast-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiForecastCard, table);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_set_css_name (widget_class, "forecastcard");
}

static void
moei_forecast_card_init (MoeiForecastCard *self)
{
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_table_add_columns (self->table, columns, G_N_ELEMENTS (columns), self);
  g_signal_connect (self, "notify::operation", G_CALLBACK (operation_changed), NULL);
}
