/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-change.h"
#include "operation/moei-language-id.h"
#include "operation/moei-operation.h"

G_BEGIN_DECLS

char     *moei_change_field_word   (MoeiLanguage    language,
                                    MoeiChange     *change);
char     *moei_change_field_title  (MoeiLanguage    language,
                                    MoeiChange     *change);
gboolean  moei_change_is_of_state  (MoeiChange     *change);
gboolean  moei_change_is_milestone (MoeiChange     *change);
gboolean  moei_change_is_news      (MoeiChange     *change);
char     *moei_change_value        (MoeiLanguage    language,
                                    MoeiChange     *change,
                                    const char     *value,
                                    const MoeiText *text,
                                    MoeiOperation  *operation,
                                    int             withhold_below);

G_END_DECLS
