/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-basemap-raster.h"
#include "map/moei-projection.h"
#include "map/moei-tile-paintable.h"

/**
 * MoeiTilePaintable:
 *
 * A tile that is drawn a pixel beyond its edges, over its neighbours' edges.
 */
struct _MoeiTilePaintable {
  GObject parent_instance;

  MoeiRaster *raster;       /* (nullable) */
  guint       as_cairo : 1;
};

static void
moei_tile_paintable_snapshot (GdkPaintable *paintable,
                              GdkSnapshot  *snapshot,
                              double        width,
                              double        height)
{
  MoeiTilePaintable *self = MOEI_TILE_PAINTABLE (paintable);
  double across = MOEI_TILE_GUTTER * width / MOEI_TILE_SIZE;
  double down = MOEI_TILE_GUTTER * height / MOEI_TILE_SIZE;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (-across, -down, width + 2 * across, height + 2 * down);

  if (self->raster != NULL)
    moei_raster_append (self->raster, GTK_SNAPSHOT (snapshot), &bounds, self->as_cairo);
}

static int
moei_tile_paintable_get_size (GdkPaintable *paintable)
{
  return MOEI_TILE_SIZE;
}

static GdkPaintableFlags
moei_tile_paintable_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static void
paintable_iface_init (GdkPaintableInterface *iface)
{
  iface->snapshot = moei_tile_paintable_snapshot;
  iface->get_intrinsic_width = moei_tile_paintable_get_size;
  iface->get_intrinsic_height = moei_tile_paintable_get_size;
  iface->get_flags = moei_tile_paintable_get_flags;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MoeiTilePaintable, moei_tile_paintable, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_iface_init))

static void
moei_tile_paintable_finalize (GObject *object)
{
  g_clear_pointer (&MOEI_TILE_PAINTABLE (object)->raster, moei_raster_unref);

  G_OBJECT_CLASS (moei_tile_paintable_parent_class)->finalize (object);
}

static void
moei_tile_paintable_class_init (MoeiTilePaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_tile_paintable_finalize;
}

static void
moei_tile_paintable_init (MoeiTilePaintable *self)
{
}

/**
 * moei_tile_paintable_new:
 * @raster: (transfer full): a tile with its gutter
 * @as_cairo: whether to draw it as a cairo node
 *
 * Returns: (transfer full): it, to be drawn
 */
GdkPaintable *
moei_tile_paintable_new (MoeiRaster *raster,
                         gboolean    as_cairo)
{
  MoeiTilePaintable *self = g_object_new (MOEI_TYPE_TILE_PAINTABLE, NULL);

  self->raster = raster;
  self->as_cairo = as_cairo;
  return GDK_PAINTABLE (self);
}

/**
 * moei_tile_paintable_clear:
 * @self: a tile
 *
 * Gives its picture up: libshumate keeps a hundred tiles that were shown once,
 * however large they are.
 */
void
moei_tile_paintable_clear (MoeiTilePaintable *self)
{
  g_return_if_fail (MOEI_IS_TILE_PAINTABLE (self));

  g_clear_pointer (&self->raster, moei_raster_unref);
}
