/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-situation-scene.h"

#include "map/moei-wall-map.h"
#include "wall/moei-departure-board.h"
#include "wall/moei-today-board.h"
#include "wall/moei-week-board.h"

/**
 * MoeiSituationScene:
 *
 * The map, today, the week and the departures.
 *
 * On an upright screen today and the map are stacked; the week and the departures,
 * which have scenes of their own, give way.
 */
struct _MoeiSituationScene {
  MoeiScene parent_instance;

  GtkBox             *box;
  GtkBox             *left;
  GtkBox             *right;
  MoeiWallMap        *map;
  MoeiTodayBoard     *today;
  MoeiWeekBoard      *week;
  MoeiDepartureBoard *departures;
};

G_DEFINE_FINAL_TYPE (MoeiSituationScene, moei_situation_scene, MOEI_TYPE_SCENE)

static void
moei_situation_scene_update (MoeiPanel *panel)
{
  MoeiSituationScene *self = MOEI_SITUATION_SCENE (panel);
  MoeiOperation *operation = moei_panel_get_operation (panel);
  gint64 now = moei_panel_get_now (panel);

  moei_today_board_show (self->today, operation, now);
  moei_week_board_show (self->week, operation);
  moei_departure_board_show (self->departures, operation, now);
}

static void
moei_situation_scene_turn (MoeiScene *scene)
{
  g_object_set (MOEI_SITUATION_SCENE (scene)->map, "language", (int) moei_scene_get_language (scene), NULL);
}

static void
moei_situation_scene_lay_out (MoeiScene *scene)
{
  MoeiSituationScene *self = MOEI_SITUATION_SCENE (scene);
  gboolean portrait = moei_scene_get_portrait (scene);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  portrait ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_reorder_child_after (self->box, GTK_WIDGET (self->right), portrait ? NULL : GTK_WIDGET (self->left));
  gtk_widget_set_visible (GTK_WIDGET (self->week), !portrait);
  gtk_widget_set_vexpand (GTK_WIDGET (self->left), portrait);
  gtk_widget_set_visible (GTK_WIDGET (self->departures), !portrait);
  moei_today_board_set_portrait (self->today, portrait);
}

/* The least text of the map is as high as any. */
static void
on_text_size (MoeiSituationScene *self)
{
  double size = moei_scene_get_text_size (MOEI_SCENE (self));

  if (size > 0)
    g_object_set (self->map, "text-scale", size / MOEI_WALL_MAP_LEAST_TEXT, NULL);
}

static void
moei_situation_scene_class_init (MoeiSituationSceneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MOEI_PANEL_CLASS (klass)->update = moei_situation_scene_update;
  MOEI_SCENE_CLASS (klass)->turn = moei_situation_scene_turn;
  MOEI_SCENE_CLASS (klass)->lay_out = moei_situation_scene_lay_out;

  g_type_ensure (MOEI_TYPE_DEPARTURE_BOARD);
  g_type_ensure (MOEI_TYPE_TODAY_BOARD);
  g_type_ensure (MOEI_TYPE_WALL_MAP);
  g_type_ensure (MOEI_TYPE_WEEK_BOARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-situation-scene.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiSituationScene, box);
  gtk_widget_class_bind_template_child (widget_class, MoeiSituationScene, left);
  gtk_widget_class_bind_template_child (widget_class, MoeiSituationScene, right);
  gtk_widget_class_bind_template_child (widget_class, MoeiSituationScene, map);
  gtk_widget_class_bind_template_child (widget_class, MoeiSituationScene, today);
  gtk_widget_class_bind_template_child (widget_class, MoeiSituationScene, week);
  gtk_widget_class_bind_template_child (widget_class, MoeiSituationScene, departures);
  gtk_widget_class_bind_template_callback (widget_class, on_text_size);
}

static void
moei_situation_scene_init (MoeiSituationScene *self)
{
  moei_scene_init_template (MOEI_SCENE (self));
  moei_situation_scene_turn (MOEI_SCENE (self));
}
