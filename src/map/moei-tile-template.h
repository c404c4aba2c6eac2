/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOEI_TILE_TEMPLATE_ERROR (moei_tile_template_error_quark ())

/**
 * MoeiTileTemplateError:
 * @MOEI_TILE_TEMPLATE_ERROR_PLACEHOLDER: one of {z}, {x} and {y} is missing, or
 *   there is another
 * @MOEI_TILE_TEMPLATE_ERROR_ADDRESS: not an address
 * @MOEI_TILE_TEMPLATE_ERROR_SCHEME: neither https, nor http on this computer
 *
 * What is wrong with the address of a tile server.
 */
typedef enum {
  MOEI_TILE_TEMPLATE_ERROR_PLACEHOLDER,
  MOEI_TILE_TEMPLATE_ERROR_ADDRESS,
  MOEI_TILE_TEMPLATE_ERROR_SCHEME,
} MoeiTileTemplateError;

GQuark   moei_tile_template_error_quark (void);
gboolean moei_tile_template_check       (const char  *template,
                                         GError     **error);
char    *moei_tile_template_expand      (const char  *template,
                                         guint        zoom,
                                         guint        x,
                                         guint        y);

G_END_DECLS
