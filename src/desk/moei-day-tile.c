/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-day-tile.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-entity-link.h"
#include "desk/moei-figure.h"
#include "language/moei-burmese.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"
#include "parts/moei-stage-bar.h"

/**
 * MoeiDayTile:
 *
 * One day of the week strip: its bar, weekday, departures and lane.  Clicked, it
 * opens the week.
 */
struct _MoeiDayTile {
  AdwBin parent_instance;

  char         *link; /* of the day, as actions name it */
  MoeiStageBar *bar;
  GtkLabel     *weekday;
  MoeiFigure   *departed;
  GtkLabel     *lane;
};

G_DEFINE_FINAL_TYPE (MoeiDayTile, moei_day_tile, ADW_TYPE_BIN)

static void
clicked_cb (MoeiDayTile *self)
{
  if (self->link != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", self->link);
}

static void
moei_day_tile_finalize (GObject *object)
{
  g_free (MOEI_DAY_TILE (object)->link);

  G_OBJECT_CLASS (moei_day_tile_parent_class)->finalize (object);
}

static void
moei_day_tile_class_init (MoeiDayTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOEI_TYPE_FIGURE);
  G_OBJECT_CLASS (klass)->finalize = moei_day_tile_finalize;

  g_type_ensure (MOEI_TYPE_STAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-day-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiDayTile, bar);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayTile, weekday);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayTile, departed);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayTile, lane);
  gtk_widget_class_set_css_name (widget_class, "daytile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
moei_day_tile_init (MoeiDayTile *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* In full for the screen reader and the pointer; the tile has room for little. */
static void
describe (MoeiDayTile  *self,
          MoeiQuotaDay *day,
          int           day_quota,
          const char   *departed,
          MoeiLane     *lane)
{
  MoeiLanguage language = moei_language_get_current ();
  const MoeiText *reason = moei_quota_day_get_reason (day);
  const MoeiText *who = reason != NULL || lane == NULL ? reason : moei_lane_get_name (lane);
  g_autofree char *date = moei_format_date (language, moei_quota_day_get_date (day), MOEI_DATE_LONG);
  g_autofree char *quota = moei_format_count (language, day_quota);
  g_autofree char *text = NULL;

  if (day_quota > 0)
    /* Translators: for the screen reader and the pointer: "Thursday 6 March 2025: 214 of 300 departed. China first" */
    text = g_strdup_printf (_("%1$s: %2$s of %3$s departed. %4$s"), date, departed, quota,
                            moei_text_get (who, language));
  else
    /* Translators: a day without a quota: "Saturday 8 March 2025: 456 departed. Weekend: no quota" */
    text = g_strdup_printf (_("%1$s: %2$s departed. %3$s"), date, departed, moei_text_get (who, language));

  /* Setting a tooltip asks the display where the pointer is, and waits for the answer. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), text) == 0)
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * moei_day_tile_show:
 * @self: a tile
 * @day: the day
 * @stages: what its bar stacks
 * @lane: (nullable): the lane that goes first on it
 * @is_today: whether it is the operating day
 * @maximum: the people that a whole bar of the strip stands for
 */
void
moei_day_tile_show (MoeiDayTile         *self,
                    MoeiQuotaDay        *day,
                    const MoeiDayStages *stages,
                    MoeiLane            *lane,
                    gboolean             is_today,
                    int                  maximum)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *weekday = moei_format_date (language, moei_quota_day_get_date (day), MOEI_DATE_WEEKDAY);
  g_autofree char *departed = moei_format_count (language, stages->departed);
  g_autofree char *broken = NULL;
  const char *below = "";

  if (moei_quota_day_get_reason (day) != NULL)
    /* Translators: below a day of the week strip, where there is room for some six letters: a weekend or holiday */
    below = C_("day", "off");
  else if (lane != NULL)
    below = moei_text_get (moei_lane_get_short_name (lane), language);

  g_free (self->link);
  self->link = moei_entity_link_new (MOEI_ENTITY (day));
  broken = moei_break_text (language, below);
  moei_stage_bar_set_day (self->bar, stages, maximum);
  gtk_label_set_label (self->weekday, weekday);
  moei_figure_set_subject (self->departed, moei_entity_get_id (MOEI_ENTITY (day)));
  moei_figure_set_count (self->departed, stages->departed);
  gtk_label_set_label (self->lane, broken);
  describe (self, day, stages->quota, departed, lane);

  if (is_today)
    gtk_widget_add_css_class (GTK_WIDGET (self), "today");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "today");
}
