/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-convoy-badge.h"
#include "map/moei-map-key.h"
#include "map/moei-map-scene.h"
#include "map/moei-site-arrangement.h"

G_BEGIN_DECLS

/**
 * MoeiMoverBus:
 * @point: where a bus was reported, on the plane
 * @is_old: whether that is so long ago that it may be anywhere by now
 *
 * A bus of a convoy.
 */
typedef struct {
  MoeiPoint point;
  gboolean  is_old;
} MoeiMoverBus;

/**
 * MoeiMover:
 * @entity: a convoy or flight
 * @motion: where it should be, and how far that can be trusted
 * @point: that, on the plane
 * @people: (nullable): the head count of a convoy
 * @look: how a convoy looks
 * @extent: how far its route reaches, on the plane
 * @buses: (nullable) (element-type MoeiMoverBus): its buses whose positions
 *   were reported, from head to tail
 * @home: where it is in the view it was last arranged for
 * @at: where it is drawn there
 * @foot: how far down what is between the two is to be drawn
 * @hidden: whether it is not drawn in that view
 * @width: its width in pixels
 * @height: its height
 *
 * A convoy or aircraft on the map.
 */
typedef struct {
  MoeiEntity     *entity;
  MoeiMotion      motion;
  MoeiPoint       point;
  char           *people;
  MoeiConvoyLook  look;
  double          extent;
  GArray         *buses;
  MoeiPoint       home;
  MoeiPoint       at;
  double          foot;
  gboolean        hidden;
  double          width;
  double          height;
} MoeiMover;

GArray      *moei_movers_collect    (MoeiMapScene        *scene);
gboolean     moei_movers_equal      (GArray              *a,
                                     GArray              *b,
                                     double               pixel);
void         moei_movers_give_way   (GArray              *movers,
                                     const MoeiDrawnSite *sites,
                                     guint                n_sites);
gboolean     moei_mover_shows_buses (const MoeiMover     *self,
                                     const MoeiProjector *projector);
MoeiMapKeys  moei_mover_explain     (const MoeiMover     *self,
                                     const MoeiProjector *projector);

G_END_DECLS
