/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MoeiMapCovers:
 *
 * The widgets that lie above a map, wherever they are just now: what is below
 * them cannot be seen.
 */
typedef struct _MoeiMapCovers MoeiMapCovers;

MoeiMapCovers *moei_map_covers_new       (void);
MoeiMapCovers *moei_map_covers_ref       (MoeiMapCovers *self);
void           moei_map_covers_unref     (MoeiMapCovers *self);
void           moei_map_covers_add       (MoeiMapCovers *self,
                                          GtkWidget     *widget);
GArray        *moei_map_covers_get_boxes (MoeiMapCovers *self,
                                          GtkWidget     *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiMapCovers, moei_map_covers_unref)

G_END_DECLS
