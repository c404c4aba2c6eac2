/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MOEI_TYPE_ROW_NAME (moei_row_name_get_type ())

G_DECLARE_FINAL_TYPE (MoeiRowName, moei_row_name, MOEI, ROW_NAME, AdwBin)

GtkWidget *moei_row_name_new (void);

G_END_DECLS
