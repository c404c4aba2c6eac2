/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"

#include "desk/moei-departures-card.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"

static GtkWidget *
new_card (MoeiOperation *operation)
{
  return g_object_new (MOEI_TYPE_DEPARTURES_CARD, "now", sample_operation_get_now (), "operation", operation, NULL);
}

static GtkSelectionModel *
get_rows (GtkWidget *card)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (desk_test_find_by_type (card, GTK_TYPE_COLUMN_VIEW)));
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GtkWidget *card = g_object_ref_sink (new_card (operation));

  g_assert_finalize_object (card);
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
test_rows (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GtkWidget *card = new_card (operation);

  desk_test_present (card);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (card))), ==, 6);
  g_assert_true (desk_test_shows (card, "3 of 6"));
  g_assert_true (desk_test_shows (card, "12:00"));
  g_assert_true (desk_test_shows (card, "EX 600"));
  g_assert_true (desk_test_shows (card, "Nanjing"));
  g_assert_true (desk_test_shows (card, "Departed"));
  g_assert_true (desk_test_shows (card, "48 / 76"));
  g_assert_true (desk_test_shows (card, "+25 min"));
  g_assert_true (desk_test_shows (card, "as of 15:00"));
}

/* The row has the focus, so it must say what its cells show, as they change. */
static void
test_rows_are_read (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GtkWidget *card = new_card (operation);
  MoeiFlight *flight = moei_collection_lookup (moei_operation_get_flights (operation), "flight-0");
  GtkWidget *row;

  desk_test_present (card);
  row = gtk_widget_get_first_child (gtk_widget_get_last_child (desk_test_find_by_type (card, GTK_TYPE_COLUMN_VIEW)));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Time: 12:00, Flight: EX 600, To: Nanjing, People: 76, Status: Departed");
  g_object_set (flight, "state", MOEI_FLIGHT_STATE_ARRIVED, "boarded", 74, NULL);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Time: 12:00, Flight: EX 600, To: Nanjing, People: 74, Status: Arrived");
}

static void
test_only_from_mae_sot (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GtkWidget *card = g_object_ref_sink (new_card (operation));
  MoeiFlight *flight = moei_collection_lookup (moei_operation_get_flights (operation), "flight-0");

  g_object_set (flight, "from", "nanjing", NULL);
  g_signal_emit_by_name (moei_operation_get_flights (operation), "changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (card))), ==, 5);
  g_object_unref (card);
}

static void
test_selection (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) card = g_object_ref_sink (new_card (operation));
  g_autoptr (MoeiEntity) selected = NULL;
  MoeiFlight *flight = moei_collection_lookup (moei_operation_get_flights (operation), "flight-4");
  gpointer place = moei_collection_lookup (moei_operation_get_places (operation), "kk-park");

  gtk_selection_model_select_item (get_rows (card), 1, TRUE);
  g_object_get (card, "selected", &selected, NULL);
  g_assert_true (selected == moei_collection_lookup (moei_operation_get_flights (operation), "flight-1"));

  g_object_set (card, "selected", flight, NULL);
  g_assert_true (gtk_selection_model_is_selected (get_rows (card), 4));

  /* A place has no row here, but stays the selection of the page. */
  g_object_set (card, "selected", place, NULL);
  g_assert_false (gtk_selection_model_is_selected (get_rows (card), 4));
  g_clear_object (&selected);
  g_object_get (card, "selected", &selected, NULL);
  g_assert_true ((gpointer) selected == place);
}

/* Flights that come in another order are the same flights. */
static void
test_selection_outlives_order (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (MoeiOperation) fresh = moei_operation_new ();
  g_autoptr (GtkWidget) card = g_object_ref_sink (new_card (operation));
  g_autoptr (MoeiEntity) selected = NULL;
  MoeiCollection *flights = moei_operation_get_flights (operation);

  for (guint i = moei_collection_size (flights); i > 0; i--) {
    MoeiEntity *flight = moei_collection_get (flights, i - 1);
    MoeiEntity *copy = g_object_new (MOEI_TYPE_FLIGHT, "id", moei_entity_get_id (flight), NULL);

    moei_entity_assign (copy, flight);
    moei_collection_append (moei_operation_get_flights (fresh), copy);
  }
  gtk_selection_model_select_item (get_rows (card), 4, TRUE);
  moei_collection_merge (flights, moei_operation_get_flights (fresh));
  g_assert_true (gtk_selection_model_is_selected (get_rows (card), 4));
  g_object_get (card, "selected", &selected, NULL);
  g_assert_true (selected == moei_collection_lookup (flights, "flight-4"));

  /* By hand it can be taken back, and it goes with its flight. */
  gtk_selection_model_unselect_item (get_rows (card), 4);
  g_clear_object (&selected);
  g_object_get (card, "selected", &selected, NULL);
  g_assert_null (selected);
  gtk_selection_model_select_item (get_rows (card), 4, TRUE);
  moei_collection_clear (flights);
  g_object_get (card, "selected", &selected, NULL);
  g_assert_null (selected);
}

static void
test_empty (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (GtkWidget) card = g_object_ref_sink (new_card (operation));

  g_object_set (operation, "exercise", TRUE, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (desk_test_find_by_type (card, GTK_TYPE_STACK))), ==, "empty");
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/departures-card/new-destroy", test_new_destroy);
  g_test_add_func ("/departures-card/rows", test_rows);
  g_test_add_func ("/departures-card/rows-are-read", test_rows_are_read);
  g_test_add_func ("/departures-card/only-from-mae-sot", test_only_from_mae_sot);
  g_test_add_func ("/departures-card/selection", test_selection);
  g_test_add_func ("/departures-card/selection-outlives-order", test_selection_outlives_order);
  g_test_add_func ("/departures-card/empty", test_empty);

  return g_test_run ();
}
