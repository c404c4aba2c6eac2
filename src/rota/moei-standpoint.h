/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"
#include "rota/moei-occasion.h"

G_BEGIN_DECLS

typedef struct _MoeiStandpoint MoeiStandpoint;

MoeiStandpoint *moei_standpoint_new     (MoeiOperation  *operation,
                                         gint64          now);
void            moei_standpoint_free    (MoeiStandpoint *self);
gboolean        moei_standpoint_equal   (MoeiStandpoint *self,
                                         MoeiStandpoint *other);
GPtrArray      *moei_standpoint_compare (MoeiStandpoint *self,
                                         MoeiStandpoint *before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiStandpoint, moei_standpoint_free)

G_END_DECLS
