/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-service-clock.h"
#include "wire/moei-instant.h"

/**
 * MoeiServiceClock:
 *
 * The one clock by which the service dates what it says.
 *
 * It shows the machine's time until an exercise makes it play another.
 */
struct _MoeiServiceClock {
  GObject parent_instance;

  gint64   instant; /* that was, or will be, shown … */
  gint64   since;   /* … at this reading of the monotonic clock */
  double   rate;
  gboolean playing;
};

G_DEFINE_FINAL_TYPE (MoeiServiceClock, moei_service_clock, G_TYPE_OBJECT)

static void
moei_service_clock_class_init (MoeiServiceClockClass *klass)
{
}

static void
moei_service_clock_init (MoeiServiceClock *self)
{
  self->rate = 1.0;
}

/**
 * moei_service_clock_new:
 *
 * Returns: (transfer full): a clock that shows the machine's time
 */
MoeiServiceClock *
moei_service_clock_new (void)
{
  return g_object_new (MOEI_TYPE_SERVICE_CLOCK, NULL);
}

/**
 * moei_service_clock_play:
 * @self: a clock
 * @instant: what it shows now
 * @rate: how many seconds it goes on in a second; 0 stops it
 *
 * Makes it play another time than the machine's.
 */
void
moei_service_clock_play (MoeiServiceClock *self,
                         gint64            instant,
                         double            rate)
{
  g_return_if_fail (MOEI_IS_SERVICE_CLOCK (self));
  g_return_if_fail (rate >= 0.0);

  self->instant = instant;
  self->since = g_get_monotonic_time ();
  self->rate = rate;
  self->playing = TRUE;
}

/**
 * moei_service_clock_get_now:
 * @self: a clock
 *
 * Returns: the instant that it shows
 */
gint64
moei_service_clock_get_now (MoeiServiceClock *self)
{
  g_return_val_if_fail (MOEI_IS_SERVICE_CLOCK (self), 0);

  if (!self->playing)
    return g_get_real_time ();

  return self->instant + (gint64) ((double) (g_get_monotonic_time () - self->since) * self->rate);
}

/**
 * moei_service_clock_get_rate:
 * @self: a clock
 *
 * Returns: how many seconds it goes on in a second
 */
double
moei_service_clock_get_rate (MoeiServiceClock *self)
{
  g_return_val_if_fail (MOEI_IS_SERVICE_CLOCK (self), 1.0);

  return self->rate;
}

/**
 * moei_service_clock_get_day:
 * @self: a clock
 *
 * Returns: the operating day, which is Bangkok's
 */
guint
moei_service_clock_get_day (MoeiServiceClock *self)
{
  return moei_day_of_instant (moei_service_clock_get_now (self));
}
