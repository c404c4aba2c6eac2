/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-projection.h"
#include "operation/moei-text.h"

G_BEGIN_DECLS

/**
 * MoeiNamedKind:
 * @MOEI_NAMED_COUNTRY: a country
 * @MOEI_NAMED_STATE: a state or province
 * @MOEI_NAMED_CITY: a city
 * @MOEI_NAMED_TOWN: a town
 * @MOEI_NAMED_VILLAGE: a village
 * @MOEI_NAMED_WATER: a river or sea
 *
 * What a name on the base map is the name of.
 */
typedef enum {
  MOEI_NAMED_COUNTRY,
  MOEI_NAMED_STATE,
  MOEI_NAMED_CITY,
  MOEI_NAMED_TOWN,
  MOEI_NAMED_VILLAGE,
  MOEI_NAMED_WATER,
} MoeiNamedKind;

/**
 * MoeiNamed:
 * @kind: what it is
 * @rank: how important, 0 the most
 * @min_zoom: from which zoom level on it is named
 * @max_zoom: up to which zoom level
 * @angle: by how much its name is turned clockwise, in radians
 * @point: where it is on the plane
 * @name: its name
 *
 * A name on the base map.
 */
typedef struct {
  MoeiNamedKind  kind;
  int            rank;
  double         min_zoom;
  double         max_zoom;
  double         angle;
  MoeiPoint      point;
  MoeiText      *name;
} MoeiNamed;

GPtrArray *moei_gazetteer_load_bundled (void);
GPtrArray *moei_gazetteer_read         (const char  *table,
                                        GError     **error);

G_END_DECLS
