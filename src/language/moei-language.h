/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "operation/moei-language-id.h"

G_BEGIN_DECLS

void          moei_language_init           (const char   *localedir);
const char   *moei_language_find_localedir (void);
gboolean      moei_language_is_available   (MoeiLanguage  self);
MoeiLanguage  moei_language_get_preferred  (const char   *saved);

MoeiLanguage  moei_language_get_current    (void);
void          moei_language_set_current    (MoeiLanguage  self);
void          moei_language_push           (MoeiLanguage  self);
void          moei_language_pop            (void);

const char   *moei_language_get_code       (MoeiLanguage  self);
const char   *moei_language_get_own_name   (MoeiLanguage  self);
const char   *moei_language_get_css_class  (MoeiLanguage  self);
const char   *moei_language_get_pango_tag  (MoeiLanguage  self);
gboolean      moei_language_from_code      (const char   *code,
                                            MoeiLanguage *language);

int           moei_language_collate        (MoeiLanguage  self,
                                            const char   *a,
                                            const char   *b);

const char   *moei_gettext                 (MoeiLanguage  language,
                                            const char   *message) G_GNUC_FORMAT (2);
const char   *moei_pgettext                (MoeiLanguage  language,
                                            const char   *context,
                                            const char   *message) G_GNUC_FORMAT (3);
const char   *moei_ngettext                (MoeiLanguage  language,
                                            const char   *one,
                                            const char   *many,
                                            gulong        n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

G_END_DECLS
