/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map-label.h"

G_BEGIN_DECLS

typedef struct _MoeiTextCache MoeiTextCache;

MoeiTextCache     *moei_text_cache_new       (void);
void               moei_text_cache_free      (MoeiTextCache      *self);
const MoeiMapText *moei_text_cache_get       (MoeiTextCache      *self,
                                              GtkWidget          *widget,
                                              MoeiLanguage        language,
                                              const MoeiMapLabel *label,
                                              const GdkRGBA      *halo,
                                              PangoAlignment      alignment);
void               moei_text_cache_set_least (MoeiTextCache      *self,
                                              double              least);
void               moei_text_cache_clear     (MoeiTextCache      *self);
void               moei_text_cache_trim      (MoeiTextCache      *self,
                                              GtkWidget          *widget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiTextCache, moei_text_cache_free)

G_END_DECLS
