/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/moei-page.h"
#include "desk/moei-preferences.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PAGES (moei_pages_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPages, moei_pages, MOEI, PAGES, AdwBin)

GtkSelectionModel *moei_pages_get_model  (MoeiPages  *self);
MoeiPreferences   *moei_pages_get_preferences (MoeiPages *self);
MoeiPage          *moei_pages_get_page   (MoeiPages  *self,
                                          const char *name);
gboolean           moei_pages_show       (MoeiPages  *self,
                                          MoeiEntity *entity);
void               moei_pages_turn       (MoeiPages  *self,
                                          int         by);
void               moei_pages_take_place (MoeiPages  *self,
                                          MoeiPages  *former);

G_END_DECLS
