/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the benchmarks share.  Each prints a line for each of its figures and
 * ends with 1 where one is over its budget. */

int     benchmark_report     (const char *name,
                              double      figure,
                              double      budget,
                              const char *unit);
void    benchmark_note       (const char *name,
                              double      figure,
                              const char *unit);
double  benchmark_percentile (GArray     *figures,
                              double      percent);
double  benchmark_cpu_time   (int         pid);
double  benchmark_resident   (int         pid);
double  benchmark_own_memory (void);
void    benchmark_iterate    (guint       milliseconds);
void    benchmark_remove     (const char *path);

#define benchmark_wait_for(condition) G_STMT_START {                              \
  guint patience = g_timeout_add_seconds (60, benchmark_out_of_patience, #condition); \
  while (!(condition))                                                            \
    g_main_context_iteration (NULL, TRUE);                                        \
  g_source_remove (patience);                                                     \
} G_STMT_END

gboolean benchmark_out_of_patience (gpointer what);

G_END_DECLS
