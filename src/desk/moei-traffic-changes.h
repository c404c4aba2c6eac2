/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-fact.h"
#include "operation/moei-operation.h"

G_BEGIN_DECLS

GPtrArray *moei_traffic_changes_facts (MoeiOperation *operation,
                                       MoeiEntity    *entity);

G_END_DECLS
