/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-place.h"
#include "operation/moei-route.h"

G_BEGIN_DECLS

/* A report of a convoy's position is trusted for so long, in microseconds, and
 * then fades to the age at which it is hardly worth anything. */
#define MOEI_MOTION_FRESH (5 * G_TIME_SPAN_MINUTE)
#define MOEI_MOTION_STALE (30 * G_TIME_SPAN_MINUTE)

/**
 * MoeiMotion:
 * @position: where it should be now
 * @course: where it heads, in radians clockwise from north as seen on the map
 * @trust: from 1 for a fresh report, or none expected, to 0 for a stale one
 * @age: how long ago it was reported, in microseconds; -1 if it never was
 * @estimated: whether only its times say where it is
 *
 * Where something that moves should be between two reports.
 */
typedef struct {
  MoeiPosition position;
  double       course;
  double       trust;
  gint64       age;
  gboolean     estimated;
} MoeiMotion;

gboolean moei_motion_of_convoy (MoeiConvoy *convoy,
                                MoeiRoute  *route,
                                gint64      now,
                                MoeiMotion *motion);
gboolean moei_motion_of_flight (MoeiFlight *flight,
                                MoeiPlace  *from,
                                MoeiPlace  *to,
                                gint64      now,
                                MoeiMotion *motion);

G_END_DECLS
