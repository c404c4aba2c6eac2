/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-freshness.h"
#include "operation/moei-operation.h"
#include "wire/moei-document.h"

G_BEGIN_DECLS

gboolean       moei_apply_kind_of_href (const char       *href,
                                        MoeiDocumentKind *kind);
void           moei_apply_document     (MoeiOperation    *operation,
                                        MoeiDocument     *document);
void           moei_apply_confirm      (MoeiOperation    *operation,
                                        const char       *href,
                                        gint64            now);
void           moei_apply_problem      (MoeiOperation    *operation,
                                        const char       *href,
                                        const char       *problem);

G_END_DECLS
