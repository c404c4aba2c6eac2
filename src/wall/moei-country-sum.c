/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-country-sum.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-owner.h"
#include "language/moei-sentence.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "parts/moei-shared-count.h"
#include "rules/moei-withhold.h"

/* What the meeting display says of countries and regions. */

/* Figures of further apart differ because time has passed. */
#define SAME_TIME (7 * G_TIME_SPAN_DAY)

static void
line_clear (gpointer data)
{
  MoeiCountryLine *line = data;

  g_clear_object (&line->nationality);
}

static int
count_waiting (MoeiNationality *nationality)
{
  int waiting = MOEI_COUNT_UNKNOWN;

  for (MoeiStage stage = MOEI_STAGE_HELD; stage < MOEI_STAGE_DEPARTED; stage++) {
    int at = moei_nationality_get_at (nationality, stage);

    if (at == MOEI_COUNT_SUPPRESSED)
      return MOEI_COUNT_SUPPRESSED;
    waiting = moei_count_add (waiting, at);
  }
  return waiting;
}

static gint64
observed (MoeiReport *report)
{
  return moei_entity_get_observed (MOEI_ENTITY (report));
}

/* Of several the one that is of the latest time: the largest is often the oldest. */
static void
find_disagreement (MoeiCountryLine *line)
{
  g_autoptr (GArray) found = moei_disagreement_find (moei_nationality_get_reports (line->nationality));

  for (guint i = 0; i < found->len; i++) {
    const MoeiDisagreement *pair = &g_array_index (found, MoeiDisagreement, i);

    if (pair->apart > SAME_TIME)
      continue;
    if (line->is_disputed && observed (pair->older) <= observed (line->disagreement.older))
      continue;
    line->is_disputed = TRUE;
    line->disagreement = *pair;
  }
}

/* Those of whom nobody knows how many wait come after those of whom it is known
 * that somebody does, and before those who have all left. */
static int
rank (const MoeiCountryLine *line)
{
  if (line->waiting > 0)
    return 0;
  return line->waiting < 0 ? 1 : 2;
}

static int
by_waiting (gconstpointer a,
            gconstpointer b)
{
  const MoeiCountryLine *first = a, *second = b;

  if (rank (first) != rank (second))
    return rank (first) - rank (second);
  if (first->waiting != second->waiting)
    return first->waiting > second->waiting ? -1 : 1;
  if (first->departed != second->departed)
    return first->departed > second->departed ? -1 : 1;
  return g_strcmp0 (moei_entity_get_id (MOEI_ENTITY (first->nationality)),
                    moei_entity_get_id (MOEI_ENTITY (second->nationality)));
}

/* Of whom nobody waits and nobody has left there is nothing to say. */
static gboolean
is_of_note (const MoeiCountryLine *line)
{
  return line->waiting != 0 || line->departed > 0 || line->departed == MOEI_COUNT_SUPPRESSED || line->is_disputed;
}

/**
 * moei_country_lines_list:
 * @operation: the operation
 * @forecast: (nullable): what is to come
 *
 * Returns: (transfer full) (element-type MoeiCountryLine): a line each country or
 *   region of which there is something to say, those of whom most wait first
 */
GArray *
moei_country_lines_list (MoeiOperation      *operation,
                         const MoeiForecast *forecast)
{
  MoeiCollection *nationalities = moei_operation_get_nationalities (operation);
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (MoeiCountryLine));

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; i < moei_collection_size (nationalities); i++) {
    MoeiNationality *nationality = moei_collection_get (nationalities, i);
    const char *id = moei_entity_get_id (MOEI_ENTITY (nationality));
    const MoeiClearing *clearing = forecast != NULL ? moei_forecast_get_clearing (forecast, id) : NULL;
    MoeiCountryLine line = {
      .nationality = nationality,
      .waiting = count_waiting (nationality),
      .departed = moei_nationality_get_departed (nationality),
      .has_clearing = clearing != NULL,
    };

    if (clearing != NULL)
      line.clearing = *clearing;
    find_disagreement (&line);
    if (!is_of_note (&line))
      continue;
    g_object_ref (nationality);
    g_array_append_val (lines, line);
  }
  g_array_sort (lines, by_waiting);
  return lines;
}

/**
 * moei_country_lines_sum:
 * @lines: (element-type MoeiCountryLine): lines
 * @first: the first that is added
 * @n: how many are added, as far as there are
 * @sum: (out caller-allocates): their sum
 */
void
moei_country_lines_sum (GArray         *lines,
                        guint           first,
                        guint           n,
                        MoeiCountrySum *sum)
{
  *sum = (MoeiCountrySum) { .waiting = MOEI_COUNT_UNKNOWN, .departed = MOEI_COUNT_UNKNOWN };
  for (guint i = first; i < lines->len && i - first < n; i++) {
    const MoeiCountryLine *line = &g_array_index (lines, MoeiCountryLine, i);

    sum->n++;
    sum->waiting = moei_count_add (sum->waiting, line->waiting);
    sum->departed = moei_count_add (sum->departed, line->departed);
    sum->n_unknown += !moei_count_is_known (line->waiting);
  }
}

static void
withhold (int   *cells,
          guint  n,
          int   *total,
          int    below)
{
  g_autofree int *shown = g_memdup2 (cells, n * sizeof (int));
  int shown_total = *total;

  moei_withhold_line (shown, n, &shown_total, below);
  for (guint i = 0; i < n; i++)
    cells[i] = moei_shared_count (cells[i], shown[i], below);
  *total = moei_shared_count (*total, shown_total, below);
}

/**
 * moei_country_lines_withhold:
 * @lines: (element-type MoeiCountryLine): lines
 * @n_shown: how many of them are shown
 * @below: counts below this are withheld
 * @rest: (out caller-allocates): those that are not shown together
 * @total: (out caller-allocates): all together
 *
 * Withholds the small counts of the lines that are shown, of the rest and of the
 * total, and with each as many others as it takes that no sum gives it away.  When
 * fewer than few wait, the days on which they leave are withheld with them, and so
 * is whose reports differ.
 */
void
moei_country_lines_withhold (GArray         *lines,
                             guint           n_shown,
                             int             below,
                             MoeiCountrySum *rest,
                             MoeiCountrySum *total)
{
  guint n = MIN (n_shown, lines->len);
  g_autofree int *waiting = g_new (int, n + 1);
  g_autofree int *departed = g_new (int, n + 1);

  moei_country_lines_sum (lines, n, G_MAXUINT, rest);
  moei_country_lines_sum (lines, 0, G_MAXUINT, total);
  for (guint i = 0; i < n; i++) {
    waiting[i] = g_array_index (lines, MoeiCountryLine, i).waiting;
    departed[i] = g_array_index (lines, MoeiCountryLine, i).departed;
  }
  waiting[n] = rest->waiting;
  departed[n] = rest->departed;
  withhold (waiting, n + 1, &total->waiting, below);
  withhold (departed, n + 1, &total->departed, below);
  rest->waiting = waiting[n];
  rest->departed = departed[n];
  for (guint i = 0; i < lines->len; i++) {
    MoeiCountryLine *line = &g_array_index (lines, MoeiCountryLine, i);

    /* There may soon be room for one that is not shown yet. */
    line->waiting = i < n ? waiting[i] : MOEI_COUNT_WITHHELD;
    line->departed = i < n ? departed[i] : MOEI_COUNT_WITHHELD;
    line->has_clearing = line->has_clearing && line->waiting >= 0;
    line->is_disputed = FALSE;
  }
}

/**
 * moei_country_line_say_clearing:
 * @language: the reader's language
 * @line: a line
 *
 * Returns: (transfer full): when the last of its people will have left, or why
 *   nobody can say: "20 – 26 Mar · papers", "no lane"; "–" without an answer
 */
char *
moei_country_line_say_clearing (MoeiLanguage           language,
                                const MoeiCountryLine *line)
{
  g_autofree char *answer = NULL;

  if (!line->has_clearing)
    return g_strdup ("–");
  answer = moei_sentence_clearing (language, &line->clearing);
  if (line->clearing.answer != MOEI_CLEARING_DATE)
    return g_steal_pointer (&answer);
  return g_strdup_printf (moei_gettext (language, "%1$s · %2$s"), answer, moei_word_limit (language, line->clearing.limit));
}

static char *
say_report (MoeiLanguage  language,
            MoeiReport   *report)
{
  g_autofree char *value = moei_format_count (language, moei_report_get_value (report));
  g_autofree char *owner = moei_owner_name (language, moei_entity_get_owner (MOEI_ENTITY (report)));
  g_autofree char *date = NULL;

  if (moei_entity_get_origin (MOEI_ENTITY (report)) == MOEI_ORIGIN_EXERCISE) {
    g_free (owner);
    owner = g_strdup (moei_word_origin (language, MOEI_ORIGIN_EXERCISE));
  }
  if (observed (report) == MOEI_INSTANT_UNKNOWN)
    /* Translators: a figure and whose it is, of a day that nobody said: "82 (BGF)" */
    return g_strdup_printf (moei_pgettext (language, "report", "%1$s (%2$s)"), value, owner);
  date = moei_format_date (language, moei_zone_get_day (MOEI_ZONE_BANGKOK, observed (report)), MOEI_DATE_SHORT);
  /* Translators: a figure, whose it is and as of which day: "82 (BGF, 15 Mar)" */
  return g_strdup_printf (moei_pgettext (language, "report", "%1$s (%2$s, %3$s)"), value, owner, date);
}

/**
 * moei_country_line_say_disagreement:
 * @language: the reader's language
 * @line: a line
 *
 * Returns: (transfer full): both owners' figures: "held: 47 (DKBA, 15 Mar) or 82
 *   (BGF, 15 Mar)"; empty where nobody's differ
 */
char *
moei_country_line_say_disagreement (MoeiLanguage           language,
                                    const MoeiCountryLine *line)
{
  g_autofree char *older = NULL, *newer = NULL;

  if (!line->is_disputed)
    return g_strdup ("");
  older = say_report (language, line->disagreement.older);
  newer = say_report (language, line->disagreement.newer);
  /* Translators: of one stage two owners have different figures: "Held: 47 (DKBA, 15 Mar) or 82 (BGF, 15 Mar)" */
  return g_strdup_printf (moei_pgettext (language, "report", "%1$s: %2$s or %3$s"),
                          moei_word_stage (language, line->disagreement.stage), older, newer);
}

/**
 * moei_country_sum_say_rest:
 * @language: the reader's language
 * @rest: those for whom there is no room
 *
 * Returns: (transfer full): "and 14 more countries/regions"
 */
char *
moei_country_sum_say_rest (MoeiLanguage          language,
                           const MoeiCountrySum *rest)
{
  g_autofree char *n = moei_format_count (language, (int) rest->n);
  g_autofree char *n_unknown = moei_format_count (language, (int) rest->n_unknown);

  if (rest->n_unknown > 0)
    /* Translators: the last row of a table: its figures are of %1$s more countries/regions, and of %2$s of them they are not known */
    return g_strdup_printf (moei_ngettext (language, "and %1$s more country/region (%2$s not known)",
                                           "and %1$s more countries/regions (%2$s not known)", rest->n), n, n_unknown);
  /* Translators: the last row of a table: its figures are of %s more countries/regions */
  return g_strdup_printf (moei_ngettext (language, "and %s more country/region", "and %s more countries/regions", rest->n), n);
}
