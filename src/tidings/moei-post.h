/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MOEI_TYPE_POST (moei_post_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPost, moei_post, MOEI, POST, GObject)

MoeiPost *moei_post_new      (GApplication  *application);
void      moei_post_send     (MoeiPost      *self,
                              const char    *id,
                              GNotification *notification);
void      moei_post_withdraw (MoeiPost      *self,
                              const char    *id);

G_END_DECLS
