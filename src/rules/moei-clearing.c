/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-clearing.h"

#include "operation/moei-count.h"
#include "rules/moei-forecast-queues.h"
#include "rules/moei-plan.h"

struct _MoeiForecast {
  MoeiCalendar   *calendar;
  MoeiCountry    *countries;
  guint           n_countries;
  GHashTable     *by_id;
  int            *departing;
  MoeiForecastDay days[MOEI_FORECAST_HORIZON];
};

static gboolean
count_waiting (MoeiNationality *nationality,
               MoeiCountry         *country)
{
  for (MoeiStage stage = MOEI_STAGE_HELD; stage < MOEI_STAGE_DEPARTED; stage++) {
    int at = moei_nationality_get_at (nationality, stage);

    if (!moei_count_is_known (at))
      return FALSE;
    if (stage < MOEI_STAGE_EMBASSY_CONFIRMED)
      country->without_papers = moei_count_add (country->without_papers, at);
    else
      country->ready = moei_count_add (country->ready, at);
  }
  country->clearing.waiting = moei_count_add (country->without_papers, country->ready);
  return TRUE;
}

/* How many wait and how fast they are joined and confirmed must have been said, and
 * something must have moved. */
static void
set_up_country (MoeiCountry        *country,
                MoeiNationality    *nationality,
                const MoeiCalendar *calendar)
{
  gboolean has_flow = FALSE;

  country->without_papers = country->ready = MOEI_COUNT_UNKNOWN;
  country->clearing = (MoeiClearing) { .waiting = MOEI_COUNT_UNKNOWN };
  if (!count_waiting (nationality, country))
    return;

  if (!calendar->is_awaited) {
    moei_flow_compute (&country->flow, country->id, calendar->past, MOEI_CALENDAR_PAST);
    has_flow = moei_rate_is_known (&country->flow.entered.whole) && moei_rate_is_known (&country->flow.confirmed.whole);
  }
  if (country->clearing.waiting == 0) {
    country->clearing.answer = MOEI_CLEARING_CLEARED;
    country->is_reckoned = has_flow;
  } else if (has_flow && country->flow.progress) {
    country->clearing.answer = MOEI_CLEARING_DATE;
    country->is_reckoned = TRUE;
  }
}

/* Nobody can reckon by the queue of such a country, but who of it is planned to
 * leave will leave, and takes a place. */
static void
plan_country (MoeiForecast            *self,
              MoeiCountry             *country,
              const MoeiForecastInput *input)
{
  int planned[MOEI_FORECAST_HORIZON];
  MoeiClearing *clearing = &country->clearing;

  moei_plan_collect (planned, MOEI_FORECAST_HORIZON, self->calendar->today, country->id, input->flights, input->days);
  for (guint day = 0; day < MOEI_FORECAST_HORIZON; day++) {
    int leaving = MIN (MAX (planned[day], 0), clearing->waiting - clearing->planned);

    if (leaving == 0)
      continue;
    for (guint i = 0; i < MOEI_N_SCENARIOS; i++)
      country->queues[i].departing[day] = leaving;
    self->calendar->days[day].given += leaving;
    clearing->planned += leaving;
    clearing->planned_day = self->calendar->today + day;
  }
  country->is_planned = clearing->planned > 0;
  if (!country->is_planned || clearing->planned < clearing->waiting)
    return;
  clearing->answer = MOEI_CLEARING_DATE;
  clearing->limit = MOEI_LIMIT_PLAN;
  clearing->low = clearing->middle = clearing->high = clearing->planned_day;
}

static void
set_up_queue (MoeiQueue         *queue,
              const MoeiCountry *country,
              MoeiScenario   scenario)
{
  const MoeiFlowSums *entered = &country->flow.entered;
  const MoeiFlowSums *confirmed = &country->flow.confirmed;

  queue->entered = entered->whole;
  queue->confirmed = confirmed->whole;
  if (scenario == MOEI_SCENARIO_LOW) {
    queue->entered = entered->less;
    queue->confirmed = confirmed->more;
  } else if (scenario == MOEI_SCENARIO_HIGH) {
    queue->entered = entered->more;
    queue->confirmed = confirmed->less;
  }
  queue->without_papers = country->without_papers;
  queue->ready = country->ready;
  queue->cleared = MOEI_QUEUE_BEYOND;
}

/* A queue that fills as fast as it can be emptied does not clear, though it may be
 * empty for an evening. */
static void
judge_steady_state (MoeiQueue *queue)
{
  if (queue->newcomers == 0)
    return;
  if (moei_rate_compare (&queue->confirmed, &queue->entered) < 0) {
    queue->cleared = MOEI_QUEUE_BEYOND;
    queue->n_days[MOEI_LIMIT_PAPERS] = G_MAXUINT;
  } else if (queue->newcomers >= queue->offered) {
    queue->cleared = MOEI_QUEUE_BEYOND;
    queue->n_days[MOEI_LIMIT_QUOTA] = MAX (queue->n_days[MOEI_LIMIT_QUOTA], 1);
  }
}

/* What held people up on most days; of two alike the one that is nearer to them. */
static MoeiLimit
limit_of (const MoeiQueue *queue)
{
  MoeiLimit limit = MOEI_LIMIT_NONE;

  for (MoeiLimit i = MOEI_LIMIT_QUOTA; i <= MOEI_LIMIT_PAPERS; i++)
    if (queue->n_days[i] > 0 && queue->n_days[i] >= queue->n_days[limit])
      limit = i;
  return limit;
}

static void
sort_three (int *figures)
{
  for (int i = 1; i < MOEI_N_SCENARIOS; i++) {
    for (int j = i; j > 0 && figures[j] < figures[j - 1]; j--) {
      int swapped = figures[j];

      figures[j] = figures[j - 1];
      figures[j - 1] = swapped;
    }
  }
}

static void
answer (MoeiCountry *country,
        guint    today)
{
  int cleared[MOEI_N_SCENARIOS];

  if (country->clearing.answer != MOEI_CLEARING_DATE || !country->is_reckoned)
    return;
  for (int i = 0; i < MOEI_N_SCENARIOS; i++) {
    judge_steady_state (&country->queues[i]);
    cleared[i] = country->queues[i].cleared;
  }
  sort_three (cleared);

  country->clearing.limit = limit_of (&country->queues[MOEI_SCENARIO_MIDDLE]);
  if (country->first_lane_day == MOEI_QUEUE_BEYOND) {
    country->clearing.answer = MOEI_CLEARING_NO_LANE;
    country->clearing.limit = MOEI_LIMIT_NONE;
  } else if (cleared[MOEI_SCENARIO_MIDDLE] == MOEI_QUEUE_BEYOND) {
    country->clearing.answer = MOEI_CLEARING_NEVER;
  } else {
    country->clearing.low = today + (guint) cleared[MOEI_SCENARIO_LOW];
    country->clearing.middle = today + (guint) cleared[MOEI_SCENARIO_MIDDLE];
    country->clearing.open_ended = cleared[MOEI_SCENARIO_HIGH] == MOEI_QUEUE_BEYOND;
    country->clearing.high = today + (guint) MIN (cleared[MOEI_SCENARIO_HIGH], MOEI_QUEUE_BEYOND - 1);
  }
}

static void
fill_forecast_day (MoeiForecast *self,
                   int           day)
{
  const MoeiCalendarDay *calendar = &self->calendar->days[day];
  int people[MOEI_N_SCENARIOS] = { MOEI_COUNT_UNKNOWN, MOEI_COUNT_UNKNOWN, MOEI_COUNT_UNKNOWN };

  for (guint i = 0; i < self->n_countries; i++)
    for (int j = 0; j < MOEI_N_SCENARIOS; j++)
      if (self->countries[i].is_reckoned || self->countries[i].is_planned)
        people[j] = moei_count_add (people[j], self->countries[i].queues[j].departing[day]);
  sort_three (people);

  self->days[day] = (MoeiForecastDay) {
    .date = calendar->date,
    .kind = calendar->kind,
    .quota = calendar->kind == MOEI_DAY_KIND_QUOTA ? calendar->quota : MOEI_COUNT_UNKNOWN,
    .seats = calendar->seats,
    .low = people[0],
    .middle = people[1],
    .high = people[2],
  };
}

static void
set_up (MoeiForecast            *self,
        const MoeiForecastInput *input)
{
  MoeiCollection *nationalities = input->nationalities;

  self->n_countries = moei_collection_size (nationalities);
  self->countries = g_new0 (MoeiCountry, self->n_countries + 1);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->departing = g_new0 (int, (gsize) (self->n_countries + 1) * MOEI_N_SCENARIOS * MOEI_FORECAST_HORIZON);

  for (guint i = 0; i < self->n_countries; i++) {
    MoeiCountry *country = &self->countries[i];
    MoeiNationality *nationality = moei_collection_get (nationalities, i);
    char *id = g_strdup (moei_entity_get_id (MOEI_ENTITY (nationality)));

    country->id = id;
    g_hash_table_insert (self->by_id, id, country);
    set_up_country (country, nationality, self->calendar);
    for (guint j = 0; j < MOEI_N_SCENARIOS; j++) {
      country->queues[j].departing = self->departing + (i * MOEI_N_SCENARIOS + j) * MOEI_FORECAST_HORIZON;
      if (country->is_reckoned)
        set_up_queue (&country->queues[j], country, j);
    }
    if (!self->calendar->is_awaited && self->calendar->today != MOEI_DAY_UNKNOWN && !country->is_reckoned &&
        country->clearing.waiting > 0)
      plan_country (self, country, input);
  }
}

/**
 * moei_forecast_new:
 * @input: what it is made from
 * @what_if: (nullable): what would be if; %NULL for what the service says
 *
 * Reckons day by day for a year.  On each operating day people join the queues and
 * are confirmed, as many as in the last ten; on each quota day those with papers
 * leave, in the order of the day's lane, as far as the quota and the seats known
 * reach, and what one group leaves over goes to the next.  Within a group all
 * countries get alike.  It is done three times: with the flow of all ten days, with
 * the better and with the worse of the two weeks.
 *
 * Of a country whose flow is not known, or of which nothing has moved in ten days,
 * those leave who are planned for a coming day, and only that is said of it.
 *
 * Returns: (transfer full): the forecast
 */
MoeiForecast *
moei_forecast_new (const MoeiForecastInput *input,
                   const MoeiWhatIf        *what_if)
{
  MoeiForecast *self = g_new0 (MoeiForecast, 1);

  self->calendar = moei_calendar_new (input, what_if);
  set_up (self, input);
  if (self->calendar->today != MOEI_DAY_UNKNOWN)
    moei_queues_simulate (self->countries, self->n_countries, self->calendar);
  for (guint i = 0; i < self->n_countries; i++)
    answer (&self->countries[i], self->calendar->today);
  for (int day = 0; day < MOEI_FORECAST_HORIZON; day++)
    fill_forecast_day (self, day);
  return self;
}

/**
 * moei_forecast_new_for:
 * @operation: all that is known
 * @now: the instant, on the service's clock
 * @what_if: (nullable): what would be if; %NULL for what the service says
 *
 * Returns: (transfer full): the forecast of @operation
 */
MoeiForecast *
moei_forecast_new_for (MoeiOperation    *operation,
                       gint64            now,
                       const MoeiWhatIf *what_if)
{
  MoeiForecastInput input = {
    .nationalities = moei_operation_get_nationalities (operation),
    .days = moei_operation_get_calendar (operation),
    .flights = moei_operation_get_schedule (operation),
    .rules = moei_operation_get_rules (operation),
    .holidays = moei_operation_get_holidays (operation),
    .now = now,
    .awaited = moei_operation_get_awaited_day (operation),
  };

  return moei_forecast_new (&input, what_if);
}

/**
 * moei_forecast_free:
 * @self: (nullable): a forecast
 *
 * Frees it.
 */
void
moei_forecast_free (MoeiForecast *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_id);
  g_free (self->departing);
  g_free (self->countries);
  g_free (self->calendar);
  g_free (self);
}

/**
 * moei_forecast_get_clearing:
 * @self: a forecast
 * @nationality: an ISO 3166-1 alpha-3 code
 *
 * Returns: (transfer none) (nullable): when the last of @nationality leaves; %NULL if
 *   it is not in the queue
 */
const MoeiClearing *
moei_forecast_get_clearing (const MoeiForecast *self,
                            const char         *nationality)
{
  const MoeiCountry *country = nationality != NULL ? g_hash_table_lookup (self->by_id, nationality) : NULL;

  return country != NULL ? &country->clearing : NULL;
}

/**
 * moei_forecast_get_first_day:
 * @self: a forecast
 *
 * Returns: the day on which it was made, its first; `MOEI_DAY_UNKNOWN` if the time
 *   was not known
 */
guint
moei_forecast_get_first_day (const MoeiForecast *self)
{
  return self->calendar->today;
}

/**
 * moei_forecast_get_day:
 * @self: a forecast
 * @date: a day
 *
 * Returns: (transfer none) (nullable): what that day is expected to clear; %NULL for
 *   a day that is past or beyond the year
 */
const MoeiForecastDay *
moei_forecast_get_day (const MoeiForecast *self,
                       guint               date)
{
  guint today = self->calendar->today;

  if (today == MOEI_DAY_UNKNOWN || date < today || date - today >= MOEI_FORECAST_HORIZON)
    return NULL;
  return &self->days[date - today];
}

/**
 * moei_forecast_get_departing:
 * @self: a forecast
 * @nationality: an ISO 3166-1 alpha-3 code
 * @date: a day
 * @scenario: with which flow
 *
 * Returns: how many of @nationality are expected to leave on @date;
 *   `MOEI_COUNT_UNKNOWN` where there is no forecast
 */
int
moei_forecast_get_departing (const MoeiForecast *self,
                             const char         *nationality,
                             guint               date,
                             MoeiScenario        scenario)
{
  const MoeiCountry *country = nationality != NULL ? g_hash_table_lookup (self->by_id, nationality) : NULL;

  if (country == NULL || (!country->is_reckoned && !country->is_planned) || moei_forecast_get_day (self, date) == NULL)
    return MOEI_COUNT_UNKNOWN;
  return country->queues[scenario].departing[date - self->calendar->today];
}
