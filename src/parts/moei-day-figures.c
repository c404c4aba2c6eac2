/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-day-figures.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"
#include "operation/moei-holiday.h"
#include "rules/moei-tallies.h"

/**
 * moei_day_when:
 * @date: a day
 * @today: the operating day
 *
 * Returns: where @date stands to @today
 */
MoeiDayWhen
moei_day_when (guint date,
               guint today)
{
  if (date == today)
    return MOEI_DAY_TODAY;
  return today != MOEI_DAY_UNKNOWN && date < today ? MOEI_DAY_PAST : MOEI_DAY_COMING;
}

/**
 * moei_day_stages_compute:
 * @self: (out caller-allocates): what the day's bar stacks
 * @day: (nullable): what the service says of the day
 * @when: where it stands to the operating day
 *
 * People are on the way on the operating day alone: what a day that is over
 * says of its earlier stages, it says of people who did not leave.  And of a
 * day that has not begun nobody has counted that nobody left: a 0 is not known.
 */
void
moei_day_stages_compute (MoeiDayStages *self,
                         MoeiQuotaDay  *day,
                         MoeiDayWhen    when)
{
  *self = (MoeiDayStages) {
    .departed = MOEI_COUNT_UNKNOWN,
    .at_airport = MOEI_COUNT_UNKNOWN,
    .on_bus = MOEI_COUNT_UNKNOWN,
    .slot_given = MOEI_COUNT_UNKNOWN,
    .planned = MOEI_COUNT_UNKNOWN,
    .quota = MOEI_COUNT_UNKNOWN,
  };
  if (day == NULL)
    return;

  self->departed = moei_tallies_departed (moei_quota_day_get_tallies (day));
  self->planned = moei_quota_day_get_planned (day);
  self->quota = moei_quota_day_get_quota (day);
  if (when == MOEI_DAY_COMING && self->departed <= 0)
    self->departed = MOEI_COUNT_UNKNOWN;
  if (when != MOEI_DAY_PAST)
    self->slot_given = moei_quota_day_get_at (day, MOEI_STAGE_SLOT_GIVEN);
  if (when == MOEI_DAY_TODAY) {
    self->at_airport = moei_quota_day_get_at (day, MOEI_STAGE_AT_AIRPORT);
    self->on_bus = moei_quota_day_get_at (day, MOEI_STAGE_ON_BUS);
  }
}

static void
take_forecast (MoeiDayFigures        *self,
               const MoeiForecastDay *day)
{
  if (day == NULL)
    return;
  self->expected_low = day->low;
  self->expected_high = day->high;
}

/**
 * moei_day_figures_compute:
 * @self: (out caller-allocates): the figures
 * @operation: the operation
 * @date: a day
 * @now: the instant, on the service's clock
 * @forecast: (nullable): what is to come
 *
 * Gathers what is known and what follows of @date.
 */
void
moei_day_figures_compute (MoeiDayFigures     *self,
                          MoeiOperation      *operation,
                          guint               date,
                          gint64              now,
                          const MoeiForecast *forecast)
{
  MoeiCollection *rules = moei_operation_get_rules (operation);
  MoeiQuotaDay *day = moei_quota_day_lookup (moei_operation_get_calendar (operation), date);

  *self = (MoeiDayFigures) {
    .date = date,
    .day = day,
    .lane = moei_lane_of_quota_day (rules, date, day),
    .when = moei_day_when (date, moei_operation_get_operating_day (operation)),
    .kind = moei_day_kind (date, rules, moei_operation_get_holidays (operation), day),
    .expected_low = MOEI_COUNT_UNKNOWN,
    .expected_high = MOEI_COUNT_UNKNOWN,
  };
  moei_accounts_compute (&self->accounts, day, now);
  self->accounts.quota = moei_day_kind_quota (date, rules, moei_operation_get_holidays (operation), day);
  moei_day_stages_compute (&self->stages, day, self->when);
  self->stages.quota = self->accounts.quota;
  if (self->when == MOEI_DAY_COMING && forecast != NULL)
    take_forecast (self, moei_forecast_get_day (forecast, date));
  if (self->when == MOEI_DAY_TODAY)
    moei_funnel_compute (&self->funnel, day, moei_operation_get_flights (operation), moei_operation_get_routes (operation),
                         moei_operation_get_nationalities (operation), now);
}

/**
 * moei_day_figures_is_of_note:
 * @self: a day's figures
 *
 * Returns: whether a weekend day is shown: somebody left or is to leave on it
 */
gboolean
moei_day_figures_is_of_note (const MoeiDayFigures *self)
{
  return self->kind != MOEI_DAY_KIND_WEEKEND || self->when == MOEI_DAY_TODAY || self->stages.departed > 0 ||
         self->stages.slot_given > 0 || self->stages.planned > 0;
}

static const struct {
  const char *code; /* ISO 3166-1 alpha-3 */
  const char *name;
} calendars[] = {
  { "CHN", NC_("calendar", "China") },
  { "MMR", NC_("calendar", "Myanmar") },
  { "THA", NC_("calendar", "Thailand") },
};

static const char *
name_calendar (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (calendars); i++) {
    if (g_strcmp0 (calendars[i].code, code) == 0)
      return moei_pgettext (moei_language_get_current (), "calendar", calendars[i].name);
  }
  return code != NULL ? code : "–";
}

/* By whom a day is blocked, and why: "Songkran (Thailand)". */
static char *
name_holidays (guint          date,
               MoeiOperation *operation)
{
  g_autoptr (GPtrArray) holidays = moei_day_kind_holidays (date, moei_operation_get_holidays (operation));
  g_autoptr (GString) names = g_string_new (NULL);
  MoeiLanguage language = moei_language_get_current ();

  for (guint i = 0; i < holidays->len; i++) {
    MoeiHoliday *holiday = holidays->pdata[i];

    g_string_append (names, i > 0 ? "\n" : "");
    /* Translators: %1$s is a holiday, %2$s the country whose calendar has it: "Songkran (Thailand)" */
    g_string_append_printf (names, C_("holiday", "%1$s (%2$s)"),
                            moei_text_get (moei_holiday_get_name (holiday), language),
                            name_calendar (moei_holiday_get_calendar (holiday)));
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * moei_day_figures_dup_lane:
 * @self: a day's figures
 * @operation: the operation
 *
 * Returns: (transfer full): who goes first, or why there is no quota
 */
char *
moei_day_figures_dup_lane (const MoeiDayFigures *self,
                           MoeiOperation        *operation)
{
  MoeiLanguage language = moei_language_get_current ();
  const MoeiText *reason = self->day != NULL ? moei_quota_day_get_reason (self->day) : NULL;

  switch (self->kind) {
  case MOEI_DAY_KIND_QUOTA:
    return g_strdup (self->lane != NULL ? moei_text_get (moei_lane_get_name (self->lane), language) : "");
  case MOEI_DAY_KIND_HOLIDAY:
    return name_holidays (self->date, operation);
  case MOEI_DAY_KIND_WEEKEND:
    /* Translators: why a day has no quota */
    return g_strdup (C_("day", "Weekend"));
  case MOEI_DAY_KIND_NO_LANE:
    return g_strdup (C_("day", "Nobody's lane"));
  case MOEI_DAY_KIND_CANCELLED:
    return g_strdup (reason != NULL ? moei_text_get (reason, language) : C_("day", "Cancelled"));
  case MOEI_DAY_KIND_BEFORE_RULE:
    return g_strdup (reason != NULL ? moei_text_get (reason, language) : C_("day", "Before the quota"));
  case MOEI_DAY_KIND_UNKNOWN:
  default:
    return g_strdup ("");
  }
}

static char *
format_remark (const char *format,
               int         count)
{
  g_autofree char *text = moei_format_count (moei_language_get_current (), count);

  return g_strdup_printf (format, text);
}

/* What became of the rest; the largest part is named, all stand in the accounts. */
static char *
remark_on_accounts (const MoeiAccounts *accounts,
                    MoeiDayLook        *look)
{
  *look = MOEI_DAY_LOOK_PLAIN;
  if (accounts->over > 0)
    /* Translators: below a day's bar, some twelve letters: so many more left than the quota */
    return format_remark (C_("day", "%s over"), accounts->over);
  if (accounts->state == MOEI_ACCOUNTS_UNEXPLAINED) {
    *look = MOEI_DAY_LOOK_SHORT;
    /* Translators: below a day's bar: of so many unused places nobody said what became */
    return format_remark (C_("day", "%s unexplained"), ABS (accounts->unexplained));
  }
  if (accounts->unused == 0) {
    *look = MOEI_DAY_LOOK_GOOD;
    /* Translators: below a day's bar: the quota is met */
    return g_strdup (C_("day", "met"));
  }
  if (accounts->lost > 0 && accounts->lost >= MAX (accounts->reallocated, accounts->carried))
    /* Translators: below a day's bar: so many unused places are lost */
    return format_remark (C_("day", "%s lost"), accounts->lost);
  if (accounts->reallocated > 0 && accounts->reallocated >= accounts->carried)
    /* Translators: below a day's bar: so many unused places were given to others */
    return format_remark (C_("day", "%s to others"), accounts->reallocated);
  if (accounts->carried > 0)
    /* Translators: below a day's bar: so many unused places were carried to another day */
    return format_remark (C_("day", "%s carried"), accounts->carried);
  if (accounts->unused > 0)
    /* Translators: below a day's bar: so many places were not used */
    return format_remark (C_("day", "%s unused"), accounts->unused);
  return NULL;
}

static char *
remark_on_today (const MoeiFunnel *funnel,
                 MoeiDayLook      *look)
{
  *look = MOEI_DAY_LOOK_PLAIN;
  switch (funnel->verdict) {
  case MOEI_VERDICT_MET:
    *look = MOEI_DAY_LOOK_GOOD;
    return g_strdup (C_("day", "met"));
  case MOEI_VERDICT_COVERED:
    *look = MOEI_DAY_LOOK_GOOD;
    /* Translators: below today's bar: enough people are on their way to meet the quota */
    return g_strdup (C_("day", "covered"));
  case MOEI_VERDICT_SHORT:
  case MOEI_VERDICT_CLOSED_SHORT:
    *look = MOEI_DAY_LOOK_SHORT;
    /* Translators: below today's bar: so many people are missing to the quota */
    return format_remark (C_("day", "%s short"), funnel->short_by);
  case MOEI_VERDICT_UNKNOWN:
  case MOEI_VERDICT_NO_QUOTA:
  default:
    return NULL;
  }
}

static char *
remark_on_coming (const MoeiDayFigures *self)
{
  g_autofree char *low = NULL, *high = NULL;
  MoeiLanguage language = moei_language_get_current ();

  if (self->stages.planned > 0)
    /* Translators: below a coming day's bar: so many people are planned for it */
    return format_remark (C_("day", "%s planned"), self->stages.planned);
  if (self->expected_low < 0 || self->expected_high <= 0)
    return NULL;
  low = moei_format_count (language, self->expected_low);
  high = moei_format_count (language, self->expected_high);
  if (self->expected_low == self->expected_high)
    /* Translators: below a coming day's bar: so many people are expected to leave */
    return g_strdup_printf (C_("day", "%s expected"), high);
  /* Translators: below a coming day's bar: between so many people and so many are expected to leave */
  return g_strdup_printf (C_("day", "%1$s–%2$s expected"), low, high);
}

/**
 * moei_day_figures_dup_remark:
 * @self: a day's figures
 * @look: (out): how it looks
 *
 * Returns: (transfer full) (nullable): in a few letters what to know of the day
 *   beside its figures; %NULL if nothing
 */
char *
moei_day_figures_dup_remark (const MoeiDayFigures *self,
                             MoeiDayLook          *look)
{
  *look = MOEI_DAY_LOOK_PLAN;
  if (self->when == MOEI_DAY_COMING)
    return remark_on_coming (self);
  if (self->when == MOEI_DAY_TODAY)
    return remark_on_today (&self->funnel, look);
  return remark_on_accounts (&self->accounts, look);
}

/**
 * moei_day_figures_dup_sentence:
 * @self: a day's figures
 * @operation: the operation
 *
 * Returns: (transfer full): the day in words, as a screen reader reads it
 */
char *
moei_day_figures_dup_sentence (const MoeiDayFigures *self,
                               MoeiOperation        *operation)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *date = moei_format_date (language, self->date, MOEI_DATE_LONG);
  g_autofree char *departed = moei_format_count (language, self->stages.departed);
  g_autofree char *quota = moei_format_count (language, self->stages.quota);
  g_autofree char *lane = moei_day_figures_dup_lane (self, operation);
  MoeiDayLook look;
  g_autofree char *remark = moei_day_figures_dup_remark (self, &look);
  g_autofree char *sentence = NULL;

  if (self->stages.quota > 0)
    sentence = g_strdup_printf (_("%1$s: %2$s of %3$s departed. %4$s"), date, departed, quota, lane);
  else
    sentence = g_strdup_printf (_("%1$s: %2$s departed. %3$s"), date, departed, lane);
  if (remark == NULL)
    return g_steal_pointer (&sentence);
  /* Translators: for the screen reader: a day's sentence, and a remark such as "39 lost" */
  return g_strdup_printf (_("%1$s. %2$s"), sentence, remark);
}

/**
 * moei_day_figures_dup_difference:
 * @difference: a difference of counts, which may be below 0
 *
 * Returns: (transfer full): the difference in the current language, with its
 *   sign; a dash if it is not known
 */
char *
moei_day_figures_dup_difference (int difference)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *figure = NULL;

  if (difference == MOEI_DIFFERENCE_UNKNOWN || difference >= 0)
    return moei_format_count (language, MAX (difference, MOEI_COUNT_UNKNOWN));
  figure = moei_format_count (language, -difference);
  return g_strdup_printf ("−%s", figure);
}
