/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MoeiOfficeHours:
 * @opens: minutes after midnight in Bangkok, 0 to 1439
 * @closes: minutes after midnight, 1 to 1440; not after @opens: on the next day
 * @days: the days on which it opens, bit 0 for Monday to bit 6 for Sunday
 *
 * When a meeting room is in use.  Hours over midnight belong to the day on
 * which they begin.
 */
typedef struct {
  int   opens;
  int   closes;
  guint days;
} MoeiOfficeHours;

#define MOEI_OFFICE_HOURS_EVERY_DAY 0x7fu

gboolean moei_office_hours_contain     (const MoeiOfficeHours *self,
                                        gint64                 instant);
gint64   moei_office_hours_next_change (const MoeiOfficeHours *self,
                                        gint64                 instant);

G_END_DECLS
