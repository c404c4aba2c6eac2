/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "service/moei-manager.h"

/* What systemd and a service say to each other: sd_notify(3) and
 * sd_listen_fds(3), without their library. */

#define FIRST_SOCKET 3
#define MAX_SOCKETS  16

/**
 * moei_manager_tell:
 * @state: lines such as "READY=1"
 *
 * Tells whoever started the service how it is, if they want to know.
 */
void
moei_manager_tell (const char *state)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  const char *path = g_getenv ("NOTIFY_SOCKET");
  gsize length = path != NULL ? strlen (path) : 0;
  int fd;

  if (length < 2 || length >= sizeof address.sun_path || (path[0] != '/' && path[0] != '@'))
    return;

  memcpy (address.sun_path, path, length);
  if (path[0] == '@')
    address.sun_path[0] = '\0';

  fd = socket (AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (fd < 0)
    return;

  if (sendto (fd, state, strlen (state), MSG_NOSIGNAL, (const struct sockaddr *) &address,
              (socklen_t) (G_STRUCT_OFFSET (struct sockaddr_un, sun_path) + length)) < 0)
    g_debug ("Nobody hears \"%s\": %s", state, g_strerror (errno));
  close (fd);
}

static guint64
get_number (const char *name)
{
  const char *text = g_getenv (name);
  guint64 number;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL) ? number : 0;
}

/**
 * moei_manager_take_sockets:
 *
 * The listening sockets that were opened for the service, which children of
 * it do not get again.
 *
 * Returns: (transfer full) (element-type GSocket): them, or none
 */
GPtrArray *
moei_manager_take_sockets (void)
{
  GPtrArray *sockets = g_ptr_array_new_with_free_func (g_object_unref);
  guint64 n_sockets = get_number ("LISTEN_PID") == (guint64) getpid () ? get_number ("LISTEN_FDS") : 0;

  for (int fd = FIRST_SOCKET; fd < FIRST_SOCKET + (int) MIN (n_sockets, MAX_SOCKETS); fd++) {
    GSocket *socket;

    fcntl (fd, F_SETFD, FD_CLOEXEC);
    socket = g_socket_new_from_fd (fd, NULL);
    if (socket != NULL)
      g_ptr_array_add (sockets, socket);
  }
  g_unsetenv ("LISTEN_PID");
  g_unsetenv ("LISTEN_FDS");
  g_unsetenv ("LISTEN_FDNAMES");
  return sockets;
}
