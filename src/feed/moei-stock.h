/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/moei-clock.h"
#include "feed/moei-last-good.h"
#include "feed/moei-ledger.h"
#include "feed/moei-reading.h"
#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_STOCK (moei_stock_get_type ())

G_DECLARE_FINAL_TYPE (MoeiStock, moei_stock, MOEI, STOCK, GObject)

MoeiStock  *moei_stock_new            (MoeiOperation *operation,
                                       MoeiClock     *clock,
                                       MoeiLastGood  *last_good);
MoeiLedger *moei_stock_get_ledger     (MoeiStock     *self);
gint64      moei_stock_restore        (MoeiStock     *self,
                                       GPtrArray     *kept);
gboolean    moei_stock_restore_next   (MoeiStock     *self,
                                       GPtrArray     *kept);
void        moei_stock_take           (MoeiStock     *self,
                                       const char    *href,
                                       MoeiReading   *reading);
void        moei_stock_object         (MoeiStock     *self,
                                       const char    *href,
                                       const GError  *error,
                                       gboolean       present);
void        moei_stock_hear           (MoeiStock     *self);
void        moei_stock_show           (MoeiStock     *self,
                                       gboolean       complete);
void        moei_stock_forget_unnamed (MoeiStock     *self);
void        moei_stock_clear          (MoeiStock     *self);

G_END_DECLS
