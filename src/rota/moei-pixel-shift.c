/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-pixel-shift.h"

/* A pixel a minute is seen by nobody. */
#define A_STEP G_TIME_SPAN_MINUTE

/* Row by row through the whole square, each row back to where the one before
 * began, and then the same way back: every place comes as often as another, and
 * each is beside the one before. */
static void
place (MoeiPixelShift *self)
{
  guint width = 2 * self->range + 1;
  guint n = width * width;
  guint i = self->step < n ? self->step : 2 * (n - 1) - self->step;
  guint row = i / width;
  guint column = row % 2 == 0 ? i % width : width - 1 - i % width;

  self->x = (int) column - (int) self->range;
  self->y = (int) row - (int) self->range;
}

/**
 * moei_pixel_shift_init:
 * @self: (out caller-allocates): a shift
 * @range: how many pixels it may stray to each side; 0 for none
 *
 * It begins at its place.
 */
void
moei_pixel_shift_init (MoeiPixelShift *self,
                       guint           range)
{
  guint width = 2 * range + 1;

  *self = (MoeiPixelShift) { .range = range, .step = range * width + range, .last = G_MININT64 };
}

/**
 * moei_pixel_shift_advance:
 * @self: a shift
 * @now: microseconds on a clock that is not set
 *
 * Goes on by one pixel at most, and not before a minute is over; however far the
 * clock leapt, nothing jumps.
 *
 * Returns: whether @self has moved
 */
gboolean
moei_pixel_shift_advance (MoeiPixelShift *self,
                          gint64          now)
{
  guint width = 2 * self->range + 1;

  if (self->last == G_MININT64 || now < self->last) {
    self->last = now;
    return FALSE;
  }
  if (self->range == 0 || (guint64) now - (guint64) self->last < A_STEP)
    return FALSE;

  self->last = now;
  self->step = (self->step + 1) % (2 * (width * width - 1));
  place (self);
  return TRUE;
}
