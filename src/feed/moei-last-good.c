/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-last-good.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "feed/moei-fetch.h"

#define GREETING "moei last good 1"
#define SUFFIX ".document"
#define DAMAGED_SUFFIX ".damaged"
#define MAX_FILE (MOEI_FETCH_MAX_SIZE + 64 * 1024)

/**
 * MoeiLastGood:
 *
 * The last good picture on this computer: one file for each document of a
 * service, written whole or not at all, and checked when it is read.
 *
 * A file that is damaged is set aside and not shown; the others are.  It is
 * not libsoup's cache, which an unclean end empties.
 */
struct _MoeiLastGood {
  GObject parent_instance;

  char *folder;
};

/* What one task saves; without a body it forgets. */
typedef struct {
  char   *href;
  char   *etag;
  gint64  received;
  GBytes *body;
} Saving;

G_DEFINE_FINAL_TYPE (MoeiLastGood, moei_last_good, G_TYPE_OBJECT)

static void
saving_free (Saving *self)
{
  g_free (self->href);
  g_free (self->etag);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

/**
 * moei_kept_free:
 * @self: (transfer full): a document
 */
void
moei_kept_free (MoeiKept *self)
{
  g_free (self->href);
  g_free (self->etag);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

static void
moei_last_good_finalize (GObject *object)
{
  MoeiLastGood *self = MOEI_LAST_GOOD (object);

  g_free (self->folder);

  G_OBJECT_CLASS (moei_last_good_parent_class)->finalize (object);
}

static void
moei_last_good_class_init (MoeiLastGoodClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_last_good_finalize;
}

static void
moei_last_good_init (MoeiLastGood *self)
{
}

/**
 * moei_last_good_new:
 * @folder: (nullable): where services' folders are; `NULL` for the user's cache
 * @service: the service's address
 *
 * Returns: (transfer full): the last good picture of that service
 */
MoeiLastGood *
moei_last_good_new (const char *folder,
                    const char *service)
{
  MoeiLastGood *self = g_object_new (MOEI_TYPE_LAST_GOOD, NULL);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, service, -1);

  if (folder != NULL)
    self->folder = g_build_filename (folder, name, NULL);
  else
    self->folder = g_build_filename (g_get_user_cache_dir (), "moei", name, NULL);
  return self;
}

/* Takes a line off the front; NULL where there is none. */
static char *
take_line (const char **text,
           gsize       *length)
{
  const char *end = memchr (*text, '\n', *length);
  char *line;

  if (end == NULL)
    return NULL;
  line = g_strndup (*text, (gsize) (end - *text));
  *length -= (gsize) (end - *text) + 1;
  *text = end + 1;
  return line;
}

/* A file is a greeting, the checksum of all that follows, three lines (address,
 * ETag, time) and the body. */
static MoeiKept *
parse (const char *text,
       gsize       length)
{
  g_autofree char *greeting = take_line (&text, &length);
  g_autofree char *checksum = greeting != NULL ? take_line (&text, &length) : NULL;
  g_autofree char *actual = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
  g_autofree char *href = NULL;
  g_autofree char *etag = NULL;
  g_autofree char *received = NULL;
  MoeiKept *kept;
  gint64 when;

  if (checksum == NULL || strcmp (greeting, GREETING) != 0 || strcmp (checksum, actual) != 0)
    return NULL;

  href = take_line (&text, &length);
  etag = href != NULL ? take_line (&text, &length) : NULL;
  received = etag != NULL ? take_line (&text, &length) : NULL;
  if (received == NULL || !g_ascii_string_to_signed (received, 10, 0, G_MAXINT64, &when, NULL))
    return NULL;

  kept = g_new0 (MoeiKept, 1);
  kept->href = g_steal_pointer (&href);
  kept->etag = *etag != '\0' ? g_steal_pointer (&etag) : NULL;
  kept->received = when;
  kept->body = g_bytes_new (text, length);
  return kept;
}

static MoeiKept *
load_file (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;
  GStatBuf status;
  MoeiKept *kept = NULL;

  /* Nothing that we wrote is larger: do not even look at it. */
  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return NULL;
  if (status.st_size <= MAX_FILE && g_file_get_contents (path, &text, &length, NULL))
    kept = parse (text, length);
  if (kept == NULL) {
    g_autofree char *aside = g_strconcat (path, DAMAGED_SUFFIX, NULL);

    g_info ("%s is damaged; set aside as %s", path, aside);
    if (g_rename (path, aside) != 0)
      g_info ("%s: %s", path, g_strerror (errno));
  }
  return kept;
}

static void
load (GTask *task)
{
  MoeiLastGood *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) moei_kept_free);
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  /* A folder that is not there yet holds nothing: that is no error. */
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);
    MoeiKept *kept = g_str_has_suffix (name, SUFFIX) ? load_file (path) : NULL;

    if (kept != NULL)
      g_ptr_array_add (documents, kept);
  }
  g_task_return_pointer (task, g_steal_pointer (&documents), (GDestroyNotify) g_ptr_array_unref);
}

/* However many documents a service names: the oldest files go first. */
static void
drop_oldest (MoeiLastGood *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  g_autofree char *oldest = NULL;
  gint64 oldest_time = G_MAXINT64;
  guint n_files = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);
    GStatBuf status;

    if (g_stat (path, &status) != 0)
      continue;
    n_files++;
    if (status.st_mtime < oldest_time) {
      oldest_time = status.st_mtime;
      g_free (oldest);
      oldest = g_steal_pointer (&path);
    }
  }
  if (n_files > MOEI_LAST_GOOD_MAX_DOCUMENTS && oldest != NULL)
    g_unlink (oldest);
}

static GString *
format (Saving *saving)
{
  GString *text = g_string_new (NULL);
  g_autofree char *checksum = NULL;
  g_autofree char *head = NULL;

  g_string_printf (text, "%s\n%s\n%" G_GINT64_FORMAT "\n", saving->href,
                   saving->etag != NULL ? saving->etag : "", saving->received);
  g_string_append_len (text, g_bytes_get_data (saving->body, NULL), (gssize) g_bytes_get_size (saving->body));

  checksum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text->str, text->len);
  head = g_strdup_printf ("%s\n%s\n", GREETING, checksum);
  g_string_prepend (text, head);
  return text;
}

static void
save (GTask *task)
{
  MoeiLastGood *self = g_task_get_source_object (task);
  Saving *saving = g_task_get_task_data (task);
  g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, saving->href, -1);
  g_autofree char *name = g_strconcat (key, SUFFIX, NULL);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GString) text = saving->body != NULL ? format (saving) : NULL;
  GError *error = NULL;

  if (text == NULL) {
    g_task_return_boolean (task, g_unlink (path) == 0 || errno == ENOENT);
  } else if (g_mkdir_with_parents (self->folder, 0700) != 0) {
    int saved_errno = errno;

    g_task_return_new_error (task, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                             "%s: %s", self->folder, g_strerror (saved_errno));
  } else if (!g_file_set_contents_full (path, text->str, (gssize) text->len,
                                        G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                        0600, &error)) {
    g_task_return_error (task, error);
  } else {
    drop_oldest (self);
    g_task_return_boolean (task, TRUE);
  }
}

static void
work (gpointer data,
      gpointer user_data)
{
  g_autoptr (GTask) task = data;

  if (g_task_get_source_tag (task) == moei_last_good_load_async)
    load (task);
  else
    save (task);
}

/* One thread does all, in the order in which it was asked for: what was saved
 * later stays, and what was saved before is there to be loaded. */
static void
run_in_turn (GTask *task)
{
  static gsize once;
  static GThreadPool *pool;

  if (g_once_init_enter (&once)) {
    pool = g_thread_pool_new (work, NULL, 1, FALSE, NULL);
    g_once_init_leave (&once, 1);
  }
  g_thread_pool_push (pool, task, NULL);
}

/**
 * moei_last_good_load_async:
 * @self: a last good picture
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads all documents that are kept and whole.
 */
void
moei_last_good_load_async (MoeiLastGood        *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MOEI_IS_LAST_GOOD (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, moei_last_good_load_async);
  run_in_turn (g_steal_pointer (&task));
}

/**
 * moei_last_good_load_finish:
 * @self: a last good picture
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (element-type MoeiKept): the documents
 */
GPtrArray *
moei_last_good_load_finish (MoeiLastGood  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
save_or_forget (MoeiLastGood        *self,
                Saving              *saving,
                gpointer             source_tag,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  run_in_turn (g_steal_pointer (&task));
}

/**
 * moei_last_good_save_async:
 * @self: a last good picture
 * @href: the document's address, relative to the service
 * @etag: (nullable): its ETag
 * @body: its bytes
 * @cancellable: (nullable): a cancellable
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Keeps a document in place of the one of the same address.
 */
void
moei_last_good_save_async (MoeiLastGood        *self,
                           const char          *href,
                           const char          *etag,
                           GBytes              *body,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Saving *saving;

  g_return_if_fail (MOEI_IS_LAST_GOOD (self));
  g_return_if_fail (href != NULL && strchr (href, '\n') == NULL);

  saving = g_new0 (Saving, 1);
  saving->href = g_strdup (href);
  saving->etag = etag != NULL && strchr (etag, '\n') == NULL ? g_strdup (etag) : NULL;
  saving->received = g_get_real_time ();
  saving->body = g_bytes_ref (body);
  save_or_forget (self, saving, moei_last_good_save_async, cancellable, callback, user_data);
}

/**
 * moei_last_good_save_finish:
 * @self: a last good picture
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether the document was kept
 */
gboolean
moei_last_good_save_finish (MoeiLastGood  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * moei_last_good_forget_async:
 * @self: a last good picture
 * @href: a document's address, relative to the service
 * @cancellable: (nullable): a cancellable
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Keeps that document no longer.  Days go by, and each has its own; they must
 * not in time crowd out the documents that seldom change.
 */
void
moei_last_good_forget_async (MoeiLastGood        *self,
                             const char          *href,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Saving *saving;

  g_return_if_fail (MOEI_IS_LAST_GOOD (self));
  g_return_if_fail (href != NULL);

  saving = g_new0 (Saving, 1);
  saving->href = g_strdup (href);
  save_or_forget (self, saving, moei_last_good_forget_async, cancellable, callback, user_data);
}

/**
 * moei_last_good_forget_finish:
 * @self: a last good picture
 * @result: what the callback got
 *
 * Returns: whether the document is kept no longer
 */
gboolean
moei_last_good_forget_finish (MoeiLastGood *self,
                              GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
