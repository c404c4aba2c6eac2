/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MoeiParty:
 * @MOEI_PARTY_MYANMAR: Myanmar, UTC+6:30
 * @MOEI_PARTY_THAILAND: Thailand, UTC+7; the operation's day is this one's
 * @MOEI_PARTY_CHINA: China, UTC+8
 *
 * The three governments, in the order of their clocks.
 */
typedef enum {
  MOEI_PARTY_MYANMAR,
  MOEI_PARTY_THAILAND,
  MOEI_PARTY_CHINA,
} MoeiParty;

#define MOEI_N_PARTIES 3

/**
 * MoeiOperatingDay:
 * @day: the operating day; `MOEI_DAY_UNKNOWN` if the instant is not known
 * @civil: the day on each party's calendar
 * @ahead: by how many days a party's calendar is ahead of the operating day:
 *   -1, 0 or 1
 *
 * The operating day of an instant, and who lives on another day.
 */
typedef struct {
  guint day;
  guint civil[MOEI_N_PARTIES];
  int   ahead[MOEI_N_PARTIES];
} MoeiOperatingDay;

void   moei_operating_day_compute    (MoeiOperatingDay *self,
                                      gint64            instant);
guint  moei_operating_day_of_instant (gint64            instant);
gint64 moei_operating_day_get_start  (guint             day);
guint  moei_operating_day_get_monday (guint             day);

G_END_DECLS
