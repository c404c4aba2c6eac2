/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-raster.h"
#include "map/moei-tiles-layer.h"

/* How long a request for a tile may take, in milliseconds */
#define DEADLINE 20000

/**
 * MoeiTilesLayer:
 *
 * The tiles of a tile server above the base map, if the scene names one; else
 * it is empty, and asks nobody for anything.
 */
struct _MoeiTilesLayer {
  ShumateLayer parent_instance;

  MoeiMapScene   *scene;
  MoeiTileCache  *cache;
  MoeiTileSource *source; /* (nullable) */
  GtkWidget      *tiles;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MoeiTilesLayer, moei_tiles_layer, SHUMATE_TYPE_LAYER)

static void
update_look (MoeiTilesLayer *self)
{
  if (self->source != NULL)
    moei_tile_source_set_look (self->source, moei_map_scene_get_dark (self->scene),
                               moei_raster_wants_cairo (GTK_WIDGET (self)));
}

static void
update_tiles (MoeiTilesLayer *self)
{
  const char *template = moei_map_scene_get_tiles (self->scene);

  g_clear_pointer (&self->tiles, gtk_widget_unparent);
  g_clear_object (&self->source);
  if (template == NULL)
    return;

  self->source = moei_tile_source_new (template, self->cache, DEADLINE);
  update_look (self);
  self->tiles = GTK_WIDGET (shumate_map_layer_new (SHUMATE_MAP_SOURCE (self->source),
                                                   shumate_layer_get_viewport (SHUMATE_LAYER (self))));
  gtk_widget_set_parent (self->tiles, GTK_WIDGET (self));
}

/* As with the base map: else tiles are asked for late while the view moves. */
static void
hasten_tiles (MoeiTilesLayer *self)
{
  GSource *source = self->tiles != NULL ? g_main_context_find_source_by_user_data (NULL, self->tiles) : NULL;

  if (self->tiles != NULL)
    gtk_widget_queue_draw (self->tiles);
  if (source != NULL && g_source_get_priority (source) > G_PRIORITY_DEFAULT)
    g_source_set_priority (source, G_PRIORITY_DEFAULT);
}

static void
moei_tiles_layer_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (moei_tiles_layer_parent_class)->realize (widget);

  update_look (MOEI_TILES_LAYER (widget));
}

static void
moei_tiles_layer_dispose (GObject *object)
{
  MoeiTilesLayer *self = MOEI_TILES_LAYER (object);

  g_clear_pointer (&self->tiles, gtk_widget_unparent);
  g_clear_object (&self->source);
  g_clear_object (&self->cache);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (moei_tiles_layer_parent_class)->dispose (object);
}

static void
moei_tiles_layer_class_init (MoeiTilesLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_tiles_layer_dispose;
  widget_class->realize = moei_tiles_layer_realize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
moei_tiles_layer_init (MoeiTilesLayer *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "moei", "tiles", NULL);

  self->cache = moei_tile_cache_new (folder, MOEI_TILE_CACHE_MAX_SIZE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * moei_tiles_layer_new:
 * @viewport: the view
 * @scene: which says whose tiles to show
 *
 * Returns: (transfer floating): a layer of them
 */
ShumateLayer *
moei_tiles_layer_new (ShumateViewport *viewport,
                      MoeiMapScene    *scene)
{
  MoeiTilesLayer *self = g_object_new (MOEI_TYPE_TILES_LAYER, "viewport", viewport, NULL);

  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "notify::tiles-url", G_CALLBACK (update_tiles), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "notify::dark", G_CALLBACK (update_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (hasten_tiles), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_tiles (self);
  return SHUMATE_LAYER (self);
}

/**
 * moei_tiles_layer_get_source:
 * @self: a layer
 *
 * Returns: (transfer none) (nullable): where its tiles come from; `NULL` if it
 *   has none
 */
MoeiTileSource *
moei_tiles_layer_get_source (MoeiTilesLayer *self)
{
  g_return_val_if_fail (MOEI_IS_TILES_LAYER (self), NULL);

  return self->source;
}

/**
 * moei_tiles_layer_is_idle:
 * @self: a layer
 *
 * Returns: whether no tile is waited for
 */
gboolean
moei_tiles_layer_is_idle (MoeiTilesLayer *self)
{
  g_return_val_if_fail (MOEI_IS_TILES_LAYER (self), TRUE);

  return self->source == NULL || moei_tile_source_is_idle (self->source);
}
