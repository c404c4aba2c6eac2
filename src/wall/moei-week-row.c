/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-week-row.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"
#include "parts/moei-stage-bar.h"
#include "wall/moei-say.h"
#include "wall/moei-wall-scale.h"

/**
 * MoeiWeekRow:
 *
 * A day of the week on the meeting display: who left beside who was allowed to,
 * who goes first or why nobody does, and what to know of it.
 */
struct _MoeiWeekRow {
  AdwBin parent_instance;

  GtkWidget    *box;
  MoeiPolyglot *weekday;
  MoeiPolyglot *departed;
  MoeiPolyglot *quota;
  MoeiPolyglot *short_lane;
  MoeiStageBar *bar;
  MoeiPolyglot *lane;
  GtkWidget    *remark_mark;
  MoeiPolyglot *remark;
  gboolean      portrait;
};

typedef struct {
  const MoeiDayFigures *day;
  MoeiOperation        *operation;
} Subject;

G_DEFINE_FINAL_TYPE (MoeiWeekRow, moei_week_row, ADW_TYPE_BIN)

static char *
say_weekday (MoeiLanguage  language,
             gconstpointer subject)
{
  const MoeiDayFigures *day = subject;

  return moei_format_date (language, day->date, MOEI_DATE_WEEKDAY_DAY);
}

static char *
say_quota (MoeiLanguage  language,
           gconstpointer subject)
{
  const MoeiDayFigures *day = subject;
  g_autofree char *quota = NULL;

  if (day->stages.quota <= 0)
    return NULL;
  quota = moei_format_count (language, day->stages.quota);
  return g_strdup_printf ("/ %s", quota);
}

static char *
say_short_lane (MoeiLanguage  language,
                gconstpointer subject)
{
  const MoeiDayFigures *day = subject;

  if (day->kind != MOEI_DAY_KIND_QUOTA || day->lane == NULL)
    return NULL;
  return g_strdup (moei_text_get (moei_lane_get_short_name (day->lane), language));
}

/* Under the quota people go by lanes; a closed day says why it is closed.  Short,
 * so that a week has room: today's is above every scene in full. */
static char *
say_lane (MoeiLanguage  language,
          gconstpointer subject)
{
  const Subject *of = subject;
  char *lane = say_short_lane (language, of->day);

  if (lane == NULL)
    lane = moei_day_figures_dup_lane (of->day, of->operation);
  return g_strdelimit (lane, "\n", ' ');
}

static char *
say_remark (MoeiLanguage  language,
            gconstpointer subject)
{
  MoeiDayLook look;

  return moei_day_figures_dup_remark (subject, &look);
}

/* Where the screen stands upright there is room for one line a day: who goes
 * first stands short at its end, and what is to know of it comes below on the
 * operating day alone. */
static void
show_lane (MoeiWeekRow   *self,
           const Subject *of)
{
  gboolean is_quota = of->day->kind == MOEI_DAY_KIND_QUOTA;
  gboolean is_plain = is_quota || of->day->kind == MOEI_DAY_KIND_WEEKEND;

  moei_say (self->lane, say_lane, of);
  moei_say (self->short_lane, say_short_lane, of->day);
  gtk_widget_set_visible (GTK_WIDGET (self->short_lane), self->portrait && is_quota);
  gtk_widget_set_visible (GTK_WIDGET (self->lane), !self->portrait || !is_plain);
}

static void
show_remark (MoeiWeekRow          *self,
             const MoeiDayFigures *day)
{
  MoeiDayLook look;
  g_autofree char *remark = moei_day_figures_dup_remark (day, &look);
  gboolean shown = remark != NULL && (!self->portrait || day->when == MOEI_DAY_TODAY);

  moei_say (self->remark, say_remark, day);
  gtk_widget_set_visible (GTK_WIDGET (self->remark), shown);
  gtk_widget_set_visible (self->remark_mark, shown && look == MOEI_DAY_LOOK_SHORT);
  moei_set_class (GTK_WIDGET (self->remark), "good", look == MOEI_DAY_LOOK_GOOD);
  moei_set_class (GTK_WIDGET (self->remark), "short", look == MOEI_DAY_LOOK_SHORT);
  moei_set_class (GTK_WIDGET (self->remark), "quiet", look == MOEI_DAY_LOOK_PLAN || look == MOEI_DAY_LOOK_PLAIN);
}

/* What is acted upon is today's. */
static void
show_size (MoeiWeekRow *self,
           gboolean     is_today)
{
  double size = is_today ? MOEI_WALL_FIGURE : self->portrait ? MOEI_WALL_TEXT : MOEI_WALL_TITLE;

  moei_set_class (GTK_WIDGET (self->departed), "wall-figure", is_today);
  if (!G_APPROX_VALUE (moei_polyglot_get_size (self->departed), size, 0.1))
    g_object_set (self->departed, "size", size, NULL);
}

static void
moei_week_row_class_init (MoeiWeekRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOEI_TYPE_POLYGLOT);
  g_type_ensure (MOEI_TYPE_STAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-week-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekRow, box);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekRow, weekday);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekRow, departed);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekRow, quota);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekRow, short_lane);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekRow, bar);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekRow, lane);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekRow, remark_mark);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekRow, remark);
  gtk_widget_class_set_css_name (widget_class, "weekrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
moei_week_row_init (MoeiWeekRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * moei_week_row_align:
 * @self: a row
 * @weekdays: gives the days of all rows one width
 * @figures: the same for those who left
 * @quotas: the same for the quotas
 */
void
moei_week_row_align (MoeiWeekRow  *self,
                     GtkSizeGroup *weekdays,
                     GtkSizeGroup *figures,
                     GtkSizeGroup *quotas)
{
  g_return_if_fail (MOEI_IS_WEEK_ROW (self));

  gtk_size_group_add_widget (weekdays, GTK_WIDGET (self->weekday));
  gtk_size_group_add_widget (figures, GTK_WIDGET (self->departed));
  gtk_size_group_add_widget (quotas, GTK_WIDGET (self->quota));
}

/**
 * moei_week_row_set_portrait:
 * @self: a row
 * @portrait: whether the screen stands upright, so that what stands beside the
 *   figures comes below them
 */
void
moei_week_row_set_portrait (MoeiWeekRow *self,
                            gboolean     portrait)
{
  g_return_if_fail (MOEI_IS_WEEK_ROW (self));

  self->portrait = !!portrait;
  g_object_set (self->remark, "xalign", portrait ? 0.0f : 1.0f, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !portrait);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  portrait ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/**
 * moei_week_row_show:
 * @self: a row
 * @day: the day
 * @operation: the operation
 * @maximum: the people that a whole bar stands for
 */
void
moei_week_row_show (MoeiWeekRow          *self,
                    const MoeiDayFigures *day,
                    MoeiOperation        *operation,
                    int                   maximum)
{
  const MoeiDayStages *stages = &day->stages;
  MoeiFunnel funnel = {
    .quota = stages->quota,
    .departed = stages->departed,
    .at_airport = stages->at_airport,
    .on_bus = stages->on_bus,
    .slot_given = stages->slot_given,
  };
  Subject subject = { day, operation };

  g_return_if_fail (MOEI_IS_WEEK_ROW (self));

  moei_say (self->weekday, say_weekday, day);
  moei_polyglot_set_count (self->departed, stages->departed);
  moei_say (self->quota, say_quota, day);
  show_lane (self, &subject);
  show_remark (self, day);
  show_size (self, day->when == MOEI_DAY_TODAY);
  moei_stage_bar_set_funnel (self->bar, &funnel, maximum);
  moei_set_class (GTK_WIDGET (self), "today", day->when == MOEI_DAY_TODAY);
  moei_set_class (GTK_WIDGET (self), "closed", day->kind != MOEI_DAY_KIND_QUOTA);
  moei_set_class (GTK_WIDGET (self), "coming", day->when == MOEI_DAY_COMING);
}
