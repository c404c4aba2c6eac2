/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The operation's clocks show Asia/Bangkok, which has kept +07:00 since 1920. */
#define MOEI_WIRE_OFFSET_MINUTES 420

gboolean  moei_instant_parse  (const char *string,
                               gint64     *instant);
char     *moei_instant_format (gint64      instant);

gboolean  moei_day_parse      (const char *string,
                               guint      *day);
char     *moei_day_format     (guint       day);
guint     moei_day_of_instant (gint64      instant);
gint64    moei_day_get_start  (guint       day);

gboolean  moei_week_parse     (const char *string,
                               guint      *monday);
char     *moei_week_format    (guint       day);
guint     moei_week_of_day    (guint       day);

G_END_DECLS
