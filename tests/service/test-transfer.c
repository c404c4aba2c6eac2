/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-flight.h"
#include "service-fixture.h"
#include "service/moei-shelving.h"
#include "service/moei-transfer.h"

static MoeiStoreView *
look (ServiceFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MoeiStoreView *view = moei_store_read (fixture->store, &error);

  g_assert_no_error (error);
  return view;
}

static gint64
import (ServiceFixture *fixture,
        MoeiBundle     *bundle)
{
  g_autoptr (MoeiStoreView) view = look (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiStoreBatch) batch = moei_transfer_import (view, bundle, "tak-operations-desk",
                                                           MOEI_INSTANT_UNKNOWN, &error);
  gint64 revision;

  g_assert_no_error (error);
  g_clear_pointer (&view, moei_store_view_free);
  revision = moei_store_write (fixture->store, batch, &error);
  g_assert_no_error (error);
  return revision;
}

static void
test_round_trip (ServiceFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (MoeiStoreView) view = look (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiBundle) exported = moei_transfer_export (view, &error);

  g_assert_no_error (error);

  /* What is exported is what is there: importing it changes nothing. */
  g_assert_cmpint (import (fixture, exported), ==, 2);
}

static void
test_replace (ServiceFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (MoeiBundle) bundle = moei_bundle_new ();
  g_autoptr (MoeiStoreView) before = look (fixture);
  g_autoptr (MoeiStoreView) after = NULL;
  g_autoptr (MoeiCollection) flights = moei_collection_new (MOEI_TYPE_FLIGHT);
  g_autoptr (MoeiCollection) all_flights = moei_collection_new (MOEI_TYPE_FLIGHT);
  g_autoptr (GError) error = NULL;

  g_assert_true (moei_store_view_load (before, MOEI_SHELF_FLIGHTS, 0, 0, all_flights, &error));
  g_assert_cmpuint (moei_collection_size (all_flights), >, 1);
  moei_collection_append (moei_bundle_get_shelf (bundle, MOEI_SHELF_FLIGHTS),
                          g_object_ref (moei_collection_get (all_flights, 1)));

  g_assert_cmpint (import (fixture, bundle), ==, 3);
  after = look (fixture);
  g_assert_true (moei_store_view_load (after, MOEI_SHELF_FLIGHTS, 0, 0, flights, &error));
  g_assert_cmpuint (moei_collection_size (flights), ==, 1);
  g_assert_cmpint (moei_entity_get_revision (moei_collection_get (flights, 0)), ==, 2);
}

static void
test_empty (ServiceFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "empty.db", NULL);
  g_autoptr (MoeiStore) store = moei_store_open (path, NULL);
  g_autoptr (MoeiStoreView) nothing = moei_store_read (store, NULL);
  g_autoptr (MoeiStoreView) something = look (fixture);
  gboolean empty;

  g_assert_true (moei_transfer_is_empty (nothing, &empty, NULL) && empty);
  g_assert_true (moei_transfer_is_empty (something, &empty, NULL) && !empty);
  g_clear_pointer (&nothing, moei_store_view_free);
  moei_store_close (store);
}

/* A flight belongs to the day it was to leave, in Bangkok. */
static void
test_day (ServiceFixture *fixture,
          gconstpointer   data)
{
  static const struct {
    const char *property;
    gint64      instant;
  } cases[] = {
    { "actual", G_GINT64_CONSTANT (1741280400000000) },    /* 2025-03-07T00:00+07:00 */
    { "estimated", G_GINT64_CONSTANT (1741280399999999) }, /* a moment before */
    { "scheduled", G_GINT64_CONSTANT (1741280400000000) },
  };
  g_autoptr (MoeiFlight) flight = moei_flight_new ("f");
  guint today = moei_service_clock_get_day (fixture->clock);
  const guint days[] = { today + 1, today, today + 1 };

  g_assert_cmpuint (moei_shelf_get_day_of (MOEI_ENTITY (flight)), ==, MOEI_DAY_UNKNOWN);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_object_set (flight, cases[i].property, cases[i].instant, NULL);
    g_assert_cmpuint (moei_shelf_get_day_of (MOEI_ENTITY (flight)), ==, days[i]);
  }
}

#define add_test(name, function)                                                  \
  g_test_add ("/transfer/" name, ServiceFixture, NULL, service_fixture_set_up,    \
              function, service_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("round-trip", test_round_trip);
  add_test ("replace", test_replace);
  add_test ("empty", test_empty);
  add_test ("day", test_day);

  return g_test_run ();
}
