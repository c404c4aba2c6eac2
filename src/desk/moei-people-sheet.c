/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-people-sheet.h"

#include "desk/moei-list-follow.h"
#include "desk/moei-people-figures.h"
#include "desk/moei-table-column.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "operation/moei-holding.h"
#include "parts/moei-shared-count.h"
#include "rules/moei-clearing.h"
#include "rules/moei-withhold.h"

#define TOTAL_ID "*"

/**
 * MoeiPeopleSheet:
 *
 * The people of all countries and regions, a row each, with the sums of all.
 *
 * The reader's own country stands apart from the others.  Rows last while
 * their country is known, so that whoever shows them keeps its place.
 */
struct _MoeiPeopleSheet {
  GObject parent_instance;

  GHashTable    *by_id; /* id → MoeiPeopleRow */
  GListStore    *rows;
  GListStore    *pinned;
  MoeiPeopleRow *total;
  MoeiForecast  *forecast; /* (nullable) as of the last update */
};

G_DEFINE_FINAL_TYPE (MoeiPeopleSheet, moei_people_sheet, G_TYPE_OBJECT)

static void
moei_people_sheet_finalize (GObject *object)
{
  MoeiPeopleSheet *self = MOEI_PEOPLE_SHEET (object);

  g_hash_table_unref (self->by_id);
  g_object_unref (self->rows);
  g_object_unref (self->pinned);
  g_object_unref (self->total);
  g_clear_pointer (&self->forecast, moei_forecast_free);

  G_OBJECT_CLASS (moei_people_sheet_parent_class)->finalize (object);
}

static void
moei_people_sheet_class_init (MoeiPeopleSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_people_sheet_finalize;
}

static void
moei_people_sheet_init (MoeiPeopleSheet *self)
{
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->rows = g_list_store_new (MOEI_TYPE_PEOPLE_ROW);
  self->pinned = g_list_store_new (MOEI_TYPE_PEOPLE_ROW);
  self->total = moei_people_row_new (TOTAL_ID, NULL);
}

/* The country may have come back as another object of the same id. */
static MoeiPeopleRow *
ensure_row (MoeiPeopleSheet *self,
            MoeiNationality *nationality)
{
  const char *id = moei_entity_get_id (MOEI_ENTITY (nationality));
  MoeiPeopleRow *row = g_hash_table_lookup (self->by_id, id);

  if (row == NULL || moei_people_row_get_nationality (row) != nationality) {
    row = moei_people_row_new (id, nationality);
    g_hash_table_replace (self->by_id, (char *) moei_people_row_get_id (row), row);
  }
  return row;
}

static void
forget_gone (MoeiPeopleSheet *self,
             MoeiCollection  *nationalities)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    if (moei_collection_lookup (nationalities, id) == NULL)
      g_hash_table_iter_remove (&iter);
  }
}

/* Armed groups go by their letters in every language; others by their word. */
static const char *
call_holder (const char *code)
{
  return g_ascii_isupper (*code) ? code : moei_word_holder (moei_language_get_current (), code);
}

static char *
describe_holders (MoeiNationality *nationality,
                  int              below)
{
  MoeiCollection *holdings = moei_nationality_get_holdings (nationality);
  guint n = moei_collection_size (holdings);
  g_autofree int *people = g_new (int, n);
  GString *text = g_string_new (NULL);
  int sum = MOEI_COUNT_UNKNOWN;

  for (guint i = 0; i < n; i++) {
    people[i] = moei_holding_get_people (moei_collection_get (holdings, i));
    sum = moei_count_add (sum, people[i]);
  }
  if (below > 0)
    moei_withhold_line (people, n, &sum, below);
  for (guint i = 0; i < n; i++) {
    int true_people = moei_holding_get_people (moei_collection_get (holdings, i));
    g_autofree char *count = moei_shared_count_format (moei_shared_count (true_people, people[i], below), below);

    g_string_append_printf (text, "%s%s %s", i > 0 ? " · " : "",
                            call_holder (moei_entity_get_id (moei_collection_get (holdings, i))), count);
  }
  return g_string_free (text, FALSE);
}

/* Answers that are no date stand in this order after those that are. */
static gint64
get_clearing_key (const MoeiClearing *clearing)
{
  switch (clearing != NULL ? clearing->answer : MOEI_CLEARING_NO_FORECAST) {
  case MOEI_CLEARING_CLEARED:
    return 0;
  case MOEI_CLEARING_DATE:
    return ((gint64) clearing->middle << 20) + clearing->high;
  case MOEI_CLEARING_NEVER:
    return G_MAXINT64 - 3;
  case MOEI_CLEARING_NO_LANE:
    return G_MAXINT64 - 2;
  case MOEI_CLEARING_NO_FORECAST:
  default:
    return MOEI_TABLE_KEY_UNKNOWN;
  }
}

static void
tell_row (MoeiPeopleRow           *row,
          const MoeiPeopleFigures *figures,
          const MoeiForecast      *forecast,
          int                      below)
{
  const MoeiClearing *clearing = moei_forecast_get_clearing (forecast, moei_people_row_get_id (row));
  char *words = clearing != NULL ? moei_people_figures_clearing (clearing, below) : NULL;

  moei_people_row_take (row, figures, describe_holders (moei_people_row_get_nationality (row), below), words,
                        get_clearing_key (clearing));
}

/**
 * moei_people_sheet_new:
 *
 * Returns: (transfer full): a sheet of nobody
 */
MoeiPeopleSheet *
moei_people_sheet_new (void)
{
  return g_object_new (MOEI_TYPE_PEOPLE_SHEET, NULL);
}

/**
 * moei_people_sheet_get_rows:
 * @self: a sheet
 *
 * Returns: (transfer none): a #MoeiPeopleRow each country or region but the reader's
 */
GListModel *
moei_people_sheet_get_rows (MoeiPeopleSheet *self)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_SHEET (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * moei_people_sheet_get_pinned:
 * @self: a sheet
 *
 * Returns: (transfer none): the #MoeiPeopleRow of all, and that of the reader's own country
 */
GListModel *
moei_people_sheet_get_pinned (MoeiPeopleSheet *self)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_SHEET (self), NULL);

  return G_LIST_MODEL (self->pinned);
}

/**
 * moei_people_sheet_lookup:
 * @self: a sheet
 * @id: (nullable): a country's id
 *
 * Returns: (transfer none) (nullable): its row
 */
MoeiPeopleRow *
moei_people_sheet_lookup (MoeiPeopleSheet *self,
                          const char      *id)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_SHEET (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/**
 * moei_people_sheet_get_total:
 * @self: a sheet
 *
 * Returns: (transfer none): the row of all
 */
MoeiPeopleRow *
moei_people_sheet_get_total (MoeiPeopleSheet *self)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_SHEET (self), NULL);

  return self->total;
}

/**
 * moei_people_sheet_get_clearing:
 * @self: a sheet
 * @id: a country's id
 *
 * Returns: (transfer none) (nullable): when all of its people will have departed; valid until
 *   the next update
 */
const MoeiClearing *
moei_people_sheet_get_clearing (MoeiPeopleSheet *self,
                                const char      *id)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_SHEET (self), NULL);

  return self->forecast != NULL ? moei_forecast_get_clearing (self->forecast, id) : NULL;
}

/**
 * moei_people_sheet_update:
 * @self: a sheet
 * @operation: the operation
 * @now: the instant on the service's clock
 * @my_country: (nullable): the id of the reader's own country
 * @withhold_below: people fewer than this are withheld; 0 for none
 *
 * Brings all rows up to date, in the current language.
 */
void
moei_people_sheet_update (MoeiPeopleSheet *self,
                          MoeiOperation   *operation,
                          gint64           now,
                          const char      *my_country,
                          int              withhold_below)
{
  MoeiCollection *nationalities = moei_operation_get_nationalities (operation);
  guint n = moei_collection_size (nationalities);
  g_autoptr (GPtrArray) rows = g_ptr_array_new (), pinned = g_ptr_array_new ();
  MoeiPeopleFigures total;
  g_autoptr (GArray) figures = NULL;

  g_return_if_fail (MOEI_IS_PEOPLE_SHEET (self));

  forget_gone (self, nationalities);
  g_clear_pointer (&self->forecast, moei_forecast_free);
  self->forecast = moei_forecast_new_for (operation, now, NULL);
  figures = moei_people_figures_compute (nationalities, withhold_below, &total);

  if (n > 0)
    g_ptr_array_add (pinned, self->total);
  for (guint i = 0; i < n; i++) {
    MoeiPeopleRow *row = ensure_row (self, moei_collection_get (nationalities, i));
    gboolean mine = g_strcmp0 (moei_people_row_get_id (row), my_country) == 0;

    tell_row (row, &g_array_index (figures, MoeiPeopleFigures, i), self->forecast, withhold_below);
    moei_people_row_set_pinned (row, mine);
    g_ptr_array_add (mine ? pinned : rows, row);
  }
  moei_people_row_take (self->total, &total, NULL, NULL, G_MAXINT64);
  moei_list_follow (self->pinned, pinned);
  moei_list_follow (self->rows, rows);
}
