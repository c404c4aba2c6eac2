/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The most that all tiles on this computer may take, in bytes. */
#define MOEI_TILE_CACHE_MAX_SIZE (100 * 1024 * 1024)

/**
 * MoeiKeptTile:
 * @body: the tile as it was sent
 * @etag: what to ask with; empty if the server gave nothing
 * @expires: until when it may be shown without asking, in seconds since the epoch
 *
 * A tile on this computer.
 */
typedef struct {
  GBytes *body;
  char   *etag;
  gint64  expires;
} MoeiKeptTile;

#define MOEI_TYPE_TILE_CACHE (moei_tile_cache_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTileCache, moei_tile_cache, MOEI, TILE_CACHE, GObject)

MoeiTileCache *moei_tile_cache_new  (const char    *folder,
                                     guint64        max_size);
MoeiKeptTile  *moei_tile_cache_load (MoeiTileCache *self,
                                     const char    *address);
void           moei_tile_cache_save (MoeiTileCache *self,
                                     const char    *address,
                                     GBytes        *body,
                                     const char    *etag,
                                     gint64         expires);
void           moei_kept_tile_free  (MoeiKeptTile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiKeptTile, moei_kept_tile_free)

G_END_DECLS
