/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-roll-card.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-provenance.h"
#include "desk/moei-shared-roll.h"
#include "desk/moei-statement-list.h"
#include "desk/moei-table.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-collection.h"
#include "operation/moei-nationality.h"
#include "operation/moei-roll-row.h"
#include "parts/moei-shared-count.h"

/**
 * MoeiRollCard:
 *
 * A list of counts that an owner handed over, as it is: its rows, and what
 * they add to.
 */
struct _MoeiRollCard {
  AdwBin parent_instance;

  GtkLabel     *title;
  MoeiStatementList *facts;
  MoeiTable    *table;

  MoeiOperation *operation;
  GHashTable    *shown; /* id → what may be shown of its count */
  int            below;
};

G_DEFINE_FINAL_TYPE (MoeiRollCard, moei_roll_card, ADW_TYPE_BIN)

static char *
get_name (gpointer item,
          gpointer user_data)
{
  MoeiRollCard *self = user_data;
  const char *id = moei_entity_get_id (item);
  MoeiNationality *nationality = moei_collection_lookup (moei_operation_get_nationalities (self->operation), id);

  return g_strdup (nationality != NULL ? moei_text_get (moei_nationality_get_name (nationality), moei_language_get_current ())
                                       : id);
}

static int
get_shown (MoeiRollCard *self,
           gpointer      item)
{
  gpointer shown;

  if (g_hash_table_lookup_extended (self->shown, moei_entity_get_id (item), NULL, &shown))
    return GPOINTER_TO_INT (shown);
  return moei_roll_row_get_people (item);
}

static char *
get_people (gpointer item,
            gpointer user_data)
{
  MoeiRollCard *self = user_data;

  return moei_shared_count_format (get_shown (self, item), self->below);
}

static gint64
get_people_key (gpointer item,
                gpointer user_data)
{
  int shown = get_shown (user_data, item);

  return shown < MOEI_COUNT_UNKNOWN ? 0 : moei_table_count_key (shown);
}

static char *
get_note (gpointer item,
          gpointer user_data)
{
  MoeiRollCard *self = user_data;

  if (get_shown (self, item) < MOEI_COUNT_UNKNOWN)
    return NULL;
  return g_strdup (moei_text_get (moei_roll_row_get_note (item), moei_language_get_current ()));
}

static const MoeiTableColumn columns[] = {
  { .id = "name", .title = NC_("column", "Country/region"), .flags = MOEI_TABLE_COLUMN_NAME, .text = get_name },
  { .id = "people", .title = NC_("column", "People"), .flags = MOEI_TABLE_COLUMN_NUMERIC,
    .text = get_people, .key = get_people_key },
  { .id = "note", .title = NC_("column", "Note"), .flags = MOEI_TABLE_COLUMN_EXPAND | MOEI_TABLE_COLUMN_UNSORTED,
    .text = get_note },
};

static void
moei_roll_card_dispose (GObject *object)
{
  g_clear_object (&MOEI_ROLL_CARD (object)->operation);

  G_OBJECT_CLASS (moei_roll_card_parent_class)->dispose (object);
}

static void
moei_roll_card_finalize (GObject *object)
{
  g_hash_table_unref (MOEI_ROLL_CARD (object)->shown);

  G_OBJECT_CLASS (moei_roll_card_parent_class)->finalize (object);
}

static void
moei_roll_card_class_init (MoeiRollCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_roll_card_dispose;
  object_class->finalize = moei_roll_card_finalize;

  g_type_ensure (MOEI_TYPE_STATEMENT_LIST);
  g_type_ensure (MOEI_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-roll-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiRollCard, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiRollCard, facts);
  gtk_widget_class_bind_template_child (widget_class, MoeiRollCard, table);
  gtk_widget_class_set_css_name (widget_class, "rollcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
moei_roll_card_init (MoeiRollCard *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_table_add_columns (self->table, columns, G_N_ELEMENTS (columns), self);
}

static GPtrArray *
describe (MoeiRoll *roll,
          int       total,
          int       below)
{
  GPtrArray *facts = moei_statements_new ();
  g_autofree char *provenance = moei_provenance_describe (MOEI_ENTITY (roll));
  g_autofree char *total_text = moei_shared_count_format (total, below);
  const MoeiText *note = moei_roll_get_note (roll);
  g_autofree char *words = NULL;
  MoeiRollCheck check;

  moei_roll_check (&check, roll);
  words = moei_sentence_roll_check (moei_language_get_current (), &check);

  moei_statements_add (facts, MOEI_STATEMENT_ROW, _("Total as the list says"), total_text, provenance, NULL);
  /* The sum of the rows would tell what the total must not. */
  if (total >= MOEI_COUNT_UNKNOWN)
    moei_statements_add (facts, check.verdict == MOEI_ROLL_DIFFERS ? MOEI_STATEMENT_WARNING : MOEI_STATEMENT_PROSE, words, NULL);
  if (note != NULL)
    moei_statements_add (facts, MOEI_STATEMENT_PROSE, moei_text_get (note, moei_language_get_current ()), NULL);
  return facts;
}

/**
 * moei_roll_card_show:
 * @self: a card
 * @roll: a list that an owner handed over
 * @operation: where the names of its rows are
 * @withhold_below: people fewer than this are withheld; 0 for none
 *
 * Shows @roll.
 */
void
moei_roll_card_show (MoeiRollCard  *self,
                     MoeiRoll      *roll,
                     MoeiOperation *operation,
                     int            withhold_below)
{
  const char *name = moei_text_get (moei_roll_get_name (roll), moei_language_get_current ());
  g_autofree char *as_of = moei_provenance_describe (MOEI_ENTITY (roll));
  int total;

  g_return_if_fail (MOEI_IS_ROLL_CARD (self));

  g_set_object (&self->operation, operation);
  self->below = withhold_below;
  g_hash_table_remove_all (self->shown);
  total = moei_shared_roll_withhold (roll, withhold_below, self->shown);
  gtk_label_set_label (self->title, name);
  moei_statement_list_take (self->facts, describe (roll, total, withhold_below));
  g_object_set (self->table, "model", moei_roll_get_rows (roll), "label", name, "as-of", as_of, NULL);
  moei_table_refresh (self->table);
}
