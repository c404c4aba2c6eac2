/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-entity.h"
#include "wire/moei-instant.h"

/* Times, days and weeks as they are written on the wire: RFC 3339's date-time
 * and full-date, ISO 8601's week.  Our own, because GDateTime's ISO 8601 reads
 * more than RFC 3339 allows and needs a GTimeZone for what is arithmetic. */

#define SECOND G_USEC_PER_SEC
#define DAY_S  86400

/* GDate's Julian day number of 1970-01-01. */
#define EPOCH_DAY 719163

/* 0000-01-01 and 10000-01-01, in days from EPOCH_DAY. */
#define FIRST_DAY (-719528)
#define END_DAY   2932897

static gboolean
read_digits (const char **at,
             guint        n_digits,
             int         *number)
{
  *number = 0;
  for (guint i = 0; i < n_digits; i++) {
    if (!g_ascii_isdigit (**at))
      return FALSE;
    *number = *number * 10 + (*(*at)++ - '0');
  }
  return TRUE;
}

static gboolean
read_char (const char **at,
           char         wanted)
{
  if (g_ascii_toupper (**at) != wanted)
    return FALSE;
  (*at)++;
  return TRUE;
}

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year,
               int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

/* Counts the year from March, so that a leap day is its last. */
static int
days_from_civil (int year,
                 int month,
                 int day)
{
  int march_year = month <= 2 ? year - 1 : year;
  int era = (march_year >= 0 ? march_year : march_year - 399) / 400;
  int year_of_era = march_year - era * 400;
  int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
         day_of_year - 719468;
}

static void
civil_from_days (int  days,
                 int *year,
                 int *month,
                 int *day)
{
  int shifted = days + 719468;
  int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int day_of_era = shifted - era * 146097;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march_month = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * march_month + 2) / 5 + 1;
  *month = march_month < 10 ? march_month + 3 : march_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2 ? 1 : 0);
}

static gboolean
read_date (const char **at,
           int         *days)
{
  int year, month, day;

  if (!read_digits (at, 4, &year) || !read_char (at, '-') ||
      !read_digits (at, 2, &month) || !read_char (at, '-') ||
      !read_digits (at, 2, &day))
    return FALSE;
  if (month < 1 || month > 12 || day < 1 || day > days_in_month (year, month))
    return FALSE;

  *days = days_from_civil (year, month, day);
  return TRUE;
}

static gboolean
read_time_of_day (const char **at,
                  int         *seconds,
                  gboolean    *leap)
{
  int hour, minute, second;

  if (!read_digits (at, 2, &hour) || !read_char (at, ':') ||
      !read_digits (at, 2, &minute) || !read_char (at, ':') ||
      !read_digits (at, 2, &second))
    return FALSE;
  if (hour > 23 || minute > 59 || second > 60)
    return FALSE;

  *leap = second == 60;
  *seconds = hour * 3600 + minute * 60 + second;
  return TRUE;
}

/* What is finer than a microsecond is cut off. */
static gboolean
read_fraction (const char **at,
               int         *microseconds)
{
  int scale = G_USEC_PER_SEC / 10;

  *microseconds = 0;
  if (!read_char (at, '.'))
    return TRUE;
  if (!g_ascii_isdigit (**at))
    return FALSE;

  for (; g_ascii_isdigit (**at); (*at)++) {
    *microseconds += (**at - '0') * scale;
    scale /= 10;
  }
  return TRUE;
}

static gboolean
read_offset (const char **at,
             int         *minutes)
{
  int sign = **at == '-' ? -1 : 1;
  int hour, minute;

  *minutes = 0;
  if (read_char (at, 'Z'))
    return TRUE;
  if (!read_char (at, '+') && !read_char (at, '-'))
    return FALSE;
  if (!read_digits (at, 2, &hour) || !read_char (at, ':') || !read_digits (at, 2, &minute))
    return FALSE;
  if (hour > 23 || minute > 59)
    return FALSE;

  *minutes = sign * (hour * 60 + minute);
  return TRUE;
}

/* Leap seconds are put in at the end of June or December, UTC. */
static gboolean
is_after_leap_second (gint64 seconds)
{
  int year, month, day;

  if (seconds % DAY_S != 0)
    return FALSE;
  civil_from_days (seconds / DAY_S, &year, &month, &day);
  return day == 1 && (month == 1 || month == 7);
}

/**
 * moei_instant_parse:
 * @string: a time such as "2025-03-06T14:05:00+07:00"
 * @instant: (out): the instant, microseconds since 1970-01-01T00:00:00Z
 *
 * Reads RFC 3339's date-time: with an offset, and a real date.  A leap second
 * is the instant after it, as a computer's clock has it.
 *
 * Returns: whether @string is one
 */
gboolean
moei_instant_parse (const char *string,
                    gint64     *instant)
{
  const char *at = string;
  int days, time_of_day, microseconds, offset;
  gboolean leap;
  gint64 seconds;

  if (!read_date (&at, &days) || !read_char (&at, 'T') ||
      !read_time_of_day (&at, &time_of_day, &leap) ||
      !read_fraction (&at, &microseconds) ||
      !read_offset (&at, &offset) || *at != '\0')
    return FALSE;

  seconds = (gint64) days * DAY_S + time_of_day - offset * 60;
  if (leap && !is_after_leap_second (seconds))
    return FALSE;

  /* It must be writable again, in our own offset and with a year of four digits. */
  if (seconds + MOEI_WIRE_OFFSET_MINUTES * 60 < (gint64) FIRST_DAY * DAY_S ||
      seconds + MOEI_WIRE_OFFSET_MINUTES * 60 >= (gint64) END_DAY * DAY_S)
    return FALSE;

  *instant = seconds * SECOND + microseconds;
  return TRUE;
}

static gint64
floor_div (gint64 number,
           gint64 by)
{
  return number / by - (number % by < 0 ? 1 : 0);
}

/**
 * moei_instant_format:
 * @instant: an instant, microseconds since 1970-01-01T00:00:00Z
 *
 * Writes an instant as the wire has it, "2025-03-06T14:05:00+07:00", with a
 * fraction only where there is one.
 *
 * Returns: (transfer full) (nullable): the text; `NULL` for an unknown instant
 *   or one outside the years 0000 to 9999
 */
char *
moei_instant_format (gint64 instant)
{
  gint64 seconds, days;
  int year, month, day, left, microseconds;
  char fraction[8] = "";

  if (instant == MOEI_INSTANT_UNKNOWN)
    return NULL;

  seconds = floor_div (instant, SECOND) + MOEI_WIRE_OFFSET_MINUTES * 60;
  days = floor_div (seconds, DAY_S);
  if (days < FIRST_DAY || days >= END_DAY)
    return NULL;

  microseconds = instant - floor_div (instant, SECOND) * SECOND;
  if (microseconds % 1000 != 0)
    g_snprintf (fraction, sizeof fraction, ".%06d", microseconds);
  else if (microseconds != 0)
    g_snprintf (fraction, sizeof fraction, ".%03d", microseconds / 1000);

  left = seconds - days * DAY_S;
  civil_from_days (days, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%s+07:00", year, month, day,
                          left / 3600, left / 60 % 60, left % 60, fraction);
}

/**
 * moei_day_parse:
 * @string: a day such as "2025-03-06"
 * @day: (out): GDate's Julian day number of it
 *
 * Returns: whether @string is a real date from 0001-01-01
 */
gboolean
moei_day_parse (const char *string,
                guint      *day)
{
  const char *at = string;
  int days;

  if (!read_date (&at, &days) || *at != '\0' || days + EPOCH_DAY < 1)
    return FALSE;

  *day = days + EPOCH_DAY;
  return TRUE;
}

/**
 * moei_day_format:
 * @day: GDate's Julian day number of a date
 *
 * Returns: (transfer full) (nullable): the date as the wire has it; `NULL` for
 *   an unknown one or one after the year 9999
 */
char *
moei_day_format (guint day)
{
  int year, month, of_month;

  if (day == MOEI_DAY_UNKNOWN || day >= END_DAY + EPOCH_DAY)
    return NULL;

  civil_from_days ((int) day - EPOCH_DAY, &year, &month, &of_month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, of_month);
}

/**
 * moei_day_of_instant:
 * @instant: an instant
 *
 * Returns: the civil day in Bangkok on which it falls; `MOEI_DAY_UNKNOWN` if
 *   it is unknown
 */
guint
moei_day_of_instant (gint64 instant)
{
  gint64 days;

  if (instant == MOEI_INSTANT_UNKNOWN)
    return MOEI_DAY_UNKNOWN;

  days = floor_div (floor_div (instant, SECOND) + MOEI_WIRE_OFFSET_MINUTES * 60, DAY_S);
  return days + EPOCH_DAY >= 1 && days < END_DAY ? days + EPOCH_DAY : MOEI_DAY_UNKNOWN;
}

/**
 * moei_day_get_start:
 * @day: GDate's Julian day number of a date
 *
 * Returns: the instant of its midnight in Bangkok; `MOEI_INSTANT_UNKNOWN` if
 *   it is unknown
 */
gint64
moei_day_get_start (guint day)
{
  if (day == MOEI_DAY_UNKNOWN || day >= END_DAY + EPOCH_DAY)
    return MOEI_INSTANT_UNKNOWN;

  return (((gint64) day - EPOCH_DAY) * DAY_S - MOEI_WIRE_OFFSET_MINUTES * 60) * SECOND;
}

/* Monday of the week in which a year's 4 January lies is the year's first. */
static int
first_monday (int year)
{
  int fourth = days_from_civil (year, 1, 4) + EPOCH_DAY;

  return fourth - (fourth - 1) % 7;
}

/**
 * moei_week_parse:
 * @string: an ISO 8601 week such as "2025-W10"
 * @monday: (out): GDate's Julian day number of its Monday
 *
 * Returns: whether @string is a week that its year has
 */
gboolean
moei_week_parse (const char *string,
                 guint      *monday)
{
  const char *at = string;
  int year, week, day;

  if (!read_digits (&at, 4, &year) || *at++ != '-' || *at++ != 'W' ||
      !read_digits (&at, 2, &week) || *at != '\0')
    return FALSE;
  if (year < 1 || week < 1)
    return FALSE;

  day = first_monday (year) + (week - 1) * 7;
  if (day >= first_monday (year + 1) || day + 6 >= END_DAY + EPOCH_DAY)
    return FALSE;

  *monday = day;
  return TRUE;
}

/**
 * moei_week_format:
 * @day: GDate's Julian day number of any of its days
 *
 * Returns: (transfer full) (nullable): the ISO 8601 week in which @day lies,
 *   "2025-W10"; `NULL` if it is unknown
 */
char *
moei_week_format (guint day)
{
  guint monday = moei_week_of_day (day);
  int year, month, of_month;

  if (monday == MOEI_DAY_UNKNOWN)
    return NULL;

  /* A week belongs to the year of its Thursday. */
  civil_from_days ((int) monday + 3 - EPOCH_DAY, &year, &month, &of_month);
  return g_strdup_printf ("%04d-W%02d", year, ((int) monday - first_monday (year)) / 7 + 1);
}

/**
 * moei_week_of_day:
 * @day: GDate's Julian day number of a date
 *
 * Returns: the Julian day number of the Monday of its week; `MOEI_DAY_UNKNOWN`
 *   if it is unknown
 */
guint
moei_week_of_day (guint day)
{
  if (day == MOEI_DAY_UNKNOWN || day >= END_DAY + EPOCH_DAY)
    return MOEI_DAY_UNKNOWN;

  return day - (day - 1) % 7;
}
