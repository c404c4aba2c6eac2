/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

char *moei_entity_title (MoeiEntity *entity);

G_END_DECLS
