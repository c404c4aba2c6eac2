/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-language-id.h"
#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WALL_FOOTER (moei_wall_footer_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWallFooter, moei_wall_footer, MOEI, WALL_FOOTER, MoeiPanel)

void moei_wall_footer_set_languages (MoeiWallFooter     *self,
                                     const MoeiLanguage *languages,
                                     guint               n_languages);

G_END_DECLS
