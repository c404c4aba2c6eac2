/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-week-scene.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "parts/moei-outlook.h"
#include "wall/moei-fit-box.h"
#include "wall/moei-say.h"
#include "wall/moei-scene-grid.h"
#include "wall/moei-wall-scale.h"
#include "wall/moei-week-row.h"
#include "wall/moei-week-sum.h"

/**
 * MoeiWeekScene:
 *
 * The present week against its quota, day by day, and tomorrow's plan.
 */
struct _MoeiWeekScene {
  MoeiScene parent_instance;

  GtkGrid      *grid;
  GtkWidget    *summary;
  GtkWidget    *days;
  MoeiPolyglot *dates;
  MoeiPolyglot *departed;
  MoeiPolyglot *quota;
  GtkWidget    *standing_mark;
  MoeiPolyglot *standing;
  MoeiPolyglot *accounts;
  MoeiFitBox   *rows;
  MoeiWeekRow  *row[MOEI_DAYS_OF_WEEK];
  MoeiPolyglot *tomorrow_date;
  MoeiPolyglot *plan;

  MoeiOutlook *outlook;
};

typedef struct {
  const MoeiWeekSum *week;
  MoeiOperation     *operation;
} Subject;

G_DEFINE_FINAL_TYPE (MoeiWeekScene, moei_week_scene, MOEI_TYPE_SCENE)

static char *
say_dates (MoeiLanguage  language,
           gconstpointer subject)
{
  const MoeiWeekSum *week = subject;

  return moei_format_date_range (language, week->days[0].date, week->days[MOEI_DAYS_OF_WEEK - 1].date);
}

static char *
say_quota (MoeiLanguage  language,
           gconstpointer subject)
{
  const MoeiWeekSum *week = subject;
  g_autofree char *quota = NULL;

  if (week->quota <= 0)
    return NULL;
  quota = moei_format_count (language, week->quota);
  return g_strdup_printf ("/ %s", quota);
}

static char *
say_standing (MoeiLanguage  language,
              gconstpointer subject)
{
  return moei_week_sum_say_standing (language, subject);
}

static char *
say_accounts (MoeiLanguage  language,
              gconstpointer subject)
{
  return moei_week_sum_say_accounts (language, subject);
}

static char *
say_tomorrow (MoeiLanguage  language,
              gconstpointer subject)
{
  return moei_week_sum_say_tomorrow (language, subject);
}

static char *
say_plan (MoeiLanguage  language,
          gconstpointer subject)
{
  const Subject *of = subject;

  return moei_week_sum_say_plan (language, of->week, of->operation);
}

static void
show_summary (MoeiWeekScene     *self,
              const MoeiWeekSum *week)
{
  MoeiWeekStanding standing = week->standing;
  gboolean is_short = standing == MOEI_WEEK_STANDING_BEHIND || standing == MOEI_WEEK_STANDING_ENDED_SHORT ||
                      standing == MOEI_WEEK_STANDING_UNKNOWN;

  moei_say (self->dates, say_dates, week);
  moei_polyglot_set_count (self->departed, week->departed);
  moei_say_if (self->quota, say_quota, week);
  moei_say (self->standing, say_standing, week);
  moei_say_if (self->accounts, say_accounts, week);
  gtk_widget_set_visible (self->standing_mark, is_short);
  moei_set_class (GTK_WIDGET (self->standing), "short", is_short);
  moei_set_class (GTK_WIDGET (self->standing), "good", standing == MOEI_WEEK_STANDING_MET ||
                                                       standing == MOEI_WEEK_STANDING_ON_PLAN);
}

static int
get_maximum (const MoeiWeekSum *week)
{
  int maximum = 1;

  for (guint i = 0; i < MOEI_DAYS_OF_WEEK; i++)
    maximum = MAX (maximum, moei_day_stages_get_top (&week->days[i].stages));
  return maximum;
}

/* Where there is not room for all, those nearest to today stay, and of two the
 * one to come. */
static guint
find_rank (const MoeiWeekSum *week,
           guint              i)
{
  guint today = week->tomorrow.date - 1, date = week->days[i].date;

  if (date == today)
    return 0;
  return date > today ? 2 * (MOEI_DAYS_OF_WEEK - (date - today)) + 1 : 2 * (MOEI_DAYS_OF_WEEK - (today - date));
}

static void
show_days (MoeiWeekScene     *self,
           const MoeiWeekSum *week)
{
  int maximum = get_maximum (week);

  for (guint i = 0; i < MOEI_DAYS_OF_WEEK; i++) {
    gtk_widget_set_visible (GTK_WIDGET (self->row[i]), moei_day_figures_is_of_note (&week->days[i]));
    moei_fit_box_set_optional (self->rows, GTK_WIDGET (self->row[i]), find_rank (week, i));
    moei_week_row_show (self->row[i], &week->days[i], moei_panel_get_operation (MOEI_PANEL (self)), maximum);
  }
}

static void
moei_week_scene_update (MoeiPanel *panel)
{
  MoeiWeekScene *self = MOEI_WEEK_SCENE (panel);
  MoeiOperation *operation = moei_panel_get_operation (panel);
  MoeiWeekSum week;
  Subject subject = { &week, operation };

  if (moei_operation_get_operating_day (operation) == MOEI_DAY_UNKNOWN)
    return;
  moei_outlook_update (self->outlook, operation, moei_panel_get_now (panel));
  moei_week_sum_compute (&week, operation, moei_panel_get_now (panel), moei_outlook_get_live (self->outlook));
  show_summary (self, &week);
  show_days (self, &week);
  moei_say (self->tomorrow_date, say_tomorrow, &week);
  moei_say (self->plan, say_plan, &subject);
}

static void
moei_week_scene_lay_out (MoeiScene *scene)
{
  static const MoeiScenePlace lying[] = { { 0, 0, 3, 1 }, { 3, 0, 5, 1 } };
  static const MoeiScenePlace upright[] = { { 0, 0, 8, 1 }, { 0, 1, 8, 1 } };
  MoeiWeekScene *self = MOEI_WEEK_SCENE (scene);
  gboolean portrait = moei_scene_get_portrait (scene);
  const MoeiScenePlace *places = portrait ? upright : lying;

  moei_scene_grid_place (self->grid, self->summary, &places[0]);
  moei_scene_grid_place (self->grid, self->days, &places[1]);
  g_object_set (self->departed, "size", portrait ? MOEI_WALL_FIGURE : MOEI_WALL_GIANT, NULL);
  for (guint i = 0; i < MOEI_DAYS_OF_WEEK; i++)
    moei_week_row_set_portrait (self->row[i], portrait);
  moei_panel_update (MOEI_PANEL (self));
}

static void
moei_week_scene_finalize (GObject *object)
{
  g_object_unref (MOEI_WEEK_SCENE (object)->outlook);

  G_OBJECT_CLASS (moei_week_scene_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekScene, grid);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekScene, summary);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekScene, days);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekScene, dates);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekScene, departed);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekScene, quota);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekScene, standing_mark);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekScene, standing);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekScene, accounts);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekScene, rows);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekScene, tomorrow_date);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekScene, plan);
}

static void
moei_week_scene_class_init (MoeiWeekSceneClass *klass)
{
  static const char * const beyond[] = { "calendar", "schedule", NULL };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = moei_week_scene_finalize;
  MOEI_PANEL_CLASS (klass)->update = moei_week_scene_update;
  MOEI_PANEL_CLASS (klass)->beyond = beyond;
  MOEI_SCENE_CLASS (klass)->lay_out = moei_week_scene_lay_out;

  g_type_ensure (MOEI_TYPE_FIT_BOX);
  g_type_ensure (MOEI_TYPE_POLYGLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-week-scene.ui");
  bind_children (widget_class);
}

static void
moei_week_scene_init (MoeiWeekScene *self)
{
  g_autoptr (GtkSizeGroup) weekdays = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) figures = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) quotas = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  self->outlook = moei_outlook_new ();
  moei_scene_init_template (MOEI_SCENE (self));
  for (guint i = 0; i < MOEI_DAYS_OF_WEEK; i++) {
    self->row[i] = g_object_new (MOEI_TYPE_WEEK_ROW, "vexpand", TRUE, NULL);
    moei_week_row_align (self->row[i], weekdays, figures, quotas);
    moei_fit_box_append (self->rows, GTK_WIDGET (self->row[i]));
  }
  moei_week_scene_lay_out (MOEI_SCENE (self));
}
