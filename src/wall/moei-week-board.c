/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-week-board.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-count.h"
#include "parts/moei-day-figures.h"
#include "parts/moei-stage-bar.h"
#include "rules/moei-lanes.h"
#include "wall/moei-polyglot.h"
#include "wall/moei-wall-scale.h"

/* The days on which there can be a quota */
#define N_DAYS 5

typedef struct {
  GtkWidget    *box;
  MoeiPolyglot *weekday;
  MoeiPolyglot *departed;
  MoeiStageBar *bar;
  MoeiPolyglot *lane;
} Day;

/**
 * MoeiWeekBoard:
 *
 * The week's five days: who left, against the quota, and who goes first.
 */
struct _MoeiWeekBoard {
  AdwBin parent_instance;

  Day days[N_DAYS];
};

G_DEFINE_FINAL_TYPE (MoeiWeekBoard, moei_week_board, ADW_TYPE_BIN)

static void
moei_week_board_class_init (MoeiWeekBoardClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "weekboard");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static MoeiPolyglot *
add_words (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *words = moei_polyglot_new (MOEI_WALL_TEXT);

  gtk_widget_add_css_class (words, css_class);
  gtk_box_append (GTK_BOX (box), words);
  return MOEI_POLYGLOT (words);
}

static void
make_day (Day *day)
{
  day->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (day->box, "wall-day");
  day->weekday = add_words (day->box, "quiet");
  day->departed = add_words (day->box, "strong");
  g_object_set (day->departed, "size", MOEI_WALL_TITLE, NULL);
  day->bar = MOEI_STAGE_BAR (moei_stage_bar_new ());
  gtk_box_append (GTK_BOX (day->box), GTK_WIDGET (day->bar));
  day->lane = add_words (day->box, "quiet");
}

static void
moei_week_board_init (MoeiWeekBoard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "wall-card");
  gtk_widget_add_css_class (box, "wall-days");
  adw_bin_set_child (ADW_BIN (self), box);
  for (gsize i = 0; i < N_DAYS; i++) {
    make_day (&self->days[i]);
    gtk_box_append (GTK_BOX (box), self->days[i].box);
  }
}

static int
get_maximum (MoeiCollection *days)
{
  int maximum = 0;

  for (guint i = 0; i < moei_collection_size (days); i++) {
    MoeiQuotaDay *day = moei_collection_get (days, i);

    maximum = MAX (maximum, moei_quota_day_get_quota (day));
    maximum = MAX (maximum, moei_quota_day_get_reached (day, MOEI_STAGE_SLOT_GIVEN));
    maximum = MAX (maximum, moei_quota_day_get_reached (day, MOEI_STAGE_DEPARTED));
  }
  return maximum;
}

/* Who goes first, or why nobody goes under the quota */
static void
show_lane (Day           *shown,
           MoeiOperation *operation,
           MoeiQuotaDay  *day,
           guint          date)
{
  MoeiLane *lane = moei_lane_of_quota_day (moei_operation_get_rules (operation), date, day);
  gboolean has_quota = moei_quota_day_get_quota (day) > 0;

  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    const char *words = moei_word_day_state (i, moei_quota_day_get_state (day));

    if (has_quota && lane != NULL && moei_lane_get_short_name (lane) != NULL)
      words = moei_text_get (moei_lane_get_short_name (lane), i);
    else if (has_quota)
      words = "";
    moei_polyglot_set_text (shown->lane, i, words);
  }
}

static void
show_day (Day           *shown,
          MoeiOperation *operation,
          MoeiQuotaDay  *day,
          int            maximum)
{
  guint date = moei_quota_day_get_date (day), today = moei_operation_get_operating_day (operation);
  MoeiDayStages stages;

  moei_day_stages_compute (&stages, day, moei_day_when (date, today));
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_autofree char *weekday = moei_format_date (i, date, MOEI_DATE_WEEKDAY);

    moei_polyglot_set_text (shown->weekday, i, weekday);
  }
  moei_polyglot_set_count (shown->departed, stages.departed);
  moei_stage_bar_set_day (shown->bar, &stages, maximum);
  show_lane (shown, operation, day, date);
  if (date == today)
    gtk_widget_add_css_class (shown->box, "today");
  else
    gtk_widget_remove_css_class (shown->box, "today");
}

/**
 * moei_week_board_show:
 * @self: a board
 * @operation: the operation
 */
void
moei_week_board_show (MoeiWeekBoard *self,
                      MoeiOperation *operation)
{
  MoeiCollection *days = moei_operation_get_days (operation);
  int maximum = get_maximum (days);

  g_return_if_fail (MOEI_IS_WEEK_BOARD (self));

  for (guint i = 0; i < N_DAYS; i++) {
    gboolean is_known = i < moei_collection_size (days);

    gtk_widget_set_visible (self->days[i].box, is_known);
    if (is_known)
      show_day (&self->days[i], operation, moei_collection_get (days, i), maximum);
  }
}
