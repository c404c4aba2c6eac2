/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise-queue.h"

#include "operation/moei-count.h"
#include "operation/moei-nationality.h"
#include "operation/moei-tally.h"
#include "service/moei-exercise-days.h"
#include "service/moei-exercise-preparation.h"
#include "service/moei-exercise-report.h"
#include "service/moei-exercise-traffic.h"
#include "wire/moei-instant.h"

#define N_STAGES (MOEI_STAGE_DEPARTED + 1)

/* How many people of one nationality have come how far, and how many set out in
 * all, whether or not their flight is called off. */
typedef struct {
  MoeiMoment moment;
  int        reached[N_STAGES];
  int        set_out;
} Progress;

static Progress *
lookup_progress (GHashTable *all,
                 MoeiTally  *tally)
{
  return g_hash_table_lookup (all, moei_entity_get_id (MOEI_ENTITY (tally)));
}

static void
add_preparation (Progress *self,
                 int       people,
                 gint64    sets_out)
{
  MoeiPreparation preparation = moei_preparation_of (&self->moment, people, sets_out);

  self->reached[MOEI_STAGE_HELD] += people;
  self->reached[MOEI_STAGE_LISTED] += preparation.listed;
  self->reached[MOEI_STAGE_SCREENED] += preparation.screened;
  self->reached[MOEI_STAGE_EMBASSY_CONFIRMED] += preparation.embassy_confirmed;
  self->reached[MOEI_STAGE_SLOT_GIVEN] += preparation.slot_given;
}

static void
add_departure (const MoeiDeparture *departure,
               GHashTable          *all)
{
  MoeiCollection *tallies = moei_flight_get_nationalities (departure->flight);

  for (guint i = 0; i < moei_collection_size (tallies); i++) {
    MoeiTally *tally = moei_collection_get (tallies, i);
    Progress *progress = lookup_progress (all, tally);
    int people = MAX (0, moei_tally_get_planned (tally));

    if (progress == NULL)
      continue;
    add_preparation (progress, people, departure->sets_out);
    progress->set_out += people;
    /* Whose flight is called off waits for another slot. */
    if (moei_departure_is_cancelled (departure, &progress->moment))
      progress->reached[MOEI_STAGE_SLOT_GIVEN] -= people;
    if (moei_departure_has_departed (departure, &progress->moment))
      progress->reached[MOEI_STAGE_DEPARTED] += people;
  }
}

static void
add_leg (const MoeiLeg *leg,
         GHashTable    *all)
{
  MoeiCollection *tallies = moei_convoy_get_nationalities (leg->convoy);

  if (leg->kind == MOEI_LEG_HAND_OVER || leg->cancelled != MOEI_INSTANT_UNKNOWN)
    return;

  for (guint i = 0; i < moei_collection_size (tallies); i++) {
    MoeiTally *tally = moei_collection_get (tallies, i);
    Progress *progress = lookup_progress (all, tally);
    int people = MAX (0, moei_tally_get_planned (tally));

    if (progress == NULL)
      continue;
    progress->reached[MOEI_STAGE_ON_BUS] += moei_leg_get_on_bus (leg, &progress->moment, people);
    if (leg->kind == MOEI_LEG_TO_AIRPORT) {
      if (moei_leg_has_arrived (leg, &progress->moment))
        progress->reached[MOEI_STAGE_AT_AIRPORT] += people;
      continue;
    }
    add_preparation (progress, people, moei_convoy_get_planned_departure (leg->convoy));
    progress->set_out += people;
    if (moei_leg_has_departed (leg, &progress->moment)) {
      progress->reached[MOEI_STAGE_AT_AIRPORT] += people;
      progress->reached[MOEI_STAGE_DEPARTED] += people;
    }
  }
}

/* The plan counts where everybody is at the operation's end.  Whoever is on no
 * flight and no bus until then has been waiting there all along. */
static void
add_those_left (Progress        *self,
                MoeiNationality *plan)
{
  int at_end = 0;

  for (MoeiStage stage = MOEI_STAGE_DEPARTED; stage >= MOEI_STAGE_HELD; stage--) {
    at_end += MAX (0, moei_nationality_get_at (plan, stage));
    if (at_end > self->set_out)
      self->reached[stage] += at_end - self->set_out;
  }
}

static int
wait_in_days (MoeiNationality *plan,
              gint64           end,
              gint64           instant,
              int              waiting)
{
  int at_end = moei_nationality_get_longest_wait (plan);
  int days_left = (int) moei_day_of_instant (end) - (int) moei_day_of_instant (instant);

  if (waiting <= 0 || !moei_count_is_known (at_end))
    return MOEI_COUNT_UNKNOWN;
  return MAX (0, at_end - days_left);
}

static MoeiNationality *
tell_nationality (MoeiCourse      *course,
                  MoeiNationality *plan,
                  Progress        *progress,
                  gint64           end,
                  gint64           instant)
{
  MoeiNationality *nationality = moei_exercise_copy (plan);
  int at[N_STAGES];
  int waiting = 0;

  add_those_left (progress, plan);
  progress->reached[MOEI_STAGE_HELD] -= moei_exercise_get_to_come (course, moei_entity_get_id (MOEI_ENTITY (plan)),
                                                                   &progress->moment);
  for (MoeiStage stage = MOEI_STAGE_HELD; stage < MOEI_STAGE_DEPARTED; stage++) {
    at[stage] = progress->reached[stage] - progress->reached[stage + 1];
    waiting += at[stage];
  }
  moei_exercise_tell_reports (moei_nationality_get_reports (plan), instant,
                              moei_nationality_get_reports (nationality));
  moei_exercise_tell_reports (moei_nationality_get_holdings (plan), instant,
                              moei_nationality_get_holdings (nationality));
  moei_exercise_tell_reports (moei_nationality_get_aftercare (plan), instant,
                              moei_nationality_get_aftercare (nationality));
  g_object_set (nationality,
                "held", at[MOEI_STAGE_HELD],
                "listed", at[MOEI_STAGE_LISTED],
                "screened", at[MOEI_STAGE_SCREENED],
                "embassy-confirmed", at[MOEI_STAGE_EMBASSY_CONFIRMED],
                "slot-given", at[MOEI_STAGE_SLOT_GIVEN],
                "on-bus", at[MOEI_STAGE_ON_BUS],
                "at-airport", at[MOEI_STAGE_AT_AIRPORT],
                "departed", progress->reached[MOEI_STAGE_DEPARTED],
                "longest-wait", wait_in_days (plan, end, instant, waiting),
                "origin", MOEI_ORIGIN_EXERCISE,
                "owner", MOEI_EXERCISE_POST,
                "observed", progress->moment.observed,
                NULL);
  return nationality;
}

/**
 * moei_exercise_tell_queue:
 * @course: the course of the exercise
 * @instant: when
 * @state: where to add the nationalities
 *
 * Tells how many people of each nationality are at each stage.
 */
void
moei_exercise_tell_queue (MoeiCourse *course,
                          gint64      instant,
                          MoeiBundle *state)
{
  MoeiCollection *plans = moei_bundle_get_entities (course->plan, MOEI_DOCUMENT_NATIONALITIES);
  MoeiCollection *queue = moei_bundle_get_entities (state, MOEI_DOCUMENT_NATIONALITIES);
  MoeiDocument *operation = moei_bundle_get_document (course->plan, MOEI_DOCUMENT_OPERATION);
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < moei_collection_size (plans); i++) {
    Progress *progress = g_new0 (Progress, 1);

    progress->moment = moei_moment_at (instant);
    progress->moment.observed = moei_day_get_start (moei_day_of_instant (instant));
    g_hash_table_insert (all, (char *) moei_entity_get_id (moei_collection_get (plans, i)), progress);
  }
  for (guint i = 0; i < course->departures->len; i++)
    add_departure (&g_array_index (course->departures, MoeiDeparture, i), all);
  for (guint i = 0; i < course->legs->len; i++)
    add_leg (&g_array_index (course->legs, MoeiLeg, i), all);

  for (guint i = 0; i < moei_collection_size (plans); i++) {
    MoeiNationality *plan = moei_collection_get (plans, i);
    Progress *progress = g_hash_table_lookup (all, moei_entity_get_id (MOEI_ENTITY (plan)));

    moei_collection_append (queue, tell_nationality (course, plan, progress,
                                                     moei_document_get_end (operation), instant));
  }
}
