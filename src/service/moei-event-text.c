/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-event-text.h"
#include "wire/moei-reference.h"

/* Whoever missed more than this is told to read everything. */
#define MAX_CATCH_UP 500

static char *
format_id (MoeiStoreView *view)
{
  return moei_event_id_format (moei_store_view_get_epoch (view), moei_store_view_get_revision (view));
}

/**
 * moei_event_text_format:
 * @event: an event
 * @id: (nullable): what the client shall remember to have seen
 *
 * Returns: (transfer full): the event as the stream carries it
 */
GBytes *
moei_event_text_format (MoeiEventData *event,
                        const char    *id)
{
  g_autofree char *data = moei_event_data_encode (event);
  GString *text = g_string_new (NULL);

  if (id != NULL)
    g_string_append_printf (text, "id: %s\n", id);
  g_string_append_printf (text, "event: %s\ndata: %s\n\n",
                          moei_event_kind_get_name (moei_event_data_get_kind (event)), data);
  return g_string_free_to_bytes (text);
}

/**
 * moei_event_text_hello:
 * @view: a view of the store
 * @clock: the service's clock
 * @ping_s: how often the client will hear that we live
 *
 * Returns: (transfer full): the event with which a stream begins
 */
GBytes *
moei_event_text_hello (MoeiStoreView    *view,
                       MoeiServiceClock *clock,
                       guint             ping_s)
{
  g_autoptr (MoeiEventData) event = moei_event_data_new (MOEI_EVENT_HELLO);
  g_autofree char *id = format_id (view);

  g_object_set (event,
                "epoch", moei_store_view_get_epoch (view),
                "revision", moei_store_view_get_revision (view),
                "time", moei_service_clock_get_now (clock),
                "rate", moei_service_clock_get_rate (clock),
                "ping-interval", (int) ping_s,
                NULL);
  return moei_event_text_format (event, id);
}

/**
 * moei_event_text_ping:
 * @clock: the service's clock
 * @revision: the store's revision
 *
 * Returns: (transfer full): the event that says that we live
 */
GBytes *
moei_event_text_ping (MoeiServiceClock *clock,
                      gint64            revision)
{
  g_autoptr (MoeiEventData) event = moei_event_data_new (MOEI_EVENT_PING);

  g_object_set (event,
                "time", moei_service_clock_get_now (clock),
                "rate", moei_service_clock_get_rate (clock),
                "revision", revision,
                NULL);
  return moei_event_text_format (event, NULL);
}

/**
 * moei_event_text_bye:
 * @retry_ms: after how long the client should come back
 *
 * Returns: (transfer full): the event with which a stream ends
 */
GBytes *
moei_event_text_bye (int retry_ms)
{
  g_autoptr (MoeiEventData) event = moei_event_data_new (MOEI_EVENT_BYE);

  g_object_set (event, "retry-after", retry_ms, NULL);
  return moei_event_text_format (event, NULL);
}

static MoeiEventData *
make_reset (MoeiStoreView *view)
{
  MoeiEventData *event = moei_event_data_new (MOEI_EVENT_RESET);

  g_object_set (event,
                "epoch", moei_store_view_get_epoch (view),
                "revision", moei_store_view_get_revision (view),
                NULL);
  return event;
}

static MoeiEventData *
make_changed_since (MoeiStoreView  *view,
                    gint64          revision,
                    GError        **error)
{
  g_autoptr (GPtrArray) documents = moei_store_view_list_documents (view, revision, error);
  g_autoptr (MoeiEventData) event = NULL;

  if (documents == NULL)
    return NULL;
  if (documents->len > MAX_CATCH_UP)
    return make_reset (view);

  event = moei_event_data_new (MOEI_EVENT_CHANGED);
  g_object_set (event, "revision", moei_store_view_get_revision (view), NULL);
  for (guint i = 0; i < documents->len; i++) {
    const MoeiStoreDocument *document = documents->pdata[i];

    moei_collection_append (moei_event_data_get_documents (event),
                            moei_reference_new (document->href, document->revision));
  }
  return g_steal_pointer (&event);
}

/**
 * moei_event_text_catch_up:
 * @view: a view of the store
 * @last_event_id: (nullable): the last event that the client has seen
 * @text: (out) (nullable): what it has missed: some changes, or that the store
 *   is not the one it knew; `NULL` if nothing
 * @error: return location
 *
 * Returns: whether that could be found out
 */
gboolean
moei_event_text_catch_up (MoeiStoreView  *view,
                          const char     *last_event_id,
                          GBytes        **text,
                          GError        **error)
{
  g_autofree char *epoch = NULL;
  g_autofree char *id = NULL;
  g_autoptr (MoeiEventData) event = NULL;
  gint64 revision;

  *text = NULL;
  if (last_event_id == NULL || !moei_event_id_parse (last_event_id, &epoch, &revision))
    return TRUE;

  if (!g_str_equal (epoch, moei_store_view_get_epoch (view)) || revision > moei_store_view_get_revision (view))
    event = make_reset (view);
  else if (revision < moei_store_view_get_revision (view))
    event = make_changed_since (view, revision, error);
  else
    return TRUE;

  if (event == NULL)
    return FALSE;

  id = format_id (view);
  *text = moei_event_text_format (event, id);
  return TRUE;
}
