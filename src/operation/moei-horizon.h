/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"

G_BEGIN_DECLS

/**
 * MoeiHorizonPart: (skip)
 * @MOEI_HORIZON_CONVOYS: convoys, by their operating days
 * @MOEI_HORIZON_FLIGHTS: flights, by their operating days
 * @MOEI_HORIZON_DAYS: quota days, by their weeks
 *
 * Of what more is known than the present.
 */
typedef enum {
  MOEI_HORIZON_CONVOYS,
  MOEI_HORIZON_FLIGHTS,
  MOEI_HORIZON_DAYS,
} MoeiHorizonPart;

#define MOEI_N_HORIZON_PARTS (MOEI_HORIZON_DAYS + 1)

/**
 * MoeiHorizon: (skip)
 *
 * How far an operation's knowledge reaches, back and ahead.
 */
typedef struct _MoeiHorizon MoeiHorizon;

MoeiHorizon *moei_horizon_new    (MoeiOperation   *operation);
void         moei_horizon_free   (MoeiHorizon     *self);
void         moei_horizon_take   (MoeiHorizon     *self,
                                  MoeiHorizonPart  part,
                                  guint            day,
                                  MoeiCollection  *fresh);
void         moei_horizon_settle (MoeiHorizon     *self,
                                  guint            today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiHorizon, moei_horizon_free)

G_END_DECLS
