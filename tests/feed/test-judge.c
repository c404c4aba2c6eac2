/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-judge.h"
#include "operation/moei-collection.h"
#include "operation/moei-freshness.h"

#define SECOND G_TIME_SPAN_SECOND
#define NONE    MOEI_DATA_STATE_NONE
#define LIVE    MOEI_DATA_STATE_LIVE
#define LATE    MOEI_DATA_STATE_LATE
#define OLD     MOEI_DATA_STATE_OLD
#define OFFLINE MOEI_DATA_STATE_OFFLINE

/* A word is due every 35 s; the one document is old after 300 s. */
typedef struct {
  const char    *name;
  int            silent;    /* seconds; -1: never heard */
  gboolean       spoken;
  gboolean       failing;
  int            confirmed; /* seconds ago, by our clock; -1: never */
  gboolean       problem;
  double         rate;
  MoeiDataState  document;
  MoeiDataState  whole;
} Case;

static const Case cases[] = {
  { "nothing", -1, FALSE, FALSE, -1, FALSE, 1, NONE, NONE },
  { "nothing-and-failing", -1, FALSE, TRUE, -1, FALSE, 1, NONE, OFFLINE },
  { "live", 0, TRUE, FALSE, 0, FALSE, 1, LIVE, LIVE },
  { "just-live", 34, TRUE, FALSE, 34, FALSE, 1, LIVE, LIVE },
  { "late", 36, TRUE, FALSE, 36, FALSE, 1, LATE, LATE },
  { "just-late", 349, TRUE, FALSE, 299, FALSE, 1, LATE, LATE },
  { "old", 351, TRUE, FALSE, 351, FALSE, 1, OLD, OLD },
  { "offline", 5, TRUE, TRUE, 5, FALSE, 1, OFFLINE, OFFLINE },
  { "offline-and-old", 86400, TRUE, TRUE, 86400, FALSE, 1, OFFLINE, OFFLINE },
  { "last-good", 5, FALSE, FALSE, 5, FALSE, 1, LATE, LATE },
  { "last-good-of-yesterday", 86400, FALSE, FALSE, 86400, FALSE, 1, OLD, OLD },
  { "one-unread", 1, TRUE, FALSE, 1, TRUE, 1, LATE, LIVE },
  { "one-unread-for-long", 1, TRUE, FALSE, 301, TRUE, 1, OLD, OLD },
  { "none-read", 1, TRUE, FALSE, -1, TRUE, 1, NONE, LIVE },
  { "fast", 10, TRUE, FALSE, 10, FALSE, 600, LIVE, LIVE },
  { "fast-and-old", 10, TRUE, FALSE, 301, FALSE, 600, OLD, OLD },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiClock) clock = moei_clock_new ();
  MoeiFreshness *freshness = moei_freshness_new ("flights");
  gint64 now = moei_clock_boot_time (), service_now;
  MoeiWord word = { .patience = 35 * 1000, .spoken = c->spoken, .failing = c->failing };

  moei_clock_set_at (clock, G_GINT64_CONSTANT (1741230000000000), c->rate, now);
  service_now = moei_clock_now (clock);
  word.heard = c->silent >= 0 ? now - c->silent * SECOND : G_MININT64;
  g_object_set (freshness,
                "old-after", 300,
                "confirmed", c->confirmed >= 0 ? service_now - (gint64) (c->confirmed * c->rate) * SECOND
                                               : MOEI_INSTANT_UNKNOWN,
                "problem", c->problem ? "flights: unreadable" : NULL,
                NULL);
  moei_collection_append (moei_operation_get_freshness (operation), freshness);

  g_assert_cmpint (moei_judge (operation, clock, &word, now), ==, c->whole);
  g_assert_cmpint (moei_freshness_get_state (freshness), ==, c->document);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/judge/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }

  return g_test_run ();
}
