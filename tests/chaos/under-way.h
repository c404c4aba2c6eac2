/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  under_way_is_any   (void);
char     *under_way_describe (void);

G_END_DECLS
