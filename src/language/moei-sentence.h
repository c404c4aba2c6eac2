/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-language-id.h"
#include "rules/moei-funnel.h"

G_BEGIN_DECLS

char *moei_sentence_funnel (MoeiLanguage      language,
                            const MoeiFunnel *funnel);

G_END_DECLS
