/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"
#include "desk/sample-operation.h"

#include "operation/moei-entity.h"
#include "parts/moei-closures.h"

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)

static void
test_status (void)
{
  static const struct {
    MoeiFlightState state;
    int             late;
    const char     *status;
    const char     *css_class;
  } rows[] = {
    { MOEI_FLIGHT_STATE_SCHEDULED, 0, "Scheduled", "" },
    { MOEI_FLIGHT_STATE_SCHEDULED, 4, "Scheduled", "" },
    { MOEI_FLIGHT_STATE_SCHEDULED, 5, "+5 min", "late" },
    { MOEI_FLIGHT_STATE_DELAYED, 130, "+2 h 10 min", "late" },
    { MOEI_FLIGHT_STATE_BOARDING, 25, "Boarding", "at-airport" },
    { MOEI_FLIGHT_STATE_DEPARTED, 25, "Departed", "departed" },
    { MOEI_FLIGHT_STATE_CANCELLED, 0, "Cancelled", "late" },
  };
  gint64 scheduled = sample_operation_get_now ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    gint64 estimated = scheduled + rows[i].late * MINUTE;
    g_autofree char *status = moei_closure_flight_status (NULL, rows[i].state, scheduled, estimated);
    g_auto (GStrv) classes = moei_closure_flight_css_classes (NULL, rows[i].state, scheduled, estimated);

    g_assert_cmpstr (status, ==, rows[i].status);
    g_assert_true (g_strv_contains ((const char * const *) classes, rows[i].css_class));
  }
}

static void
test_status_unknown_times (void)
{
  g_autofree char *status = moei_closure_flight_status (NULL, MOEI_FLIGHT_STATE_SCHEDULED,
                                                        MOEI_INSTANT_UNKNOWN, G_MAXINT64);

  g_assert_cmpstr (status, ==, "Scheduled");
}

static void
test_people (void)
{
  static const struct {
    MoeiFlightState state;
    int             manifested;
    int             boarded;
    const char     *people;
  } rows[] = {
    { MOEI_FLIGHT_STATE_SCHEDULED, 76, MOEI_COUNT_UNKNOWN, "76" },
    { MOEI_FLIGHT_STATE_SCHEDULED, MOEI_COUNT_UNKNOWN, MOEI_COUNT_UNKNOWN, "–" },
    { MOEI_FLIGHT_STATE_BOARDING, 76, 48, "48 / 76" },
    { MOEI_FLIGHT_STATE_BOARDING, 76, MOEI_COUNT_UNKNOWN, "76" },
    { MOEI_FLIGHT_STATE_DEPARTED, 76, 75, "75" },
    { MOEI_FLIGHT_STATE_DEPARTED, 76, MOEI_COUNT_UNKNOWN, "76" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *people = moei_closure_flight_people (NULL, rows[i].state, rows[i].manifested, rows[i].boarded);

    g_assert_cmpstr (people, ==, rows[i].people);
  }
}

static void
test_text (void)
{
  g_autofree char *none = moei_closure_text_or_dash (NULL, NULL);
  g_autofree char *text = moei_closure_text_or_dash (NULL, "EX 601");
  g_autofree char *nowhere = moei_closure_place_name (NULL, NULL);
  g_autofree char *time = moei_closure_time (NULL, sample_operation_get_now ());

  g_assert_cmpstr (none, ==, "–");
  g_assert_cmpstr (text, ==, "EX 601");
  g_assert_cmpstr (nowhere, ==, "–");
  g_assert_cmpstr (time, ==, "15:00");
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/closures/status", test_status);
  g_test_add_func ("/closures/status-unknown-times", test_status_unknown_times);
  g_test_add_func ("/closures/people", test_people);
  g_test_add_func ("/closures/text", test_text);

  return g_test_run ();
}
