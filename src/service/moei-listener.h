/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSocket *moei_listener_open_inet (const char  *address,
                                  gboolean     allow_remote,
                                  GError     **error);
GSocket *moei_listener_open_unix (const char  *path,
                                  GError     **error);

G_END_DECLS
