/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-picture.h"

#include "feed/moei-apply.h"
#include "feed/moei-ledger.h"

/**
 * MoeiPicture:
 *
 * The documents that were read and are to be shown together.
 *
 * When the operating day turns, the documents of the new day are shown once
 * all of them have come: yesterday's flights are never shown as today's.
 */
struct _MoeiPicture {
  GObject parent_instance;

  MoeiOperation *operation;
  MoeiStanding  *standing;
  GHashTable    *waiting; /* href → MoeiDocument */
};

G_DEFINE_FINAL_TYPE (MoeiPicture, moei_picture, G_TYPE_OBJECT)

static void
moei_picture_dispose (GObject *object)
{
  MoeiPicture *self = MOEI_PICTURE (object);

  moei_picture_drop (self);
  g_clear_object (&self->operation);
  g_clear_object (&self->standing);

  G_OBJECT_CLASS (moei_picture_parent_class)->dispose (object);
}

static void
moei_picture_finalize (GObject *object)
{
  g_hash_table_unref (MOEI_PICTURE (object)->waiting);

  G_OBJECT_CLASS (moei_picture_parent_class)->finalize (object);
}

static void
moei_picture_class_init (MoeiPictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_picture_dispose;
  object_class->finalize = moei_picture_finalize;
}

static void
moei_picture_init (MoeiPicture *self)
{
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static MoeiDocument *
get_situation (MoeiPicture *self)
{
  return g_hash_table_lookup (self->waiting, MOEI_LEDGER_SITUATION);
}

/* The situation says which day it is. */
static gboolean
is_dated (MoeiDocument *document)
{
  MoeiDocumentKind kind = moei_document_get_kind (document);

  return kind == MOEI_DOCUMENT_SITUATION || moei_apply_is_dated (kind);
}

static gboolean
day_turns (MoeiPicture *self)
{
  MoeiDocument *situation = get_situation (self);
  guint day = moei_operation_get_operating_day (self->operation);

  return situation != NULL && day != MOEI_DAY_UNKNOWN &&
         moei_document_get_operating_day (situation) != day;
}

/* The service and the situation first; of what is in two documents, since it
 * moved from the one to the other, the later one tells. */
static int
compare_waiting (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  GHashTable *waiting = user_data;
  MoeiDocument *first = g_hash_table_lookup (waiting, *(const char **) a);
  MoeiDocument *second = g_hash_table_lookup (waiting, *(const char **) b);
  int kinds = (int) moei_document_get_kind (first) - (int) moei_document_get_kind (second);
  gint64 revisions = moei_document_get_revision (first) - moei_document_get_revision (second);

  if (kinds != 0)
    return kinds;
  return revisions != 0 ? (revisions > 0) - (revisions < 0) : g_strcmp0 (*(const char **) a, *(const char **) b);
}

/* What the situation names no longer is not known any more. */
static void
forget_unnamed (MoeiPicture  *self,
                MoeiDocument *situation)
{
  g_autoptr (GArray) forgotten = moei_standing_forget (self->standing, situation);

  for (guint i = 0; i < forgotten->len; i++) {
    const MoeiSubject *subject = &g_array_index (forgotten, MoeiSubject, i);

    if (subject->day != MOEI_DAY_UNKNOWN)
      moei_apply_forget (self->operation, subject->kind, subject->day);
  }
}

static void
show_waiting (MoeiPicture *self,
              const char  *href)
{
  MoeiDocument *document = g_hash_table_lookup (self->waiting, href);

  if (moei_document_get_kind (document) == MOEI_DOCUMENT_SITUATION)
    forget_unnamed (self, document);
  moei_apply_document (self->operation, document);
  moei_standing_show (self->standing, href, document);
  g_hash_table_remove (self->waiting, href);
}

/**
 * moei_picture_new:
 * @operation: where to show what was read
 * @standing: what to tell of it
 *
 * Returns: (transfer full): a picture in which nothing waits
 */
MoeiPicture *
moei_picture_new (MoeiOperation *operation,
                  MoeiStanding  *standing)
{
  MoeiPicture *self = g_object_new (MOEI_TYPE_PICTURE, NULL);

  self->operation = g_object_ref (operation);
  self->standing = g_object_ref (standing);
  return self;
}

/**
 * moei_picture_take:
 * @self: a picture
 * @href: the document's address
 * @document: the document, whole and understood
 *
 * Lets it wait to be shown, in place of a former one that still waits.
 */
void
moei_picture_take (MoeiPicture  *self,
                   const char   *href,
                   MoeiDocument *document)
{
  g_return_if_fail (MOEI_IS_PICTURE (self));
  g_return_if_fail (MOEI_IS_DOCUMENT (document));

  g_hash_table_insert (self->waiting, g_strdup (href), g_object_ref (document));
}

/**
 * moei_picture_show:
 * @self: a picture
 * @complete: whether all that was to be read of the present was read
 *
 * Shows what waits.  If it is not complete and the day turns, what belongs to
 * a day goes on waiting.
 */
void
moei_picture_show (MoeiPicture *self,
                   gboolean     complete)
{
  g_autoptr (GPtrArray) hrefs = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer href, document;
  gboolean hold;

  g_return_if_fail (MOEI_IS_PICTURE (self));

  hold = !complete && day_turns (self);
  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &href, &document)) {
    if (!hold || !is_dated (document))
      g_ptr_array_add (hrefs, href);
  }
  g_ptr_array_sort_with_data (hrefs, compare_waiting, self->waiting);

  g_object_freeze_notify (G_OBJECT (self->operation));
  moei_operation_freeze (self->operation);
  for (guint i = 0; i < hrefs->len; i++)
    show_waiting (self, hrefs->pdata[i]);
  moei_operation_thaw (self->operation);
  g_object_thaw_notify (G_OBJECT (self->operation));
}

/**
 * moei_picture_drop:
 * @self: a picture
 *
 * Throws away what waits.
 */
void
moei_picture_drop (MoeiPicture *self)
{
  g_return_if_fail (MOEI_IS_PICTURE (self));

  g_hash_table_remove_all (self->waiting);
}

/**
 * moei_picture_is_shown:
 * @self: a picture
 * @href: a document's address
 *
 * Returns: whether what was last read of that document is shown; no, where it
 *   waits for the rest of its day
 */
gboolean
moei_picture_is_shown (MoeiPicture *self,
                       const char  *href)
{
  MoeiDocumentKind kind;
  guint day;

  g_return_val_if_fail (MOEI_IS_PICTURE (self), FALSE);

  if (g_hash_table_contains (self->waiting, href))
    return FALSE;
  return get_situation (self) == NULL ||
         !moei_apply_parse_href (href, &kind, &day) || !moei_apply_is_dated (kind);
}
