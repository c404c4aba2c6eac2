/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-motion.h"
#include "operation/moei-language-id.h"
#include "operation/moei-operation.h"

G_BEGIN_DECLS

char *moei_map_words_name     (MoeiLanguage      language,
                               MoeiEntity       *entity);
char *moei_map_words_place    (MoeiLanguage      language,
                               MoeiPlace        *place);
char *moei_map_words_group    (MoeiLanguage      language,
                               guint             n_places);
char *moei_map_words_mix      (MoeiLanguage      language,
                               const guint      *counts);
char *moei_map_words_position (MoeiLanguage      language,
                               const MoeiMotion *motion);
char *moei_map_words_describe (MoeiLanguage      language,
                               MoeiOperation    *operation,
                               MoeiEntity       *entity,
                               gint64            now);

G_END_DECLS
