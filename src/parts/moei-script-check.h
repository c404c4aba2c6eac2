/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "operation/moei-language-id.h"

G_BEGIN_DECLS

guint    moei_script_check_count_missing (MoeiLanguage   language,
                                          char         **families);
gboolean moei_script_check_print         (void);

G_END_DECLS
