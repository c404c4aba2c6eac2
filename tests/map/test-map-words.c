/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-language.h"
#include "map/moei-map-summary.h"
#include "map/moei-map-words.h"
#include "operation/moei-bus.h"
#include "operation/moei-collection.h"

#define NOON    (G_GINT64_CONSTANT (1741237200) * G_USEC_PER_SEC) /* 2025-03-06T12:00:00+07:00 */
#define MINUTES G_TIME_SPAN_MINUTE

static void
assert_described (MoeiOperation *operation,
                  gpointer       entity,
                  gint64         now,
                  const char    *expected)
{
  g_autofree char *text = moei_map_words_describe (MOEI_LANGUAGE_EN, operation, entity, now);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_places (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiText) name = moei_text_new ("Bridge", NULL, NULL, NULL);
  g_autoptr (MoeiText) reason = moei_text_new ("Flood", NULL, NULL, NULL);
  g_autoptr (MoeiPlace) place = g_object_new (MOEI_TYPE_PLACE, "id", "place", "name", name, "kind",
                                              MOEI_PLACE_KIND_CROSSING, "state", MOEI_PLACE_STATE_CLOSED,
                                              "reason", reason, "since", NOON, NULL);

  assert_described (operation, place, NOON, "Bridge\nBorder crossing · Closed · since 6 March 2025\nFlood");
  g_object_set (place, "kind", MOEI_PLACE_KIND_SITE, "state", MOEI_PLACE_STATE_HELD, "people", 1840, "reason", NULL,
                "since", MOEI_INSTANT_UNKNOWN, NULL);
  assert_described (operation, place, NOON, "Bridge\nPeople held · 1,840");
  g_object_set (place, "state", MOEI_PLACE_STATE_CLEARING, NULL);
  assert_described (operation, place, NOON, "Bridge\nBeing cleared · 1,840 waiting");
  g_object_set (place, "people", MOEI_COUNT_UNKNOWN, NULL);
  assert_described (operation, place, NOON, "Bridge\nBeing cleared");
}

/* A report of where a convoy is: fresh, late, and too old to be believed; and
 * none at all. */
static void
test_convoy (void)
{
  static const MoeiPosition points[] = { { 98, 16 }, { 98.1, 16 } };
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiLine) line = moei_line_new (points, G_N_ELEMENTS (points));
  MoeiRoute *route = g_object_new (MOEI_TYPE_ROUTE, "id", "route", "line", line, NULL);
  g_autoptr (MoeiConvoy) convoy = g_object_new (MOEI_TYPE_CONVOY, "id", "convoy", "number", 3, "route", "route",
                                                "state", MOEI_CONVOY_STATE_UNDER_WAY, "buses", 2, "people", 76,
                                                "planned-departure", NOON, "estimated-arrival", NOON + 60 * MINUTES,
                                                NULL);
  MoeiBus *first = moei_bus_new ("1"), *last = moei_bus_new ("2");

  moei_collection_append (moei_operation_get_routes (operation), route);
  assert_described (operation, convoy, NOON + MINUTES,
                    "Convoy 3\nUnder way · 2 buses · 76 people\nPosition estimated from its times");

  g_object_set (convoy, "position", &points[0], "position-observed", NOON, NULL);
  assert_described (operation, convoy, NOON + 4 * MINUTES,
                    "Convoy 3\nUnder way · 2 buses · 76 people\nPosition 4 min ago");
  assert_described (operation, convoy, NOON + 20 * MINUTES,
                    "Convoy 3\nUnder way · 2 buses · 76 people\nPosition 20 min ago");
  assert_described (operation, convoy, NOON + 35 * MINUTES,
                    "Convoy 3\nUnder way · 2 buses · 76 people\nPosition not known, last reported 35 min ago");

  g_object_set (first, "position", &points[0], NULL);
  g_object_set (last, "position", &points[1], NULL);
  moei_collection_append (moei_convoy_get_fleet (convoy), first);
  moei_collection_append (moei_convoy_get_fleet (convoy), last);
  assert_described (operation, convoy, NOON + MINUTES,
                    "Convoy 3\nUnder way · 2 buses · 76 people\nPosition 1 min ago\n11 km from first to last bus");
}

static void
test_mix (void)
{
  static const guint counts[] = { 4, 3, 0, 1 };
  g_autofree char *mix = moei_map_words_mix (MOEI_LANGUAGE_EN, counts);

  g_assert_cmpstr (mix, ==, "People held 3 · Cleared 1 · Not known 4");
}

/* All that is drawn, in sentences. */
static void
test_summary (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  MoeiPosition position = { 98, 16 };
  g_autofree char *empty = moei_map_summarise (MOEI_LANGUAGE_EN, operation);
  g_autofree char *text = NULL;

  g_assert_cmpstr (empty, ==, "");
  moei_collection_append (moei_operation_get_places (operation),
                          g_object_new (MOEI_TYPE_PLACE, "id", "a", "kind", MOEI_PLACE_KIND_SITE, "state",
                                        MOEI_PLACE_STATE_HELD, "position", &position, NULL));
  moei_collection_append (moei_operation_get_places (operation),
                          g_object_new (MOEI_TYPE_PLACE, "id", "b", "kind", MOEI_PLACE_KIND_HOLDING, NULL));
  moei_collection_append (moei_operation_get_places (operation),
                          g_object_new (MOEI_TYPE_PLACE, "id", "c", "kind", MOEI_PLACE_KIND_CROSSING, "state",
                                        MOEI_PLACE_STATE_OPEN, "position", &position, NULL));
  moei_collection_append (moei_operation_get_flights (operation),
                          g_object_new (MOEI_TYPE_FLIGHT, "id", "f", "state", MOEI_FLIGHT_STATE_DEPARTED, NULL));
  text = moei_map_summarise (MOEI_LANGUAGE_EN, operation);
  g_assert_cmpstr (text, ==, "Compounds: Not known 1, People held 1. 1 listed, not plotted. Crossings: Open 1. "
                             "Flights: Departed 1.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  moei_language_init (moei_language_find_localedir ());

  g_test_add_func ("/map-words/places", test_places);
  g_test_add_func ("/map-words/convoy", test_convoy);
  g_test_add_func ("/map-words/mix", test_mix);
  g_test_add_func ("/map-words/summary", test_summary);

  return g_test_run ();
}
