/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

/* How finely the exercise's time is cut: reports come by the minute, positions
 * by the half minute, so that nothing changes in between. */
#define MOEI_MOMENT_REPORT   (60 * G_TIME_SPAN_SECOND)
#define MOEI_MOMENT_POSITION (30 * G_TIME_SPAN_SECOND)

/**
 * MoeiMoment:
 * @now: the exercise's instant, by the minute
 * @observed: the last instant at which anything that was asked of it changed
 *
 * One instant of the exercise, as seen while the state of one thing is told.
 *
 * Whoever asks what has happened leaves in @observed when it did, which
 * becomes the as-of time of the thing.
 */
typedef struct {
  gint64 now;
  gint64 observed;
} MoeiMoment;

MoeiMoment moei_moment_at       (gint64       instant);
gboolean   moei_moment_is_past  (MoeiMoment  *self,
                                 gint64       instant);
int        moei_moment_get_part (MoeiMoment  *self,
                                 int          whole,
                                 gint64       from,
                                 gint64       until);

guint64    moei_chance          (guint        seed,
                                 const char  *id,
                                 const char  *what);
int        moei_chance_between  (guint        seed,
                                 const char  *id,
                                 const char  *what,
                                 int          least,
                                 int          greatest);

G_END_DECLS
