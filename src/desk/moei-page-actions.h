/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-pages.h"

G_BEGIN_DECLS

void moei_page_actions_add (MoeiPages  *pages,
                            GActionMap *map);

G_END_DECLS
