/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

void moei_message_locale_load (const char * const *names,
                               locale_t           *locales,
                               gsize               n_names);

G_END_DECLS
