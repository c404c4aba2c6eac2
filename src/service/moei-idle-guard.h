/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

void moei_idle_guard_watch (SoupServer *server);

G_END_DECLS
