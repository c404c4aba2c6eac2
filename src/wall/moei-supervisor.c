/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-supervisor.h"

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <unistd.h>

/* Of the time that the supervisor allows between two signs of life. */
#define SIGNS 3

/**
 * MoeiSupervisor:
 *
 * Who watches over a display with nobody near it: systemd, which starts the
 * program again when it ends, and when it gives no sign of life.
 *
 * The signs are datagrams to the socket that systemd names, as sd_notify(3)
 * describes them.  They come from the main loop, after whatever is to be drawn:
 * a program that hangs, or has no time left to draw, gives none.  Where nobody
 * supervises nothing is said.
 */
struct _MoeiSupervisor {
  GObject parent_instance;

  GSocket        *socket;  /* NULL where nobody listens */
  GSocketAddress *address;
  guint           interval_ms; /* 0: no signs of life are asked for */
  guint           source;
};

G_DEFINE_FINAL_TYPE (MoeiSupervisor, moei_supervisor, G_TYPE_OBJECT)

/* What cannot be said is not: a full socket, or a supervisor that has gone, is
 * no reason to stop. */
static void
say (MoeiSupervisor *self,
     const char     *words)
{
  if (self->socket != NULL)
    g_socket_send_to (self->socket, self->address, words, strlen (words), NULL, NULL);
}

static gboolean
live_cb (gpointer user_data)
{
  say (user_data, "WATCHDOG=1");
  return G_SOURCE_CONTINUE;
}

static void
moei_supervisor_finalize (GObject *object)
{
  MoeiSupervisor *self = MOEI_SUPERVISOR (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->socket);
  g_clear_object (&self->address);

  G_OBJECT_CLASS (moei_supervisor_parent_class)->finalize (object);
}

static void
moei_supervisor_class_init (MoeiSupervisorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_supervisor_finalize;
}

static void
moei_supervisor_init (MoeiSupervisor *self)
{
}

/* A name that begins with @ is of Linux's abstract kind. */
static GSocketAddress *
read_address (const char *name)
{
  if (name[0] == '@')
    return g_unix_socket_address_new_with_type (name + 1, -1, G_UNIX_SOCKET_ADDRESS_ABSTRACT);
  return name[0] == '/' ? g_unix_socket_address_new (name) : NULL;
}

/**
 * moei_supervisor_new:
 * @socket: (nullable): where it listens: a path, or `@` and an abstract name
 * @watchdog_us: within how many microseconds it wants each sign of life; 0 if it wants none
 *
 * Returns: (transfer full): the supervisor, to which nothing was said yet
 */
MoeiSupervisor *
moei_supervisor_new (const char *socket,
                     gint64      watchdog_us)
{
  MoeiSupervisor *self = g_object_new (MOEI_TYPE_SUPERVISOR, NULL);

  if (socket == NULL || (self->address = read_address (socket)) == NULL)
    return self;

  self->socket = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_DEFAULT, NULL);
  if (self->socket != NULL)
    g_socket_set_blocking (self->socket, FALSE);
  if (watchdog_us > 0)
    self->interval_ms = (guint) CLAMP (watchdog_us / 1000 / SIGNS, 1, G_MAXINT);
  return self;
}

/* Whether this process is the one that is watched, not a child of it. */
static gboolean
is_meant (void)
{
  const char *pid = g_getenv ("WATCHDOG_PID");

  return pid == NULL || g_ascii_strtoll (pid, NULL, 10) == getpid ();
}

/**
 * moei_supervisor_new_from_environment:
 *
 * Returns: (transfer full): the supervisor that `NOTIFY_SOCKET` names, if any
 */
MoeiSupervisor *
moei_supervisor_new_from_environment (void)
{
  const char *watchdog = g_getenv ("WATCHDOG_USEC");

  return moei_supervisor_new (g_getenv ("NOTIFY_SOCKET"),
                              watchdog != NULL && is_meant () ? g_ascii_strtoll (watchdog, NULL, 10) : 0);
}

/**
 * moei_supervisor_set_status:
 * @self: a supervisor
 * @status: what the display does, in a line of English for who looks after it
 *
 * Says what `systemctl status` shows.
 */
void
moei_supervisor_set_status (MoeiSupervisor *self,
                            const char     *status)
{
  g_autofree char *words = NULL;

  g_return_if_fail (MOEI_IS_SUPERVISOR (self));
  g_return_if_fail (status != NULL);

  words = g_strconcat ("STATUS=", status, NULL);
  g_strdelimit (words, "\n", ' ');
  say (self, words);
}

/**
 * moei_supervisor_ready:
 * @self: a supervisor
 *
 * Says that the display shows what it should; from now on it says that it lives.
 */
void
moei_supervisor_ready (MoeiSupervisor *self)
{
  g_return_if_fail (MOEI_IS_SUPERVISOR (self));

  say (self, "READY=1\nWATCHDOG=1");
  if (self->interval_ms > 0 && self->source == 0)
    self->source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, self->interval_ms, live_cb, self, NULL);
}

/**
 * moei_supervisor_begin_anew:
 * @self: a supervisor
 *
 * Says that the program is about to begin anew in this process, and lives.
 */
void
moei_supervisor_begin_anew (MoeiSupervisor *self)
{
  g_return_if_fail (MOEI_IS_SUPERVISOR (self));

  say (self, "RELOADING=1\nWATCHDOG=1\nSTATUS=Beginning anew");
}
