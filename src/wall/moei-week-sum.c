/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-week-sum.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "parts/moei-departures.h"
#include "rules/moei-operating-day.h"

/* What the meeting display says of the present week. */

/* Over: nobody can leave under its quota any more. */
static gboolean
is_over (const MoeiDayFigures *day)
{
  return day->when == MOEI_DAY_PAST || day->accounts.state == MOEI_ACCOUNTS_BALANCED ||
         day->accounts.state == MOEI_ACCOUNTS_UNEXPLAINED;
}

/* Who flew on a day without a quota flew all the same: the week is that much ahead. */
static void
add_day (MoeiWeekSum          *self,
         const MoeiDayFigures *day)
{
  gboolean has_quota = day->stages.quota > 0;
  int departed = day->stages.departed;

  self->departed = moei_count_add (self->departed, departed);
  self->quota = moei_count_add (self->quota, day->stages.quota);
  if (has_quota)
    self->last_day = day->date;
  if (is_over (day) && moei_count_is_known (departed))
    self->behind += MAX (day->stages.quota, 0) - departed;
  if (is_over (day) && has_quota && !moei_count_is_known (departed))
    self->n_unreported++;
}

static gboolean
has_begun (const MoeiWeekSum *self)
{
  for (guint i = 0; i < MOEI_DAYS_OF_WEEK; i++) {
    if (self->days[i].stages.quota > 0)
      return is_over (&self->days[i]);
  }
  return FALSE;
}

static gboolean
has_ended (const MoeiWeekSum *self)
{
  for (guint i = 0; i < MOEI_DAYS_OF_WEEK; i++) {
    if (self->days[i].date == self->last_day)
      return is_over (&self->days[i]);
  }
  return FALSE;
}

static MoeiWeekStanding
find_standing (const MoeiWeekSum *self)
{
  if (self->last_day == MOEI_DAY_UNKNOWN)
    return MOEI_WEEK_STANDING_NO_QUOTA;
  if (moei_count_is_known (self->departed) && self->departed >= self->quota)
    return MOEI_WEEK_STANDING_MET;
  if (self->n_unreported > 0 || !moei_count_is_known (self->departed))
    return has_begun (self) ? MOEI_WEEK_STANDING_UNKNOWN : MOEI_WEEK_STANDING_BEGUN;
  if (has_ended (self))
    return MOEI_WEEK_STANDING_ENDED_SHORT;
  if (!has_begun (self))
    return MOEI_WEEK_STANDING_BEGUN;
  return self->behind > 0 ? MOEI_WEEK_STANDING_BEHIND : MOEI_WEEK_STANDING_ON_PLAN;
}

static void
count_flights (MoeiWeekSum   *self,
               MoeiOperation *operation)
{
  g_autoptr (GPtrArray) flights = moei_departures_of_day (moei_operation_get_schedule (operation), self->tomorrow.date);

  self->n_seats = MOEI_COUNT_UNKNOWN;
  for (guint i = 0; i < flights->len; i++) {
    if (moei_flight_get_state (flights->pdata[i]) == MOEI_FLIGHT_STATE_CANCELLED)
      continue;
    self->n_flights++;
    self->n_seats = moei_count_add (self->n_seats, moei_flight_get_seats (flights->pdata[i]));
  }
}

/**
 * moei_week_sum_compute:
 * @self: (out caller-allocates): the sum
 * @operation: the operation, of which the operating day is known
 * @now: the instant, on the service's clock
 * @forecast: (nullable): what is to come
 *
 * Gathers what is known of the week of the operating day.
 */
void
moei_week_sum_compute (MoeiWeekSum        *self,
                       MoeiOperation      *operation,
                       gint64              now,
                       const MoeiForecast *forecast)
{
  guint today = moei_operation_get_operating_day (operation);
  guint monday = moei_operating_day_get_monday (today);

  *self = (MoeiWeekSum) {
    .quota = MOEI_COUNT_UNKNOWN,
    .departed = MOEI_COUNT_UNKNOWN,
    .last_day = MOEI_DAY_UNKNOWN,
  };
  moei_week_accounts_compute (&self->accounts, moei_operation_get_calendar (operation), monday, now);
  for (guint i = 0; i < MOEI_DAYS_OF_WEEK; i++) {
    moei_day_figures_compute (&self->days[i], operation, monday + i, now, forecast);
    add_day (self, &self->days[i]);
  }
  moei_day_figures_compute (&self->tomorrow, operation, today + 1, now, forecast);
  count_flights (self, operation);
  self->to_go = MAX (self->quota - MAX (self->departed, 0), 0);
  self->behind = MAX (self->behind, 0);
  self->standing = find_standing (self);
}

/**
 * moei_week_sum_say_standing:
 * @language: the reader's language
 * @self: a week
 *
 * Returns: (transfer full): how it stands, in a sentence
 */
char *
moei_week_sum_say_standing (MoeiLanguage       language,
                            const MoeiWeekSum *self)
{
  g_autofree char *to_go = moei_format_count (language, self->to_go);
  g_autofree char *behind = moei_format_count (language, self->behind);
  g_autofree char *last = moei_format_date (language, self->last_day, MOEI_DATE_WEEKDAY_DAY);
  g_autofree char *days = moei_format_count (language, (int) self->n_unreported);

  switch (self->standing) {
  case MOEI_WEEK_STANDING_NO_QUOTA:
    return g_strdup (moei_pgettext (language, "week", "No quota this week"));
  case MOEI_WEEK_STANDING_MET:
    /* Translators: as many people have left in the week as were allowed */
    return g_strdup (moei_pgettext (language, "week", "The week’s quota is met"));
  case MOEI_WEEK_STANDING_BEGUN:
    /* Translators: %1$s people are still to leave in the week, whose last day with a quota is %2$s: "1,286 to go by Fri 7" */
    return g_strdup_printf (moei_pgettext (language, "week", "%1$s to go by %2$s"), to_go, last);
  case MOEI_WEEK_STANDING_ON_PLAN:
    /* Translators: as many have left as the days that are over allowed: "On plan: 600 to go by Fri 7" */
    return g_strdup_printf (moei_pgettext (language, "week", "On plan: %1$s to go by %2$s"), to_go, last);
  case MOEI_WEEK_STANDING_BEHIND:
    /* Translators: %1$s fewer have left than the days that are over allowed: "43 behind: 429 to go by Fri 7" */
    return g_strdup_printf (moei_pgettext (language, "week", "%1$s behind: %2$s to go by %3$s"), behind, to_go, last);
  case MOEI_WEEK_STANDING_ENDED_SHORT:
    /* Translators: the week is over, and %s fewer left than were allowed */
    return g_strdup_printf (moei_pgettext (language, "week", "Ended %s short"), to_go);
  case MOEI_WEEK_STANDING_UNKNOWN:
  default:
    /* Translators: of %s days that are over nobody has reported how many people left */
    return g_strdup_printf (moei_ngettext (language, "%s day not reported", "%s days not reported", self->n_unreported),
                            days);
  }
}

/**
 * moei_week_sum_say_accounts:
 * @language: the reader's language
 * @self: a week
 *
 * Returns: (transfer full): what became of the places of the days that are over:
 *   "39 lost · 4 to others"; empty where no day is over
 */
char *
moei_week_sum_say_accounts (MoeiLanguage       language,
                            const MoeiWeekSum *self)
{
  MoeiAccounts closed = self->accounts.sum;

  if (self->accounts.n_closed == 0)
    return g_strdup ("");
  /* That other days are still open is said by the days. */
  if (closed.lost > 0 || closed.reallocated > 0 || closed.carried > 0 || closed.state == MOEI_ACCOUNTS_OPEN)
    closed.state = MOEI_ACCOUNTS_BALANCED;
  return moei_sentence_accounts (language, &closed);
}

/**
 * moei_week_sum_say_tomorrow:
 * @language: the reader's language
 * @self: a week
 *
 * Returns: (transfer full): which day tomorrow is: "Tomorrow, Friday 7 March"
 */
char *
moei_week_sum_say_tomorrow (MoeiLanguage       language,
                            const MoeiWeekSum *self)
{
  g_autofree char *date = moei_format_date (language, self->tomorrow.date, MOEI_DATE_HEADING);

  return g_strdup_printf (moei_pgettext (language, "week", "Tomorrow, %s"), date);
}

static void
append (GString *out,
        char    *part) /* (transfer full) (nullable) */
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", part);
  g_free (part);
}

static char *
say_people (MoeiLanguage          language,
            const MoeiDayFigures *day)
{
  MoeiDayLook look;
  char *remark;

  moei_language_push (language);
  remark = moei_day_figures_dup_remark (day, &look);
  moei_language_pop ();
  return remark;
}

static char *
say_flights (MoeiLanguage       language,
             const MoeiWeekSum *self)
{
  g_autofree char *flights = moei_format_count (language, (int) self->n_flights);
  g_autofree char *seats = moei_format_count (language, self->n_seats);

  if (self->n_flights == 0)
    return NULL;
  /* Translators: of a day to come: "6 flights, 456 seats" */
  return g_strdup_printf (moei_ngettext (language, "%1$s flight, %2$s seats", "%1$s flights, %2$s seats",
                                         self->n_flights), flights, seats);
}

/**
 * moei_week_sum_say_plan:
 * @language: the reader's language
 * @self: a week
 * @operation: the operation of which it is
 *
 * Returns: (transfer full): tomorrow's plan: "300 places · China first · 278
 *   planned · 6 flights, 290 seats"
 */
char *
moei_week_sum_say_plan (MoeiLanguage       language,
                        const MoeiWeekSum *self,
                        MoeiOperation     *operation)
{
  GString *out = g_string_new (NULL);
  g_autofree char *places = moei_format_count (language, self->tomorrow.stages.quota);

  if (self->tomorrow.stages.quota > 0)
    /* Translators: so many people are allowed to leave on a day to come */
    append (out, g_strdup_printf (moei_pgettext (language, "week", "%s places"), places));
  else
    append (out, g_strdup (moei_pgettext (language, "accounts", "no quota")));
  moei_language_push (language);
  append (out, moei_day_figures_dup_lane (&self->tomorrow, operation));
  moei_language_pop ();
  append (out, say_people (language, &self->tomorrow));
  append (out, say_flights (language, self));
  g_strdelimit (out->str, "\n", ' ');
  return g_string_free (out, FALSE);
}
