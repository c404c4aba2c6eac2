/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-forecast-calendar.h"

#include "operation/moei-count.h"
#include "operation/moei-holiday.h"
#include "rules/moei-lanes.h"
#include "rules/moei-operating-day.h"
#include "rules/moei-seats.h"
#include "rules/moei-tallies.h"

#define SPARE_IS_LOST    "lost"
#define SPARE_IS_CARRIED "carried"

/* What is looked up for each of some four hundred days, by date */
typedef struct {
  const MoeiForecastInput *input;
  const MoeiWhatIf        *what_if;
  GHashTable              *days;
  GHashTable              *seats;
  GHashTable              *holidays;
  guint                    today;
} Sources;

static GHashTable *
index_days (MoeiCollection *days)
{
  GHashTable *index = g_hash_table_new (NULL, NULL);

  for (guint i = 0; days != NULL && i < moei_collection_size (days); i++) {
    MoeiQuotaDay *day = moei_collection_get (days, i);

    g_hash_table_insert (index, GUINT_TO_POINTER (moei_quota_day_get_date (day)), day);
  }
  return index;
}

static GHashTable *
index_holidays (MoeiCollection *holidays)
{
  GHashTable *index = g_hash_table_new (NULL, NULL);

  for (guint i = 0; holidays != NULL && i < moei_collection_size (holidays); i++)
    g_hash_table_add (index, GUINT_TO_POINTER (moei_holiday_get_date (moei_collection_get (holidays, i))));
  return index;
}

/* The seats of each day on which flights are known.  A cancelled flight has none,
 * and where one names none, nothing can be said of its day. */
static GHashTable *
index_seats (MoeiCollection *flights)
{
  GHashTable *index = g_hash_table_new (NULL, NULL);

  for (guint i = 0; flights != NULL && i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);
    gpointer date = GUINT_TO_POINTER (moei_operating_day_of_instant (moei_flight_get_departure (flight)));
    gpointer before;
    gboolean is_known = g_hash_table_lookup_extended (index, date, NULL, &before);
    int seats = moei_flight_still_takes (flight) ? moei_flight_get_seats (flight) : 0;

    if (!moei_count_is_known (seats) || (is_known && !moei_count_is_known (GPOINTER_TO_INT (before))))
      seats = MOEI_COUNT_UNKNOWN;
    else if (is_known)
      seats = moei_count_add (seats, GPOINTER_TO_INT (before));
    g_hash_table_insert (index, date, GINT_TO_POINTER (seats));
  }
  return index;
}

static gboolean
applies (const Sources *sources,
         guint          date)
{
  return sources->what_if != NULL && date >= sources->today &&
         (sources->what_if->from == MOEI_DAY_UNKNOWN || date >= sources->what_if->from);
}

static MoeiLane *
find_lane (const Sources *sources,
           guint          date,
           MoeiQuotaDay  *day)
{
  if (applies (sources, date) && sources->what_if->lanes != NULL)
    return moei_lane_of_weekday (sources->what_if->lanes, date);
  return moei_lane_of_quota_day (sources->input->rules, date, day);
}

static MoeiDayKind
find_kind (const Sources *sources,
           guint          date,
           MoeiQuotaDay  *day,
           MoeiLane      *lane,
           int            quota)
{
  gboolean is_holiday = g_hash_table_contains (sources->holidays, GUINT_TO_POINTER (date));
  MoeiDayKind kind = moei_day_kind_under (date, quota, lane != NULL, is_holiday, day);

  return kind == MOEI_DAY_KIND_QUOTA && lane == NULL ? MOEI_DAY_KIND_NO_LANE : kind;
}

/* What is left of today.  Where it is not known who has left, nothing is counted
 * on for today. */
static int
rest_of_today (const Sources *sources,
               MoeiQuotaDay  *day,
               int            quota)
{
  gint64 closes = day != NULL ? moei_quota_day_get_closes (day) : MOEI_INSTANT_UNKNOWN;
  int departed = day != NULL ? moei_tallies_departed (moei_quota_day_get_tallies (day)) : MOEI_COUNT_UNKNOWN;

  if (!moei_count_is_known (departed) || moei_quota_day_get_state (day) == MOEI_DAY_STATE_CLOSED ||
      (closes != MOEI_INSTANT_UNKNOWN && sources->input->now >= closes))
    return 0;
  return MAX (quota - departed, 0);
}

static void
fill_day (const Sources   *sources,
          MoeiCalendarDay *self,
          guint            date)
{
  MoeiRule *rule = moei_rule_of_day (sources->input->rules, date);
  MoeiQuotaDay *day = g_hash_table_lookup (sources->days, GUINT_TO_POINTER (date));
  const MoeiWhatIf *what_if = applies (sources, date) ? sources->what_if : NULL;
  const char *spare = rule != NULL ? moei_rule_get_spare (rule) : NULL;
  int quota = rule != NULL ? moei_rule_get_quota (rule) : MOEI_COUNT_UNKNOWN;
  gpointer seats;

  if (what_if != NULL && moei_count_is_known (what_if->quota))
    quota = what_if->quota;
  else if (day != NULL && moei_count_is_known (moei_quota_day_get_quota (day)))
    quota = moei_quota_day_get_quota (day);

  *self = (MoeiCalendarDay) { .date = date, .seats = MOEI_COUNT_UNKNOWN };
  self->lane = find_lane (sources, date, day);
  self->kind = find_kind (sources, date, day, self->lane, quota);
  self->is_operating = self->kind == MOEI_DAY_KIND_QUOTA || self->kind == MOEI_DAY_KIND_BEFORE_RULE ||
                       self->kind == MOEI_DAY_KIND_NO_LANE;
  self->only_first = g_strcmp0 (spare, SPARE_IS_LOST) == 0 || g_strcmp0 (spare, SPARE_IS_CARRIED) == 0;
  self->carries = g_strcmp0 (spare, SPARE_IS_CARRIED) == 0;

  if (g_hash_table_lookup_extended (sources->seats, GUINT_TO_POINTER (date), NULL, &seats))
    self->seats = GPOINTER_TO_INT (seats);
  if (what_if != NULL && moei_count_is_known (self->seats))
    self->seats = moei_count_add (self->seats, what_if->extra_seats);
  if (sources->what_if != NULL && sources->what_if->extra_day == date && date != MOEI_DAY_UNKNOWN)
    self->extra = MAX (sources->what_if->extra_day_seats, 0);

  if (self->kind == MOEI_DAY_KIND_QUOTA && moei_count_is_known (quota))
    self->quota = date == sources->today ? rest_of_today (sources, day, quota) : quota;
}

static void
fill_past (const Sources *sources,
           MoeiFlowDay   *self,
           guint          date)
{
  MoeiCalendarDay day;

  fill_day (sources, &day, date);
  self->day = g_hash_table_lookup (sources->days, GUINT_TO_POINTER (date));
  self->is_operating = day.is_operating;
}

/* Whether what is awaited is of the days from which the flow is taken, or later. */
static gboolean
is_awaited (const MoeiCalendar *self,
            guint               awaited)
{
  guint n_days = 0, n_operating = 0;

  while (n_days < MOEI_CALENDAR_PAST && n_operating < MOEI_FLOW_WINDOW)
    n_operating += self->past[n_days++].is_operating;
  return awaited != MOEI_DAY_UNKNOWN && awaited + n_days >= self->today;
}

/**
 * moei_calendar_new:
 * @input: what a forecast is made from
 * @what_if: (nullable): what would be if
 *
 * Returns: (transfer full): the coming year and the weeks before it, day by day; free
 *   it with g_free()
 */
MoeiCalendar *
moei_calendar_new (const MoeiForecastInput *input,
                   const MoeiWhatIf        *what_if)
{
  g_autoptr (GHashTable) days = index_days (input->days);
  g_autoptr (GHashTable) seats = index_seats (input->flights);
  g_autoptr (GHashTable) holidays = index_holidays (input->holidays);
  MoeiCalendar *self = g_new0 (MoeiCalendar, 1);
  Sources sources = { input, what_if, days, seats, holidays, moei_operating_day_of_instant (input->now) };

  self->today = sources.today;
  for (guint i = 0; i < MOEI_FORECAST_HORIZON; i++)
    fill_day (&sources, &self->days[i], self->today + i);
  for (guint i = 0; i < MOEI_CALENDAR_PAST && i + 1 < self->today; i++)
    fill_past (&sources, &self->past[i], self->today - i - 1);
  self->is_awaited = is_awaited (self, input->awaited);
  return self;
}
