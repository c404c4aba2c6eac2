/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/moei-clock.h"
#include "feed/moei-last-good.h"
#include "feed/moei-ledger.h"
#include "feed/moei-picture.h"

G_BEGIN_DECLS

gint64   moei_restore      (GPtrArray   *kept,
                            MoeiLedger  *ledger,
                            MoeiPicture *picture,
                            MoeiClock   *clock);
gboolean moei_restore_next (GPtrArray   *kept,
                            MoeiLedger  *ledger,
                            MoeiPicture *picture);

G_END_DECLS
