/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-standing.h"
#include "operation/moei-collection.h"
#include "operation/moei-freshness.h"

#define TODAY 739316 /* 2025-03-06 */
#define TODAYS "/v1/flights?date=2025-03-06"
#define TOMORROWS "/v1/flights?date=2025-03-07"
#define LAST_WEEKS "/v1/weeks/2025-W09"

static MoeiOperation *
new_operation (void)
{
  MoeiOperation *operation = moei_operation_new ();

  g_object_set (operation, "operating-day", TODAY, NULL);
  return operation;
}

static MoeiFreshness *
find (MoeiOperation *operation,
      const char    *id)
{
  return moei_collection_lookup (moei_operation_get_freshness (operation), id);
}

static void
show (MoeiStanding *self,
      const char   *href,
      guint         day,
      gint64        generated)
{
  g_autoptr (MoeiDocument) document = moei_document_new (MOEI_DOCUMENT_FLIGHTS);

  g_object_set (document, "date", day, "generated", generated, "revision", generated, NULL);
  moei_standing_show (self, href, document);
}

/* Today's and the others are summed up apart, each as old as its oldest. */
static void
test_apart (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiStanding) self = moei_standing_new (operation);

  show (self, TODAYS, TODAY, 10);
  show (self, TOMORROWS, TODAY + 1, 20);
  show (self, "/v1/flights?date=2025-03-05", TODAY - 1, 5);
  moei_standing_confirm (self, TODAYS, 100);
  moei_standing_confirm (self, TOMORROWS, 100);
  moei_standing_sum_up (self, TRUE);

  g_assert_cmpint (moei_freshness_get_confirmed (find (operation, "flights")), ==, 100);
  g_assert_cmpint (moei_freshness_get_generated (find (operation, "flights")), ==, 10);
  g_assert_cmpint (moei_freshness_get_state (find (operation, "flights")), ==, MOEI_DATA_STATE_LIVE);
  g_assert_cmpint (moei_freshness_get_confirmed (find (operation, "schedule")), ==, 5);
  g_assert_cmpint (moei_freshness_get_generated (find (operation, "schedule")), ==, 20);
  g_assert_null (find (operation, "week"));
  g_assert_null (find (operation, "calendar"));
}

static void
test_objection (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiStanding) self = moei_standing_new (operation);

  show (self, TODAYS, TODAY, 10);
  moei_standing_object (self, LAST_WEEKS, "unreadable", FALSE);
  moei_standing_object (self, "/v1/weather", "what is that", FALSE);
  moei_standing_sum_up (self, TRUE);
  g_assert_null (moei_freshness_get_problem (find (operation, "flights")));
  g_assert_cmpstr (moei_freshness_get_problem (find (operation, "calendar")), ==, "unreadable");
  g_assert_cmpint (moei_freshness_get_confirmed (find (operation, "calendar")), ==, MOEI_INSTANT_UNKNOWN);

  moei_standing_confirm (self, LAST_WEEKS, 100);
  moei_standing_sum_up (self, TRUE);
  g_assert_null (moei_freshness_get_problem (find (operation, "calendar")));
}

/* What is to become today's, and cannot be read, troubles today. */
static void
test_awaited (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiStanding) self = moei_standing_new (operation);

  show (self, TODAYS, TODAY, 10);
  moei_standing_object (self, TOMORROWS, "unreadable", TRUE);
  moei_standing_sum_up (self, FALSE);
  g_assert_cmpstr (moei_freshness_get_problem (find (operation, "flights")), ==, "unreadable");
  g_assert_cmpint (moei_freshness_get_confirmed (find (operation, "flights")), ==, 10);
  g_assert_null (find (operation, "schedule"));
}

static void
test_day_turns (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiStanding) self = moei_standing_new (operation);
  g_autoptr (MoeiDocument) situation = moei_document_new (MOEI_DOCUMENT_SITUATION);
  g_autoptr (GArray) forgotten = NULL;

  show (self, TODAYS, TODAY, 10);
  show (self, TOMORROWS, TODAY + 1, 20);
  g_object_set (operation, "operating-day", TODAY + 1, NULL);
  moei_standing_sum_up (self, FALSE);
  g_assert_cmpint (moei_freshness_get_generated (find (operation, "flights")), ==, 20);
  g_assert_cmpint (moei_freshness_get_generated (find (operation, "schedule")), ==, 10);

  /* A situation that names none */
  forgotten = moei_standing_forget (self, situation);
  moei_standing_sum_up (self, FALSE);
  g_assert_cmpuint (forgotten->len, ==, 2);
  g_assert_cmpint (moei_freshness_get_state (find (operation, "schedule")), ==, MOEI_DATA_STATE_NONE);
  g_assert_cmpint (moei_freshness_get_confirmed (find (operation, "schedule")), ==, MOEI_INSTANT_UNKNOWN);
}

static void
test_counts (void)
{
  g_assert_true (moei_standing_counts ("flights"));
  g_assert_true (moei_standing_counts ("notices"));
  g_assert_false (moei_standing_counts ("schedule"));
  g_assert_false (moei_standing_counts ("calendar"));
  g_assert_false (moei_standing_counts ("changes"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/standing/apart", test_apart);
  g_test_add_func ("/standing/objection", test_objection);
  g_test_add_func ("/standing/awaited", test_awaited);
  g_test_add_func ("/standing/day-turns", test_day_turns);
  g_test_add_func ("/standing/counts", test_counts);

  return g_test_run ();
}
