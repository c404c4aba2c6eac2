/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean moei_list_follow (GListStore *store,
                           GPtrArray  *wanted);

G_END_DECLS
