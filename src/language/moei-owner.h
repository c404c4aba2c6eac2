/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-language-id.h"

G_BEGIN_DECLS

char *moei_owner_name (MoeiLanguage  language,
                       const char   *owner);

G_END_DECLS
