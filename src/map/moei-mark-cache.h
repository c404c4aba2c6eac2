/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map-mark.h"
#include "map/moei-projection.h"

G_BEGIN_DECLS

typedef struct _MoeiMarkCache MoeiMarkCache;

MoeiMarkCache *moei_mark_cache_new       (void);
void           moei_mark_cache_free      (MoeiMarkCache *self);
void           moei_mark_cache_set_scale (MoeiMarkCache *self,
                                          double         scale);
void           moei_mark_cache_append    (MoeiMarkCache *self,
                                          MoeiMapMark    mark,
                                          GtkSnapshot   *snapshot,
                                          MoeiPoint      at,
                                          double         course,
                                          const GdkRGBA *colour,
                                          const GdkRGBA *halo,
                                          gboolean       as_cairo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiMarkCache, moei_mark_cache_free)

G_END_DECLS
