/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BadDisk:
 * @BAD_DISK_SOUND: it works
 * @BAD_DISK_FULL: whatever is written finds no room
 * @BAD_DISK_SYNC_FAILS: what was written cannot be brought to the disk
 * @BAD_DISK_MAIN_SYNC_FAILS: the same of the store's file only, not of its log
 * @BAD_DISK_WRITE_FAILS: whatever is written fails
 * @BAD_DISK_READ_ONLY: the system has made the file system read-only
 * @BAD_DISK_READ_FAILS: whatever is read fails
 *
 * What is wrong with the disk under every database of this program.
 */
typedef enum {
  BAD_DISK_SOUND,
  BAD_DISK_FULL,
  BAD_DISK_SYNC_FAILS,
  BAD_DISK_MAIN_SYNC_FAILS,
  BAD_DISK_WRITE_FAILS,
  BAD_DISK_READ_ONLY,
  BAD_DISK_READ_FAILS,
} BadDisk;

void  bad_disk_install     (void);
void  bad_disk_set         (BadDisk what);
guint bad_disk_count_fails (void);

G_END_DECLS
