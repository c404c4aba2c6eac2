/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"
#include "wire/moei-document.h"

G_BEGIN_DECLS

gboolean moei_apply_parse_href (const char       *href,
                                MoeiDocumentKind *kind,
                                guint            *day);
gboolean moei_apply_is_dated   (MoeiDocumentKind  kind);
gboolean moei_apply_is_present (MoeiDocumentKind  kind,
                                guint             day,
                                guint             today);
gboolean moei_apply_is_aside   (MoeiDocumentKind  kind);
guint    moei_apply_get_day    (MoeiDocument     *document);
void     moei_apply_document   (MoeiOperation    *operation,
                                MoeiDocument     *document);
void     moei_apply_forget     (MoeiOperation    *operation,
                                MoeiDocumentKind  kind,
                                guint             day);

G_END_DECLS
