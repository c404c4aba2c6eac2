/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/moei-projection.h"

G_BEGIN_DECLS

/**
 * MOEI_KEPT_PICTURE_MARGIN:
 *
 * How far beyond the view layers draw what they can, to come into it, in pixels.
 */
#define MOEI_KEPT_PICTURE_MARGIN 128

typedef struct _MoeiKeptPicture MoeiKeptPicture;

MoeiKeptPicture *moei_kept_picture_new        (void);
MoeiKeptPicture *moei_kept_picture_ref        (MoeiKeptPicture     *self);
void             moei_kept_picture_unref      (MoeiKeptPicture     *self);
void             moei_kept_picture_add        (MoeiKeptPicture     *self,
                                               GtkWidget           *layer);
void             moei_kept_picture_remove     (MoeiKeptPicture     *self,
                                               GtkWidget           *layer);
gboolean         moei_kept_picture_serves     (MoeiKeptPicture     *self,
                                               GtkWidget           *layer,
                                               const MoeiProjector *projector);
GPtrArray       *moei_kept_picture_list       (MoeiKeptPicture     *self,
                                               GtkWidget           *layer);
void             moei_kept_picture_take       (MoeiKeptPicture     *self,
                                               GtkWidget           *layer,
                                               GskRenderNode       *node,
                                               const MoeiProjector *projector);
void             moei_kept_picture_get_bounds (MoeiKeptPicture     *self,
                                               const MoeiProjector *projector,
                                               double               scale,
                                               graphene_rect_t     *bounds);
void             moei_kept_picture_snapshot   (MoeiKeptPicture     *self,
                                               GtkWidget           *layer,
                                               GtkSnapshot         *snapshot,
                                               const MoeiProjector *projector);
void             moei_kept_picture_spoil      (MoeiKeptPicture     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiKeptPicture, moei_kept_picture_unref)

G_END_DECLS
