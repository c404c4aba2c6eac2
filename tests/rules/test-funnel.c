/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "operation/moei-count.h"
#include "operation/moei-flight.h"
#include "operation/moei-route.h"
#include "rules/moei-funnel.h"
#include "rules/moei-seats.h"

#define NOON 1000
#define CLOSES 2000

/* One row: what is known of the day, and what must follow. */
typedef struct {
  const char    *name;
  int            quota;
  int            reached[4]; /* slot given, on bus, at airport, departed */
  int            seats;      /* of one flight still to leave; -1 for no flight */
  int            queue[4];   /* held, listed, screened, embassy confirmed */
  gint64         now;
  MoeiVerdict    verdict;
  int            short_by;
  MoeiBottleneck bottleneck;
  int            waiting;
} Row;

static const Row rows[] = {
  { "covered", 300, { 300, 286, 262, 214 }, 86, { 0, 0, 61, 0 }, NOON,
    MOEI_VERDICT_COVERED, 0, MOEI_BOTTLENECK_NONE, 0 },
  { "met", 300, { 456, 456, 456, 304 }, 152, { 0, 0, 61, 0 }, NOON,
    MOEI_VERDICT_MET, 0, MOEI_BOTTLENECK_NONE, 0 },
  { "embassy", 300, { 258, 258, 240, 200 }, 200, { 500, 80, 61, 0 }, NOON,
    MOEI_VERDICT_SHORT, 42, MOEI_BOTTLENECK_EMBASSY, 61 },
  { "slots", 300, { 258, 258, 240, 200 }, 200, { 500, 80, 61, 50 }, NOON,
    MOEI_VERDICT_SHORT, 42, MOEI_BOTTLENECK_SLOTS, 50 },
  { "slots and embassy together", 300, { 258, 258, 240, 200 }, 200, { 500, 80, 61, 10 }, NOON,
    MOEI_VERDICT_SHORT, 42, MOEI_BOTTLENECK_EMBASSY, 61 },
  { "screening", 300, { 258, 258, 240, 200 }, 200, { 500, 80, 1, 0 }, NOON,
    MOEI_VERDICT_SHORT, 42, MOEI_BOTTLENECK_SCREENING, 80 },
  { "listing", 300, { 258, 258, 240, 200 }, 200, { 500, 0, 0, 0 }, NOON,
    MOEI_VERDICT_SHORT, 42, MOEI_BOTTLENECK_LISTING, 500 },
  { "nobody left anywhere", 300, { 258, 258, 240, 200 }, 200, { 0, 0, 0, 0 }, NOON,
    MOEI_VERDICT_SHORT, 42, MOEI_BOTTLENECK_NONE, 0 },
  { "seats", 300, { 300, 300, 280, 200 }, 76, { 0, 0, 61, 0 }, NOON,
    MOEI_VERDICT_SHORT, 24, MOEI_BOTTLENECK_SEATS, 100 },
  { "no flight known", 300, { 300, 300, 280, 200 }, -1, { 0, 0, 61, 0 }, NOON,
    MOEI_VERDICT_COVERED, 0, MOEI_BOTTLENECK_NONE, 0 },
  { "closed short", 300, { 300, 300, 280, 261 }, 76, { 0, 0, 61, 0 }, CLOSES,
    MOEI_VERDICT_CLOSED_SHORT, 39, MOEI_BOTTLENECK_NONE, 0 },
  { "no quota", -1, { 71, 71, 71, 0 }, 76, { 0, 0, 0, 0 }, NOON,
    MOEI_VERDICT_NO_QUOTA, 0, MOEI_BOTTLENECK_NONE, 0 },
  { "nothing reported", 300, { -1, -1, -1, -1 }, 76, { 0, 0, 61, 0 }, NOON,
    MOEI_VERDICT_UNKNOWN, 0, MOEI_BOTTLENECK_NONE, 0 },
  { "late reports", 300, { 200, 210, 240, 250 }, 60, { 0, 0, 61, 0 }, NOON,
    MOEI_VERDICT_SHORT, 50, MOEI_BOTTLENECK_EMBASSY, 61 },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (MoeiCollection) flights = moei_collection_new (MOEI_TYPE_FLIGHT);
  g_autoptr (MoeiCollection) nationalities = moei_collection_new (MOEI_TYPE_NATIONALITY);
  g_autoptr (MoeiQuotaDay) day = NULL;
  MoeiFunnel funnel;

  day = g_object_new (MOEI_TYPE_QUOTA_DAY, "id", "2025-03-06", "quota", row->quota,
                      "closes", (gint64) CLOSES, "state", MOEI_DAY_STATE_OPEN, NULL);
  moei_collection_append (moei_quota_day_get_tallies (day),
                          g_object_new (MOEI_TYPE_TALLY, "id", "CHN",
                                        "slot-given", row->reached[0], "on-bus", row->reached[1],
                                        "at-airport", row->reached[2], "departed", row->reached[3], NULL));
  /* Beside the flight to come there is one that has gone and takes nobody any more. */
  if (row->seats >= 0) {
    moei_collection_append (flights, g_object_new (MOEI_TYPE_FLIGHT, "id", "to-come", "seats", row->seats,
                                                   "state", MOEI_FLIGHT_STATE_BOARDING, NULL));
    moei_collection_append (flights, g_object_new (MOEI_TYPE_FLIGHT, "id", "gone", "seats", 50,
                                                   "state", MOEI_FLIGHT_STATE_DEPARTED, NULL));
  }
  moei_collection_append (nationalities,
                          g_object_new (MOEI_TYPE_NATIONALITY, "id", "CHN", "longest-wait", 9,
                                        "held", row->queue[0], "listed", row->queue[1],
                                        "screened", row->queue[2], "embassy-confirmed", row->queue[3], NULL));

  moei_funnel_compute (&funnel, day, flights, NULL, nationalities, row->now);

  g_assert_cmpint (funnel.verdict, ==, row->verdict);
  g_assert_cmpint (funnel.short_by, ==, row->short_by);
  g_assert_cmpint (funnel.bottleneck, ==, row->bottleneck);
  g_assert_cmpint (funnel.waiting, ==, row->waiting);
  if (row->bottleneck > MOEI_BOTTLENECK_SEATS)
    g_assert_cmpint (funnel.longest_wait, ==, 9);
}

/* Times of flights in minutes after noon; a bus needs 25 minutes to Mae Sot Airport
 * and nine hours to Don Mueang. */
typedef struct {
  const char *name;
  const char *from;
  int         leaves;
  int         seats;
  int         manifested;
  int         left; /* what moei_seats_left() must say */
} SeatsRow;

static const SeatsRow seats_rows[] = {
  { "mae sot", "maq", 120, 50, 36, 50 },
  { "mae sot, the bus has left", "maq", 24, 50, 36, 36 },
  { "mae sot, just in time", "maq", 25, 50, 36, 50 },
  { "bangkok this evening", "dmk", 480, 200, 150, 150 },
  { "bangkok tonight", "dmk", 540, 200, 150, 200 },
  { "bangkok, seats not named", "dmk", 480, -1, 150, 150 },
  { "bangkok, seats withheld", "dmk", 480, -2, 150, 150 },
  { "bangkok, list not known", "dmk", 480, 200, -1, 200 },
  { "bangkok, nothing known", "dmk", 480, -1, -1, -1 },
  { "mae sot, seats not named", "maq", 120, -1, 36, -1 },
  { "no route leads there", "bkk", 60, 50, 36, 50 },
  { "airport not named", NULL, 60, 50, 36, 50 },
};

static void
test_seats (gconstpointer data)
{
  const SeatsRow *row = data;
  g_autoptr (MoeiCollection) flights = moei_collection_new (MOEI_TYPE_FLIGHT);
  g_autoptr (MoeiCollection) routes = moei_collection_new (MOEI_TYPE_ROUTE);

  moei_collection_append (routes, g_object_new (MOEI_TYPE_ROUTE, "id", "a", "to", "maq", "minutes", 25, NULL));
  moei_collection_append (routes, g_object_new (MOEI_TYPE_ROUTE, "id", "b", "to", "dmk", "minutes", 540, NULL));
  moei_collection_append (routes, g_object_new (MOEI_TYPE_ROUTE, "id", "c", "to", "dmk", "minutes", 700, NULL));
  moei_collection_append (flights, g_object_new (MOEI_TYPE_FLIGHT, "id", "gone", "seats", 50,
                                                 "state", MOEI_FLIGHT_STATE_DEPARTED, NULL));
  g_assert_cmpint (moei_seats_left (flights, routes, 0), ==, 0);
  moei_collection_append (flights, g_object_new (MOEI_TYPE_FLIGHT, "id", "f", "from", row->from, "seats", row->seats,
                                                 "manifested", row->manifested,
                                                 "scheduled", row->leaves * G_TIME_SPAN_MINUTE, NULL));
  g_assert_cmpint (moei_seats_left (flights, routes, 0), ==, row->left);
  if (row->left >= 0)
    g_assert_cmpint (moei_seats_left (flights, NULL, MOEI_INSTANT_UNKNOWN), ==,
                     row->seats >= 0 ? row->seats : MOEI_COUNT_UNKNOWN);
}

/* 10 March 2025: 283 to India from Mae Sot, 75 to Addis Ababa from Bangkok after the
 * cut-off. */
static void
test_late_flights (void)
{
  g_autoptr (MoeiCollection) flights = moei_collection_new (MOEI_TYPE_FLIGHT);
  g_autoptr (MoeiCollection) nationalities = moei_collection_new (MOEI_TYPE_NATIONALITY);
  g_autoptr (MoeiQuotaDay) day = g_object_new (MOEI_TYPE_QUOTA_DAY, "id", "d", "quota", 300, "closes", (gint64) CLOSES,
                                               "state", MOEI_DAY_STATE_OPEN, NULL);
  MoeiFlight *late;
  MoeiFunnel funnel;

  moei_collection_append (moei_quota_day_get_tallies (day),
                          g_object_new (MOEI_TYPE_TALLY, "id", "IND", "slot-given", 283, "on-bus", 283,
                                        "at-airport", 283, "departed", 283, NULL));
  moei_collection_append (moei_quota_day_get_tallies (day),
                          g_object_new (MOEI_TYPE_TALLY, "id", "ETH", "slot-given", 75, "on-bus", 75,
                                        "at-airport", 75, "departed", 0, NULL));
  moei_collection_append (flights, g_object_new (MOEI_TYPE_FLIGHT, "id", "f", "manifested", 75,
                                                 "scheduled", (gint64) CLOSES + 100, NULL));
  moei_funnel_compute (&funnel, day, flights, NULL, nationalities, CLOSES);
  g_assert_cmpint (funnel.verdict, ==, MOEI_VERDICT_COVERED);
  g_assert_cmpint (funnel.short_by, ==, 0);

  late = moei_collection_get (flights, 0);
  g_object_set (late, "manifested", 10, NULL);
  moei_funnel_compute (&funnel, day, flights, NULL, nationalities, CLOSES);
  g_assert_cmpint (funnel.verdict, ==, MOEI_VERDICT_CLOSED_SHORT);
  g_assert_cmpint (funnel.short_by, ==, 7);

  g_object_set (late, "manifested", 75, NULL);
  g_object_set (day, "state", MOEI_DAY_STATE_CLOSED, NULL);
  moei_funnel_compute (&funnel, day, flights, NULL, nationalities, CLOSES);
  g_assert_cmpint (funnel.verdict, ==, MOEI_VERDICT_CLOSED_SHORT);
  g_assert_cmpint (funnel.short_by, ==, 17);
}

/* What is known of one country says nothing about another. */
static void
test_partly_known (void)
{
  g_autoptr (MoeiCollection) flights = moei_collection_new (MOEI_TYPE_FLIGHT);
  g_autoptr (MoeiCollection) nationalities = moei_collection_new (MOEI_TYPE_NATIONALITY);
  g_autoptr (MoeiQuotaDay) day = g_object_new (MOEI_TYPE_QUOTA_DAY, "id", "d", "quota", 300, "closes", (gint64) CLOSES,
                                               "state", MOEI_DAY_STATE_OPEN, NULL);
  MoeiTally *china;
  MoeiFunnel funnel;

  moei_collection_append (moei_quota_day_get_tallies (day),
                          g_object_new (MOEI_TYPE_TALLY, "id", "CHN", "slot-given", 250, "on-bus", 250,
                                        "at-airport", 250, "departed", 200, NULL));
  moei_collection_append (moei_quota_day_get_tallies (day),
                          g_object_new (MOEI_TYPE_TALLY, "id", "VNM", "planned", 50, NULL));
  moei_funnel_compute (&funnel, day, flights, NULL, nationalities, NOON);
  g_assert_cmpint (funnel.verdict, ==, MOEI_VERDICT_UNKNOWN);

  /* Enough have left, whatever the others did. */
  china = moei_collection_get (moei_quota_day_get_tallies (day), 0);
  g_object_set (china, "departed", 300, NULL);
  moei_funnel_compute (&funnel, day, flights, NULL, nationalities, NOON);
  g_assert_cmpint (funnel.verdict, ==, MOEI_VERDICT_MET);

  /* Of a day that is over only who has left matters. */
  g_object_set (china, "departed", 200, NULL);
  g_object_set (day, "state", MOEI_DAY_STATE_CLOSED, NULL);
  moei_funnel_compute (&funnel, day, flights, NULL, nationalities, NOON);
  g_assert_cmpint (funnel.verdict, ==, MOEI_VERDICT_UNKNOWN);
  g_object_set (moei_collection_get (moei_quota_day_get_tallies (day), 1), "departed", 36, NULL);
  moei_funnel_compute (&funnel, day, flights, NULL, nationalities, NOON);
  g_assert_cmpint (funnel.verdict, ==, MOEI_VERDICT_CLOSED_SHORT);
  g_assert_cmpint (funnel.short_by, ==, 64);
}

static void
test_no_day (void)
{
  g_autoptr (MoeiCollection) flights = moei_collection_new (MOEI_TYPE_FLIGHT);
  g_autoptr (MoeiCollection) nationalities = moei_collection_new (MOEI_TYPE_NATIONALITY);
  MoeiFunnel funnel;

  moei_funnel_compute (&funnel, NULL, flights, NULL, nationalities, NOON);
  g_assert_cmpint (funnel.verdict, ==, MOEI_VERDICT_UNKNOWN);
  g_assert_cmpint (funnel.departed, ==, MOEI_COUNT_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/funnel/%s", rows[i].name);

    g_test_add_data_func (path, &rows[i], test_row);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (seats_rows); i++) {
    g_autofree char *path = g_strdup_printf ("/funnel/seats/%s", seats_rows[i].name);

    g_test_add_data_func (path, &seats_rows[i], test_seats);
  }
  g_test_add_func ("/funnel/late-flights", test_late_flights);
  g_test_add_func ("/funnel/partly-known", test_partly_known);
  g_test_add_func ("/funnel/no-day", test_no_day);

  return g_test_run ();
}
