/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-tile-cache.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#define GREETING  "moei tile 1"
#define FORMAT    "(ssxay)"
#define SUFFIX    ".tile"
#define MAX_FILE  (2 * 1024 * 1024)

/* How much is left when there was too much. */
#define LEFT 0.9

/**
 * MoeiTileCache:
 *
 * The tiles of a tile server on this computer: one file each, in one folder.
 * When they take too much, those that were saved first go first.
 *
 * It reads and writes while it is called; any thread may call it.
 */
struct _MoeiTileCache {
  GObject parent_instance;

  char    *folder;
  guint64  max_size;

  GMutex   mutex;    /* of what follows */
  guint64  size;
  guint    measured : 1;
};

/* One file, when it is looked for what has to go. */
typedef struct {
  char   *path;
  gint64  saved;
  guint64 size;
} Kept;

G_DEFINE_FINAL_TYPE (MoeiTileCache, moei_tile_cache, G_TYPE_OBJECT)

static void
clear_kept (gpointer data)
{
  g_free (((Kept *) data)->path);
}

static gint
compare_saved (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ((const Kept *) a)->saved, second = ((const Kept *) b)->saved;

  return first < second ? -1 : first > second;
}

static char *
get_path (MoeiTileCache *self,
          const char    *address)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, address, -1);
  g_autofree char *name = g_strconcat (sum, SUFFIX, NULL);

  return g_build_filename (self->folder, name, NULL);
}

/* All files of ours, and how much they take together. */
static GArray *
list (MoeiTileCache *self,
      guint64       *size)
{
  GArray *files = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_array_set_clear_func (files, clear_kept);
  *size = 0;
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);
    GStatBuf status;
    Kept kept;

    if (!g_str_has_suffix (name, SUFFIX) || g_stat (path, &status) != 0)
      continue;
    kept.size = (guint64) status.st_size;
    kept.saved = (gint64) status.st_mtim.tv_sec * G_USEC_PER_SEC + status.st_mtim.tv_nsec / 1000;
    kept.path = g_steal_pointer (&path);
    *size += kept.size;
    g_array_append_val (files, kept);
  }
  return files;
}

/* With the mutex. */
static void
keep_within_bounds (MoeiTileCache *self,
                    guint64        added)
{
  g_autoptr (GArray) files = NULL;

  self->size += added;
  if (self->measured && self->size <= self->max_size)
    return;

  files = list (self, &self->size);
  self->measured = TRUE;
  if (self->size <= self->max_size)
    return;

  g_array_sort (files, compare_saved);
  for (guint i = 0; i < files->len && (double) self->size > LEFT * (double) self->max_size; i++) {
    Kept *kept = &g_array_index (files, Kept, i);

    if (g_remove (kept->path) == 0)
      self->size -= kept->size;
  }
}

static void
moei_tile_cache_finalize (GObject *object)
{
  MoeiTileCache *self = MOEI_TILE_CACHE (object);

  g_mutex_clear (&self->mutex);
  g_free (self->folder);

  G_OBJECT_CLASS (moei_tile_cache_parent_class)->finalize (object);
}

static void
moei_tile_cache_class_init (MoeiTileCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_tile_cache_finalize;
}

static void
moei_tile_cache_init (MoeiTileCache *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * moei_tile_cache_new:
 * @folder: where the tiles are; made when it is needed
 * @max_size: the most that they may take together, in bytes
 *
 * Returns: (transfer full): the tiles there
 */
MoeiTileCache *
moei_tile_cache_new (const char *folder,
                     guint64     max_size)
{
  MoeiTileCache *self = g_object_new (MOEI_TYPE_TILE_CACHE, NULL);

  self->folder = g_strdup (folder);
  self->max_size = max_size;
  return self;
}

/**
 * moei_tile_cache_load:
 * @self: tiles
 * @address: a tile's address
 *
 * Returns: (transfer full) (nullable): the tile; `NULL` if it is not there, or
 *   damaged
 */
MoeiKeptTile *
moei_tile_cache_load (MoeiTileCache *self,
                      const char    *address)
{
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) tile = NULL, body = NULL;
  const char *greeting, *etag;
  GStatBuf status;
  MoeiKeptTile *kept;
  gint64 expires;
  gsize size;

  g_return_val_if_fail (MOEI_IS_TILE_CACHE (self), NULL);

  path = get_path (self, address);
  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size > MAX_FILE ||
      !g_file_get_contents (path, &data, &size, NULL))
    return NULL;

  bytes = g_bytes_new_take (g_steal_pointer (&data), size);
  tile = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORMAT), bytes, FALSE));
  if (!g_variant_is_normal_form (tile))
    return NULL;
  g_variant_get (tile, "(&s&sx@ay)", &greeting, &etag, &expires, &body);
  if (!g_str_equal (greeting, GREETING))
    return NULL;

  kept = g_new0 (MoeiKeptTile, 1);
  kept->body = g_variant_get_data_as_bytes (body);
  kept->etag = g_strdup (etag);
  kept->expires = expires;
  return kept;
}

/**
 * moei_tile_cache_save:
 * @self: tiles
 * @address: a tile's address
 * @body: the tile as it was sent
 * @etag: (nullable): what to ask with the next time
 * @expires: until when it may be shown without asking, in seconds since the epoch
 *
 * Keeps a tile, if that is possible.
 */
void
moei_tile_cache_save (MoeiTileCache *self,
                      const char    *address,
                      GBytes        *body,
                      const char    *etag,
                      gint64         expires)
{
  g_autofree char *path = NULL;
  g_autoptr (GVariant) tile = NULL;
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MOEI_IS_TILE_CACHE (self));

  path = get_path (self, address);
  tile = g_variant_ref_sink (g_variant_new (
    "(ssx@ay)", GREETING, etag != NULL && g_utf8_validate (etag, -1, NULL) ? etag : "", expires,
    g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, body, TRUE)));

  locker = g_mutex_locker_new (&self->mutex);
  if (g_mkdir_with_parents (self->folder, 0700) != 0 ||
      !g_file_set_contents_full (path, g_variant_get_data (tile), (gssize) g_variant_get_size (tile),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error)) {
    g_info ("tiles: %s: %s", path, error != NULL ? error->message : g_strerror (errno));
    return;
  }
  keep_within_bounds (self, g_variant_get_size (tile));
}

/**
 * moei_kept_tile_free:
 * @self: (transfer full): a tile
 */
void
moei_kept_tile_free (MoeiKeptTile *self)
{
  g_bytes_unref (self->body);
  g_free (self->etag);
  g_free (self);
}
