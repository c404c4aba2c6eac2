/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>

#include "benchmark.h"

/* wall-idle MOEI MOEI-SERVICE [--full]: what a meeting display costs that nobody
 * touches: the program as it is, on the real service, each in a process of its
 * own; the processor time of the display, all threads.  The exercise stands at
 * 14:12 of a Thursday, when convoys are on the road: at speed 1 they move on the
 * map as in earnest, at speed 60 far more happens than ever would. */

#define BUDGET     1.0 /* percent of one core */
#define SETTLED_MS 12000

static GSubprocess *
start (const char * const *arguments)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);

  g_assert_no_error (error);
  return process;
}

static char *
read_address (GSubprocess *service)
{
  g_autoptr (GDataInputStream) output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (service));
  g_autofree char *line = g_data_input_stream_read_line_utf8 (output, NULL, NULL, NULL);

  g_assert_true (line != NULL && g_str_has_prefix (line, "listening on "));
  return g_strdup (line + strlen ("listening on "));
}

static void
end (GSubprocess *process)
{
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, NULL);
}

static double
watch (char       **programs,
       const char  *speed,
       guint        seconds)
{
  const char *exercise[] = { programs[1], "exercise", "--listen", "127.0.0.1:0", "--speed", speed, NULL };
  g_autoptr (GSubprocess) service = start (exercise);
  g_autofree char *address = read_address (service);
  const char *wall[] = { programs[0], "--wall", "--service", address, NULL };
  g_autoptr (GSubprocess) display = start (wall);
  int pid = atoi (g_subprocess_get_identifier (display));
  double before, used;

  benchmark_iterate (SETTLED_MS);
  before = benchmark_cpu_time (pid);
  benchmark_iterate (seconds * 1000);
  used = benchmark_cpu_time (pid) - before;
  benchmark_note ("memory of the machine", benchmark_resident (pid), "MB");
  end (display);
  end (service);
  return 100 * used / seconds;
}

int
main (int    argc,
      char **argv)
{
  guint seconds = argc == 4 && g_str_equal (argv[3], "--full") ? 300 : 60;
  g_autofree char *cache = g_dir_make_tmp ("moei-benchmark-XXXXXX", NULL);
  double idle, busy;

  g_assert_cmpint (argc, >=, 3);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_setenv ("XDG_CONFIG_HOME", cache, TRUE); /* no settings file */
  idle = watch (argv + 1, "1", seconds);
  busy = watch (argv + 1, "60", seconds);
  benchmark_note ("idle wall, the exercise sixty times as fast", busy, "%");
  benchmark_remove (cache);
  return benchmark_report ("idle wall, the map moving, processor time", idle, BUDGET, "%");
}
