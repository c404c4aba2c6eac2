/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counts below this are withheld on shared scenes and in exports.  With less
 * than three, "fewer than" would tell the number. */
#define MOEI_WITHHOLD_BELOW   5
#define MOEI_WITHHOLD_MINIMUM 3

int  moei_withhold_count (int    count,
                          int    below);
void moei_withhold_line  (int   *cells,
                          guint  n_cells,
                          int   *total,
                          int    below);
void moei_withhold_table (int   *cells,
                          guint  n_rows,
                          guint  n_columns,
                          int    below);

G_END_DECLS
