/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOEI_TYPE_KEEP_AWAKE (moei_keep_awake_get_type ())

G_DECLARE_FINAL_TYPE (MoeiKeepAwake, moei_keep_awake, MOEI, KEEP_AWAKE, GObject)

MoeiKeepAwake *moei_keep_awake_new       (GtkApplication *application);
void           moei_keep_awake_set       (MoeiKeepAwake  *self,
                                          gboolean        awake);
void           moei_keep_awake_look      (MoeiKeepAwake  *self);
gboolean       moei_keep_awake_get_holds (MoeiKeepAwake  *self);

G_END_DECLS
