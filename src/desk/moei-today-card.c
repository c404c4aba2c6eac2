/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-today-card.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-age-label.h"
#include "desk/moei-entity-link.h"
#include "desk/moei-figure.h"
#include "language/moei-burmese.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-count.h"
#include "parts/moei-stage-bar.h"
#include "rules/moei-lanes.h"

/**
 * MoeiTodayCard:
 *
 * "Are we going to make today's quota, and if not, what is missing?"
 */
struct _MoeiTodayCard {
  MoeiPanel parent_instance;

  GtkLabel     *date;
  GtkLabel     *lane;
  MoeiFigure   *departed;
  GtkLabel     *of_quota;
  MoeiStageBar *bar;
  GtkLabel     *stage[4];
  MoeiFigure   *people[4];
  MoeiFigure   *share[4];
  GtkWidget    *verdict;
  GtkImage     *verdict_icon;
  GtkLabel     *sentence;
};

G_DEFINE_FINAL_TYPE (MoeiTodayCard, moei_today_card, MOEI_TYPE_PANEL)

/* How a verdict looks: never by colour alone. */
static const struct {
  const char *css_class;
  const char *icon_name;
} verdict_looks[] = {
  [MOEI_VERDICT_UNKNOWN] = { "unknown", "dialog-question-symbolic" },
  [MOEI_VERDICT_NO_QUOTA] = { "unknown", "weather-clear-night-symbolic" },
  [MOEI_VERDICT_MET] = { "good", "object-select-symbolic" },
  [MOEI_VERDICT_COVERED] = { "good", "object-select-symbolic" },
  [MOEI_VERDICT_SHORT] = { "short", "dialog-warning-symbolic" },
  [MOEI_VERDICT_CLOSED_SHORT] = { "short", "dialog-warning-symbolic" },
};

static void
show_verdict (MoeiTodayCard    *self,
              const MoeiFunnel *funnel)
{
  g_autofree char *sentence = moei_sentence_funnel (moei_language_get_current (), funnel);
  g_autofree char *broken = moei_break_text (moei_language_get_current (), sentence);
  const char *classes[] = { "verdict", verdict_looks[funnel->verdict].css_class, NULL };

  gtk_widget_set_css_classes (self->verdict, classes);
  gtk_image_set_from_icon_name (self->verdict_icon, verdict_looks[funnel->verdict].icon_name);
  gtk_label_set_label (self->sentence, broken);
}

static void
show_stages (MoeiTodayCard    *self,
             const MoeiFunnel *funnel)
{
  MoeiLanguage language = moei_language_get_current ();
  const int people[] = { funnel->departed, funnel->at_airport, funnel->on_bus, funnel->slot_given };

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++) {
    g_autofree char *share = NULL;

    if (moei_count_is_known (people[i]) && funnel->quota > 0)
      share = moei_format_percent (language, (double) people[i] / funnel->quota);
    moei_figure_set_count (self->people[i], people[i]);
    moei_figure_set_text (self->share[i], share);
  }
}

static void
show_heading (MoeiTodayCard *self,
              guint          today,
              MoeiLane      *lane)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *date = today != MOEI_DAY_UNKNOWN
                            ? moei_format_date (language, today, MOEI_DATE_HEADING)
                            : g_strdup (_("Today"));

  gtk_label_set_label (self->date, date);
  gtk_label_set_label (self->lane, lane != NULL ? moei_text_get (moei_lane_get_name (lane), language) : "");
}

/* Midnight begins another day's figures; they are new, not changed. */
static void
set_subject (MoeiTodayCard *self,
             guint          today)
{
  g_autofree char *subject = g_strdup_printf ("%u", today);

  moei_figure_set_subject (self->departed, subject);
  for (gsize i = 0; i < G_N_ELEMENTS (self->people); i++) {
    moei_figure_set_subject (self->people[i], subject);
    moei_figure_set_subject (self->share[i], subject);
  }
}

/* The card takes the focus, so that a screen reader reads it from the keyboard
 * alone: the figure and the verdict first, then the stages. */
static void
describe (MoeiTodayCard *self,
          const char    *of_quota)
{
  g_autoptr (GString) stages = g_string_new (NULL);
  g_autofree char *name = NULL;

  /* Translators: for the screen reader, today's card: "Thursday 6 March: 214 / 300 departed. Short by 14: …" */
  name = g_strdup_printf (_("%1$s: %2$s %3$s. %4$s"), gtk_label_get_label (self->date),
                          moei_figure_get_text (self->departed), of_quota, gtk_label_get_label (self->sentence));
  for (gsize i = 0; i < G_N_ELEMENTS (self->people); i++)
    g_string_append_printf (stages, "%s%s %s", i > 0 ? ", " : "", gtk_label_get_label (self->stage[i]),
                            moei_figure_get_text (self->people[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, stages->str, -1);
}

static void
moei_today_card_update (MoeiPanel *panel)
{
  MoeiTodayCard *self = MOEI_TODAY_CARD (panel);
  MoeiOperation *operation = moei_panel_get_operation (panel);
  MoeiLanguage language = moei_language_get_current ();
  guint today = moei_operation_get_operating_day (operation);
  MoeiQuotaDay *day = moei_quota_day_lookup (moei_operation_get_days (operation), today);
  g_autofree char *quota = NULL, *of_quota = NULL;
  MoeiFunnel funnel;

  moei_funnel_compute (&funnel, day, moei_operation_get_flights (operation), moei_operation_get_routes (operation),
                       moei_operation_get_nationalities (operation), moei_panel_get_now (panel));

  quota = moei_format_count (language, funnel.quota);
  /* Translators: follows a large number: 214 "/ 300 departed" */
  of_quota = funnel.quota > 0 ? g_strdup_printf (_("/ %s departed"), quota) : g_strdup (_("departed"));

  show_heading (self, today, funnel.quota > 0
                               ? moei_lane_of_quota_day (moei_operation_get_rules (operation), today, day) : NULL);
  set_subject (self, today);
  moei_figure_set_count (self->departed, funnel.departed);
  gtk_label_set_label (self->of_quota, of_quota);
  moei_stage_bar_set_funnel (self->bar, &funnel, moei_funnel_get_maximum (&funnel));
  show_stages (self, &funnel);
  show_verdict (self, &funnel);
  describe (self, of_quota);
}

/* More of today stands on the week's page. */
static void
open_day (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (widget));
  MoeiQuotaDay *day = moei_quota_day_lookup (moei_operation_get_days (operation),
                                             moei_operation_get_operating_day (operation));
  g_autofree char *link = day != NULL ? moei_entity_link_new (MOEI_ENTITY (day)) : NULL;

  if (link != NULL)
    gtk_widget_activate_action (widget, "win.show", "s", link);
}

static void
clicked_cb (MoeiTodayCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "today.open", NULL);
}

static void
moei_today_card_class_init (MoeiTodayCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MOEI_PANEL_CLASS (klass)->update = moei_today_card_update;

  g_type_ensure (MOEI_TYPE_AGE_LABEL);
  g_type_ensure (MOEI_TYPE_FIGURE);
  g_type_ensure (MOEI_TYPE_STAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-today-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayCard, date);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayCard, lane);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayCard, departed);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayCard, of_quota);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayCard, bar);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayCard, verdict);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayCard, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiTodayCard, sentence);
  for (gsize i = 0; i < 4; i++) {
    g_autofree char *stage = g_strdup_printf ("stage_%" G_GSIZE_FORMAT, i);
    g_autofree char *people = g_strdup_printf ("people_%" G_GSIZE_FORMAT, i);
    g_autofree char *share = g_strdup_printf ("share_%" G_GSIZE_FORMAT, i);

    gtk_widget_class_bind_template_child_full (widget_class, stage, FALSE,
                                               G_STRUCT_OFFSET (MoeiTodayCard, stage) + i * sizeof (GtkLabel *));
    gtk_widget_class_bind_template_child_full (widget_class, people, FALSE,
                                               G_STRUCT_OFFSET (MoeiTodayCard, people) + i * sizeof (MoeiFigure *));
    gtk_widget_class_bind_template_child_full (widget_class, share, FALSE,
                                               G_STRUCT_OFFSET (MoeiTodayCard, share) + i * sizeof (MoeiFigure *));
  }
  gtk_widget_class_install_action (widget_class, "today.open", NULL, open_day);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "today.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "today.open", NULL);
  gtk_widget_class_set_css_name (widget_class, "todaycard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
moei_today_card_init (MoeiTodayCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
