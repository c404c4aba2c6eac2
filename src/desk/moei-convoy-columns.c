/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-convoy-columns.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-detail-rows.h"
#include "desk/moei-load.h"
#include "desk/moei-two-lines.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "parts/moei-convoy-words.h"

/* The columns of the board of convoys. */

static GtkWidget *
make_words (gpointer user_data)
{
  return moei_two_lines_new (FALSE);
}

static GtkWidget *
make_figures (gpointer user_data)
{
  return moei_two_lines_new (TRUE);
}

static void
show_said (GtkWidget      *widget,
           const MoeiSaid *said)
{
  moei_two_lines_set_text (MOEI_TWO_LINES (widget), said->former, said->text, said->note);
  moei_two_lines_set_look (MOEI_TWO_LINES (widget), said->icon_name, said->css_class);
}

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

static char *
get_status (gpointer item,
            gpointer user_data)
{
  g_auto (MoeiSaid) said = { 0 };

  moei_convoy_words_status (item, moei_traffic_get_now (user_data), &said);
  return moei_said_read (&said);
}

static gint64
get_status_key (gpointer item,
                gpointer user_data)
{
  return moei_convoy_get_state (item);
}

static void
show_status (GtkWidget *widget,
             gpointer   item,
             gpointer   user_data)
{
  g_auto (MoeiSaid) said = { 0 };

  moei_convoy_words_status (item, moei_traffic_get_now (user_data), &said);
  show_said (widget, &said);
}

static char *
say_buses (MoeiConvoy *convoy)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *buses = moei_format_count (language, moei_convoy_get_buses (convoy));

  return g_strdup_printf (moei_ngettext (language, "%s bus", "%s buses", (gulong) MAX (moei_convoy_get_buses (convoy), 0)), buses);
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

static char *
get_departure (gpointer item,
               gpointer user_data)
{
  g_auto (MoeiSaid) said = { 0 };

  moei_convoy_words_departure (item, &said);
  return moei_said_read (&said);
}

static gint64
get_departure_key (gpointer item,
                   gpointer user_data)
{
  gint64 actual = moei_convoy_get_actual_departure (item);

  return moei_table_instant_key (actual != MOEI_INSTANT_UNKNOWN ? actual : moei_convoy_get_planned_departure (item));
}

static void
show_departure (GtkWidget *widget,
                gpointer   item,
                gpointer   user_data)
{
  g_auto (MoeiSaid) said = { 0 };

  moei_convoy_words_departure (item, &said);
  show_said (widget, &said);
}

static char *
get_arrival (gpointer item,
             gpointer user_data)
{
  g_auto (MoeiSaid) said = { 0 };

  moei_convoy_words_arrival (item, &said);
  return moei_said_read (&said);
}

static gint64
get_arrival_key (gpointer item,
                 gpointer user_data)
{
  gint64 actual = moei_convoy_get_actual_arrival (item);

  return moei_table_instant_key (actual != MOEI_INSTANT_UNKNOWN ? actual : moei_convoy_get_estimated_arrival (item));
}

static void
show_arrival (GtkWidget *widget,
              gpointer   item,
              gpointer   user_data)
{
  g_auto (MoeiSaid) said = { 0 };

  moei_convoy_words_arrival (item, &said);
  show_said (widget, &said);
}

static char *
get_position (gpointer item,
              gpointer user_data)
{
  g_auto (MoeiSaid) said = { 0 };

  moei_convoy_words_position (item, moei_traffic_get_now (user_data), &said);
  return moei_said_read (&said);
}

static gint64
get_position_key (gpointer item,
                  gpointer user_data)
{
  return moei_table_instant_key (moei_convoy_get_position_observed (item));
}

static void
show_position (GtkWidget *widget,
               gpointer   item,
               gpointer   user_data)
{
  g_auto (MoeiSaid) said = { 0 };

  moei_convoy_words_position (item, moei_traffic_get_now (user_data), &said);
  show_said (widget, &said);
}

static char *
get_heads (gpointer item,
           gpointer user_data)
{
  g_auto (MoeiSaid) said = { 0 };

  moei_convoy_words_heads (item, &said);
  return moei_said_read (&said);
}

static void
show_heads (GtkWidget *widget,
            gpointer   item,
            gpointer   user_data)
{
  g_auto (MoeiSaid) said = { 0 };

  moei_convoy_words_heads (item, &said);
  show_said (widget, &said);
}

static const MoeiTableColumn columns[] = {
  { .id = "number", .title = NC_("column", "Convoy"), .flags = MOEI_TABLE_COLUMN_NAME, .text = get_number,
    .key = get_number_key },
  { .id = "route", .title = NC_("column", "Route"), .flags = MOEI_TABLE_COLUMN_NAME | MOEI_TABLE_COLUMN_EXPAND,
    .text = get_route },
  { .id = "status", .title = NC_("column", "Status"), .text = get_status, .key = get_status_key,
    .make = make_words, .show = show_status },
  { .id = "people", .title = NC_("column", "People / seats"), .flags = MOEI_TABLE_COLUMN_EXPAND, .text = get_people,
    .key = get_people_key, .make = make_load, .show = show_people },
  { .id = "departure", .title = NC_("column", "Sets out"), .text = get_departure, .key = get_departure_key,
    .make = make_figures, .show = show_departure },
  { .id = "arrival", .title = NC_("column", "Arrives"), .text = get_arrival, .key = get_arrival_key,
    .make = make_figures, .show = show_arrival },
  { .id = "position", .title = NC_("column", "Position"), .flags = MOEI_TABLE_COLUMN_EXPAND, .text = get_position,
    .key = get_position_key, .make = make_words, .show = show_position },
  { .id = "heads", .title = NC_("column", "Heads counted"), .flags = MOEI_TABLE_COLUMN_EXPAND, .text = get_heads,
    .make = make_words, .show = show_heads },
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
