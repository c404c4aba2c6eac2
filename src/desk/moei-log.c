/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-log.h"

#include "desk/moei-list-follow.h"
#include "desk/moei-log-mark.h"
#include "language/moei-change-value.h"
#include "operation/moei-collection.h"
#include "operation/moei-notice.h"

/**
 * MoeiLog:
 *
 * Changes and notices, the newest first, under the day to which they belong.
 *
 * Entries last as long as what they tell of, so that whoever shows them keeps
 * its place.
 */
struct _MoeiLog {
  GObject parent_instance;

  GHashTable *by_id; /* id → MoeiLogEntry */
  GListStore *entries;
};

G_DEFINE_FINAL_TYPE (MoeiLog, moei_log, G_TYPE_OBJECT)

static void
moei_log_finalize (GObject *object)
{
  MoeiLog *self = MOEI_LOG (object);

  g_hash_table_unref (self->by_id);
  g_object_unref (self->entries);

  G_OBJECT_CLASS (moei_log_parent_class)->finalize (object);
}

static void
moei_log_class_init (MoeiLogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_log_finalize;
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

static void
moei_log_init (MoeiLog *self)
{
  self->by_id = new_table ();
  self->entries = g_list_store_new (MOEI_TYPE_LOG_ENTRY);
}

/* A former entry of the same thing stays; it is moved into @kept. */
static MoeiLogEntry *
keep (MoeiLog      *self,
      GHashTable   *kept,
      MoeiLogEntry *fresh)
{
  MoeiLogEntry *former = g_hash_table_lookup (self->by_id, moei_log_entry_get_id (fresh));
  MoeiLogEntry *entry = fresh;

  if (former != NULL && moei_log_entry_get_entity (former) == moei_log_entry_get_entity (fresh) &&
      moei_log_entry_get_day (former) == moei_log_entry_get_day (fresh)) {
    entry = g_object_ref (former);
    g_object_unref (fresh);
  }
  g_hash_table_replace (kept, (char *) moei_log_entry_get_id (entry), entry);
  return entry;
}

static gboolean
is_wanted (MoeiLogEntry        *entry,
           const MoeiLogFilter *filter)
{
  if (!filter->everything && moei_log_entry_get_about (entry) != filter->about)
    return FALSE;
  return filter->place == NULL || moei_log_entry_is_at_place (entry, filter->place);
}

/* The notice itself says more than that it was published. */
static gboolean
is_said_by_notice (MoeiChange    *change,
                   MoeiOperation *operation)
{
  return moei_change_get_kind (change) == MOEI_CHANGE_KIND_NOTICE && moei_change_get_entity (change) != NULL &&
         g_strcmp0 (moei_change_get_field (change), "added") == 0 &&
         moei_collection_lookup (moei_operation_get_notices (operation), moei_change_get_entity (change)) != NULL;
}

static void
take (MoeiLog             *self,
      GHashTable          *kept,
      GPtrArray           *wanted,
      gpointer             entity,
      MoeiOperation       *operation,
      const MoeiLogFilter *filter)
{
  MoeiLogEntry *entry = keep (self, kept, moei_log_entry_new (entity));

  moei_log_entry_tell (entry, operation, filter->withhold_below);
  if (is_wanted (entry, filter))
    g_ptr_array_add (wanted, entry);
}

/* A change's number counts in the same instant; otherwise all keep their order. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  MoeiLogEntry *first = *(MoeiLogEntry **) a, *second = *(MoeiLogEntry **) b;
  gint64 one = moei_log_entry_get_at (first), other = moei_log_entry_get_at (second);

  if (one != other)
    return one > other ? -1 : 1;
  if (moei_log_entry_get_kind (first) == MOEI_LOG_ENTRY_CHANGE && moei_log_entry_get_kind (second) == MOEI_LOG_ENTRY_CHANGE) {
    one = moei_log_mark_get_number (moei_entity_get_id (moei_log_entry_get_entity (first)));
    other = moei_log_mark_get_number (moei_entity_get_id (moei_log_entry_get_entity (second)));
    return one > other ? -1 : one < other;
  }
  return g_strcmp0 (moei_log_entry_get_id (first), moei_log_entry_get_id (second));
}

static gboolean
is_seen (MoeiLogEntry *entry,
         gint64        seen)
{
  return moei_log_entry_get_kind (entry) == MOEI_LOG_ENTRY_CHANGE &&
         moei_log_mark_get_number (moei_entity_get_id (moei_log_entry_get_entity (entry))) <= seen;
}

/* Days above their entries, and the mark above the first change that was seen,
 * unless nothing is above it. */
static GPtrArray *
arrange (MoeiLog             *self,
         GHashTable          *kept,
         GPtrArray           *wanted,
         const MoeiLogFilter *filter)
{
  GPtrArray *lines = g_ptr_array_new ();
  gboolean marked = filter->seen == MOEI_LOG_NOTHING_SEEN;

  for (guint i = 0; i < wanted->len; i++) {
    MoeiLogEntry *entry = wanted->pdata[i];
    guint day = moei_log_entry_get_day (entry);

    if (!marked && is_seen (entry, filter->seen)) {
      marked = TRUE;
      if (i > 0)
        g_ptr_array_add (lines, keep (self, kept, moei_log_entry_new_mark ()));
    }
    if (i == 0 || moei_log_entry_get_day (wanted->pdata[i - 1]) != day)
      g_ptr_array_add (lines, keep (self, kept, moei_log_entry_new_day (day)));
    g_ptr_array_add (lines, entry);
  }
  return lines;
}

/**
 * moei_log_tells:
 * @change: a change
 * @operation: the operation
 *
 * Returns: whether a log of @operation has an entry for @change
 */
gboolean
moei_log_tells (MoeiChange    *change,
                MoeiOperation *operation)
{
  return moei_change_is_news (change) && !is_said_by_notice (change, operation);
}

/**
 * moei_log_new:
 *
 * Returns: (transfer full): an empty log
 */
MoeiLog *
moei_log_new (void)
{
  return g_object_new (MOEI_TYPE_LOG, NULL);
}

/**
 * moei_log_get_entries:
 * @self: a log
 *
 * Returns: (transfer none): its lines, a #MoeiLogEntry each
 */
GListModel *
moei_log_get_entries (MoeiLog *self)
{
  g_return_val_if_fail (MOEI_IS_LOG (self), NULL);

  return G_LIST_MODEL (self->entries);
}

/**
 * moei_log_update:
 * @self: a log
 * @operation: the operation
 * @filter: what is shown, and how
 *
 * Brings all lines up to date, in the current language.
 */
void
moei_log_update (MoeiLog             *self,
                 MoeiOperation       *operation,
                 const MoeiLogFilter *filter)
{
  MoeiCollection *changes = moei_operation_get_changes (operation), *notices = moei_operation_get_notices (operation);
  g_autoptr (GHashTable) kept = new_table ();
  g_autoptr (GPtrArray) wanted = g_ptr_array_new (), lines = NULL;

  g_return_if_fail (MOEI_IS_LOG (self));

  for (guint i = 0; i < moei_collection_size (changes); i++) {
    MoeiChange *change = moei_collection_get (changes, i);

    if (moei_log_tells (change, operation))
      take (self, kept, wanted, change, operation, filter);
  }
  for (guint i = 0; i < moei_collection_size (notices); i++)
    take (self, kept, wanted, moei_collection_get (notices, i), operation, filter);
  g_ptr_array_sort (wanted, compare_entries);
  lines = arrange (self, kept, wanted, filter);
  moei_list_follow (self->entries, lines);
  g_hash_table_unref (self->by_id);
  self->by_id = g_steal_pointer (&kept);
}
