/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-choice.h"
#include "parts/moei-traffic.h"

G_BEGIN_DECLS

/* The keys of days that are no dates, and of everything. */
#define MOEI_DAY_TODAY "today"
#define MOEI_CHOOSE_ALL ""

/**
 * MoeiTrafficFilter:
 * @day: "today", a date as "2025-03-20", or "" for every day
 * @state: the nick of a state, or "" for every one
 * @country: where a flight goes, by ISO 3166's code of three letters, or "" for all
 *
 * Which flights and convoys to show.
 */
typedef struct {
  char *day;
  char *state;
  char *country;
} MoeiTrafficFilter;

void      moei_traffic_filter_init            (MoeiTrafficFilter       *self);
void      moei_traffic_filter_clear           (MoeiTrafficFilter       *self);
char     *moei_traffic_filter_normalise_day   (const char              *day,
                                               guint                    today);
char     *moei_traffic_filter_day_key         (guint                    day,
                                               guint                    today);
guint     moei_traffic_filter_get_day         (const MoeiTrafficFilter *self,
                                               guint                    today);
gboolean  moei_traffic_filter_has_flight      (const MoeiTrafficFilter *self,
                                               MoeiTraffic             *traffic,
                                               MoeiFlight              *flight);
gboolean  moei_traffic_filter_has_convoy      (const MoeiTrafficFilter *self,
                                               MoeiTraffic             *traffic,
                                               MoeiConvoy              *convoy);

void      moei_traffic_filter_offer_days      (const MoeiTrafficFilter *self,
                                               MoeiTraffic             *traffic,
                                               MoeiChoice              *choice);
void      moei_traffic_filter_offer_states    (GType                    type,
                                               MoeiChoice              *choice);
void      moei_traffic_filter_offer_countries (const MoeiTrafficFilter *self,
                                               MoeiTraffic             *traffic,
                                               MoeiChoice              *choice);

G_END_DECLS
