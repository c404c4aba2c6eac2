/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-local-time.h"

#include "language/moei-format.h"
#include "operation/moei-entity.h"

/* The clocks of the countries that people fly home to, by ISO 3166's code of
 * three letters.  Of a country with several zones it is that of the airport
 * to which it takes its people home.  The offset stands in where the database
 * of zones is not installed. */
static const struct {
  const char *country;
  const char *identifier;
  int         minutes; /* east of Greenwich */
} zones[] = {
  { "BDI", "Africa/Bujumbura", 120 },  { "BGD", "Asia/Dhaka", 360 },      { "BRA", "America/Sao_Paulo", -180 },
  { "CHN", "Asia/Shanghai", 480 },     { "CMR", "Africa/Douala", 60 },    { "CZE", "Europe/Prague", 60 },
  { "DZA", "Africa/Algiers", 60 },     { "ETH", "Africa/Addis_Ababa", 180 }, { "GHA", "Africa/Accra", 0 },
  { "HKG", "Asia/Hong_Kong", 480 },    { "IDN", "Asia/Jakarta", 420 },    { "IND", "Asia/Kolkata", 330 },
  { "JPN", "Asia/Tokyo", 540 },        { "KEN", "Africa/Nairobi", 180 },  { "KHM", "Asia/Phnom_Penh", 420 },
  { "KOR", "Asia/Seoul", 540 },        { "LAO", "Asia/Vientiane", 420 },  { "LKA", "Asia/Colombo", 330 },
  { "MMR", "Asia/Yangon", 390 },       { "MYS", "Asia/Kuala_Lumpur", 480 }, { "NAM", "Africa/Windhoek", 120 },
  { "NGA", "Africa/Lagos", 60 },       { "NPL", "Asia/Kathmandu", 345 },  { "PAK", "Asia/Karachi", 300 },
  { "PHL", "Asia/Manila", 480 },       { "ROU", "Europe/Bucharest", 120 }, { "RWA", "Africa/Kigali", 120 },
  { "SGP", "Asia/Singapore", 480 },    { "THA", "Asia/Bangkok", 420 },    { "TUN", "Africa/Tunis", 60 },
  { "TWN", "Asia/Taipei", 480 },       { "TZA", "Africa/Dar_es_Salaam", 180 }, { "UGA", "Africa/Kampala", 180 },
  { "UZB", "Asia/Tashkent", 300 },     { "VNM", "Asia/Ho_Chi_Minh", 420 }, { "ZAF", "Africa/Johannesburg", 120 },
};

static GTimeZone *
open_zone (gsize i)
{
  GTimeZone *zone = g_time_zone_new_identifier (zones[i].identifier);

  return zone != NULL ? zone : g_time_zone_new_offset (zones[i].minutes * 60);
}

/**
 * moei_local_time_get_zone:
 * @country: (nullable): a country, by ISO 3166's code of three letters
 *
 * Returns: (transfer none) (nullable): its zone; `NULL` where it is not known here
 */
GTimeZone *
moei_local_time_get_zone (const char *country)
{
  static GTimeZone *opened[G_N_ELEMENTS (zones)];

  for (gsize i = 0; country != NULL && i < G_N_ELEMENTS (zones); i++) {
    if (!g_str_equal (zones[i].country, country))
      continue;
    if (g_once_init_enter (&opened[i]))
      g_once_init_leave (&opened[i], open_zone (i));
    return opened[i];
  }
  return NULL;
}

static GDateTime *
get_local (gint64     instant,
           GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC - (instant % G_USEC_PER_SEC < 0));

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

static int
count_days (GDateTime *local)
{
  GDate date;

  g_date_set_dmy (&date, g_date_time_get_day_of_month (local), g_date_time_get_month (local), g_date_time_get_year (local));
  return (int) g_date_get_julian (&date);
}

/**
 * moei_local_time_format:
 * @language: the reader's language
 * @instant: microseconds since 1970-01-01T00:00:00Z
 * @country: (nullable): whose clock to read, by ISO 3166's code of three letters
 *
 * Returns: (transfer full) (nullable): "16:20"; "00:35 +1" where the calendar
 *   there is a day ahead of Bangkok's; `NULL` where instant or clock is not known
 */
char *
moei_local_time_format (MoeiLanguage  language,
                        gint64        instant,
                        const char   *country)
{
  GTimeZone *zone = moei_local_time_get_zone (country);
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *plain = NULL;
  int days;

  if (zone == NULL || instant == MOEI_INSTANT_UNKNOWN)
    return NULL;
  local = get_local (instant, zone);
  if (local == NULL)
    return NULL;

  days = count_days (local) - (int) moei_zone_get_day (MOEI_ZONE_BANGKOK, instant);
  if (days == 0)
    plain = g_strdup_printf ("%02d:%02d", g_date_time_get_hour (local), g_date_time_get_minute (local));
  else
    plain = g_strdup_printf ("%02d:%02d %s%d", g_date_time_get_hour (local), g_date_time_get_minute (local),
                             days < 0 ? "−" : "+", ABS (days));
  return moei_format_digits (language, plain);
}
