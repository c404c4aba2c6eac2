/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-head-count.h"

#include "operation/moei-collection.h"
#include "operation/moei-count.h"

/**
 * moei_head_count_get_steps:
 * @convoy: a convoy
 *
 * Returns: (transfer full) (element-type MoeiHeadCountStep): its hand-overs in
 *   their order, each against itself and against the count before it
 */
GArray *
moei_head_count_get_steps (MoeiConvoy *convoy)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (MoeiHeadCountStep));
  MoeiCollection *hand_overs = moei_convoy_get_hand_overs (convoy);
  int before = moei_convoy_get_people (convoy);

  for (guint i = 0; i < moei_collection_size (hand_overs); i++) {
    MoeiHandOver *hand_over = moei_collection_get (hand_overs, i);
    MoeiHeadCountStep step = {
      .hand_over = hand_over,
      .out = moei_hand_over_get_out (hand_over),
      .in = moei_hand_over_get_in (hand_over),
    };

    step.difference = moei_difference (step.in, step.out);
    step.on_the_way = moei_difference (step.out, before);
    before = step.in;
    g_array_append_val (steps, step);
  }
  return steps;
}

static void
count (MoeiHeadCount *self,
       int            people)
{
  if (!moei_count_is_known (people))
    return;

  if (moei_count_is_known (self->last)) {
    self->open_difference = people - self->first;
    self->n_differences += people != self->last;
  } else {
    self->first = people;
  }
  self->last = people;
}

/**
 * moei_head_count_compute:
 * @self: (out caller-allocates): the chain from end to end
 * @convoy: a convoy
 *
 * Follows the heads from the bus's door to the last hand.  A count that nobody
 * made is left out, not taken for nobody.  Two hands that agree on 48 do not
 * close what is open since 50 got on.
 */
void
moei_head_count_compute (MoeiHeadCount *self,
                         MoeiConvoy    *convoy)
{
  MoeiCollection *hand_overs = moei_convoy_get_hand_overs (convoy);

  *self = (MoeiHeadCount) {
    .first = MOEI_COUNT_UNKNOWN,
    .last = MOEI_COUNT_UNKNOWN,
    .open_difference = MOEI_DIFFERENCE_UNKNOWN,
  };
  count (self, moei_convoy_get_people (convoy));
  for (guint i = 0; i < moei_collection_size (hand_overs); i++) {
    MoeiHandOver *hand_over = moei_collection_get (hand_overs, i);
    int out = moei_hand_over_get_out (hand_over);
    int in = moei_hand_over_get_in (hand_over);

    count (self, out);
    count (self, in);
    self->n_uncounted += !moei_count_is_known (out) || !moei_count_is_known (in);
  }
}
