/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise-preparation.h"

#include "wire/moei-instant.h"

/* The windows of each step, in hours before the day on which a group sets out. */
#define LISTED_FROM     (9 * 24)
#define LISTED_UNTIL    (8 * 24)
#define SCREENED_FROM   36
#define SCREENED_UNTIL  12
#define CONFIRMED_FROM  12
#define CONFIRMED_UNTIL 6
/* A slot follows the embassy's word within minutes. */
#define SLOT_LAG        (5 * G_TIME_SPAN_MINUTE)

static int
part_before (MoeiMoment *moment,
             int         people,
             gint64      midnight,
             int         from,
             int         until)
{
  return moei_moment_get_part (moment, people,
                               midnight - from * G_TIME_SPAN_HOUR,
                               midnight - until * G_TIME_SPAN_HOUR);
}

/**
 * moei_preparation_of:
 * @moment: when
 * @people: how many will set out
 * @sets_out: when they will
 *
 * Returns: how far they have come at @moment
 */
MoeiPreparation
moei_preparation_of (MoeiMoment *moment,
                     int         people,
                     gint64      sets_out)
{
  gint64 midnight = moei_day_get_start (moei_day_of_instant (sets_out));

  return (MoeiPreparation) {
    .listed = part_before (moment, people, midnight, LISTED_FROM, LISTED_UNTIL),
    .screened = part_before (moment, people, midnight, SCREENED_FROM, SCREENED_UNTIL),
    .embassy_confirmed = part_before (moment, people, midnight, CONFIRMED_FROM, CONFIRMED_UNTIL),
    .slot_given = part_before (moment, people, midnight + SLOT_LAG, CONFIRMED_FROM, CONFIRMED_UNTIL),
  };
}
