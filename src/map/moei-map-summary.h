/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-language-id.h"
#include "operation/moei-operation.h"

G_BEGIN_DECLS

char *moei_map_summarise (MoeiLanguage   language,
                          MoeiOperation *operation);

G_END_DECLS
