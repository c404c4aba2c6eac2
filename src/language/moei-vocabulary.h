/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-language-id.h"
#include "operation/moei-words.h"

G_BEGIN_DECLS

const char *moei_word_origin       (MoeiLanguage     language,
                                    MoeiOrigin       origin);
const char *moei_word_place_kind   (MoeiLanguage     language,
                                    MoeiPlaceKind    kind);
const char *moei_word_place_state  (MoeiLanguage     language,
                                    MoeiPlaceState   state);
const char *moei_word_route_state  (MoeiLanguage     language,
                                    MoeiRouteState   state);
const char *moei_word_convoy_state (MoeiLanguage     language,
                                    MoeiConvoyState  state);
const char *moei_word_flight_state (MoeiLanguage     language,
                                    MoeiFlightState  state);
const char *moei_word_stage        (MoeiLanguage     language,
                                    MoeiStage        stage);
const char *moei_word_day_state    (MoeiLanguage     language,
                                    MoeiDayState     state);
const char *moei_word_readiness    (MoeiLanguage     language,
                                    MoeiReadiness    readiness);
const char *moei_word_severity     (MoeiLanguage     language,
                                    MoeiSeverity     severity);
const char *moei_word_urgency      (MoeiLanguage     language,
                                    MoeiUrgency      urgency);
const char *moei_word_data_state   (MoeiLanguage     language,
                                    MoeiDataState    state);
const char *moei_word_change_kind  (MoeiLanguage     language,
                                    MoeiChangeKind   kind);
const char *moei_word_holder       (MoeiLanguage     language,
                                    const char      *code);
const char *moei_word_milestone    (MoeiLanguage     language,
                                    const char      *id);
const char *moei_word_referral     (MoeiLanguage     language,
                                    const char      *id);

G_END_DECLS
