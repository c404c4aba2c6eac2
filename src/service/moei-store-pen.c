/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <sys/stat.h>

#include "service/moei-store-pen.h"
#include "service/moei-store-rescue.h"
#include "service/moei-store-schema.h"

/* Which file a path led to. */
typedef struct {
  dev_t           device;
  ino_t           number;
  off_t           size;
  struct timespec written;
} Identity;

struct _MoeiStorePen {
  char     *path;
  char     *log_path;
  sqlite3  *db;      /* (nullable) where it could not be opened again */
  GMutex    mutex;   /* for both of: */
  Identity  file;
  Identity  log;
  gboolean  shaken;  /* a write failed so that the connection is not to be trusted */
  gboolean  stopped; /* that writing stopped has been said */
};

static gboolean
identify (const char  *path,
          Identity    *identity,
          GError     **error)
{
  struct stat status;

  if (stat (path, &status) != 0) {
    g_set_error (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_MOVED, "%s is gone: %s", path, g_strerror (errno));
    return FALSE;
  }

  identity->device = status.st_dev;
  identity->number = status.st_ino;
  identity->size = status.st_size;
  identity->written = status.st_mtim;
  return TRUE;
}

static gboolean
is_still (const char      *path,
          const Identity  *known,
          GError         **error)
{
  Identity present;

  if (!identify (path, &present, error))
    return FALSE;

  if (present.device == known->device && present.number == known->number)
    return TRUE;

  g_set_error (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_MOVED, "another file has been put in the place of %s", path);
  return FALSE;
}

/* Only this program writes to it, so that every other change is somebody's who
 * has copied over it. */
static gboolean
is_untouched (MoeiStorePen  *self,
              GError       **error)
{
  Identity present;

  if (!is_still (self->path, &self->file, error) || !identify (self->path, &present, error))
    return FALSE;

  if (present.size == self->file.size &&
      present.written.tv_sec == self->file.written.tv_sec &&
      present.written.tv_nsec == self->file.written.tv_nsec)
    return TRUE;

  g_set_error (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_MOVED,
               "another program has written to %s; the service must be started again", self->path);
  return FALSE;
}

static gboolean
identify_both (MoeiStorePen  *self,
               GError       **error)
{
  gboolean identified;

  g_mutex_lock (&self->mutex);
  identified = identify (self->path, &self->file, error) && identify (self->log_path, &self->log, error);
  g_mutex_unlock (&self->mutex);
  return identified;
}

static gboolean
open_file (MoeiStorePen  *self,
           GError       **error)
{
  g_clear_pointer (&self->db, sqlite3_close);
  self->db = moei_sql_open (self->path, TRUE, error);

  return self->db != NULL &&
         moei_store_schema_prepare (self->db, self->path, error) &&
         identify_both (self, error);
}

static gboolean
open_or_rescue (MoeiStorePen  *self,
                GError       **error)
{
  g_autoptr (GError) problem = NULL;

  if (open_file (self, &problem))
    return TRUE;

  g_clear_pointer (&self->db, sqlite3_close);
  if (g_error_matches (problem, MOEI_STORE_ERROR, MOEI_STORE_ERROR_DAMAGED) && moei_store_rescue (self->path))
    return open_file (self, error);

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * moei_store_pen_open:
 * @path: the store's file, which is made if need be
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a pen on a store that is sound
 */
MoeiStorePen *
moei_store_pen_open (const char  *path,
                     GError     **error)
{
  g_autoptr (MoeiStorePen) self = g_new0 (MoeiStorePen, 1);

  g_mutex_init (&self->mutex);
  self->path = g_strdup (path);
  self->log_path = g_strconcat (path, "-wal", NULL);
  return open_or_rescue (self, error) ? g_steal_pointer (&self) : NULL;
}

/* What stands in the file's place is not written to, and does not inherit its
 * log. */
static void
let_go (MoeiStorePen *self)
{
  gboolean taken = self->file.number != 0 && !is_untouched (self, NULL);

  if (taken && self->db != NULL)
    sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  g_clear_pointer (&self->db, sqlite3_close);
  if (taken && is_still (self->log_path, &self->log, NULL))
    moei_store_put_log_aside (self->path);
}

/**
 * moei_store_pen_free:
 * @self: (transfer full): a pen
 */
void
moei_store_pen_free (MoeiStorePen *self)
{
  let_go (self);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self->log_path);
  g_free (self);
}

/**
 * moei_store_pen_get_db:
 * @self: a pen that is ready
 *
 * Returns: (transfer none): its connection, until it is made ready again
 */
sqlite3 *
moei_store_pen_get_db (MoeiStorePen *self)
{
  return self->db;
}

/**
 * moei_store_pen_is_in_place:
 * @self: a pen
 * @error: return location
 *
 * Whether its files are still the ones that everybody means.  The system lets
 * a program write on into files that were deleted, where nobody finds it again.
 * May be asked in any thread.
 *
 * Returns: whether they are
 */
gboolean
moei_store_pen_is_in_place (MoeiStorePen  *self,
                            GError       **error)
{
  gboolean in_place;

  g_mutex_lock (&self->mutex);
  in_place = is_still (self->path, &self->file, error) && is_still (self->log_path, &self->log, error);
  g_mutex_unlock (&self->mutex);
  return in_place;
}

/**
 * moei_store_pen_get_ready:
 * @self: a pen
 * @error: return location
 *
 * Makes sure, before a transaction, that it will be kept.  After a failed sync
 * nobody knows what the disk holds: what was read through the connection is
 * forgotten and the file asked again.
 *
 * Returns: whether the pen may be used
 */
gboolean
moei_store_pen_get_ready (MoeiStorePen  *self,
                          GError       **error)
{
  if (!is_untouched (self, error))
    return FALSE;

  if (self->shaken && !open_file (self, error))
    return FALSE;

  return moei_store_pen_is_in_place (self, error);
}

/**
 * moei_store_pen_failed:
 * @self: a pen
 * @error: why a transaction was not made
 *
 * Says so, the first time.
 */
void
moei_store_pen_failed (MoeiStorePen *self,
                       const GError *error)
{
  if (g_error_matches (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_INVALID))
    return;

  self->shaken |= g_error_matches (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_FAILED);
  if (!self->stopped)
    g_message ("%s: writing stopped: %s; what was kept before is served on", self->path, error->message);
  self->stopped = TRUE;
}

/**
 * moei_store_pen_succeeded:
 * @self: a pen with which a transaction was made
 *
 * Remembers how that left the file.
 */
void
moei_store_pen_succeeded (MoeiStorePen *self)
{
  identify_both (self, NULL);
  self->shaken = FALSE;
  if (self->stopped)
    g_message ("%s: writing goes on", self->path);
  self->stopped = FALSE;
}
