/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-words.h"
#include "rota/moei-rota-words.h"

G_BEGIN_DECLS

#define MOEI_TYPE_OCCASION (moei_occasion_get_type ())

G_DECLARE_FINAL_TYPE (MoeiOccasion, moei_occasion, MOEI, OCCASION, GObject)

MoeiOccasion     *moei_occasion_new          (MoeiOccasionKind  kind,
                                              const char       *entity,
                                              MoeiSeverity      severity);
MoeiOccasionKind  moei_occasion_get_kind     (MoeiOccasion     *self);
const char       *moei_occasion_get_entity   (MoeiOccasion     *self);
MoeiSeverity      moei_occasion_get_severity (MoeiOccasion     *self);
MoeiSceneKind     moei_occasion_get_scene    (MoeiOccasion     *self);
int               moei_occasion_compare      (MoeiOccasion     *a,
                                              MoeiOccasion     *b);

G_END_DECLS
