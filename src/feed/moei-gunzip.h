/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *moei_gunzip (GBytes  *coded,
                     gsize    limit,
                     GError **error);

G_END_DECLS
