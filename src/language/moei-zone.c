/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-zone.h"

#include <glib/gi18n-lib.h>

#include "language/moei-language.h"
#include "operation/moei-entity.h"

/* Naypyidaw is in Asia/Yangon, Beijing in Asia/Shanghai: the database names a
 * zone after its largest city.  None of the three shifts its clocks, so that
 * without the database the offset says it as well. */
static const struct {
  const char *identifier;
  int         offset; /* seconds east of Greenwich */
  const char *name;
} zones[MOEI_N_ZONES] = {
  [MOEI_ZONE_NAYPYIDAW] = { "Asia/Yangon", 6 * 3600 + 1800, NC_("time zone", "Naypyidaw") },
  [MOEI_ZONE_BANGKOK] = { "Asia/Bangkok", 7 * 3600, NC_("time zone", "Bangkok") },
  [MOEI_ZONE_BEIJING] = { "Asia/Shanghai", 8 * 3600, NC_("time zone", "Beijing") },
};

static gpointer
open_zone (gpointer data)
{
  MoeiZone self = GPOINTER_TO_INT (data);
  GTimeZone *zone = g_time_zone_new_identifier (zones[self].identifier);

  return zone != NULL ? zone : g_time_zone_new_offset (zones[self].offset);
}

/**
 * moei_zone_get:
 * @self: a zone
 *
 * Returns: (transfer none): the zone, for GDateTime
 */
GTimeZone *
moei_zone_get (MoeiZone self)
{
  static GOnce once[MOEI_N_ZONES] = { G_ONCE_INIT, G_ONCE_INIT, G_ONCE_INIT };

  g_return_val_if_fail (self < MOEI_N_ZONES, NULL);

  return g_once (&once[self], open_zone, GINT_TO_POINTER (self));
}

static GDateTime *
get_local (MoeiZone self,
           gint64   instant)
{
  g_autoptr (GDateTime) utc = NULL;

  if (instant == MOEI_INSTANT_UNKNOWN)
    return NULL;

  utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC - (instant % G_USEC_PER_SEC < 0));
  return utc != NULL ? g_date_time_to_timezone (utc, moei_zone_get (self)) : NULL;
}

/**
 * moei_zone_get_day:
 * @self: a zone
 * @instant: microseconds since 1970-01-01T00:00:00Z
 *
 * Returns: the civil day there at @instant; `MOEI_DAY_UNKNOWN` for an unknown instant
 */
guint32
moei_zone_get_day (MoeiZone self,
                   gint64   instant)
{
  g_autoptr (GDateTime) local = NULL;
  GDate date;

  g_return_val_if_fail (self < MOEI_N_ZONES, MOEI_DAY_UNKNOWN);

  local = get_local (self, instant);
  if (local == NULL)
    return MOEI_DAY_UNKNOWN;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (local), g_date_time_get_month (local),
                  g_date_time_get_year (local));
  return g_date_get_julian (&date);
}

/**
 * moei_zone_get_minute:
 * @self: a zone
 * @instant: microseconds since 1970-01-01T00:00:00Z
 *
 * Returns: the minutes since midnight there at @instant, 0 to 1439; -1 for an unknown instant
 */
int
moei_zone_get_minute (MoeiZone self,
                      gint64   instant)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (self < MOEI_N_ZONES, -1);

  local = get_local (self, instant);
  return local != NULL ? g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local) : -1;
}

/**
 * moei_zone_get_name:
 * @self: a zone
 * @language: the reader's language
 *
 * Returns: the name of the capital whose clock it is
 */
const char *
moei_zone_get_name (MoeiZone     self,
                    MoeiLanguage language)
{
  g_return_val_if_fail (self < MOEI_N_ZONES, NULL);

  return moei_pgettext (language, "time zone", zones[self].name);
}
