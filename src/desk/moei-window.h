/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/moei-pages.h"
#include "desk/moei-situation-page.h"
#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WINDOW (moei_window_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWindow, moei_window, MOEI, WINDOW, AdwApplicationWindow)

MoeiWindow        *moei_window_new           (AdwApplication *application,
                                              MoeiOperation  *operation);
MoeiPages         *moei_window_get_pages     (MoeiWindow     *self);
MoeiSituationPage *moei_window_get_situation (MoeiWindow     *self);
void               moei_window_set_welcome   (MoeiWindow     *self,
                                              GtkWidget      *welcome);
void               moei_window_take_place    (MoeiWindow     *self,
                                              MoeiWindow     *former);

G_END_DECLS
