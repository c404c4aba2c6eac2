/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"

G_BEGIN_DECLS

/**
 * MoeiDated: (skip)
 *
 * Entities that each belong to a day, and beside them those of the present.
 */
typedef struct _MoeiDated MoeiDated;

/**
 * MoeiDatedDayFunc: (skip)
 * @entity: an entity
 *
 * Returns: the day that it belongs to
 */
typedef guint (*MoeiDatedDayFunc) (gpointer entity);

MoeiDated *moei_dated_new      (MoeiCollection   *all,
                                MoeiCollection   *present,
                                MoeiDatedDayFunc  get_day);
void       moei_dated_free     (MoeiDated        *self);
void       moei_dated_take     (MoeiDated        *self,
                                guint             first_day,
                                guint             last_day,
                                MoeiCollection   *fresh);
void       moei_dated_settle   (MoeiDated        *self,
                                guint             first_day,
                                guint             last_day);
void       moei_dated_announce (MoeiDated        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiDated, moei_dated_free)

G_END_DECLS
