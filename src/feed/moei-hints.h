/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/moei-clock.h"
#include "feed/moei-reader.h"
#include "operation/moei-operation.h"
#include "wire/moei-event-data.h"

G_BEGIN_DECLS

#define MOEI_TYPE_HINTS (moei_hints_get_type ())

G_DECLARE_FINAL_TYPE (MoeiHints, moei_hints, MOEI, HINTS, GObject)

MoeiHints *moei_hints_new  (MoeiReader    *reader,
                            MoeiOperation *operation,
                            MoeiClock     *clock,
                            guint          spread);
void       moei_hints_take (MoeiHints     *self,
                            MoeiEventData *event);
void       moei_hints_stop (MoeiHints     *self);

G_END_DECLS
