/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-country-facts.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-provenance.h"
#include "desk/moei-shared-roll.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "operation/moei-holding.h"
#include "operation/moei-referral.h"
#include "operation/moei-report.h"
#include "parts/moei-shared-count.h"
#include "rules/moei-disagreement.h"

/* What is known of a country's people beyond how many are where: who said
 * what, in which others differ, who holds them, and what became of those who
 * returned. */

typedef struct {
  MoeiNationality *nationality;
  MoeiCollection  *rolls;
  int              below;
} Source;

static char *
write_count (int count,
             int below)
{
  return moei_shared_count_format (moei_shared_count_alone (count, below), below);
}

/* What of a report may be shown. */
static int
get_shown (MoeiReport   *report,
           const Source *source)
{
  const char *id = moei_entity_get_id (MOEI_ENTITY (source->nationality));
  int count = moei_shared_count_alone (moei_report_get_value (report), source->below);

  return count >= source->below && moei_shared_roll_hides_report (source->rolls, id, report, source->below)
           ? MOEI_COUNT_WITHHELD : count;
}

static char *
write_value (MoeiReport   *report,
             const Source *source)
{
  if (moei_report_get_value_text (report) != NULL)
    return g_strdup (moei_text_get (moei_report_get_value_text (report), moei_language_get_current ()));
  return moei_shared_count_format (get_shown (report, source), source->below);
}

/* The difference of two figures tells the one that is withheld. */
static char *
write_difference (const MoeiDisagreement *differing,
                  const Source           *source)
{
  if (get_shown (differing->older, source) < MOEI_COUNT_UNKNOWN || get_shown (differing->newer, source) < MOEI_COUNT_UNKNOWN)
    return g_strdup (_("Difference withheld"));
  return moei_sentence_disagreement (moei_language_get_current (), differing);
}

static char *
write_apart (const MoeiDisagreement *differing)
{
  g_autofree char *apart = NULL;

  if (differing->apart < 0)
    return g_strdup ("");
  if (differing->apart < 24 * G_TIME_SPAN_HOUR)
    return g_strdup (_("Reported within a day of each other"));
  apart = moei_format_duration (moei_language_get_current (), differing->apart / G_USEC_PER_SEC);
  /* Translators: two reports; %s is how much later the second is: "23 days" */
  return g_strdup_printf (_("Reported %s apart"), apart);
}

static void
add_disagreements (GPtrArray      *facts,
                   MoeiCollection *reports,
                   const Source   *source)
{
  g_autoptr (GArray) found = moei_disagreement_find (reports);

  if (found->len == 0)
    return;
  moei_statements_add (facts, MOEI_STATEMENT_HEADING, _("Owners whose figures differ"), NULL);
  for (guint i = 0; i < found->len; i++) {
    const MoeiDisagreement *differing = &g_array_index (found, MoeiDisagreement, i);
    MoeiEntity *older = MOEI_ENTITY (differing->older), *newer = MOEI_ENTITY (differing->newer);
    g_autofree char *difference = write_difference (differing, source), *apart = write_apart (differing);
    g_autofree char *first_owner = moei_provenance_owner (older), *second_owner = moei_provenance_owner (newer);
    g_autofree char *first_date = moei_provenance_date (older), *second_date = moei_provenance_date (newer);
    g_autofree char *first = write_value (differing->older, source), *second = write_value (differing->newer, source);

    moei_statements_add (facts, MOEI_STATEMENT_PAIR, moei_word_stage (moei_language_get_current (), differing->stage), difference,
                    apart, first_owner, first, first_date, second_owner, second, second_date, NULL);
  }
}

static gboolean
is_replaced (MoeiReport     *report,
             MoeiCollection *reports)
{
  for (guint i = 0; i < moei_collection_size (reports); i++) {
    const char *replaces = moei_report_get_replaces (moei_collection_get (reports, i));

    if (g_strcmp0 (replaces, moei_entity_get_id (MOEI_ENTITY (report))) == 0)
      return TRUE;
  }
  return FALSE;
}

/* All that it was before, the last first. */
static char *
write_former (MoeiReport     *report,
              MoeiCollection *reports,
              const Source   *source)
{
  GString *former = g_string_new (NULL);
  guint n = moei_collection_size (reports);

  /* A chain that bites its tail ends after as many steps as there are reports. */
  for (guint step = 0; step < n && moei_report_get_replaces (report) != NULL; step++) {
    g_autofree char *value = NULL, *date = NULL;

    report = moei_collection_lookup (reports, moei_report_get_replaces (report));
    if (report == NULL)
      break;
    value = write_value (report, source);
    date = moei_provenance_date (MOEI_ENTITY (report));
    /* Translators: a report that was corrected: what it said before, and when: "Before: 525 (6 March 2025)" */
    g_string_append_printf (former, "%s", former->len > 0 ? "\n" : "");
    g_string_append_printf (former, _("Before: %1$s (%2$s)"), value, date);
  }
  return g_string_free (former, FALSE);
}

static void
add_reports (GPtrArray      *facts,
             MoeiCollection *reports,
             const Source   *source)
{
  MoeiLanguage language = moei_language_get_current ();

  if (moei_collection_size (reports) > 0)
    moei_statements_add (facts, MOEI_STATEMENT_HEADING, _("All reports"), NULL);
  for (guint i = 0; i < moei_collection_size (reports); i++) {
    MoeiReport *report = moei_collection_get (reports, i);
    g_autofree char *value = NULL, *provenance = NULL, *former = NULL;
    const MoeiText *note = moei_report_get_note (report);

    if (is_replaced (report, reports))
      continue;
    value = write_value (report, source);
    provenance = moei_provenance_describe (MOEI_ENTITY (report));
    former = write_former (report, reports, source);
    moei_statements_add (facts, MOEI_STATEMENT_ROW, moei_word_stage (language, moei_report_get_stage (report)), value, provenance,
                    former, get_shown (report, source) >= MOEI_COUNT_UNKNOWN
                              ? moei_text_get (note, language) : "", NULL);
  }
}

static void
add_holdings (GPtrArray      *facts,
              MoeiCollection *holdings,
              int             below)
{
  if (moei_collection_size (holdings) > 0)
    moei_statements_add (facts, MOEI_STATEMENT_HEADING, _("Held by"), NULL);
  for (guint i = 0; i < moei_collection_size (holdings); i++) {
    MoeiHolding *holding = moei_collection_get (holdings, i);
    g_autofree char *people = write_count (moei_holding_get_people (holding), below);
    g_autofree char *provenance = moei_provenance_describe (MOEI_ENTITY (holding));

    moei_statements_add (facts, MOEI_STATEMENT_ROW,
                    moei_word_holder (moei_language_get_current (), moei_entity_get_id (MOEI_ENTITY (holding))),
                    people, provenance, NULL);
  }
}

static void
add_aftercare (GPtrArray      *facts,
               MoeiCollection *aftercare,
               int             below)
{
  if (moei_collection_size (aftercare) > 0)
    moei_statements_add (facts, MOEI_STATEMENT_HEADING, _("After return"), NULL);
  for (guint i = 0; i < moei_collection_size (aftercare); i++) {
    MoeiReferral *referral = moei_collection_get (aftercare, i);
    g_autofree char *people = write_count (moei_referral_get_people (referral), below);
    g_autofree char *provenance = moei_provenance_describe (MOEI_ENTITY (referral));

    moei_statements_add (facts, MOEI_STATEMENT_ROW,
                    moei_word_referral (moei_language_get_current (), moei_entity_get_id (MOEI_ENTITY (referral))),
                    people, provenance, NULL);
  }
}

/**
 * moei_country_facts_get:
 * @nationality: a country or region
 * @clearing: when all of its people will have departed, in words
 * @rolls: (nullable): the lists that were handed over
 * @withhold_below: people fewer than this are withheld; 0 for none
 *
 * Returns: (transfer full) (element-type MoeiStatement): what is known of its people
 */
GPtrArray *
moei_country_facts_get (MoeiNationality *nationality,
                        const char      *clearing,
                        MoeiCollection  *rolls,
                        int              withhold_below)
{
  Source source = { nationality, rolls, withhold_below };
  GPtrArray *facts = moei_statements_new ();
  const MoeiText *note = moei_nationality_get_note (nationality);

  moei_statements_add (facts, MOEI_STATEMENT_ROW, C_("column", "Cleared between"), clearing, NULL);
  if (note != NULL)
    moei_statements_add (facts, MOEI_STATEMENT_PROSE, moei_text_get (note, moei_language_get_current ()), NULL);
  add_disagreements (facts, moei_nationality_get_reports (nationality), &source);
  add_holdings (facts, moei_nationality_get_holdings (nationality), withhold_below);
  add_aftercare (facts, moei_nationality_get_aftercare (nationality), withhold_below);
  add_reports (facts, moei_nationality_get_reports (nationality), &source);
  return facts;
}
