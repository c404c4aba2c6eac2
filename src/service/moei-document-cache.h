/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-rendition.h"
#include "service/moei-resource.h"
#include "service/moei-service-clock.h"
#include "service/moei-store.h"

G_BEGIN_DECLS

#define MOEI_TYPE_DOCUMENT_CACHE (moei_document_cache_get_type ())

G_DECLARE_FINAL_TYPE (MoeiDocumentCache, moei_document_cache, MOEI, DOCUMENT_CACHE, GObject)

MoeiDocumentCache *moei_document_cache_new    (MoeiStore           *store,
                                               MoeiServiceClock    *clock);
MoeiRendition     *moei_document_cache_lookup (MoeiDocumentCache   *self,
                                               const MoeiResource  *resource,
                                               GError             **error);
guint              moei_document_cache_size   (MoeiDocumentCache   *self);

G_END_DECLS
