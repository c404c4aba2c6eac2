/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-today-board.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-count.h"
#include "parts/moei-stage-bar.h"
#include "rules/moei-day-kind.h"
#include "rules/moei-funnel.h"
#include "wall/moei-polyglot.h"
#include "wall/moei-wall-scale.h"

/**
 * MoeiTodayBoard:
 *
 * The answer to "will today's quota be made, and if not, what is missing?",
 * large enough for six metres.
 */
struct _MoeiTodayBoard {
  AdwBin parent_instance;

  MoeiPolyglot *departed;
  MoeiPolyglot *quota;
  GtkWidget    *verdict;
  GtkImage     *icon;
  MoeiPolyglot *missing_word;
  MoeiPolyglot *missing;
  MoeiStageBar *bar;
  GtkGrid      *stages;
  GtkWidget    *stage[4];
  MoeiPolyglot *people[4];
  MoeiPolyglot *sentence;
  gboolean      portrait;
};

/* How a verdict looks: never by colour alone. */
static const struct {
  const char *css_class;
  const char *icon_name;
} looks[] = {
  [MOEI_VERDICT_UNKNOWN] = { "unknown", "dialog-question-symbolic" },
  [MOEI_VERDICT_NO_QUOTA] = { "unknown", "weather-clear-night-symbolic" },
  [MOEI_VERDICT_MET] = { "good", "object-select-symbolic" },
  [MOEI_VERDICT_COVERED] = { "good", "object-select-symbolic" },
  [MOEI_VERDICT_SHORT] = { "short", "dialog-warning-symbolic" },
  [MOEI_VERDICT_CLOSED_SHORT] = { "short", "dialog-warning-symbolic" },
};

/* As they stand in the bar */
static const struct {
  MoeiStage   stage;
  const char *css_class;
} stages[] = {
  { MOEI_STAGE_DEPARTED, "departed" },
  { MOEI_STAGE_AT_AIRPORT, "at-airport" },
  { MOEI_STAGE_ON_BUS, "on-bus" },
  { MOEI_STAGE_SLOT_GIVEN, "slot-given" },
};

G_DEFINE_FINAL_TYPE (MoeiTodayBoard, moei_today_board, ADW_TYPE_BIN)

static void
moei_today_board_dispose (GObject *object)
{
  MoeiTodayBoard *self = MOEI_TODAY_BOARD (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->stage); i++)
    g_clear_object (&self->stage[i]);

  G_OBJECT_CLASS (moei_today_board_parent_class)->dispose (object);
}

static void
moei_today_board_class_init (MoeiTodayBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_today_board_dispose;

  g_type_ensure (MOEI_TYPE_POLYGLOT);
  g_type_ensure (MOEI_TYPE_STAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-today-board.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayBoard, departed);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayBoard, quota);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayBoard, verdict);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayBoard, icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayBoard, missing_word);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayBoard, missing);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayBoard, bar);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayBoard, stages);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayBoard, sentence);
  gtk_widget_class_set_css_name (widget_class, "todayboard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* A swatch as in the bar, the stage in words, and its people */
static GtkWidget *
make_stage (MoeiTodayBoard *self,
            int             position)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *swatch = g_object_new (GTK_TYPE_BOX, "css-name", "swatch", "valign", GTK_ALIGN_CENTER,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *words = moei_polyglot_new (MOEI_WALL_TEXT);

  gtk_widget_add_css_class (box, "wall-words");
  gtk_widget_add_css_class (swatch, stages[position].css_class);
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    moei_polyglot_set_text (MOEI_POLYGLOT (words), i, moei_word_stage (i, stages[position].stage));
  gtk_widget_add_css_class (words, "quiet");
  gtk_widget_set_hexpand (words, TRUE);
  self->people[position] = MOEI_POLYGLOT (moei_polyglot_new (MOEI_WALL_TEXT));
  gtk_widget_add_css_class (GTK_WIDGET (self->people[position]), "strong");
  g_object_set (self->people[position], "xalign", 1.0, NULL);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->people[position]));
  return box;
}

static void
moei_today_board_init (MoeiTodayBoard *self)
{
  moei_language_push (MOEI_LANGUAGE_EN);
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_language_pop ();
  for (int i = 0; i < (int) G_N_ELEMENTS (stages); i++)
    self->stage[i] = g_object_ref_sink (make_stage (self, i));
  /* Translators: on the meeting display, beside the number of people missing from today's quota */
  moei_polyglot_set_context_message (self->missing_word, "people", NC_("people", "short"));
  moei_today_board_set_portrait (self, FALSE);
}

static void
show_quota (MoeiTodayBoard   *self,
            const MoeiFunnel *funnel)
{
  gtk_widget_set_visible (GTK_WIDGET (self->quota), funnel->quota > 0);
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_autofree char *count = moei_format_count (i, funnel->quota);
    g_autofree char *quota = g_strdup_printf ("/ %s", count);

    moei_polyglot_set_text (self->quota, i, quota);
  }
}

/* On a day without a quota, why there is none */
static char *
say_verdict (MoeiLanguage      language,
             const MoeiFunnel *funnel,
             MoeiDayKind       kind,
             GPtrArray        *holidays)
{
  g_autofree char *sentence = moei_sentence_funnel (language, funnel);
  g_autofree char *why = funnel->verdict == MOEI_VERDICT_NO_QUOTA ? moei_sentence_day_kind (language, kind, holidays)
                                                                  : NULL;

  if (why == NULL)
    return g_steal_pointer (&sentence);
  return g_strdup_printf (moei_gettext (language, "%1$s · %2$s"), sentence, why);
}

static void
show_verdict (MoeiTodayBoard   *self,
              const MoeiFunnel *funnel,
              MoeiOperation    *operation)
{
  guint today = moei_operation_get_operating_day (operation);
  MoeiCollection *holidays = moei_operation_get_holidays (operation);
  MoeiDayKind kind = moei_day_kind (today, moei_operation_get_rules (operation), holidays,
                                    moei_quota_day_lookup (moei_operation_get_days (operation), today));
  g_autoptr (GPtrArray) todays = moei_day_kind_holidays (today, holidays);
  const char *classes[] = { "wall-verdict", looks[funnel->verdict].css_class, NULL };
  const char *sentence_classes[] = { "wall-sentence", "strong", looks[funnel->verdict].css_class, NULL };

  gtk_widget_set_css_classes (self->verdict, classes);
  gtk_widget_set_css_classes (GTK_WIDGET (self->sentence), sentence_classes);
  gtk_image_set_from_icon_name (self->icon, looks[funnel->verdict].icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_word), funnel->short_by > 0 && !self->portrait);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), funnel->short_by > 0);
  moei_polyglot_set_count (self->missing, MAX (funnel->short_by, 0));
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_autofree char *sentence = say_verdict (i, funnel, kind, todays);

    moei_polyglot_set_text (self->sentence, i, sentence);
  }
}

/**
 * moei_today_board_show:
 * @self: a board
 * @operation: the operation
 * @now: the instant, on the service's clock
 */
void
moei_today_board_show (MoeiTodayBoard *self,
                       MoeiOperation  *operation,
                       gint64          now)
{
  guint today = moei_operation_get_operating_day (operation);
  MoeiFunnel funnel;

  g_return_if_fail (MOEI_IS_TODAY_BOARD (self));

  moei_funnel_compute (&funnel, moei_quota_day_lookup (moei_operation_get_days (operation), today),
                       moei_operation_get_flights (operation), moei_operation_get_routes (operation),
                       moei_operation_get_nationalities (operation), now);
  moei_polyglot_set_count (self->departed, funnel.departed);
  show_quota (self, &funnel);
  moei_stage_bar_set_funnel (self->bar, &funnel, moei_funnel_get_maximum (&funnel));
  moei_polyglot_set_count (self->people[0], funnel.departed);
  moei_polyglot_set_count (self->people[1], funnel.at_airport);
  moei_polyglot_set_count (self->people[2], funnel.on_bus);
  moei_polyglot_set_count (self->people[3], funnel.slot_given);
  show_verdict (self, &funnel, operation);
}

/**
 * moei_today_board_set_portrait:
 * @self: a board
 * @portrait: whether the screen stands upright; then the stages are one below the
 *   other, without the one that the large figure is
 */
void
moei_today_board_set_portrait (MoeiTodayBoard *self,
                               gboolean        portrait)
{
  int n_columns = portrait ? 1 : 2;

  g_return_if_fail (MOEI_IS_TODAY_BOARD (self));

  for (int i = 0; i < (int) G_N_ELEMENTS (self->stage); i++) {
    if (gtk_widget_get_parent (self->stage[i]) != NULL)
      gtk_grid_remove (self->stages, self->stage[i]);
    gtk_grid_attach (self->stages, self->stage[i], i % n_columns, i / n_columns, 1, 1);
  }
  self->portrait = portrait;
  gtk_widget_set_visible (self->stage[0], !portrait);
  /* The sentence below says it. */
  gtk_widget_set_visible (GTK_WIDGET (self->missing_word), !portrait && gtk_widget_get_visible (GTK_WIDGET (self->missing)));
  g_object_set (self->departed, "size", portrait ? MOEI_WALL_FIGURE : MOEI_WALL_GIANT, NULL);
}
