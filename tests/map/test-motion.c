/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-convoy-badge.h"

#define NOON    (G_GINT64_CONSTANT (1741237200) * G_USEC_PER_SEC) /* 2025-03-06T12:00:00+07:00 */
#define MINUTES G_TIME_SPAN_MINUTE

static MoeiRoute *
make_route (void)
{
  /* Along the equator: 0.1° is 11.1 km */
  const MoeiPosition points[] = { { 0, 0 }, { 0.05, 0 }, { 0.1, 0 } };
  g_autoptr (MoeiLine) line = moei_line_new (points, G_N_ELEMENTS (points));

  return g_object_new (MOEI_TYPE_ROUTE, "id", "route", "line", line, "minutes", 40, NULL);
}

static MoeiConvoy *
make_convoy (MoeiConvoyState state)
{
  return g_object_new (MOEI_TYPE_CONVOY, "id", "convoy", "state", state, "people", 76,
                       "planned-departure", NOON, "estimated-arrival", NOON + 20 * MINUTES, NULL);
}

static void
assert_at (MoeiConvoy *convoy,
           MoeiRoute  *route,
           gint64      now,
           double      longitude)
{
  MoeiMotion motion;

  g_assert_true (moei_motion_of_convoy (convoy, route, now, &motion));
  g_assert_cmpfloat_with_epsilon (motion.position.longitude, longitude, 1e-6);
  g_assert_cmpfloat_with_epsilon (motion.position.latitude, 0, 1e-6);
}

static void
test_by_times (void)
{
  g_autoptr (MoeiRoute) route = make_route ();
  g_autoptr (MoeiConvoy) convoy = make_convoy (MOEI_CONVOY_STATE_UNDER_WAY);

  assert_at (convoy, route, NOON - MINUTES, 0);
  assert_at (convoy, route, NOON, 0);
  assert_at (convoy, route, NOON + 5 * MINUTES, 0.025);
  assert_at (convoy, route, NOON + 10 * MINUTES, 0.05);
  assert_at (convoy, route, NOON + 30 * MINUTES, 0.1);

  /* The actual departure counts more than the planned one. */
  g_object_set (convoy, "actual-departure", NOON + 10 * MINUTES, NULL);
  assert_at (convoy, route, NOON + 15 * MINUTES, 0.05);

  /* Without an arrival, the route says how long it takes. */
  g_object_set (convoy, "actual-departure", NOON, "estimated-arrival", MOEI_INSTANT_UNKNOWN, NULL);
  assert_at (convoy, route, NOON + 10 * MINUTES, 0.025);

  /* Without a clock it stays where it started. */
  assert_at (convoy, route, MOEI_INSTANT_UNKNOWN, 0);
}

static void
test_by_report (void)
{
  g_autoptr (MoeiRoute) route = make_route ();
  g_autoptr (MoeiConvoy) convoy = make_convoy (MOEI_CONVOY_STATE_UNDER_WAY);
  MoeiPosition reported = { 0.06, 0.001 };

  g_object_set (convoy, "position", &reported, "position-observed", NOON + 10 * MINUTES, NULL);
  assert_at (convoy, route, NOON + 10 * MINUTES, 0.06);
  assert_at (convoy, route, NOON + 15 * MINUTES, 0.08);

  /* Halted, it stays where it was seen. */
  g_object_set (convoy, "state", MOEI_CONVOY_STATE_HALTED, NULL);
  assert_at (convoy, route, NOON + 15 * MINUTES, 0.06);
}

static void
test_trust (void)
{
  g_autoptr (MoeiRoute) route = make_route ();
  g_autoptr (MoeiConvoy) convoy = make_convoy (MOEI_CONVOY_STATE_UNDER_WAY);
  MoeiPosition reported = { 0.06, 0 };
  MoeiMotion motion;

  g_assert_true (moei_motion_of_convoy (convoy, route, NOON + 100 * MINUTES, &motion));
  g_assert_cmpfloat (motion.trust, ==, 1);

  g_object_set (convoy, "position", &reported, "position-observed", NOON, NULL);
  g_assert_true (moei_motion_of_convoy (convoy, route, NOON + MOEI_MOTION_FRESH, &motion));
  g_assert_cmpfloat (motion.trust, ==, 1);
  g_assert_true (moei_motion_of_convoy (convoy, route, NOON + (MOEI_MOTION_FRESH + MOEI_MOTION_STALE) / 2, &motion));
  g_assert_cmpfloat_with_epsilon (motion.trust, 0.5, 1e-9);
  g_assert_true (moei_motion_of_convoy (convoy, route, NOON + 2 * MOEI_MOTION_STALE, &motion));
  g_assert_cmpfloat (motion.trust, ==, 0);
}

static void
test_not_on_the_road (void)
{
  g_autoptr (MoeiRoute) route = make_route ();
  g_autoptr (MoeiConvoy) convoy = make_convoy (MOEI_CONVOY_STATE_UNDER_WAY);
  MoeiConvoyState none[] = {
    MOEI_CONVOY_STATE_UNKNOWN, MOEI_CONVOY_STATE_PLANNED, MOEI_CONVOY_STATE_ARRIVED, MOEI_CONVOY_STATE_CANCELLED
  };
  MoeiMotion motion;

  /* Neither a route nor a report */
  g_assert_false (moei_motion_of_convoy (convoy, NULL, NOON, &motion));
  for (guint i = 0; i < G_N_ELEMENTS (none); i++) {
    g_object_set (convoy, "state", none[i], NULL);
    g_assert_false (moei_motion_of_convoy (convoy, route, NOON, &motion));
  }

  g_object_set (convoy, "state", MOEI_CONVOY_STATE_BOARDING, NULL);
  assert_at (convoy, route, NOON + 10 * MINUTES, 0);
}

static void
test_flight (void)
{
  MoeiPosition start = { 0, 0 }, end = { 90, 0 };
  g_autoptr (MoeiPlace) from = g_object_new (MOEI_TYPE_PLACE, "id", "from", "position", &start, NULL);
  g_autoptr (MoeiPlace) to = g_object_new (MOEI_TYPE_PLACE, "id", "to", "position", &end, NULL);
  g_autoptr (MoeiFlight) flight =
    g_object_new (MOEI_TYPE_FLIGHT, "id", "flight", "state", MOEI_FLIGHT_STATE_DEPARTED,
                  "scheduled", NOON, "arrives", NOON + 60 * MINUTES, NULL);
  MoeiMotion motion;

  g_assert_true (moei_motion_of_flight (flight, from, to, NOON + 30 * MINUTES, &motion));
  g_assert_cmpfloat_with_epsilon (motion.position.longitude, 45, 1e-9);
  g_assert_cmpfloat_with_epsilon (motion.course, G_PI_2, 1e-6);

  g_object_set (flight, "actual", NOON + 20 * MINUTES, NULL);
  g_assert_true (moei_motion_of_flight (flight, from, to, NOON + 40 * MINUTES, &motion));
  g_assert_cmpfloat_with_epsilon (motion.position.longitude, 45, 1e-9);

  /* What should have landed is not in the air, whatever is reported. */
  g_assert_false (moei_motion_of_flight (flight, from, to, NOON + 60 * MINUTES, &motion));
  g_assert_false (moei_motion_of_flight (flight, from, to, MOEI_INSTANT_UNKNOWN, &motion));
  g_assert_false (moei_motion_of_flight (flight, from, NULL, NOON + 40 * MINUTES, &motion));
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_BOARDING, NULL);
  g_assert_false (moei_motion_of_flight (flight, from, to, NOON + 40 * MINUTES, &motion));
}

static void
assert_flight_at (MoeiPosition start,
                  MoeiPosition end,
                  double       share,
                  MoeiPosition at)
{
  g_autoptr (MoeiPlace) from = g_object_new (MOEI_TYPE_PLACE, "id", "from", "position", &start, NULL);
  g_autoptr (MoeiPlace) to = g_object_new (MOEI_TYPE_PLACE, "id", "to", "position", &end, NULL);
  g_autoptr (MoeiFlight) flight = g_object_new (MOEI_TYPE_FLIGHT, "id", "flight", "state", MOEI_FLIGHT_STATE_DEPARTED,
                                                "actual", NOON, "arrives", NOON + 100 * MINUTES, NULL);
  MoeiMotion motion;

  g_assert_true (moei_motion_of_flight (flight, from, to, NOON + (gint64) (share * 100 * MINUTES), &motion));
  g_assert_true (motion.estimated);
  g_assert_cmpint (motion.age, ==, -1);
  g_assert_cmpfloat_with_epsilon (moei_position_distance (&motion.position, &at), 0, 100);
}

/* Great circles: over the antimeridian, over a pole, and a real one whose middle
 * was computed otherwise (by adding unit vectors). */
static void
test_flight_far (void)
{
  assert_flight_at ((MoeiPosition) { 170, 0 }, (MoeiPosition) { -170, 0 }, 0.5, (MoeiPosition) { 180, 0 });
  assert_flight_at ((MoeiPosition) { 170, 0 }, (MoeiPosition) { -170, 0 }, 0.75, (MoeiPosition) { -175, 0 });
  assert_flight_at ((MoeiPosition) { 30, 80 }, (MoeiPosition) { -150, 80 }, 0.5, (MoeiPosition) { 0, 90 });
  assert_flight_at ((MoeiPosition) { 30, 80 }, (MoeiPosition) { -150, 80 }, 0.25, (MoeiPosition) { 30, 85 });
  assert_flight_at ((MoeiPosition) { 98.54348, 16.69983 }, (MoeiPosition) { 118.86, 31.74 }, 0.5,
                    (MoeiPosition) { 108.092140, 24.559148 });
}

/* Between two reports, along the line and not across the land. */
static void
test_bent_route (void)
{
  const MoeiPosition points[] = { { 0, 0 }, { 0.1, 0 }, { 0.1, 0.1 } };
  g_autoptr (MoeiLine) line = moei_line_new (points, G_N_ELEMENTS (points));
  g_autoptr (MoeiRoute) route = g_object_new (MOEI_TYPE_ROUTE, "id", "route", "line", line, NULL);
  g_autoptr (MoeiConvoy) convoy = make_convoy (MOEI_CONVOY_STATE_UNDER_WAY);
  MoeiMotion motion;

  for (int minutes = 0; minutes <= 20; minutes++) {
    double along = minutes / 20.0 * 0.2;

    g_assert_true (moei_motion_of_convoy (convoy, route, NOON + minutes * MINUTES, &motion));
    g_assert_true (motion.estimated);
    g_assert_cmpfloat_with_epsilon (motion.position.longitude, MIN (along, 0.1), 1e-4);
    g_assert_cmpfloat_with_epsilon (motion.position.latitude, MAX (along - 0.1, 0), 1e-4);
  }
}

/* A convoy's badge by how old its report is. */
static void
test_looks (void)
{
  static const struct {
    MoeiConvoyState state;
    int             minutes; /* since the report; -1 for none */
    MoeiConvoyLook  look;
  } cases[] = {
    { MOEI_CONVOY_STATE_UNDER_WAY, 0, MOEI_CONVOY_LOOK_MOVING },
    { MOEI_CONVOY_STATE_UNDER_WAY, 5, MOEI_CONVOY_LOOK_MOVING },
    { MOEI_CONVOY_STATE_UNDER_WAY, 6, MOEI_CONVOY_LOOK_LATE },
    { MOEI_CONVOY_STATE_UNDER_WAY, 29, MOEI_CONVOY_LOOK_LATE },
    { MOEI_CONVOY_STATE_UNDER_WAY, 30, MOEI_CONVOY_LOOK_UNKNOWN },
    { MOEI_CONVOY_STATE_UNDER_WAY, -1, MOEI_CONVOY_LOOK_LATE },
    { MOEI_CONVOY_STATE_HALTED, 3, MOEI_CONVOY_LOOK_HALTED },
    { MOEI_CONVOY_STATE_HALTED, 40, MOEI_CONVOY_LOOK_UNKNOWN },
    { MOEI_CONVOY_STATE_BOARDING, 40, MOEI_CONVOY_LOOK_BOARDING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (MoeiRoute) route = make_route ();
    g_autoptr (MoeiConvoy) convoy = make_convoy (cases[i].state);
    MoeiPosition reported = { 0.02, 0 };
    MoeiMotion motion;

    if (cases[i].minutes >= 0)
      g_object_set (convoy, "position", &reported, "position-observed", NOON, NULL);
    g_assert_true (moei_motion_of_convoy (convoy, route, NOON + MAX (cases[i].minutes, 0) * MINUTES, &motion));
    g_assert_cmpint (moei_convoy_look_of (convoy, &motion), ==, cases[i].look);
    g_assert_cmpint (motion.age, ==, cases[i].minutes < 0 ? -1 : cases[i].minutes * MINUTES);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/motion/by-times", test_by_times);
  g_test_add_func ("/motion/by-report", test_by_report);
  g_test_add_func ("/motion/trust", test_trust);
  g_test_add_func ("/motion/not-on-the-road", test_not_on_the_road);
  g_test_add_func ("/motion/flight", test_flight);
  g_test_add_func ("/motion/flight-far", test_flight_far);
  g_test_add_func ("/motion/bent-route", test_bent_route);
  g_test_add_func ("/motion/looks", test_looks);

  return g_test_run ();
}
