/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>
#include <utime.h>

#include "map/moei-tile-fetch.h"
#include "map/moei-tile-image.h"
#include "map/moei-tile-source.h"
#include "map/moei-tile-template.h"
#include "map/moei-tiles-layer.h"
#include "tests/chaos/virtual-time.h"
#include "tests/map/map-fixture.h"

/* Tiles of a server on this computer. */

#define PATIENCE_S 120
#define DEADLINE   120000
#define SHORT_DEADLINE 200

typedef enum {
  GOOD,
  GOOD_LARGE,
  GOOD_JPEG,
  WEB_PAGE,
  WRONG_SIZE,
  BOMB,
  HALF_PNG,
  HALF_JPEG,
  CUT,
  ENDLESS,
  NO_ANSWER,
  REDIRECT,
  NOT_FOUND,
  FAULT,
} Answer;

typedef struct {
  SoupServer     *server;
  char           *template;
  char           *folder;
  MoeiTileCache  *cache;
  MoeiTileSource *source;

  Answer          answer;
  const char     *control;  /* (nullable) Cache-Control of its answers */
  guint           n_requests;
  guint           n_confirmed;
  char           *agent;
  gboolean        cookies;
} Fixture;

static guint n_loud;

static GLogWriterOutput
log_writer (GLogLevelFlags   level,
            const GLogField *fields,
            gsize            n_fields,
            gpointer         user_data)
{
  n_loud += (level & G_LOG_LEVEL_MASK) <= G_LOG_LEVEL_MESSAGE;
  return g_log_writer_default (level, fields, n_fields, user_data);
}

static gboolean
out_of_patience (gpointer user_data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

#define wait_for(condition) G_STMT_START { \
  guint patience = g_timeout_add_seconds (PATIENCE_S, out_of_patience, NULL); \
  while (!(condition)) \
    g_main_context_iteration (NULL, TRUE); \
  g_source_remove (patience); \
} G_STMT_END

static cairo_status_t
append (void                *data,
        const unsigned char *bytes,
        unsigned int         size)
{
  g_byte_array_append (data, bytes, size);
  return CAIRO_STATUS_SUCCESS;
}

/* A red square. */
static GBytes *
make_png (int size)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
make_jpeg (int size)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, size, size);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0xff0000ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "jpeg", &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

/* A small file that says it unpacks to 14 GB. */
static GBytes *
make_bomb (void)
{
  g_autoptr (GBytes) png = make_png (256);
  gsize size;
  guint8 *data = g_bytes_unref_to_data (g_steal_pointer (&png), &size);

  data[18] = data[22] = 0xea;
  data[19] = data[23] = 0x60;
  return g_bytes_new_take (data, size);
}

static GBytes *
halve (GBytes *whole)
{
  GBytes *half = g_bytes_new (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole) / 2);

  g_bytes_unref (whole);
  return half;
}

static GBytes *
make_body (Answer answer)
{
  switch (answer) {
  case GOOD_LARGE:
    return make_png (512);
  case GOOD_JPEG:
    return make_jpeg (256);
  case WEB_PAGE:
    return g_bytes_new_static ("<!doctype html>", 15);
  case WRONG_SIZE:
    return make_png (300);
  case BOMB:
    return make_bomb ();
  case HALF_PNG:
    return halve (make_png (256));
  case HALF_JPEG:
    return halve (make_jpeg (256));
  case GOOD:
  case CUT:
  case ENDLESS:
  case NO_ANSWER:
  case REDIRECT:
  case NOT_FOUND:
  case FAULT:
  default:
    return make_png (256);
  }
}

static void
write_more (SoupServerMessage *message)
{
  static const char zeros[64 * 1024];

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, zeros, sizeof zeros);
  soup_server_message_unpause (message);
}

static void
answer_endlessly (SoupServerMessage *message)
{
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (write_more), NULL);
  write_more (message);
}

static void
answer_cut (SoupServerMessage *message)
{
  static const char said[] = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n\x89PNG";
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), said, sizeof said - 1, NULL, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static void
answer_tile (Fixture           *fixture,
             SoupServerMessage *message)
{
  const char *asked = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "If-None-Match");
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autoptr (GBytes) body = make_body (fixture->answer);

  soup_message_headers_replace (headers, "ETag", "\"red\"");
  soup_message_headers_replace (headers, "Set-Cookie", "who=you");
  if (fixture->control != NULL)
    soup_message_headers_replace (headers, "Cache-Control", fixture->control);
  if (g_strcmp0 (asked, "\"red\"") == 0) {
    fixture->n_confirmed++;
    soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
    return;
  }
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_set_content_type (headers, fixture->answer == WEB_PAGE ? "text/html" : "image/png", NULL);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), body);
}

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  Fixture *fixture = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  fixture->n_requests++;
  g_free (fixture->agent);
  fixture->agent = g_strdup (soup_message_headers_get_one (headers, "User-Agent"));
  fixture->cookies |= soup_message_headers_get_one (headers, "Cookie") != NULL;

  if (fixture->answer == NO_ANSWER)
    soup_server_message_pause (message);
  else if (fixture->answer == ENDLESS)
    answer_endlessly (message);
  else if (fixture->answer == CUT)
    answer_cut (message);
  else if (fixture->answer == REDIRECT)
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/elsewhere");
  else if (fixture->answer == NOT_FOUND || fixture->answer == FAULT)
    soup_server_message_set_status (message, fixture->answer == FAULT ? 500 : 404, NULL);
  else
    answer_tile (fixture, message);
}

static void
renew_source (Fixture *fixture,
              guint    deadline)
{
  g_clear_object (&fixture->source);
  fixture->source = moei_tile_source_new (fixture->template, fixture->cache, deadline);
  moei_tile_source_set_look (fixture->source, FALSE, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  n_loud = 0;
  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->server, NULL, answer_cb, fixture, NULL);
  soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (fixture->server);
  fixture->template = g_strdup_printf ("http://127.0.0.1:%d/{z}/{x}/{y}.png", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  fixture->folder = g_dir_make_tmp ("moei-tiles-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->cache = moei_tile_cache_new (fixture->folder, MOEI_TILE_CACHE_MAX_SIZE);
  renew_source (fixture, DEADLINE);
}

static guint
count_files (Fixture *fixture,
             gint64   touched)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  struct utimbuf times = { touched, touched };
  guint n = 0;
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    if (touched > 0)
      g_assert_cmpint (g_utime (path, &times), ==, 0);
    if (touched < 0)
      g_remove (path);
    n++;
  }
  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gpointer source = fixture->source;

  g_object_add_weak_pointer (source, &source);
  g_clear_object (&fixture->source);
  g_assert_null (source);
  count_files (fixture, -1);
  g_rmdir (fixture->folder);
  soup_server_disconnect (fixture->server);
  g_object_unref (fixture->server);
  g_object_unref (fixture->cache);
  g_free (fixture->template);
  g_free (fixture->folder);
  g_free (fixture->agent);
}

static void
filled_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean success = shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (object), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_assert_no_error (error);
  *(int *) user_data = success;
}

static ShumateTile *
fill (Fixture *fixture)
{
  ShumateTile *tile = shumate_tile_new_full (3, 2, 256, 4);
  int filled = -1;

  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (fixture->source), tile, NULL, filled_cb, &filled);
  wait_for (filled >= 0);
  g_assert_true (filled);
  wait_for (moei_tile_source_is_idle (fixture->source));
  g_assert_cmpint (shumate_tile_get_state (tile), ==, SHUMATE_STATE_DONE);
  return tile;
}

/* The pixel in the middle of a tile, premultiplied. */
static guint32
look_at (ShumateTile *tile)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 256, 256);
  cairo_t *cr = cairo_create (surface);
  guint32 pixel;

  g_assert_nonnull (shumate_tile_get_paintable (tile));
  gdk_paintable_snapshot (shumate_tile_get_paintable (tile), snapshot, 256, 256);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixel = ((guint32 *) (gpointer) cairo_image_surface_get_data (surface))[128 * 256 + 128];
  cairo_surface_destroy (surface);
  return pixel;
}

static void
assert_red (ShumateTile *tile)
{
  guint32 pixel = look_at (tile);

  g_assert_cmphex (pixel >> 24, ==, 0xff);
  g_assert_cmphex (pixel >> 16 & 0xff, >=, 0xf8);
  g_assert_cmphex (pixel & 0xffff, <=, 0x0808);
}

static void
test_good (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const Answer answers[] = { GOOD, GOOD_LARGE, GOOD_JPEG };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    g_autoptr (ShumateTile) tile = NULL;

    fixture->answer = answers[i];
    fixture->control = "no-store";
    tile = fill (fixture);
    assert_red (tile);
    g_assert_cmpuint (fixture->n_requests, ==, i + 1);
  }
  g_assert_cmpstr (fixture->agent, ==, "Moei/" MOEI_VERSION);
  g_assert_false (fixture->cookies);
  g_assert_cmpuint (count_files (fixture, 0), ==, 0);
}

/* In dark surroundings a tile is made darker from what is kept. */
static void
test_dark (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (ShumateTile) tile = fill (fixture);

  moei_tile_source_set_look (fixture->source, TRUE, TRUE);
  wait_for (moei_tile_source_is_idle (fixture->source));
  g_assert_cmphex (look_at (tile) >> 24, ==, 0xff);
  g_assert_cmphex (look_at (tile) >> 16 & 0xff, <, 0xb0);
  g_assert_cmpuint (fixture->n_requests, ==, 1);
}

/* Whatever comes, the base map is seen, and nobody is alarmed; the server is
 * asked again at the next retry, and not before. */
static void
test_bad (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr (ShumateTile) tile = NULL, again = NULL;

  fixture->answer = GPOINTER_TO_INT (user_data);
  if (fixture->answer == NO_ANSWER)
    renew_source (fixture, SHORT_DEADLINE);
  tile = fill (fixture);
  g_assert_cmphex (look_at (tile), ==, 0);
  again = fill (fixture);
  g_assert_cmphex (look_at (again), ==, 0);
  g_assert_cmpuint (fixture->n_requests, ==, 1);
  g_assert_cmpuint (n_loud, ==, 0);
  g_assert_cmpuint (count_files (fixture, 0), ==, 0);

  if (fixture->answer == NO_ANSWER)
    return; /* that connection waits for its server */
  fixture->answer = GOOD;
  moei_tile_source_retry (fixture->source);
  wait_for (moei_tile_source_is_idle (fixture->source));
  assert_red (tile);
  assert_red (again);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (ShumateTile) tile = shumate_tile_new_full (3, 2, 256, 4);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  int filled = -1;

  fixture->answer = NO_ANSWER;
  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (fixture->source), tile, cancellable, filled_cb, &filled);
  wait_for (fixture->n_requests == 1);
  g_cancellable_cancel (cancellable);
  wait_for (filled >= 0);
  g_assert_false (filled);
  wait_for (moei_tile_source_is_idle (fixture->source));
  g_assert_null (shumate_tile_get_paintable (tile));
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (ShumateTile) first = NULL, second = NULL;

  fixture->control = "max-age=3600";
  first = fill (fixture);
  renew_source (fixture, DEADLINE);
  second = fill (fixture);
  assert_red (second);
  g_assert_cmpuint (fixture->n_requests, ==, 1);
}

static void
test_confirmed (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (ShumateTile) first = NULL, second = NULL, away = NULL;

  fixture->control = "max-age=0";
  first = fill (fixture);
  renew_source (fixture, DEADLINE);
  second = fill (fixture);
  assert_red (second);
  g_assert_cmpuint (fixture->n_requests, ==, 2);
  g_assert_cmpuint (fixture->n_confirmed, ==, 1);

  soup_server_disconnect (fixture->server);
  renew_source (fixture, DEADLINE);
  away = fill (fixture);
  assert_red (away);
  g_assert_cmpuint (fixture->n_requests, ==, 2);
  g_assert_cmpuint (n_loud, ==, 0);
}

/* What is damaged on this computer is fetched anew. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("rubbish", 7);
  g_autofree char *address = moei_tile_template_expand (fixture->template, 4, 3, 2);
  g_autoptr (ShumateTile) tile = NULL;

  moei_tile_cache_save (fixture->cache, address, rubbish, "\"red\"", g_get_real_time () / G_USEC_PER_SEC + 60);
  tile = fill (fixture);
  assert_red (tile);
  g_assert_cmpuint (fixture->n_confirmed, ==, 0);
}

static void
test_bounded (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (MoeiTileCache) cache = moei_tile_cache_new (fixture->folder, 50000);
  g_autofree char *data = g_malloc0 (10000);
  g_autoptr (GBytes) body = g_bytes_new (data, 10000);
  static const char * const addresses[] = { "a", "b", "c", "d", "new", "newer" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    moei_tile_cache_save (cache, addresses[i], body, NULL, 0);
    if (i == 3)
      g_assert_cmpuint (count_files (fixture, 1000000), ==, 4);
  }
  g_assert_cmpuint (count_files (fixture, 0), ==, 4);
  for (guint i = 4; i < 6; i++) {
    g_autoptr (MoeiKeptTile) kept = moei_tile_cache_load (cache, addresses[i]);

    g_assert_nonnull (kept);
    g_assert_true (g_bytes_equal (kept->body, body));
  }
}

static void
test_template (void)
{
  static const struct {
    const char *template;
    int         code; /* -1: none */
  } cases[] = {
    { "https://tiles.example/{z}/{x}/{y}.png", -1 },
    { "https://tiles.example:8443/t?z={z}&x={x}&y={y}&k=1", -1 },
    { "http://127.0.0.1:8080/{z}/{x}/{y}.png", -1 },
    { "http://[::1]/{z}/{x}/{y}", -1 },
    { "http://localhost/{z}/{x}/{y}", -1 },
    { "http://tiles.example/{z}/{x}/{y}.png", MOEI_TILE_TEMPLATE_ERROR_SCHEME },
    { "file:///{z}/{x}/{y}.png", MOEI_TILE_TEMPLATE_ERROR_ADDRESS },
    { "ftp://tiles.example/{z}/{x}/{y}.png", MOEI_TILE_TEMPLATE_ERROR_SCHEME },
    { "https://tiles.example/{z}/{x}.png", MOEI_TILE_TEMPLATE_ERROR_PLACEHOLDER },
    { "https://{s}.tiles.example/{z}/{x}/{y}.png", MOEI_TILE_TEMPLATE_ERROR_PLACEHOLDER },
    { "https://tiles.example/{z}/{x}/{y}.png{", MOEI_TILE_TEMPLATE_ERROR_PLACEHOLDER },
    { "https://tiles{x}.example/{z}/{x}/{y}.png", MOEI_TILE_TEMPLATE_ERROR_ADDRESS },
    { "https://me:word@tiles.example/{z}/{x}/{y}.png", MOEI_TILE_TEMPLATE_ERROR_ADDRESS },
    { "https://tiles.example/a b/{z}/{x}/{y}.png", MOEI_TILE_TEMPLATE_ERROR_ADDRESS },
    { "tiles.example/{z}/{x}/{y}.png", MOEI_TILE_TEMPLATE_ERROR_ADDRESS },
    { "https://t\xc3\xaf.example/{z}/{x}/{y}.png", MOEI_TILE_TEMPLATE_ERROR_ADDRESS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (moei_tile_template_check (cases[i].template, &error) == (cases[i].code < 0));
    if (cases[i].code >= 0)
      g_assert_error (error, MOEI_TILE_TEMPLATE_ERROR, cases[i].code);
  }
}

/* A bomb is known by its head. */
static void
test_bomb (void)
{
  g_autoptr (GBytes) bomb = make_bomb ();
  g_autoptr (GError) error = NULL;

  g_assert_null (moei_tile_image_decode (bomb, FALSE, &error));
  g_assert_error (error, MOEI_TILE_IMAGE_ERROR, MOEI_TILE_IMAGE_ERROR_SIZE);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (says (child, text))
      return TRUE;
  }
  return FALSE;
}

/* On the map: nothing is asked for until there is a setting, nor after.  In real
 * time, since what is drawn goes through another process. */
static void
test_map (Fixture       *fixture,
          gconstpointer  user_data)
{
  MoeiMap *map = moei_map_new ();
  GtkWidget *window = gtk_window_new (), *layer, *base;
  guint n;

  virtual_time_end ();
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (map));
  gtk_window_present (GTK_WINDOW (window));
  map_fixture_wait_settled (map);
  g_assert_cmpuint (fixture->n_requests, ==, 0);
  layer = find (GTK_WIDGET (map), MOEI_TYPE_TILES_LAYER);
  base = gtk_widget_get_prev_sibling (layer);
  g_assert_true (SHUMATE_IS_MAP_LAYER (base));
  g_assert_null (gtk_widget_get_prev_sibling (base));

  g_object_set (moei_map_get_scene (map), "tiles-url", fixture->template, "tiles-attribution", "© A ministry", NULL);
  g_assert_true (says (GTK_WIDGET (map), "OpenStreetMap"));
  g_assert_true (says (GTK_WIDGET (map), "© A ministry"));
  wait_for (fixture->n_requests > 0);
  map_fixture_wait_settled (map);
  g_assert_nonnull (find (layer, SHUMATE_TYPE_MAP_LAYER));
  if (g_getenv ("MOEI_TEST_PICTURE") != NULL)
    map_fixture_save_picture (GTK_WIDGET (map), g_getenv ("MOEI_TEST_PICTURE"));
  g_assert_cmpuint (n_loud, ==, 0);

  g_object_set (moei_map_get_scene (map), "tiles-url", "http://tiles.example/{z}/{x}/{y}.png", NULL);
  g_assert_cmpuint (n_loud, ==, 1);
  g_assert_null (moei_tiles_layer_get_source (MOEI_TILES_LAYER (layer)));
  g_object_set (moei_map_get_scene (map), "tiles-url", "", NULL);
  g_assert_null (find (layer, SHUMATE_TYPE_MAP_LAYER));
  g_assert_true (says (GTK_WIDGET (map), "OpenStreetMap"));
  g_assert_false (says (GTK_WIDGET (map), "© A ministry"));
  map_fixture_wait_settled (map);
  n = fixture->n_requests;
  moei_map_canvas_zoom (moei_map_get_canvas (map), 1);
  map_fixture_wait_settled (map);
  g_assert_cmpuint (fixture->n_requests, ==, n);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_bad (const char *name,
         Answer      answer)
{
  g_autofree char *path = g_strconcat ("/tile-source/bad/", name, NULL);

  g_test_add (path, Fixture, GINT_TO_POINTER (answer), set_up, test_bad, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("moei-cache-XXXXXX", NULL);

  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (log_writer, NULL, NULL);
  virtual_time_begin ();

  g_test_add_func ("/tile-source/template", test_template);
  g_test_add_func ("/tile-source/bomb", test_bomb);
  g_test_add ("/tile-source/good", Fixture, NULL, set_up, test_good, tear_down);
  g_test_add ("/tile-source/dark", Fixture, NULL, set_up, test_dark, tear_down);
  add_bad ("web-page", WEB_PAGE);
  add_bad ("wrong-size", WRONG_SIZE);
  add_bad ("bomb", BOMB);
  add_bad ("half-png", HALF_PNG);
  add_bad ("half-jpeg", HALF_JPEG);
  add_bad ("cut", CUT);
  add_bad ("endless", ENDLESS);
  add_bad ("no-answer", NO_ANSWER);
  add_bad ("redirect", REDIRECT);
  add_bad ("not-found", NOT_FOUND);
  add_bad ("fault", FAULT);
  g_test_add ("/tile-source/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/tile-source/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/tile-source/confirmed", Fixture, NULL, set_up, test_confirmed, tear_down);
  g_test_add ("/tile-source/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/tile-source/bounded", Fixture, NULL, set_up, test_bounded, tear_down);
  g_test_add ("/tile-source/map", Fixture, NULL, set_up, test_map, tear_down);

  return g_test_run ();
}
