/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  moei_fresh_start_begin  (GVariant  *kept,
                                   GError   **error);
GVariant *moei_fresh_start_resume (const GVariantType *type);

G_END_DECLS
