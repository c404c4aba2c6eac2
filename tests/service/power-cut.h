/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the program exits with when the power is cut. */
#define POWER_CUT_EXIT 9

/**
 * PowerCutLoss:
 * @POWER_CUT_LOSS_ALL: nothing of what was not synced is on the disk
 * @POWER_CUT_LOSS_SOME: any of its sectors may be
 * @POWER_CUT_LOSS_TORN: what was written first is there, up to some byte
 * @POWER_CUT_LOSS_LIES: nothing is, of whatever it had said was synced
 *
 * What a disk has forgotten when the power comes back.
 */
typedef enum {
  POWER_CUT_LOSS_ALL,
  POWER_CUT_LOSS_SOME,
  POWER_CUT_LOSS_TORN,
  POWER_CUT_LOSS_LIES,
} PowerCutLoss;

void power_cut_arm (guint        n_writes,
                    PowerCutLoss loss,
                    guint        seed);

G_END_DECLS
