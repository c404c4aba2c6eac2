/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MOEI_TYPE_TWO_LINES (moei_two_lines_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTwoLines, moei_two_lines, MOEI, TWO_LINES, AdwBin)

GtkWidget *moei_two_lines_new         (gboolean      numeric);
void       moei_two_lines_set_text    (MoeiTwoLines *self,
                                       const char   *former,
                                       const char   *text,
                                       const char   *note);
void       moei_two_lines_set_look    (MoeiTwoLines *self,
                                       const char   *icon_name,
                                       const char   *css_class);

G_END_DECLS
