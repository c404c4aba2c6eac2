/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/moei-projection.h"

G_BEGIN_DECLS

typedef struct _MoeiKeptPicture MoeiKeptPicture;

MoeiKeptPicture *moei_kept_picture_new      (void);
void             moei_kept_picture_free     (MoeiKeptPicture     *self);
gboolean         moei_kept_picture_serves   (MoeiKeptPicture     *self,
                                             const MoeiProjector *projector);
void             moei_kept_picture_take     (MoeiKeptPicture     *self,
                                             GskRenderNode       *node,
                                             const MoeiProjector *projector);
void             moei_kept_picture_snapshot (MoeiKeptPicture     *self,
                                             GtkSnapshot         *snapshot,
                                             const MoeiProjector *projector,
                                             GtkWidget           *widget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiKeptPicture, moei_kept_picture_free)

G_END_DECLS
