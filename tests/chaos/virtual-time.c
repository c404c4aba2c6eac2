/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* for ppoll() */
#include "config.h"

#include "virtual-time.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Time that passes only while nothing happens.
 *
 * Where the main loop would wait for a timeout, the clock jumps to it instead,
 * once nothing has come over any connection for a moment.  So the durations of
 * the program itself, its thirty seconds and its ten minutes, are tried in
 * milliseconds, and "within 90 s" is a statement about them and not about how
 * busy this computer is.
 *
 * This file's clock_gettime() stands before the C library's for all of the
 * program, so that GLib, libsoup and the rooms see the same time. */

/* No timeout of ours is longer; the loop does not sleep for ever. */
#define LONGEST_REAL_WAIT_MS 200

static gint64 passed;    /* microseconds that were jumped over */
static gint64 suspended; /* that the computer slept, which CLOCK_MONOTONIC does not count */
static gint64 wall;      /* by how much the computer's clock is wrong */
static guint grace;
static gboolean running;
static gboolean jumped;

static gint64
get_shift (clockid_t clock)
{
  switch (clock) {
  case CLOCK_MONOTONIC:
  case CLOCK_MONOTONIC_COARSE:
  case CLOCK_MONOTONIC_RAW:
    return __atomic_load_n (&passed, __ATOMIC_RELAXED);
  case CLOCK_BOOTTIME:
    return __atomic_load_n (&passed, __ATOMIC_RELAXED) + __atomic_load_n (&suspended, __ATOMIC_RELAXED);
  case CLOCK_REALTIME:
  case CLOCK_REALTIME_COARSE:
    return __atomic_load_n (&passed, __ATOMIC_RELAXED) + __atomic_load_n (&suspended, __ATOMIC_RELAXED) +
           __atomic_load_n (&wall, __ATOMIC_RELAXED);
  default:
    return 0;
  }
}

int
clock_gettime (clockid_t        clock,
               struct timespec *now)
{
  int result = (int) syscall (SYS_clock_gettime, clock, now);
  gint64 shift = get_shift (clock);

  if (result == 0 && shift != 0) {
    gint64 nanoseconds = now->tv_nsec + shift % G_USEC_PER_SEC * 1000;

    now->tv_sec += shift / G_USEC_PER_SEC;
    if (nanoseconds < 0 || nanoseconds >= 1000000000) {
      now->tv_sec += nanoseconds < 0 ? -1 : 1;
      nanoseconds += nanoseconds < 0 ? 1000000000 : -1000000000;
    }
    now->tv_nsec = nanoseconds;
  }
  return result;
}

static int
poll_for (GPollFD *fds,
          guint    n_fds,
          guint    microseconds)
{
  struct timespec patience = { microseconds / G_USEC_PER_SEC, microseconds % G_USEC_PER_SEC * 1000 };

  return ppoll ((struct pollfd *) fds, n_fds, &patience, NULL);
}

/* Whether another thread of this program has something to do, or to wait for
 * the disk: what it does is to be seen before time passes. */
static gboolean
is_busy (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  pid_t own = (pid_t) syscall (SYS_gettid);
  const char *name;

  while (tasks != NULL && (name = g_dir_read_name (tasks)) != NULL) {
    g_autofree char *path = g_build_filename ("/proc/self/task", name, "stat", NULL);
    g_autofree char *text = NULL;
    const char *state;

    if (atoi (name) == own || !g_file_get_contents (path, &text, NULL, NULL))
      continue;
    state = strrchr (text, ')');
    if (state != NULL && strlen (state) > 2 && (state[2] == 'R' || state[2] == 'D'))
      return TRUE;
  }
  return FALSE;
}

static int
poll_or_jump (GPollFD *fds,
              guint    n_fds,
              int      timeout)
{
  int n_ready;

  if (timeout == 0)
    return poll_for (fds, n_fds, 0);
  if (timeout < 0)
    return poll_for (fds, n_fds, LONGEST_REAL_WAIT_MS * 1000);

  do
    n_ready = poll_for (fds, n_fds, grace);
  while (n_ready == 0 && is_busy ());
  if (n_ready == 0) {
    __atomic_fetch_add (&passed, timeout * G_GINT64_CONSTANT (1000), __ATOMIC_RELAXED);
    jumped = TRUE;
  }
  return n_ready;
}

/**
 * virtual_time_begin:
 * @grace_us: for how many microseconds nothing must come before the clock jumps
 *
 * From now on the default main context lives in virtual time.
 */
void
virtual_time_begin (guint grace_us)
{
  g_return_if_fail (!running);

  grace = grace_us;
  running = TRUE;
  g_main_context_set_poll_func (NULL, poll_or_jump);
}

/**
 * virtual_time_end:
 *
 * Time passes as usual again; what has passed has passed.
 */
void
virtual_time_end (void)
{
  running = FALSE;
  g_main_context_set_poll_func (NULL, NULL);
}

/**
 * virtual_time_now:
 *
 * Returns: the monotonic time, in microseconds
 */
gint64
virtual_time_now (void)
{
  return g_get_monotonic_time ();
}

gboolean
virtual_time_is_running (void)
{
  return running;
}

/**
 * virtual_time_step:
 *
 * Runs the main loop once.
 *
 * Returns: whether all was quiet, so that the clock jumped: what is on a
 *   screen now is what somebody sees
 */
gboolean
virtual_time_step (void)
{
  jumped = FALSE;
  g_main_context_iteration (NULL, TRUE);
  return jumped;
}

/**
 * virtual_time_suspend:
 * @duration: microseconds
 *
 * The computer sleeps: its clock goes on, its timers do not.
 */
void
virtual_time_suspend (gint64 duration)
{
  __atomic_fetch_add (&suspended, duration, __ATOMIC_RELAXED);
}

/**
 * virtual_time_set_wall:
 * @shift: microseconds
 *
 * Sets the computer's clock, and nothing else, ahead of what it was at first.
 */
void
virtual_time_set_wall (gint64 shift)
{
  __atomic_store_n (&wall, shift, __ATOMIC_RELAXED);
}
