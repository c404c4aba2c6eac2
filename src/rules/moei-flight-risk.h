/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"

G_BEGIN_DECLS

/**
 * MoeiRisk:
 * @MOEI_RISK_UNKNOWN: too little is known to say, see the reason
 * @MOEI_RISK_NONE: nothing can be missed, see the reason
 * @MOEI_RISK_ON_TIME: the last of its people are there in good time
 * @MOEI_RISK_AT_RISK: they are there, but with less to spare than is prudent
 * @MOEI_RISK_MISSED: they are not there when it is to leave
 * @MOEI_RISK_DEPARTED: it has left
 *
 * Whether the people of a flight will be there when it is to leave.
 */
typedef enum {
  MOEI_RISK_UNKNOWN,
  MOEI_RISK_NONE,
  MOEI_RISK_ON_TIME,
  MOEI_RISK_AT_RISK,
  MOEI_RISK_MISSED,
  MOEI_RISK_DEPARTED,
} MoeiRisk;

/**
 * MoeiRiskReason:
 * @MOEI_RISK_REASON_NONE: a margin was found
 * @MOEI_RISK_REASON_CANCELLED: the flight is cancelled
 * @MOEI_RISK_REASON_NO_CONVOY: no convoy is named that serves it
 * @MOEI_RISK_REASON_NO_TIME: nobody said when the flight leaves
 * @MOEI_RISK_REASON_NO_ARRIVAL: nobody said when the convoy arrives
 * @MOEI_RISK_REASON_NO_PEOPLE: nobody said how many people the convoy brings
 * @MOEI_RISK_REASON_POSITION_OLD: the convoy has not said for long where it is
 * @MOEI_RISK_REASON_CONVOY_CANCELLED: the convoy does not go, and no other is named
 *
 * Why there is no margin.
 */
typedef enum {
  MOEI_RISK_REASON_NONE,
  MOEI_RISK_REASON_CANCELLED,
  MOEI_RISK_REASON_NO_CONVOY,
  MOEI_RISK_REASON_NO_TIME,
  MOEI_RISK_REASON_NO_ARRIVAL,
  MOEI_RISK_REASON_NO_PEOPLE,
  MOEI_RISK_REASON_POSITION_OLD,
  MOEI_RISK_REASON_CONVOY_CANCELLED,
} MoeiRiskReason;

/**
 * MoeiProcessing:
 * @seconds_per_person: how long a counter needs for one person
 * @counters: how many counters work side by side; at least 1
 * @boarding_minutes: from the last counter to closed doors
 * @at_risk_minutes: a smaller margin than this is a risk
 * @position_old_minutes: what is known of a moving convoy is old after so long
 *
 * How long it takes from the bus's door to the aircraft's, and what is prudent.
 */
typedef struct {
  int seconds_per_person;
  int counters;
  int boarding_minutes;
  int at_risk_minutes;
  int position_old_minutes;
} MoeiProcessing;

/**
 * MoeiFlightRisk:
 * @verdict: the answer
 * @reason: why there is no margin
 * @margin: minutes between the last person's being ready and the departure; below
 *   0 where it misses them; only with a verdict of on time, at risk or missed
 * @convoy: (transfer none) (nullable): the convoy that decides it
 * @ready: when its people are on board; `MOEI_INSTANT_UNKNOWN` if not known
 * @departs: when the flight is to leave; `MOEI_INSTANT_UNKNOWN` if not known
 *
 * Which flight is in danger because of which convoy.
 */
typedef struct {
  MoeiRisk       verdict;
  MoeiRiskReason reason;
  int            margin;
  MoeiConvoy    *convoy;
  gint64         ready;
  gint64         departs;
} MoeiFlightRisk;

void moei_processing_init_default (MoeiProcessing       *self);
int  moei_processing_get_minutes  (const MoeiProcessing *self,
                                   int                   people);

void moei_flight_risk_compute     (MoeiFlightRisk       *self,
                                   MoeiFlight           *flight,
                                   MoeiCollection       *convoys,
                                   MoeiCollection       *flights,
                                   MoeiCollection       *routes,
                                   const MoeiProcessing *processing,
                                   gint64                now);

G_END_DECLS
