/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "feed/moei-feed.h"
#include "operation/moei-collection.h"
#include "operation/moei-freshness.h"
#include "service/moei-shelving.h"
#include "service/moei-store-view.h"

#include "../service/service-fixture.h"

/* A computer whose clock is wrong: the program runs itself under libfaketime
 * as a display without a screen, which follows a service whose clock is right. */

#define FAKETIME "/usr/bin/faketime"

static const char *program;

/* So far ahead is the computer's clock, in seconds. */
static const int errors[] = { 0, 3 * 3600, -3 * 3600, 90 * 24 * 3600, -400 * 24 * 3600 };

static gboolean
is_live (MoeiFeed      *feed,
         MoeiOperation *operation)
{
  return moei_feed_get_state (feed) == MOEI_DATA_STATE_LIVE &&
         moei_collection_size (moei_operation_get_places (operation)) > 0;
}

/* The oldest that a panel says it is, in seconds of the service's clock. */
static gint64
get_age (MoeiFeed      *feed,
         MoeiOperation *operation)
{
  MoeiCollection *freshness = moei_operation_get_freshness (operation);
  gint64 now = moei_clock_now (moei_feed_get_clock (feed)), age = 0;

  for (guint i = 0; i < moei_collection_size (freshness); i++)
    age = MAX (age, (now - moei_freshness_get_confirmed (moei_collection_get (freshness, i))) / G_USEC_PER_SEC);
  return age;
}

static int
follow (const char *address,
        const char *cache)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiFeed) feed = moei_feed_new (address, operation, cache);
  guint patience = g_timeout_add_seconds (20, service_fixture_is_late, &(gboolean) { FALSE });

  moei_feed_start (feed);
  while (!is_live (feed, operation))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  printf ("live %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", moei_feed_get_skew (feed),
          moei_feed_get_last_heard (feed), get_age (feed, operation));
  moei_feed_stop (feed);
  return 0;
}

/* The built-in operation is an exercise, which has a day of its own. */
static void
make_earnest (ServiceFixture *fixture)
{
  g_autoptr (MoeiStoreView) view = moei_store_read (fixture->store, NULL);
  g_autoptr (MoeiDocument) operation = moei_store_view_load_operation (view, NULL);
  g_autoptr (MoeiStoreBatch) batch = moei_store_batch_new ("tak-operations-desk", MOEI_INSTANT_UNKNOWN);

  g_clear_pointer (&view, moei_store_view_free);
  g_object_set (operation, "exercise", FALSE, NULL);
  moei_store_batch_put_operation (batch, operation);
  g_assert_cmpint (moei_store_write (fixture->store, batch, NULL), >, 0);
  moei_service_clock_play (fixture->clock, g_get_real_time (), 1.0);
}

static void
said_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **said = user_data;

  g_subprocess_communicate_utf8_finish (G_SUBPROCESS (object), result, said, NULL, NULL);
  if (*said == NULL)
    *said = g_strdup ("");
}

static void
test_wrong (ServiceFixture *fixture,
            gconstpointer   data)
{
  int error_s = errors[GPOINTER_TO_INT (data)];
  g_autofree char *offset = g_strdup_printf ("%+ds", error_s);
  g_autofree char *cache = g_dir_make_tmp ("moei-clock-XXXXXX", NULL);
  g_autofree char *said = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *sanitizer = g_strconcat ("verify_asan_link_order=0:", g_getenv ("ASAN_OPTIONS"), NULL);
  g_autoptr (GError) error = NULL;
  gint64 skew, heard, age;

  if (!g_file_test (FAKETIME, G_FILE_TEST_IS_EXECUTABLE)) {
    g_test_skip ("faketime is not installed, see build-aux/packages-debian.txt");
    return;
  }

  make_earnest (fixture);
  g_subprocess_launcher_setenv (launcher, "FAKETIME_DONT_FAKE_MONOTONIC", "1", TRUE);
  /* The sanitizer wants to be loaded before libfaketime */
  g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", sanitizer, TRUE);
  child = g_subprocess_launcher_spawn (launcher, &error, FAKETIME, "-f", offset, program, "--follow",
                                       fixture->uri, cache, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (child, NULL, NULL, said_cb, &said);
  wait_until (said != NULL);

  g_assert_cmpint (sscanf (said, "live %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &skew, &heard, &age),
                   ==, 3);
  g_assert_cmpint (ABS (skew + error_s), <=, 3);
  g_assert_cmpint (heard, <=, 3);
  g_assert_cmpint (age, <=, 3);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--follow"))
    return follow (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  program = argv[0];
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++) {
    g_autofree char *path = g_strdup_printf ("/wrong-clock/%+d-h", errors[i] / 3600);

    g_test_add (path, ServiceFixture, GINT_TO_POINTER (i), service_fixture_set_up, test_wrong, service_fixture_tear_down);
  }
  return g_test_run ();
}
