/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wall/moei-polyglot.h"

G_BEGIN_DECLS

void     moei_polyglot_set_native_digits   (MoeiPolyglot *self,
                                            gboolean      native);
gboolean moei_polyglot_find_language_above (GtkWidget    *widget,
                                            MoeiLanguage *language);
gboolean moei_polyglot_find_digits_above   (GtkWidget    *widget,
                                            gboolean     *native);

G_END_DECLS
