/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sample-traffic.h"

#include "sample-operation.h"

#include "operation/moei-bus.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-hand-over.h"
#include "operation/moei-milestone.h"
#include "operation/moei-place.h"
#include "operation/moei-route.h"
#include "operation/moei-tally.h"

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)

static void
add_places (MoeiOperation *operation)
{
  MoeiCollection *places = moei_operation_get_places (operation);
  g_autoptr (MoeiText) bridge = moei_text_new ("Bridge 2", "สะพาน 2", "တံတား ၂", "二号桥");
  g_autoptr (MoeiText) addis = moei_text_new ("Addis Ababa", "แอดดิสอาบาบา", "အာဒစ်အာဘာဘာ", "亚的斯亚贝巴");
  g_autoptr (MoeiText) route = moei_text_new ("Bridge 2 to the airport", NULL, NULL, NULL);

  g_object_set (moei_collection_lookup (places, "nanjing"), "country", "CHN", NULL);
  moei_collection_append (places, g_object_new (MOEI_TYPE_PLACE, "id", "bridge-2", "kind", MOEI_PLACE_KIND_CROSSING,
                                                "name", bridge, NULL));
  moei_collection_append (places, g_object_new (MOEI_TYPE_PLACE, "id", "addis", "kind", MOEI_PLACE_KIND_AIRPORT,
                                                "iata", "ADD", "country", "ETH", "name", addis, NULL));
  moei_collection_append (moei_operation_get_routes (operation),
                          g_object_new (MOEI_TYPE_ROUTE, "id", "bridge-airport", "from", "bridge-2", "to", "mae-sot",
                                        "name", route, "minutes", 25, NULL));
}

static MoeiConvoy *
new_convoy (int             number,
            const char     *flight,
            MoeiConvoyState state,
            int             people)
{
  g_autofree char *id = g_strdup_printf ("convoy-%d", number);
  const char *flights[] = { flight, NULL };
  gint64 now = sample_operation_get_now ();

  return g_object_new (MOEI_TYPE_CONVOY, "id", id, "number", number, "route", "bridge-airport", "state", state,
                       "buses", 2, "seats", 90, "people", people, "flights", flights,
                       "planned-departure", now - 20 * MINUTE, "estimated-arrival", now + 5 * MINUTE, NULL);
}

/* Convoy 1 has lost one between its ends; its second bus has not been heard of for long. */
static void
add_details (MoeiConvoy *convoy)
{
  gint64 now = sample_operation_get_now ();
  MoeiPosition at = { 98.55, 16.69 };

  g_object_set (convoy, "position", &at, "position-observed", now - 3 * MINUTE, "actual-departure", now - 15 * MINUTE, NULL);
  moei_collection_append (moei_convoy_get_hand_overs (convoy),
                          g_object_new (MOEI_TYPE_HAND_OVER, "id", "h1", "place", "bridge-2", "out", 48, "in", 48,
                                        "counted-by", "Thai immigration", NULL));
  moei_collection_append (moei_convoy_get_hand_overs (convoy),
                          g_object_new (MOEI_TYPE_HAND_OVER, "id", "h2", "place", "mae-sot", "out", 47, "in", 47,
                                        "counted-by", "Mae Sot Airport", NULL));
  moei_collection_append (moei_convoy_get_fleet (convoy),
                          g_object_new (MOEI_TYPE_BUS, "id", "b1", "number", 11, "seats", 45, "people", 24,
                                        "position", &at, "position-observed", now - 3 * MINUTE, NULL));
  moei_collection_append (moei_convoy_get_fleet (convoy),
                          g_object_new (MOEI_TYPE_BUS, "id", "b2", "number", 12, "seats", 45, "people", 24,
                                        "position", &at, "position-observed", now - 22 * MINUTE, NULL));
}

static void
add_convoys (MoeiOperation *operation)
{
  g_autoptr (MoeiCollection) convoys = moei_collection_new (MOEI_TYPE_CONVOY);
  MoeiConvoy *first = new_convoy (1, "flight-4", MOEI_CONVOY_STATE_UNDER_WAY, 48);

  add_details (first);
  moei_collection_append (convoys, first);
  moei_collection_append (convoys, new_convoy (2, "flight-5", MOEI_CONVOY_STATE_UNDER_WAY, 76));
  moei_collection_append (convoys, new_convoy (3, "flight-6", MOEI_CONVOY_STATE_PLANNED, -1));
  moei_operation_take_convoys (operation, moei_operation_get_operating_day (operation), convoys);
}

static void
add_flights (MoeiOperation *operation)
{
  g_autoptr (MoeiCollection) flights = moei_collection_new (MOEI_TYPE_FLIGHT);

  for (int i = 6; i < 8; i++) {
    g_autofree char *id = g_strdup_printf ("flight-%d", i);
    g_autofree char *number = g_strdup_printf ("EX 60%d", i);

    moei_collection_append (flights,
                            g_object_new (MOEI_TYPE_FLIGHT, "id", id, "number", number, "from", "mae-sot", "to", "addis",
                                          "scheduled", sample_operation_get_now () + (i * 60 + 18 * 60) * MINUTE,
                                          "state", MOEI_FLIGHT_STATE_SCHEDULED, "seats", 200, "manifested", 100 + i, NULL));
  }
  moei_operation_take_flights (operation, moei_operation_get_operating_day (operation) + 1, flights);
}

static void
add_milestones (MoeiOperation *operation)
{
  MoeiFlight *flight = moei_collection_lookup (moei_operation_get_schedule (operation), "flight-4");
  MoeiCollection *milestones = moei_flight_get_milestones (flight);
  gint64 now = sample_operation_get_now ();

  moei_collection_append (moei_flight_get_nationalities (flight),
                          g_object_new (MOEI_TYPE_TALLY, "id", "CHN", "planned", 76, "at-airport", 28, NULL));
  moei_collection_append (milestones, g_object_new (MOEI_TYPE_MILESTONE, "id", "manifest-closed", "owner", "Tak province",
                                                    "planned", now - 60 * MINUTE, "done", now - 55 * MINUTE, NULL));
  moei_collection_append (milestones, g_object_new (MOEI_TYPE_MILESTONE, "id", "documents-checked", "owner", "embassy",
                                                    "planned", now - 12 * MINUTE, NULL));
  moei_collection_append (milestones, g_object_new (MOEI_TYPE_MILESTONE, "id", "boarded", "owner", "Mae Sot Airport",
                                                    "planned", now + 60 * MINUTE, NULL));
}

void
sample_traffic_add (MoeiOperation *operation)
{
  add_places (operation);
  add_flights (operation);
  add_convoys (operation);
  add_milestones (operation);
}
