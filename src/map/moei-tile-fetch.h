/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* The most that a tile may have, in bytes. */
#define MOEI_TILE_FETCH_MAX_SIZE (1024 * 1024)

/* For how long a tile is shown without asking at most, in seconds. */
#define MOEI_TILE_FETCH_MAX_AGE (30 * 24 * 60 * 60)

#define MOEI_TILE_FETCH_ERROR (moei_tile_fetch_error_quark ())

/**
 * MoeiTileFetchError:
 * @MOEI_TILE_FETCH_ERROR_AWAY: the server does not answer, or not in time
 * @MOEI_TILE_FETCH_ERROR_STATUS: it answers with something else than a tile
 * @MOEI_TILE_FETCH_ERROR_TOO_LARGE: it sends more than a tile has
 *
 * Why a tile did not come.
 */
typedef enum {
  MOEI_TILE_FETCH_ERROR_AWAY,
  MOEI_TILE_FETCH_ERROR_STATUS,
  MOEI_TILE_FETCH_ERROR_TOO_LARGE,
} MoeiTileFetchError;

/**
 * MoeiFetchedTile:
 * @body: (nullable): the tile as it was sent; `NULL` if it has not changed
 * @etag: (nullable): what to ask with the next time
 * @age: for how many seconds it may be shown without asking again; -1 if it may
 *   not be kept
 *
 * What a tile server answered.
 */
typedef struct {
  GBytes *body;
  char   *etag;
  int     age;
} MoeiFetchedTile;

GQuark           moei_tile_fetch_error_quark (void);
SoupSession     *moei_tile_session_new       (void);
void             moei_fetched_tile_free      (MoeiFetchedTile      *self);
void             moei_tile_fetch_async       (SoupSession          *session,
                                              const char           *address,
                                              const char           *etag,
                                              guint                 deadline,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
MoeiFetchedTile *moei_tile_fetch_finish      (GAsyncResult         *result,
                                              GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiFetchedTile, moei_fetched_tile_free)

G_END_DECLS
