/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-flight.h"
#include "operation/moei-milestone.h"

G_BEGIN_DECLS

/**
 * MoeiMilestoneState:
 * @MOEI_MILESTONES_UNKNOWN: no milestones are reported, or not when the next is due
 * @MOEI_MILESTONES_DONE: none is missing, or the flight needs none any more
 * @MOEI_MILESTONES_DUE: the next one is not late
 * @MOEI_MILESTONES_LATE: the next one is late
 *
 * How the chain of a flight's milestones stands.
 */
typedef enum {
  MOEI_MILESTONES_UNKNOWN,
  MOEI_MILESTONES_DONE,
  MOEI_MILESTONES_DUE,
  MOEI_MILESTONES_LATE,
} MoeiMilestoneState;

/**
 * MoeiNextMilestone:
 * @state: how the chain stands
 * @milestone: (transfer none) (nullable): the next one that is missing
 * @late: by how many whole minutes it is late; 0 where it is not
 * @n_done: how many are done
 * @n_all: how many there are
 *
 * The next thing that must happen before a flight can leave, and who must do it:
 * the milestone's owner.
 */
typedef struct {
  MoeiMilestoneState state;
  MoeiMilestone     *milestone;
  int                late;
  guint              n_done;
  guint              n_all;
} MoeiNextMilestone;

void moei_next_milestone_compute (MoeiNextMilestone *self,
                                  MoeiFlight        *flight,
                                  gint64             now);

G_END_DECLS
