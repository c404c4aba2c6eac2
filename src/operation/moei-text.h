/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "operation/moei-language-id.h"

G_BEGIN_DECLS

#define MOEI_TYPE_TEXT (moei_text_get_type ())

/**
 * MoeiText:
 *
 * A text of the operation (a name, a reason, a notice) in four languages.
 *
 * Immutable and reference counted.  English is always there; another language
 * that is missing is answered in English rather than with nothing.
 */
typedef struct _MoeiText MoeiText;

GType       moei_text_get_type (void) G_GNUC_CONST;
MoeiText   *moei_text_new      (const char     *en,
                                const char     *th,
                                const char     *my,
                                const char     *zh_cn);
MoeiText   *moei_text_ref      (MoeiText       *self);
void        moei_text_unref    (MoeiText       *self);
const char *moei_text_get      (const MoeiText *self,
                                MoeiLanguage    language);
const char *moei_text_get_own  (const MoeiText *self,
                                MoeiLanguage    language);
gboolean    moei_text_equal    (const MoeiText *a,
                                const MoeiText *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiText, moei_text_unref)

G_END_DECLS
