/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-forecast-queues.h"

#include "operation/moei-count.h"
#include "rules/moei-lanes.h"

/* What all scenarios share: the countries, the days, and each country's rank in
 * each lane, which hundreds of days ask for. */
typedef struct {
  MoeiCountry        *countries;
  guint               n_countries;
  const MoeiCalendar *calendar;
  GHashTable         *ranks;
} Simulation;

/* The ranks of all countries in a lane */
static const gint8 *
ranks_in (Simulation *self,
          MoeiLane   *lane)
{
  gint8 *found = g_hash_table_lookup (self->ranks, lane);

  if (found == NULL) {
    found = g_new (gint8, self->n_countries + 1);
    for (guint i = 0; i < self->n_countries; i++)
      found[i] = (gint8) CLAMP (moei_lane_get_rank (lane, self->countries[i].id), -1, G_MAXINT8);
    g_hash_table_insert (self->ranks, lane, found);
  }
  return found;
}

/* Gives each of a rank as many places as the next, and what one does not need to
 * the others; odd places go in the queue's order.  With more places nobody gets
 * fewer, today or later, which dividing in proportion would not hold. */
static gint64
share_out (Simulation   *self,
           const gint8  *ranks,
           int           rank,
           MoeiScenario  scenario,
           int           day,
           gint64        places)
{
  gint64 left = places;
  guint n_left = 1;

  while (left > 0 && n_left > 0) {
    gint64 share;

    n_left = 0;
    for (guint i = 0; i < self->n_countries; i++)
      n_left += ranks[i] == rank && self->countries[i].queues[scenario].ready > 0;
    if (n_left == 0)
      break;
    share = MAX (left / n_left, 1);
    for (guint i = 0; i < self->n_countries && left > 0; i++) {
      MoeiQueue *queue = &self->countries[i].queues[scenario];
      gint64 given = ranks[i] == rank ? MIN (MIN (queue->ready, share), left) : 0;

      queue->ready -= given;
      queue->departing[day] += (int) given;
      left -= given;
    }
  }
  return left;
}

/* The queue moves once on each operating day after today; what moved today is in
 * the counts of today. */
static void
move_queues (Simulation   *self,
             MoeiScenario  scenario,
             int           n_moved)
{
  for (guint i = 0; i < self->n_countries; i++) {
    MoeiQueue *queue = &self->countries[i].queues[scenario];
    gint64 entered = moei_rate_of_day (&queue->entered, n_moved);
    gint64 confirmed = moei_rate_of_day (&queue->confirmed, n_moved);

    queue->newcomers += entered;
    queue->without_papers += entered;
    confirmed = MIN (confirmed, queue->without_papers);
    queue->without_papers -= confirmed;
    queue->ready += confirmed;
  }
}

/* On a flight that flies on nobody's day all go alike whose lane has begun. */
static gint8 *
ranks_without_lane (Simulation *self,
                    int         day)
{
  gint8 *ranks = g_new (gint8, self->n_countries + 1);

  for (guint i = 0; i < self->n_countries; i++)
    ranks[i] = self->countries[i].first_lane_day <= day ? 0 : -1;
  return ranks;
}

static void
find_first_lane_days (Simulation *self)
{
  for (guint i = 0; i < self->n_countries; i++)
    self->countries[i].first_lane_day = MOEI_QUEUE_BEYOND;
  for (int day = MOEI_FORECAST_HORIZON - 1; day >= 0; day--) {
    const MoeiCalendarDay *calendar = &self->calendar->days[day];
    const gint8 *lane;

    if (calendar->kind != MOEI_DAY_KIND_QUOTA || calendar->lane == NULL)
      continue;
    lane = ranks_in (self, calendar->lane);
    for (guint i = 0; i < self->n_countries; i++)
      if (lane[i] == 0 || (lane[i] > 0 && !calendar->only_first))
        self->countries[i].first_lane_day = day;
  }
}

/* Notes for each country whom the day's lane takes what stopped those who stayed. */
static void
note_limits (Simulation   *self,
             MoeiScenario  scenario,
             const gint8  *ranks,
             gboolean      only_first,
             MoeiLimit     limit)
{
  for (guint i = 0; i < self->n_countries; i++) {
    MoeiQueue *queue = &self->countries[i].queues[scenario];

    if (ranks[i] < 0 || (only_first && ranks[i] > 0) || queue->cleared != MOEI_QUEUE_BEYOND)
      continue;
    if (queue->ready > 0)
      queue->n_days[limit]++;
    else if (queue->without_papers > 0)
      queue->n_days[MOEI_LIMIT_PAPERS]++;
  }
}

/* Lets people go in the lane's order, as far as the places reach.  Returns how many
 * places are left. */
static gint64
serve (Simulation   *self,
       MoeiScenario  scenario,
       int           day,
       const gint8  *ranks,
       gboolean      only_first,
       gint64        places)
{
  int last = 0;

  for (guint i = 0; i < self->n_countries; i++)
    last = MAX (last, ranks[i]);
  for (int rank = 0; rank <= (only_first ? 0 : last); rank++) {
    for (guint i = 0; i < self->n_countries && day > 0; i++)
      if (ranks[i] == rank)
        self->countries[i].queues[scenario].offered += places;
    places = share_out (self, ranks, rank, scenario, day, places);
  }
  return places;
}

static void
note_cleared (Simulation   *self,
              MoeiScenario  scenario,
              int           day)
{
  for (guint i = 0; i < self->n_countries; i++) {
    MoeiQueue *queue = &self->countries[i].queues[scenario];

    if (queue->cleared == MOEI_QUEUE_BEYOND && queue->ready == 0 && queue->without_papers == 0)
      queue->cleared = day;
  }
}

static void
simulate (Simulation   *self,
          MoeiScenario  scenario)
{
  gint64 carried = 0;
  int n_moved = 0;

  for (int day = 0; day < MOEI_FORECAST_HORIZON; day++) {
    const MoeiCalendarDay *calendar = &self->calendar->days[day];

    if (calendar->is_operating && day > 0)
      move_queues (self, scenario, n_moved++);
    if (calendar->kind == MOEI_DAY_KIND_QUOTA && calendar->lane != NULL) {
      const gint8 *lane = ranks_in (self, calendar->lane);
      gint64 quota = MAX (calendar->quota + carried - calendar->given, 0);
      gint64 seats = MAX (calendar->seats - calendar->given, 0);
      gboolean short_of_seats = moei_count_is_known (calendar->seats) && seats < quota;
      gint64 places = (short_of_seats ? seats : quota) + calendar->extra;
      gint64 served = places - serve (self, scenario, day, lane, calendar->only_first, places);

      carried = calendar->carries ? CLAMP (quota - served, 0, calendar->quota) : 0;
      note_limits (self, scenario, lane, calendar->only_first, short_of_seats ? MOEI_LIMIT_SEATS : MOEI_LIMIT_QUOTA);
    } else if (calendar->extra > 0) {
      g_autofree gint8 *everybody = ranks_without_lane (self, day);

      serve (self, scenario, day, everybody, FALSE, calendar->extra);
    }
    note_cleared (self, scenario, day);
  }
}

/**
 * moei_queues_simulate:
 * @countries: (array length=n_countries): the countries, each with its queues set up
 * @n_countries: how many
 * @calendar: the coming days
 *
 * Plays the coming year through in each scenario.
 */
void
moei_queues_simulate (MoeiCountry        *countries,
                      guint               n_countries,
                      const MoeiCalendar *calendar)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Simulation self = { countries, n_countries, calendar, ranks };

  find_first_lane_days (&self);
  for (MoeiScenario scenario = MOEI_SCENARIO_LOW; scenario < MOEI_N_SCENARIOS; scenario++)
    simulate (&self, scenario);
}
