/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-language-id.h"
#include "operation/moei-text.h"

G_BEGIN_DECLS

#define MOEI_TYPE_POLYGLOT (moei_polyglot_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPolyglot, moei_polyglot, MOEI, POLYGLOT, GtkWidget)

GtkWidget   *moei_polyglot_new                 (double              size);
const char  *moei_polyglot_get_text            (MoeiPolyglot       *self,
                                                MoeiLanguage        language);
void         moei_polyglot_set_text            (MoeiPolyglot       *self,
                                                MoeiLanguage        language,
                                                const char         *text);
void         moei_polyglot_set_texts           (MoeiPolyglot       *self,
                                                const char * const *texts);
void         moei_polyglot_set_all             (MoeiPolyglot       *self,
                                                const char         *text);
void         moei_polyglot_set_named           (MoeiPolyglot       *self,
                                                const MoeiText     *text);
void         moei_polyglot_set_message         (MoeiPolyglot       *self,
                                                const char         *message);
void         moei_polyglot_set_context_message (MoeiPolyglot       *self,
                                                const char         *context,
                                                const char         *message);
void         moei_polyglot_set_count           (MoeiPolyglot       *self,
                                                int                 count);
MoeiLanguage moei_polyglot_get_language        (MoeiPolyglot       *self);
void         moei_polyglot_set_language        (MoeiPolyglot       *self,
                                                MoeiLanguage        language);
void         moei_polyglot_pin                 (MoeiPolyglot       *self,
                                                MoeiLanguage        language);
void         moei_polyglot_set_language_below  (GtkWidget          *root,
                                                MoeiLanguage        language);
void         moei_polyglot_set_digits_below    (GtkWidget          *root,
                                                gboolean            native);
double       moei_polyglot_get_size            (MoeiPolyglot       *self);
gboolean     moei_polyglot_fits                (MoeiPolyglot       *self);
gboolean     moei_polyglot_get_ink             (MoeiPolyglot       *self,
                                                MoeiLanguage        language,
                                                graphene_rect_t    *ink);

G_END_DECLS
