/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/socket.h>

#include "service/moei-body-guard.h"
#include "service/moei-document-builder.h"
#include "service/moei-guest.h"
#include "service/moei-response.h"

/* SoupServer keeps the whole of a body, whatever its length, and reads it to
 * its end whatever was answered.  Here nothing of it is kept, too much of it is
 * refused, and whoever goes on and on is cut off. */

#define LENGTH        "moei-body-length"
#define CUT_OFF_BYTES (1024 * 1024)

static gsize
get_length (SoupServerMessage *message)
{
  return GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (message), LENGTH));
}

/* Makes libsoup see the end of the connection, and close it with a reset, so
 * that the kernel does not keep what is still on its way. */
static void
cut_off (GSocket *socket)
{
  struct linger linger = { .l_onoff = 1, .l_linger = 0 };

  setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
  g_socket_shutdown (socket, TRUE, FALSE, NULL);
}

static void
count_chunk (SoupServerMessage *message,
             GBytes            *chunk,
             gpointer           user_data)
{
  gsize length = get_length (message) + g_bytes_get_size (chunk);

  g_object_set_data (G_OBJECT (message), LENGTH, GSIZE_TO_POINTER (length));
  if (length > CUT_OFF_BYTES)
    cut_off (moei_guest_get_socket (moei_guest_of (message)));
}

/**
 * moei_body_guard_watch:
 * @message: a request of which only the headers have come
 *
 * Watches over its body, which is counted here and no longer by the guest.
 */
void
moei_body_guard_watch (SoupServerMessage *message)
{
  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  moei_guest_let_speak (moei_guest_of (message));
  g_signal_connect (message, "got-chunk", G_CALLBACK (count_chunk), NULL);
}

/**
 * moei_body_guard_refuses:
 * @message: a request
 *
 * Refuses a request whose body is too long, as it says or as was counted.
 *
 * Returns: whether it was refused
 */
gboolean
moei_body_guard_refuses (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  if (soup_message_headers_get_content_length (headers) <= MOEI_SERVICE_BODY_BYTES &&
      get_length (message) <= MOEI_SERVICE_BODY_BYTES)
    return FALSE;

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Connection", "close");
  moei_response_refuse (message, SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE, "too-large", "Too much",
                        "A request may carry 64 KiB at most.");
  return TRUE;
}
