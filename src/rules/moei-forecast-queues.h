/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/moei-clearing.h"
#include "rules/moei-forecast-calendar.h"

G_BEGIN_DECLS

/* The day on which what is not cleared within the year counts as cleared */
#define MOEI_QUEUE_BEYOND MOEI_FORECAST_HORIZON

/**
 * MoeiQueue:
 * @entered: people who join it a day
 * @confirmed: people who get their papers a day
 * @without_papers: people who wait for papers
 * @ready: people who wait for a place
 * @newcomers: people who joined it in the year
 * @offered: places that were there for it in the year, today's left out as today's
 *   newcomers are
 * @cleared: the first day, counted from today, after which nobody waits
 * @n_days: on how many of its lane's days each limit held it up
 * @departing: (array): people who leave on each day
 *
 * A nationality's queue in one scenario.
 */
typedef struct {
  MoeiRate entered;
  MoeiRate confirmed;
  gint64   without_papers;
  gint64   ready;
  gint64   newcomers;
  gint64   offered;
  int      cleared;
  guint    n_days[MOEI_LIMIT_PAPERS + 1];
  int     *departing;
} MoeiQueue;

/**
 * MoeiCountry:
 * @id: (transfer none): an ISO 3166-1 alpha-3 code
 * @clearing: the answer
 * @without_papers: people who wait for papers; `MOEI_COUNT_UNKNOWN` if not known
 * @ready: people who wait for a place; `MOEI_COUNT_UNKNOWN` if not known
 * @flow: how the queue has moved
 * @is_reckoned: whether enough is known to reckon with it
 * @is_planned: whether some are planned to leave, where there is not
 * @first_lane_day: the first day, counted from today, on which a lane takes it
 * @queues: its queue in each scenario
 *
 * A nationality, for a forecast.
 */
typedef struct {
  const char  *id;
  MoeiClearing clearing;
  int          without_papers;
  int          ready;
  MoeiFlow     flow;
  gboolean     is_reckoned;
  gboolean     is_planned;
  int          first_lane_day;
  MoeiQueue    queues[MOEI_N_SCENARIOS];
} MoeiCountry;

void moei_queues_simulate (MoeiCountry        *countries,
                           guint               n_countries,
                           const MoeiCalendar *calendar);

G_END_DECLS
