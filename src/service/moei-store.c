/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-store-mark.h"
#include "service/moei-store-pen.h"
#include "service/moei-store-private.h"
#include "service/moei-store-schema.h"
#include "service/moei-store-view.h"
#include "service/moei-store-writer.h"

#define N_IDLE_READERS 2

/**
 * MoeiStore:
 *
 * What the service knows, kept so that nothing it acknowledged is ever lost.
 *
 * One thread writes, in the order in which it is asked; each batch is one
 * transaction, one revision and its audit.  Reading goes through views and
 * may be done from any thread.  Nothing outside knows that it is SQLite.
 */
struct _MoeiStore {
  GObject parent_instance;

  char          *path;
  char          *epoch;
  MoeiStoreMark *mark;     /* (nullable) when opened to be read */
  GMainContext  *context;  /* where changes are told */

  /* the writer's own */
  MoeiStorePen  *pen;      /* (nullable) when opened to be read */
  gint64         revision; /* the last that was told */
  GThread       *writer;   /* (nullable) */
  GAsyncQueue   *queue;    /* of GTask; the store itself ends it */

  GMutex         mutex;
  GQueue         readers;  /* of idle sqlite3 */
  gboolean       closed;
};

G_DEFINE_FINAL_TYPE (MoeiStore, moei_store, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct {
  MoeiStore *store;
  gint64     revision;
  GStrv      hrefs;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->store);
  g_strfreev (change->hrefs);
  g_free (change);
}

static gboolean
tell_change (gpointer data)
{
  Change *change = data;

  g_signal_emit (change->store, signals[SIGNAL_CHANGED], 0, change->revision, change->hrefs);
  return G_SOURCE_REMOVE;
}

/* Told before the task is answered, so that whoever asked finds it known. */
static void
queue_change (MoeiStore *self,
              gint64     revision,
              GStrv      hrefs)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Change *change = g_new (Change, 1);

  *change = (Change) { g_object_ref (self), revision, hrefs };
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[moei] store changed");
  g_source_set_callback (source, tell_change, change, change_free);
  g_source_attach (source, self->context);
}

/* A transaction that went into a file that is nobody's any more is not kept. */
static gboolean
apply (MoeiStore             *self,
       const MoeiStoreBatch  *batch,
       gint64                *revision,
       GStrv                 *hrefs,
       GError               **error)
{
  g_auto (GStrv) changed = NULL;

  if (!moei_store_pen_get_ready (self->pen, error) ||
      !moei_store_writer_apply (moei_store_pen_get_db (self->pen), batch, self->revision,
                                revision, &changed, error) ||
      !moei_store_pen_is_in_place (self->pen, error))
    return FALSE;

  *hrefs = g_steal_pointer (&changed);
  return TRUE;
}

static void
write_batch (MoeiStore *self,
             GTask     *task)
{
  g_autoptr (GError) error = NULL;
  GStrv hrefs = NULL;
  gint64 revision;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (!apply (self, g_task_get_task_data (task), &revision, &hrefs, &error)) {
    moei_store_pen_failed (self->pen, error);
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }

  moei_store_pen_succeeded (self->pen);
  self->revision = revision;
  moei_store_mark_set (self->mark, self->epoch, revision);
  if (hrefs[0] != NULL)
    queue_change (self, revision, hrefs);
  else
    g_strfreev (hrefs);
  g_task_return_int (task, (gssize) revision);
}

static gpointer
write_all (gpointer data)
{
  MoeiStore *self = data;

  while (TRUE) {
    gpointer next = g_async_queue_pop (self->queue);
    g_autoptr (GTask) task = NULL;

    if (next == self)
      return NULL;

    task = next;
    write_batch (self, task);
  }
}

static void
close_reader (gpointer data)
{
  sqlite3_close (data);
}

static void
moei_store_finalize (GObject *object)
{
  MoeiStore *self = MOEI_STORE (object);

  moei_store_close (self);

  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->queue, g_async_queue_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->path);
  g_free (self->epoch);

  G_OBJECT_CLASS (moei_store_parent_class)->finalize (object);
}

static void
moei_store_class_init (MoeiStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_store_finalize;

  /**
   * MoeiStore::changed:
   * @self: the store
   * @revision: its new revision
   * @hrefs: (array zero-terminated=1): the documents that changed at it
   *
   * A batch is safely kept.  Emitted where the store was opened.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MOEI_TYPE_STORE, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRV);
}

static void
moei_store_init (MoeiStore *self)
{
  g_mutex_init (&self->mutex);
  g_queue_init (&self->readers);
  self->queue = g_async_queue_new ();
  self->context = g_main_context_ref_thread_default ();
}

/* A copy from the past must not pass for the present. */
static gboolean
check_mark (MoeiStore  *self,
            GError    **error)
{
  if (!moei_store_mark_fits (self->mark, self->epoch, self->revision)) {
    sqlite3 *db = moei_store_pen_get_db (self->pen);

    if (!moei_store_writer_renew_epoch (db, error))
      return FALSE;

    g_free (self->epoch);
    self->epoch = moei_sql_get_text (db, "SELECT epoch FROM meta", error);
    if (self->epoch == NULL)
      return FALSE;
    g_message ("%s is an earlier copy of itself; it has a new epoch, %s", self->path, self->epoch);
  }

  moei_store_mark_set (self->mark, self->epoch, self->revision);
  return TRUE;
}

static gboolean
read_meta (MoeiStore  *self,
           sqlite3    *db,
           GError    **error)
{
  self->epoch = moei_sql_get_text (db, "SELECT epoch FROM meta", error);

  return self->epoch != NULL &&
         moei_sql_get_number (db, "SELECT revision FROM meta", &self->revision, error);
}

/* What has been put in the store's place is another store. */
static sqlite3 *
open_reader (MoeiStore  *self,
             GError    **error)
{
  g_autoptr (sqlite3) db = moei_sql_open (self->path, FALSE, error);

  if (db == NULL || !moei_sql_run (db, "SELECT revision FROM meta", error) ||
      (self->pen != NULL && !moei_store_pen_is_in_place (self->pen, error)))
    return NULL;
  return g_steal_pointer (&db);
}

/* One reader is kept from the start: it reads on if the file is taken away. */
static gboolean
open_to_write (MoeiStore  *self,
               GError    **error)
{
  sqlite3 *reader;

  self->mark = moei_store_mark_open (self->path, error);
  if (self->mark == NULL ||
      (self->pen = moei_store_pen_open (self->path, error)) == NULL ||
      !read_meta (self, moei_store_pen_get_db (self->pen), error) ||
      !check_mark (self, error) ||
      (reader = open_reader (self, error)) == NULL)
    return FALSE;

  g_queue_push_head (&self->readers, reader);
  moei_store_pen_succeeded (self->pen);

  self->writer = g_thread_new ("moei-store", write_all, g_object_ref (self));
  return TRUE;
}

/**
 * moei_store_open:
 * @path: the store's file; it and its folder are made if need be
 * @error: return location
 *
 * Opens a store for one service alone.  A store that turns out to be an
 * earlier copy of itself gets a new epoch.
 *
 * Returns: (transfer full) (nullable): the store, which lives until
 *   moei_store_close() is called
 */
MoeiStore *
moei_store_open (const char  *path,
                 GError     **error)
{
  g_autoptr (MoeiStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (MOEI_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  if (open_to_write (self, error))
    return g_steal_pointer (&self);

  g_prefix_error (error, "%s: ", path);
  return NULL;
}

/**
 * moei_store_open_to_read:
 * @path: the store's file
 * @error: return location
 *
 * Opens a store that a service may be writing at the same time.
 *
 * Returns: (transfer full) (nullable): the store
 */
MoeiStore *
moei_store_open_to_read (const char  *path,
                         GError     **error)
{
  g_autoptr (MoeiStore) self = NULL;
  g_autoptr (sqlite3) db = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (MOEI_TYPE_STORE, NULL);
  self->path = g_strdup (path);

  db = moei_sql_open (path, FALSE, error);
  if (db != NULL && moei_store_schema_check (db, error) && read_meta (self, db, error))
    return g_steal_pointer (&self);

  g_prefix_error (error, "%s: ", path);
  return NULL;
}

/**
 * moei_store_close:
 * @self: a store
 *
 * Writes what is still queued and lets go of the file.  Further writes fail.
 */
void
moei_store_close (MoeiStore *self)
{
  g_return_if_fail (MOEI_IS_STORE (self));

  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  g_mutex_unlock (&self->mutex);

  if (self->writer != NULL) {
    g_async_queue_push (self->queue, self);
    g_thread_join (g_steal_pointer (&self->writer));
    g_object_unref (self);
  }

  g_queue_clear_full (&self->readers, close_reader);
  g_clear_pointer (&self->pen, moei_store_pen_free);
  g_clear_pointer (&self->mark, moei_store_mark_free);
}

/**
 * moei_store_get_epoch:
 * @self: a store
 *
 * Returns: its epoch, 16 hexadecimal digits
 */
const char *
moei_store_get_epoch (MoeiStore *self)
{
  g_return_val_if_fail (MOEI_IS_STORE (self), NULL);

  return self->epoch;
}

/**
 * moei_store_read:
 * @self: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a view of the newest revision, to be
 *   freed soon
 */
MoeiStoreView *
moei_store_read (MoeiStore  *self,
                 GError    **error)
{
  sqlite3 *db;
  gboolean closed;

  g_return_val_if_fail (MOEI_IS_STORE (self), NULL);

  g_mutex_lock (&self->mutex);
  closed = self->closed;
  db = closed ? NULL : g_queue_pop_head (&self->readers);
  g_mutex_unlock (&self->mutex);

  if (closed)
    g_set_error_literal (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_CLOSED, "the store is closed");
  else if (db == NULL)
    db = open_reader (self, error);
  return db != NULL ? moei_store_view_begin (self, db, error) : NULL;
}

/**
 * moei_store_take_back_reader: (skip)
 * @self: a store
 * @db: (transfer full): a connection whose view is over
 */
void
moei_store_take_back_reader (MoeiStore *self,
                             sqlite3   *db)
{
  g_mutex_lock (&self->mutex);
  if (!self->closed && self->readers.length < N_IDLE_READERS)
    g_queue_push_head (&self->readers, g_steal_pointer (&db));
  g_mutex_unlock (&self->mutex);

  g_clear_pointer (&db, sqlite3_close);
}

/**
 * moei_store_write_async:
 * @self: a store
 * @batch: changes, not to be added to any more
 * @cancellable: (nullable): a cancellable
 * @callback: called when the changes are safely on the disk, or refused
 * @user_data: for @callback
 *
 * Makes all changes of a batch or none.
 */
void
moei_store_write_async (MoeiStore           *self,
                        MoeiStoreBatch      *batch,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MOEI_IS_STORE (self));
  g_return_if_fail (batch != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, moei_store_write_async);
  g_task_set_task_data (task, moei_store_batch_ref (batch), (GDestroyNotify) moei_store_batch_unref);

  if (self->writer != NULL)
    g_async_queue_push (self->queue, g_steal_pointer (&task));
  else
    g_task_return_new_error (task, MOEI_STORE_ERROR, MOEI_STORE_ERROR_CLOSED,
                             self->closed ? "the store is closed" : "the store is open to be read only");
}

/**
 * moei_store_write_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: the store's revision with the changes, or -1
 */
gint64
moei_store_write_finish (MoeiStore     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}

static void
keep_result (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/**
 * moei_store_write:
 * @self: a store
 * @batch: changes
 * @error: return location
 *
 * The same, waiting; for programs that have nothing else to do.
 *
 * Returns: the store's revision with the changes, or -1
 */
gint64
moei_store_write (MoeiStore       *self,
                  MoeiStoreBatch  *batch,
                  GError         **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_main_context_push_thread_default (context);
  moei_store_write_async (self, batch, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);

  return moei_store_write_finish (self, result, error);
}
