/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-visitor-sum.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "parts/moei-shared-count.h"
#include "rules/moei-lanes.h"
#include "rules/moei-operating-day.h"
#include "rules/moei-tallies.h"
#include "rules/moei-withhold.h"

/* What the meeting display shows to visitors. */

static void
count_departed (MoeiVisitorSum *self,
                MoeiCollection *nationalities)
{
  for (guint i = 0; i < moei_collection_size (nationalities); i++) {
    int departed = moei_nationality_get_departed (moei_collection_get (nationalities, i));

    self->all = moei_count_add (self->all, departed);
    self->n_countries += departed > 0 || departed == MOEI_COUNT_SUPPRESSED;
  }
}

static void
describe_day (MoeiVisitorDay *self,
              MoeiOperation  *operation,
              guint           date,
              MoeiQuotaDay   *day)
{
  MoeiCollection *rules = moei_operation_get_rules (operation);

  *self = (MoeiVisitorDay) {
    .date = date,
    .kind = moei_day_kind (date, rules, moei_operation_get_holidays (operation), day),
    .is_today = date == moei_operation_get_operating_day (operation),
    .lane = moei_lane_of_quota_day (rules, date, day),
  };
}

/**
 * moei_visitor_sum_compute:
 * @self: (out caller-allocates): the sum
 * @operation: the operation, of which the operating day is known
 * @below: counts below this are small
 *
 * Gathers the totals, as they are: nothing is withheld yet.
 */
void
moei_visitor_sum_compute (MoeiVisitorSum *self,
                          MoeiOperation  *operation,
                          int             below)
{
  MoeiCollection *days = moei_operation_get_calendar (operation);
  guint today = moei_operation_get_operating_day (operation);
  guint monday = moei_operating_day_get_monday (today);

  *self = (MoeiVisitorSum) {
    .below = below,
    .today = MOEI_COUNT_UNKNOWN,
    .week = MOEI_COUNT_UNKNOWN,
    .all = MOEI_COUNT_UNKNOWN,
    .quota = moei_day_kind_quota (today, moei_operation_get_rules (operation), moei_operation_get_holidays (operation),
                                  moei_quota_day_lookup (days, today)),
  };
  count_departed (self, moei_operation_get_nationalities (operation));
  for (guint i = 0; i < 7; i++) {
    MoeiQuotaDay *day = moei_quota_day_lookup (days, monday + i);
    int departed = day != NULL ? moei_tallies_departed (moei_quota_day_get_tallies (day)) : MOEI_COUNT_UNKNOWN;

    self->week = moei_count_add (self->week, departed);
    if (monday + i == today)
      self->today = departed;
    if (i < G_N_ELEMENTS (self->days))
      describe_day (&self->days[i], operation, monday + i, day);
  }
}

/* What is left of @total without @part, which two figures tell though no one
 * shows it. */
static int
find_rest (int part,
           int total)
{
  if (!moei_count_is_known (part) || !moei_count_is_known (total) || part > total)
    return MOEI_COUNT_UNKNOWN;
  return total - part;
}

/* Withholds of @part and @total what would tell a small one of them or of their
 * difference. */
static void
withhold_pair (int  true_part,
               int  true_total,
               int  below,
               int *part,
               int *total)
{
  int cells[] = { true_part, find_rest (true_part, true_total) };
  int sum = true_total;

  moei_withhold_line (cells, G_N_ELEMENTS (cells), &sum, below);
  if (*part >= 0)
    *part = moei_shared_count (true_part, cells[0], below);
  if (*total >= 0)
    *total = moei_shared_count (true_total, sum, below);
}

/**
 * moei_visitor_sum_withhold:
 * @self: a sum
 *
 * Withholds what is small, and what would tell it: with today's people and the
 * week's one has those of the days before.
 */
void
moei_visitor_sum_withhold (MoeiVisitorSum *self)
{
  int today = self->today, week = self->week, all = self->all;

  withhold_pair (week, all, self->below, &self->week, &self->all);
  withhold_pair (today, week, self->below, &self->today, &self->week);
  withhold_pair (today, all, self->below, &self->today, &self->all);
}

static const MoeiVisitorDay *
find_today (const MoeiVisitorSum *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->days); i++) {
    if (self->days[i].is_today)
      return &self->days[i];
  }
  return NULL;
}

/**
 * moei_visitor_sum_say_today:
 * @language: the reader's language
 * @self: a sum
 *
 * Returns: (transfer full): how many may leave today, or that none do under the quota
 */
char *
moei_visitor_sum_say_today (MoeiLanguage          language,
                            const MoeiVisitorSum *self)
{
  const MoeiVisitorDay *today = find_today (self);
  const MoeiText *lane = today != NULL && today->lane != NULL ? moei_lane_get_name (today->lane) : NULL;
  g_autofree char *quota = moei_format_count (language, self->quota);

  if (self->quota <= 0)
    return g_strdup (moei_pgettext (language, "visitor", "Today is a day without a quota."));
  if (lane == NULL)
    return g_strdup_printf (moei_pgettext (language, "visitor", "Up to %s people may leave today."), quota);
  /* Translators: %2$s says who goes first: "Up to 300 people may leave today: China first." */
  return g_strdup_printf (moei_pgettext (language, "visitor", "Up to %1$s people may leave today: %2$s."), quota,
                          moei_text_get (lane, language));
}

/**
 * moei_visitor_sum_say_week:
 * @language: the reader's language
 * @self: a sum
 *
 * Returns: (transfer full): on which days people leave
 */
char *
moei_visitor_sum_say_week (MoeiLanguage          language,
                           const MoeiVisitorSum *self)
{
  guint n = 0;
  g_autofree char *days = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (self->days); i++)
    n += self->days[i].kind == MOEI_DAY_KIND_QUOTA;
  if (n == 0)
    return g_strdup (moei_pgettext (language, "visitor", "No day of this week has a quota."));
  days = moei_format_count (language, (int) n);
  return g_strdup_printf (moei_ngettext (language, "%s day of this week has a quota.", "%s days of this week have a quota.",
                                         n), days);
}

/**
 * moei_visitor_sum_say_all:
 * @language: the reader's language
 * @self: a sum
 *
 * Returns: (transfer full): whereto people have returned
 */
char *
moei_visitor_sum_say_all (MoeiLanguage          language,
                          const MoeiVisitorSum *self)
{
  g_autofree char *countries = moei_format_count (language, (int) self->n_countries);

  if (self->n_countries == 0)
    return g_strdup (moei_pgettext (language, "visitor", "Nobody has left yet, as far as is known."));
  return g_strdup_printf (moei_ngettext (language, "People have returned to %s country or region.",
                                         "People have returned to %s countries and regions.", self->n_countries),
                          countries);
}
