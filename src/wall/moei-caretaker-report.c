/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-caretaker-report.h"

#include "language/moei-language.h"
#include "rota/moei-rota-types.h"
#include "wall/moei-wall.h"

/* How the display fares, in the words that are not translated: for programs. */

static const char *
get_nick (GType type,
          int   value)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (type);
  GEnumValue *word = g_enum_get_value (words, value);

  return word != NULL ? word->value_nick : "";
}

static void
report_walls (GObject    *object,
              GListModel *walls)
{
  g_autoptr (GPtrArray) monitors = g_ptr_array_new ();
  GVariantBuilder scenes = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  g_autoptr (GVariant) all = NULL;
  int held_by = MOEI_HOLD_NONE;

  for (guint i = 0; i < g_list_model_get_n_items (walls); i++) {
    g_autoptr (MoeiWall) wall = g_list_model_get_item (walls, i);
    MoeiRota *rota = moei_wall_get_rota (wall);

    if (rota == NULL)
      continue;
    if (monitors->len == 0)
      held_by = moei_rota_get_held_by (rota);
    g_ptr_array_add (monitors, (char *) moei_rota_get_monitor (rota));
    g_variant_builder_add (&scenes, "{ss}", moei_rota_get_monitor (rota),
                           get_nick (MOEI_TYPE_SCENE_KIND, moei_rota_get_scene (rota)));
  }
  all = g_variant_ref_sink (g_variant_builder_end (&scenes));
  g_object_set (object, "scenes", all, "held-by", get_nick (MOEI_TYPE_HOLD, held_by), NULL);
  g_ptr_array_add (monitors, NULL);
  g_object_set (object, "monitors", monitors->pdata, NULL);
}

/**
 * moei_caretaker_report:
 * @object: what has the properties of org.moei.Display
 * @pulse: how the display fares
 * @walls: its walls
 *
 * Says it there.
 */
void
moei_caretaker_report (GObject         *object,
                       const MoeiPulse *pulse,
                       GListModel      *walls)
{
  gboolean has_wall = g_list_model_get_n_items (walls) > 0;

  g_object_set (object,
                "started", pulse->started / G_USEC_PER_SEC,
                "data-state", get_nick (MOEI_TYPE_DATA_STATE, pulse->state),
                "data-age", pulse->data_age,
                "revision", pulse->revision,
                "scene", has_wall ? get_nick (MOEI_TYPE_SCENE_KIND, pulse->scene) : "",
                "language", moei_language_get_code (pulse->language),
                "visitor", pulse->visitor,
                "blank", !pulse->awake,
                "resident", (guint64) pulse->resident * 1024,
                "updates", pulse->updates,
                "scene-turns", pulse->scene_turns,
                "language-turns", pulse->language_turns,
                "settings-problem", pulse->settings_problem != NULL ? pulse->settings_problem : "",
                NULL);
  report_walls (object, walls);
}

/**
 * moei_caretaker_status:
 * @pulse: how the display fares
 * @n_monitors: on how many monitors it is
 *
 * Returns: (transfer full): it as a line of English for who looks after the computer
 */
char *
moei_caretaker_status (const MoeiPulse *pulse,
                       guint            n_monitors)
{
  return g_strdup_printf ("%s, heard %" G_GINT64_FORMAT " s ago; %s in %s%s; %u monitors; %u MiB%s%s",
                          get_nick (MOEI_TYPE_DATA_STATE, pulse->state), pulse->data_age,
                          get_nick (MOEI_TYPE_SCENE_KIND, pulse->scene), moei_language_get_code (pulse->language),
                          pulse->awake ? "" : ", dark", n_monitors, pulse->resident / 1024,
                          pulse->settings_problem != NULL ? "; settings not followed: " : "",
                          pulse->settings_problem != NULL ? pulse->settings_problem : "");
}
