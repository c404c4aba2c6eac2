/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void       moei_manager_tell         (const char *state);
GPtrArray *moei_manager_take_sockets (void);

G_END_DECLS
