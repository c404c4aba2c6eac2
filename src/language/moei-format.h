/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "language/moei-zone.h"
#include "operation/moei-language-id.h"

G_BEGIN_DECLS

/**
 * MoeiDateStyle:
 * @MOEI_DATE_LONG: "Thursday 6 March 2025"
 * @MOEI_DATE_HEADING: "Thursday 6 March"
 * @MOEI_DATE_MEDIUM: "6 March 2025"
 * @MOEI_DATE_SHORT: "6 Mar"
 * @MOEI_DATE_WEEKDAY_DAY: "Thu 6"
 * @MOEI_DATE_WEEKDAY: "Thu"
 * @MOEI_DATE_WEEKDAY_LONG: "Thursday"
 *
 * How much of a date to say.
 */
typedef enum {
  MOEI_DATE_LONG,
  MOEI_DATE_HEADING,
  MOEI_DATE_MEDIUM,
  MOEI_DATE_SHORT,
  MOEI_DATE_WEEKDAY_DAY,
  MOEI_DATE_WEEKDAY,
  MOEI_DATE_WEEKDAY_LONG,
} MoeiDateStyle;

char *moei_format_digits     (MoeiLanguage   language,
                              const char    *text);
void  moei_format_set_native_digits (gboolean native);
char *moei_format_count      (MoeiLanguage   language,
                              int            count);
char *moei_format_difference (MoeiLanguage   language,
                              int            difference);
char *moei_format_decimal    (MoeiLanguage   language,
                              double         number,
                              guint          n_places);
char *moei_format_percent    (MoeiLanguage   language,
                              double         share);
char *moei_format_distance   (MoeiLanguage   language,
                              double         metres);

char *moei_format_time       (MoeiLanguage   language,
                              gint64         instant,
                              MoeiZone       zone);
void  moei_format_set_buddhist_era (gboolean buddhist);
char *moei_format_date       (MoeiLanguage   language,
                              guint32        day,
                              MoeiDateStyle  style);
char *moei_format_date_range (MoeiLanguage   language,
                              guint32        first,
                              guint32        last);
char *moei_format_date_span  (MoeiLanguage   language,
                              guint32        first,
                              guint32        last);
char *moei_format_date_time  (MoeiLanguage   language,
                              gint64         instant,
                              MoeiZone       zone);

char *moei_format_age        (MoeiLanguage   language,
                              gint64         seconds);
char *moei_format_updated    (MoeiLanguage   language,
                              gint64         seconds);
char *moei_format_duration   (MoeiLanguage   language,
                              gint64         seconds);
char *moei_format_delay      (MoeiLanguage   language,
                              int            minutes);

G_END_DECLS
