/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"

G_BEGIN_DECLS

/**
 * MoeiExtent:
 * @west: the westernmost longitude
 * @south: the southernmost latitude
 * @east: the easternmost longitude
 * @north: the northernmost latitude
 *
 * A part of the Earth, in degrees.
 */
typedef struct {
  double west;
  double south;
  double east;
  double north;
} MoeiExtent;

MoeiExtent          moei_extent_of_day     (MoeiOperation *operation);
MoeiExtent          moei_extent_of_border  (void);
MoeiExtent          moei_extent_of_region  (void);
const MoeiPosition *moei_entity_find_place (MoeiOperation *operation,
                                            MoeiEntity    *entity);

G_END_DECLS
