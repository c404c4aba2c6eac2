/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean moei_exercise_command_run (char   ***arguments,
                                    GError  **error);

G_END_DECLS
