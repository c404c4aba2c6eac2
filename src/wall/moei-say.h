/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wall/moei-polyglot.h"

G_BEGIN_DECLS

/**
 * MoeiSayFunc:
 * @language: the reader's language, which is the current one too
 * @subject: what is spoken of
 *
 * Returns: (transfer full) (nullable): what is said of it
 */
typedef char *(*MoeiSayFunc) (MoeiLanguage  language,
                              gconstpointer subject);

void moei_say       (MoeiPolyglot  *polyglot,
                     MoeiSayFunc    say,
                     gconstpointer  subject);
void moei_say_if    (MoeiPolyglot  *polyglot,
                     MoeiSayFunc    say,
                     gconstpointer  subject);
void moei_set_class (GtkWidget     *widget,
                     const char    *css_class,
                     gboolean       has);

G_END_DECLS
