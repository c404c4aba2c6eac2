/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-week-strip.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-age-label.h"
#include "desk/moei-day-tile.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"
#include "parts/moei-day-figures.h"
#include "rules/moei-day-kind.h"
#include "rules/moei-lanes.h"

#define N_DAYS 7

/**
 * MoeiWeekStrip:
 *
 * The operating week at a glance, plan and actual of each day on one scale.
 */
struct _MoeiWeekStrip {
  MoeiPanel parent_instance;

  GtkLabel    *title;
  GtkLabel    *total;
  GtkBox      *tiles;
  MoeiDayTile *days[N_DAYS];
};

G_DEFINE_FINAL_TYPE (MoeiWeekStrip, moei_week_strip, MOEI_TYPE_PANEL)

static void
show_total (MoeiWeekStrip       *self,
            const MoeiDayStages *stages,
            guint                n_days)
{
  MoeiLanguage language = moei_language_get_current ();
  int departed = MOEI_COUNT_UNKNOWN, quota = MOEI_COUNT_UNKNOWN;
  g_autofree char *departed_text = NULL, *quota_text = NULL, *total = NULL;

  for (guint i = 0; i < n_days; i++) {
    departed = moei_count_add (departed, stages[i].departed);
    quota = moei_count_add (quota, stages[i].quota);
  }
  departed_text = moei_format_count (language, departed);
  quota_text = moei_format_count (language, quota);
  /* Translators: people departed this week and the week's quota: "1,071 / 1,500" */
  total = g_strdup_printf (_("%1$s / %2$s"), departed_text, quota_text);
  gtk_label_set_label (self->total, total);
}

static int
get_maximum (const MoeiDayStages *stages,
             guint                n_days)
{
  int maximum = 0;

  for (guint i = 0; i < n_days; i++)
    maximum = MAX (maximum, moei_day_stages_get_top (&stages[i]));
  return maximum;
}

/* The strip takes the focus, so that a screen reader reads it from the keyboard
 * alone: the total, then day after day. */
static void
describe (MoeiWeekStrip *self)
{
  g_autoptr (GString) days = g_string_new (NULL);
  g_autofree char *name = NULL;

  /* Translators: for the screen reader, the week: "This week: 894 / 1,500" */
  name = g_strdup_printf (_("%1$s: %2$s"), gtk_label_get_label (self->title), gtk_label_get_label (self->total));
  for (guint i = 0; i < N_DAYS; i++) {
    if (gtk_widget_get_visible (GTK_WIDGET (self->days[i])))
      g_string_append_printf (days, "%s%s", days->len > 0 ? "\n" : "",
                              gtk_widget_get_tooltip_text (GTK_WIDGET (self->days[i])));
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, days->str, -1);
}

/* Where there is no quota nobody goes first, whatever lane the weekday has. */
static MoeiLane *
find_lane (MoeiOperation *operation,
           MoeiQuotaDay  *day,
           int            quota)
{
  return quota > 0 ? moei_lane_of_quota_day (moei_operation_get_rules (operation), moei_quota_day_get_date (day), day) : NULL;
}

static void
moei_week_strip_update (MoeiPanel *panel)
{
  MoeiWeekStrip *self = MOEI_WEEK_STRIP (panel);
  MoeiOperation *operation = moei_panel_get_operation (panel);
  MoeiCollection *days = moei_operation_get_days (operation);
  guint today = moei_operation_get_operating_day (operation), n_days = MIN (moei_collection_size (days), N_DAYS);
  MoeiDayStages stages[N_DAYS];
  int maximum;

  for (guint i = 0; i < n_days; i++) {
    MoeiQuotaDay *day = moei_collection_get (days, i);

    moei_day_stages_compute (&stages[i], day, moei_day_when (moei_quota_day_get_date (day), today));
    stages[i].quota = moei_day_kind_quota (moei_quota_day_get_date (day), moei_operation_get_rules (operation),
                                           moei_operation_get_holidays (operation), day);
  }
  maximum = get_maximum (stages, n_days);
  for (guint i = 0; i < N_DAYS; i++) {
    MoeiQuotaDay *day = i < n_days ? moei_collection_get (days, i) : NULL;

    gtk_widget_set_visible (GTK_WIDGET (self->days[i]), day != NULL);
    if (day != NULL)
      moei_day_tile_show (self->days[i], day, &stages[i],
                          find_lane (operation, day, stages[i].quota), moei_quota_day_get_date (day) == today, maximum);
  }
  show_total (self, stages, n_days);
  describe (self);
}

static void
moei_week_strip_class_init (MoeiWeekStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MOEI_PANEL_CLASS (klass)->update = moei_week_strip_update;

  g_type_ensure (MOEI_TYPE_AGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-week-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekStrip, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekStrip, total);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekStrip, tiles);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "win.page", "s", "week");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "win.page", "s", "week");
  gtk_widget_class_set_css_name (widget_class, "weekstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
moei_week_strip_init (MoeiWeekStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_DAYS; i++) {
    self->days[i] = g_object_new (MOEI_TYPE_DAY_TILE, "visible", FALSE, NULL);
    gtk_box_append (self->tiles, GTK_WIDGET (self->days[i]));
  }
}
