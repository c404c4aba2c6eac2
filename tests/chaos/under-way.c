/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* for RTLD_NEXT, POLLRDHUP and accept4() */
#include "config.h"

#include "under-way.h"

#include <dlfcn.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

/* What this process has begun and not yet seen: work given to other threads,
 * and what one of its sockets has sent and another has not got.
 *
 * Both are counted, and not guessed from how long nothing came: however slow
 * the disk is, however late the kernel hands on, and however seldom we run.
 * The functions of the C library that connections go through, and those of
 * GLib that give work to threads, stand before their own here. */

#define NEXT(name) ({                                            \
  static __typeof__ (&name) next;                                \
                                                                 \
  if (next == NULL)                                              \
    *(gpointer *) &next = dlsym (RTLD_NEXT, #name);              \
  next;                                                          \
})

/* Work given to threads */

typedef struct {
  GFunc    func;
  gpointer user_data;
} Crew;

static GMutex mutex;
static GSList *crews; /* they live as long as the process, as their threads may */
static int n_tasks;

static void
work (gpointer task,
      gpointer user_data)
{
  const Crew *crew = user_data;

  crew->func (task, crew->user_data);
  g_atomic_int_add (&n_tasks, -1);
}

static Crew *
crew_new (GFunc    func,
          gpointer user_data)
{
  Crew *crew = g_new (Crew, 1);

  crew->func = func;
  crew->user_data = user_data;
  g_mutex_lock (&mutex);
  crews = g_slist_prepend (crews, crew);
  g_mutex_unlock (&mutex);
  return crew;
}

GThreadPool *
g_thread_pool_new (GFunc      func,
                   gpointer   user_data,
                   gint       max_threads,
                   gboolean   exclusive,
                   GError   **error)
{
  return NEXT (g_thread_pool_new) (work, crew_new (func, user_data), max_threads, exclusive, error);
}

/* What a thread of a pool has done is in the main context before it is counted off. */
gboolean
g_thread_pool_push (GThreadPool  *pool,
                    gpointer      task,
                    GError      **error)
{
  g_atomic_int_inc (&n_tasks);
  return NEXT (g_thread_pool_push) (pool, task, error);
}

/* Connections within this process */

#define MAX_FD 4096

enum { NOT_YET = -1, CLOSED = -2 };

/* One end: of those that connected, or of those that were accepted. */
typedef struct {
  int      fd;
  guint64  sent;
  guint64  received;
  gboolean finished; /* it sends no more */
} End;

typedef struct {
  End     ends[2];
  guint16 from; /* the ports */
  guint16 to;
} Link;

static GPtrArray *links; /* of Link */
static Link *link_of[MAX_FD];
static guint16 listening[MAX_FD]; /* on which port */

static gboolean
is_known (int fd)
{
  return fd >= 0 && fd < MAX_FD && link_of[fd] != NULL;
}

static End *
end_of (int fd)
{
  return &link_of[fd]->ends[link_of[fd]->ends[0].fd == fd ? 0 : 1];
}

static guint16
port_of (const struct sockaddr *address)
{
  return address->sa_family == AF_INET ? ntohs (((const struct sockaddr_in *) (gconstpointer) address)->sin_port) : 0;
}

static guint16
own_port (int fd)
{
  struct sockaddr_storage address = { 0 };
  socklen_t length = sizeof address;

  getsockname (fd, (struct sockaddr *) &address, &length);
  return port_of ((struct sockaddr *) &address);
}

static gboolean
is_tcp (int fd)
{
  int type = 0;
  socklen_t length = sizeof type;

  return fd >= 0 && fd < MAX_FD && getsockopt (fd, SOL_SOCKET, SO_TYPE, &type, &length) == 0 && type == SOCK_STREAM;
}

static void
note_connecting (int                    fd,
                 const struct sockaddr *address)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  Link *link;

  if (!is_tcp (fd) || is_known (fd) || port_of (address) == 0 || own_port (fd) == 0)
    return;

  link = g_new0 (Link, 1);
  link->ends[0].fd = fd;
  link->ends[1].fd = NOT_YET;
  link->from = own_port (fd);
  link->to = port_of (address);
  link_of[fd] = link;
  if (links == NULL)
    links = g_ptr_array_new ();
  g_ptr_array_add (links, link);
}

static void
note_accepted (int fd)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  struct sockaddr_storage address = { 0 };
  socklen_t length = sizeof address;

  if (!is_tcp (fd) || getpeername (fd, (struct sockaddr *) &address, &length) != 0)
    return;
  for (guint i = 0; links != NULL && i < links->len; i++) {
    Link *link = links->pdata[i];

    if (link->ends[1].fd == NOT_YET && link->from == port_of ((struct sockaddr *) &address) &&
        link->to == own_port (fd)) {
      link->ends[1].fd = fd;
      link_of[fd] = link;
      return;
    }
  }
}

static void
note_closing (int fd)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  Link *link;

  if (fd >= 0 && fd < MAX_FD)
    listening[fd] = 0;
  if (!is_known (fd))
    return;

  link = link_of[fd];
  end_of (fd)->fd = CLOSED;
  link_of[fd] = NULL;
  if (link->ends[0].fd == CLOSED && link->ends[1].fd == CLOSED) {
    g_ptr_array_remove_fast (links, link);
    g_free (link);
  }
}

static ssize_t
note_sent (int     fd,
           ssize_t n)
{
  int saved_errno = errno;

  g_mutex_lock (&mutex);
  if (n > 0 && is_known (fd))
    end_of (fd)->sent += (guint64) n;
  g_mutex_unlock (&mutex);
  errno = saved_errno;
  return n;
}

static ssize_t
note_received (int     fd,
               ssize_t n,
               int     flags)
{
  int saved_errno = errno;

  g_mutex_lock (&mutex);
  if (n > 0 && (flags & MSG_PEEK) == 0 && is_known (fd))
    end_of (fd)->received += (guint64) n;
  g_mutex_unlock (&mutex);
  errno = saved_errno;
  return n;
}

int
connect (int                     fd,
         __CONST_SOCKADDR_ARG    address,
         socklen_t               length)
{
  int result = NEXT (connect) (fd, address, length);
  int saved_errno = errno;

  if (result == 0 || errno == EINPROGRESS)
    note_connecting (fd, address.__sockaddr__);
  errno = saved_errno;
  return result;
}

int
listen (int fd,
        int backlog)
{
  int result = NEXT (listen) (fd, backlog);

  if (result == 0 && is_tcp (fd))
    listening[fd] = own_port (fd);
  return result;
}

int
accept (int                     fd,
        __SOCKADDR_ARG          address,
        socklen_t              *length)
{
  int result = NEXT (accept) (fd, address, length);
  int saved_errno = errno;

  if (result >= 0)
    note_accepted (result);
  errno = saved_errno;
  return result;
}

int
accept4 (int                     fd,
         __SOCKADDR_ARG          address,
         socklen_t              *length,
         int                     flags)
{
  int result = NEXT (accept4) (fd, address, length, flags);
  int saved_errno = errno;

  if (result >= 0)
    note_accepted (result);
  errno = saved_errno;
  return result;
}

int
shutdown (int fd,
          int how)
{
  g_mutex_lock (&mutex);
  if (how != SHUT_RD && is_known (fd))
    end_of (fd)->finished = TRUE;
  g_mutex_unlock (&mutex);
  return NEXT (shutdown) (fd, how);
}

int
close (int fd)
{
  note_closing (fd);
  return NEXT (close) (fd);
}

ssize_t
send (int           fd,
      gconstpointer data,
      size_t        length,
      int           flags)
{
  return note_sent (fd, NEXT (send) (fd, data, length, flags));
}

ssize_t
sendmsg (int                  fd,
         const struct msghdr *message,
         int                  flags)
{
  return note_sent (fd, NEXT (sendmsg) (fd, message, flags));
}

ssize_t
recv (int       fd,
      gpointer  data,
      size_t    length,
      int       flags)
{
  return note_received (fd, NEXT (recv) (fd, data, length, flags), flags);
}

ssize_t
recvmsg (int            fd,
         struct msghdr *message,
         int            flags)
{
  return note_received (fd, NEXT (recvmsg) (fd, message, flags), flags);
}

static short
look_at (int fd)
{
  struct pollfd look = { fd, POLLIN | POLLOUT | POLLRDHUP, 0 };

  return poll (&look, 1, 0) > 0 ? look.revents : 0;
}

/* Whether somebody here listens at that port, and is not told yet. */
static gboolean
is_knocking (const Link *link)
{
  if (link->ends[0].fd >= 0 && (look_at (link->ends[0].fd) & (POLLERR | POLLHUP)) != 0)
    return FALSE;
  for (int fd = 0; fd < MAX_FD; fd++) {
    if (listening[fd] == link->to)
      return (look_at (fd) & POLLIN) == 0;
  }
  return FALSE;
}

/* Whether something that @from did is not at @to yet.  Where something is to be
 * read, what comes after it matters only when that has been read. */
static gboolean
is_on_the_way (const End *from,
               const End *to)
{
  int n_waiting = 0;
  short state;

  if (to->fd < 0 || ioctl (to->fd, FIONREAD, &n_waiting) != 0 || n_waiting > 0)
    return FALSE;
  state = look_at (to->fd);
  if ((state & (POLLERR | POLLHUP)) != 0)
    return FALSE;
  if (from->sent > to->received || ((from->finished || from->fd == CLOSED) && (state & POLLRDHUP) == 0))
    return TRUE;
  /* All of it was read, and room is not made again. */
  return from->fd >= 0 && !from->finished && (look_at (from->fd) & (POLLOUT | POLLERR | POLLHUP)) == 0;
}

static gboolean
is_moving (const Link *link)
{
  if (link->ends[1].fd == NOT_YET)
    return is_knocking (link);
  return is_on_the_way (&link->ends[0], &link->ends[1]) || is_on_the_way (&link->ends[1], &link->ends[0]);
}

/**
 * under_way_is_any:
 *
 * To be asked before it is looked whether there is anything to do: if this says
 * no, all that was begun can be seen then.
 *
 * Returns: whether a thread works, or something is between two sockets of this process
 */
gboolean
under_way_is_any (void)
{
  g_autoptr (GMutexLocker) locker = NULL;

  if (g_atomic_int_get (&n_tasks) > 0)
    return TRUE;

  locker = g_mutex_locker_new (&mutex);
  for (guint i = 0; links != NULL && i < links->len; i++) {
    if (is_moving (links->pdata[i]))
      return TRUE;
  }
  return FALSE;
}

/**
 * under_way_describe:
 *
 * Returns: (transfer full): what there is, for whoever wonders why it does not end
 */
char *
under_way_describe (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d tasks in threads", g_atomic_int_get (&n_tasks));
  for (guint i = 0; links != NULL && i < links->len; i++) {
    const Link *link = links->pdata[i];

    if (is_moving (link))
      g_string_append_printf (text, "; port %u to %u: sent %" G_GUINT64_FORMAT " got %" G_GUINT64_FORMAT
                              ", sent %" G_GUINT64_FORMAT " got %" G_GUINT64_FORMAT " (%d, %d)",
                              link->from, link->to, link->ends[0].sent, link->ends[1].received,
                              link->ends[1].sent, link->ends[0].received, link->ends[0].fd, link->ends[1].fd);
  }
  return g_string_free (text, FALSE);
}
