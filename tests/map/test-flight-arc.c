/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-flight-arc.h"
#include "map/moei-mover.h"
#include "operation/moei-collection.h"

static void
add_airport (MoeiOperation *operation,
             const char    *id,
             double         longitude,
             double         latitude)
{
  MoeiPosition position = { longitude, latitude };

  moei_collection_append (moei_operation_get_places (operation),
                          g_object_new (MOEI_TYPE_PLACE, "id", id, "kind", MOEI_PLACE_KIND_AIRPORT, "position",
                                        &position, NULL));
}

static void
add_flight (MoeiOperation   *operation,
            const char      *id,
            const char      *to,
            MoeiFlightState  state)
{
  moei_collection_append (moei_operation_get_flights (operation),
                          g_object_new (MOEI_TYPE_FLIGHT, "id", id, "from", "maq", "to", to, "state", state, NULL));
}

static MoeiOperation *
make_operation (void)
{
  MoeiOperation *operation = moei_operation_new ();

  add_airport (operation, "maq", 98.54348, 16.69983);
  add_airport (operation, "nkg", 118.86, 31.74);
  add_airport (operation, "add", 38.8, 8.98);
  return operation;
}

/* One arc for two airports, in the state of the flight that matters most now. */
static void
test_collect (void)
{
  g_autoptr (MoeiOperation) operation = make_operation ();
  g_autoptr (GPtrArray) arcs = NULL;
  const MoeiFlightArc *arc;

  add_flight (operation, "1", "nkg", MOEI_FLIGHT_STATE_SCHEDULED);
  add_flight (operation, "2", "nkg", MOEI_FLIGHT_STATE_DEPARTED);
  add_flight (operation, "3", "nkg", MOEI_FLIGHT_STATE_DELAYED);
  add_flight (operation, "4", "add", MOEI_FLIGHT_STATE_CANCELLED);
  add_flight (operation, "5", "nowhere", MOEI_FLIGHT_STATE_DEPARTED);
  arcs = moei_flight_arcs_collect (operation);
  g_assert_cmpuint (arcs->len, ==, 2);
  arc = arcs->pdata[0];
  g_assert_cmpint (arc->state, ==, MOEI_FLIGHT_STATE_DEPARTED);
  g_assert_cmpuint (arc->flights->len, ==, 3);
  g_assert_cmpstr (moei_entity_get_id (arc->flights->pdata[0]), ==, "2");
  g_assert_cmpstr (moei_entity_get_id (arc->flights->pdata[1]), ==, "3");
  g_assert_cmpstr (moei_entity_get_id (arc->flights->pdata[2]), ==, "1");
}

/* An arc leaves the view at its edge, or at a card that lies above the map; one
 * that ends in the view does not leave it. */
static void
test_exit (void)
{
  g_autoptr (MoeiOperation) operation = make_operation ();
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (MoeiBox));
  g_autoptr (GPtrArray) arcs = NULL;
  MoeiBox card = { 560, 0, 240, 200 };
  MoeiProjector projector;
  MoeiPoint exit;
  double course;

  add_flight (operation, "1", "nkg", MOEI_FLIGHT_STATE_DEPARTED);
  arcs = moei_flight_arcs_collect (operation);
  moei_projector_init (&projector, (MoeiPosition) { 98.54348, 16.69983 }, 11, 800, 600);
  g_assert_true (moei_flight_arc_find_exit (arcs->pdata[0], &projector, 10, covered, &exit, &course));
  g_assert_cmpfloat_with_epsilon (exit.y, 10, 0.1);
  g_assert_cmpfloat (exit.x, >, 400);
  g_assert_cmpfloat (course, >, 0);
  g_assert_cmpfloat (course, <, G_PI_2);

  g_array_append_val (covered, card);
  g_assert_true (moei_flight_arc_find_exit (arcs->pdata[0], &projector, 10, covered, &exit, &course));
  g_assert_cmpfloat (exit.y, >, 10);
  g_assert_true (exit.x <= card.x - 10 + 0.1 || exit.y >= card.y + card.height + 10 - 0.1);

  moei_projector_init (&projector, (MoeiPosition) { 108, 24 }, 4, 800, 600);
  g_assert_false (moei_flight_arc_find_exit (arcs->pdata[0], &projector, 10, NULL, &exit, &course));
}

/* Badges hide neither a crossing nor each other; what cannot be avoided stays. */
static void
test_give_way (void)
{
  g_autoptr (GArray) movers = g_array_new (FALSE, TRUE, sizeof (MoeiMover));
  MoeiDrawnSite bridge = { .symbol = MOEI_MAP_SYMBOL_CROSSING, .at = { 100, 100 }, .radius = 9, .n_places = 1 };
  char people[] = "50";

  for (guint i = 0; i < 3; i++) {
    MoeiMover mover = { .people = people, .home = { 104, 101 }, .at = { 104, 101 }, .width = 30, .height = 20 };

    g_array_append_val (movers, mover);
  }
  moei_movers_give_way (movers, &bridge, 1);
  for (guint i = 0; i < movers->len; i++) {
    const MoeiMover *mover = &g_array_index (movers, MoeiMover, i);

    g_assert_cmpfloat (mover->at.x, ==, 104);
    g_assert_cmpfloat (mover->at.y + mover->height / 2, <, bridge.at.y - bridge.radius);
    g_assert_cmpfloat (mover->foot, <=, bridge.at.y - bridge.radius);
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (ABS (mover->at.y - g_array_index (movers, MoeiMover, j).at.y), >=, 20);
  }
}

/* A convoy of which only a position is known is on the map all the same. */
static void
test_without_route (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiMapScene) scene = moei_map_scene_new ();
  g_autoptr (GArray) movers = NULL;
  MoeiPosition position = { 98.5, 16.7 };

  moei_collection_append (moei_operation_get_convoys (operation),
                          g_object_new (MOEI_TYPE_CONVOY, "id", "convoy", "state", MOEI_CONVOY_STATE_UNDER_WAY,
                                        "position", &position, NULL));
  moei_map_scene_set_operation (scene, operation);
  movers = moei_movers_collect (scene);
  g_assert_cmpuint (movers->len, ==, 1);
  g_assert_cmpfloat (g_array_index (movers, MoeiMover, 0).extent, >, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/flight-arc/collect", test_collect);
  g_test_add_func ("/flight-arc/exit", test_exit);
  g_test_add_func ("/mover/give-way", test_give_way);
  g_test_add_func ("/mover/without-route", test_without_route);

  return g_test_run ();
}
