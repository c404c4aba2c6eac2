/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-change-sentence.h"

#include <glib/gi18n-lib.h>

#include "language/moei-change-value.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-nationality.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"

/* A change in a sentence: what it is about, what is different, from what to what. */

static char *
call_flight (MoeiLanguage   language,
             MoeiFlight    *flight,
             MoeiOperation *operation)
{
  const char *number = moei_flight_get_number (flight);
  const char *to_id = moei_flight_get_to (flight);
  MoeiPlace *to = to_id != NULL ? moei_collection_lookup (moei_operation_get_places (operation), to_id) : NULL;

  if (number == NULL)
    number = moei_entity_get_id (MOEI_ENTITY (flight));
  if (to == NULL)
    return g_strdup_printf (moei_gettext (language, "Flight %s"), number);
  /* Translators: %1$s is a flight's number, %2$s where it goes: "Flight EX 2004 to Nanjing" */
  return g_strdup_printf (moei_gettext (language, "Flight %1$s to %2$s"), number,
                          moei_text_get (moei_place_get_name (to), language));
}

static char *
call_entity (MoeiLanguage   language,
             MoeiChange    *change,
             MoeiOperation *operation)
{
  const char *id = moei_change_get_entity (change);
  gpointer entity;

  if (moei_change_get_kind (change) == MOEI_CHANGE_KIND_FLIGHT) {
    entity = moei_collection_lookup (moei_operation_get_schedule (operation), id);
    return entity != NULL ? call_flight (language, entity, operation) : NULL;
  }
  if (moei_change_get_kind (change) == MOEI_CHANGE_KIND_CONVOY) {
    g_autofree char *number = NULL;

    entity = moei_collection_lookup (moei_operation_get_movements (operation), id);
    if (entity == NULL)
      return NULL;
    number = moei_format_count (language, moei_convoy_get_number (entity));
    return g_strdup_printf (moei_gettext (language, "Convoy %s"), number);
  }
  if (moei_change_get_kind (change) == MOEI_CHANGE_KIND_DAY) {
    entity = moei_collection_lookup (moei_operation_get_calendar (operation), id);
    return entity != NULL ? moei_format_date (language, moei_quota_day_get_date (entity), MOEI_DATE_HEADING) : NULL;
  }
  return NULL;
}

/* What is gone is called what it was called then, or by its id. */
static char *
call_kind (MoeiLanguage  language,
           MoeiChange   *change)
{
  const char *name = moei_change_get_name (change) != NULL ? moei_text_get (moei_change_get_name (change), language)
                                                           : moei_change_get_entity (change);

  switch (moei_change_get_kind (change)) {
  case MOEI_CHANGE_KIND_FLIGHT:
    return g_strdup_printf (moei_gettext (language, "Flight %s"), name);
  case MOEI_CHANGE_KIND_CONVOY:
    return g_strdup_printf (moei_gettext (language, "Convoy %s"), name);
  case MOEI_CHANGE_KIND_NOTICE:
    /* Translators: %s is the headline of a notice */
    return g_strdup_printf (moei_gettext (language, "Notice “%s”"), name);
  case MOEI_CHANGE_KIND_ROLL:
    /* Translators: %s is the name of a list of counts that somebody handed over */
    return g_strdup_printf (moei_gettext (language, "List “%s”"), name);
  case MOEI_CHANGE_KIND_RULE:
    /* Translators: %s is the name of the rule that says who goes first on which weekday */
    return g_strdup_printf (moei_gettext (language, "Rule “%s”"), name);
  case MOEI_CHANGE_KIND_UNKNOWN:
  case MOEI_CHANGE_KIND_PLACE:
  case MOEI_CHANGE_KIND_ROUTE:
  case MOEI_CHANGE_KIND_DAY:
  case MOEI_CHANGE_KIND_NATIONALITY:
  default:
    return g_strdup (name);
  }
}

/**
 * moei_change_subject:
 * @language: the reader's language
 * @change: a change
 * @operation: where the names are
 *
 * Returns: (transfer full): what to call the thing that changed
 */
char *
moei_change_subject (MoeiLanguage   language,
                     MoeiChange    *change,
                     MoeiOperation *operation)
{
  char *called = NULL;

  if (moei_change_get_entity (change) != NULL)
    called = call_entity (language, change, operation);
  if (called == NULL)
    called = call_kind (language, change);
  return called != NULL ? called : g_strdup ("–");
}

/* A flight has many milestones, one soon after the other, and what is next to
 * the sentence tells when: neither where it goes nor that time is said again. */
static char *
say_milestone (MoeiLanguage   language,
               MoeiChange    *change,
               MoeiOperation *operation,
               const char    *done)
{
  MoeiFlight *flight = moei_collection_lookup (moei_operation_get_schedule (operation), moei_change_get_entity (change));
  const char *number = flight != NULL ? moei_flight_get_number (flight) : NULL;
  g_autofree char *at = moei_format_time (language, moei_change_get_at (change), MOEI_ZONE_BANGKOK);
  g_autofree char *word = moei_change_field_word (language, change);
  g_autofree char *subject = NULL;

  if (number == NULL)
    return NULL;
  subject = g_strdup_printf (moei_gettext (language, "Flight %s"), number);
  if (g_str_equal (done, at))
    /* Translators: a flight and what has just happened: "Flight EX 2004: Doors closed" */
    return g_strdup_printf (moei_pgettext (language, "change", "%1$s: %2$s"), subject, word);
  return g_strdup_printf (moei_pgettext (language, "change", "%1$s: %2$s %3$s"), subject, word, done);
}

static gboolean
had_value (MoeiChange *change)
{
  return moei_change_get_before (change) != NULL || moei_change_get_before_text (change) != NULL;
}

/**
 * moei_change_sentence:
 * @language: the reader's language
 * @change: a change
 * @operation: where the names are
 * @withhold_below: people fewer than this are withheld; 0 for none
 *
 * Returns: (transfer full): what changed, from what to what
 */
char *
moei_change_sentence (MoeiLanguage   language,
                      MoeiChange    *change,
                      MoeiOperation *operation,
                      int            withhold_below)
{
  g_autofree char *subject = moei_change_subject (language, change, operation);
  const char *field = moei_change_get_field (change);
  g_autofree char *word = NULL, *before = NULL, *after = NULL;

  if (g_strcmp0 (field, "added") == 0)
    /* Translators: %s is the thing: "Flight EX 2004 to Nanjing: new" */
    return g_strdup_printf (moei_pgettext (language, "change", "%s: new"), subject);
  if (g_strcmp0 (field, "removed") == 0)
    /* Translators: %s is the thing: "Flight EX 2004 to Nanjing: taken away" */
    return g_strdup_printf (moei_pgettext (language, "change", "%s: taken away"), subject);

  word = moei_change_field_word (language, change);
  before = moei_change_value (language, change, moei_change_get_before (change),
                              moei_change_get_before_text (change), operation, withhold_below);
  after = moei_change_value (language, change, moei_change_get_after (change),
                             moei_change_get_after_text (change), operation, withhold_below);
  if (moei_change_is_of_state (change))
    /* Translators: a thing, its former and its present state: "Flight EX 2004: Scheduled → Boarding" */
    return g_strdup_printf (moei_pgettext (language, "change", "%1$s: %2$s → %3$s"), subject, before, after);
  if (moei_change_is_milestone (change) && !had_value (change)) {
    char *milestone = say_milestone (language, change, operation, after);

    if (milestone != NULL)
      return milestone;
  }
  if (!had_value (change))
    /* Translators: a thing, what is now known of it, and its value: "Flight EX 2004: departed at 14:07" */
    return g_strdup_printf (moei_pgettext (language, "change", "%1$s: %2$s %3$s"), subject, word, after);
  /* Translators: a thing, what changed, from what, to what: "Flight EX 2004: expected departure 14:05 → 14:30" */
  return g_strdup_printf (moei_pgettext (language, "change", "%1$s: %2$s %3$s → %4$s"), subject, word, before, after);
}
