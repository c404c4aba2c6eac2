/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-departure-columns.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-two-lines.h"
#include "parts/moei-closures.h"
#include "parts/moei-flight-words.h"

/* The columns of the day's departures beside the map: the board of flights in
 * a line each. */

static char *
get_time (gpointer item,
          gpointer user_data)
{
  return moei_closure_time (NULL, moei_flight_get_scheduled (item));
}

static gint64
get_time_key (gpointer item,
              gpointer user_data)
{
  return moei_table_instant_key (moei_flight_get_scheduled (item));
}

static char *
get_number (gpointer item,
            gpointer user_data)
{
  return moei_closure_text_or_dash (NULL, moei_flight_get_number (item));
}

static char *
get_destination (gpointer item,
                 gpointer user_data)
{
  return g_strdup (moei_flight_words_destination (user_data, item));
}

static char *
get_people (gpointer item,
            gpointer user_data)
{
  return moei_closure_flight_people (NULL, moei_flight_get_state (item), moei_flight_get_manifested (item),
                                     moei_flight_get_boarded (item));
}

static gint64
get_people_key (gpointer item,
                gpointer user_data)
{
  return moei_table_count_key (moei_flight_get_manifested (item));
}

static gboolean
is_in_danger (MoeiTraffic *traffic,
              MoeiFlight  *flight)
{
  MoeiRisk risk = moei_traffic_get_risk (traffic, flight)->verdict;

  return risk == MOEI_RISK_AT_RISK || risk == MOEI_RISK_MISSED;
}

static char *
get_state (MoeiFlight *flight)
{
  return moei_closure_flight_status (NULL, moei_flight_get_state (flight), moei_flight_get_scheduled (flight),
                                     moei_flight_get_estimated (flight));
}

static char *
get_status (gpointer item,
            gpointer user_data)
{
  g_autofree char *state = get_state (item);
  g_autofree char *risk = NULL, *convoy = NULL;

  if (!is_in_danger (user_data, item))
    return g_steal_pointer (&state);
  risk = moei_flight_words_risk (user_data, item, &convoy);
  return g_strdup_printf (_("%1$s, %2$s"), state, risk);
}

static gint64
get_status_key (gpointer item,
                gpointer user_data)
{
  return moei_flight_get_state (item);
}

/* In one line, since there is room for few of them */
static GtkWidget *
make_status (gpointer user_data)
{
  GtkWidget *status = moei_two_lines_new (TRUE);

  gtk_widget_remove_css_class (status, "numeric");
  return status;
}

/* The margin and whose it is are on the page of flights; here a mark. */
static void
show_status (GtkWidget *widget,
             gpointer   item,
             gpointer   user_data)
{
  gboolean danger = is_in_danger (user_data, item);
  g_autofree char *state = get_state (item);
  g_auto (GStrv) classes = moei_closure_flight_css_classes (NULL, moei_flight_get_state (item),
                                                            moei_flight_get_scheduled (item),
                                                            moei_flight_get_estimated (item));
  guint n = g_strv_length (classes);

  moei_two_lines_set_text (MOEI_TWO_LINES (widget), NULL, state, NULL);
  moei_two_lines_set_look (MOEI_TWO_LINES (widget),
                           danger ? moei_flight_words_get_risk_icon (moei_traffic_get_risk (user_data, item)->verdict)
                                  : NULL,
                           danger ? "loud" : n == 3 && *classes[2] != '\0' ? classes[2] : NULL);
}

static const MoeiTableColumn columns[] = {
  { .id = "time", .title = NC_("column", "Time"), .text = get_time, .key = get_time_key },
  { .id = "number", .title = NC_("column", "Flight"), .flags = MOEI_TABLE_COLUMN_NAME, .text = get_number },
  { .id = "destination", .title = NC_("column", "To"), .flags = MOEI_TABLE_COLUMN_NAME | MOEI_TABLE_COLUMN_EXPAND,
    .text = get_destination },
  { .id = "people", .title = NC_("column", "People"), .flags = MOEI_TABLE_COLUMN_NUMERIC, .text = get_people,
    .key = get_people_key },
  { .id = "status", .title = NC_("column", "Status"), .text = get_status, .key = get_status_key,
    .make = make_status, .show = show_status },
};

/**
 * moei_departure_columns_add:
 * @table: a table of flights
 * @traffic: what its columns ask; must outlive @table
 */
void
moei_departure_columns_add (MoeiTable   *table,
                            MoeiTraffic *traffic)
{
  moei_table_add_columns (table, columns, G_N_ELEMENTS (columns), traffic);
}
