/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map-scene.h"
#include "map/moei-map-symbol.h"
#include "map/moei-projection.h"
#include "operation/moei-place.h"

G_BEGIN_DECLS

/**
 * MoeiDrawnSite:
 * @place: the place; of several drawn as one, the one that matters most
 * @symbol: its symbol
 * @size: how large that is
 * @home: where the place is in the view
 * @at: where its symbol is drawn
 * @radius: how far that reaches
 * @n_places: how many places it stands for
 * @counts: of several, how many there are in each state of a site, in the order
 *   of their symbols
 * @has_selected: whether what is selected is among them
 *
 * A symbol as drawn.
 */
typedef struct {
  MoeiPlace     *place;
  MoeiMapSymbol  symbol;
  MoeiMapSize    size;
  MoeiPoint      home;
  MoeiPoint      at;
  double         radius;
  guint          n_places;
  guint          counts[4];
  gboolean       has_selected;
} MoeiDrawnSite;

/**
 * MoeiSiteArrangement:
 *
 * Which symbols stand where in a view of a scene.
 */
typedef struct _MoeiSiteArrangement MoeiSiteArrangement;

MoeiSiteArrangement *moei_site_arrangement_new         (void);
void                 moei_site_arrangement_free        (MoeiSiteArrangement *self);
void                 moei_site_arrangement_collect     (MoeiSiteArrangement *self,
                                                        MoeiMapScene        *scene);
GArray              *moei_site_arrangement_get         (MoeiSiteArrangement *self,
                                                        const MoeiProjector *projector);
const MoeiDrawnSite *moei_site_arrangement_find        (MoeiSiteArrangement *self,
                                                        const MoeiProjector *projector,
                                                        MoeiPlace           *place);
GPtrArray           *moei_site_arrangement_get_members (MoeiSiteArrangement *self,
                                                        const MoeiProjector *projector,
                                                        MoeiPlace           *place);
void                 moei_site_arrangement_fan_out     (MoeiSiteArrangement *self,
                                                        MoeiPlace           *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiSiteArrangement, moei_site_arrangement_free)

G_END_DECLS
