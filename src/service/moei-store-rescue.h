/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean moei_store_put_log_aside (const char *path);
gboolean moei_store_rescue        (const char *path);

G_END_DECLS
