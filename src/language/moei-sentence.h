/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-language-id.h"
#include "rules/moei-accounts.h"
#include "rules/moei-clearing.h"
#include "rules/moei-crossing.h"
#include "rules/moei-disagreement.h"
#include "rules/moei-flight-risk.h"
#include "rules/moei-funnel.h"
#include "rules/moei-head-count.h"
#include "rules/moei-milestones.h"
#include "rules/moei-roll-check.h"

G_BEGIN_DECLS

char       *moei_sentence_funnel       (MoeiLanguage             language,
                                        const MoeiFunnel        *funnel);

char       *moei_sentence_day_kind     (MoeiLanguage             language,
                                        MoeiDayKind              kind,
                                        GPtrArray               *holidays);
char       *moei_sentence_accounts     (MoeiLanguage             language,
                                        const MoeiAccounts      *accounts);
char       *moei_sentence_crossing     (MoeiLanguage             language,
                                        const MoeiCrossing      *crossing);
char       *moei_sentence_forecast     (MoeiLanguage             language,
                                        const MoeiForecastDay   *day);

char       *moei_sentence_clearing     (MoeiLanguage             language,
                                        const MoeiClearing      *clearing);
char       *moei_sentence_limit        (MoeiLanguage             language,
                                        MoeiLimit                limit);
const char *moei_word_limit            (MoeiLanguage             language,
                                        MoeiLimit                limit);

char       *moei_sentence_flight_risk  (MoeiLanguage             language,
                                        const MoeiFlightRisk    *risk);
char       *moei_sentence_milestone    (MoeiLanguage             language,
                                        const MoeiNextMilestone *next);
char       *moei_sentence_head_count   (MoeiLanguage             language,
                                        const MoeiHeadCount     *heads);

char       *moei_sentence_roll_check   (MoeiLanguage             language,
                                        const MoeiRollCheck     *check);
char       *moei_sentence_disagreement (MoeiLanguage             language,
                                        const MoeiDisagreement  *disagreement);

G_END_DECLS
