/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-what-if-table.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-people-figures.h"
#include "desk/moei-table.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-collection.h"
#include "operation/moei-nationality.h"

/**
 * MoeiWhatIfTable:
 *
 * For each country or region the dates of the assumption, and the difference
 * against the live forecast.
 */
struct _MoeiWhatIfTable {
  AdwBin parent_instance;

  MoeiOutlook *outlook; /* (nullable) */
  MoeiTable   *table;
};

G_DEFINE_FINAL_TYPE (MoeiWhatIfTable, moei_what_if_table, ADW_TYPE_BIN)

static gboolean
find (MoeiWhatIfTable     *self,
      gpointer             item,
      const MoeiClearing **live,
      const MoeiClearing **assumed)
{
  const MoeiForecast *forecast = self->outlook != NULL ? moei_outlook_get_what_if (self->outlook) : NULL;
  const MoeiForecast *now = self->outlook != NULL ? moei_outlook_get_live (self->outlook) : NULL;
  const char *id = moei_entity_get_id (item);

  *live = now != NULL ? moei_forecast_get_clearing (now, id) : NULL;
  *assumed = forecast != NULL ? moei_forecast_get_clearing (forecast, id) : NULL;
  return *live != NULL && *assumed != NULL;
}

static char *
get_name (gpointer item,
          gpointer user_data)
{
  const MoeiText *name = moei_nationality_get_name (item);

  return g_strdup (name != NULL ? moei_text_get (name, moei_language_get_current ()) : moei_entity_get_id (item));
}

static int
get_below (MoeiWhatIfTable *self)
{
  return moei_outlook_get_withhold_below (self->outlook);
}

static char *
get_assumed (gpointer item,
             gpointer user_data)
{
  const MoeiClearing *live, *assumed;

  if (!find (user_data, item, &live, &assumed))
    return g_strdup ("–");
  return moei_people_figures_clearing (assumed, get_below (user_data));
}

/* By how many days the expected date is later; unknown where one is no date. */
static int
get_days (const MoeiClearing *live,
          const MoeiClearing *assumed)
{
  if (live->answer != MOEI_CLEARING_DATE || assumed->answer != MOEI_CLEARING_DATE)
    return G_MAXINT;
  return (int) assumed->middle - (int) live->middle;
}

static char *
describe_difference (const MoeiClearing *live,
                     const MoeiClearing *assumed,
                     int                 withhold_below)
{
  MoeiLanguage language = moei_language_get_current ();
  int days = get_days (live, assumed);
  g_autofree char *count = moei_format_count (language, ABS (days));
  g_autofree char *before = NULL;

  if (live->answer == assumed->answer && (days == 0 || days == G_MAXINT))
    /* Translators: an assumption makes no difference to when a country's people leave */
    return g_strdup (C_("what if", "the same"));
  if (days == G_MAXINT) {
    before = moei_people_figures_clearing (live, withhold_below);
    /* Translators: beside a date that is assumed: what holds now, such as "no lane" */
    return g_strdup_printf (C_("what if", "now: %s"), before);
  }
  if (days < 0)
    /* Translators: under an assumption a country's people leave so many days sooner */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day sooner", "%s days sooner", (gulong) -days), count);
  /* Translators: under an assumption a country's people leave so many days later */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day later", "%s days later", (gulong) days), count);
}

static char *
get_difference (gpointer item,
                gpointer user_data)
{
  const MoeiClearing *live, *assumed;

  return find (user_data, item, &live, &assumed) ? describe_difference (live, assumed, get_below (user_data))
                                                : g_strdup ("–");
}

static gint64
get_difference_key (gpointer item,
                    gpointer user_data)
{
  const MoeiClearing *live, *assumed;

  if (!find (user_data, item, &live, &assumed) || get_days (live, assumed) == G_MAXINT)
    return MOEI_TABLE_KEY_UNKNOWN;
  return get_days (live, assumed);
}

static gint64
get_waiting_key (gpointer item,
                 gpointer user_data)
{
  const MoeiClearing *live, *assumed;

  return find (user_data, item, &live, &assumed) ? moei_table_count_key (live->waiting) : MOEI_TABLE_KEY_UNKNOWN;
}

static const MoeiTableColumn columns[] = {
  { .id = "country", .title = NC_("column", "Country/region"), .flags = MOEI_TABLE_COLUMN_NAME | MOEI_TABLE_COLUMN_EXPAND,
    .text = get_name, .key = NULL },
  { .id = "assumed", .title = NC_("column", "Would be"), .flags = MOEI_TABLE_COLUMN_EXPAND,
    .text = get_assumed, .key = get_waiting_key },
  { .id = "difference", .title = NC_("column", "Difference"), .flags = MOEI_TABLE_COLUMN_NONE,
    .text = get_difference, .key = get_difference_key },
};

static void
moei_what_if_table_dispose (GObject *object)
{
  g_clear_object (&MOEI_WHAT_IF_TABLE (object)->outlook);

  G_OBJECT_CLASS (moei_what_if_table_parent_class)->dispose (object);
}

static void
moei_what_if_table_class_init (MoeiWhatIfTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_what_if_table_dispose;
}

static void
moei_what_if_table_init (MoeiWhatIfTable *self)
{
  self->table = g_object_new (MOEI_TYPE_TABLE, "label", _("What would be"), NULL);
  moei_table_add_columns (self->table, columns, G_N_ELEMENTS (columns), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->table));
}

/* Of those who wait most. */
static char *
describe_most (MoeiWhatIfTable *self,
               MoeiCollection  *nationalities)
{
  MoeiLanguage language = moei_language_get_current ();
  MoeiEntity *most = NULL;
  const MoeiClearing *live, *assumed;
  g_autofree char *name = NULL, *dates = NULL, *difference = NULL, *limit = NULL;
  int waiting = 0;

  for (guint i = 0; i < moei_collection_size (nationalities); i++) {
    if (find (self, moei_collection_get (nationalities, i), &live, &assumed) && live->waiting > waiting) {
      most = moei_collection_get (nationalities, i);
      waiting = live->waiting;
    }
  }
  if (most == NULL || !find (self, most, &live, &assumed))
    return g_strdup ("");

  name = get_name (most, NULL);
  dates = moei_people_figures_clearing (assumed, get_below (self));
  difference = describe_difference (live, assumed, get_below (self));
  if (assumed->answer != MOEI_CLEARING_DATE)
    /* Translators: of the country of which most people wait, under an assumption: "China: no lane (now: 20 – 26 Mar)" */
    return g_strdup_printf (_("%1$s: %2$s (%3$s)"), name, dates, difference);
  limit = moei_sentence_limit (language, assumed->limit);
  /* Translators: of the country of which most people wait, under an assumption:
   * "China: 17 – 20 Mar (4 days sooner). Limited by the seats of flights." */
  return g_strdup_printf (_("%1$s: %2$s (%3$s). %4$s."), name, dates, difference, limit);
}

/**
 * moei_what_if_table_show:
 * @self: a table
 * @outlook: (nullable): what is to come
 *
 * Returns: (transfer full): a sentence on those who wait most; how to begin while
 *   nothing is assumed
 */
char *
moei_what_if_table_show (MoeiWhatIfTable *self,
                         MoeiOutlook     *outlook)
{
  MoeiOperation *operation = outlook != NULL ? moei_outlook_get_operation (outlook) : NULL;
  gboolean assumes = outlook != NULL && moei_outlook_get_what_if (outlook) != NULL;
  gboolean begins;

  g_return_val_if_fail (MOEI_IS_WHAT_IF_TABLE (self), NULL);

  begins = assumes && !gtk_widget_get_visible (GTK_WIDGET (self));
  g_set_object (&self->outlook, outlook);
  gtk_widget_set_visible (GTK_WIDGET (self), assumes);
  if (!assumes)
    return g_strdup (_("Change a figure to see what would be. Nothing else on any page changes."));

  if (begins) {
    g_object_set (self->table, "model", moei_operation_get_nationalities (operation), NULL);
    moei_table_sort_by (self->table, "assumed", GTK_SORT_DESCENDING);
  }
  moei_table_refresh (self->table);
  return describe_most (self, moei_operation_get_nationalities (operation));
}
