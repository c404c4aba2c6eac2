/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-week-table.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-table.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"

/**
 * MoeiWeekTable:
 *
 * The figures behind a chart of days: the accounts of each day's quota.
 */
struct _MoeiWeekTable {
  AdwBin parent_instance;

  MoeiTable      *table;
  MoeiCollection *rows; /* a day each, also where the service says nothing of it */
  MoeiOperation  *operation;
  guint           first;
  guint           n_days;
  gint64          now;
};

G_DEFINE_FINAL_TYPE (MoeiWeekTable, moei_week_table, ADW_TYPE_BIN)

static void
compute (MoeiDayFigures *figures,
         MoeiWeekTable  *self,
         MoeiQuotaDay   *row)
{
  moei_day_figures_compute (figures, self->operation, moei_quota_day_get_date (row), self->now, NULL);
}

static char *
get_day (gpointer item,
         gpointer user_data)
{
  return moei_format_date (moei_language_get_current (), moei_quota_day_get_date (item), MOEI_DATE_WEEKDAY_DAY);
}

static gint64
get_day_key (gpointer item,
             gpointer user_data)
{
  return moei_quota_day_get_date (item);
}

static char *
get_lane (gpointer item,
          gpointer user_data)
{
  MoeiDayFigures figures;

  compute (&figures, user_data, item);
  return moei_day_figures_dup_lane (&figures, MOEI_WEEK_TABLE (user_data)->operation);
}

typedef enum {
  FIGURE_QUOTA,
  FIGURE_PLANNED,
  FIGURE_DEPARTED,
  FIGURE_LOST,
  FIGURE_REALLOCATED,
  FIGURE_CARRIED,
} Figure;

static int
find (gpointer item,
      gpointer user_data,
      Figure   figure)
{
  MoeiDayFigures figures;

  compute (&figures, user_data, item);
  switch (figure) {
  case FIGURE_QUOTA:
    return figures.stages.quota;
  case FIGURE_PLANNED:
    return figures.stages.planned;
  case FIGURE_DEPARTED:
    return figures.stages.departed;
  case FIGURE_LOST:
    return figures.accounts.lost;
  case FIGURE_REALLOCATED:
    return figures.accounts.reallocated;
  case FIGURE_CARRIED:
  default:
    return figures.accounts.carried;
  }
}

#define FIGURE_COLUMN(name, figure) \
  static char * \
  get_##name (gpointer item, \
              gpointer user_data) \
  { \
    return moei_format_count (moei_language_get_current (), find (item, user_data, figure)); \
  } \
 \
  static gint64 \
  get_##name##_key (gpointer item, \
                    gpointer user_data) \
  { \
    return moei_table_count_key (find (item, user_data, figure)); \
  }

FIGURE_COLUMN (quota, FIGURE_QUOTA)
FIGURE_COLUMN (planned, FIGURE_PLANNED)
FIGURE_COLUMN (departed, FIGURE_DEPARTED)
FIGURE_COLUMN (lost, FIGURE_LOST)
FIGURE_COLUMN (reallocated, FIGURE_REALLOCATED)
FIGURE_COLUMN (carried, FIGURE_CARRIED)

/* A difference may be below zero, where more is booked than was unused. */
static char *
get_unexplained (gpointer item,
                 gpointer user_data)
{
  MoeiDayFigures figures;

  compute (&figures, user_data, item);
  return moei_day_figures_dup_difference (figures.accounts.unexplained);
}

static gint64
get_unexplained_key (gpointer item,
                     gpointer user_data)
{
  MoeiDayFigures figures;

  compute (&figures, user_data, item);
  return figures.accounts.unexplained == MOEI_DIFFERENCE_UNKNOWN ? MOEI_TABLE_KEY_UNKNOWN : figures.accounts.unexplained;
}

#define NUMBER MOEI_TABLE_COLUMN_NUMERIC

static const MoeiTableColumn columns[] = {
  { .id = "day", .title = NC_("column", "Day"), .flags = MOEI_TABLE_COLUMN_NAME, .text = get_day, .key = get_day_key },
  { .id = "lane", .title = NC_("column", "Lane"), .flags = MOEI_TABLE_COLUMN_EXPAND, .text = get_lane },
  { .id = "quota", .title = NC_("column", "Quota"), .flags = NUMBER, .text = get_quota, .key = get_quota_key },
  { .id = "planned", .title = NC_("column", "Planned"), .flags = NUMBER, .from_width = 760,
    .text = get_planned, .key = get_planned_key },
  { .id = "departed", .title = NC_("column", "Departed"), .flags = NUMBER, .text = get_departed, .key = get_departed_key },
  /* Translators: unused quota that nobody can use any more */
  { .id = "lost", .title = NC_("column", "Lost"), .flags = NUMBER, .text = get_lost, .key = get_lost_key },
  /* Translators: unused quota that was given to other nationalities */
  { .id = "reallocated", .title = NC_("column", "To others"), .flags = NUMBER,
    .text = get_reallocated, .key = get_reallocated_key },
  /* Translators: unused quota that was carried to another day */
  { .id = "carried", .title = NC_("column", "Carried"), .flags = NUMBER, .text = get_carried, .key = get_carried_key },
  /* Translators: unused quota of which nobody said what became of it */
  { .id = "unexplained", .title = NC_("column", "Unexplained"), .flags = NUMBER,
    .text = get_unexplained, .key = get_unexplained_key },
};

static void
moei_week_table_dispose (GObject *object)
{
  MoeiWeekTable *self = MOEI_WEEK_TABLE (object);

  g_clear_object (&self->operation);

  G_OBJECT_CLASS (moei_week_table_parent_class)->dispose (object);
}

static void
moei_week_table_finalize (GObject *object)
{
  g_object_unref (MOEI_WEEK_TABLE (object)->rows);

  G_OBJECT_CLASS (moei_week_table_parent_class)->finalize (object);
}

static void
moei_week_table_class_init (MoeiWeekTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_week_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = moei_week_table_finalize;
}

static void
moei_week_table_init (MoeiWeekTable *self)
{
  self->rows = moei_collection_new (MOEI_TYPE_QUOTA_DAY);
  self->table = g_object_new (MOEI_TYPE_TABLE, "label", _("Days"), NULL);
  moei_table_add_columns (self->table, columns, G_N_ELEMENTS (columns), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->table));
}

static void
fill (MoeiWeekTable *self)
{
  g_autoptr (MoeiCollection) fresh = moei_collection_new (MOEI_TYPE_QUOTA_DAY);

  for (guint i = 0; i < self->n_days; i++) {
    char id[16];
    GDate date;

    g_date_clear (&date, 1);
    g_date_set_julian (&date, self->first + i);
    g_date_strftime (id, sizeof id, "%Y-%m-%d", &date);
    moei_collection_append (fresh, g_object_new (MOEI_TYPE_QUOTA_DAY, "id", id, "date", self->first + i, NULL));
  }
  moei_collection_merge (self->rows, fresh);
}

/**
 * moei_week_table_show:
 * @self: a table
 * @operation: the operation
 * @first: the first day
 * @n_days: how many days
 * @now: the instant, on the service's clock
 */
void
moei_week_table_show (MoeiWeekTable *self,
                      MoeiOperation *operation,
                      guint          first,
                      guint          n_days,
                      gint64         now)
{
  g_return_if_fail (MOEI_IS_WEEK_TABLE (self));

  g_set_object (&self->operation, operation);
  self->now = now;
  if (self->first != first || self->n_days != n_days) {
    self->first = first;
    self->n_days = n_days;
    fill (self);
    g_object_set (self->table, "model", self->rows, NULL);
  } else {
    moei_table_refresh (self->table);
  }
}
