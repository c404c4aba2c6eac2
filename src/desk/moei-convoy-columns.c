/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-convoy-columns.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-detail-rows.h"
#include "desk/moei-load.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "parts/moei-convoy-words.h"

/* The columns of the board of convoys. */

/* Beside the detail in a window of 1366 pixels and more */
#define WIDE 860

static char *
get_number (gpointer item,
            gpointer user_data)
{
  return moei_format_count (moei_language_get_current (), moei_convoy_get_number (item));
}

static gint64
get_number_key (gpointer item,
                gpointer user_data)
{
  return moei_table_count_key (moei_convoy_get_number (item));
}

static char *
get_route (gpointer item,
           gpointer user_data)
{
  return moei_detail_subtitle (item, moei_traffic_get_operation (user_data));
}

static void
say_status (gpointer  item,
            gpointer  user_data,
            MoeiSaid *said)
{
  moei_convoy_words_status (item, moei_traffic_get_now (user_data), said);
}

static gint64
get_status_key (gpointer item,
                gpointer user_data)
{
  return moei_convoy_get_state (item);
}

static char *
say_buses (MoeiConvoy *convoy)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *buses = moei_format_count (language, moei_convoy_get_buses (convoy));

  return g_strdup_printf (moei_ngettext (language, "%s bus", "%s buses", (gulong) MAX (moei_convoy_get_buses (convoy), 0)),
                          buses);
}

static char *
get_people (gpointer item,
            gpointer user_data)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *people = moei_format_count (language, moei_convoy_get_people (item));
  g_autofree char *seats = moei_format_count (language, moei_convoy_get_seats (item));
  g_autofree char *buses = say_buses (item);

  /* Translators: people on a convoy, its seats and buses: "48 on board, 135 seats, 3 buses" */
  return g_strdup_printf (_("%1$s on board, %2$s seats, %3$s"), people, seats, buses);
}

static gint64
get_people_key (gpointer item,
                gpointer user_data)
{
  return moei_table_count_key (moei_convoy_get_people (item));
}

static GtkWidget *
make_load (gpointer user_data)
{
  return moei_load_new ();
}

static void
show_people (GtkWidget *widget,
             gpointer   item,
             gpointer   user_data)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *people = moei_format_count (language, moei_convoy_get_people (item));
  g_autofree char *seats = moei_format_count (language, moei_convoy_get_seats (item));
  g_autofree char *text = g_strdup_printf ("%s / %s", people, seats);
  g_autofree char *buses = say_buses (item);

  moei_load_set_people (MOEI_LOAD (widget), moei_convoy_get_people (item), -1, moei_convoy_get_seats (item));
  moei_load_set_text (MOEI_LOAD (widget), text, buses);
}

static void
say_departure (gpointer  item,
               gpointer  user_data,
               MoeiSaid *said)
{
  moei_convoy_words_departure (item, said);
}

static gint64
get_departure_key (gpointer item,
                   gpointer user_data)
{
  gint64 actual = moei_convoy_get_actual_departure (item);

  return moei_table_instant_key (actual != MOEI_INSTANT_UNKNOWN ? actual : moei_convoy_get_planned_departure (item));
}

static void
say_arrival (gpointer  item,
             gpointer  user_data,
             MoeiSaid *said)
{
  moei_convoy_words_arrival (item, said);
}

static gint64
get_arrival_key (gpointer item,
                 gpointer user_data)
{
  gint64 actual = moei_convoy_get_actual_arrival (item);

  return moei_table_instant_key (actual != MOEI_INSTANT_UNKNOWN ? actual : moei_convoy_get_estimated_arrival (item));
}

static void
say_position (gpointer  item,
              gpointer  user_data,
              MoeiSaid *said)
{
  moei_convoy_words_position (item, moei_traffic_get_now (user_data), said);
}

static gint64
get_position_key (gpointer item,
                  gpointer user_data)
{
  return moei_table_instant_key (moei_convoy_get_position_observed (item));
}

static void
say_heads (gpointer  item,
           gpointer  user_data,
           MoeiSaid *said)
{
  moei_convoy_words_heads (item, said);
}

static const MoeiTableColumn columns[] = {
  { .id = "number", .title = NC_("column", "Convoy"), .flags = MOEI_TABLE_COLUMN_NAME, .text = get_number,
    .key = get_number_key },
  { .id = "route", .title = NC_("column", "Route"), .flags = MOEI_TABLE_COLUMN_NAME | MOEI_TABLE_COLUMN_EXPAND,
    .text = get_route },
  { .id = "status", .title = NC_("column", "Status"), .say = say_status, .key = get_status_key },
  { .id = "people", .title = NC_("column", "People / seats"), .flags = MOEI_TABLE_COLUMN_EXPAND, .text = get_people,
    .key = get_people_key, .make = make_load, .show = show_people },
  { .id = "departure", .title = NC_("column", "Sets out"), .flags = MOEI_TABLE_COLUMN_TIMES, .from_width = WIDE,
    .say = say_departure, .key = get_departure_key },
  { .id = "arrival", .title = NC_("column", "Arrives"), .flags = MOEI_TABLE_COLUMN_TIMES, .say = say_arrival,
    .key = get_arrival_key },
  { .id = "position", .title = NC_("column", "Position"), .flags = MOEI_TABLE_COLUMN_EXPAND, .say = say_position,
    .key = get_position_key },
  { .id = "heads", .title = NC_("column", "Heads counted"), .flags = MOEI_TABLE_COLUMN_EXPAND, .say = say_heads },
};

/**
 * moei_convoy_columns_add:
 * @table: a table of convoys
 * @traffic: what its columns ask; must outlive @table
 */
void
moei_convoy_columns_add (MoeiTable   *table,
                         MoeiTraffic *traffic)
{
  moei_table_add_columns (table, columns, G_N_ELEMENTS (columns), traffic);
}
