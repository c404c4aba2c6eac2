/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-notice.h"

G_BEGIN_DECLS

gboolean   moei_notice_is_in_force (MoeiNotice     *notice,
                                    gint64          now);
gboolean   moei_notice_is_grave    (MoeiNotice     *notice);
GPtrArray *moei_notices_in_force   (MoeiCollection *notices,
                                    gint64          now);

G_END_DECLS
