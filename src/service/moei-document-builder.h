/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-resource.h"
#include "service/moei-service-clock.h"
#include "service/moei-store-view.h"
#include "wire/moei-document.h"

G_BEGIN_DECLS

/* What the service says of itself in its own document. */
#define MOEI_SERVICE_PING_S     15
#define MOEI_SERVICE_BODY_BYTES (64 * 1024)
#define MOEI_SERVICE_TIMEZONE   "Asia/Bangkok"

MoeiDocument *moei_document_build (MoeiStoreView       *view,
                                   MoeiServiceClock    *clock,
                                   const MoeiResource  *resource,
                                   GError             **error);

G_END_DECLS
