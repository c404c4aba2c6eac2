/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "feed/moei-feed.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "operation/moei-freshness.h"
#include "operation/moei-notice.h"

#include "../service/service-fixture.h"
#include "../chaos/virtual-time.h"

/* The feed and the service that it is made for, over loopback. */

#define DAY G_TIME_SPAN_DAY

typedef struct {
  ServiceFixture  service;
  char           *cache;
  MoeiOperation  *operation;
  MoeiFeed       *feed;
} Fixture;

static gboolean
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  return g_remove (path) == 0;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  service_fixture_set_up (&fixture->service, NULL);
  fixture->cache = g_dir_make_tmp ("moei-live-XXXXXX", NULL);
  fixture->operation = moei_operation_new ();
  fixture->feed = moei_feed_new (fixture->service.uri, fixture->operation, fixture->cache);
  moei_feed_start (fixture->feed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  guint wake_id = g_timeout_add (10, wake_cb, NULL);

  moei_feed_stop (fixture->feed);
  g_object_add_weak_pointer (G_OBJECT (fixture->feed), (gpointer *) &fixture->feed);
  g_object_unref (fixture->feed);
  wait_until (fixture->feed == NULL);
  wait_until (remove_tree (fixture->cache));
  g_source_remove (wake_id);
  g_object_unref (fixture->operation);
  g_free (fixture->cache);
  service_fixture_tear_down (&fixture->service, NULL);
}

static gboolean
all_live (Fixture *fixture)
{
  MoeiCollection *freshness = moei_operation_get_freshness (fixture->operation);

  for (guint i = 0; i < moei_collection_size (freshness); i++) {
    if (moei_freshness_get_state (moei_collection_get (freshness, i)) != MOEI_DATA_STATE_LIVE)
      return FALSE;
  }
  return moei_collection_size (freshness) >= 13 && moei_feed_get_state (fixture->feed) == MOEI_DATA_STATE_LIVE;
}

static void
test_all_documents (Fixture       *fixture,
                    gconstpointer  data)
{
  wait_until (all_live (fixture));
  g_assert_null (moei_feed_dup_problem (fixture->feed));
  g_assert_true (moei_operation_get_exercise (fixture->operation));
  g_assert_cmpstr (moei_operation_get_epoch (fixture->operation), ==, moei_store_get_epoch (fixture->service.store));
  g_assert_cmpstr (moei_operation_get_week (fixture->operation), ==, "2025-W10");
  g_assert_cmpuint (moei_collection_size (moei_operation_get_days (fixture->operation)), ==, 7);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_places (fixture->operation)), >, 5);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_nationalities (fixture->operation)), >, 5);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_calendar (fixture->operation)), ==, 5 * 7);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_schedule (fixture->operation)), >,
                    moei_collection_size (moei_operation_get_flights (fixture->operation)));
  g_assert_cmpuint (moei_collection_size (moei_operation_get_movements (fixture->operation)), >,
                    moei_collection_size (moei_operation_get_convoys (fixture->operation)));
  g_assert_cmpint (moei_clock_now (moei_feed_get_clock (fixture->feed)), ==,
                   moei_service_clock_get_now (fixture->service.clock));
}

static const char *
source_of (Fixture    *fixture,
           const char *notice)
{
  MoeiEntity *entity = moei_collection_lookup (moei_operation_get_notices (fixture->operation), notice);

  return entity != NULL ? moei_entity_get_source (entity) : NULL;
}

static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  wait_until (all_live (fixture));
  for (guint i = 0; i < 5; i++) {
    g_autofree char *source = g_strdup_printf ("source %u", i);

    service_fixture_put (&fixture->service, "n1", source);
    wait_until (g_strcmp0 (source_of (fixture, "n1"), source) == 0);
  }
  g_assert_null (moei_feed_dup_problem (fixture->feed));
}

static MoeiFlight *
find_flight_of (Fixture *fixture,
                guint    day)
{
  MoeiCollection *schedule = moei_operation_get_schedule (fixture->operation);

  for (guint i = 0; i < moei_collection_size (schedule); i++) {
    if (moei_flight_get_day (moei_collection_get (schedule, i)) == day)
      return moei_collection_get (schedule, i);
  }
  return NULL;
}

static void
turn_to (Fixture *fixture,
         guint    day)
{
  guint today = moei_operation_get_operating_day (fixture->operation);

  moei_service_clock_play (fixture->service.clock,
                           moei_service_clock_get_now (fixture->service.clock) + (day - today) * DAY, 0);
  wait_until (moei_operation_get_operating_day (fixture->operation) == day && all_live (fixture));
}

/* Tomorrow's flights and next week's days are here already; what was of
 * today goes on being known. */
static void
test_day_turns (Fixture       *fixture,
                gconstpointer  data)
{
  MoeiFlight *yesterdays, *todays;
  guint day, n_known;
  gpointer monday;

  wait_until (all_live (fixture));
  day = moei_operation_get_operating_day (fixture->operation);
  n_known = moei_collection_size (moei_operation_get_schedule (fixture->operation));
  yesterdays = find_flight_of (fixture, day);
  todays = find_flight_of (fixture, day + 1);
  monday = moei_collection_lookup (moei_operation_get_calendar (fixture->operation), "2025-03-10");
  g_assert_nonnull (yesterdays);
  g_assert_nonnull (todays);
  g_assert_nonnull (monday);

  turn_to (fixture, day + 1);
  g_assert_true (todays == moei_collection_get (moei_operation_get_flights (fixture->operation), 0));
  g_assert_true (yesterdays == find_flight_of (fixture, day));
  wait_until (moei_collection_size (moei_operation_get_schedule (fixture->operation)) > n_known);

  turn_to (fixture, day + 4);
  g_assert_true (monday == moei_collection_get (moei_operation_get_days (fixture->operation), 0));
  g_assert_cmpuint (moei_collection_size (moei_operation_get_days (fixture->operation)), ==, 7);
}

#define add(name, function) g_test_add ("/live/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  virtual_time_begin ();

  add ("all-documents", test_all_documents);
  add ("changes", test_changes);
  add ("day-turns", test_day_turns);

  return g_test_run ();
}
