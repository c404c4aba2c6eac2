/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "operation/moei-count.h"
#include "rules/moei-withhold.h"

#define NONE   MOEI_COUNT_UNKNOWN
#define HIDDEN MOEI_COUNT_SUPPRESSED
#define MOST   6

static const struct {
  const char *name;
  guint       n;
  int         cells[MOST];
  int         total;
  int         below;
  int         shown[MOST];
  int         shown_total;
} rows[] = {
  { "nothing small", 3, { 10, 20, 30 }, 60, 5, { 10, 20, 30 }, 60 },
  { "one small takes the next smallest with it", 3, { 3, 20, 30 }, 53, 5, { HIDDEN, HIDDEN, 30 }, 53 },
  { "two small protect each other", 3, { 3, 2, 30 }, 35, 5, { HIDDEN, HIDDEN, 30 }, 35 },
  { "two ones do not: one and one is two", 4, { 1, 1, 9, 30 }, 41, 5, { HIDDEN, HIDDEN, HIDDEN, 30 }, 41 },
  { "nor two fours", 3, { 4, 4, 30 }, 38, 5, { HIDDEN, HIDDEN, HIDDEN }, 38 },
  { "the only one takes the total", 1, { 3 }, 3, 5, { HIDDEN }, HIDDEN },
  { "alone among none", 3, { 3, 0, 0 }, 3, 5, { HIDDEN, 0, 0 }, HIDDEN },
  { "nobody is not few", 3, { 0, 20, 30 }, 50, 5, { 0, 20, 30 }, 50 },
  { "none stands for no other", 3, { 3, 0, 30 }, 33, 5, { HIDDEN, 0, HIDDEN }, 33 },
  { "unknown stays unknown, and protects nobody", 3, { 3, NONE, 30 }, 33, 5, { HIDDEN, NONE, HIDDEN }, 33 },
  { "no total, no complement", 3, { 3, 20, 30 }, NONE, 5, { HIDDEN, 20, 30 }, NONE },
  { "withheld already", 3, { HIDDEN, 20, 30 }, 53, 5, { HIDDEN, HIDDEN, 30 }, 53 },
  { "what others withheld protects not ours", 3, { HIDDEN, 3, 30 }, 33, 5, { HIDDEN, HIDDEN, HIDDEN }, 33 },
  { "a total withheld by others", 2, { 3, 20 }, HIDDEN, 5, { HIDDEN, HIDDEN }, HIDDEN },
  { "a higher threshold", 3, { 9, 20, 30 }, 59, 10, { HIDDEN, HIDDEN, 30 }, 59 },
  { "below two would tell the one", 3, { 1, 2, 30 }, 33, 2, { HIDDEN, HIDDEN, 30 }, 33 },
  { "nothing", 0, { 0 }, 0, 5, { 0 }, 0 },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  int cells[MOST];
  int total = rows[i].total;

  memcpy (cells, rows[i].cells, sizeof cells);
  moei_withhold_line (cells, rows[i].n, &total, rows[i].below);
  for (guint j = 0; j < rows[i].n; j++)
    g_assert_cmpint (cells[j], ==, rows[i].shown[j]);
  g_assert_cmpint (total, ==, rows[i].shown_total);
}

static void
test_count (void)
{
  g_assert_cmpint (moei_withhold_count (0, 5), ==, 0);
  g_assert_cmpint (moei_withhold_count (1, 5), ==, HIDDEN);
  g_assert_cmpint (moei_withhold_count (4, 5), ==, HIDDEN);
  g_assert_cmpint (moei_withhold_count (5, 5), ==, 5);
  g_assert_cmpint (moei_withhold_count (NONE, 5), ==, NONE);
  g_assert_cmpint (moei_withhold_count (HIDDEN, 5), ==, HIDDEN);
}

/* Rows of two countries and stages, with totals: one small count takes three
 * others with it, one in its row, one in its column and one in the corner. */
static void
test_table (void)
{
  int cells[] = {
    3, 20, 30, 53,
    10, 40, 50, 100,
    60, 70, 80, 210,
    73, 130, 160, 363,
  };

  moei_withhold_table (cells, 4, 4, 5);
  g_assert_cmpint (cells[0], ==, HIDDEN);
  g_assert_cmpint (cells[1], ==, HIDDEN);
  g_assert_cmpint (cells[4], ==, HIDDEN);
  g_assert_cmpint (cells[5], ==, HIDDEN);
  g_assert_cmpint (cells[2], ==, 30);
  g_assert_cmpint (cells[15], ==, 363);
}

/* Two ones of one row are told by their sum, however well their columns hide them;
 * and so are two of one column. */
static void
test_ones (void)
{
  int row[] = {
    1, 1, 9, 30, 41,
    20, 20, 20, 20, 80,
    21, 21, 29, 50, 121,
  };
  int column[] = {
    1, 20, 21,
    1, 20, 21,
    9, 20, 29,
    30, 20, 50,
    41, 80, 121,
  };

  moei_withhold_table (row, 3, 5, 5);
  g_assert_cmpint (row[2], ==, HIDDEN);
  g_assert_cmpint (row[3], ==, 30);
  moei_withhold_table (column, 5, 3, 5);
  g_assert_cmpint (column[6], ==, HIDDEN);
  g_assert_cmpint (column[9], ==, 30);
}

/* Two squares that hang together by one cell: each line has two withheld counts
 * and yet the one between them can be worked out. */
static void
test_bridge (void)
{
  int cells[] = {
    4, 3, 50, 50, 107,
    3, 4, 50, 50, 107,
    50, 2, 3, 4, 59,
    50, 50, 4, 3, 107,
    107, 59, 107, 107, 380,
  };
  guint n_shown = 0;

  moei_withhold_table (cells, 5, 5, 5);
  g_assert_cmpint (cells[11], ==, HIDDEN);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    n_shown += cells[i] >= 0;
  /* Nine are small; at least one more goes so that the bridge is none. */
  g_assert_cmpuint (n_shown, <, 25 - 9);
}

/* Whether whoever sees the line and the totals can work out a small count: tries
 * every line that would look the same. */
static gboolean
is_told (const int *cells,
         const int *shown,
         guint      n,
         int        total,
         guint      which)
{
  int values[4];
  guint n_ways = 0;
  int last = -1;

  for (guint code = 0; code < 13 * 13 * 13 * 13; code++) {
    int sum = 0;
    gboolean fits = TRUE;

    for (guint i = 0, rest = code; i < n; i++, rest /= 13) {
      values[i] = (int) (rest % 13);
      sum += values[i];
      fits = fits && (shown[i] == HIDDEN ? values[i] > 0 : values[i] == shown[i]);
    }
    if (fits && (total == HIDDEN || sum == total) && values[which] != last) {
      last = values[which];
      n_ways++;
    }
  }
  return n_ways < 2;
}

static void
test_random_lines (void)
{
  for (int round = 0; round < 60; round++) {
    int cells[4], shown[4];
    int total = 0, shown_total;

    for (guint i = 0; i < 4; i++) {
      cells[i] = shown[i] = g_test_rand_int_range (0, 13);
      total += cells[i];
    }
    shown_total = total;
    moei_withhold_line (shown, 4, &shown_total, 5);
    for (guint i = 0; i < 4; i++) {
      g_assert_true (shown[i] == cells[i] || shown[i] == HIDDEN);
      g_assert_false (cells[i] == 0 && shown[i] == HIDDEN);
      if (cells[i] > 0 && cells[i] < 5) {
        g_assert_cmpint (shown[i], ==, HIDDEN);
        g_assert_false (is_told (cells, shown, 4, shown_total, i));
      }
    }
  }
}

/* The size of the People page: no count of a line may be missing from it alone. */
static void
test_random_tables (void)
{
  enum { ROWS = 41, COLUMNS = 9 };

  for (int round = 0; round < 5; round++) {
    int cells[ROWS * COLUMNS] = { 0 };

    for (guint i = 0; i < ROWS - 1; i++) {
      for (guint j = 0; j < COLUMNS - 1; j++) {
        int people = g_test_rand_int_range (0, 12);

        cells[i * COLUMNS + j] = people;
        cells[i * COLUMNS + COLUMNS - 1] += people;
        cells[(ROWS - 1) * COLUMNS + j] += people;
        cells[ROWS * COLUMNS - 1] += people;
      }
    }
    moei_withhold_table (cells, ROWS, COLUMNS, 5);
    for (guint i = 0; i < ROWS; i++) {
      guint n_hidden = 0;

      for (guint j = 0; j < COLUMNS; j++) {
        n_hidden += cells[i * COLUMNS + j] == HIDDEN;
        g_assert_false (cells[i * COLUMNS + j] > 0 && cells[i * COLUMNS + j] < 5);
      }
      g_assert_cmpuint (n_hidden, !=, 1);
    }
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/withhold/%s", rows[i].name);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
  }
  g_test_add_func ("/withhold/count", test_count);
  g_test_add_func ("/withhold/table", test_table);
  g_test_add_func ("/withhold/ones", test_ones);
  g_test_add_func ("/withhold/bridge", test_bridge);
  g_test_add_func ("/withhold/random-lines", test_random_lines);
  g_test_add_func ("/withhold/random-tables", test_random_tables);

  return g_test_run ();
}
