/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"
#include "tidings/moei-tiding.h"

G_BEGIN_DECLS

#define MOEI_TYPE_LOOKOUT (moei_lookout_get_type ())

G_DECLARE_FINAL_TYPE (MoeiLookout, moei_lookout, MOEI, LOOKOUT, GObject)

MoeiLookout *moei_lookout_new         (MoeiOperation *operation);
void         moei_lookout_set_country (MoeiLookout   *self,
                                       const char    *country);
void         moei_lookout_look        (MoeiLookout   *self,
                                       MoeiDataState  state,
                                       gint64         now,
                                       gint64         time);

G_END_DECLS
