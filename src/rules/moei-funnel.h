/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-quota-day.h"

G_BEGIN_DECLS

/**
 * MoeiVerdict:
 * @MOEI_VERDICT_UNKNOWN: too little is known
 * @MOEI_VERDICT_NO_QUOTA: nobody need go that day
 * @MOEI_VERDICT_MET: the quota has departed
 * @MOEI_VERDICT_COVERED: enough people and seats are on their way
 * @MOEI_VERDICT_SHORT: it will not be filled as things stand
 * @MOEI_VERDICT_CLOSED_SHORT: it was not filled, and the day is over
 *
 * The answer to "are we going to make today's quota?".
 */
typedef enum {
  MOEI_VERDICT_UNKNOWN,
  MOEI_VERDICT_NO_QUOTA,
  MOEI_VERDICT_MET,
  MOEI_VERDICT_COVERED,
  MOEI_VERDICT_SHORT,
  MOEI_VERDICT_CLOSED_SHORT,
} MoeiVerdict;

/**
 * MoeiBottleneck:
 * @MOEI_BOTTLENECK_NONE: nothing is missing
 * @MOEI_BOTTLENECK_SEATS: people are ready, seats are missing
 * @MOEI_BOTTLENECK_SLOTS: confirmed people have no slot
 * @MOEI_BOTTLENECK_EMBASSY: screened people are not confirmed by their embassy
 * @MOEI_BOTTLENECK_SCREENING: listed people are not screened
 * @MOEI_BOTTLENECK_LISTING: held people are not listed
 *
 * What cannot fill the remaining seats.
 */
typedef enum {
  MOEI_BOTTLENECK_NONE,
  MOEI_BOTTLENECK_SEATS,
  MOEI_BOTTLENECK_SLOTS,
  MOEI_BOTTLENECK_EMBASSY,
  MOEI_BOTTLENECK_SCREENING,
  MOEI_BOTTLENECK_LISTING,
} MoeiBottleneck;

/**
 * MoeiFunnel:
 * @quota: people allowed to leave
 * @departed: people who left
 * @at_airport: people at the airport now
 * @on_bus: people on buses now
 * @slot_given: people with a slot who have not got on a bus
 * @verdict: the answer
 * @short_by: how many are missing; 0 where none
 * @bottleneck: what is missing
 * @waiting: people who wait for just that
 * @longest_wait: the longest of their waits in days
 *
 * Today's stages against today's quota.
 */
typedef struct {
  int            quota;
  int            departed;
  int            at_airport;
  int            on_bus;
  int            slot_given;
  MoeiVerdict    verdict;
  int            short_by;
  MoeiBottleneck bottleneck;
  int            waiting;
  int            longest_wait;
} MoeiFunnel;

void moei_funnel_compute     (MoeiFunnel       *self,
                              MoeiQuotaDay     *day,
                              MoeiCollection   *flights,
                              MoeiCollection   *routes,
                              MoeiCollection   *nationalities,
                              gint64            now);
int  moei_funnel_get_maximum (const MoeiFunnel *self);

G_END_DECLS
