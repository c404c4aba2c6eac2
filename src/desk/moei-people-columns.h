/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-table.h"

G_BEGIN_DECLS

void moei_people_columns_add (MoeiTable *table);

G_END_DECLS
