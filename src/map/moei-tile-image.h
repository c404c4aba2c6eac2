/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-raster.h"

G_BEGIN_DECLS

#define MOEI_TILE_IMAGE_ERROR (moei_tile_image_error_quark ())

/**
 * MoeiTileImageError:
 * @MOEI_TILE_IMAGE_ERROR_TYPE: neither PNG nor JPEG
 * @MOEI_TILE_IMAGE_ERROR_SIZE: of a size that a tile does not have
 * @MOEI_TILE_IMAGE_ERROR_DAMAGED: it ends early, or makes no sense
 *
 * Why a picture is not shown as a tile.
 */
typedef enum {
  MOEI_TILE_IMAGE_ERROR_TYPE,
  MOEI_TILE_IMAGE_ERROR_SIZE,
  MOEI_TILE_IMAGE_ERROR_DAMAGED,
} MoeiTileImageError;

GQuark      moei_tile_image_error_quark (void);
MoeiRaster *moei_tile_image_decode      (GBytes    *bytes,
                                         gboolean   dark,
                                         GError   **error);
MoeiRaster *moei_tile_image_empty       (void);

G_END_DECLS
