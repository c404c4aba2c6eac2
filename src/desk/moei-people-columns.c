/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-people-columns.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-figure.h"
#include "desk/moei-people-row.h"
#include "desk/moei-shared-figure.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"
#include "parts/moei-shared-count.h"

/* The columns of the table of countries and regions. */

/* What a column of numbers is of: a stage, or one of these. */
enum {
  COUNT_WAITING = MOEI_N_STAGES,
  COUNT_LONGEST_WAIT,
};

static int
get_count (gpointer item,
           gpointer user_data)
{
  const MoeiPeopleFigures *figures = moei_people_row_get_figures (item);
  int what = GPOINTER_TO_INT (user_data);

  if (what == COUNT_WAITING)
    return figures->waiting;
  if (what == COUNT_LONGEST_WAIT)
    return figures->longest_wait;
  return figures->at[what];
}

static char *
get_count_text (gpointer item,
                gpointer user_data)
{
  int count = get_count (item, user_data);

  if (GPOINTER_TO_INT (user_data) == COUNT_LONGEST_WAIT && moei_count_is_known (count))
    return moei_format_duration (moei_language_get_current (), (gint64) count * 24 * 60 * 60);
  return moei_shared_count_format (count, moei_people_row_get_figures (item)->below);
}

/* What is withheld must not show by its place how many. */
static gint64
get_count_key (gpointer item,
               gpointer user_data)
{
  int count = get_count (item, user_data);

  return count == MOEI_COUNT_SUPPRESSED || count == MOEI_COUNT_WITHHELD ? 0 : moei_table_count_key (count);
}

static GtkWidget *
make_figure (gpointer user_data)
{
  GtkWidget *figure = moei_figure_new ();

  g_object_set (figure, "xalign", 1.0, NULL);
  gtk_widget_add_css_class (figure, "numeric");
  return figure;
}

static void
set_total_class (GtkWidget *widget,
                 gpointer   item)
{
  if (moei_people_row_get_nationality (item) == NULL)
    gtk_widget_add_css_class (widget, "strong");
  else
    gtk_widget_remove_css_class (widget, "strong");
}

static void
show_figure (GtkWidget *widget,
             gpointer   item,
             gpointer   user_data)
{
  g_autofree char *text = get_count_text (item, user_data);

  moei_shared_figure_show (MOEI_FIGURE (widget), moei_people_row_get_id (item), get_count (item, user_data), text,
                          moei_people_row_get_figures (item)->below);
  set_total_class (widget, item);
  /* Where nobody is, there is nothing to look at. */
  if (get_count (item, user_data) == 0)
    gtk_widget_add_css_class (widget, "nobody");
  else
    gtk_widget_remove_css_class (widget, "nobody");
}

static char *
get_name (gpointer item,
          gpointer user_data)
{
  return g_strdup (moei_people_row_get_name (item));
}

static GtkWidget *
make_name (gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "width-chars", 10, NULL);
  GtkWidget *pin = gtk_image_new_from_icon_name ("view-pin-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (pin), GTK_ACCESSIBLE_PROPERTY_LABEL, _("My country"), -1);
  gtk_widget_set_tooltip_text (pin, _("My country"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), pin);
  return box;
}

static void
show_name (GtkWidget *widget,
           gpointer   item,
           gpointer   user_data)
{
  GtkWidget *label = gtk_widget_get_first_child (widget);

  gtk_label_set_label (GTK_LABEL (label), moei_people_row_get_name (item));
  gtk_widget_set_visible (gtk_widget_get_next_sibling (label), moei_people_row_get_pinned (item));
  set_total_class (label, item);
}

/* It says nothing that the numbers do not. */
static char *
get_nothing (gpointer item,
             gpointer user_data)
{
  return NULL;
}

/* How much of the way they have gone: the share that has departed, in a million. */
static gint64
get_progress (gpointer item,
              gpointer user_data)
{
  const MoeiPeopleFigures *figures = moei_people_row_get_figures (item);
  gint64 departed = figures->at[MOEI_STAGE_DEPARTED], waiting = MAX (figures->waiting, 0);

  if (!moei_count_is_known ((int) departed) || departed + waiting == 0)
    return MOEI_TABLE_KEY_UNKNOWN;
  return departed * 1000000 / (departed + waiting);
}

static GtkWidget *
make_stack (gpointer user_data)
{
  return moei_stage_stack_new ();
}

static void
show_stack (GtkWidget *widget,
            gpointer   item,
            gpointer   user_data)
{
  moei_stage_stack_set_counts (MOEI_STAGE_STACK (widget), moei_people_row_get_figures (item)->at);
}

static char *
get_readiness (gpointer item,
               gpointer user_data)
{
  return g_strdup (moei_people_row_get_readiness (item));
}

static gint64
get_readiness_key (gpointer item,
                   gpointer user_data)
{
  MoeiNationality *nationality = moei_people_row_get_nationality (item);
  MoeiReadiness readiness = nationality != NULL ? moei_nationality_get_readiness (nationality)
                                                : MOEI_READINESS_UNKNOWN;

  return readiness == MOEI_READINESS_UNKNOWN ? MOEI_TABLE_KEY_UNKNOWN : (gint64) readiness;
}

static char *
get_holders (gpointer item,
             gpointer user_data)
{
  return g_strdup (moei_people_row_get_holders (item));
}

static char *
get_clearing (gpointer item,
              gpointer user_data)
{
  return g_strdup (moei_people_row_get_clearing (item));
}

static gint64
get_clearing_key (gpointer item,
                  gpointer user_data)
{
  return moei_people_row_get_clearing_key (item);
}

/* Columns of numbers, told apart by what they are given. */
static const struct {
  const char *id;
  const char *title;
  int         what;
  int         from_width;
} counts[] = {
  /* Translators: heads of narrow columns of numbers, short: how many people are at each stage now */
  { "held", NC_("column", "Held"), MOEI_STAGE_HELD, 0 },
  { "listed", NC_("column", "Listed"), MOEI_STAGE_LISTED, 0 },
  { "screened", NC_("column", "Screened"), MOEI_STAGE_SCREENED, 0 },
  { "embassy-confirmed", NC_("column", "Confirmed"), MOEI_STAGE_EMBASSY_CONFIRMED, 680 },
  { "slot-given", NC_("column", "Slot given"), MOEI_STAGE_SLOT_GIVEN, 1440 },
  { "on-bus", NC_("column", "On buses"), MOEI_STAGE_ON_BUS, 1440 },
  { "at-airport", NC_("column", "At airport"), MOEI_STAGE_AT_AIRPORT, 1440 },
  /* Translators: column head: all people who have not departed yet */
  { "waiting", NC_("column", "Waiting"), COUNT_WAITING, 0 },
  { "departed", NC_("column", "Departed"), MOEI_STAGE_DEPARTED, 0 },
  { "longest-wait", NC_("column", "Longest wait"), COUNT_LONGEST_WAIT, 1600 },
};

static const MoeiTableColumn first_columns[] = {
  { .id = "name", .title = NC_("column", "Country/region"), .flags = MOEI_TABLE_COLUMN_NAME,
    .text = get_name, .make = make_name, .show = show_name },
  /* Translators: column head above a bar of shares of people by stage */
  { .id = "stages", .title = NC_("column", "Stages"), .flags = MOEI_TABLE_COLUMN_EXPAND, .from_width = 760,
    .text = get_nothing, .key = get_progress, .make = make_stack, .show = show_stack },
};

static const MoeiTableColumn last_columns[] = {
  { .id = "readiness", .title = NC_("column", "Embassy"), .from_width = 1280, .text = get_readiness, .key = get_readiness_key },
  { .id = "holders", .title = NC_("column", "Held by"), .from_width = 1760, .text = get_holders },
  /* Translators: column head: between which dates the last of a country's people leave */
  { .id = "clearing", .title = NC_("column", "Cleared between"), .flags = MOEI_TABLE_COLUMN_ELLIPSIZE, .from_width = 860,
    .text = get_clearing, .key = get_clearing_key },
};

/**
 * moei_people_columns_add:
 * @table: a table of #MoeiPeopleRow
 *
 * Adds the columns of countries and regions.
 */
void
moei_people_columns_add (MoeiTable *table)
{
  moei_table_add_columns (table, first_columns, G_N_ELEMENTS (first_columns), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++) {
    MoeiTableColumn column = { .id = counts[i].id, .title = counts[i].title, .flags = MOEI_TABLE_COLUMN_NUMERIC,
                               .from_width = counts[i].from_width, .text = get_count_text, .key = get_count_key,
                               .make = make_figure, .show = show_figure };

    moei_table_add_columns (table, &column, 1, GINT_TO_POINTER (counts[i].what));
  }
  moei_table_add_columns (table, last_columns, G_N_ELEMENTS (last_columns), NULL);
}
