/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "operation/moei-language-id.h"

G_BEGIN_DECLS

char *moei_break_text   (MoeiLanguage  language,
                         const char   *text);
char *moei_unbreak_text (const char   *text);

G_END_DECLS
