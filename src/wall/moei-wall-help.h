/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MOEI_TYPE_WALL_HELP (moei_wall_help_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWallHelp, moei_wall_help, MOEI, WALL_HELP, AdwBin)

GtkWidget *moei_wall_help_new  (void);
void       moei_wall_help_show (MoeiWallHelp *self);

G_END_DECLS
