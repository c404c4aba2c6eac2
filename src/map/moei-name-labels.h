/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-label-placer.h"

G_BEGIN_DECLS

/**
 * MoeiNameTurn:
 * @MOEI_NAME_TURN_COUNTRIES: of countries, where the view is of several
 * @MOEI_NAME_TURN_TOWNS: of larger towns, by which a reader finds his way
 * @MOEI_NAME_TURN_OTHERS: the others
 *
 * Names of the base map that are placed at the same time.
 */
typedef enum {
  MOEI_NAME_TURN_COUNTRIES,
  MOEI_NAME_TURN_TOWNS,
  MOEI_NAME_TURN_OTHERS,
} MoeiNameTurn;

void moei_name_labels_place (GPtrArray           *names,
                             MoeiLabelPlacer     *placer,
                             const MoeiProjector *projector,
                             MoeiNameTurn         turn);

G_END_DECLS
