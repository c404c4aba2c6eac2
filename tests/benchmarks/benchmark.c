/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "benchmark.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/**
 * benchmark_report:
 * @name: what was measured
 * @figure: how much it is; NaN if it could not be measured
 * @budget: how much it may be
 * @unit: of both: "ms", "MB"; "" for a ratio
 *
 * Prints one line.
 *
 * Returns: 1 if the figure is over its budget, else 0
 */
int
benchmark_report (const char *name,
                  double      figure,
                  double      budget,
                  const char *unit)
{
  gboolean within = figure <= budget;

  g_print ("%-58s %9.2f %-5s budget %8.2f   %s\n", name, figure, unit, budget, within ? "within" : "OVER");
  return within ? 0 : 1;
}

/**
 * benchmark_note:
 * @name: what was measured
 * @figure: how much it is
 * @unit: of it
 *
 * Prints a figure that has no budget.
 */
void
benchmark_note (const char *name,
                double      figure,
                const char *unit)
{
  g_print ("%-58s %9.2f %s\n", name, figure, unit);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/**
 * benchmark_percentile:
 * @figures: (element-type double): figures, which are sorted
 * @percent: 50 for the median
 *
 * Returns: the figure below which so many of a hundred are
 */
double
benchmark_percentile (GArray *figures,
                      double  percent)
{
  g_array_sort (figures, compare);
  return g_array_index (figures, double, (guint) ((figures->len - 1) * percent / 100 + 0.5));
}

/**
 * benchmark_cpu_time:
 * @pid: a process
 *
 * Returns: how many seconds of a core it has used, in all its threads
 */
double
benchmark_cpu_time (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;
  unsigned long user, system;
  const char *rest;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  /* The program's name, in parentheses, may hold anything. */
  rest = strrchr (text, ')');
  if (rest == NULL ||
      sscanf (rest, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2)
    return 0;
  return (double) (user + system) / (double) sysconf (_SC_CLK_TCK);
}

static double
read_megabytes (const char *path,
                const char *name)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  line = strstr (text, name);
  return line != NULL ? g_ascii_strtod (line + strlen (name), NULL) / 1024 : 0;
}

/**
 * benchmark_resident:
 * @pid: a process
 *
 * Returns: how much of the machine's memory it holds, in MB; shared pages in part
 */
double
benchmark_resident (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);

  return read_megabytes (path, "\nPss:");
}

/**
 * benchmark_own_memory:
 *
 * Returns: how much memory this process has asked its allocator for and not
 *   given back, in MB; what is free and merely kept does not count
 */
double
benchmark_own_memory (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd) / 1e6;
}

static gboolean
set_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

/**
 * benchmark_iterate:
 * @milliseconds: for how long
 *
 * Lets the main loop run.
 */
void
benchmark_iterate (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, set_flag, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

gboolean
benchmark_out_of_patience (gpointer what)
{
  g_error ("waited too long for: %s", (const char *) what);
  return G_SOURCE_REMOVE;
}

/**
 * benchmark_remove:
 * @path: a file, or a folder with all that is in it
 */
void
benchmark_remove (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    benchmark_remove (inner);
  }
  g_remove (path);
}
