/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MoeiDurations:
 * @request: one request, from its start to its last byte
 * @hello: how long an open event stream may keep silent at first
 * @ping: a beat of the event stream, where the service did not say
 * @second: one of the seconds that the service names (`ping_s`, `Retry-After`)
 * @slack: how much later than a beat a word may arrive
 * @shortest_pause: the shortest pause between two attempts
 * @longest_pause: the longest pause that we choose ourselves
 * @settled: an event stream that has lasted so long starts over with short pauses
 * @spread: readers spread their re-reading after a change over so long
 * @poll: how often the situation is asked for where events do not arrive
 * @stream_again: how long at most until the event stream is tried again then; an eighth of it at first
 * @early: an early attempt follows a change of the network after so long, or up to thrice that
 * @early_again: no further early attempt for so long
 * @tick: how often ages are looked at
 *
 * Every duration of the feed, in milliseconds.  Tests hand in short ones.
 */
typedef struct {
  guint request;
  guint hello;
  guint ping;
  guint second;
  guint slack;
  guint shortest_pause;
  guint longest_pause;
  guint settled;
  guint spread;
  guint poll;
  guint stream_again;
  guint early;
  guint early_again;
  guint tick;
} MoeiDurations;

extern const MoeiDurations moei_durations;

G_END_DECLS
