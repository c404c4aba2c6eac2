/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-withhold.h"

#include "operation/moei-count.h"

/* Small counts could point at persons, so they are withheld; and with each one so
 * many others that no total gives it away.
 *
 * A table with totals is a system of equations: each row and each column adds to
 * its total.  Take rows and columns as the nodes of a graph and what is withheld as
 * its edges: a withheld count can be worked out exactly where its edge is the only
 * link between two parts of the graph.  A line without a total gives no equation;
 * all such lines are one node. */

typedef struct {
  int      *cells;       /* with the totals as last row and column */
  int      *true_cells;  /* as they were */
  gboolean *guarded;     /* what must not be told though it is not small */
  guint     n_rows;      /* with the totals' */
  guint     n_columns;
  int       below;
} Table;

static int
node_of_row (const Table *table,
             guint        row)
{
  return table->true_cells[row * table->n_columns + table->n_columns - 1] == MOEI_COUNT_UNKNOWN ? 0 : (int) row + 1;
}

static int
node_of_column (const Table *table,
                guint        column)
{
  return table->true_cells[(table->n_rows - 1) * table->n_columns + column] == MOEI_COUNT_UNKNOWN
           ? 0
           : (int) (table->n_rows + column) + 1;
}

/* Whether a cell is an edge: withheld, and by us where only that protects.  What
 * somebody else withheld is not in sums that were made without it. */
static gboolean
is_edge (const Table *table,
         guint        cell,
         gboolean     others_too)
{
  return table->cells[cell] == MOEI_COUNT_SUPPRESSED &&
         (others_too || table->true_cells[cell] != MOEI_COUNT_SUPPRESSED);
}

/* What it costs to go along @cell's edge: nothing where it is withheld anyway, the
 * people that would be withheld where it is not, -1 where it cannot be used. */
static int
cost_of (const Table *table,
         guint        cell,
         gboolean     others_too)
{
  if (is_edge (table, cell, others_too))
    return 0;
  return table->cells[cell] > 0 ? table->cells[cell] : -1;
}

/* Finds the cheapest ways from the node @from without @cell's edge, and by which
 * edge each node is reached. */
static void
find_ways (const Table *table,
           guint        cell,
           int          from,
           gint64      *costs,
           int         *edges)
{
  gboolean others_too = table->true_cells[cell] == MOEI_COUNT_SUPPRESSED;
  guint n_nodes = table->n_rows + table->n_columns + 1;
  gboolean changed = TRUE;

  for (guint i = 0; i < n_nodes; i++)
    costs[i] = G_MAXINT64;
  costs[from] = 0;
  while (changed) {
    changed = FALSE;
    for (guint i = 0; i < table->n_rows * table->n_columns; i++) {
      int ends[] = { node_of_row (table, i / table->n_columns), node_of_column (table, i % table->n_columns) };
      int cost = i != cell ? cost_of (table, i, others_too) : -1;

      for (int j = 0; cost >= 0 && j < 2; j++) {
        if (costs[ends[j]] < G_MAXINT64 && costs[ends[j]] + cost < costs[ends[1 - j]]) {
          costs[ends[1 - j]] = costs[ends[j]] + cost;
          edges[ends[1 - j]] = (int) i;
          changed = TRUE;
        }
      }
    }
  }
}

/* Withholds what it takes that @cell's edge is not the only link between its ends,
 * and as few people as possible.  Returns whether anything was withheld. */
static gboolean
protect_cell (Table *table,
              guint  cell)
{
  guint n_nodes = table->n_rows + table->n_columns + 1;
  g_autofree gint64 *costs = g_new (gint64, n_nodes);
  g_autofree int *edges = g_new (int, n_nodes);
  int from = node_of_row (table, cell / table->n_columns);
  int to = node_of_column (table, cell % table->n_columns);
  gboolean withheld = FALSE;

  find_ways (table, cell, from, costs, edges);
  if (costs[to] == G_MAXINT64 || costs[to] == 0)
    return FALSE;
  while (to != from) {
    int row = node_of_row (table, (guint) edges[to] / table->n_columns);
    int column = node_of_column (table, (guint) edges[to] % table->n_columns);

    withheld = withheld || table->cells[edges[to]] >= 0;
    table->cells[edges[to]] = MOEI_COUNT_SUPPRESSED;
    to = to == row ? column : row;
  }
  return withheld;
}

/* The smallest count that is still shown in a line of the table. */
static void
find_smallest (const Table *table,
               guint        first,
               guint        step,
               guint        n,
               int         *smallest)
{
  for (guint i = 0; i < n; i++) {
    guint cell = first + i * step;

    if (table->cells[cell] > 0 && (*smallest < 0 || table->cells[cell] < table->cells[*smallest]))
      *smallest = (int) cell;
  }
}

/* What is withheld in a line can be told although it is several counts where all
 * of them are as small, or all as large, as a withheld one can be. */
static gboolean
is_line_told (const Table *table,
              guint        first,
              guint        step,
              guint        n)
{
  int n_withheld = 0;
  int n_ones = 0;
  int n_largest = 0;

  if (table->cells[first + (n - 1) * step] < 0)
    return FALSE;
  for (guint i = 0; i + 1 < n; i++) {
    guint cell = first + i * step;

    if (is_edge (table, cell, FALSE)) {
      n_withheld++;
      n_ones += table->true_cells[cell] == 1;
      n_largest += table->true_cells[cell] == table->below - 1;
    }
  }
  return n_withheld > 0 && (n_ones == n_withheld || n_largest == n_withheld);
}

static gboolean
protect_line (Table *table,
              guint  first,
              guint  step,
              guint  n)
{
  int smallest = -1;

  if (!is_line_told (table, first, step, n))
    return FALSE;
  find_smallest (table, first, step, n, &smallest);
  if (smallest < 0)
    return FALSE;
  table->cells[smallest] = MOEI_COUNT_SUPPRESSED;
  table->guarded[smallest] = TRUE;
  return TRUE;
}

static gboolean
protect_lines (Table *table)
{
  gboolean withheld = FALSE;

  for (guint row = 0; row < table->n_rows; row++)
    withheld |= protect_line (table, row * table->n_columns, 1, table->n_columns);
  for (guint column = 0; column < table->n_columns; column++)
    withheld |= protect_line (table, column, table->n_columns, table->n_rows);
  return withheld;
}

/* What is withheld only to protect another needs no protection itself. */
static gboolean
protect_cells (Table *table)
{
  gboolean withheld = FALSE;

  for (guint cell = 0; cell < table->n_rows * table->n_columns; cell++)
    if (table->cells[cell] == MOEI_COUNT_SUPPRESSED &&
        (table->true_cells[cell] < table->below || table->guarded[cell]))
      withheld |= protect_cell (table, cell);
  return withheld;
}

/**
 * moei_withhold_count:
 * @count: a count that stands alone
 * @below: counts below this are withheld, at least `MOEI_WITHHOLD_MINIMUM`
 *
 * Nobody is not few: that no one waits points at no one, and to hide it would make
 * an empty row look like a person.  Unknown stays unknown.
 *
 * Returns: @count, or `MOEI_COUNT_SUPPRESSED` where it is from 1 to @below - 1
 */
int
moei_withhold_count (int count,
                     int below)
{
  return count > 0 && count < MAX (below, MOEI_WITHHOLD_MINIMUM) ? MOEI_COUNT_SUPPRESSED : count;
}

/**
 * moei_withhold_table:
 * @cells: (array): counts row by row; the last row holds the columns' totals, the
 *   last column the rows', with `MOEI_COUNT_UNKNOWN` for a total that is not shown
 * @n_rows: how many rows, the totals' included
 * @n_columns: how many columns, the totals' included
 * @below: counts below this are withheld, at least `MOEI_WITHHOLD_MINIMUM`
 *
 * Withholds the small counts of a table, and with each as many others as it takes
 * that no sum gives a small one away: the smallest first, and a total where nothing
 * else is left.
 */
void
moei_withhold_table (int   *cells,
                     guint  n_rows,
                     guint  n_columns,
                     int    below)
{
  guint n_cells = n_rows * n_columns;
  g_autofree int *true_cells = g_memdup2 (cells, n_cells * sizeof (int));
  g_autofree gboolean *guarded = g_new0 (gboolean, n_cells + 1);
  Table table = { cells, true_cells, guarded, n_rows, n_columns, MAX (below, MOEI_WITHHOLD_MINIMUM) };

  if (n_cells == 0)
    return;
  for (guint i = 0; i < n_cells; i++)
    cells[i] = moei_withhold_count (cells[i], below);
  while (protect_lines (&table) | protect_cells (&table))
    continue;
}

/**
 * moei_withhold_line:
 * @cells: (array length=n_cells): counts
 * @n_cells: how many
 * @total: (inout): their sum as shown; `MOEI_COUNT_UNKNOWN` where none is shown
 * @below: counts below this are withheld, at least `MOEI_WITHHOLD_MINIMUM`
 *
 * As [func@withhold_table] for a single row or column and its total.
 */
void
moei_withhold_line (int   *cells,
                    guint  n_cells,
                    int   *total,
                    int    below)
{
  guint n_rows = n_cells + 1;
  g_autofree int *table = g_new (int, n_rows * 2);

  for (guint i = 0; i < n_rows; i++) {
    table[i * 2] = i < n_cells ? cells[i] : *total;
    table[i * 2 + 1] = MOEI_COUNT_UNKNOWN;
  }
  moei_withhold_table (table, n_rows, 2, below);
  for (guint i = 0; i < n_cells; i++)
    cells[i] = table[i * 2];
  *total = table[n_cells * 2];
}
