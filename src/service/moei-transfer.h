/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-bundle.h"
#include "service/moei-store-view.h"

G_BEGIN_DECLS

/* An operation, from files into a store and back. */

gboolean        moei_transfer_is_empty (MoeiStoreView  *view,
                                        gboolean       *empty,
                                        GError        **error);
MoeiStoreBatch *moei_transfer_import   (MoeiStoreView  *view,
                                        MoeiBundle     *bundle,
                                        const char     *actor,
                                        gint64          instant,
                                        GError        **error);
MoeiBundle     *moei_transfer_export   (MoeiStoreView  *view,
                                        GError        **error);

G_END_DECLS
