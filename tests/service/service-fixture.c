/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service-fixture.h"

#include <glib/gstdio.h>
#include <stdarg.h>

#include "operation/moei-notice.h"
#include "service/moei-shelving.h"
#include "service/moei-transfer.h"

#define NOON G_GINT64_CONSTANT (1741237200000000)

gboolean
service_fixture_is_late (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

static void
import_built_in (ServiceFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiBundle) bundle = moei_bundle_read_built_in (&error);
  g_autoptr (MoeiStoreView) view = moei_store_read (fixture->store, NULL);
  g_autoptr (MoeiStoreBatch) batch = NULL;

  g_assert_no_error (error);
  batch = moei_transfer_import (view, bundle, "exercise", NOON, &error);
  g_assert_no_error (error);
  g_clear_pointer (&view, moei_store_view_free);
  g_assert_cmpint (moei_store_write (fixture->store, batch, NULL), ==, 2);
}

void
service_fixture_set_up (ServiceFixture *fixture,
                        gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("moei-service-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "moei.db", NULL);
  fixture->store = moei_store_open (path, &error);
  g_assert_no_error (error);
  import_built_in (fixture);
  while (g_main_context_iteration (NULL, FALSE));

  fixture->clock = moei_service_clock_new ();
  moei_service_clock_play (fixture->clock, NOON, 0.0);
  fixture->server = moei_server_new (fixture->store, fixture->clock);
  moei_server_listen (fixture->server, "127.0.0.1:0", FALSE, &error);
  g_assert_no_error (error);
  fixture->uri = moei_server_get_uri (fixture->server);

  fixture->session = soup_session_new ();
  soup_session_remove_feature_by_type (fixture->session, SOUP_TYPE_CONTENT_DECODER);
}

void
service_fixture_tear_down (ServiceFixture *fixture,
                           gconstpointer   data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  soup_session_abort (fixture->session);
  g_clear_object (&fixture->session);
  g_assert_finalize_object (g_steal_pointer (&fixture->server));
  moei_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_finalize_object (g_steal_pointer (&fixture->clock));

  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (fixture->folder, name, NULL);

    g_remove (child);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->uri);
}

static void
keep_result (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* Asks for @path with further headers: a name and its value, and so on. */
Answer *
service_fixture_ask (ServiceFixture *fixture,
                     const char     *method,
                     const char     *path,
                     ...)
{
  g_autofree char *uri = g_strconcat (fixture->uri, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, uri);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Answer *answer = g_new0 (Answer, 1);
  const char *name;
  va_list arguments;

  va_start (arguments, path);
  while ((name = va_arg (arguments, const char *)) != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), name, va_arg (arguments, const char *));
  va_end (arguments);

  soup_session_send_and_read_async (fixture->session, message, G_PRIORITY_DEFAULT, NULL, keep_result, &result);
  wait_until (result != NULL);
  answer->body = soup_session_send_and_read_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  answer->status = soup_message_get_status (message);
  answer->headers = soup_message_headers_ref (soup_message_get_response_headers (message));
  return answer;
}

/* Writes a notice, which raises the revision by one. */
void
service_fixture_put (ServiceFixture *fixture,
                     const char     *notice,
                     const char     *source)
{
  g_autoptr (MoeiStoreBatch) batch = moei_store_batch_new ("tak-operations-desk", MOEI_INSTANT_UNKNOWN);
  g_autoptr (MoeiNotice) entity = g_object_new (MOEI_TYPE_NOTICE, "id", notice, "source", source, NULL);
  g_autoptr (GError) error = NULL;

  moei_store_batch_put_entity (batch, MOEI_ENTITY (entity));
  moei_store_write (fixture->store, batch, &error);
  g_assert_no_error (error);
}

const char *
answer_get (Answer     *answer,
            const char *header)
{
  return soup_message_headers_get_one (answer->headers, header);
}

char *
answer_get_text (Answer *answer)
{
  return g_strndup (g_bytes_get_data (answer->body, NULL), g_bytes_get_size (answer->body));
}

void
answer_free (Answer *answer)
{
  soup_message_headers_unref (answer->headers);
  g_bytes_unref (answer->body);
  g_free (answer);
}
