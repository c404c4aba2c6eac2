/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bad-disk.h"

#include <errno.h>
#include <sqlite3.h>

/* SQLite's own files, of which some methods are replaced: each asks whether the
 * disk is sound, and if it is calls what was there. */

typedef struct {
  const sqlite3_io_methods *real; /* (nullable) until the first file is opened */
  sqlite3_io_methods        own;
} Methods;

static sqlite3_vfs *real_vfs;
static Methods main_methods, other_methods;
static int disk = BAD_DISK_SOUND; /* atomic, as is the next */
static int n_fails;

static const Methods *
methods_of (sqlite3_file *file)
{
  return file->pMethods == &main_methods.own ? &main_methods : &other_methods;
}

/* What the system would have said: SQLite asks for it at once, or the file later. */
static int
system_errno (void)
{
  return g_atomic_int_get (&disk) == BAD_DISK_READ_ONLY ? EROFS : EIO;
}

static int
fail (int code)
{
  g_atomic_int_inc (&n_fails);
  errno = system_errno ();
  return code;
}

static int
file_read (sqlite3_file  *file,
           void          *buffer,
           int            length,
           sqlite3_int64  offset)
{
  if (g_atomic_int_get (&disk) == BAD_DISK_READ_FAILS)
    return fail (SQLITE_IOERR_READ);
  return methods_of (file)->real->xRead (file, buffer, length, offset);
}

static int
file_write (sqlite3_file  *file,
            const void    *buffer,
            int            length,
            sqlite3_int64  offset)
{
  switch (g_atomic_int_get (&disk)) {
  case BAD_DISK_FULL:
    return fail (SQLITE_FULL);
  case BAD_DISK_WRITE_FAILS:
  case BAD_DISK_READ_ONLY:
    return fail (SQLITE_IOERR_WRITE);
  default:
    return methods_of (file)->real->xWrite (file, buffer, length, offset);
  }
}

static int
file_sync (sqlite3_file *file,
           int           flags)
{
  int what = g_atomic_int_get (&disk);

  if (what == BAD_DISK_SYNC_FAILS ||
      (what == BAD_DISK_MAIN_SYNC_FAILS && methods_of (file) == &main_methods))
    return fail (SQLITE_IOERR_FSYNC);
  return methods_of (file)->real->xSync (file, flags);
}

static int
file_control (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  if (operation == SQLITE_FCNTL_LAST_ERRNO && g_atomic_int_get (&disk) != BAD_DISK_SOUND) {
    *(int *) argument = system_errno ();
    return SQLITE_OK;
  }
  return methods_of (file)->real->xFileControl (file, operation, argument);
}

static int
open_file (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  Methods *methods = flags & SQLITE_OPEN_MAIN_DB ? &main_methods : &other_methods;
  int result = real_vfs->xOpen (real_vfs, name, file, flags, out_flags);

  if (result != SQLITE_OK || file->pMethods == NULL)
    return result;

  if (methods->real == NULL) {
    methods->own = *file->pMethods;
    methods->own.xRead = file_read;
    methods->own.xWrite = file_write;
    methods->own.xSync = file_sync;
    methods->own.xFileControl = file_control;
    methods->real = file->pMethods;
  }
  g_assert_true (methods->real == file->pMethods);
  file->pMethods = &methods->own;
  return SQLITE_OK;
}

/**
 * bad_disk_install:
 *
 * Puts the disk under every database that is opened from now on.
 */
void
bad_disk_install (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "bad-disk";
  vfs.xOpen = open_file;
  vfs.pNext = NULL;
  sqlite3_vfs_register (&vfs, 1);
}

/**
 * bad_disk_set:
 * @what: what is wrong with it from now on
 */
void
bad_disk_set (BadDisk what)
{
  g_atomic_int_set (&n_fails, 0);
  g_atomic_int_set (&disk, (int) what);
}

/**
 * bad_disk_count_fails:
 *
 * Returns: how often it failed since it was set
 */
guint
bad_disk_count_fails (void)
{
  return (guint) g_atomic_int_get (&n_fails);
}
