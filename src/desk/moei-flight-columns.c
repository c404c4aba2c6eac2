/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-flight-columns.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-load.h"
#include "desk/moei-milestone-words.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "parts/moei-closures.h"
#include "parts/moei-flight-words.h"
#include "rules/moei-milestones.h"

/* The columns of the board of flights. */

/* Beside the detail in a window of 1366 pixels and more */
#define WIDE 860

static gint64
get_departure_key (gpointer item,
                   gpointer user_data)
{
  return moei_table_instant_key (moei_flight_words_get_departure (item));
}

static void
say_departure (gpointer  item,
               gpointer  user_data,
               MoeiSaid *said)
{
  said->text = moei_flight_words_departure (user_data, item, &said->former, &said->note);
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

static gint64
get_arrival_key (gpointer item,
                 gpointer user_data)
{
  return moei_table_instant_key (moei_flight_get_arrives (item));
}

static void
say_arrival (gpointer  item,
             gpointer  user_data,
             MoeiSaid *said)
{
  said->text = moei_flight_words_arrival (user_data, item, &said->note);
}

static char *
get_load (gpointer item,
          gpointer user_data)
{
  return moei_flight_words_load (item);
}

static gint64
get_load_key (gpointer item,
              gpointer user_data)
{
  return moei_table_count_key (moei_flight_get_manifested (item));
}

static GtkWidget *
make_load (gpointer user_data)
{
  return moei_load_new ();
}

static void
show_load (GtkWidget *widget,
           gpointer   item,
           gpointer   user_data)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *aboard = moei_format_count (language, moei_flight_get_boarded (item));
  g_autofree char *listed = moei_format_count (language, moei_flight_get_manifested (item));
  g_autofree char *text = g_strdup_printf ("%s / %s", aboard, listed);
  g_autofree char *seats = moei_format_count (language, moei_flight_get_seats (item));
  g_autofree char *absent = moei_format_count (language, moei_flight_get_no_show (item));
  g_autofree char *note = moei_flight_get_no_show (item) > 0
                            /* Translators: people on a flight's list who did not come: "1 did not come" */
                            ? g_strdup_printf (_("%s did not come"), absent)
                            /* Translators: how many seats an aircraft has: "50 seats" */
                            : g_strdup_printf (_("%s seats"), seats);

  moei_load_set_people (MOEI_LOAD (widget), moei_flight_get_boarded (item), moei_flight_get_manifested (item),
                        moei_flight_get_seats (item));
  moei_load_set_text (MOEI_LOAD (widget), text, note);
}

static gint64
get_status_key (gpointer item,
                gpointer user_data)
{
  return moei_flight_get_state (item);
}

static const char *
get_status_class (gpointer item,
                  gpointer user_data)
{
  g_auto (GStrv) classes = moei_closure_flight_css_classes (NULL, moei_flight_get_state (item),
                                                            moei_flight_get_scheduled (item),
                                                            moei_flight_get_estimated (item));
  guint n = g_strv_length (classes);

  return n == 3 && *classes[2] != '\0' ? g_intern_string (classes[2]) : NULL;
}

static void
say_status (gpointer  item,
            gpointer  user_data,
            MoeiSaid *said)
{
  said->text = moei_closure_flight_status (NULL, moei_flight_get_state (item), moei_flight_get_scheduled (item),
                                           moei_flight_get_estimated (item));
  said->css_class = get_status_class (item, user_data);
}

/* The worst first. */
static gint64
get_risk_key (gpointer item,
              gpointer user_data)
{
  const MoeiFlightRisk *risk = moei_traffic_get_risk (user_data, item);

  switch (risk->verdict) {
  case MOEI_RISK_MISSED:
  case MOEI_RISK_AT_RISK:
    return risk->margin;
  case MOEI_RISK_UNKNOWN:
    return 24 * 60;
  case MOEI_RISK_ON_TIME:
    return 48 * 60 + risk->margin;
  case MOEI_RISK_NONE:
  case MOEI_RISK_DEPARTED:
  default:
    return MOEI_TABLE_KEY_UNKNOWN;
  }
}

static void
say_risk (gpointer  item,
          gpointer  user_data,
          MoeiSaid *said)
{
  const MoeiFlightRisk *risk = moei_traffic_get_risk (user_data, item);

  said->text = moei_flight_words_risk (user_data, item, &said->note);
  said->icon_name = moei_flight_words_get_risk_icon (risk->verdict);
  said->css_class = moei_flight_words_get_risk_class (risk->verdict);
}

static gint64
get_next_key (gpointer item,
              gpointer user_data)
{
  MoeiNextMilestone next;

  moei_next_milestone_compute (&next, item, moei_traffic_get_now (user_data));
  return next.milestone != NULL ? moei_table_instant_key (moei_milestone_get_planned (next.milestone))
                                : MOEI_TABLE_KEY_UNKNOWN;
}

static void
say_next (gpointer  item,
          gpointer  user_data,
          MoeiSaid *said)
{
  moei_milestone_words_next (item, moei_traffic_get_now (user_data), said);
}

static const MoeiTableColumn columns[] = {
  { .id = "departure", .title = NC_("column", "Departure"), .flags = MOEI_TABLE_COLUMN_TIMES, .say = say_departure,
    .key = get_departure_key },
  { .id = "number", .title = NC_("column", "Flight"), .flags = MOEI_TABLE_COLUMN_NAME, .text = get_number },
  { .id = "destination", .title = NC_("column", "To"), .flags = MOEI_TABLE_COLUMN_NAME | MOEI_TABLE_COLUMN_EXPAND,
    .text = get_destination },
  { .id = "arrival", .title = NC_("column", "Arrives"), .flags = MOEI_TABLE_COLUMN_TIMES, .from_width = WIDE, .say = say_arrival,
    .key = get_arrival_key },
  { .id = "load", .title = NC_("column", "On board / on the list"), .flags = MOEI_TABLE_COLUMN_EXPAND, .text = get_load,
    .key = get_load_key, .make = make_load, .show = show_load },
  { .id = "next", .title = NC_("column", "Next"), .flags = MOEI_TABLE_COLUMN_EXPAND, .say = say_next,
    .key = get_next_key },
  { .id = "status", .title = NC_("column", "Status"), .say = say_status, .key = get_status_key },
  { .id = "risk", .title = NC_("column", "Margin"), .flags = MOEI_TABLE_COLUMN_EXPAND, .say = say_risk,
    .key = get_risk_key },
};

/**
 * moei_flight_columns_add:
 * @table: a table of flights
 * @traffic: what its columns ask; must outlive @table
 */
void
moei_flight_columns_add (MoeiTable   *table,
                         MoeiTraffic *traffic)
{
  moei_table_add_columns (table, columns, G_N_ELEMENTS (columns), traffic);
}
