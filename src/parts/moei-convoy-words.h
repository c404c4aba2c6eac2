/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-convoy.h"
#include "parts/moei-said.h"

G_BEGIN_DECLS

void  moei_convoy_words_status     (MoeiConvoy     *convoy,
                                    gint64          now,
                                    MoeiSaid       *said);
void  moei_convoy_words_departure  (MoeiConvoy     *convoy,
                                    MoeiSaid       *said);
void  moei_convoy_words_arrival    (MoeiConvoy     *convoy,
                                    MoeiSaid       *said);
void  moei_convoy_words_position   (MoeiConvoy     *convoy,
                                    gint64          now,
                                    MoeiSaid       *said);
void  moei_convoy_words_seen       (gint64          observed,
                                    gint64          now,
                                    MoeiSaid       *said);
void  moei_convoy_words_heads      (MoeiConvoy     *convoy,
                                    MoeiSaid       *said);
char *moei_convoy_words_difference (int             difference);

G_END_DECLS
