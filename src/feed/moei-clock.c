/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-clock.h"

#include <time.h>

#include "operation/moei-entity.h"

/* No exercise runs faster; beyond it, instants would leave their range. */
#define MAX_RATE 86400

/* A document may be on its way for so long, in microseconds; one that is later
 * than that is perhaps a cache's. */
#define ON_THE_WAY (5 * G_USEC_PER_SEC)

/**
 * MoeiClock:
 *
 * The service's clock, as this computer can tell it.
 *
 * Ages and days are the service's: a display whose own clock is wrong, or an
 * exercise that runs sixty times as fast, still shows them right.  Between two
 * words of the service it goes on by the time since boot, which suspending
 * does not stop and setting the clock does not move.
 */
struct _MoeiClock {
  GObject parent_instance;

  gint64   time; /* the service's, at boot_time; unknown at first */
  gint64   boot_time;
  double   rate;
  gint64   skew;
  gboolean told; /* by a word of the service, in this run */
  char    *epoch; /* (nullable) of the last document that was taken */
  gint64   doubted; /* what the last document said that was not; unknown if it was */
  gint64   doubted_at;
};

typedef enum {
  PROP_RATE = 1,
  PROP_SKEW,
} MoeiClockProperty;

static GParamSpec *properties[PROP_SKEW + 1];

G_DEFINE_FINAL_TYPE (MoeiClock, moei_clock, G_TYPE_OBJECT)

static void
moei_clock_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  MoeiClock *self = MOEI_CLOCK (object);

  switch ((MoeiClockProperty) prop_id) {
  case PROP_RATE:
    g_value_set_double (value, self->rate);
    break;
  case PROP_SKEW:
    g_value_set_int64 (value, self->skew);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_clock_finalize (GObject *object)
{
  MoeiClock *self = MOEI_CLOCK (object);

  g_free (self->epoch);

  G_OBJECT_CLASS (moei_clock_parent_class)->finalize (object);
}

static void
moei_clock_class_init (MoeiClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = moei_clock_get_property;
  object_class->finalize = moei_clock_finalize;

  properties[PROP_RATE] = g_param_spec_double ("rate", NULL, NULL, 0, G_MAXDOUBLE, 1, flags);
  properties[PROP_SKEW] = g_param_spec_int64 ("skew", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_clock_init (MoeiClock *self)
{
  self->time = MOEI_INSTANT_UNKNOWN;
  self->doubted = MOEI_INSTANT_UNKNOWN;
  self->rate = 1;
}

/**
 * moei_clock_new:
 *
 * Returns: (transfer full): a clock that does not know the time yet
 */
MoeiClock *
moei_clock_new (void)
{
  return g_object_new (MOEI_TYPE_CLOCK, NULL);
}

/**
 * moei_clock_boot_time:
 *
 * Returns: microseconds since this computer started, suspension included
 */
gint64
moei_clock_boot_time (void)
{
  struct timespec now;

  if (clock_gettime (CLOCK_BOOTTIME, &now) != 0)
    return g_get_monotonic_time ();
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/**
 * moei_clock_now:
 * @self: a clock
 *
 * Returns: the service's instant; `MOEI_INSTANT_UNKNOWN` before its first word
 */
gint64
moei_clock_now (MoeiClock *self)
{
  g_return_val_if_fail (MOEI_IS_CLOCK (self), MOEI_INSTANT_UNKNOWN);

  if (self->time == MOEI_INSTANT_UNKNOWN)
    return MOEI_INSTANT_UNKNOWN;
  return self->time + (gint64) ((double) (moei_clock_boot_time () - self->boot_time) * self->rate);
}

/* To the nearest, so that a clock that is right to the millisecond is not a
 * second off at every other word. */
static gint64
to_seconds (gint64 microseconds)
{
  return (microseconds + (microseconds < 0 ? -1 : 1) * G_USEC_PER_SEC / 2) / G_USEC_PER_SEC;
}

static gboolean
is_sound (gint64 time,
          double rate)
{
  return time != MOEI_INSTANT_UNKNOWN && rate >= 0 && rate <= MAX_RATE;
}

/**
 * moei_clock_set_at:
 * @self: a clock
 * @time: the service's instant
 * @rate: how many of the service's seconds pass in one of ours
 * @boot_time: when it was so, as moei_clock_boot_time() tells
 *
 * Sets the clock by a word of the service that came at @boot_time.
 */
void
moei_clock_set_at (MoeiClock *self,
                   gint64     time,
                   double     rate,
                   gint64     boot_time)
{
  gint64 skew = 0;

  g_return_if_fail (MOEI_IS_CLOCK (self));

  if (!is_sound (time, rate))
    return;

  self->time = time;
  self->boot_time = boot_time;
  self->doubted = MOEI_INSTANT_UNKNOWN;
  if (self->rate != rate) {
    self->rate = rate;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATE]);
  }

  if (rate == 1)
    skew = to_seconds (moei_clock_now (self) - g_get_real_time ());
  if (self->skew != skew) {
    self->skew = skew;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SKEW]);
  }
}

/**
 * moei_clock_set:
 * @self: a clock
 * @time: the service's instant, now
 * @rate: how many of the service's seconds pass in one of ours
 *
 * Sets the clock by a word of the service that has just come.
 */
void
moei_clock_set (MoeiClock *self,
                gint64     time,
                double     rate)
{
  moei_clock_set_at (self, time, rate, moei_clock_boot_time ());
  self->told |= is_sound (time, rate);
}

/* A copy stands still, or comes anew from a cache that has its own pace. */
static gboolean
has_gone_on (MoeiClock *self,
             gint64     time,
             double     rate,
             gint64     now)
{
  gint64 passed = now - self->doubted_at;
  double off = (double) (time - self->doubted) - (double) passed * rate;

  return self->doubted != MOEI_INSTANT_UNKNOWN && passed > ON_THE_WAY && ABS (off) <= ON_THE_WAY * MAX (rate, 1);
}

/**
 * moei_clock_set_by_document:
 * @self: a clock
 * @epoch: (nullable): that of the document
 * @time: the service's instant, as a document says that has just come
 * @rate: how many of the service's seconds pass in one of ours
 *
 * Sets the clock by a document, which may be an old copy from a cache: one that
 * is behind is believed only once another has gone on from there, as the
 * service's clock does and a copy does not; or if it is of another epoch.
 */
void
moei_clock_set_by_document (MoeiClock  *self,
                            const char *epoch,
                            gint64      time,
                            double      rate)
{
  gint64 now = moei_clock_boot_time ();

  g_return_if_fail (MOEI_IS_CLOCK (self));

  if (!is_sound (time, rate))
    return;
  if (self->told && (self->epoch == NULL || g_strcmp0 (self->epoch, epoch) == 0) &&
      time < moei_clock_now (self) - ON_THE_WAY * MAX (self->rate, 1) && !has_gone_on (self, time, rate, now)) {
    self->doubted = time;
    self->doubted_at = now;
    return;
  }

  g_free (self->epoch);
  self->epoch = g_strdup (epoch);
  moei_clock_set (self, time, rate);
}

/**
 * moei_clock_get_rate:
 * @self: a clock
 *
 * Returns: how many of the service's seconds pass in one of ours; 1 but in an exercise
 */
double
moei_clock_get_rate (MoeiClock *self)
{
  g_return_val_if_fail (MOEI_IS_CLOCK (self), 1);

  return self->rate;
}

/**
 * moei_clock_get_skew:
 * @self: a clock
 *
 * Means something for a live service only: an exercise has a day of its own.
 *
 * Returns: by how many seconds the service's clock is ahead of this computer's;
 *   0 while its rate is not 1
 */
gint64
moei_clock_get_skew (MoeiClock *self)
{
  g_return_val_if_fail (MOEI_IS_CLOCK (self), 0);

  return self->skew;
}
