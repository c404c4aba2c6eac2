/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean moei_renderer_finds_gpu (const char *folder);
void     moei_renderer_choose    (void);

G_END_DECLS
