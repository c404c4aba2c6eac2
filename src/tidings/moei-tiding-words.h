/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "operation/moei-language-id.h"
#include "operation/moei-operation.h"
#include "tidings/moei-tiding.h"

G_BEGIN_DECLS

char *moei_tiding_words_title (MoeiTiding    *tiding,
                               MoeiOperation *operation,
                               MoeiLanguage   language);
char *moei_tiding_words_body  (MoeiTiding    *tiding,
                               MoeiOperation *operation,
                               MoeiLanguage   language,
                               gint64         now);

G_END_DECLS
