/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "feed/moei-feed-error.h"
#include "feed/moei-follower.h"
#include "wire/moei-event-data.h"

#include "../chaos/virtual-time.h"
#include "fixture/moei-test-service.h"

#define STREAM    "/v1/events"
#define LONG_POLL "/v1/events?closeafter=state"

#define HELLO "event: hello\nid: e1-7\n" \
              "data: {\"epoch\":\"e1\",\"revision\":7,\"time\":\"2025-03-06T10:00:00+07:00\",\"rate\":1,\"ping_s\":15000}\n\n"
#define HEAD  "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"

/* Attempts follow each other at once; nothing else is short unless a test makes
 * it so.  The service's seconds are milliseconds. */
static const MoeiDurations patient = {
  .request = 20000,
  .hello = 20000,
  .ping = 20000,
  .second = 1,
  .slack = 20000,
  .shortest_pause = 1,
  .longest_pause = 3,
  .settled = 20000,
  .poll = 20000,
  .stream_again = 20000,
  .early = 20000,
  .early_again = 20000,
};

typedef struct {
  MoeiTestService *service;
  MoeiDurations    durations;
  MoeiFollower    *follower;
  guint            n_hellos;
  guint            n_polls;
  guint            n_troubles;
  MoeiFeedError    trouble; /* the last one's code */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->service = moei_test_service_new (NULL);
  fixture->durations = patient;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  moei_follower_stop (fixture->follower);
  moei_test_await_finalize (fixture->follower);
  moei_test_await_finalize (fixture->service);
}

static void
event_cb (Fixture       *fixture,
          MoeiEventData *event,
          MoeiFollower  *follower)
{
  fixture->n_hellos += moei_event_data_get_kind (event) == MOEI_EVENT_HELLO;
}

static void
poll_cb (Fixture      *fixture,
         MoeiFollower *follower)
{
  fixture->n_polls++;
}

static void
trouble_cb (Fixture      *fixture,
            const GError *error,
            MoeiFollower *follower)
{
  g_assert_true (error->domain == MOEI_FEED_ERROR);
  fixture->n_troubles++;
  fixture->trouble = (MoeiFeedError) error->code;
}

static void
start (Fixture *fixture)
{
  fixture->follower = moei_follower_new (moei_test_service_get_uri (fixture->service), &fixture->durations);
  g_signal_connect_swapped (fixture->follower, "event", G_CALLBACK (event_cb), fixture);
  g_signal_connect_swapped (fixture->follower, "poll", G_CALLBACK (poll_cb), fixture);
  g_signal_connect_swapped (fixture->follower, "trouble", G_CALLBACK (trouble_cb), fixture);
  moei_follower_start (fixture->follower);
}

static gint64
in_ms (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1000;
}

static void
test_resume (Fixture       *fixture,
             gconstpointer  data)
{
  moei_test_service_set_greeting (fixture->service, HELLO);
  start (fixture);
  g_assert_cmpuint (fixture->n_polls, ==, 1);
  moei_test_wait_for (fixture->n_hellos == 1);
  g_assert_null (moei_test_service_get_asked (fixture->service, STREAM, "Last-Event-ID"));

  moei_test_service_end_streams (fixture->service);
  moei_test_wait_for (fixture->n_hellos == 2);
  g_assert_cmpstr (moei_test_service_get_asked (fixture->service, STREAM, "Last-Event-ID"), ==, "e1-7");

  /* A stream that gave no id does not make us forget. */
  moei_test_service_set_greeting (fixture->service, NULL);
  moei_test_service_end_streams (fixture->service);
  moei_test_wait_for (moei_test_service_get_n_streams (fixture->service) == 3);
  moei_test_service_end_streams (fixture->service);
  moei_test_wait_for (moei_test_service_get_n_streams (fixture->service) == 4);
  g_assert_cmpstr (moei_test_service_get_asked (fixture->service, STREAM, "Last-Event-ID"), ==, "e1-7");

  g_assert_cmpint (moei_follower_get_way (fixture->follower), ==, MOEI_FOLLOWING_STREAM);
  g_assert_cmpuint (fixture->n_troubles, ==, 1);
  g_assert_cmpint (fixture->trouble, ==, MOEI_FEED_ERROR_CUT);
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, LONG_POLL), ==, 0);
}

/* Streams that end as soon as they are open: documents are asked for meanwhile. */
static void
test_cut_short (Fixture       *fixture,
                gconstpointer  data)
{
  const MoeiTestAnswer cut = { .fault = MOEI_TEST_FAULT_RAW, .body = HEAD };

  fixture->durations.poll = 1;
  moei_test_service_answer (fixture->service, STREAM, &cut);
  start (fixture);
  moei_test_wait_for (fixture->n_troubles >= 3 && fixture->n_polls >= 3);
  g_assert_cmpint (fixture->trouble, ==, MOEI_FEED_ERROR_CUT);
  g_assert_cmpint (moei_follower_get_way (fixture->follower), ==, MOEI_FOLLOWING_STREAM);
}

/* Stopped on a lower step, it begins on the highest. */
static void
test_start_anew (Fixture       *fixture,
                 gconstpointer  data)
{
  const MoeiTestAnswer ended = { .status = 204 };

  moei_test_service_answer (fixture->service, STREAM, &ended);
  start (fixture);
  moei_test_wait_for (moei_follower_get_way (fixture->follower) == MOEI_FOLLOWING_POLL);
  moei_follower_stop (fixture->follower);

  moei_test_service_answer (fixture->service, STREAM, NULL);
  moei_test_service_set_greeting (fixture->service, HELLO);
  moei_follower_hurry (fixture->follower);
  moei_test_wait_for (fixture->n_hellos == 1);
}

/* What fails before a stream is open is no reason for another way, but to ask. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  moei_test_service_stop (fixture->service);
  fixture->durations.poll = 1;
  start (fixture);
  moei_test_wait_for (fixture->n_troubles >= 5 && fixture->n_polls >= 3);
  g_assert_cmpint (fixture->trouble, ==, MOEI_FEED_ERROR_REFUSED);
  g_assert_cmpint (moei_follower_get_way (fixture->follower), ==, MOEI_FOLLOWING_STREAM);
  g_assert_false (moei_follower_is_stopped (fixture->follower));
}

static void
test_step_down_and_up (Fixture       *fixture,
                       gconstpointer  data)
{
  const MoeiTestAnswer fault = { .status = 500 };

  fixture->durations.hello = 1;
  fixture->durations.stream_again = 1000;
  fixture->durations.poll = 1;
  moei_test_service_answer (fixture->service, LONG_POLL, &fault);
  start (fixture);

  moei_test_wait_for (moei_follower_get_way (fixture->follower) == MOEI_FOLLOWING_POLL);
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, LONG_POLL), ==, 3);
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, STREAM), ==, 1);
  fixture->n_polls = 0;
  moei_test_wait_for (fixture->n_polls > 3);
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, LONG_POLL), ==, 3);

  /* In time the stream is tried again, and now works. */
  fixture->durations.hello = 20000;
  moei_test_service_set_greeting (fixture->service, HELLO);
  moei_test_wait_for (fixture->n_hellos == 1);
  g_assert_cmpint (moei_follower_get_way (fixture->follower), ==, MOEI_FOLLOWING_STREAM);
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, STREAM), ==, 2);
}

static void
test_no_pings (Fixture       *fixture,
               gconstpointer  data)
{
  fixture->durations.slack = 1;
  moei_test_service_set_greeting (fixture->service,
                                  "event: hello\ndata: {\"epoch\":\"e1\",\"revision\":7,"
                                  "\"time\":\"2025-03-06T10:00:00+07:00\",\"rate\":1,\"ping_s\":1}\n\n");
  start (fixture);
  moei_test_wait_for (fixture->n_troubles == 1);
  g_assert_cmpint (fixture->trouble, ==, MOEI_FEED_ERROR_SILENT);
  g_assert_cmpuint (fixture->n_hellos, ==, 1);
  g_assert_cmpint (moei_follower_get_way (fixture->follower), ==, MOEI_FOLLOWING_LONG_POLL);
}

/* A proxy passes on only what has ended: the hello comes with the end. */
static void
test_long_poll (Fixture       *fixture,
                gconstpointer  data)
{
  const MoeiTestAnswer ended = { .fault = MOEI_TEST_FAULT_RAW, .body = HEAD HELLO };

  fixture->durations.hello = 1;
  moei_test_service_answer (fixture->service, LONG_POLL, &ended);
  start (fixture);
  moei_test_wait_for (fixture->n_hellos >= 5);
  g_assert_cmpint (moei_follower_get_way (fixture->follower), ==, MOEI_FOLLOWING_LONG_POLL);
  g_assert_cmpuint (fixture->n_troubles, ==, 1);
  g_assert_cmpstr (moei_test_service_get_asked (fixture->service, LONG_POLL, "Last-Event-ID"), ==, "e1-7");
  g_assert_cmpuint (fixture->n_polls, ==, 1);
}

static gboolean
flag_cb (gpointer user_data)
{
  gboolean *flag = user_data;

  *flag = TRUE;
  return G_SOURCE_REMOVE;
}

/* It is given the time of two beats, not that of a hello. */
static void
test_long_poll_is_long (Fixture       *fixture,
                        gconstpointer  data)
{
  gboolean passed = FALSE;

  fixture->durations.hello = 1;
  start (fixture);
  moei_test_wait_for (moei_test_service_get_n_asked (fixture->service, LONG_POLL) == 1);
  g_timeout_add (30, flag_cb, &passed);
  moei_test_wait_for (passed);
  moei_test_service_say (fixture->service, HELLO);
  moei_test_wait_for (fixture->n_hellos == 1);
  g_assert_cmpuint (moei_test_service_get_n_streams (fixture->service), ==, 2);
}

static void
test_denied (Fixture       *fixture,
             gconstpointer  data)
{
  const guint *status = data;
  const MoeiTestAnswer denied = { .status = *status };

  moei_test_service_answer (fixture->service, STREAM, &denied);
  start (fixture);
  moei_test_wait_for (fixture->n_troubles == 1);
  g_assert_true (moei_follower_is_stopped (fixture->follower));

  /* Until a person asks. */
  moei_test_service_answer (fixture->service, STREAM, NULL);
  moei_test_service_set_greeting (fixture->service, HELLO);
  moei_follower_hurry (fixture->follower);
  moei_test_wait_for (fixture->n_hellos == 1);
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, STREAM), ==, 2);
  g_assert_cmpuint (fixture->n_polls, ==, 2);
}

static void
test_ended_for_good (Fixture       *fixture,
                     gconstpointer  data)
{
  const MoeiTestAnswer ended = { .status = 204 };

  fixture->durations.poll = 1;
  moei_test_service_answer (fixture->service, STREAM, &ended);
  start (fixture);
  /* It may have asked a few times before the stream's answer was there. */
  moei_test_wait_for (moei_follower_get_way (fixture->follower) == MOEI_FOLLOWING_POLL);
  fixture->n_polls = 0;
  moei_test_wait_for (fixture->n_polls > 3);
  g_assert_cmpint (moei_follower_get_way (fixture->follower), ==, MOEI_FOLLOWING_POLL);
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, STREAM), ==, 1);
}

/* How the service asks for a pause of 80 ms at least. */
static const struct {
  const char     *name;
  MoeiTestAnswer  answer;
} pauses[] = {
  { "retry-after", { .status = 503, .header = "Retry-After", .value = "80" } },
  { "too-many", { .status = 429, .header = "Retry-After", .value = "80" } },
  { "retry", { .fault = MOEI_TEST_FAULT_RAW, .body = HEAD "retry: 80\n\n" } },
  { "bye", { .fault = MOEI_TEST_FAULT_RAW, .body = HEAD HELLO "event: bye\ndata: {\"retry_after_ms\":80}\n\n" } },
};

static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  gint64 asked;

  moei_test_service_answer (fixture->service, STREAM, &pauses[i].answer);
  start (fixture);
  moei_test_wait_for (moei_test_service_get_n_asked (fixture->service, STREAM) == 1);
  asked = g_get_monotonic_time ();
  moei_test_wait_for (moei_test_service_get_n_asked (fixture->service, STREAM) == 2);
  g_assert_cmpint (in_ms (asked), >=, 75);
}

static void
test_early (Fixture       *fixture,
            gconstpointer  data)
{
  const MoeiTestAnswer fault = { .status = 503, .header = "Retry-After", .value = "20000" };

  fixture->durations.early = 1;
  moei_test_service_answer (fixture->service, STREAM, &fault);
  start (fixture);
  moei_test_wait_for (fixture->n_troubles == 1);

  moei_test_service_answer (fixture->service, STREAM, NULL);
  moei_test_service_set_greeting (fixture->service, HELLO);
  /* Also where the system believes that there is no network. */
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", FALSE);
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", FALSE);
  moei_test_wait_for (fixture->n_hellos == 1);
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, STREAM), ==, 2);

  /* One early attempt must do for a while; and a stream that is open is left alone. */
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", TRUE);
  moei_test_service_answer (fixture->service, STREAM, &fault);
  moei_test_service_end_streams (fixture->service);
  moei_test_wait_for (fixture->n_troubles == 2);
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", TRUE);
  moei_follower_hurry (fixture->follower);
  moei_test_wait_for (fixture->n_troubles == 3);
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, STREAM), ==, 4);
}

static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  moei_test_service_set_greeting (fixture->service, HELLO);
  start (fixture);
  moei_follower_stop (fixture->follower);
  moei_follower_start (fixture->follower);
  moei_test_wait_for (fixture->n_hellos == 1);
  moei_follower_stop (fixture->follower);
  moei_test_wait_for (moei_test_service_is_left (fixture->service));
  g_assert_cmpuint (fixture->n_troubles, ==, 0);
}

#define add(name, function, data) g_test_add ("/follower/" name, Fixture, data, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  static const guint login = 401, forbidden = 403;

  g_test_init (&argc, &argv, NULL);
  virtual_time_begin ();

  add ("resume", test_resume, NULL);
  add ("refused", test_refused, NULL);
  add ("cut-short", test_cut_short, NULL);
  add ("start-anew", test_start_anew, NULL);
  add ("step-down-and-up", test_step_down_and_up, NULL);
  add ("no-pings", test_no_pings, NULL);
  add ("long-poll", test_long_poll, NULL);
  add ("long-poll-is-long", test_long_poll_is_long, NULL);
  add ("denied/login", test_denied, &login);
  add ("denied/forbidden", test_denied, &forbidden);
  add ("ended-for-good", test_ended_for_good, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pauses); i++) {
    g_autofree char *path = g_strconcat ("/follower/pause/", pauses[i].name, NULL);

    g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_pause, tear_down);
  }
  add ("early", test_early, NULL);
  add ("stop", test_stop, NULL);

  return g_test_run ();
}
