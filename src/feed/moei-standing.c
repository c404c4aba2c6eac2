/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-standing.h"

#include "feed/moei-apply.h"
#include "operation/moei-collection.h"
#include "operation/moei-freshness.h"

/**
 * MoeiStanding:
 *
 * How current each of the service's documents is on this screen, and what a
 * panel says of it.
 *
 * A panel of today is as current as today's document, whatever becomes of
 * last week's: the documents of other days and weeks are summed up apart, as
 * "schedule", "movements" and "calendar", and each of these is as old as the
 * oldest of its documents.
 */
struct _MoeiStanding {
  GObject parent_instance;

  MoeiOperation *operation;
  GHashTable    *records; /* href → Record */
};

/* What is known of one document. */
typedef struct {
  MoeiSubject  subject;
  gint64       revision;
  gint64       generated;
  gint64       confirmed;
  char        *problem;   /* (nullable) */
  gboolean     shown;     /* it is in the operation */
  gboolean     awaited;   /* the present waits for it, though it may not be its day yet */
} Record;

/* What is said of one or more of them. */
typedef struct {
  guint       n_records;
  gint64      revision;
  gint64      generated;
  gint64      confirmed;
  const char *problem; /* (nullable) */
} Sum;

/* What is said of a kind of documents, and after how many of the service's
 * seconds without a word it is old; the others' names are their collections'. */
static const struct {
  MoeiDocumentKind  kind;
  int               old_after;
  const char       *others; /* (nullable) what is said of those of other days */
} documents[] = {
  { MOEI_DOCUMENT_PLACES, 60 * 60, NULL },
  { MOEI_DOCUMENT_ROUTES, 60 * 60, NULL },
  { MOEI_DOCUMENT_CONVOYS, 5 * 60, "movements" },
  { MOEI_DOCUMENT_FLIGHTS, 5 * 60, "schedule" },
  { MOEI_DOCUMENT_WEEK, 10 * 60, "calendar" },
  { MOEI_DOCUMENT_NATIONALITIES, 30 * 60, NULL },
  { MOEI_DOCUMENT_RULE, 24 * 60 * 60, NULL },
  { MOEI_DOCUMENT_NOTICES, 10 * 60, NULL },
  { MOEI_DOCUMENT_ROLLS, 24 * 60 * 60, NULL },
  { MOEI_DOCUMENT_CHANGES, 60 * 60, NULL },
};

/* What is known of other days changes seldom. */
#define OTHERS_OLD_AFTER (60 * 60)

G_DEFINE_FINAL_TYPE (MoeiStanding, moei_standing, G_TYPE_OBJECT)

static void
record_free (Record *self)
{
  g_free (self->problem);
  g_free (self);
}

static void
moei_standing_finalize (GObject *object)
{
  MoeiStanding *self = MOEI_STANDING (object);

  g_hash_table_unref (self->records);
  g_object_unref (self->operation);

  G_OBJECT_CLASS (moei_standing_parent_class)->finalize (object);
}

static void
moei_standing_class_init (MoeiStandingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_standing_finalize;
}

static void
moei_standing_init (MoeiStanding *self)
{
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) record_free);
}

/**
 * moei_standing_new:
 * @operation: where to say it, in its freshness
 *
 * Returns: (transfer full): the standing of documents of which there is none yet
 */
MoeiStanding *
moei_standing_new (MoeiOperation *operation)
{
  MoeiStanding *self = g_object_new (MOEI_TYPE_STANDING, NULL);

  self->operation = g_object_ref (operation);
  return self;
}

static Record *
ensure_record (MoeiStanding *self,
               const char   *href)
{
  Record *record = g_hash_table_lookup (self->records, href);
  MoeiSubject subject;

  if (record != NULL || !moei_apply_parse_href (href, &subject.kind, &subject.day))
    return record;

  record = g_new0 (Record, 1);
  record->subject = subject;
  record->generated = record->confirmed = MOEI_INSTANT_UNKNOWN;
  g_hash_table_insert (self->records, g_strdup (href), record);
  return record;
}

/**
 * moei_standing_show:
 * @self: a standing
 * @href: a document's address
 * @document: the document, which was just put into the operation
 */
void
moei_standing_show (MoeiStanding *self,
                    const char   *href,
                    MoeiDocument *document)
{
  Record *record;

  g_return_if_fail (MOEI_IS_STANDING (self));
  g_return_if_fail (MOEI_IS_DOCUMENT (document));

  record = ensure_record (self, href);
  if (record == NULL)
    return;

  record->shown = TRUE;
  record->subject.day = moei_apply_get_day (document);
  record->revision = moei_document_get_revision (document);
  record->generated = moei_document_get_generated (document);
  if (record->confirmed == MOEI_INSTANT_UNKNOWN)
    record->confirmed = record->generated;
  g_clear_pointer (&record->problem, g_free);
}

/**
 * moei_standing_is_shown:
 * @self: a standing
 * @href: a document's address
 *
 * Returns: whether the document, of whatever revision, is in the operation
 */
gboolean
moei_standing_is_shown (MoeiStanding *self,
                        const char   *href)
{
  const Record *record;

  g_return_val_if_fail (MOEI_IS_STANDING (self), FALSE);

  record = g_hash_table_lookup (self->records, href);
  return record != NULL && record->shown;
}

/**
 * moei_standing_confirm:
 * @self: a standing
 * @href: a document's address
 * @instant: when the service said that this document still holds, on its clock
 */
void
moei_standing_confirm (MoeiStanding *self,
                       const char   *href,
                       gint64        instant)
{
  Record *record;

  g_return_if_fail (MOEI_IS_STANDING (self));

  record = ensure_record (self, href);
  if (record == NULL || instant == MOEI_INSTANT_UNKNOWN)
    return;

  record->confirmed = instant;
  g_clear_pointer (&record->problem, g_free);
}

/**
 * moei_standing_object:
 * @self: a standing
 * @href: a document's address
 * @problem: why it could not be read
 * @present: whether it was read for the present, or for the day that is to
 *   become the present
 */
void
moei_standing_object (MoeiStanding *self,
                      const char   *href,
                      const char   *problem,
                      gboolean      present)
{
  Record *record;

  g_return_if_fail (MOEI_IS_STANDING (self));

  record = ensure_record (self, href);
  if (record == NULL)
    return;

  g_free (record->problem);
  record->problem = g_strdup (problem);
  record->awaited = present;
}

/**
 * moei_standing_forget:
 * @self: a standing
 * @situation: a situation
 *
 * Forgets the documents of days and weeks that @situation names no longer.
 *
 * Returns: (transfer full) (element-type MoeiSubject): what they were about
 */
GArray *
moei_standing_forget (MoeiStanding *self,
                      MoeiDocument *situation)
{
  GArray *forgotten = g_array_new (FALSE, FALSE, sizeof (MoeiSubject));
  MoeiCollection *named;
  GHashTableIter iter;
  gpointer href, value;

  g_return_val_if_fail (MOEI_IS_STANDING (self), forgotten);

  named = moei_document_get_documents (situation);
  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &href, &value)) {
    Record *record = value;

    if (!moei_apply_is_dated (record->subject.kind) || moei_collection_lookup (named, href) != NULL)
      continue;
    g_array_append_val (forgotten, record->subject);
    g_hash_table_iter_remove (&iter);
  }
  return forgotten;
}

/* What a document counts to: an entry of the table, and whether it is one of
 * the others. */
static gboolean
find_place (MoeiStanding *self,
            const Record *record,
            guint        *entry,
            gboolean     *other)
{
  const MoeiSubject *subject = &record->subject;
  guint today = moei_operation_get_operating_day (self->operation);

  *other = moei_apply_is_dated (subject->kind) && !moei_apply_is_present (subject->kind, subject->day, today) &&
           !(record->problem != NULL && record->awaited);
  for (*entry = 0; *entry < G_N_ELEMENTS (documents); (*entry)++) {
    if (documents[*entry].kind == subject->kind)
      return TRUE;
  }
  return FALSE;
}

static void
add_record (Sum          *sum,
            const Record *record)
{
  sum->n_records++;
  sum->revision = MAX (sum->revision, record->revision);
  sum->generated = MAX (sum->generated, record->generated);
  if (record->problem != NULL)
    sum->problem = record->problem;
  if (record->confirmed != MOEI_INSTANT_UNKNOWN)
    sum->confirmed = sum->confirmed == MOEI_INSTANT_UNKNOWN ? record->confirmed
                                                            : MIN (sum->confirmed, record->confirmed);
}

static MoeiFreshness *
ensure_freshness (MoeiStanding *self,
                  const char   *id,
                  int           old_after)
{
  MoeiCollection *all = moei_operation_get_freshness (self->operation);
  MoeiFreshness *freshness = moei_collection_lookup (all, id);

  if (freshness == NULL) {
    freshness = g_object_new (MOEI_TYPE_FRESHNESS, "id", id, "old-after", old_after, NULL);
    moei_collection_append (all, freshness);
  }
  return freshness;
}

static void
say (MoeiStanding *self,
     guint         entry,
     gboolean      other,
     const Sum    *sum,
     gboolean      live)
{
  const char *id = other ? documents[entry].others : moei_document_kind_get_name (documents[entry].kind);
  MoeiFreshness *freshness;
  gint64 before;

  /* That there is no document of today says nothing; of other days it says that none is known. */
  if (id == NULL || (sum->n_records == 0 &&
                     (!other || moei_collection_lookup (moei_operation_get_freshness (self->operation), id) == NULL)))
    return;

  freshness = ensure_freshness (self, id, other ? OTHERS_OLD_AFTER : documents[entry].old_after);
  before = moei_freshness_get_confirmed (freshness);
  g_object_set (freshness,
                "revision", sum->revision,
                "generated", sum->generated,
                "confirmed", sum->confirmed,
                "problem", sum->problem,
                NULL);
  if (sum->n_records == 0)
    g_object_set (freshness, "state", MOEI_DATA_STATE_NONE, NULL);
  else if (live && sum->problem == NULL && sum->confirmed != before)
    g_object_set (freshness, "state", MOEI_DATA_STATE_LIVE, NULL);
}

/**
 * moei_standing_sum_up:
 * @self: a standing
 * @live: whether the service has just spoken
 *
 * Says in the operation's freshness what is known by now.
 */
void
moei_standing_sum_up (MoeiStanding *self,
                      gboolean      live)
{
  Sum sums[G_N_ELEMENTS (documents)][2];
  GHashTableIter iter;
  gpointer record;

  g_return_if_fail (MOEI_IS_STANDING (self));

  for (guint entry = 0; entry < G_N_ELEMENTS (documents); entry++)
    sums[entry][FALSE] = sums[entry][TRUE] = (Sum) { .generated = MOEI_INSTANT_UNKNOWN,
                                                     .confirmed = MOEI_INSTANT_UNKNOWN };

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &record)) {
    gboolean other;
    guint entry;

    if (find_place (self, record, &entry, &other))
      add_record (&sums[entry][other], record);
  }

  for (guint entry = 0; entry < G_N_ELEMENTS (documents); entry++) {
    say (self, entry, FALSE, &sums[entry][FALSE], live);
    say (self, entry, TRUE, &sums[entry][TRUE], live);
  }
}

/**
 * moei_standing_counts:
 * @freshness: the id of a freshness
 *
 * Returns: whether it counts when the whole is judged: a board of today is not
 *   old because last week's flights cannot be read
 */
gboolean
moei_standing_counts (const char *freshness)
{
  for (guint entry = 0; entry < G_N_ELEMENTS (documents); entry++) {
    if (g_strcmp0 (documents[entry].others, freshness) == 0)
      return FALSE;
    if (g_strcmp0 (moei_document_kind_get_name (documents[entry].kind), freshness) == 0)
      return !moei_apply_is_aside (documents[entry].kind);
  }
  return TRUE;
}
