/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-projection.h"
#include "operation/moei-entity.h"

G_BEGIN_DECLS

/* How far from what is drawn somebody still means it, in pixels: with a mouse,
 * and with a finger. */
#define MOEI_MAP_REACH       12.0
#define MOEI_MAP_REACH_TOUCH 24.0

/**
 * MoeiMapRank:
 * @MOEI_MAP_RANK_CONVOY: a convoy
 * @MOEI_MAP_RANK_AIRCRAFT: an aircraft
 * @MOEI_MAP_RANK_PLACE: a place, or several drawn as one
 * @MOEI_MAP_RANK_NAME: the name of one
 * @MOEI_MAP_RANK_ROUTE: a route
 * @MOEI_MAP_RANK_ARC: the arc of flights
 *
 * What is meant first where several things are drawn.
 */
typedef enum {
  MOEI_MAP_RANK_CONVOY,
  MOEI_MAP_RANK_AIRCRAFT,
  MOEI_MAP_RANK_PLACE,
  MOEI_MAP_RANK_NAME,
  MOEI_MAP_RANK_ROUTE,
  MOEI_MAP_RANK_ARC,
} MoeiMapRank;

/**
 * MoeiMapHit:
 * @entity: (transfer none): what is drawn there
 * @rank: which of several is meant first
 * @distance: how far from it the point is, in pixels; 0 if on it
 * @is_group: whether it is several places drawn as one
 *
 * Something drawn at or near a point of the view.
 */
typedef struct {
  MoeiEntity  *entity;
  MoeiMapRank  rank;
  double       distance;
  gboolean     is_group;
} MoeiMapHit;

/**
 * MoeiMapPicker:
 * @at: where the last click was
 * @turn: how many clicks there were at that place before it
 *
 * Chooses what a click means: again at the same place it means what lies below.
 */
typedef struct {
  MoeiPoint at;
  guint     turn;
} MoeiMapPicker;

void              moei_map_hits_sort     (GArray        *hits);
const MoeiMapHit *moei_map_picker_choose (MoeiMapPicker *self,
                                          MoeiPoint      point,
                                          GArray        *hits);

G_END_DECLS
