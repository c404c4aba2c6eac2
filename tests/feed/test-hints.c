/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-hints.h"

#include "../chaos/virtual-time.h"
#include "fixture/moei-test-board.h"

#define SITUATION "/v1/situation"

static const MoeiDurations durations = { .request = 20000, .second = 1000 };

typedef struct {
  MoeiTestService *service;
  MoeiTestBoard    board;
  char            *cache;
  MoeiOperation   *operation;
  MoeiReader      *reader;
  MoeiHints       *hints;
  guint            n_rounds;
} Fixture;

static void
read_cb (Fixture    *fixture,
         MoeiReader *reader)
{
  fixture->n_rounds++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const guint *spread = data;
  g_autoptr (MoeiClock) clock = moei_clock_new ();
  g_autoptr (MoeiLastGood) last_good = NULL;
  GUri *uri;

  fixture->service = moei_test_service_new (NULL);
  uri = moei_test_service_get_uri (fixture->service);
  moei_test_board_init (&fixture->board, fixture->service);
  moei_test_board_publish (&fixture->board);
  fixture->cache = g_dir_make_tmp ("moei-hints-XXXXXX", NULL);
  fixture->operation = moei_operation_new ();
  last_good = moei_last_good_new (fixture->cache, "service");
  fixture->reader = moei_reader_new (uri, fixture->operation, clock, last_good, &durations);
  g_signal_connect_swapped (fixture->reader, "read", G_CALLBACK (read_cb), fixture);
  fixture->hints = moei_hints_new (fixture->reader, fixture->operation, clock, *spread);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  moei_hints_stop (fixture->hints);
  moei_reader_stop (fixture->reader);
  moei_test_await_finalize (fixture->hints);
  moei_test_await_finalize (fixture->reader);
  moei_test_await_finalize (fixture->operation);
  moei_test_await_finalize (fixture->service);
  moei_test_wait_for (moei_test_remove_tree (fixture->cache));
  g_free (fixture->cache);
}

static void
take (Fixture       *fixture,
      MoeiEventKind  kind)
{
  g_autoptr (MoeiEventData) event = moei_event_data_new (kind);

  g_object_set (event,
                "epoch", "e1",
                "revision", (gint64) fixture->board.revision,
                "time", G_GINT64_CONSTANT (1741230000000000),
                "rate", 1.0,
                NULL);
  moei_hints_take (fixture->hints, event);
}

static guint
asked (Fixture *fixture)
{
  return moei_test_service_get_n_asked (fixture->service, SITUATION);
}

/* After a hello at once; then, many at one time, once for all of them. */
static void
test_spread (Fixture       *fixture,
             gconstpointer  data)
{
  take (fixture, MOEI_EVENT_HELLO);
  moei_test_wait_for (fixture->n_rounds == 1);
  take (fixture, MOEI_EVENT_CHANGED);
  moei_test_wait_for (fixture->n_rounds == 2);

  for (guint i = 0; i < 10; i++)
    take (fixture, MOEI_EVENT_CHANGED);
  moei_test_wait_for (fixture->n_rounds == 3);
  g_assert_cmpuint (asked (fixture), ==, 3);
}

static void
test_no_spread (Fixture       *fixture,
                gconstpointer  data)
{
  take (fixture, MOEI_EVENT_HELLO);
  moei_test_wait_for (fixture->n_rounds == 1);
  for (guint i = 2; i < 6; i++) {
    take (fixture, MOEI_EVENT_CHANGED);
    moei_test_wait_for (fixture->n_rounds == i);
  }
}

/* A ping that says nothing new has nothing read. */
static void
test_ping (Fixture       *fixture,
           gconstpointer  data)
{
  take (fixture, MOEI_EVENT_HELLO);
  moei_test_wait_for (fixture->n_rounds == 1);
  for (guint i = 0; i < 10; i++)
    take (fixture, MOEI_EVENT_PING);
  fixture->board.revision++;
  moei_test_board_publish (&fixture->board);
  take (fixture, MOEI_EVENT_PING);
  moei_test_wait_for (fixture->n_rounds == 2);
  g_assert_cmpuint (asked (fixture), ==, 2);
}

static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  take (fixture, MOEI_EVENT_CHANGED);
  take (fixture, MOEI_EVENT_BYE);
  moei_hints_stop (fixture->hints);
  take (fixture, MOEI_EVENT_HELLO);
  moei_test_wait_for (fixture->n_rounds == 1);
  g_assert_cmpuint (asked (fixture), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  static const guint none = 0, some = 20, much = 15000;

  g_test_init (&argc, &argv, NULL);
  virtual_time_begin ();

  g_test_add ("/hints/spread", Fixture, &some, set_up, test_spread, tear_down);
  g_test_add ("/hints/no-spread", Fixture, &none, set_up, test_no_spread, tear_down);
  g_test_add ("/hints/ping", Fixture, &much, set_up, test_ping, tear_down);
  g_test_add ("/hints/stop", Fixture, &much, set_up, test_stop, tear_down);

  return g_test_run ();
}
