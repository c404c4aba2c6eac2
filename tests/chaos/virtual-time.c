/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* for ppoll() */
#include "config.h"

#include "virtual-time.h"

#include <poll.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "under-way.h"

/* Time that passes only while nothing happens.
 *
 * While anything is under way the clock stands.  Where the main loop would wait
 * for a timeout, and nothing is under way, the clock jumps to it instead.  So the
 * durations of the program itself, its thirty seconds and its ten minutes, are
 * tried in milliseconds, and "within 90 s" is a statement about them: how slow
 * or busy this computer is does not come into it.
 *
 * This file's clock_gettime() and gettimeofday() stand before the C library's
 * for all of the program, so that GLib, libsoup and the rooms see the same time. */

/* No timeout of ours is longer; the loop does not sleep for ever. */
#define LONGEST_REAL_WAIT_MS 200

/* How long to wait, really, for what is under way, and after how many seconds
 * somebody may wonder what it is. */
#define REAL_WAIT_US 100
#define WONDER_S     60

typedef enum {
  STEADY, /* since the computer began, without sleep */
  BOOT,   /* with sleep */
  WALL,
  N_CLOCKS,
} Clock;

static const clockid_t real_clocks[N_CLOCKS] = { CLOCK_MONOTONIC, CLOCK_BOOTTIME, CLOCK_REALTIME };

static gint64 origin[N_CLOCKS]; /* microseconds: what it shows while it stands; else by how much it is ahead */
static gboolean standing;
static gint64 passed;           /* microseconds that were jumped over */
static gint64 suspended;        /* that the computer slept, which CLOCK_MONOTONIC does not count */
static gint64 wall;             /* by how much the computer's clock is wrong */
static gint64 stride;           /* no jump is shorter */
static gboolean jumped;

static gint64
read_real (Clock clock)
{
  struct timespec now = { 0, 0 };

  syscall (SYS_clock_gettime, real_clocks[clock], &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint64
read_clock (Clock clock)
{
  gint64 time = __atomic_load_n (&origin[clock], __ATOMIC_RELAXED) + __atomic_load_n (&passed, __ATOMIC_RELAXED);

  if (!__atomic_load_n (&standing, __ATOMIC_ACQUIRE))
    time += read_real (clock);
  if (clock != STEADY)
    time += __atomic_load_n (&suspended, __ATOMIC_RELAXED);
  if (clock == WALL)
    time += __atomic_load_n (&wall, __ATOMIC_RELAXED);
  return time;
}

static gboolean
find_clock (clockid_t  id,
            Clock     *clock)
{
  switch (id) {
  case CLOCK_MONOTONIC:
  case CLOCK_MONOTONIC_COARSE:
  case CLOCK_MONOTONIC_RAW:
    *clock = STEADY;
    return TRUE;
  case CLOCK_BOOTTIME:
    *clock = BOOT;
    return TRUE;
  case CLOCK_REALTIME:
  case CLOCK_REALTIME_COARSE:
    *clock = WALL;
    return TRUE;
  default:
    return FALSE;
  }
}

int
clock_gettime (clockid_t        id,
               struct timespec *now)
{
  Clock clock;
  gint64 time;

  if (!find_clock (id, &clock))
    return (int) syscall (SYS_clock_gettime, id, now);

  time = read_clock (clock);
  now->tv_sec = time / G_USEC_PER_SEC;
  now->tv_nsec = time % G_USEC_PER_SEC * 1000;
  return 0;
}

int
gettimeofday (struct timeval *now,
              void           *zone)
{
  gint64 time = read_clock (WALL);

  now->tv_sec = time / G_USEC_PER_SEC;
  now->tv_usec = time % G_USEC_PER_SEC;
  return 0;
}

/* What is kept need not survive this computer: these tests are not about that. */
int
fsync (int fd)
{
  return 0;
}

int
fdatasync (int fd)
{
  return 0;
}

static int
poll_for (GPollFD *fds,
          guint    n_fds,
          guint    microseconds)
{
  struct timespec patience = { microseconds / G_USEC_PER_SEC, microseconds % G_USEC_PER_SEC * 1000 };

  return ppoll ((struct pollfd *) fds, n_fds, &patience, NULL);
}

/* Waits until something can be done, or nothing is under way any more. */
static int
poll_until_quiet (GPollFD *fds,
                  guint    n_fds)
{
  gint64 begin = read_real (STEADY);
  gboolean wondered = FALSE;
  int n_ready;

  while ((n_ready = poll_for (fds, n_fds, 0)) == 0 && under_way_is_any ()) {
    n_ready = poll_for (fds, n_fds, REAL_WAIT_US);
    if (n_ready != 0)
      return n_ready;
    if (!wondered && read_real (STEADY) - begin > WONDER_S * G_USEC_PER_SEC) {
      g_autofree char *what = under_way_describe ();

      g_printerr ("# waiting for %s\n", what);
      wondered = TRUE;
    }
  }
  /* What was under way until a moment ago can be seen now. */
  return n_ready != 0 ? n_ready : poll_for (fds, n_fds, 0);
}

/* Each turn of the loop has a time of its own, as it has in life: GTask takes
 * two that are the same for one turn. */
static int
poll_or_jump (GPollFD *fds,
              guint    n_fds,
              int      timeout)
{
  int n_ready;

  __atomic_fetch_add (&passed, 1, __ATOMIC_RELAXED);
  if (timeout == 0)
    return poll_for (fds, n_fds, 0);
  if (timeout < 0)
    return poll_for (fds, n_fds, LONGEST_REAL_WAIT_MS * 1000);

  n_ready = poll_until_quiet (fds, n_fds);
  if (n_ready == 0) {
    __atomic_fetch_add (&passed, MAX (timeout * G_GINT64_CONSTANT (1000), stride), __ATOMIC_RELAXED);
    jumped = TRUE;
  }
  return n_ready;
}

/**
 * virtual_time_begin:
 *
 * From now on the default main context lives in virtual time.
 */
void
virtual_time_begin (void)
{
  g_return_if_fail (!standing);

  for (Clock clock = 0; clock < N_CLOCKS; clock++)
    __atomic_fetch_add (&origin[clock], read_real (clock), __ATOMIC_RELAXED);
  __atomic_store_n (&standing, TRUE, __ATOMIC_RELEASE);
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
  g_return_if_fail (standing);

  __atomic_store_n (&standing, FALSE, __ATOMIC_RELEASE);
  for (Clock clock = 0; clock < N_CLOCKS; clock++)
    __atomic_fetch_sub (&origin[clock], read_real (clock), __ATOMIC_RELAXED);
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
 * virtual_time_set_stride:
 * @microseconds: no jump of the clock is shorter; 0 for as short as may be
 *
 * Timeouts come late, as where the computer is busy, and a day passes in fewer
 * steps.
 */
void
virtual_time_set_stride (gint64 microseconds)
{
  stride = microseconds;
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
