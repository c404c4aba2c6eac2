/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The words of the meeting display's settings file are the nicks of these. */

/**
 * MoeiSceneKind:
 * @MOEI_SCENE_KIND_SITUATION: the map, today, the week and the departures
 * @MOEI_SCENE_KIND_WEEK: plan and actual of the week
 * @MOEI_SCENE_KIND_FLIGHTS: the day's flights
 * @MOEI_SCENE_KIND_COUNTRIES: the queue by country or region
 * @MOEI_SCENE_KIND_NOTICES: the notices in force
 * @MOEI_SCENE_KIND_VISITOR: totals only, for whoever is led past
 *
 * What a meeting display can show.
 */
typedef enum {
  MOEI_SCENE_KIND_SITUATION,
  MOEI_SCENE_KIND_WEEK,
  MOEI_SCENE_KIND_FLIGHTS,
  MOEI_SCENE_KIND_COUNTRIES,
  MOEI_SCENE_KIND_NOTICES,
  MOEI_SCENE_KIND_VISITOR,
} MoeiSceneKind;

#define MOEI_N_SCENE_KINDS 6

/**
 * MoeiOccasionKind:
 * @MOEI_OCCASION_KIND_FLIGHT_CANCELLED: a flight of the day will not go, or went elsewhere
 * @MOEI_OCCASION_KIND_CONVOY_HALTED: a convoy of the day has stopped on its way
 * @MOEI_OCCASION_KIND_NOTICE: a notice was published
 * @MOEI_OCCASION_KIND_QUOTA_REACHED: as many have departed as may
 * @MOEI_OCCASION_KIND_FLIGHT_DEPARTED: a flight of the day has left
 *
 * What can happen that all in the room should see at once; of two of the same
 * severity the former goes first.
 */
typedef enum {
  MOEI_OCCASION_KIND_FLIGHT_CANCELLED,
  MOEI_OCCASION_KIND_CONVOY_HALTED,
  MOEI_OCCASION_KIND_NOTICE,
  MOEI_OCCASION_KIND_QUOTA_REACHED,
  MOEI_OCCASION_KIND_FLIGHT_DEPARTED,
} MoeiOccasionKind;

#define MOEI_N_OCCASION_KINDS 5

/**
 * MoeiOccasionAction:
 * @MOEI_OCCASION_ACTION_NONE: the scenes go on as they do
 * @MOEI_OCCASION_ACTION_HOLD: the scene that is shown stays for a while
 * @MOEI_OCCASION_ACTION_PRE_EMPT: the scene that tells of it is shown for a while
 *
 * What an occasion does to the scenes.
 */
typedef enum {
  MOEI_OCCASION_ACTION_NONE,
  MOEI_OCCASION_ACTION_HOLD,
  MOEI_OCCASION_ACTION_PRE_EMPT,
} MoeiOccasionAction;

/**
 * MoeiHold:
 * @MOEI_HOLD_NONE: nothing; the scenes turn
 * @MOEI_HOLD_TOUCH: somebody at the keyboard; the languages stand too
 * @MOEI_HOLD_OCCASION: an occasion
 * @MOEI_HOLD_TAKE_OVER: a notice that takes the screen
 * @MOEI_HOLD_VISITOR: the visitors' scene
 *
 * Why the scenes do not turn.
 */
typedef enum {
  MOEI_HOLD_NONE,
  MOEI_HOLD_TOUCH,
  MOEI_HOLD_OCCASION,
  MOEI_HOLD_TAKE_OVER,
  MOEI_HOLD_VISITOR,
} MoeiHold;

G_END_DECLS
