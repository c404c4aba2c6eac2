/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"

#include "desk/moei-detail-card.h"
#include "operation/moei-collection.h"
#include "operation/moei-place.h"
#include "operation/moei-report.h"
#include "operation/moei-route.h"

static GtkWidget *
new_card (MoeiOperation *operation)
{
  return g_object_ref_sink (g_object_new (MOEI_TYPE_DETAIL_CARD, "now", sample_operation_get_now (),
                                          "operation", operation, NULL));
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();

  g_assert_finalize_object (new_card (operation));
  g_assert_finalize_object (g_steal_pointer (&operation));
}

/* Every figure carries who reported it and as of when. */
static void
test_place (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) card = new_card (operation);

  g_assert_false (gtk_widget_get_visible (card));
  g_object_set (card, "entity", moei_collection_lookup (moei_operation_get_places (operation), "kk-park"), NULL);
  g_assert_true (gtk_widget_get_visible (card));
  g_assert_true (desk_test_shows (card, "KK Park"));
  g_assert_true (desk_test_shows (card, "1,840"));
  g_assert_true (desk_test_shows (card, "7,141"));
  g_assert_true (desk_test_shows (card, "Border Guard Force (BGF), 25 February 2025"));
  g_assert_true (desk_test_shows (card, "Position estimated from reports"));
}

/* A made-up count says so, beside the reports that were published. */
static void
test_made_up_people (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) card = new_card (operation);
  MoeiPlace *place = moei_collection_lookup (moei_operation_get_places (operation), "kk-park");

  g_object_set (card, "entity", place, NULL);
  g_assert_false (desk_test_shows (card, "Made up for the exercise"));

  g_object_set (card, "entity", NULL, NULL);
  moei_collection_append (moei_place_get_reports (place),
                          g_object_new (MOEI_TYPE_REPORT, "id", "exercise", "stage", MOEI_STAGE_HELD, "value", 1840,
                                        "origin", MOEI_ORIGIN_EXERCISE, "owner", "exercise", NULL));
  g_object_set (card, "entity", place, NULL);
  g_assert_true (desk_test_shows (card, "Made up for the exercise"));
  g_assert_true (desk_test_shows (card, "7,141"));
}

static void
test_flight (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) card = new_card (operation);

  g_object_set (card, "entity", moei_collection_lookup (moei_operation_get_flights (operation), "flight-3"), NULL);
  g_assert_true (desk_test_shows (card, "Flight EX 603"));
  g_assert_true (desk_test_shows (card, "Mae Sot Airport → Nanjing"));
  g_assert_true (desk_test_shows (card, "Boarding"));
  g_assert_true (desk_test_shows (card, "48"));
  g_assert_true (desk_test_shows (card, "Made up for the exercise"));
}

static void
test_route (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) card = new_card (operation);
  g_autoptr (MoeiText) name = moei_text_new ("Bridge 2 to the airport", NULL, NULL, NULL);
  g_autoptr (MoeiRoute) route = g_object_new (MOEI_TYPE_ROUTE, "id", "r", "name", name, "from", "kk-park",
                                              "to", "mae-sot", "state", MOEI_ROUTE_STATE_CLOSED, NULL);

  g_object_set (card, "entity", route, NULL);
  g_assert_true (desk_test_shows (card, "Bridge 2 to the airport"));
  g_assert_true (desk_test_shows (card, "KK Park → Mae Sot Airport"));
  g_assert_true (desk_test_shows (card, "Closed"));
}

/* Whoever reads on must not be thrown back to the top by what is not news here. */
static void
test_keeps_its_rows (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) card = new_card (operation);
  GObject *flight = moei_collection_lookup (moei_operation_get_flights (operation), "flight-3");
  GtkWidget *row;

  g_object_set (card, "entity", flight, NULL);
  row = gtk_widget_get_first_child (desk_test_find_by_type (card, GTK_TYPE_GRID));
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  g_signal_emit_by_name (moei_operation_get_flights (operation), "changed");
  g_assert_nonnull (row);

  g_object_set (flight, "boarded", 49, NULL);
  g_signal_emit_by_name (moei_operation_get_flights (operation), "changed");
  g_assert_null (row);
  g_assert_true (desk_test_shows (card, "49"));
}

static void
test_close (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) card = new_card (operation);

  g_object_set (card, "entity", moei_collection_lookup (moei_operation_get_places (operation), "kk-park"), NULL);
  gtk_widget_activate_action (card, "detail.close", NULL);
  g_assert_false (gtk_widget_get_visible (card));
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/detail-card/new-destroy", test_new_destroy);
  g_test_add_func ("/detail-card/place", test_place);
  g_test_add_func ("/detail-card/made-up-people", test_made_up_people);
  g_test_add_func ("/detail-card/flight", test_flight);
  g_test_add_func ("/detail-card/route", test_route);
  g_test_add_func ("/detail-card/keeps-its-rows", test_keeps_its_rows);
  g_test_add_func ("/detail-card/close", test_close);

  return g_test_run ();
}
