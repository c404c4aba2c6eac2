/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-durations.h"

/**
 * moei_durations:
 *
 * What the program uses.
 */
const MoeiDurations moei_durations = {
  .request = 30 * 1000,
  .hello = 10 * 1000,
  .ping = 15 * 1000,
  .second = 1000,
  .slack = 5 * 1000,
  .shortest_pause = 1000,
  .longest_pause = 60 * 1000,
  .settled = 60 * 1000,
  .spread = 1000,
  .poll = 30 * 1000,
  .stream_again = 10 * 60 * 1000,
  .early = 1000,
  .early_again = 60 * 1000,
  .tick = 1000,
};
