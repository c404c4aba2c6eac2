/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-convoy.h"
#include "operation/moei-hand-over.h"
#include "rules/moei-difference.h"

G_BEGIN_DECLS

/**
 * MoeiHeadCountStep:
 * @hand_over: (transfer none): the hand-over
 * @out: people whom the one hand gave
 * @in: people whom the other hand took
 * @difference: @in less @out: -2 where two are missing; `MOEI_DIFFERENCE_UNKNOWN`
 *   while either is not counted
 * @on_the_way: @out less the count before it, the convoy's own for the first;
 *   `MOEI_DIFFERENCE_UNKNOWN` where either is not known
 *
 * One link of a convoy's chain of head counts.
 */
typedef struct {
  MoeiHandOver *hand_over;
  int           out;
  int           in;
  int           difference;
  int           on_the_way;
} MoeiHeadCountStep;

/**
 * MoeiHeadCount:
 * @first: the first count that is known
 * @last: the last one
 * @open_difference: @last less @first: it stays, however often later counts agree
 *   with each other; `MOEI_DIFFERENCE_UNKNOWN` with fewer than two counts
 * @n_differences: at how many links, or on how many ways between, it changed
 * @n_uncounted: how many hand-overs lack a count
 *
 * A convoy's chain of head counts from end to end.
 */
typedef struct {
  int   first;
  int   last;
  int   open_difference;
  guint n_differences;
  guint n_uncounted;
} MoeiHeadCount;

void    moei_head_count_compute   (MoeiHeadCount *self,
                                   MoeiConvoy    *convoy);
GArray *moei_head_count_get_steps (MoeiConvoy    *convoy);

G_END_DECLS
