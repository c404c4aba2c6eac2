/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"

G_BEGIN_DECLS

MoeiEntity *moei_entity_link_resolve (const char    *link,
                                      MoeiOperation *operation);
char       *moei_entity_link_new     (MoeiEntity    *entity);

G_END_DECLS
