/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_FRESHNESS (moei_freshness_get_type ())

G_DECLARE_FINAL_TYPE (MoeiFreshness, moei_freshness, MOEI, FRESHNESS, MoeiEntity)

MoeiFreshness *moei_freshness_new           (const char *id);
MoeiDataState  moei_freshness_get_state     (MoeiFreshness *self);
gint64         moei_freshness_get_generated (MoeiFreshness *self);
gint64         moei_freshness_get_confirmed (MoeiFreshness *self);
int            moei_freshness_get_old_after (MoeiFreshness *self);
const char    *moei_freshness_get_problem   (MoeiFreshness *self);

G_END_DECLS
