/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <stdio.h>

#include "benchmark.h"
#include "desk/moei-situation-page.h"
#include "desk/moei-window.h"
#include "feed/moei-clock.h"
#include "feed/moei-feed.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "service/moei-shelving.h"
#include "service/moei-store-view.h"
#include "tests/service/service-fixture.h"
#include "wire/moei-instant.h"

/* From the service's commit to the painted frame.
 *
 * The service, with its store on disk, runs in a process of its own: this
 * program with --serve.  Told so on its standard input, it changes how many
 * have boarded one of the day's flights through the store's write path and
 * says when the store had acknowledged it.  Here the window is shown, fed by
 * the feed with the durations of the program.  Painted is when the frame that
 * was drawn after the flight had changed has been handed to the display: the
 * frame clock's "after-paint".  Changes are further apart than the service's
 * interval between two events. */

#define BUDGET_P50 25
#define BUDGET_P99 60
#define INTERVAL_MS 560
#define DAY_OF_FIXTURE "2025-03-06"

typedef struct {
  MoeiOperation *operation;
  MoeiFeed      *feed;
  MoeiFlight    *flight;
  gint64         committed;
  gint64         begun;
  gint64         notified;
  gint64         painted;
} Watch;

static gint64
change_flight (ServiceFixture *fixture,
               MoeiFlight     *flight,
               int             boarded)
{
  g_autoptr (MoeiStoreBatch) batch = moei_store_batch_new ("tak-operations-desk", MOEI_INSTANT_UNKNOWN);
  g_autoptr (GError) error = NULL;

  g_object_set (flight, "boarded", boarded, NULL);
  moei_store_batch_put_entity (batch, MOEI_ENTITY (flight));
  moei_store_write (fixture->store, batch, &error);
  g_assert_no_error (error);
  return g_get_monotonic_time ();
}

static gboolean
command_cb (GIOChannel   *channel,
            GIOCondition  condition,
            gpointer      user_data)
{
  static int boarded = 0;
  ServiceFixture *fixture = user_data;
  MoeiFlight *flight = g_object_get_data (G_OBJECT (fixture->server), "flight");
  g_autofree char *line = NULL;
  gint64 begun = g_get_monotonic_time ();

  if (g_io_channel_read_line (channel, &line, NULL, NULL, NULL) != G_IO_STATUS_NORMAL)
    exit (0);
  boarded = 1 + boarded % 90;
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", begun, change_flight (fixture, flight, boarded));
  fflush (stdout);
  return G_SOURCE_CONTINUE;
}

G_NORETURN static void
serve (void)
{
  ServiceFixture fixture = { NULL };
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  g_autoptr (MoeiCollection) flights = moei_collection_new (MOEI_TYPE_FLIGHT);
  g_autoptr (MoeiStoreView) view = NULL;
  guint day;

  service_fixture_set_up (&fixture, NULL);
  moei_day_parse (DAY_OF_FIXTURE, &day);
  view = moei_store_read (fixture.store, NULL);
  moei_store_view_load (view, MOEI_SHELF_FLIGHTS, day, day, flights, NULL);
  g_clear_pointer (&view, moei_store_view_free);
  g_object_set_data (G_OBJECT (fixture.server), "flight", moei_collection_get (flights, 0));
  printf ("%s %s\n", fixture.uri, moei_entity_get_id (moei_collection_get (flights, 0)));
  fflush (stdout);
  g_io_add_watch (input, G_IO_IN | G_IO_HUP, command_cb, &fixture);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

static void
notify_cb (Watch *watch)
{
  if (watch->notified == 0)
    watch->notified = g_get_monotonic_time ();
}

static void
after_paint_cb (Watch *watch)
{
  if (watch->notified != 0 && watch->painted == 0)
    watch->painted = g_get_monotonic_time ();
}

static void
committed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Watch *watch = user_data;
  g_autofree char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (object), result, NULL, NULL);

  g_assert_nonnull (line);
  g_assert_cmpint (sscanf (line, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &watch->begun, &watch->committed), ==, 2);
}

static void
change (Watch        *watch,
        GSubprocess  *service,
        GInputStream *output)
{
  watch->notified = watch->painted = watch->committed = 0;
  g_data_input_stream_read_line_async (G_DATA_INPUT_STREAM (output), G_PRIORITY_DEFAULT, NULL, committed_cb, watch);
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (service), "\n", 1, NULL, NULL, NULL);
  benchmark_wait_for (watch->painted != 0 && watch->committed != 0);
}

static GtkWindow *
open_window (Watch          *watch,
             AdwApplication *application)
{
  MoeiWindow *window = moei_window_new (application, watch->operation);

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  g_object_set (window, "state", MOEI_DATA_STATE_LIVE, "age", (gint64) 0,
                "now", moei_clock_now (moei_feed_get_clock (watch->feed)), NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                            G_CALLBACK (after_paint_cb), watch);
  return GTK_WINDOW (window);
}

static int
report (GArray *painted,
        GArray *written,
        GArray *arrived)
{
  int status = benchmark_report ("commit to painted frame, p50", benchmark_percentile (painted, 50), BUDGET_P50, "ms") |
               benchmark_report ("commit to painted frame, p99", benchmark_percentile (painted, 99), BUDGET_P99, "ms");

  benchmark_note ("  of it until the flight has changed in the window, p50", benchmark_percentile (arrived, 50), "ms");
  benchmark_note ("  before it, the write to the disk, p50", benchmark_percentile (written, 50), "ms");
  return status;
}

static int
measure (Watch        *watch,
         GSubprocess  *service,
         GInputStream *output,
         guint         n_changes)
{
  g_autoptr (GArray) painted = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) arrived = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n_changes; i++) {
    double figures[3];

    benchmark_iterate (INTERVAL_MS + (guint) g_random_int_range (0, 20));
    change (watch, service, output);
    figures[0] = (double) (watch->painted - watch->committed) / 1000;
    figures[1] = (double) (watch->committed - watch->begun) / 1000;
    figures[2] = (double) (watch->notified - watch->committed) / 1000;
    g_array_append_val (painted, figures[0]);
    g_array_append_val (written, figures[1]);
    g_array_append_val (arrived, figures[2]);
  }
  return report (painted, written, arrived);
}

static int
follow (const char *self,
        guint       n_changes)
{
  g_autoptr (AdwApplication) application = adw_application_new (MOEI_APP_ID ".Benchmark", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GSubprocess) service = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL, *cache = g_dir_make_tmp ("moei-benchmark-XXXXXX", NULL);
  g_auto (GStrv) words = NULL;
  Watch watch = { moei_operation_new () };
  int status;

  service = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, self, "--serve", NULL);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (service));
  line = g_data_input_stream_read_line_utf8 (output, NULL, NULL, NULL);
  words = g_strsplit (line, " ", 2);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  watch.feed = moei_feed_new (words[0], watch.operation, cache);
  moei_feed_start (watch.feed);
  benchmark_wait_for (moei_feed_get_state (watch.feed) == MOEI_DATA_STATE_LIVE &&
                      moei_collection_size (moei_operation_get_days (watch.operation)) == 7);
  watch.flight = moei_collection_lookup (moei_operation_get_flights (watch.operation), words[1]);
  g_assert_nonnull (watch.flight);
  g_signal_connect_swapped (watch.flight, "notify::boarded", G_CALLBACK (notify_cb), &watch);
  open_window (&watch, application);
  benchmark_iterate (2000);
  change (&watch, service, G_INPUT_STREAM (output));

  status = measure (&watch, service, G_INPUT_STREAM (output), n_changes);
  moei_feed_stop (watch.feed);
  g_subprocess_force_exit (service);
  benchmark_remove (cache);
  return status;
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  if (argc == 2 && g_str_equal (argv[1], "--serve"))
    serve ();

  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();
  return follow (argv[0], argc == 2 ? (guint) atoi (argv[1]) : 100);
}
