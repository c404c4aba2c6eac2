/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"
#include "sample-traffic.h"

#include "desk/moei-flights-page.h"
#include "desk/moei-page.h"
#include "desk/moei-table.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"

static MoeiOperation *
new_operation (void)
{
  MoeiOperation *operation = sample_operation_new ();

  sample_traffic_add (operation);
  return operation;
}

static GtkWidget *
new_page (MoeiOperation *operation)
{
  return g_object_new (MOEI_TYPE_FLIGHTS_PAGE, "now", sample_operation_get_now (), "operation", operation, NULL);
}

static MoeiTable *
find_table (GtkWidget  *within,
            const char *label)
{
  if (MOEI_IS_TABLE (within)) {
    g_autofree char *its = NULL;

    g_object_get (within, "label", &its, NULL);
    if (g_strcmp0 (its, label) == 0)
      return MOEI_TABLE (within);
  }
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    MoeiTable *found = find_table (child, label);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static guint
count_rows (GtkWidget  *page,
            const char *label)
{
  g_autoptr (GListModel) model = NULL;

  g_object_get (find_table (page, label), "model", &model, NULL);
  return g_list_model_get_n_items (model);
}

static char *
describe (GtkWidget  *page,
          const char *label,
          gpointer    item)
{
  return moei_table_describe (find_table (page, label), item);
}

static void
assert_says (const char *text,
             const char *what)
{
  if (strstr (text, what) == NULL)
    g_error ("\"%s\" is not in:\n%s", what, text);
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *page = g_object_ref_sink (new_page (operation));

  g_assert_finalize_object (page);
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
test_day (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = g_object_ref_sink (new_page (operation));
  g_autofree char *day = NULL;

  g_assert_cmpuint (count_rows (page, "Flights"), ==, 6);
  g_object_set (page, "day", "tomorrow", NULL);
  g_object_get (page, "day", &day, NULL);
  g_assert_cmpstr (day, ==, "2025-03-07");
  g_assert_cmpuint (count_rows (page, "Flights"), ==, 2);
  g_object_set (page, "day", "yesterday", NULL);
  g_assert_cmpuint (count_rows (page, "Flights"), ==, 0);
  g_object_set (page, "day", "", NULL);
  g_assert_cmpuint (count_rows (page, "Flights"), ==, 8);
  g_object_set (page, "day", "nonsense", NULL);
  g_assert_cmpuint (count_rows (page, "Flights"), ==, 6);
}

static void
test_step (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *page = new_page (operation);

  desk_test_present (page);
  g_assert_true (gtk_widget_activate_action (page, "flights.next-day", NULL));
  g_assert_cmpuint (count_rows (page, "Flights"), ==, 2);
  g_assert_true (gtk_widget_activate_action (page, "flights.previous-day", NULL));
  g_assert_cmpuint (count_rows (page, "Flights"), ==, 6);
}

/* Midnight makes tomorrow today; today stays today. */
static void
test_midnight (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = g_object_ref_sink (new_page (operation));
  g_autofree char *day = NULL;

  g_object_set (operation, "operating-day", moei_operation_get_operating_day (operation) + 1, NULL);
  g_assert_cmpuint (count_rows (page, "Flights"), ==, 2);
  g_object_set (page, "day", "tomorrow", NULL);
  g_object_set (operation, "operating-day", moei_operation_get_operating_day (operation) + 1, NULL);
  g_object_get (page, "day", &day, NULL);
  g_assert_cmpstr (day, ==, "today");
}

static void
test_state_and_country (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = g_object_ref_sink (new_page (operation));

  g_object_set (page, "state", "departed", NULL);
  g_assert_cmpuint (count_rows (page, "Flights"), ==, 3);
  g_object_set (page, "state", "", "day", "", "country", "ETH", NULL);
  g_assert_cmpuint (count_rows (page, "Flights"), ==, 2);
  g_assert_cmpuint (count_rows (page, "Convoys"), ==, 1);
  g_object_set (page, "country", "", "day", "today", "view", "convoys", "state", "under-way", NULL);
  g_assert_cmpuint (count_rows (page, "Convoys"), ==, 2);
  g_object_set (page, "view", "flights", NULL);
  g_assert_cmpuint (count_rows (page, "Flights"), ==, 6);
}

/* What the board says of a flight: aimed and expected time on two clocks, load,
 * the next milestone, the margin and whose it is. */
static void
test_flight (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = g_object_ref_sink (new_page (operation));
  g_autofree char *row = describe (page, "Flights", moei_collection_lookup (moei_operation_get_schedule (operation), "flight-4"));
  g_autofree char *thai = NULL;

  assert_says (row, "Departure: 16:25, planned 16:00, 17:25 in Nanjing");
  assert_says (row, "0 on board, 76 on its list, 76 seats");
  assert_says (row, "Next: Travel documents checked, late, +12 min");
  assert_says (row, "Convoy 1");
  assert_says (row, "6 March 2025, as of 15:00");

  moei_language_push (MOEI_LANGUAGE_TH);
  thai = describe (page, "Flights", moei_collection_lookup (moei_operation_get_schedule (operation), "flight-4"));
  moei_language_pop ();
  assert_says (thai, "หนานจิง");
  g_assert_null (strstr (thai, "planned"));
}

/* "Late" and "not known" are different words; an open difference stays. */
static void
test_convoys (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = g_object_ref_sink (new_page (operation));
  MoeiConvoy *convoy = moei_collection_lookup (moei_operation_get_movements (operation), "convoy-1");
  g_autofree char *fresh = describe (page, "Convoys", convoy);
  g_autofree char *unknown = describe (page, "Convoys", moei_collection_lookup (moei_operation_get_movements (operation), "convoy-2"));
  g_autofree char *late = NULL, *planned = NULL;

  assert_says (fresh, "Position: 3 min ago");
  assert_says (fresh, "1 missing of 48");
  assert_says (unknown, "Position: Not known");
  g_object_set (convoy, "position-observed", sample_operation_get_now () - G_GINT64_CONSTANT (22 * 60) * G_USEC_PER_SEC, NULL);
  late = describe (page, "Convoys", convoy);
  assert_says (late, "Position: Late, 22 min ago");
  planned = describe (page, "Convoys", moei_collection_lookup (moei_operation_get_movements (operation), "convoy-3"));
  assert_says (planned, "late, +20 min");
}

static void
test_detail (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *page = new_page (operation);
  gpointer flight = moei_collection_lookup (moei_operation_get_schedule (operation), "flight-4");
  gpointer convoy = moei_collection_lookup (moei_operation_get_movements (operation), "convoy-1");
  g_autoptr (MoeiEntity) selected = NULL;

  desk_test_present (page);
  g_object_set (page, "selected", flight, NULL);
  g_assert_true (desk_test_shows (page, "Flight EX 604"));
  g_assert_true (desk_test_shows (page, "List of passengers closed"));
  g_assert_true (desk_test_shows (page, "Convoy 1"));
  g_object_set (flight, "manifested", 75, NULL);
  g_signal_emit_by_name (moei_operation_get_flights (operation), "changed");
  g_assert_true (desk_test_shows (page, "75"));
  g_object_set (page, "selected", convoy, NULL);
  g_assert_true (desk_test_shows (page, "Bus 12, tail"));
  g_assert_true (desk_test_shows (page, "Position: Late, 22 min ago"));
  g_assert_true (desk_test_shows (page, "1 missing on the way here, counted by Mae Sot Airport"));
  g_assert_true (gtk_widget_activate_action (page, "flights.deselect", NULL));
  g_object_get (page, "selected", &selected, NULL);
  g_assert_null (selected);
}

/* What is chosen elsewhere comes into view, whatever was filtered. */
static void
test_show (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *page = new_page (operation);
  gpointer flight = moei_collection_lookup (moei_operation_get_schedule (operation), "flight-7");
  gpointer convoy = moei_collection_lookup (moei_operation_get_movements (operation), "convoy-2");
  g_autoptr (MoeiEntity) selected = NULL;
  g_autofree char *view = NULL;

  desk_test_present (page);
  g_object_set (page, "state", "departed", "country", "CHN", NULL);
  moei_page_show (MOEI_PAGE (page), flight);
  g_object_get (page, "selected", &selected, NULL);
  g_assert_true ((gpointer) selected == flight);
  g_assert_cmpuint (count_rows (page, "Flights"), ==, 2);
  moei_page_show (MOEI_PAGE (page), convoy);
  g_object_get (page, "view", &view, NULL);
  g_assert_cmpstr (view, ==, "convoys");
  g_assert_true (desk_test_shows (page, "Convoy 2"));
}

static void
test_take_place (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) former = g_object_ref_sink (new_page (operation));
  g_autoptr (GtkWidget) page = g_object_ref_sink (new_page (operation));
  g_autofree char *day = NULL, *state = NULL;
  g_autoptr (MoeiEntity) selected = NULL;

  g_object_set (former, "day", "tomorrow", "state", "scheduled", "selected",
                moei_collection_lookup (moei_operation_get_schedule (operation), "flight-7"), NULL);
  moei_page_take_place (MOEI_PAGE (page), MOEI_PAGE (former));
  g_object_get (page, "day", &day, "state", &state, "selected", &selected, NULL);
  g_assert_cmpstr (day, ==, "2025-03-07");
  g_assert_cmpstr (state, ==, "scheduled");
  g_assert_cmpstr (moei_entity_get_id (selected), ==, "flight-7");
}

/* Ten updates a second for two seconds: the selection, the focus and the detail stay. */
static void
test_nothing_jumps (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *page = new_page (operation), *focus;
  MoeiFlight *flight = moei_collection_lookup (moei_operation_get_schedule (operation), "flight-4");

  desk_test_present (page);
  moei_page_show (MOEI_PAGE (page), MOEI_ENTITY (flight));
  gtk_test_widget_wait_for_draw (page);
  focus = gtk_root_get_focus (gtk_widget_get_root (page));
  g_assert_nonnull (focus);
  for (int i = 0; i < 20; i++) {
    g_autoptr (MoeiEntity) selected = NULL;

    g_object_set (flight, "boarded", i, "estimated", moei_flight_get_scheduled (flight) + i * G_USEC_PER_SEC * 60, NULL);
    g_signal_emit_by_name (moei_operation_get_flights (operation), "changed");
    gtk_test_widget_wait_for_draw (page);
    g_object_get (page, "selected", &selected, NULL);
    g_assert_true ((gpointer) selected == flight);
    g_assert_true (gtk_root_get_focus (gtk_widget_get_root (page)) == focus);
  }
}

static void
test_empty (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  GtkWidget *page = new_page (operation);

  desk_test_present (page);
  g_object_set (operation, "exercise", TRUE, NULL);
  g_assert_true (desk_test_shows (page, "No flight is known that fits this choice"));
}

/* A day without flights says why, and its button goes to the next that has some. */
static void
test_empty_day (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *page = new_page (operation);
  g_autofree char *day = NULL;

  desk_test_present (page);
  g_object_set (page, "day", "2025-03-08", NULL);
  g_assert_true (desk_test_shows (page, "No flights on Saturday 8 March"));
  g_assert_true (desk_test_shows (page, "Reason: weekend.\nThe last flights were on Friday 7 March."));
  g_object_set (page, "day", "yesterday", NULL);
  g_assert_true (desk_test_shows (page, "No flights on Wednesday 5 March"));
  g_assert_true (desk_test_shows (page, "Go to Thursday 6 March"));
  g_assert_true (gtk_widget_activate_action (page, "flights.go", "s", "2025-03-06"));
  g_object_get (page, "day", &day, NULL);
  g_assert_cmpstr (day, ==, "today");

  /* Where it is the choice that leaves none, all of the day's are a press away. */
  g_object_set (page, "state", "diverted", NULL);
  g_assert_true (desk_test_shows (page, "No flight is known that fits this choice"));
  g_assert_true (desk_test_shows (page, "All states and destinations"));
  g_assert_true (gtk_widget_activate_action (page, "flights.all", NULL));
  g_assert_cmpuint (count_rows (page, "Flights"), ==, 6);
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/flights-page/new-destroy", test_new_destroy);
  g_test_add_func ("/flights-page/day", test_day);
  g_test_add_func ("/flights-page/step", test_step);
  g_test_add_func ("/flights-page/midnight", test_midnight);
  g_test_add_func ("/flights-page/state-and-country", test_state_and_country);
  g_test_add_func ("/flights-page/flight", test_flight);
  g_test_add_func ("/flights-page/convoys", test_convoys);
  g_test_add_func ("/flights-page/detail", test_detail);
  g_test_add_func ("/flights-page/show", test_show);
  g_test_add_func ("/flights-page/take-place", test_take_place);
  g_test_add_func ("/flights-page/nothing-jumps", test_nothing_jumps);
  g_test_add_func ("/flights-page/empty", test_empty);
  g_test_add_func ("/flights-page/empty-day", test_empty_day);

  return g_test_run ();
}
