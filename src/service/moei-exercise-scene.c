/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise-scene.h"

#include "operation/moei-notice.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-report.h"
#include "operation/moei-rule.h"
#include "operation/moei-tally.h"
#include "service/moei-exercise-days.h"
#include "service/moei-exercise-report.h"
#include "service/moei-exercise-traffic.h"
#include "wire/moei-instant.h"

#define OF_DAY(hour, minute) ((hour) * G_TIME_SPAN_HOUR + (minute) * G_TIME_SPAN_MINUTE)

/* When places of the built-in operation open and close; all others never do. */
static const struct {
  const char *id;
  gint64      opens;
  gint64      closes;
  gboolean    keeps_holidays;
} hours[] = {
  { "bridge-2", OF_DAY (6, 30), OF_DAY (18, 30), TRUE },
  { "maq", OF_DAY (6, 0), OF_DAY (18, 0), FALSE },
};

/* Where people come to be held who newly join the queue. */
#define NEWCOMERS "bgf-holding"

/* How one place stands. */
typedef struct {
  MoeiMoment moment;
  gboolean   counted;
  int        people;
} Scene;

static Scene *
lookup_scene (GHashTable *scenes,
              const char *id)
{
  Scene *scene = id != NULL ? g_hash_table_lookup (scenes, id) : NULL;

  if (scene != NULL)
    scene->counted = TRUE;
  return scene;
}

/* Counted back from the operation's end: who has not left yet is there still,
 * who has not come yet is not. */
static void
count_leg (const MoeiLeg *leg,
           GHashTable    *scenes)
{
  MoeiCollection *tallies = moei_convoy_get_nationalities (leg->convoy);
  Scene *from, *to;

  if (leg->route == NULL || leg->cancelled != MOEI_INSTANT_UNKNOWN)
    return;

  from = lookup_scene (scenes, moei_route_get_from (leg->route));
  to = leg->kind != MOEI_LEG_OVER_BORDER ? lookup_scene (scenes, moei_route_get_to (leg->route)) : NULL;
  for (guint i = 0; i < moei_collection_size (tallies); i++) {
    int people = MAX (0, moei_tally_get_planned (moei_collection_get (tallies, i)));

    if (from != NULL)
      from->people += people - moei_leg_get_on_bus (leg, &from->moment, people);
    if (to != NULL && !moei_leg_has_arrived (leg, &to->moment))
      to->people -= people;
  }
}

static void
count_departure (const MoeiDeparture *departure,
                 GHashTable          *scenes)
{
  Scene *from = lookup_scene (scenes, moei_flight_get_from (departure->flight));

  if (from == NULL || departure->cancelled != MOEI_INSTANT_UNKNOWN)
    return;
  if (!moei_departure_has_departed (departure, &from->moment))
    from->people += departure->people;
}

static void
close_place (MoeiPlace     *place,
             MoeiPlaceState  state,
             const MoeiText *reason,
             gint64          since)
{
  g_object_set (place, "state", state, "reason", reason, "since", since, NULL);
}

/* The reason of a weekday without quota: a holiday. */
static const MoeiText *
find_holiday (MoeiCourse *course,
              guint       day)
{
  MoeiCollection *days = moei_bundle_get_entities (course->plan, MOEI_DOCUMENT_WEEK);
  g_autofree char *id = moei_day_format (day);
  MoeiQuotaDay *quota_day = moei_collection_lookup (days, id);

  if ((day - 1) % 7 >= 5 || quota_day == NULL) /* Julian day 1 was a Monday */
    return NULL;
  return moei_quota_day_get_reason (quota_day);
}

static void
tell_hours (MoeiCourse *course,
            gint64      now,
            MoeiPlace  *plan,
            MoeiPlace  *place)
{
  const char *id = moei_entity_get_id (MOEI_ENTITY (plan));
  guint today = moei_day_of_instant (now);
  gint64 midnight = moei_day_get_start (today);

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++) {
    const MoeiText *holiday = hours[i].keeps_holidays ? find_holiday (course, today) : NULL;

    if (g_strcmp0 (id, hours[i].id) != 0)
      continue;
    if (now - midnight < hours[i].opens)
      close_place (place, MOEI_PLACE_STATE_CLOSED, moei_place_get_reason (plan),
                   midnight - G_TIME_SPAN_DAY + hours[i].closes);
    else if (now - midnight >= hours[i].closes)
      close_place (place, MOEI_PLACE_STATE_CLOSED, moei_place_get_reason (plan),
                   midnight + hours[i].closes);
    else if (holiday != NULL)
      close_place (place, MOEI_PLACE_STATE_RESTRICTED, holiday, midnight);
    else
      close_place (place, MOEI_PLACE_STATE_OPEN, NULL, midnight + hours[i].opens);
  }
}

static gboolean
is_in_force (MoeiNotice *notice,
             gint64      now)
{
  gint64 expires = moei_notice_get_expires (notice);

  return moei_notice_get_effective (notice) <= now &&
         (expires == MOEI_INSTANT_UNKNOWN || now < expires);
}

/* A notice of the utmost severity restricts every open place that it names. */
static void
tell_alarm (MoeiCourse *course,
            gint64      now,
            MoeiPlace  *place)
{
  MoeiCollection *notices = moei_bundle_get_entities (course->plan, MOEI_DOCUMENT_NOTICES);
  const char *id = moei_entity_get_id (MOEI_ENTITY (place));

  for (guint i = 0; i < moei_collection_size (notices); i++) {
    MoeiNotice *notice = moei_collection_get (notices, i);
    const char * const *affects = moei_notice_get_affects (notice);

    if (moei_place_get_state (place) == MOEI_PLACE_STATE_OPEN &&
        moei_notice_get_severity (notice) == MOEI_SEVERITY_EXTREME &&
        affects != NULL && g_strv_contains (affects, id) && is_in_force (notice, now))
      close_place (place, MOEI_PLACE_STATE_RESTRICTED, moei_notice_get_headline (notice),
                   moei_notice_get_effective (notice));
  }
}

/* The plan reports how many people are left at the operation's end. */
static int
left_at_end (MoeiPlace *plan)
{
  MoeiReport *report = moei_collection_lookup (moei_place_get_reports (plan), MOEI_EXERCISE_POST);

  return report != NULL ? MAX (0, moei_report_get_value (report)) : 0;
}

static void
tell_people (MoeiPlace *plan,
             MoeiPlace *place,
             Scene     *scene)
{
  MoeiReport *report = moei_report_new (MOEI_EXERCISE_POST);
  int people = scene->people + left_at_end (plan);

  g_object_set (report,
                "stage", MOEI_STAGE_HELD,
                "value", people,
                "origin", MOEI_ORIGIN_EXERCISE,
                "owner", MOEI_EXERCISE_POST,
                "observed", scene->moment.observed,
                "source", "made up for the exercise",
                NULL);
  if (moei_place_get_kind (plan) == MOEI_PLACE_KIND_SITE ||
      moei_place_get_kind (plan) == MOEI_PLACE_KIND_HOLDING)
    moei_collection_append (moei_place_get_reports (place), g_steal_pointer (&report));
  else
    g_object_unref (report);

  /* Where the place is and who holds it stays what somebody reported. */
  g_object_set (place, "people", people, NULL);
}

static MoeiPlace *
tell_place (MoeiCourse *course,
            MoeiPlace  *plan,
            Scene      *scene,
            gint64      instant)
{
  MoeiPlace *place = moei_exercise_copy (plan);

  moei_exercise_tell_reports (moei_place_get_reports (plan), instant,
                              moei_place_get_reports (place));
  if (scene->counted || left_at_end (plan) > 0)
    tell_people (plan, place, scene);
  tell_hours (course, scene->moment.now, plan, place);
  tell_alarm (course, scene->moment.now, place);
  return place;
}

/**
 * moei_exercise_tell_places:
 * @course: the course of the exercise
 * @instant: when
 * @state: where to add the places
 *
 * Tells how many people are where, and what is open.
 */
void
moei_exercise_tell_places (MoeiCourse *course,
                           gint64      instant,
                           MoeiBundle *state)
{
  MoeiCollection *plans = moei_bundle_get_entities (course->plan, MOEI_DOCUMENT_PLACES);
  MoeiCollection *places = moei_bundle_get_entities (state, MOEI_DOCUMENT_PLACES);
  MoeiDocument *operation = moei_bundle_get_document (course->plan, MOEI_DOCUMENT_OPERATION);
  g_autoptr (GHashTable) scenes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Scene *newcomers;

  for (guint i = 0; i < moei_collection_size (plans); i++) {
    Scene *scene = g_new0 (Scene, 1);

    scene->moment = moei_moment_at (instant);
    scene->moment.observed = MIN (moei_document_get_start (operation), scene->moment.now);
    g_hash_table_insert (scenes, (char *) moei_entity_get_id (moei_collection_get (plans, i)), scene);
  }
  for (guint i = 0; i < course->legs->len; i++)
    count_leg (&g_array_index (course->legs, MoeiLeg, i), scenes);
  for (guint i = 0; i < course->departures->len; i++)
    count_departure (&g_array_index (course->departures, MoeiDeparture, i), scenes);
  newcomers = lookup_scene (scenes, NEWCOMERS);
  if (newcomers != NULL)
    newcomers->people -= moei_exercise_get_to_come (course, NULL, &newcomers->moment);

  for (guint i = 0; i < moei_collection_size (plans); i++) {
    MoeiPlace *plan = moei_collection_get (plans, i);

    moei_collection_append (places, tell_place (course, plan,
                                                g_hash_table_lookup (scenes, moei_entity_get_id (MOEI_ENTITY (plan))),
                                                instant));
  }
}

/**
 * moei_exercise_tell_routes:
 * @course: the course of the exercise
 * @instant: when
 * @state: where to add the routes
 *
 * Tells which roads are passable: until a restriction began there was none.
 */
void
moei_exercise_tell_routes (MoeiCourse *course,
                           gint64      instant,
                           MoeiBundle *state)
{
  MoeiCollection *plans = moei_bundle_get_entities (course->plan, MOEI_DOCUMENT_ROUTES);
  MoeiCollection *routes = moei_bundle_get_entities (state, MOEI_DOCUMENT_ROUTES);

  for (guint i = 0; i < moei_collection_size (plans); i++) {
    MoeiRoute *plan = moei_collection_get (plans, i);
    MoeiRoute *route;

    if (moei_route_get_since (plan) <= instant) {
      moei_exercise_share (routes, plan);
      continue;
    }
    route = moei_exercise_copy (plan);
    g_object_set (route,
                  "state", MOEI_ROUTE_STATE_OPEN,
                  "reason", NULL,
                  "since", MOEI_INSTANT_UNKNOWN,
                  NULL);
    moei_collection_append (routes, route);
  }
}

/**
 * moei_exercise_tell_rule:
 * @course: the course of the exercise
 * @instant: when
 * @state: where to add the rules and holidays
 *
 * Tells which rules have been made; the calendars are known from the start.
 */
void
moei_exercise_tell_rule (MoeiCourse *course,
                         gint64      instant,
                         MoeiBundle *state)
{
  MoeiCollection *rules = moei_bundle_get_entities (course->plan, MOEI_DOCUMENT_RULE);
  MoeiCollection *holidays = moei_bundle_get_shelf (course->plan, MOEI_SHELF_HOLIDAYS);
  guint today = moei_day_of_instant (instant);

  for (guint i = 0; i < moei_collection_size (rules); i++) {
    MoeiRule *rule = moei_collection_get (rules, i);

    if (moei_rule_get_effective (rule) <= today)
      moei_exercise_share (moei_bundle_get_entities (state, MOEI_DOCUMENT_RULE), rule);
  }
  for (guint i = 0; i < moei_collection_size (holidays); i++)
    moei_exercise_share (moei_bundle_get_shelf (state, MOEI_SHELF_HOLIDAYS),
                         moei_collection_get (holidays, i));
}

/**
 * moei_exercise_tell_rolls:
 * @course: the course of the exercise
 * @instant: when
 * @state: where to add the rolls
 *
 * Tells which lists of counts have been handed over.
 */
void
moei_exercise_tell_rolls (MoeiCourse *course,
                          gint64      instant,
                          MoeiBundle *state)
{
  MoeiCollection *rolls = moei_bundle_get_entities (course->plan, MOEI_DOCUMENT_ROLLS);

  for (guint i = 0; i < moei_collection_size (rolls); i++) {
    MoeiEntity *roll = moei_collection_get (rolls, i);

    if (moei_entity_get_observed (roll) <= instant)
      moei_exercise_share (moei_bundle_get_entities (state, MOEI_DOCUMENT_ROLLS), roll);
  }
}

/**
 * moei_exercise_tell_notices:
 * @course: the course of the exercise
 * @instant: when
 * @state: where to add the notices
 *
 * Tells which notices are in force.
 */
void
moei_exercise_tell_notices (MoeiCourse *course,
                            gint64      instant,
                            MoeiBundle *state)
{
  MoeiCollection *notices = moei_bundle_get_entities (course->plan, MOEI_DOCUMENT_NOTICES);
  gint64 now = moei_moment_at (instant).now;

  for (guint i = 0; i < moei_collection_size (notices); i++) {
    MoeiNotice *notice = moei_collection_get (notices, i);

    if (is_in_force (notice, now))
      moei_exercise_share (moei_bundle_get_entities (state, MOEI_DOCUMENT_NOTICES), notice);
  }
}
