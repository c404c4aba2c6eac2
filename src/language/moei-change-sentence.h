/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-change.h"
#include "operation/moei-language-id.h"
#include "operation/moei-operation.h"

G_BEGIN_DECLS

char *moei_change_subject  (MoeiLanguage   language,
                            MoeiChange    *change,
                            MoeiOperation *operation);
char *moei_change_sentence (MoeiLanguage   language,
                            MoeiChange    *change,
                            MoeiOperation *operation,
                            int            withhold_below);

G_END_DECLS
