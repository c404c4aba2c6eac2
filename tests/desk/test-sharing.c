/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"
#include "sample-traffic.h"

#include "desk/moei-flights-page.h"
#include "desk/moei-people-page.h"
#include "desk/moei-preferences.h"
#include "desk/moei-table.h"
#include "desk/moei-week-page.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "operation/moei-nationality.h"
#include "operation/moei-tally.h"

/* While the window is shared no page tells a small count, nor another that would
 * tell it: not on a label, not in a tooltip, not to a screen reader, and not in the
 * copy of a row.  The small count is 37, which stands nowhere else; it is told by
 * the 1,063 beside it and a sum that is known. */

#define BELOW 50
#define SMALL "37"
#define TELLS "1,063"

static gboolean
tells (const char *text,
       const char *count)
{
  const char *found = text != NULL ? strstr (text, count) : NULL;

  return found != NULL && !g_ascii_isdigit (found[strlen (count)]) &&
         (found == text || !(g_ascii_isdigit (found[-1]) || found[-1] == ','));
}

static gboolean
tells_to_screen_reader (GtkWidget  *widget,
                        const char *count)
{
  static const GtkAccessibleProperty read[] = {
    GTK_ACCESSIBLE_PROPERTY_LABEL, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (read); i++) {
    g_autofree char *text = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), read[i], "");

    if (tells (text, count))
      return TRUE;
  }
  return FALSE;
}

static gboolean
copies (MoeiTable  *table,
        const char *count)
{
  GtkWidget *view = desk_test_find_by_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (rows, i);
    g_autofree char *text = moei_table_describe (table, item);

    if (tells (text, count))
      return TRUE;
  }
  return FALSE;
}

static gboolean
shows (GtkWidget  *widget,
       const char *count)
{
  if ((GTK_IS_LABEL (widget) && tells (gtk_label_get_label (GTK_LABEL (widget)), count)) ||
      tells (gtk_widget_get_tooltip_text (widget), count) || tells_to_screen_reader (widget, count) ||
      (MOEI_IS_TABLE (widget) && copies (MOEI_TABLE (widget), count)))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (shows (child, count))
      return TRUE;
  }
  return FALSE;
}

static MoeiOperation *
new_operation (void)
{
  MoeiOperation *operation = sample_operation_new ();
  MoeiCollection *countries = moei_operation_get_nationalities (operation);
  g_autoptr (MoeiText) laos = moei_text_new ("Laos", NULL, NULL, NULL);
  MoeiFlight *flight;

  sample_traffic_add (operation);
  g_object_set (moei_collection_get (countries, 0), "held", 0, "listed", 0, "screened", 1063,
                "embassy-confirmed", 0, "slot-given", 0, "on-bus", 0, "at-airport", 0, NULL);
  moei_collection_append (countries, g_object_new (MOEI_TYPE_NATIONALITY, "id", "LAO", "name", laos,
                                                   "held", 0, "listed", 0, "screened", 37, "embassy-confirmed", 0,
                                                   "slot-given", 0, "on-bus", 0, "at-airport", 0, NULL));
  flight = moei_collection_lookup (moei_operation_get_schedule (operation), "flight-4");
  moei_collection_clear (moei_flight_get_nationalities (flight));
  moei_collection_append (moei_flight_get_nationalities (flight),
                          g_object_new (MOEI_TYPE_TALLY, "id", "CHN", "planned", 1063, NULL));
  moei_collection_append (moei_flight_get_nationalities (flight),
                          g_object_new (MOEI_TYPE_TALLY, "id", "LAO", "planned", 37, NULL));
  return operation;
}

static void
test_page (gconstpointer data)
{
  GType (*get_type) (void) = data;
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiPreferences) preferences = moei_preferences_new ();
  GtkWidget *page = g_object_new (get_type (), "now", sample_operation_get_now (), "operation", operation,
                                  "preferences", preferences, NULL);

  desk_test_present (page);
  if (MOEI_IS_FLIGHTS_PAGE (page))
    g_object_set (page, "selected", moei_collection_lookup (moei_operation_get_schedule (operation), "flight-4"), NULL);
  gtk_test_widget_wait_for_draw (page);
  g_assert_true (shows (page, SMALL));
  g_assert_true (shows (page, TELLS));

  g_object_set (preferences, "withhold-below", BELOW, NULL);
  gtk_test_widget_wait_for_draw (page);
  g_assert_false (shows (page, SMALL));
  g_assert_false (shows (page, TELLS));

  /* It holds through updates. */
  g_signal_emit_by_name (moei_operation_get_nationalities (operation), "changed");
  g_signal_emit_by_name (moei_operation_get_flights (operation), "changed");
  gtk_test_widget_wait_for_draw (page);
  g_assert_false (shows (page, SMALL));

  g_object_set (preferences, "withhold-below", 0, NULL);
  gtk_test_widget_wait_for_draw (page);
  g_assert_true (shows (page, SMALL));
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_data_func ("/sharing/people", moei_people_page_get_type, test_page);
  g_test_add_data_func ("/sharing/week", moei_week_page_get_type, test_page);
  g_test_add_data_func ("/sharing/flights", moei_flights_page_get_type, test_page);

  return g_test_run ();
}
