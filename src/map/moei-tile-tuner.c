/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-raster.h"
#include "map/moei-tile-tuner.h"

/* After the view has come to rest for so long, tiles are drawn to fit it
 * exactly. */
#define SETTLE_MS 250

/* Tiles are at most so many device pixels for one of theirs, or they take too
 * much memory; their lines are as wide as they must be all the same. */
#define MAX_TILE_SCALE 2.0

/**
 * MoeiTileTuner:
 *
 * Has the tiles of a base map drawn to fit the view: in its colours, and as
 * large as they are shown.
 */
struct _MoeiTileTuner {
  GObject parent_instance;

  ShumateMap        *map;      /* borrowed: its owner is ours */
  GtkWidget         *layer;    /* (weak) of the tiles */
  MoeiBasemapSource *source;
  MoeiMapScene      *scene;    /* (nullable) */
  guint              settle_id;
};

G_DEFINE_FINAL_TYPE (MoeiTileTuner, moei_tile_tuner, G_TYPE_OBJECT)

static void
moei_tile_tuner_dispose (GObject *object)
{
  MoeiTileTuner *self = MOEI_TILE_TUNER (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_weak_pointer (&self->layer);
  g_clear_object (&self->source);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (moei_tile_tuner_parent_class)->dispose (object);
}

static void
moei_tile_tuner_class_init (MoeiTileTunerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_tile_tuner_dispose;
}

static void
moei_tile_tuner_init (MoeiTileTuner *self)
{
}

/**
 * moei_tile_tuner_new:
 * @map: a map, which outlives the tuner
 * @layer: the layer of its tiles
 * @source: where they come from
 *
 * Returns: (transfer full): a tuner of its tiles
 */
MoeiTileTuner *
moei_tile_tuner_new (ShumateMap        *map,
                     ShumateMapLayer   *layer,
                     MoeiBasemapSource *source)
{
  MoeiTileTuner *self = g_object_new (MOEI_TYPE_TILE_TUNER, NULL);

  self->map = map;
  g_set_weak_pointer (&self->layer, GTK_WIDGET (layer));
  self->source = g_object_ref (source);
  g_signal_connect_object (map, "realize", G_CALLBACK (moei_tile_tuner_tune), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (map, "notify::scale-factor", G_CALLBACK (moei_tile_tuner_tune), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * moei_tile_tuner_set_scene:
 * @self: a tuner
 * @scene: what the map shows
 */
void
moei_tile_tuner_set_scene (MoeiTileTuner *self,
                           MoeiMapScene  *scene)
{
  g_return_if_fail (MOEI_IS_TILE_TUNER (self));

  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "notify::dark", G_CALLBACK (moei_tile_tuner_tune), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "notify::contrast", G_CALLBACK (moei_tile_tuner_tune), self, G_CONNECT_SWAPPED);
}

/**
 * moei_tile_tuner_tune:
 * @self: a tuner
 *
 * Has the tiles drawn for the view as it is now, if they were drawn for
 * another.
 */
void
moei_tile_tuner_tune (MoeiTileTuner *self)
{
  MoeiTileLook look = { MOEI_MAP_TONE_LIGHT, 1.0, 1.0 };
  double zoom;

  g_return_if_fail (MOEI_IS_TILE_TUNER (self));

  /* Only then it is known how they will be drawn. */
  if (!gtk_widget_get_realized (GTK_WIDGET (self->map)))
    return;

  /* Tiles at a whole zoom level are shown at up to twice their size: drawn as
   * large as they are shown, they are sharp. */
  zoom = shumate_viewport_get_zoom_level (shumate_map_get_viewport (self->map));
  look.scale = moei_raster_scale_of (GTK_WIDGET (self->map));
  look.stretch = CLAMP (exp2 (zoom - floor (zoom)), 1.0, 2.0);
  look.scale = MIN (look.scale, MAX (MAX_TILE_SCALE, look.scale) / look.stretch);
  if (self->scene != NULL)
    look.tone = moei_map_scene_get_tone (self->scene);
  moei_basemap_source_set_look (self->source, &look, moei_raster_wants_cairo (GTK_WIDGET (self->map)));
}

/* From libshumate 1.1 on the layer asks for no tiles while the view moves fast.
 * It looks again with the next frame, but takes that for the same one where the
 * view has jumped between two frames: then it would show no map at all. */
static gboolean
on_settled (gpointer user_data)
{
  MoeiTileTuner *self = MOEI_TILE_TUNER (user_data);

  self->settle_id = 0;
  moei_tile_tuner_tune (self);
  if (self->layer != NULL)
    gtk_widget_queue_allocate (self->layer);
  return G_SOURCE_REMOVE;
}

/**
 * moei_tile_tuner_wait:
 * @self: a tuner
 *
 * Waits until the view has stood still for a moment: it has just moved.  While
 * there is no tile to be seen yet, it does not wait.
 */
void
moei_tile_tuner_wait (MoeiTileTuner *self)
{
  g_return_if_fail (MOEI_IS_TILE_TUNER (self));

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (moei_basemap_source_get_n_drawn (self->source) == 0)
    moei_tile_tuner_tune (self);
  self->settle_id = g_timeout_add (SETTLE_MS, on_settled, self);
}

/**
 * moei_tile_tuner_is_waiting:
 * @self: a tuner
 *
 * Returns: whether the view has moved since the tiles were drawn for it
 */
gboolean
moei_tile_tuner_is_waiting (MoeiTileTuner *self)
{
  g_return_val_if_fail (MOEI_IS_TILE_TUNER (self), FALSE);

  return self->settle_id != 0;
}
