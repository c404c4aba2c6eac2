/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-language-id.h"
#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WALL_NOTICE (moei_wall_notice_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWallNotice, moei_wall_notice, MOEI, WALL_NOTICE, MoeiPanel)

void moei_wall_notice_set_languages (MoeiWallNotice     *self,
                                     const MoeiLanguage *languages,
                                     guint               n_languages);
void moei_wall_notice_set_portrait  (MoeiWallNotice     *self,
                                     gboolean            portrait);
void moei_wall_notice_set_visitor   (MoeiWallNotice     *self,
                                     gboolean            visitor);

G_END_DECLS
