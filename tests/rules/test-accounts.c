/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules-fixture.h"
#include "rules/moei-accounts.h"
#include "rules/moei-crossing.h"

#define NOON   1000
#define CLOSES 2000
#define NONE   MOEI_COUNT_UNKNOWN
#define HIDDEN MOEI_COUNT_SUPPRESSED

static const struct {
  const char       *name;
  MoeiDayState      state;
  gint64            now;
  int               quota;
  int               departed;
  int               booked[3]; /* lost, reallocated, carried */
  MoeiAccountsState accounts;
  int               unused;
  int               over;
  int               unexplained;
} rows[] = {
  { "lost", MOEI_DAY_STATE_CLOSED, NOON, 300, 261, { 39, 0, 0 }, MOEI_ACCOUNTS_BALANCED, 39, 0, 0 },
  { "all three", MOEI_DAY_STATE_CLOSED, NOON, 300, 247, { 39, 4, 10 }, MOEI_ACCOUNTS_BALANCED, 53, 0, 0 },
  { "carried", MOEI_DAY_STATE_CLOSED, NOON, 300, 146, { 0, 0, 154 }, MOEI_ACCOUNTS_BALANCED, 154, 0, 0 },
  { "to the last", MOEI_DAY_STATE_CLOSED, NOON, 300, 300, { 0, 0, 0 }, MOEI_ACCOUNTS_BALANCED, 0, 0, 0 },
  { "nobody went", MOEI_DAY_STATE_CLOSED, NOON, 300, 0, { 300, 0, 0 }, MOEI_ACCOUNTS_BALANCED, 300, 0, 0 },
  { "456 of 300", MOEI_DAY_STATE_CLOSED, NOON, 300, 456, { 0, 0, 0 }, MOEI_ACCOUNTS_BALANCED, 0, 156, 0 },
  { "some unexplained", MOEI_DAY_STATE_CLOSED, NOON, 300, 261, { 30, 0, 0 }, MOEI_ACCOUNTS_UNEXPLAINED, 39, 0, 9 },
  { "booked twice", MOEI_DAY_STATE_CLOSED, NOON, 300, 261, { 39, 39, 0 }, MOEI_ACCOUNTS_UNEXPLAINED, 39, 0, -39 },
  { "booked though over", MOEI_DAY_STATE_CLOSED, NOON, 300, 358, { 9, 0, 0 }, MOEI_ACCOUNTS_UNEXPLAINED, 0, 58, -9 },
  { "past the cut-off", MOEI_DAY_STATE_OPEN, CLOSES, 300, 261, { 39, 0, 0 }, MOEI_ACCOUNTS_BALANCED, 39, 0, 0 },
  { "not over", MOEI_DAY_STATE_OPEN, NOON, 300, 214, { NONE, NONE, NONE }, MOEI_ACCOUNTS_OPEN,
    NONE, NONE, MOEI_DIFFERENCE_UNKNOWN },
  { "time unknown", MOEI_DAY_STATE_OPEN, MOEI_INSTANT_UNKNOWN, 300, 214, { 0, 0, 0 }, MOEI_ACCOUNTS_OPEN,
    NONE, NONE, MOEI_DIFFERENCE_UNKNOWN },
  { "not booked", MOEI_DAY_STATE_CLOSED, NOON, 300, 261, { NONE, NONE, NONE }, MOEI_ACCOUNTS_UNKNOWN,
    39, 0, MOEI_DIFFERENCE_UNKNOWN },
  { "one booking unknown", MOEI_DAY_STATE_CLOSED, NOON, 300, 261, { 39, NONE, 0 }, MOEI_ACCOUNTS_UNKNOWN,
    39, 0, MOEI_DIFFERENCE_UNKNOWN },
  { "one booking withheld", MOEI_DAY_STATE_CLOSED, NOON, 300, 261, { 35, HIDDEN, 0 }, MOEI_ACCOUNTS_UNKNOWN,
    39, 0, MOEI_DIFFERENCE_UNKNOWN },
  { "nothing to book", MOEI_DAY_STATE_CLOSED, NOON, 300, 300, { NONE, NONE, NONE }, MOEI_ACCOUNTS_BALANCED, 0, 0, 0 },
  { "departed unknown", MOEI_DAY_STATE_CLOSED, NOON, 300, NONE, { 39, 0, 0 }, MOEI_ACCOUNTS_UNKNOWN,
    NONE, NONE, MOEI_DIFFERENCE_UNKNOWN },
  { "departed withheld", MOEI_DAY_STATE_CLOSED, NOON, 300, HIDDEN, { 300, 0, 0 }, MOEI_ACCOUNTS_UNKNOWN,
    NONE, NONE, MOEI_DIFFERENCE_UNKNOWN },
  { "weekend", MOEI_DAY_STATE_CLOSED, NOON, NONE, 450, { NONE, NONE, NONE }, MOEI_ACCOUNTS_NO_QUOTA,
    NONE, NONE, MOEI_DIFFERENCE_UNKNOWN },
  { "a quota of nobody", MOEI_DAY_STATE_CLOSED, NOON, 0, 12, { 0, 0, 0 }, MOEI_ACCOUNTS_NO_QUOTA,
    NONE, NONE, MOEI_DIFFERENCE_UNKNOWN },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (MoeiCollection) days = moei_collection_new (MOEI_TYPE_QUOTA_DAY);
  MoeiQuotaDay *day = add_day (days, day_of (20, 3), rows[i].quota, rows[i].state);
  MoeiAccounts accounts;

  g_object_set (day, "closes", (gint64) CLOSES, "lost", rows[i].booked[0], "reallocated", rows[i].booked[1],
                "carried", rows[i].booked[2], NULL);
  add_tally (day, "CHN", NONE, NONE, rows[i].departed);

  moei_accounts_compute (&accounts, day, rows[i].now);
  g_assert_cmpint (accounts.state, ==, rows[i].accounts);
  g_assert_cmpint (accounts.unused, ==, rows[i].unused);
  g_assert_cmpint (accounts.over, ==, rows[i].over);
  g_assert_cmpint (accounts.unexplained, ==, rows[i].unexplained);
  if (accounts.state == MOEI_ACCOUNTS_BALANCED)
    g_assert_cmpint (accounts.departed - accounts.over + MAX (accounts.lost, 0) + MAX (accounts.reallocated, 0) +
                     MAX (accounts.carried, 0), ==, accounts.quota);
}

/* A sum in which one country is not known is no sum. */
static void
test_partly_known (void)
{
  g_autoptr (MoeiCollection) days = moei_collection_new (MOEI_TYPE_QUOTA_DAY);
  MoeiQuotaDay *day = add_day (days, day_of (20, 3), 300, MOEI_DAY_STATE_CLOSED);
  MoeiAccounts accounts;

  g_object_set (day, "lost", 14, "reallocated", 0, "carried", 0, NULL);
  moei_accounts_compute (&accounts, day, NOON);
  g_assert_cmpint (accounts.state, ==, MOEI_ACCOUNTS_UNKNOWN);

  add_tally (day, "CHN", NONE, NONE, 250);
  add_tally (day, "VNM", NONE, NONE, NONE);
  moei_accounts_compute (&accounts, day, NOON);
  g_assert_cmpint (accounts.departed, ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (accounts.state, ==, MOEI_ACCOUNTS_UNKNOWN);

  moei_accounts_compute (&accounts, NULL, NOON);
  g_assert_cmpint (accounts.state, ==, MOEI_ACCOUNTS_UNKNOWN);
  g_assert_cmpint (accounts.quota, ==, MOEI_COUNT_UNKNOWN);
}

/* Monday to Friday of 300 each, a holiday on Thursday, flights on Saturday. */
static void
test_week (void)
{
  g_autoptr (MoeiCollection) days = moei_collection_new (MOEI_TYPE_QUOTA_DAY);
  static const int departed[] = { 358, 291, 146, 140, 540, 48 };
  static const int lost[] = { 0, 9, 0, NONE, 0, NONE };
  static const int carried[] = { 0, 0, 154, NONE, 0, NONE };
  MoeiWeekAccounts week;

  add_tally (add_day (days, day_of (7, 3), 300, MOEI_DAY_STATE_CLOSED), "CHN", NONE, NONE, 456);
  for (int i = 0; i < 6; i++) {
    gboolean has_quota = i != 3 && i != 5;
    MoeiQuotaDay *day = add_day (days, day_of (10 + i, 3), has_quota ? 300 : NONE,
                                 i == 4 ? MOEI_DAY_STATE_OPEN : MOEI_DAY_STATE_CLOSED);

    g_object_set (day, "lost", lost[i], "reallocated", has_quota ? 0 : NONE, "carried", carried[i], NULL);
    add_tally (day, "CHN", NONE, NONE, departed[i]);
  }

  moei_week_accounts_compute (&week, days, day_of (10, 3), NOON);
  g_assert_cmpuint (week.n_quota_days, ==, 4);
  g_assert_cmpuint (week.n_closed, ==, 3);
  g_assert_cmpint (week.sum.quota, ==, 1200);
  g_assert_cmpint (week.sum.departed, ==, 358 + 291 + 146 + 540);
  g_assert_cmpint (week.departed_outside, ==, 140 + 48);
  g_assert_cmpint (week.departed, ==, 358 + 291 + 146 + 140 + 540 + 48);
  g_assert_cmpint (week.sum.over, ==, 58);
  g_assert_cmpint (week.sum.unused, ==, 9 + 154);
  g_assert_cmpint (week.sum.lost, ==, 9);
  g_assert_cmpint (week.sum.carried, ==, 154);
  g_assert_cmpint (week.sum.unexplained, ==, 0);
  g_assert_cmpint (week.sum.state, ==, MOEI_ACCOUNTS_OPEN);
  g_assert_cmpint (week.days[3].state, ==, MOEI_ACCOUNTS_NO_QUOTA);
  g_assert_cmpint (week.days[6].state, ==, MOEI_ACCOUNTS_UNKNOWN);
}

/* A week that nobody knows is not a week of nobody. */
static void
test_unknown_week (void)
{
  g_autoptr (MoeiCollection) days = moei_collection_new (MOEI_TYPE_QUOTA_DAY);
  MoeiWeekAccounts week;

  moei_week_accounts_compute (&week, days, day_of (10, 3), NOON);
  g_assert_cmpuint (week.n_quota_days, ==, 0);
  g_assert_cmpint (week.departed, ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (week.sum.quota, ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (week.sum.unexplained, ==, MOEI_DIFFERENCE_UNKNOWN);
}

/* Who left on whose day: 20 March 2025 was China's, 456 Chinese nationals on
 * 6 March, 450 on a Saturday. */
static void
test_crossing (void)
{
  g_autoptr (MoeiCollection) rules = rules_of_march ();
  g_autoptr (MoeiCollection) days = moei_collection_new (MOEI_TYPE_QUOTA_DAY);
  MoeiQuotaDay *thursday = add_day (days, day_of (20, 3), 300, MOEI_DAY_STATE_CLOSED);
  MoeiQuotaDay *saturday = add_day (days, day_of (8, 3), NONE, MOEI_DAY_STATE_CLOSED);
  MoeiQuotaDay *first = add_day (days, day_of (6, 3), 300, MOEI_DAY_STATE_CLOSED);
  MoeiCrossing crossing;

  add_tally (thursday, "CHN", NONE, NONE, 250);
  add_tally (thursday, "VNM", NONE, NONE, 36);
  add_tally (thursday, "KEN", NONE, NONE, NONE);
  moei_crossing_compute (&crossing, thursday, rules);
  g_assert_cmpint (crossing.in_lane, ==, 250);
  g_assert_cmpint (crossing.off_lane, ==, 36);
  g_assert_cmpuint (crossing.unknown, ==, 1);

  /* The service may have turned the lanes round for a day. */
  g_object_set (thursday, "lane", "others-first", NULL);
  moei_crossing_compute (&crossing, thursday, rules);
  g_assert_cmpint (crossing.in_lane, ==, 36);
  g_assert_cmpint (crossing.off_lane, ==, 250);

  add_tally (saturday, "CHN", NONE, NONE, 450);
  moei_crossing_compute (&crossing, saturday, rules);
  g_assert_cmpint (crossing.in_lane, ==, 0);
  g_assert_cmpint (crossing.off_lane, ==, 450);

  add_tally (first, "CHN", NONE, NONE, 456);
  moei_crossing_compute (&crossing, first, rules);
  g_assert_cmpint (crossing.in_lane, ==, 456);
  g_assert_cmpint (crossing.off_lane, ==, 0);

  moei_crossing_compute (&crossing, NULL, rules);
  g_assert_cmpint (crossing.in_lane, ==, MOEI_COUNT_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/accounts/%s", rows[i].name);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
  }
  g_test_add_func ("/accounts/partly-known", test_partly_known);
  g_test_add_func ("/accounts/week", test_week);
  g_test_add_func ("/accounts/unknown-week", test_unknown_week);
  g_test_add_func ("/accounts/crossing", test_crossing);

  return g_test_run ();
}
