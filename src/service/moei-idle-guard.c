/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <sys/socket.h>

#include "service/moei-idle-guard.h"

/* Before 3.4, libsoup forgets a connection that its client closes between two
 * requests, without closing it: each takes a descriptor with it, until none is
 * left.  An error in its place is not forgotten, so the socket is closed before
 * libsoup looks, which it does at a lower priority. */

static gboolean
readable_cb (GSocket      *socket,
             GIOCondition  condition,
             gpointer      user_data)
{
  char byte;
  gssize n = recv (g_socket_get_fd (socket), &byte, 1, MSG_PEEK | MSG_DONTWAIT);

  if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
    g_socket_close (socket, NULL);
  return G_SOURCE_REMOVE;
}

/* A connection that was taken over has no status, and is no longer libsoup's. */
static void
finished_cb (SoupServer        *server,
             SoupServerMessage *message,
             gpointer           user_data)
{
  GSocket *socket = soup_server_message_get_socket (message);
  g_autoptr (GSource) source = NULL;

  if (socket == NULL || g_socket_is_closed (socket) || soup_server_message_get_status (message) == SOUP_STATUS_NONE)
    return;

  source = g_socket_create_source (socket, G_IO_IN, NULL);
  g_source_set_static_name (source, "[moei] idle connection");
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, G_SOURCE_FUNC (readable_cb), NULL, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
}

/**
 * moei_idle_guard_watch:
 * @server: a server
 *
 * Closes those of its connections that their clients close when they are idle.
 */
void
moei_idle_guard_watch (SoupServer *server)
{
  g_signal_connect (server, "request-finished", G_CALLBACK (finished_cb), NULL);
}
