/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MoeiBackoff:
 * @shortest: the shortest pause, in milliseconds
 * @longest: the longest pause, in milliseconds
 * @last: the pause before the last attempt; 0 at first
 *
 * How long to wait before the next attempt: decorrelated jitter, so that many
 * readers that lost the service at once do not come back at once.
 */
typedef struct {
  guint shortest;
  guint longest;
  guint last;
} MoeiBackoff;

guint moei_backoff_next  (MoeiBackoff *self,
                          guint        floor);
void  moei_backoff_reset (MoeiBackoff *self);

G_END_DECLS
