/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/moei-durations.h"
#include "feed/moei-ledger.h"
#include "feed/moei-reading.h"

G_BEGIN_DECLS

#define MOEI_TYPE_ROUND (moei_round_get_type ())

G_DECLARE_FINAL_TYPE (MoeiRound, moei_round, MOEI, ROUND, GObject)

MoeiRound *moei_round_new   (GUri                *service,
                             SoupSession         *session,
                             MoeiLedger          *ledger,
                             const MoeiDurations *durations,
                             guint                n_at_once);
void       moei_round_begin (MoeiRound           *self);
void       moei_round_ask   (MoeiRound           *self,
                             const char          *href,
                             MoeiDocumentKind     kind,
                             gint64               due);
void       moei_round_stop  (MoeiRound           *self);

G_END_DECLS
