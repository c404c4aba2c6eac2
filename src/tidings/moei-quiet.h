/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOEI_QUIET_DAY 1440 /* minutes */

gboolean moei_quiet_contains (int from,
                              int until,
                              int minute);

G_END_DECLS
