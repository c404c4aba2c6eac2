/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MoeiRaster:
 *
 * A drawn picture that is shown again and again: an immutable, atomically
 * reference counted cairo surface, and the texture of it where one is wanted.
 */
typedef struct _MoeiRaster MoeiRaster;

MoeiRaster     *moei_raster_new          (cairo_surface_t       *surface);
MoeiRaster     *moei_raster_new_sparse   (cairo_surface_t       *surface);
MoeiRaster     *moei_raster_ref          (MoeiRaster            *self);
void            moei_raster_unref        (MoeiRaster            *self);
void            moei_raster_append       (MoeiRaster            *self,
                                          GtkSnapshot           *snapshot,
                                          const graphene_rect_t *bounds,
                                          gboolean               as_cairo);
void            moei_raster_append_at    (MoeiRaster            *self,
                                          GtkSnapshot           *snapshot,
                                          double                 x,
                                          double                 y,
                                          gboolean               as_cairo);
graphene_size_t moei_raster_get_size     (MoeiRaster            *self);
double          moei_raster_scale_of     (GtkWidget             *widget);
gboolean        moei_raster_wants_cairo  (GtkWidget             *widget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiRaster, moei_raster_unref)

G_END_DECLS
