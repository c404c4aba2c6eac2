/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include <glib/gstdio.h>

#include "service/moei-bundle.h"
#include "wire/moei-wire-error.h"

#include "../feed/fixture/moei-test-service.h"
#include "../service/service-fixture.h"

/* How often the service may turn its main loop for one request. */
#define MOST_TURNS 2000

static const char * const files[] = {
  "operation.json", "places.json", "routes.json", "convoys.json", "flights.json", "days.json",
  "nationalities.json", "rule.json", "notices.json", "rolls.json",
};

/* The folder is kept for all texts; the files that one is about are put back. */
static char *folder;
static GBytes *unknown[G_N_ELEMENTS (files)];

static void
put_file (guint       i,
          const char *text,
          gsize       length)
{
  g_autofree char *path = g_build_filename (folder, files[i], NULL);

  g_assert_true (g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
make_folder (void)
{
  g_autoptr (MoeiBundle) empty = moei_bundle_new ();
  g_autoptr (GFile) file = NULL;

  folder = g_dir_make_tmp ("moei-fuzz-XXXXXX", NULL);
  file = g_file_new_for_path (folder);
  g_assert_true (moei_bundle_write (empty, file, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GFile) child = g_file_get_child (file, files[i]);

    unknown[i] = g_file_load_bytes (child, NULL, NULL, NULL);
    g_assert_nonnull (unknown[i]);
  }
}

/* "=== name" on a line of its own begins a file; others are as in an operation
 * of which nothing is known. */
static void
put_files (const char *text,
           gboolean   *is_put)
{
  g_auto (GStrv) parts = g_strsplit (text, "=== ", 20);

  for (guint i = 0; parts[i] != NULL; i++) {
    const char *end = strchr (parts[i], '\n');

    for (guint j = 0; end != NULL && j < G_N_ELEMENTS (files); j++) {
      if (strlen (files[j]) == (gsize) (end - parts[i]) && g_str_has_prefix (parts[i], files[j])) {
        put_file (j, end + 1, strlen (end + 1));
        is_put[j] = TRUE;
      }
    }
  }
}

static void
put_back (const gboolean *is_put)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (is_put[i])
      put_file (i, g_bytes_get_data (unknown[i], NULL), g_bytes_get_size (unknown[i]));
}

/* What was read is what is read again. */
static void
check_again (MoeiBundle *bundle,
             GFile      *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiBundle) back = NULL;

  g_assert_true (moei_bundle_write (bundle, place, NULL));
  back = moei_bundle_read (place, &error);
  g_assert_no_error (error);
  for (MoeiDocumentKind kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    MoeiEntity *document = (MoeiEntity *) moei_bundle_get_document (bundle, kind);

    if (document != NULL)
      g_assert_false (moei_entity_assign (document, MOEI_ENTITY (moei_bundle_get_document (back, kind))));
  }
}

/**
 * fuzz_run_import:
 * @data: (array length=size): files of an operation, each below "=== name"
 * @size: its length
 *
 * An operation is taken whole, written and read as the same, or refused with a
 * word on which file is wrong.
 */
void
fuzz_run_import (const guint8 *data,
                 gsize         size)
{
  g_autofree char *text = fuzz_to_string (data, size);
  gboolean is_put[G_N_ELEMENTS (files)] = { FALSE };
  g_autoptr (GFile) place = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiBundle) bundle = NULL;

  if (folder == NULL)
    make_folder ();
  put_files (text, is_put);
  place = g_file_new_for_path (folder);
  bundle = moei_bundle_read (place, &error);
  if (bundle == NULL) {
    g_assert_true (error->domain == MOEI_WIRE_ERROR || error->domain == MOEI_BUNDLE_ERROR);
    g_assert_nonnull (strstr (error->message, ".json"));
    put_back (is_put);
  } else {
    check_again (bundle, place);
    for (guint i = 0; i < G_N_ELEMENTS (files); i++)
      is_put[i] = TRUE;
    put_back (is_put);
  }
}

/**
 * fuzz_seed_import:
 * @seeds: (element-type GBytes): texts to begin from
 *
 * Adds an operation of which little is known.
 */
void
fuzz_seed_import (GPtrArray *seeds)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *name = g_strndup (files[i], strlen (files[i]) - strlen (".json"));
    g_autofree char *path = g_strdup_printf ("tests/wire/documents/%s.json", g_str_equal (name, "days") ? "week" : name);
    g_autoptr (GPtrArray) document = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
    g_autofree char *alone = NULL;

    fuzz_add_file (document, path);
    g_string_append_printf (text, "=== %s\n", files[i]);
    g_string_append_len (text, g_bytes_get_data (document->pdata[0], NULL), (gssize) g_bytes_get_size (document->pdata[0]));
    alone = g_strdup_printf ("=== %s\n%.*s", files[i], (int) g_bytes_get_size (document->pdata[0]),
                             (const char *) g_bytes_get_data (document->pdata[0], NULL));
    fuzz_add_text (seeds, alone);
  }
  fuzz_add_text (seeds, text->str);
}

static ServiceFixture fixture;

/**
 * fuzz_finish:
 *
 * Ends the service, and removes what the targets made.
 */
void
fuzz_finish (void)
{
  if (fixture.server != NULL)
    service_fixture_tear_down (&fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_clear_pointer (&unknown[i], g_bytes_unref);
  if (folder != NULL)
    moei_test_remove_tree (folder);
  g_clear_pointer (&folder, g_free);
}

static GSocketConnection *
connect_to (const char *uri)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection;

  connection = g_socket_client_connect_to_uri (client, uri, 80, NULL, &error);
  g_assert_no_error (error);
  return connection;
}

/**
 * fuzz_run_request:
 * @data: (array length=size): all that a client sends on a connection
 * @size: its length
 *
 * The service answers in HTTP or closes; it is never silent to a request that
 * is whole, and goes on serving others.
 */
void
fuzz_run_request (const guint8 *data,
                  gsize         size)
{
  g_autoptr (GSocketConnection) connection = NULL;
  GSocket *socket;
  char answer[16384];
  gssize length = -1;

  if (size > 60000)
    return;
  if (fixture.server == NULL)
    service_fixture_set_up (&fixture, NULL);

  connection = connect_to (fixture.uri);
  socket = g_socket_connection_get_socket (connection);
  g_socket_send (socket, (const char *) data, size, NULL, NULL);
  g_socket_shutdown (socket, FALSE, TRUE, NULL);
  g_socket_set_blocking (socket, FALSE);
  for (guint i = 0; i < MOST_TURNS && length < 0; i++) {
    g_autoptr (GError) error = NULL;

    g_main_context_iteration (NULL, FALSE);
    length = g_socket_receive (socket, answer, sizeof answer, NULL, &error);
    if (length < 0 && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
      return;
  }
  if (length > 0)
    g_assert_true (length >= 7 && memcmp (answer, "HTTP/1.", 7) == 0);
}
