/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall-clocks.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-entity.h"
#include "wall/moei-polyglot.h"
#include "wall/moei-wall-scale.h"

/**
 * MoeiWallClocks:
 *
 * The service's time of day in the three countries, with what each is ahead of
 * UTC; and the date of one where that is not the day of the figures.
 */
struct _MoeiWallClocks {
  AdwBin parent_instance;

  GtkGrid      *grid;
  gint64        now;
  gint64        minute;
  guint         day; /* of the figures */
  MoeiPolyglot *times[MOEI_N_ZONES];
  MoeiPolyglot *offsets[MOEI_N_ZONES];
  MoeiPolyglot *dates[MOEI_N_ZONES];
};

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)

G_DEFINE_FINAL_TYPE (MoeiWallClocks, moei_wall_clocks, ADW_TYPE_BIN)

static void
moei_wall_clocks_class_init (MoeiWallClocksClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "wallclocks");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static MoeiPolyglot *
add_words (MoeiWallClocks *self,
           MoeiZone        zone,
           int             column,
           const char     *css_class,
           float           xalign)
{
  GtkWidget *words = moei_polyglot_new (MOEI_WALL_TEXT);

  gtk_widget_add_css_class (words, css_class);
  g_object_set (words, "xalign", xalign, NULL);
  gtk_grid_attach (self->grid, words, column, (int) zone, 1, 1);
  return MOEI_POLYGLOT (words);
}

static void
moei_wall_clocks_init (MoeiWallClocks *self)
{
  self->now = MOEI_INSTANT_UNKNOWN;
  self->minute = -1;
  self->day = MOEI_DAY_UNKNOWN;
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "wall-clocks");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
  for (MoeiZone zone = 0; zone < MOEI_N_ZONES; zone++) {
    MoeiPolyglot *place = add_words (self, zone, 1, "quiet", 0);

    for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
      moei_polyglot_set_text (place, i, moei_zone_get_name (zone, i));
    self->dates[zone] = add_words (self, zone, 0, "wall-other-date", 1);
    self->times[zone] = add_words (self, zone, 2, "strong", 1);
    self->offsets[zone] = add_words (self, zone, 3, "quiet", 1);
  }
}

/* "+06:30": of half an hour, too, nobody can be wrong. */
static char *
say_offset (MoeiZone zone,
            gint64   now)
{
  GTimeZone *its = moei_zone_get (zone);
  int interval = g_time_zone_find_interval (its, G_TIME_TYPE_UNIVERSAL, now / G_USEC_PER_SEC);
  int minutes = g_time_zone_get_offset (its, MAX (interval, 0)) / 60;

  return g_strdup_printf ("%c%02d:%02d", minutes < 0 ? '-' : '+', ABS (minutes) / 60, ABS (minutes) % 60);
}

static void
show_zone (MoeiWallClocks *self,
           MoeiZone        zone,
           gint64          now)
{
  gboolean is_known = now != MOEI_INSTANT_UNKNOWN;
  g_autofree char *offset = is_known ? say_offset (zone, now) : g_strdup ("–");
  guint32 here = moei_zone_get_day (zone, now);
  guint32 day = self->day != MOEI_DAY_UNKNOWN ? self->day : moei_zone_get_day (MOEI_ZONE_BANGKOK, now);
  gboolean differs = is_known && here != day;

  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_autofree char *time = moei_format_time (i, now, zone);
    g_autofree char *digits = moei_format_digits (i, offset);
    g_autofree char *date = differs ? moei_format_date (i, here, MOEI_DATE_SHORT) : NULL;

    moei_polyglot_set_text (self->times[zone], i, time);
    moei_polyglot_set_text (self->offsets[zone], i, digits);
    moei_polyglot_set_text (self->dates[zone], i, date);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->dates[zone]), differs);
}

static void
show (MoeiWallClocks *self)
{
  for (MoeiZone zone = 0; zone < MOEI_N_ZONES; zone++)
    show_zone (self, zone, self->now);
}

/**
 * moei_wall_clocks_set_now:
 * @self: the clocks
 * @now: the instant, on the service's clock
 */
void
moei_wall_clocks_set_now (MoeiWallClocks *self,
                          gint64          now)
{
  gint64 minute = now != MOEI_INSTANT_UNKNOWN ? now / MINUTE : G_MININT64;

  g_return_if_fail (MOEI_IS_WALL_CLOCKS (self));

  if (self->minute == minute)
    return;
  self->minute = minute;
  self->now = now;
  show (self);
}

/**
 * moei_wall_clocks_set_day:
 * @self: the clocks
 * @day: that of the figures beside them; `MOEI_DAY_UNKNOWN` for Bangkok's
 */
void
moei_wall_clocks_set_day (MoeiWallClocks *self,
                          guint           day)
{
  g_return_if_fail (MOEI_IS_WALL_CLOCKS (self));

  if (self->day == day)
    return;
  self->day = day;
  show (self);
}
