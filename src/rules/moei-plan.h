/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"

G_BEGIN_DECLS

void moei_plan_collect (int            *people,
                        guint           n_days,
                        guint           today,
                        const char     *nationality,
                        MoeiCollection *flights,
                        MoeiCollection *days);

G_END_DECLS
