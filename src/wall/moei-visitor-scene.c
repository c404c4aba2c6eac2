/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-visitor-scene.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-lane.h"
#include "parts/moei-shared-count.h"
#include "wall/moei-fit-box.h"
#include "wall/moei-say.h"
#include "wall/moei-visitor-sum.h"
#include "wall/moei-wall-scale.h"

#define N_TOTALS    3
#define N_DAYS      5
#define N_SENTENCES 3

/**
 * MoeiVisitorScene:
 *
 * What strangers may see: totals, whose day is which, and three sentences.  No
 * site, no route and no flight, and nothing that would tell a small count.
 */
struct _MoeiVisitorScene {
  MoeiScene parent_instance;

  GtkBox  *totals_box;
  GtkBox  *days_box;
  GtkBox  *sentences_box;
  struct {
    GtkWidget    *card;
    MoeiPolyglot *figure;
    MoeiPolyglot *caption;
  } totals[N_TOTALS];
  struct {
    GtkWidget    *cell;
    MoeiPolyglot *weekday;
    MoeiPolyglot *lane;
  } days[N_DAYS];
  MoeiPolyglot *sentences[N_SENTENCES];
};

static const char * const captions[N_TOTALS] = {
  NC_("visitor", "departed today"),
  NC_("visitor", "departed this week"),
  NC_("visitor", "departed since the start"),
};

typedef struct {
  int count;
  int below;
} Count;

G_DEFINE_FINAL_TYPE (MoeiVisitorScene, moei_visitor_scene, MOEI_TYPE_SCENE)

static char *
say_count (MoeiLanguage  language,
           gconstpointer subject)
{
  const Count *of = subject;

  return moei_shared_count_format (of->count, of->below);
}

static char *
say_caption (MoeiLanguage  language,
             gconstpointer subject)
{
  return g_strdup (moei_pgettext (language, "visitor", (const char *) subject));
}

static char *
say_weekday (MoeiLanguage  language,
             gconstpointer subject)
{
  return moei_format_date (language, ((const MoeiVisitorDay *) subject)->date, MOEI_DATE_WEEKDAY);
}

static char *
say_lane (MoeiLanguage  language,
          gconstpointer subject)
{
  const MoeiVisitorDay *day = subject;

  if (day->kind != MOEI_DAY_KIND_QUOTA)
    return g_strdup (C_("day", "no quota"));
  return g_strdup (day->lane != NULL ? moei_text_get (moei_lane_get_short_name (day->lane), language) : "–");
}

static char *
say_today (MoeiLanguage  language,
           gconstpointer subject)
{
  return moei_visitor_sum_say_today (language, subject);
}

static char *
say_week (MoeiLanguage  language,
          gconstpointer subject)
{
  return moei_visitor_sum_say_week (language, subject);
}

static char *
say_all (MoeiLanguage  language,
         gconstpointer subject)
{
  return moei_visitor_sum_say_all (language, subject);
}

static void
moei_visitor_scene_update (MoeiPanel *panel)
{
  static const MoeiSayFunc says[N_SENTENCES] = { say_today, say_week, say_all };
  MoeiVisitorScene *self = MOEI_VISITOR_SCENE (panel);
  MoeiVisitorSum sum;
  int below = moei_scene_get_withhold_below (MOEI_SCENE (self));

  moei_visitor_sum_compute (&sum, moei_panel_get_operation (panel), below);
  moei_visitor_sum_withhold (&sum);
  for (gsize i = 0; i < N_TOTALS; i++) {
    Count count = { i == 0 ? sum.today : i == 1 ? sum.week : sum.all, below };

    moei_say (self->totals[i].figure, say_count, &count);
  }
  for (gsize i = 0; i < N_DAYS; i++) {
    moei_say (self->days[i].weekday, say_weekday, &sum.days[i]);
    moei_say (self->days[i].lane, say_lane, &sum.days[i]);
    moei_set_class (self->days[i].cell, "today", sum.days[i].is_today);
  }
  for (gsize i = 0; i < N_SENTENCES; i++)
    moei_say (self->sentences[i], says[i], &sum);
}

static void
moei_visitor_scene_lay_out (MoeiScene *scene)
{
  MoeiVisitorScene *self = MOEI_VISITOR_SCENE (scene);
  gboolean portrait = moei_scene_get_portrait (scene);
  GtkOrientation across = portrait ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->totals_box), across);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->days_box), across);
  for (gsize i = 0; i < N_TOTALS; i++) {
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->totals[i].card),
                                    portrait ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
    g_object_set (self->totals[i].figure, "size", portrait ? MOEI_WALL_FIGURE : MOEI_WALL_GIANT,
                  "valign", portrait ? GTK_ALIGN_CENTER : GTK_ALIGN_END, NULL);
    g_object_set (self->totals[i].caption, "valign", portrait ? GTK_ALIGN_CENTER : GTK_ALIGN_START, NULL);
  }
  for (gsize i = 0; i < N_DAYS; i++)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->days[i].cell),
                                    portrait ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
}

static void
moei_visitor_scene_class_init (MoeiVisitorSceneClass *klass)
{
  static const char * const beyond[] = { "calendar", NULL };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MOEI_PANEL_CLASS (klass)->update = moei_visitor_scene_update;
  MOEI_PANEL_CLASS (klass)->beyond = beyond;
  MOEI_SCENE_CLASS (klass)->lay_out = moei_visitor_scene_lay_out;

  g_type_ensure (MOEI_TYPE_FIT_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-visitor-scene.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiVisitorScene, totals_box);
  gtk_widget_class_bind_template_child (widget_class, MoeiVisitorScene, days_box);
  gtk_widget_class_bind_template_child (widget_class, MoeiVisitorScene, sentences_box);
}

static MoeiPolyglot *
add_polyglot (GtkWidget  *box,
              guint       lines,
              const char *css_class)
{
  MoeiPolyglot *polyglot = MOEI_POLYGLOT (moei_polyglot_new (MOEI_WALL_TEXT));

  g_object_set (polyglot, "lines", lines, "valign", GTK_ALIGN_CENTER, NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (polyglot), css_class);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (polyglot));
  return polyglot;
}

static void
add_total (MoeiVisitorScene *self,
           gsize             i)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "wall-card");
  gtk_widget_add_css_class (card, "words");
  self->totals[i].card = card;
  self->totals[i].figure = add_polyglot (card, 1, "strong");
  self->totals[i].caption = add_polyglot (card, 3, "quiet");
  gtk_widget_add_css_class (GTK_WIDGET (self->totals[i].figure), "wall-figure");
  g_object_set (self->totals[i].figure, "tight", TRUE, "vexpand", TRUE, "valign", GTK_ALIGN_END, NULL);
  g_object_set (self->totals[i].caption, "vexpand", TRUE, "valign", GTK_ALIGN_START, NULL);
  moei_say (self->totals[i].caption, say_caption, captions[i]);
  gtk_box_append (self->totals_box, card);
}

static void
add_day (MoeiVisitorScene *self,
         gsize             i)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (cell, "day");
  self->days[i].cell = cell;
  self->days[i].weekday = add_polyglot (cell, 1, "strong");
  self->days[i].lane = add_polyglot (cell, 2, NULL);
  g_object_set (self->days[i].weekday, "hexpand", TRUE, NULL);
  gtk_box_append (self->days_box, cell);
}

static void
moei_visitor_scene_init (MoeiVisitorScene *self)
{
  moei_scene_init_template (MOEI_SCENE (self));
  for (gsize i = 0; i < N_TOTALS; i++)
    add_total (self, i);
  for (gsize i = 0; i < N_DAYS; i++)
    add_day (self, i);
  for (gsize i = 0; i < N_SENTENCES; i++)
    self->sentences[i] = add_polyglot (GTK_WIDGET (self->sentences_box), 3, NULL);
  moei_visitor_scene_lay_out (MOEI_SCENE (self));
}
