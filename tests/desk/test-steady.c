/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"
#include "sample-traffic.h"

#include "desk/moei-flights-page.h"
#include "desk/moei-people-page.h"
#include "desk/moei-table.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "operation/moei-nationality.h"

/* Ten updates a second for half a minute while somebody scrolls: as many
 * updates, whatever time they take, and after every other one a frame. */
#define N_UPDATES 300
#define A_FRAME   2
#define N_ROWS    60
#define STEP      11 /* pixels between two updates */

typedef struct {
  MoeiOperation *operation;
  GtkWidget     *page;
  const char    *label;
  MoeiTable     *table;
  GtkAdjustment *down;
  GtkWidget     *focus;
  double         at;
} Reader;

typedef void (*Update) (MoeiOperation *operation,
                        int            round);

static MoeiTable *
find_table (GtkWidget  *within,
            const char *label)
{
  g_autofree char *its = NULL;

  if (MOEI_IS_TABLE (within)) {
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

static void
begin (Reader     *reader,
       const char *chosen)
{
  GtkWidget *scroller;

  desk_test_present (reader->page);
  reader->table = find_table (reader->page, reader->label);
  scroller = desk_test_find_by_type (GTK_WIDGET (reader->table), GTK_TYPE_SCROLLED_WINDOW);
  reader->down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_true (moei_table_select (reader->table, chosen));
  gtk_test_widget_wait_for_draw (reader->page);
  moei_table_focus_row (reader->table);
  gtk_test_widget_wait_for_draw (reader->page);
  reader->focus = gtk_root_get_focus (gtk_widget_get_root (reader->page));
  g_assert_nonnull (reader->focus);
  g_assert_true (gtk_widget_is_ancestor (reader->focus, GTK_WIDGET (reader->table)));
  reader->at = gtk_adjustment_get_value (reader->down);
  g_assert_cmpfloat (gtk_adjustment_get_upper (reader->down), >, 2 * gtk_adjustment_get_page_size (reader->down));
}

/* Down, and at the end up again, as somebody does who looks for something. */
static void
scroll (Reader *reader,
        int     round)
{
  double end = gtk_adjustment_get_upper (reader->down) - gtk_adjustment_get_page_size (reader->down);
  int way = (int) end / STEP, step = round % (2 * way);

  reader->at = STEP * (step < way ? step : 2 * way - step);
  gtk_adjustment_set_value (reader->down, reader->at);
}

static void
read_on (Reader     *reader,
         Update      update,
         const char *chosen)
{
  gint64 longest = 0, began = g_get_monotonic_time ();

  for (int round = 0; round < N_UPDATES; round++) {
    g_autoptr (GObject) selected = NULL;
    g_autofree char *id = NULL;
    gint64 before;

    if (round % A_FRAME == 0)
      scroll (reader, round / A_FRAME);
    before = g_get_monotonic_time ();
    update (reader->operation, round);
    longest = MAX (longest, g_get_monotonic_time () - before);
    if (round % A_FRAME == A_FRAME - 1)
      gtk_test_widget_wait_for_draw (reader->page);
    g_object_get (reader->table, "selected", &selected, NULL);
    g_object_get (selected, "id", &id, NULL);
    g_assert_cmpstr (id, ==, chosen);
    g_assert_true (gtk_root_get_focus (gtk_widget_get_root (reader->page)) == reader->focus);
    g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (reader->down), reader->at, 1);
  }
  g_test_message ("%s: %d updates in %.1f s; the longest update took %.1f ms", reader->label, N_UPDATES,
                  (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC, (double) longest / 1000);
}

static void
update_people (MoeiOperation *operation,
               int            round)
{
  MoeiCollection *countries = moei_operation_get_nationalities (operation);

  for (int i = 0; i < 5; i++)
    g_object_set (moei_collection_get (countries, (guint) (round * 7 + i * 11) % N_ROWS), "held", 100 + round * 3 + i, NULL);
  g_signal_emit_by_name (countries, "changed");
}

static void
test_people (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  Reader reader = { .operation = operation, .label = "People by country/region" };

  for (int i = 0; i < N_ROWS; i++) {
    g_autofree char *id = g_strdup_printf ("X%02d", i);
    g_autoptr (MoeiText) name = moei_text_new (id, NULL, NULL, NULL);

    moei_collection_append (moei_operation_get_nationalities (operation),
                            g_object_new (MOEI_TYPE_NATIONALITY, "id", id, "name", name, "held", i, "listed", 3, "departed", 2, NULL));
  }
  reader.page = g_object_new (MOEI_TYPE_PEOPLE_PAGE, "now", sample_operation_get_now (), "operation", operation, NULL);
  moei_table_sort_by (find_table (reader.page, reader.label), "name", GTK_SORT_ASCENDING);
  begin (&reader, "X30");
  read_on (&reader, update_people, "X30");
}

static void
update_flights (MoeiOperation *operation,
                int            round)
{
  MoeiCollection *schedule = moei_operation_get_schedule (operation);

  for (int i = 0; i < 5; i++) {
    g_autofree char *id = g_strdup_printf ("more-%02d", (round * 7 + i * 11) % N_ROWS);
    MoeiFlight *flight = moei_collection_lookup (schedule, id);

    g_object_set (flight, "boarded", round % 50, "estimated",
                  moei_flight_get_scheduled (flight) + (round % 20) * 60 * G_USEC_PER_SEC, NULL);
  }
  g_signal_emit_by_name (moei_operation_get_flights (operation), "changed");
}

static void
test_flights (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  Reader reader = { .operation = operation, .label = "Flights" };

  sample_traffic_add (operation);
  for (int i = 0; i < N_ROWS; i++) {
    g_autofree char *id = g_strdup_printf ("more-%02d", i), *number = g_strdup_printf ("EX 7%02d", i);

    moei_collection_append (moei_operation_get_schedule (operation),
                            g_object_new (MOEI_TYPE_FLIGHT, "id", id, "number", number, "to", "nanjing", "seats", 50,
                                          "manifested", 50, "state", MOEI_FLIGHT_STATE_SCHEDULED, "scheduled",
                                          sample_operation_get_now () + (gint64) i * 60 * G_USEC_PER_SEC, NULL));
  }
  reader.page = g_object_new (MOEI_TYPE_FLIGHTS_PAGE, "now", sample_operation_get_now (), "operation", operation, NULL);
  moei_table_sort_by (find_table (reader.page, reader.label), "number", GTK_SORT_ASCENDING);
  begin (&reader, "more-30");
  read_on (&reader, update_flights, "more-30");
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/steady/people", test_people);
  g_test_add_func ("/steady/flights", test_flights);

  return g_test_run ();
}
