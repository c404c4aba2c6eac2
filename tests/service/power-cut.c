/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "power-cut.h"

#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* A layer under SQLite that remembers what was on the disk before each write
 * that is not synced yet.  When the power is cut it puts that back, all of it,
 * some sectors, or what came after some byte, and ends the program: what a disk
 * with a write cache may do.  A disk that lies about syncing loses everything,
 * which shows that a loss would be seen. */

#define SECTOR 512

typedef struct {
  sqlite3_int64  offset;
  sqlite3_int64  size; /* of the file before it */
  GBytes        *before;
} Write;

typedef struct {
  sqlite3_file  base;
  sqlite3_file *real;
  GArray       *unsynced; /* of Write */
} File;

static sqlite3_vfs *real_vfs;
static GPtrArray *open_files;
static guint n_writes_left;
static PowerCutLoss loss_kind;
static GRand *chance;

#define REAL(file) (((File *) (file))->real)

static void
write_clear (gpointer data)
{
  g_bytes_unref (((Write *) data)->before);
}

/* Whether the sector at @at is lost, and from which of its bytes on */
static gboolean
is_lost (gsize  at,
         gsize  length,
         gsize  kept,
         gsize *from)
{
  *from = at;
  switch (loss_kind) {
  case POWER_CUT_LOSS_SOME:
    return g_rand_boolean (chance);
  case POWER_CUT_LOSS_TORN:
    *from = CLAMP (kept, at, at + length);
    return *from < at + length;
  case POWER_CUT_LOSS_ALL:
  case POWER_CUT_LOSS_LIES:
  default:
    return TRUE;
  }
}

static void
put_back (File        *file,
          const Write *write,
          gsize        kept)
{
  gsize length, from;
  const guint8 *before = g_bytes_get_data (write->before, &length);

  for (gsize at = 0; at < length; at += SECTOR) {
    gsize size = MIN (length - at, SECTOR);

    if (is_lost (at, size, kept, &from))
      file->real->pMethods->xWrite (file->real, before + from, (int) (at + size - from),
                                    write->offset + (sqlite3_int64) from);
  }
}

static void
forget (File *file)
{
  guint n_kept = loss_kind == POWER_CUT_LOSS_TORN ? (guint) g_rand_int_range (chance, 0, (int) file->unsynced->len) : 0;

  for (guint i = file->unsynced->len; i > n_kept; i--) {
    const Write *write = &g_array_index (file->unsynced, Write, i - 1);
    gboolean torn = loss_kind == POWER_CUT_LOSS_TORN && i == n_kept + 1;

    put_back (file, write, torn ? (gsize) g_rand_int_range (chance, 0, (int) g_bytes_get_size (write->before)) : 0);
  }
  if (loss_kind != POWER_CUT_LOSS_SOME && n_kept == 0)
    file->real->pMethods->xTruncate (file->real, g_array_index (file->unsynced, Write, 0).size);
}

static void
cut (void)
{
  for (guint i = 0; i < open_files->len; i++) {
    File *file = open_files->pdata[i];

    if (file->unsynced->len > 0)
      forget (file);
  }
  _exit (POWER_CUT_EXIT);
}

static int
file_close (sqlite3_file *file)
{
  int result = REAL (file)->pMethods->xClose (REAL (file));

  g_ptr_array_remove (open_files, file);
  g_array_unref (((File *) file)->unsynced);
  g_free (REAL (file));
  return result;
}

static int
file_read (sqlite3_file  *file,
           void          *buffer,
           int            length,
           sqlite3_int64  offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), buffer, length, offset);
}

static int
file_write (sqlite3_file  *file,
            const void    *buffer,
            int            length,
            sqlite3_int64  offset)
{
  g_autofree guint8 *before = g_malloc0 ((gsize) length);
  Write write = { .offset = offset };
  int result;

  REAL (file)->pMethods->xFileSize (REAL (file), &write.size);
  REAL (file)->pMethods->xRead (REAL (file), before, length, offset);
  write.before = g_bytes_new_take (g_steal_pointer (&before), (gsize) length);
  g_array_append_val (((File *) file)->unsynced, write);

  result = REAL (file)->pMethods->xWrite (REAL (file), buffer, length, offset);
  if (--n_writes_left == 0)
    cut ();
  return result;
}

static int
file_truncate (sqlite3_file  *file,
               sqlite3_int64  size)
{
  return REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
file_sync (sqlite3_file *file,
           int           flags)
{
  if (loss_kind != POWER_CUT_LOSS_LIES)
    g_array_set_size (((File *) file)->unsynced, 0);
  return REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
file_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
file_lock (sqlite3_file *file,
           int           level)
{
  return REAL (file)->pMethods->xLock (REAL (file), level);
}

static int
file_unlock (sqlite3_file *file,
             int           level)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), level);
}

static int
file_check_reserved_lock (sqlite3_file *file,
                          int          *locked)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), locked);
}

static int
file_control (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return SECTOR;
}

/* Promises nothing: no atomic sectors, no write that stays in its place. */
static int
file_device_characteristics (sqlite3_file *file)
{
  return 0;
}

static int
file_shm_map (sqlite3_file   *file,
              int             page,
              int             size,
              int             extend,
              void volatile **memory)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, memory);
}

static int
file_shm_lock (sqlite3_file *file,
               int           offset,
               int           n,
               int           flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
file_shm_unmap (sqlite3_file *file,
                int           delete_flag)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), delete_flag);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_reserved_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_device_characteristics,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static int
open_file (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *base,
           int           flags,
           int          *out_flags)
{
  File *file = (File *) base;
  int result;

  memset (file, 0, sizeof *file);
  file->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  result = real_vfs->xOpen (real_vfs, name, file->real, flags, out_flags);
  if (result != SQLITE_OK) {
    g_clear_pointer (&file->real, g_free);
    return result;
  }

  file->base.pMethods = &methods;
  file->unsynced = g_array_new (FALSE, FALSE, sizeof (Write));
  g_array_set_clear_func (file->unsynced, write_clear);
  g_ptr_array_add (open_files, file);
  return SQLITE_OK;
}

/**
 * power_cut_arm:
 * @n_writes: how many writes from now the power is cut
 * @loss: what the disk will have forgotten
 * @seed: what that hangs on
 *
 * Puts the layer under every database that is opened from now on.
 */
void
power_cut_arm (guint        n_writes,
               PowerCutLoss loss,
               guint        seed)
{
  static sqlite3_vfs vfs;

  n_writes_left = n_writes;
  loss_kind = loss;
  chance = g_rand_new_with_seed (seed);
  open_files = g_ptr_array_new ();

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "power-cut";
  vfs.szOsFile = sizeof (File);
  vfs.xOpen = open_file;
  vfs.pNext = NULL;
  sqlite3_vfs_register (&vfs, 1);
}
