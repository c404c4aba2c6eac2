/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-place.h"
#include "tests/map/map-fixture.h"
#include "wire/moei-document.h"

#define DAY         (24 * G_TIME_SPAN_HOUR)
#define PATIENCE_MS 120000

static MoeiDocument *
load_document (MoeiDocumentKind  kind,
               const char       *folder,
               const char       *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MoeiDocument *document;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  document = moei_document_decode (kind, bytes, &error);
  g_assert_no_error (error);
  return document;
}

static gboolean
is_on_day_of (gint64 instant,
              gint64 now)
{
  /* Bangkok's days */
  gint64 offset = 7 * G_TIME_SPAN_HOUR;

  return (instant + offset) / DAY == (now + offset) / DAY;
}

static void
add_convoys (MoeiOperation  *operation,
             MoeiCollection *all,
             gint64          now)
{
  for (guint i = 0; i < moei_collection_size (all); i++) {
    MoeiConvoy *convoy = moei_collection_get (all, i);
    gint64 start = moei_convoy_get_planned_departure (convoy), end = moei_convoy_get_estimated_arrival (convoy);

    if (!is_on_day_of (start, now))
      continue;

    g_object_set (convoy, "state",
                  now < start - 20 * G_TIME_SPAN_MINUTE ? MOEI_CONVOY_STATE_PLANNED
                  : now < start ? MOEI_CONVOY_STATE_BOARDING
                  : now < end ? MOEI_CONVOY_STATE_UNDER_WAY : MOEI_CONVOY_STATE_ARRIVED,
                  NULL);
    moei_collection_append (moei_operation_get_convoys (operation), g_object_ref (convoy));
  }
}

static void
add_flights (MoeiOperation  *operation,
             MoeiCollection *all,
             gint64          now)
{
  for (guint i = 0; i < moei_collection_size (all); i++) {
    MoeiFlight *flight = moei_collection_get (all, i);
    gint64 start = moei_flight_get_scheduled (flight), end = moei_flight_get_arrives (flight);

    if (!is_on_day_of (start, now))
      continue;

    g_object_set (flight, "state",
                  now < start - 2 * G_TIME_SPAN_HOUR ? MOEI_FLIGHT_STATE_SCHEDULED
                  : now < start ? MOEI_FLIGHT_STATE_BOARDING
                  : now < end ? MOEI_FLIGHT_STATE_DEPARTED : MOEI_FLIGHT_STATE_ARRIVED,
                  NULL);
    moei_collection_append (moei_operation_get_flights (operation), g_object_ref (flight));
  }
}

/* The built-in operation, as if all went by its times. */
MoeiOperation *
map_fixture_load (const char *folder,
                  gint64      now)
{
  MoeiOperation *operation = moei_operation_new ();
  g_autoptr (MoeiDocument) places = load_document (MOEI_DOCUMENT_PLACES, folder, "places.json");
  g_autoptr (MoeiDocument) routes = load_document (MOEI_DOCUMENT_ROUTES, folder, "routes.json");
  g_autoptr (MoeiDocument) convoys = load_document (MOEI_DOCUMENT_CONVOYS, folder, "convoys.json");
  g_autoptr (MoeiDocument) flights = load_document (MOEI_DOCUMENT_FLIGHTS, folder, "flights.json");

  moei_collection_merge (moei_operation_get_places (operation), moei_document_get_entities (places));
  moei_collection_merge (moei_operation_get_routes (operation), moei_document_get_entities (routes));
  add_convoys (operation, moei_document_get_entities (convoys), now);
  add_flights (operation, moei_document_get_entities (flights), now);
  return operation;
}

MoeiPlace *
map_fixture_add_place (MoeiOperation  *operation,
                       const char     *id,
                       MoeiPlaceKind   kind,
                       MoeiPlaceState  state,
                       double          longitude,
                       double          latitude)
{
  MoeiPosition position = { longitude, latitude };
  MoeiPlace *place = moei_place_new (id);

  g_object_set (place, "kind", kind, "state", state, "position", &position, NULL);
  moei_collection_append (moei_operation_get_places (operation), place);
  return place;
}

static gboolean
on_patience_over (gpointer user_data)
{
  g_error ("%s", (const char *) user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
on_settle_check (gpointer user_data)
{
  gboolean *checked = user_data;

  *checked = TRUE;
  return G_SOURCE_CONTINUE;
}

void
map_fixture_wait_settled (MoeiMap *map)
{
  map_fixture_wait_canvas (moei_map_get_canvas (map));
}

void
map_fixture_wait_canvas (MoeiMapCanvas *canvas)
{
  gboolean checked = FALSE;
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, (gpointer) "the map does not come to rest");
  guint check = g_timeout_add (30, on_settle_check, &checked);
  guint n_settled = 0;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (canvas));
  /* Twice in a row: what has just been drawn may ask for more. */
  while (n_settled < 4) {
    g_main_context_iteration (NULL, TRUE);
    if (checked)
      n_settled = moei_map_canvas_is_settled (canvas) ? n_settled + 1 : 0;
    checked = FALSE;
  }
  g_source_remove (check);
  g_source_remove (patience);
}

/* GTK lets go of a widget that was shown only when its last events are done. */
void
map_fixture_wait_gone (gpointer *object)
{
  guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, (gpointer) "something is not freed");

  while (*object != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

/* As large as on screen, in device pixels */
void
map_fixture_save_picture (GtkWidget  *widget,
                          const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);

  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width * scale, height * scale));
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
