/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MOEI_BASEMAP_ERROR (moei_basemap_error_quark ())

/**
 * MoeiBasemapError:
 * @MOEI_BASEMAP_ERROR_NOT_A_BASEMAP: it does not begin as a base map does
 * @MOEI_BASEMAP_ERROR_VERSION: of a version this program does not read
 * @MOEI_BASEMAP_ERROR_TRUNCATED: it ends early
 * @MOEI_BASEMAP_ERROR_MALFORMED: it says something that cannot be
 */
typedef enum {
  MOEI_BASEMAP_ERROR_NOT_A_BASEMAP,
  MOEI_BASEMAP_ERROR_VERSION,
  MOEI_BASEMAP_ERROR_TRUNCATED,
  MOEI_BASEMAP_ERROR_MALFORMED,
} MoeiBasemapError;

/**
 * MoeiBasemapFeature:
 * @MOEI_BASEMAP_LAND: land, whoever's it is
 * @MOEI_BASEMAP_COUNTRY: a country; class 1 is Thailand, 2 is Myanmar
 * @MOEI_BASEMAP_BUILT_UP: a town
 * @MOEI_BASEMAP_RIVER: a river; class 0 is the Moei, 1 the Salween
 * @MOEI_BASEMAP_BORDER: a border; class 1 is the one between Thailand and
 *   Myanmar, 2 one that is claimed by more than one side
 * @MOEI_BASEMAP_ROAD: a road; class 0 a highway, 1 a main road, 2 a local one
 * @MOEI_BASEMAP_RUNWAY: a runway
 * @MOEI_BASEMAP_BRIDGE: a bridge
 * @MOEI_BASEMAP_N_FEATURES: how many there are
 *
 * What a layer shows, in drawing order.
 */
typedef enum {
  MOEI_BASEMAP_LAND,
  MOEI_BASEMAP_COUNTRY,
  MOEI_BASEMAP_BUILT_UP,
  MOEI_BASEMAP_RIVER,
  MOEI_BASEMAP_BORDER,
  MOEI_BASEMAP_ROAD,
  MOEI_BASEMAP_RUNWAY,
  MOEI_BASEMAP_BRIDGE,
  MOEI_BASEMAP_N_FEATURES,
} MoeiBasemapFeature;

/* One unit of a basemap's coordinates is this part of the world: 3.7 cm at the
 * equator. */
#define MOEI_BASEMAP_UNITS (1 << 30)

/**
 * MoeiBasemapPart:
 * @x0: westernmost coordinate
 * @y0: northernmost coordinate
 * @x1: easternmost coordinate
 * @y1: southernmost coordinate
 * @kind: its class within the feature
 * @n_rings: how many rings or lines it has
 * @rings: (array length=n_rings): how many points each has
 * @points: x and y of all points, ring after ring
 *
 * A polygon or line, small enough to be skipped as a whole.
 */
typedef struct {
  gint32        x0, y0, x1, y1;
  guint         kind;
  guint         n_rings;
  const guint  *rings;
  const gint32 *points;
} MoeiBasemapPart;

/**
 * MoeiBasemapLayer:
 * @feature: what it shows
 * @closed: whether its parts are polygons
 * @min_zoom: the first zoom level at which it is drawn
 * @max_zoom: the last one
 * @n_parts: how many parts it has
 * @parts: (array length=n_parts): its parts
 */
typedef struct {
  MoeiBasemapFeature     feature;
  gboolean               closed;
  guint                  min_zoom;
  guint                  max_zoom;
  guint                  n_parts;
  const MoeiBasemapPart *parts;
} MoeiBasemapLayer;

#define MOEI_TYPE_BASEMAP (moei_basemap_get_type ())

G_DECLARE_FINAL_TYPE (MoeiBasemap, moei_basemap, MOEI, BASEMAP, GObject)

GQuark                  moei_basemap_error_quark (void);

MoeiBasemap            *moei_basemap_decode      (GBytes       *bytes,
                                                  GError      **error);
const MoeiBasemapLayer *moei_basemap_get_layers  (MoeiBasemap  *self,
                                                  guint        *n_layers);

G_END_DECLS
