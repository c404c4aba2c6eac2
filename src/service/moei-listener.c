/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/un.h>

#include "service/moei-listener.h"
#include "service/moei-server.h"

/* Sockets made by ourselves, because GSocket's own backlog of 10 turns away
 * clients that all come back after a restart. */
#define BACKLOG 4096

static GSocketAddress *
parse_address (const char  *address,
               GError     **error)
{
  g_autofree char *host = NULL;
  g_autoptr (GSocketAddress) parsed = NULL;
  const char *colon = strrchr (address, ':');
  guint64 port;

  if (colon != NULL && g_ascii_string_to_unsigned (colon + 1, 10, 0, 65535, &port, NULL)) {
    gboolean bracketed = address[0] == '[' && colon > address + 1 && colon[-1] == ']';

    host = bracketed ? g_strndup (address + 1, (gsize) (colon - address) - 2)
                     : g_strndup (address, (gsize) (colon - address));
    parsed = g_inet_socket_address_new_from_string (g_str_equal (host, "localhost") ? "127.0.0.1" : host,
                                                    (guint) port);
  }

  if (parsed == NULL)
    g_set_error (error, MOEI_SERVER_ERROR, MOEI_SERVER_ERROR_ADDRESS,
                 "\"%s\" is no address and port such as 127.0.0.1:8080", address);
  return g_steal_pointer (&parsed);
}

static gboolean
check_reach (GSocketAddress  *address,
             const char      *text,
             gboolean         allow_remote,
             GError         **error)
{
  GInetAddress *inet = g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address));

  if (allow_remote || g_inet_address_get_is_loopback (inet))
    return TRUE;

  g_set_error (error, MOEI_SERVER_ERROR, MOEI_SERVER_ERROR_REMOTE,
               "other machines could reach %s, and this server must not face a network;"
               " put a proxy in front of it, or insist with --allow-remote", text);
  return FALSE;
}

static void
set_listen_error (const char  *where,
                  GError      *cause,
                  GError     **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE))
    g_set_error (error, MOEI_SERVER_ERROR, MOEI_SERVER_ERROR_IN_USE,
                 "another program listens on %s already", where);
  else
    g_set_error (error, MOEI_SERVER_ERROR, MOEI_SERVER_ERROR_FAILED,
                 "cannot listen on %s: %s", where, cause->message);
}

static GSocket *
open_socket (GSocketAddress  *address,
             const char      *where,
             GError         **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GSocket) socket = NULL;

  socket = g_socket_new (g_socket_address_get_family (address), G_SOCKET_TYPE_STREAM,
                         G_SOCKET_PROTOCOL_DEFAULT, &cause);
  if (socket != NULL) {
    g_socket_set_listen_backlog (socket, BACKLOG);
    if (g_socket_bind (socket, address, TRUE, &cause) && g_socket_listen (socket, &cause))
      return g_steal_pointer (&socket);
  }

  set_listen_error (where, cause, error);
  return NULL;
}

/**
 * moei_listener_open_inet:
 * @address: an address and a port; port 0 takes any that is free
 * @allow_remote: whether other machines may reach it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a listening socket
 */
GSocket *
moei_listener_open_inet (const char  *address,
                         gboolean     allow_remote,
                         GError     **error)
{
  g_autoptr (GSocketAddress) parsed = parse_address (address, error);

  if (parsed == NULL || !check_reach (parsed, address, allow_remote, error))
    return NULL;

  return open_socket (parsed, address, error);
}

/* A socket's file outlives a program that was killed. */
static void
remove_stale (GSocketAddress *address,
              const char     *path)
{
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GError) error = NULL;

  socket = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, NULL);
  if (socket != NULL &&
      !g_socket_connect (socket, address, NULL, &error) &&
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
    g_unlink (path);
}

/**
 * moei_listener_open_unix:
 * @path: the socket's file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a listening socket
 */
GSocket *
moei_listener_open_unix (const char  *path,
                         GError     **error)
{
  g_autoptr (GSocketAddress) address = NULL;

  if (strlen (path) >= sizeof (((struct sockaddr_un *) NULL)->sun_path)) {
    g_set_error (error, MOEI_SERVER_ERROR, MOEI_SERVER_ERROR_ADDRESS, "%s is too long for a socket", path);
    return NULL;
  }

  address = g_unix_socket_address_new (path);
  remove_stale (address, path);
  return open_socket (address, path, error);
}
