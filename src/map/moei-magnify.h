/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GskRenderNode *moei_magnify (GskRenderNode *node);

G_END_DECLS
