/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rota/moei-wall-plan.h"

G_BEGIN_DECLS

/**
 * MoeiHealthVerdict:
 * @MOEI_HEALTH_VERDICT_WELL: go on
 * @MOEI_HEALTH_VERDICT_DAILY: it is the hour in which the program begins anew
 * @MOEI_HEALTH_VERDICT_MEMORY: it has taken too much memory for too long
 *
 * Whether the program should begin anew.
 */
typedef enum {
  MOEI_HEALTH_VERDICT_WELL,
  MOEI_HEALTH_VERDICT_DAILY,
  MOEI_HEALTH_VERDICT_MEMORY,
} MoeiHealthVerdict;

typedef struct _MoeiHealth MoeiHealth;

MoeiHealth        *moei_health_new   (MoeiWallPlan *plan);
void               moei_health_free  (MoeiHealth   *self);
MoeiHealthVerdict  moei_health_judge (MoeiHealth   *self,
                                      gint64        time,
                                      gint64        now,
                                      guint         resident);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiHealth, moei_health_free)

G_END_DECLS
