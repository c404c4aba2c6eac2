/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall-header.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"
#include "rules/moei-lanes.h"
#include "rules/moei-operating-day.h"
#include "wall/moei-polyglot.h"
#include "wall/moei-wall-clocks.h"

/**
 * MoeiWallHeader:
 *
 * Above every scene: the operation, its day in words and who goes first on it,
 * whether all is an exercise, and the time of day in the three countries.
 */
struct _MoeiWallHeader {
  MoeiPanel parent_instance;

  GtkBox         *box;
  MoeiPolyglot   *name;
  GtkWidget      *exercise;
  MoeiPolyglot   *day;
  MoeiPolyglot   *lane;
  MoeiWallClocks *clocks;
};

typedef enum {
  PROP_PORTRAIT = 1,
} MoeiWallHeaderProperty;

static GParamSpec *properties[PROP_PORTRAIT + 1];

G_DEFINE_FINAL_TYPE (MoeiWallHeader, moei_wall_header, MOEI_TYPE_PANEL)

/* Where the service is gone over midnight the figures go on being of the day
 * before, whatever day it is. */
static void
show_day (MoeiWallHeader *self,
          guint           day)
{
  gint64 now = moei_panel_get_now (MOEI_PANEL (self));
  guint today = now != MOEI_INSTANT_UNKNOWN ? moei_operating_day_of_instant (now) : MOEI_DAY_UNKNOWN;
  gboolean is_other = day != MOEI_DAY_UNKNOWN && today != MOEI_DAY_UNKNOWN && day != today;

  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_autofree char *date = day != MOEI_DAY_UNKNOWN ? moei_format_date (i, day, MOEI_DATE_LONG) : NULL;
    g_autofree char *figures = NULL;

    /* Translators: on the meeting display after midnight, while nothing newer has come; %s is a date */
    if (is_other)
      figures = g_strdup_printf (moei_gettext (i, "Figures of %s"), date);
    moei_polyglot_set_text (self->day, i, is_other ? figures : date);
  }
  if (is_other)
    gtk_widget_add_css_class (GTK_WIDGET (self->day), "wall-other-date");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->day), "wall-other-date");
  moei_wall_clocks_set_day (self->clocks, day);
}

static MoeiLane *
find_lane (MoeiOperation *operation,
           guint          today)
{
  MoeiQuotaDay *day = moei_quota_day_lookup (moei_operation_get_days (operation), today);

  return moei_lane_of_quota_day (moei_operation_get_rules (operation), today, day);
}

static void
moei_wall_header_update (MoeiPanel *panel)
{
  MoeiWallHeader *self = MOEI_WALL_HEADER (panel);
  MoeiOperation *operation = moei_panel_get_operation (panel);
  guint today = moei_operation_get_operating_day (operation);
  MoeiLane *lane = today != MOEI_DAY_UNKNOWN ? find_lane (operation, today) : NULL;

  if (moei_operation_get_name (operation) != NULL)
    moei_polyglot_set_named (self->name, moei_operation_get_name (operation));
  gtk_widget_set_visible (self->exercise, moei_operation_get_exercise (operation));
  show_day (self, today);
  gtk_widget_set_visible (GTK_WIDGET (self->lane), lane != NULL);
  if (lane != NULL)
    moei_polyglot_set_named (self->lane, moei_lane_get_name (lane));
}

static void
on_now (MoeiWallHeader *self)
{
  gint64 now = moei_panel_get_now (MOEI_PANEL (self));

  moei_wall_clocks_set_now (self->clocks, now);
}

static void
moei_wall_header_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  MoeiWallHeader *self = MOEI_WALL_HEADER (object);
  GtkOrientation orientation;

  switch ((MoeiWallHeaderProperty) prop_id) {
  case PROP_PORTRAIT:
    orientation = g_value_get_boolean (value) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), orientation);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_wall_header_class_init (MoeiWallHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = moei_wall_header_set_property;
  MOEI_PANEL_CLASS (klass)->update = moei_wall_header_update;

  properties[PROP_PORTRAIT] = g_param_spec_boolean ("portrait", NULL, NULL, FALSE,
                                                    G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);

  g_type_ensure (MOEI_TYPE_POLYGLOT);
  g_type_ensure (MOEI_TYPE_WALL_CLOCKS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-wall-header.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWallHeader, box);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallHeader, clocks);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallHeader, name);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallHeader, exercise);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallHeader, day);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallHeader, lane);
  gtk_widget_class_bind_template_callback (widget_class, on_now);
  gtk_widget_class_set_css_name (widget_class, "wallheader");
}

static void
moei_wall_header_init (MoeiWallHeader *self)
{
  /* Its messages are those of polyglots, which want them in English. */
  moei_language_push (MOEI_LANGUAGE_EN);
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_language_pop ();
}
