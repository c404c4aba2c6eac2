/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "service/moei-store-mark.h"

/* Fixed width, so that a mark is replaced by one write in place. */
#define MARK_FORMAT "%-16.16s %019" G_GINT64_FORMAT "\n"
#define MARK_LENGTH 37

struct _MoeiStoreMark {
  int    fd;
  char   epoch[17]; /* "" if there was no mark to be read */
  gint64 revision;
};

static void
set_open_error (const char  *path,
                int          saved_errno,
                GError     **error)
{
  gboolean forbidden = saved_errno == EACCES || saved_errno == EROFS || saved_errno == EPERM;

  g_set_error (error, MOEI_STORE_ERROR,
               forbidden ? MOEI_STORE_ERROR_READ_ONLY : MOEI_STORE_ERROR_FAILED,
               "%s: %s", path, g_strerror (saved_errno));
}

/* What cannot be understood counts as absent: it must not keep a store shut. */
static void
read_mark (MoeiStoreMark *self)
{
  char line[MARK_LENGTH + 1] = { 0 };
  const char *end = NULL;

  if (pread (self->fd, line, MARK_LENGTH, 0) != MARK_LENGTH || line[16] != ' ')
    return;

  self->revision = g_ascii_strtoll (line + 17, (char **) &end, 10);
  if (end == NULL || *end != '\n')
    return;

  line[16] = '\0';
  g_strlcpy (self->epoch, line, sizeof self->epoch);
}

/**
 * moei_store_mark_open:
 * @store_path: the store's file
 * @error: return location
 *
 * Takes the lock and reads the mark, `<store_path>.high`; makes the folder if
 * need be.
 *
 * Returns: (transfer full) (nullable): the mark, locked until it is freed
 */
MoeiStoreMark *
moei_store_mark_open (const char  *store_path,
                      GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (store_path);
  g_autofree char *path = g_strconcat (store_path, ".high", NULL);
  g_autoptr (MoeiStoreMark) self = g_new0 (MoeiStoreMark, 1);

  g_mkdir_with_parents (folder, 0700);
  self->fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->fd < 0) {
    set_open_error (path, errno, error);
    return NULL;
  }

  if (flock (self->fd, LOCK_EX | LOCK_NB) != 0) {
    g_set_error (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_LOCKED, "another service has the store");
    return NULL;
  }

  read_mark (self);
  return g_steal_pointer (&self);
}

/**
 * moei_store_mark_free:
 * @self: (transfer full): a mark
 */
void
moei_store_mark_free (MoeiStoreMark *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

/**
 * moei_store_mark_fits:
 * @self: a mark
 * @epoch: the store's epoch
 * @revision: the store's revision
 *
 * Returns: whether the store is as far as it has ever been; if not, it is an
 *   older copy of itself
 */
gboolean
moei_store_mark_fits (const MoeiStoreMark *self,
                      const char          *epoch,
                      gint64               revision)
{
  if (self->epoch[0] == '\0')
    return TRUE;

  return g_str_equal (self->epoch, epoch) && revision >= self->revision;
}

/**
 * moei_store_mark_set:
 * @self: a mark
 * @epoch: the store's epoch
 * @revision: a revision that is safely kept
 *
 * Moves the mark.  It is not forced to the disk: a mark that stayed behind
 * only fails to notice the very newest copies.
 */
void
moei_store_mark_set (MoeiStoreMark *self,
                     const char    *epoch,
                     gint64         revision)
{
  char line[MARK_LENGTH + 1];

  g_strlcpy (self->epoch, epoch, sizeof self->epoch);
  self->revision = revision;

  g_snprintf (line, sizeof line, MARK_FORMAT, epoch, revision);
  if (pwrite (self->fd, line, MARK_LENGTH, 0) != MARK_LENGTH)
    g_debug ("The store's mark could not be moved: %s", g_strerror (errno));
}
