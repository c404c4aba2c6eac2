/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>

#include "benchmark.h"
#include "tests/service/service-fixture.h"

/* start WATCHED-WINDOW: from the start of the program to its first useful
 * picture, which comes from the cache since no service answers, against the
 * first picture of an empty window with a map of nothing; and the memory that
 * both hold then.  Whole processes, in turn. */

#define BUDGET_START  1.3
#define BUDGET_MEMORY 1.4
#define N_ROUNDS      9
#define SETTLE_MS     1500

typedef struct {
  double milliseconds;
  double cpu;      /* s, of all threads */
  double resident; /* MB */
} Run;

static void
line_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (object), result, NULL, NULL);
  gint64 *when = user_data;

  *when = line != NULL && g_str_has_prefix (line, "drawn ") ? g_ascii_strtoll (line + strlen ("drawn "), NULL, 10) : -1;
}

static Run
run (const char *program,
     const char *option,
     const char *value)
{
  Run figures;
  gint64 start = g_get_monotonic_time (), drawn = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, option, value, NULL);
  g_autoptr (GDataInputStream) output = NULL;
  int pid;

  g_assert_no_error (error);
  pid = atoi (g_subprocess_get_identifier (process));
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_data_input_stream_read_line_async (output, G_PRIORITY_HIGH, NULL, line_cb, &drawn);
  benchmark_wait_for (drawn != 0);
  g_assert_cmpint (drawn, >, 0);
  figures.milliseconds = (double) (drawn - start) / 1000;
  figures.cpu = benchmark_cpu_time (pid);
  benchmark_iterate (SETTLE_MS);
  figures.resident = benchmark_resident (pid);
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, NULL);
  return figures;
}

static void
add_ratio (GArray *ratios,
           double  ours,
           double  theirs)
{
  double ratio = ours / theirs;

  g_array_append_val (ratios, ratio);
}

static void
add (GArray *figures,
     double  figure)
{
  g_array_append_val (figures, figure);
}

static int
compare (const char *program,
         const char *address)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpus = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) memories = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) residents = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *name = NULL, *memory = NULL;
  int status;

  for (guint i = 0; i < N_ROUNDS; i++) {
    Run empty = run (program, "--empty", NULL);
    Run ours = run (program, "--service", address);

    add (times, ours.milliseconds);
    add (residents, ours.resident);
    add_ratio (starts, ours.milliseconds, empty.milliseconds);
    add_ratio (cpus, ours.cpu, empty.cpu);
    add_ratio (memories, ours.resident, empty.resident);
  }
  name = g_strdup_printf ("start to picture from cache (%.0f ms) ÷ empty map window", benchmark_percentile (times, 50));
  memory = g_strdup_printf ("memory of the window (%.0f MB) ÷ empty map window", benchmark_percentile (residents, 50));
  status = benchmark_report (name, benchmark_percentile (starts, 50), BUDGET_START, "×");
  benchmark_note ("the same in processor time, all threads", benchmark_percentile (cpus, 50), "×");
  return status | benchmark_report (memory, benchmark_percentile (memories, 50), BUDGET_MEMORY, "×");
}

int
main (int    argc,
      char **argv)
{
  ServiceFixture fixture = { NULL };
  g_autofree char *cache = NULL, *address = NULL;
  int status;

  g_assert_cmpint (argc, ==, 2);
  cache = g_dir_make_tmp ("moei-benchmark-XXXXXX", NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  service_fixture_set_up (&fixture, NULL);
  address = g_strdup (fixture.uri);
  run (argv[1], "--service", address);
  run (argv[1], "--empty", NULL);
  service_fixture_tear_down (&fixture, NULL);

  status = compare (argv[1], address);
  benchmark_remove (cache);
  return status;
}
