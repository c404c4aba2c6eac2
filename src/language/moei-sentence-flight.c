/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-count.h"

/* What is said of a flight and the convoys that serve it. */

#define MINUTE 60

static char *
name_convoy (MoeiLanguage language,
             MoeiConvoy  *convoy)
{
  int number = convoy != NULL ? moei_convoy_get_number (convoy) : 0;
  g_autofree char *plain = g_strdup_printf ("%d", number);

  if (number > 0)
    return moei_format_digits (language, plain);
  return g_strdup (convoy != NULL ? moei_entity_get_id (MOEI_ENTITY (convoy)) : "–");
}

static char *
say_why_unknown (MoeiLanguage          language,
                 const MoeiFlightRisk *risk)
{
  g_autofree char *convoy = name_convoy (language, risk->convoy);

  switch (risk->reason) {
  case MOEI_RISK_REASON_POSITION_OLD:
    /* Translators: nobody knows whether a flight's people come in time; %s is the convoy's number */
    return g_strdup_printf (moei_pgettext (language, "risk", "position old: convoy %s"), convoy);
  case MOEI_RISK_REASON_NO_ARRIVAL:
    return g_strdup_printf (moei_pgettext (language, "risk", "no arrival time: convoy %s"), convoy);
  case MOEI_RISK_REASON_NO_PEOPLE:
    return g_strdup_printf (moei_pgettext (language, "risk", "people not counted: convoy %s"), convoy);
  case MOEI_RISK_REASON_CONVOY_CANCELLED:
    return g_strdup_printf (moei_pgettext (language, "risk", "convoy %s is cancelled"), convoy);
  case MOEI_RISK_REASON_NO_TIME:
    return g_strdup (moei_pgettext (language, "risk", "no departure time"));
  case MOEI_RISK_REASON_CANCELLED:
    return g_strdup (moei_pgettext (language, "risk", "cancelled"));
  case MOEI_RISK_REASON_NO_CONVOY:
  case MOEI_RISK_REASON_NONE:
  default:
    /* Translators: nobody said which convoy brings a flight's people */
    return g_strdup (moei_pgettext (language, "risk", "no convoy named"));
  }
}

/**
 * moei_sentence_flight_risk:
 * @language: the reader's language
 * @risk: whether a flight's people come in time
 *
 * Returns: (transfer full): "misses by 12 min: convoy 3", "at risk: 18 min, convoy
 *   3", "on time: 52 min to spare", "position old: convoy 3"
 */
char *
moei_sentence_flight_risk (MoeiLanguage          language,
                           const MoeiFlightRisk *risk)
{
  g_autofree char *convoy = name_convoy (language, risk->convoy);
  g_autofree char *margin = NULL;

  if (risk->margin == 0)
    margin = moei_format_delay (language, 0);
  else
    margin = moei_format_duration (language, ABS ((gint64) risk->margin) * MINUTE);

  switch (risk->verdict) {
  case MOEI_RISK_MISSED:
    /* Translators: a flight's people come %1$s too late; %2$s is the number of their convoy */
    return g_strdup_printf (moei_pgettext (language, "risk", "misses by %1$s: convoy %2$s"), margin, convoy);
  case MOEI_RISK_AT_RISK:
    /* Translators: a flight's people have only %1$s to spare; %2$s is the number of their convoy */
    return g_strdup_printf (moei_pgettext (language, "risk", "at risk: %1$s, convoy %2$s"), margin, convoy);
  case MOEI_RISK_ON_TIME:
    return g_strdup_printf (moei_pgettext (language, "risk", "on time: %s to spare"), margin);
  case MOEI_RISK_DEPARTED:
    return g_strdup (moei_pgettext (language, "risk", "departed"));
  case MOEI_RISK_NONE:
  case MOEI_RISK_UNKNOWN:
  default:
    return say_why_unknown (language, risk);
  }
}

/**
 * moei_sentence_milestone:
 * @language: the reader's language
 * @next: a flight's next milestone
 *
 * Returns: (transfer full): "papers checked: 12 min late", "next: doors closed",
 *   "all done"
 */
char *
moei_sentence_milestone (MoeiLanguage             language,
                         const MoeiNextMilestone *next)
{
  g_autofree char *late = NULL;
  const char *what;

  if (next->milestone == NULL) {
    if (next->state == MOEI_MILESTONES_DONE)
      return g_strdup (moei_pgettext (language, "milestones", "all done"));
    return g_strdup (moei_pgettext (language, "milestones", "not reported"));
  }

  what = moei_word_milestone (language, moei_entity_get_id (MOEI_ENTITY (next->milestone)));
  if (next->state != MOEI_MILESTONES_LATE)
    /* Translators: the next step before a flight can leave: "next: doors closed" */
    return g_strdup_printf (moei_pgettext (language, "milestones", "next: %s"), what);

  if (next->late == 0)
    late = moei_format_delay (language, 0);
  else
    late = moei_format_duration (language, (gint64) next->late * MINUTE);
  /* Translators: a step before a flight can leave that should have been done: "doors closed: 12 min late" */
  return g_strdup_printf (moei_pgettext (language, "milestones", "%1$s: %2$s late"), what, late);
}

/**
 * moei_sentence_head_count:
 * @language: the reader's language
 * @heads: a convoy's chain of head counts
 *
 * Returns: (transfer full): "2 missing of 50", "all 50 there", "not counted"
 */
char *
moei_sentence_head_count (MoeiLanguage         language,
                          const MoeiHeadCount *heads)
{
  g_autofree char *first = moei_format_count (language, heads->first);
  g_autofree char *difference = NULL;

  if (heads->open_difference == MOEI_DIFFERENCE_UNKNOWN)
    /* Translators: nobody has counted a convoy's people twice */
    return g_strdup (moei_pgettext (language, "heads", "not counted"));
  if (heads->open_difference == 0)
    /* Translators: as many people arrived with a convoy as set out */
    return g_strdup_printf (moei_pgettext (language, "heads", "all %s there"), first);

  difference = moei_format_count (language, ABS (heads->open_difference));
  if (heads->open_difference < 0)
    /* Translators: of %2$s people who set out with a convoy %1$s have not been counted since */
    return g_strdup_printf (moei_pgettext (language, "heads", "%1$s missing of %2$s"), difference, first);
  /* Translators: %1$s people more were counted than set out with a convoy */
  return g_strdup_printf (moei_pgettext (language, "heads", "%1$s more than the %2$s who set out"), difference, first);
}
