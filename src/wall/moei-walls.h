/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean moei_walls_are_touched      (GListModel *walls);
gboolean moei_walls_are_taken_over   (GListModel *walls);

G_END_DECLS
