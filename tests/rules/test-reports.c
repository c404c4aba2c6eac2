/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-roll-row.h"
#include "operation/moei-roll.h"
#include "rules-fixture.h"
#include "rules/moei-disagreement.h"
#include "rules/moei-head-count.h"
#include "rules/moei-roll-check.h"

#define NONE   MOEI_COUNT_UNKNOWN
#define HIDDEN MOEI_COUNT_SUPPRESSED

static void
add_report (MoeiCollection *reports,
            const char     *id,
            const char     *owner,
            MoeiStage       stage,
            int             value,
            gint64          observed)
{
  moei_collection_append (reports, g_object_new (MOEI_TYPE_REPORT, "id", id, "owner", owner, "stage", stage,
                                                 "value", value, "observed", observed, NULL));
}

/* How many had gone home by the middle of March 2025 (facts: BGF 7,968 on
 * 14 March, Myanmar's government 2,763 on 11 March, Thailand 4,895 on 21 March). */
static void
test_disagreement (void)
{
  g_autoptr (MoeiCollection) reports = moei_collection_new (MOEI_TYPE_REPORT);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GPtrArray) latest = NULL;
  MoeiDisagreement *worst;

  add_report (reports, "mmr-0311", "Myanmar", MOEI_STAGE_DEPARTED, 2763, at (day_of (11, 3), 20, 0));
  add_report (reports, "th-0321", "Thailand", MOEI_STAGE_DEPARTED, 4895, at (day_of (21, 3), 20, 0));
  add_report (reports, "bgf-0314", "BGF", MOEI_STAGE_DEPARTED, 7968, at (day_of (14, 3), 20, 0));
  add_report (reports, "bgf-held", "BGF", MOEI_STAGE_HELD, 3000, at (day_of (14, 3), 20, 0));

  found = moei_disagreement_find (reports);
  g_assert_cmpuint (found->len, ==, 3);
  worst = &g_array_index (found, MoeiDisagreement, 0);
  g_assert_cmpint (worst->stage, ==, MOEI_STAGE_DEPARTED);
  g_assert_cmpstr (moei_entity_get_id (MOEI_ENTITY (worst->older)), ==, "mmr-0311");
  g_assert_cmpstr (moei_entity_get_id (MOEI_ENTITY (worst->newer)), ==, "bgf-0314");
  g_assert_cmpint (worst->difference, ==, 5205);
  g_assert_cmpint (worst->apart, ==, 3 * G_TIME_SPAN_DAY);
  g_assert_cmpint (g_array_index (found, MoeiDisagreement, 1).difference, ==, 4895 - 7968);
  g_assert_cmpint (g_array_index (found, MoeiDisagreement, 2).difference, ==, 4895 - 2763);

  latest = moei_reports_latest (reports, MOEI_STAGE_DEPARTED);
  g_assert_cmpuint (latest->len, ==, 3);
  g_assert_cmpstr (moei_entity_get_id (latest->pdata[0]), ==, "mmr-0311");
  g_assert_cmpstr (moei_entity_get_id (latest->pdata[2]), ==, "th-0321");
}

/* An owner is set against others with its latest figure, and not with one that it
 * has replaced, one without a number, or one of which nobody knows whose it is. */
static void
test_latest (void)
{
  g_autoptr (MoeiCollection) reports = moei_collection_new (MOEI_TYPE_REPORT);
  g_autoptr (GArray) found = NULL;

  add_report (reports, "a-1", "A", MOEI_STAGE_LISTED, 270, at (day_of (1, 3), 9, 0));
  add_report (reports, "a-2", "A", MOEI_STAGE_LISTED, 366, at (day_of (8, 3), 9, 0));
  add_report (reports, "b-1", "B", MOEI_STAGE_LISTED, 366, at (day_of (5, 3), 9, 0));
  add_report (reports, "b-2", "B", MOEI_STAGE_LISTED, NONE, at (day_of (9, 3), 9, 0));
  add_report (reports, "b-3", "B", MOEI_STAGE_LISTED, HIDDEN, at (day_of (9, 3), 9, 0));
  add_report (reports, "nobody", NULL, MOEI_STAGE_LISTED, 12, at (day_of (9, 3), 9, 0));
  found = moei_disagreement_find (reports);
  g_assert_cmpuint (found->len, ==, 0);
  g_clear_pointer (&found, g_array_unref);

  /* A correction is no disagreement with oneself, and counts before what it corrects. */
  add_report (reports, "b-4", "B", MOEI_STAGE_LISTED, 360, at (day_of (4, 3), 9, 0));
  g_object_set (moei_collection_lookup (reports, "b-4"), "replaces", "b-1", NULL);
  found = moei_disagreement_find (reports);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, MoeiDisagreement, 0).difference, ==, 6);
  g_clear_pointer (&found, g_array_unref);

  /* Nobody said when */
  add_report (reports, "c-1", "C", MOEI_STAGE_LISTED, 0, MOEI_INSTANT_UNKNOWN);
  found = moei_disagreement_find (reports);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (g_array_index (found, MoeiDisagreement, 0).difference, ==, 366);
  g_assert_cmpint (g_array_index (found, MoeiDisagreement, 0).apart, ==, -1);
}

static MoeiConvoy *
convoy_with (int        people,
             const int *counts,
             guint      n_hand_overs)
{
  MoeiConvoy *convoy = g_object_new (MOEI_TYPE_CONVOY, "id", "c", "people", people, NULL);

  for (guint i = 0; i < n_hand_overs; i++) {
    g_autofree char *id = g_strdup_printf ("h%u", i);

    moei_collection_append (moei_convoy_get_hand_overs (convoy),
                            g_object_new (MOEI_TYPE_HAND_OVER, "id", id, "out", counts[i * 2],
                                          "in", counts[i * 2 + 1], NULL));
  }
  return convoy;
}

static void
test_head_count (void)
{
  static const struct {
    int   people;
    guint n;
    int   counts[4]; /* out and in of each hand-over */
    int   open;
    guint n_differences;
    guint n_uncounted;
  } rows[] = {
    { 50, 1, { 50, 50 }, 0, 0, 0 },
    { 50, 1, { 50, 48 }, -2, 1, 0 },
    { 50, 1, { 50, 51 }, 1, 1, 0 },
    { 50, 2, { 50, 48, 48, 48 }, -2, 1, 0 },  /* open although the last two hands agree */
    { 50, 2, { 50, 48, 50, 50 }, 0, 2, 0 },   /* found again */
    { 50, 2, { 49, 48, 48, 47 }, -3, 3, 0 },
    { 50, 2, { 50, NONE, 48, 48 }, -2, 1, 1 },
    { 50, 1, { NONE, NONE }, MOEI_DIFFERENCE_UNKNOWN, 0, 1 },
    { NONE, 1, { 50, 50 }, 0, 0, 0 },
    { NONE, 1, { 50, NONE }, MOEI_DIFFERENCE_UNKNOWN, 0, 1 },
    { HIDDEN, 1, { HIDDEN, HIDDEN }, MOEI_DIFFERENCE_UNKNOWN, 0, 1 },
    { 0, 1, { 0, 0 }, 0, 0, 0 },
    { 50, 0, { 0 }, MOEI_DIFFERENCE_UNKNOWN, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (MoeiConvoy) convoy = convoy_with (rows[i].people, rows[i].counts, rows[i].n);
    MoeiHeadCount heads;

    g_test_message ("row %zu", i);
    moei_head_count_compute (&heads, convoy);
    g_assert_cmpint (heads.open_difference, ==, rows[i].open);
    g_assert_cmpuint (heads.n_differences, ==, rows[i].n_differences);
    g_assert_cmpuint (heads.n_uncounted, ==, rows[i].n_uncounted);
  }
}

static void
test_steps (void)
{
  static const int counts[] = { 49, 48, 48, NONE };
  g_autoptr (MoeiConvoy) convoy = convoy_with (50, counts, 2);
  g_autoptr (GArray) steps = moei_head_count_get_steps (convoy);
  MoeiHeadCountStep *first = &g_array_index (steps, MoeiHeadCountStep, 0);
  MoeiHeadCountStep *second = &g_array_index (steps, MoeiHeadCountStep, 1);

  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpint (first->on_the_way, ==, -1);
  g_assert_cmpint (first->difference, ==, -1);
  g_assert_cmpint (second->on_the_way, ==, 0);
  g_assert_cmpint (second->difference, ==, MOEI_DIFFERENCE_UNKNOWN);
  g_assert_true (second->hand_over == moei_collection_get (moei_convoy_get_hand_overs (convoy), 1));
}

/* The list that the BGF handed over on 24 to 26 February 2025, as printed
 * (PASA-list): its rows add to 7,158, and it says 7,141. */
static void
test_roll (void)
{
  static const int people[] = { 4860, 572, 526, 430, 283, 127, 78, 70, 64, 26, 25, 17, 13, 9,
                                8, 8, 7, 6, 6, 6, 4, 4, 3, 2, 1, 1, 1, 1 };
  g_autoptr (MoeiRoll) roll = g_object_new (MOEI_TYPE_ROLL, "id", "bgf", "total", 7141, "countries", 28, NULL);
  MoeiRollCheck check;

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++) {
    g_autofree char *id = g_strdup_printf ("row-%zu", i);

    moei_collection_append (moei_roll_get_rows (roll),
                            g_object_new (MOEI_TYPE_ROLL_ROW, "id", id, "people", people[i], NULL));
  }
  moei_roll_check (&check, roll);
  g_assert_cmpint (check.verdict, ==, MOEI_ROLL_DIFFERS);
  g_assert_cmpint (check.sum, ==, 7158);
  g_assert_cmpint (check.total, ==, 7141);
  g_assert_cmpint (check.difference, ==, 17);
  g_assert_cmpint (check.rows, ==, 28);
}

static void
test_roll_rows (void)
{
  static const struct {
    int             rows[3];
    int             total;
    MoeiRollVerdict verdict;
    int             difference;
  } rows[] = {
    { { 10, 20, 30 }, 60, MOEI_ROLL_ADDS_UP, 0 },
    { { 10, 20, 30 }, 61, MOEI_ROLL_DIFFERS, -1 },
    { { 10, 20, 30 }, NONE, MOEI_ROLL_UNKNOWN, MOEI_DIFFERENCE_UNKNOWN },
    { { 10, 20, NONE }, 60, MOEI_ROLL_UNKNOWN, -30 },
    { { 10, 20, NONE }, 30, MOEI_ROLL_UNKNOWN, 0 },
    /* Too many already, whatever the unknown row is */
    { { 40, 30, NONE }, 60, MOEI_ROLL_DIFFERS, 10 },
    { { 40, HIDDEN, 20 }, 60, MOEI_ROLL_UNKNOWN, 0 },
    { { NONE, NONE, NONE }, 60, MOEI_ROLL_UNKNOWN, MOEI_DIFFERENCE_UNKNOWN },
    { { 0, 0, 0 }, 0, MOEI_ROLL_ADDS_UP, 0 },
  };
  MoeiRollCheck check;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    moei_roll_check_counts (&check, rows[i].rows, 3, rows[i].total, 3);
    g_assert_cmpint (check.verdict, ==, rows[i].verdict);
    g_assert_cmpint (check.difference, ==, rows[i].difference);
  }
  moei_roll_check_counts (&check, NULL, 0, 0, 0);
  g_assert_cmpint (check.verdict, ==, MOEI_ROLL_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reports/disagreement", test_disagreement);
  g_test_add_func ("/reports/latest", test_latest);
  g_test_add_func ("/reports/head-count", test_head_count);
  g_test_add_func ("/reports/steps", test_steps);
  g_test_add_func ("/reports/roll", test_roll);
  g_test_add_func ("/reports/roll-rows", test_roll_rows);

  return g_test_run ();
}
