/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

char *moei_provenance_owner    (MoeiEntity *entity);
char *moei_provenance_date     (MoeiEntity *entity);
char *moei_provenance_describe (MoeiEntity *entity);

G_END_DECLS
