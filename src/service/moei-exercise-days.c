/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise-days.h"

#include "operation/moei-count.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-rule.h"
#include "operation/moei-tally.h"
#include "service/moei-exercise-preparation.h"
#include "service/moei-exercise-report.h"
#include "service/moei-exercise-traffic.h"
#include "wire/moei-instant.h"

/* When in a day people newly come, and embassies give their word. */
#define ENTERED_FROM    (8 * G_TIME_SPAN_HOUR)
#define ENTERED_UNTIL   (17 * G_TIME_SPAN_HOUR)
#define CONFIRMED_FROM  (12 * G_TIME_SPAN_HOUR)
#define CONFIRMED_UNTIL (18 * G_TIME_SPAN_HOUR)
/* A day is agreed in the evening before it. */
#define AGREED_AHEAD (6 * G_TIME_SPAN_HOUR)

/* One nationality's people of one day. */
typedef struct {
  MoeiCourse *course;
  MoeiMoment *moment;
  guint       day;
  const char *nationality;
  int         slot_given;
  int         on_bus;
  int         at_airport;
  int         departed;
} Count;

static int
planned_of (MoeiCollection *tallies,
            const char     *nationality)
{
  MoeiTally *tally = moei_collection_lookup (tallies, nationality);

  return tally != NULL ? MAX (0, moei_tally_get_planned (tally)) : 0;
}

static void
count_flights (Count *count)
{
  GArray *departures = count->course->departures;

  for (guint i = 0; i < departures->len; i++) {
    const MoeiDeparture *departure = &g_array_index (departures, MoeiDeparture, i);
    int people;

    if (departure->day != count->day)
      continue;
    people = planned_of (moei_flight_get_nationalities (departure->flight), count->nationality);
    if (people == 0)
      continue;
    count->slot_given += moei_departure_get_slots (departure, count->moment, people);
    if (moei_departure_has_departed (departure, count->moment))
      count->departed += people;
  }
}

static void
count_legs (Count *count)
{
  GArray *legs = count->course->legs;

  for (guint i = 0; i < legs->len; i++) {
    const MoeiLeg *leg = &g_array_index (legs, MoeiLeg, i);
    int people;

    if (leg->day != count->day || leg->kind == MOEI_LEG_HAND_OVER ||
        leg->cancelled != MOEI_INSTANT_UNKNOWN)
      continue;
    people = planned_of (moei_convoy_get_nationalities (leg->convoy), count->nationality);
    if (people == 0)
      continue;
    count->on_bus += moei_leg_get_on_bus (leg, count->moment, people);
    if (leg->kind == MOEI_LEG_TO_AIRPORT) {
      count->at_airport += moei_leg_has_arrived (leg, count->moment) ? people : 0;
      continue;
    }
    /* On a bus home nobody comes to an airport: all of that is the same step. */
    count->slot_given += moei_preparation_of (count->moment, people,
                                              moei_convoy_get_planned_departure (leg->convoy)).slot_given;
    if (moei_leg_has_departed (leg, count->moment)) {
      count->at_airport += people;
      count->departed += people;
    }
  }
}

/* Who has come further has also come that far: a flight's own people may be
 * ahead of the day's, when they set out the day before. */
static MoeiTally *
tell_tally (MoeiTally *plan,
            Count     *count)
{
  MoeiTally *tally = moei_tally_new (count->nationality);
  gint64 midnight = moei_day_get_start (count->day);
  int confirmed, screened, listed;

  count_flights (count);
  count_legs (count);
  confirmed = moei_preparation_of (count->moment, moei_tally_get_embassy_confirmed (plan), midnight).embassy_confirmed;
  confirmed = MAX (confirmed, count->slot_given);
  screened = moei_preparation_of (count->moment, moei_tally_get_screened (plan), midnight).screened;
  screened = MAX (screened, confirmed);
  listed = moei_preparation_of (count->moment, moei_tally_get_listed (plan), midnight).listed;
  listed = MAX (listed, screened);

  g_object_set (tally,
                "planned", moei_tally_get_planned (plan),
                "held", MAX (moei_tally_get_held (plan), listed),
                "listed", listed,
                "screened", screened,
                "embassy-confirmed", confirmed,
                "slot-given", count->slot_given,
                "on-bus", count->on_bus,
                "at-airport", count->at_airport,
                "departed", count->departed,
                NULL);
  return tally;
}

/* How many of a day's people who newly join the queue have come. */
static int
get_entered (MoeiTally  *plan,
             guint       day,
             MoeiMoment *moment)
{
  gint64 midnight = moei_day_get_start (day);

  return moei_moment_get_part (moment, moei_tally_get_entered (plan),
                               midnight + ENTERED_FROM, midnight + ENTERED_UNTIL);
}

/**
 * moei_exercise_get_to_come:
 * @course: the course of the exercise
 * @nationality: (nullable): a nationality; `NULL` for all
 * @moment: when
 *
 * Returns: how many people will newly join the queue yet
 */
int
moei_exercise_get_to_come (MoeiCourse *course,
                           const char *nationality,
                           MoeiMoment *moment)
{
  MoeiCollection *days = moei_bundle_get_entities (course->plan, MOEI_DOCUMENT_WEEK);
  int to_come = 0;

  for (guint i = 0; i < moei_collection_size (days); i++) {
    MoeiQuotaDay *day = moei_collection_get (days, i);
    MoeiCollection *tallies = moei_quota_day_get_tallies (day);

    for (guint k = 0; k < moei_collection_size (tallies); k++) {
      MoeiTally *tally = moei_collection_get (tallies, k);

      if (nationality == NULL || g_strcmp0 (moei_entity_get_id (MOEI_ENTITY (tally)), nationality) == 0)
        to_come += MAX (0, moei_tally_get_entered (tally)) -
                   get_entered (tally, moei_quota_day_get_date (day), moment);
    }
  }
  return to_come;
}

/* What flows into the queue and through the embassies is counted as it happens,
 * where the plan says that it does. */
static void
tell_flow (MoeiTally  *plan,
           guint       day,
           MoeiMoment *moment,
           MoeiTally  *tally)
{
  gint64 midnight = moei_day_get_start (day);

  g_object_set (tally, "entered", MOEI_COUNT_UNKNOWN, "confirmed", MOEI_COUNT_UNKNOWN, NULL);
  if (moment->now < midnight)
    return;
  if (moei_count_is_known (moei_tally_get_entered (plan)))
    g_object_set (tally, "entered", get_entered (plan, day, moment), NULL);
  if (moei_count_is_known (moei_tally_get_confirmed (plan)))
    g_object_set (tally, "confirmed",
                  moei_moment_get_part (moment, moei_tally_get_confirmed (plan),
                                        midnight + CONFIRMED_FROM, midnight + CONFIRMED_UNTIL),
                  NULL);
}

static void
tell_tallies (MoeiCourse   *course,
              MoeiMoment   *moment,
              MoeiQuotaDay *plan,
              MoeiQuotaDay *quota_day)
{
  MoeiCollection *planned = moei_quota_day_get_tallies (plan);
  guint day = moei_quota_day_get_date (plan);

  if (moei_day_get_start (day) - MOEI_EXERCISE_HORIZON > moment->now)
    return;

  for (guint i = 0; i < moei_collection_size (planned); i++) {
    MoeiTally *tally = moei_collection_get (planned, i);
    Count count = { course, moment, day, moei_entity_get_id (MOEI_ENTITY (tally)) };
    gboolean travels = moei_tally_get_planned (tally) != 0;
    MoeiTally *told;

    /* Of whom nobody travels on a day nothing is said before it. */
    if (!travels && moment->now < moei_day_get_start (day))
      continue;
    told = travels ? tell_tally (tally, &count) : moei_exercise_copy (tally);
    tell_flow (tally, day, moment, told);
    moei_collection_append (moei_quota_day_get_tallies (quota_day), told);
  }
}

/* Whether the rule that a day falls under has been made yet. */
static gboolean
is_ruled (MoeiCourse *course,
          guint       day,
          gint64      instant)
{
  MoeiCollection *rules = moei_bundle_get_entities (course->plan, MOEI_DOCUMENT_RULE);
  guint today = moei_day_of_instant (instant);
  guint effective = MOEI_DAY_UNKNOWN;

  for (guint i = 0; i < moei_collection_size (rules); i++) {
    guint from = moei_rule_get_effective (moei_collection_get (rules, i));

    if (from <= day)
      effective = MAX (effective, from);
  }
  return effective != MOEI_DAY_UNKNOWN && effective <= today;
}

static MoeiDayState
state_of_day (MoeiMoment *moment,
              gint64      midnight)
{
  if (moei_moment_is_past (moment, midnight + G_TIME_SPAN_DAY))
    return MOEI_DAY_STATE_CLOSED;
  if (moei_moment_is_past (moment, midnight - AGREED_AHEAD))
    return MOEI_DAY_STATE_OPEN;
  return MOEI_DAY_STATE_DRAFT;
}

static MoeiQuotaDay *
tell_day (MoeiCourse   *course,
          MoeiQuotaDay *plan,
          gint64        instant)
{
  MoeiQuotaDay *quota_day = moei_exercise_copy (plan);
  MoeiMoment moment = moei_moment_at (instant);
  guint day = moei_quota_day_get_date (plan);
  gint64 midnight = moei_day_get_start (day);
  MoeiDayState state = state_of_day (&moment, midnight);
  gboolean ruled = is_ruled (course, day, instant);
  gboolean closed = state == MOEI_DAY_STATE_CLOSED;

  tell_tallies (course, &moment, plan, quota_day);
  moei_exercise_tell_reports (moei_quota_day_get_reports (plan), instant,
                              moei_quota_day_get_reports (quota_day));
  g_object_set (quota_day,
                "state", state,
                "quota", ruled ? moei_quota_day_get_quota (plan) : MOEI_COUNT_UNKNOWN,
                "lane", ruled ? moei_quota_day_get_lane (plan) : NULL,
                "lost", closed ? moei_quota_day_get_lost (plan) : MOEI_COUNT_UNKNOWN,
                "reallocated", closed ? moei_quota_day_get_reallocated (plan) : MOEI_COUNT_UNKNOWN,
                "carried", closed ? moei_quota_day_get_carried (plan) : MOEI_COUNT_UNKNOWN,
                "origin", MOEI_ORIGIN_EXERCISE,
                "owner", MOEI_EXERCISE_POST,
                "observed", moment.observed,
                NULL);
  return quota_day;
}

/**
 * moei_exercise_tell_days:
 * @course: the course of the exercise
 * @instant: when
 * @state: where to add the days
 *
 * Tells how far each day's people have come.
 */
void
moei_exercise_tell_days (MoeiCourse *course,
                         gint64      instant,
                         MoeiBundle *state)
{
  MoeiCollection *plans = moei_bundle_get_entities (course->plan, MOEI_DOCUMENT_WEEK);
  MoeiCollection *days = moei_bundle_get_entities (state, MOEI_DOCUMENT_WEEK);

  for (guint i = 0; i < moei_collection_size (plans); i++)
    moei_collection_append (days, tell_day (course, moei_collection_get (plans, i), instant));
}
