/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service-fixture.h"
#include "service/moei-document-cache.h"
#include "wire/moei-instant.h"

static MoeiRendition *
look_up (MoeiDocumentCache *cache,
         MoeiDocumentKind   kind,
         guint              day)
{
  g_autoptr (MoeiResource) resource = moei_resource_new (kind, day);
  g_autoptr (GError) error = NULL;
  MoeiRendition *rendition = moei_document_cache_lookup (cache, resource, &error);

  g_assert_no_error (error);
  return rendition;
}

static void
test_new_destroy (ServiceFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr (MoeiDocumentCache) cache = moei_document_cache_new (fixture->store, fixture->clock);

  g_assert_cmpuint (moei_document_cache_size (cache), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&cache));
}

static void
test_made_once (ServiceFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (MoeiDocumentCache) cache = moei_document_cache_new (fixture->store, fixture->clock);
  guint today = moei_service_clock_get_day (fixture->clock);
  g_autoptr (MoeiRendition) places = look_up (cache, MOEI_DOCUMENT_PLACES, today);
  g_autoptr (MoeiRendition) notices = look_up (cache, MOEI_DOCUMENT_NOTICES, today);
  g_autoptr (MoeiRendition) same_places = NULL;
  g_autoptr (MoeiRendition) new_notices = NULL;

  service_fixture_put (fixture, "bridge", "radio");
  while (g_main_context_iteration (NULL, FALSE));
  same_places = look_up (cache, MOEI_DOCUMENT_PLACES, today);
  new_notices = look_up (cache, MOEI_DOCUMENT_NOTICES, today);
  g_assert_true (same_places == places);
  g_assert_true (new_notices != notices);
}

/* A document that is made again of the same revision is the same to the byte. */
static void
test_same_bytes (ServiceFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (MoeiDocumentCache) first = moei_document_cache_new (fixture->store, fixture->clock);
  g_autoptr (MoeiDocumentCache) second = moei_document_cache_new (fixture->store, fixture->clock);
  guint today = moei_service_clock_get_day (fixture->clock);

  for (guint kind = MOEI_DOCUMENT_SITUATION; kind <= MOEI_DOCUMENT_CHANGES; kind++) {
    g_autoptr (MoeiRendition) a = look_up (first, kind, today);
    g_autoptr (MoeiRendition) b = NULL;

    moei_service_clock_play (fixture->clock, moei_service_clock_get_now (fixture->clock) + G_TIME_SPAN_SECOND, 0.0);
    b = look_up (second, kind, today);
    g_assert_cmpstr (moei_rendition_get_identity (a)->etag, ==, moei_rendition_get_identity (b)->etag);
    if (moei_rendition_get_gzip (a) != NULL)
      g_assert_cmpstr (moei_rendition_get_gzip (a)->etag, ==, moei_rendition_get_gzip (b)->etag);
  }
}

static void
test_clock (ServiceFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (MoeiDocumentCache) cache = moei_document_cache_new (fixture->store, fixture->clock);
  guint today = moei_service_clock_get_day (fixture->clock);
  g_autoptr (MoeiRendition) service = look_up (cache, MOEI_DOCUMENT_SERVICE, today);
  g_autoptr (MoeiRendition) situation = look_up (cache, MOEI_DOCUMENT_SITUATION, today);
  g_autoptr (MoeiRendition) later = NULL;
  g_autoptr (MoeiRendition) tomorrow = look_up (cache, MOEI_DOCUMENT_SITUATION, today + 1);

  moei_service_clock_play (fixture->clock, moei_service_clock_get_now (fixture->clock) + G_TIME_SPAN_SECOND, 0.0);
  later = look_up (cache, MOEI_DOCUMENT_SERVICE, today);
  g_assert_cmpstr (moei_rendition_get_identity (service)->digest, !=, moei_rendition_get_identity (later)->digest);
  g_assert_cmpstr (moei_rendition_get_identity (situation)->etag, !=, moei_rendition_get_identity (tomorrow)->etag);
}

static void
test_bound (ServiceFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (MoeiDocumentCache) cache = moei_document_cache_new (fixture->store, fixture->clock);
  guint today = moei_service_clock_get_day (fixture->clock);
  g_autoptr (MoeiRendition) places = look_up (cache, MOEI_DOCUMENT_PLACES, today);
  g_autoptr (MoeiRendition) notices = look_up (cache, MOEI_DOCUMENT_NOTICES, today);

  for (guint day = today; day < today + 1000; day++) {
    g_autoptr (MoeiRendition) flights = look_up (cache, MOEI_DOCUMENT_FLIGHTS, day);
    g_autoptr (MoeiRendition) used = look_up (cache, MOEI_DOCUMENT_PLACES, today);

    /* What is asked for again and again stays. */
    g_assert_true (used == places);
    g_assert_cmpuint (moei_document_cache_size (cache), <=, 128);
  }

  {
    g_autoptr (MoeiRendition) again = look_up (cache, MOEI_DOCUMENT_NOTICES, today);

    g_assert_true (again != notices);
  }
}

#define add_test(name, function)                                                      \
  g_test_add ("/document-cache/" name, ServiceFixture, NULL, service_fixture_set_up,  \
              function, service_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("new-destroy", test_new_destroy);
  add_test ("made-once", test_made_once);
  add_test ("same-bytes", test_same_bytes);
  add_test ("clock", test_clock);
  add_test ("bound", test_bound);

  return g_test_run ();
}
