/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/moei-basemap-raster.h"

G_BEGIN_DECLS

/* The zoom levels for which there are tiles. */
#define MOEI_BASEMAP_MIN_ZOOM 2
#define MOEI_BASEMAP_MAX_ZOOM 16

#define MOEI_TYPE_BASEMAP_SOURCE (moei_basemap_source_get_type ())

G_DECLARE_FINAL_TYPE (MoeiBasemapSource, moei_basemap_source, MOEI, BASEMAP_SOURCE, ShumateMapSource)

MoeiBasemapSource *moei_basemap_source_new         (GPtrArray          *basemaps);
GPtrArray         *moei_basemap_load_bundled       (void);
void               moei_basemap_source_set_look    (MoeiBasemapSource  *self,
                                                    const MoeiTileLook *look,
                                                    gboolean            as_cairo);
guint              moei_basemap_source_get_n_alive (MoeiBasemapSource  *self);
guint              moei_basemap_source_get_n_drawn (MoeiBasemapSource  *self);
gboolean           moei_basemap_source_is_idle     (MoeiBasemapSource  *self);

G_END_DECLS
