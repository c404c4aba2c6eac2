/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-window.h"
#include "feed/moei-feed.h"

G_BEGIN_DECLS

#define MOEI_TYPE_HERALD (moei_herald_get_type ())

G_DECLARE_FINAL_TYPE (MoeiHerald, moei_herald, MOEI, HERALD, GObject)

MoeiHerald *moei_herald_new  (GApplication  *application,
                              GSettings     *settings);
void        moei_herald_look (MoeiHerald    *self,
                              MoeiOperation *operation,
                              MoeiFeed      *feed,
                              MoeiWindow    *window,
                              GListModel    *walls);

G_END_DECLS
