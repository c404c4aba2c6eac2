/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOEI_TYPE_FIGURE (moei_figure_get_type ())

G_DECLARE_FINAL_TYPE (MoeiFigure, moei_figure, MOEI, FIGURE, GtkWidget)

GtkWidget  *moei_figure_new         (void);
void        moei_figure_set_subject (MoeiFigure *self,
                                     const char *subject);
void        moei_figure_set_count   (MoeiFigure *self,
                                     int         count);
void        moei_figure_set_text    (MoeiFigure *self,
                                     const char *text);
const char *moei_figure_get_text    (MoeiFigure *self);
gboolean    moei_figure_get_changed (MoeiFigure *self);

G_END_DECLS
