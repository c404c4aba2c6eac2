/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-situation-scene.h"

#include "language/moei-sentence.h"
#include "operation/moei-count.h"
#include "rules/moei-funnel.h"
#include "wall/moei-wall-scale.h"

/**
 * MoeiSituationScene:
 *
 * Whether today's quota will be made, and what is missing.
 */
struct _MoeiSituationScene {
  MoeiScene parent_instance;

  MoeiPolyglot *departed;
  MoeiPolyglot *sentence;
};

G_DEFINE_FINAL_TYPE (MoeiSituationScene, moei_situation_scene, MOEI_TYPE_SCENE)

static void
moei_situation_scene_update (MoeiPanel *panel)
{
  MoeiSituationScene *self = MOEI_SITUATION_SCENE (panel);
  MoeiOperation *operation = moei_panel_get_operation (panel);
  guint today = moei_operation_get_operating_day (operation);
  MoeiFunnel funnel;

  moei_funnel_compute (&funnel, moei_quota_day_lookup (moei_operation_get_days (operation), today),
                       moei_operation_get_flights (operation), moei_operation_get_routes (operation),
                       moei_operation_get_nationalities (operation), moei_panel_get_now (panel));
  moei_polyglot_set_count (self->departed, funnel.departed);
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_autofree char *sentence = moei_sentence_funnel (i, &funnel);

    moei_polyglot_set_text (self->sentence, i, sentence);
  }
}

static void
moei_situation_scene_class_init (MoeiSituationSceneClass *klass)
{
  MOEI_PANEL_CLASS (klass)->update = moei_situation_scene_update;
}

static void
moei_situation_scene_init (MoeiSituationScene *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->departed = MOEI_POLYGLOT (moei_polyglot_new (MOEI_WALL_GIANT));
  self->sentence = MOEI_POLYGLOT (moei_polyglot_new (MOEI_WALL_TEXT));
  g_object_set (self->departed, "tight", TRUE, NULL);
  g_object_set (self->sentence, "lines", 2, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->departed));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence));
  adw_bin_set_child (ADW_BIN (self), box);
}
