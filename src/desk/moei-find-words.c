/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-find-words.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-detail-rows.h"
#include "language/moei-change-sentence.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "operation/moei-nationality.h"
#include "operation/moei-notice.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-route.h"
#include "parts/moei-closures.h"
#include "parts/moei-entity-title.h"
#include "parts/moei-traffic.h"
#include "rules/moei-tallies.h"
#include "rules/moei-withhold.h"

/* What the search shows of an entity, and by what it is found: by its names in
 * all four languages and by its codes, since whoever hears a name on the radio
 * does not know in which it is. */

static guint
get_day (MoeiEntity *entity)
{
  if (MOEI_IS_FLIGHT (entity))
    return moei_traffic_get_flight_day (MOEI_FLIGHT (entity));
  if (MOEI_IS_CONVOY (entity))
    return moei_traffic_get_convoy_day (MOEI_CONVOY (entity));
  return MOEI_IS_QUOTA_DAY (entity) ? moei_quota_day_get_date (MOEI_QUOTA_DAY (entity)) : MOEI_DAY_UNKNOWN;
}

/**
 * moei_find_words_title:
 * @entity: an entity
 * @operation: the operation it belongs to
 *
 * Returns: (transfer full): what to call it, in the current language; of a change,
 *   what it changed
 */
char *
moei_find_words_title (MoeiEntity    *entity,
                       MoeiOperation *operation)
{
  MoeiLanguage language = moei_language_get_current ();
  const MoeiText *name = NULL;

  /* The search does not know whether the window is shared: it names no small count. */
  if (MOEI_IS_CHANGE (entity))
    return moei_change_sentence (language, MOEI_CHANGE (entity), operation, MOEI_WITHHOLD_BELOW);
  if (MOEI_IS_QUOTA_DAY (entity))
    return moei_format_date (language, get_day (entity), MOEI_DATE_LONG);
  if (MOEI_IS_NATIONALITY (entity))
    name = moei_nationality_get_name (MOEI_NATIONALITY (entity));
  else if (MOEI_IS_NOTICE (entity))
    name = moei_notice_get_headline (MOEI_NOTICE (entity));
  else
    return moei_entity_title (entity);
  return g_strdup (name != NULL ? moei_text_get (name, language) : moei_entity_get_id (entity));
}

static char *
get_what (MoeiEntity    *entity,
          MoeiOperation *operation)
{
  if (MOEI_IS_QUOTA_DAY (entity))
    return g_strdup (_("Operating day"));
  if (MOEI_IS_NATIONALITY (entity))
    return g_strdup (_("Country/region"));
  if (MOEI_IS_NOTICE (entity))
    return g_strdup (_("Notice"));
  if (MOEI_IS_CHANGE (entity))
    /* Translators: what a row of the search is: something changed, as the log tells it */
    return g_strdup (_("Change"));
  return moei_detail_subtitle (entity, operation);
}

static const char *
get_state (MoeiEntity *entity)
{
  MoeiLanguage language = moei_language_get_current ();

  if (MOEI_IS_PLACE (entity))
    return moei_word_place_state (language, moei_place_get_state (MOEI_PLACE (entity)));
  if (MOEI_IS_CONVOY (entity))
    return moei_word_convoy_state (language, moei_convoy_get_state (MOEI_CONVOY (entity)));
  if (MOEI_IS_FLIGHT (entity))
    return moei_word_flight_state (language, moei_flight_get_state (MOEI_FLIGHT (entity)));
  if (MOEI_IS_ROUTE (entity))
    return moei_word_route_state (language, moei_route_get_state (MOEI_ROUTE (entity)));
  if (MOEI_IS_NATIONALITY (entity))
    return moei_word_readiness (language, moei_nationality_get_readiness (MOEI_NATIONALITY (entity)));
  if (MOEI_IS_NOTICE (entity))
    return moei_word_severity (language, moei_notice_get_severity (MOEI_NOTICE (entity)));
  return moei_word_day_state (language, moei_quota_day_get_state (MOEI_QUOTA_DAY (entity)));
}

/**
 * moei_find_words_subtitle:
 * @entity: an entity
 * @operation: the operation it belongs to
 *
 * Returns: (transfer full): what it is and how it stands; of a flight or
 *   convoy of another day, also when
 */
char *
moei_find_words_subtitle (MoeiEntity    *entity,
                          MoeiOperation *operation)
{
  g_autofree char *what = get_what (entity, operation);
  g_autofree char *date = NULL, *dated = NULL;
  guint day = get_day (entity);

  if (!MOEI_IS_QUOTA_DAY (entity) && day != MOEI_DAY_UNKNOWN && day != moei_operation_get_operating_day (operation)) {
    date = moei_format_date (moei_language_get_current (), day, MOEI_DATE_SHORT);
    dated = g_strdup_printf (_("%1$s · %2$s"), what, date);
  }
  if (MOEI_IS_CHANGE (entity)) {
    g_autofree char *at = moei_format_date_time (moei_language_get_current (), moei_change_get_at (MOEI_CHANGE (entity)),
                                                 MOEI_ZONE_BANGKOK);

    return g_strdup_printf (_("%1$s · %2$s"), what, at);
  }
  /* Translators: below a name in the search: what it is and how it stands: "Compound · Held" */
  return g_strdup_printf (_("%1$s · %2$s"), dated != NULL ? dated : what, get_state (entity));
}

/**
 * moei_find_words_people:
 * @entity: an entity
 *
 * Returns: (transfer full): how many people it is about, where that is known; or ""
 */
char *
moei_find_words_people (MoeiEntity *entity)
{
  int people = MOEI_COUNT_UNKNOWN;

  if (MOEI_IS_FLIGHT (entity))
    return moei_closure_flight_people (NULL, moei_flight_get_state (MOEI_FLIGHT (entity)),
                                       moei_flight_get_manifested (MOEI_FLIGHT (entity)),
                                       moei_flight_get_boarded (MOEI_FLIGHT (entity)));
  if (MOEI_IS_PLACE (entity))
    people = moei_place_get_people (MOEI_PLACE (entity));
  else if (MOEI_IS_CONVOY (entity))
    people = moei_convoy_get_people (MOEI_CONVOY (entity));
  else if (MOEI_IS_QUOTA_DAY (entity))
    people = moei_tallies_departed (moei_quota_day_get_tallies (MOEI_QUOTA_DAY (entity)));
  return people == MOEI_COUNT_UNKNOWN ? g_strdup ("") : moei_format_count (moei_language_get_current (), people);
}

/**
 * moei_find_words_normalise:
 * @text: (nullable): a text
 *
 * Returns: (transfer full): @text as texts are compared: without case, with one
 *   spelling for each letter, and with the digits that every keyboard has
 */
char *
moei_find_words_normalise (const char *text)
{
  g_autofree char *spelled = g_utf8_normalize (text != NULL ? text : "", -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (spelled != NULL ? spelled : "", -1);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_type (c) == G_UNICODE_DECIMAL_NUMBER)
      g_string_append_c (out, (char) ('0' + g_unichar_digit_value (c)));
    else
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

static void
add (GString    *words,
     const char *text)
{
  if (text != NULL)
    g_string_append_printf (words, "%s\n", text);
}

static void
add_taken (GString *words,
           char    *text)
{
  add (words, text);
  g_free (text);
}

static void
add_texts (GString        *words,
           const MoeiText *text)
{
  for (MoeiLanguage language = 0; text != NULL && language < MOEI_N_LANGUAGES; language++)
    add (words, moei_text_get_own (text, language));
}

/* "EX 2004" is found as "EX2004" too, and the airports by their codes. */
static void
add_codes (GString       *words,
           MoeiEntity    *entity,
           MoeiOperation *operation)
{
  const char *number = MOEI_IS_FLIGHT (entity) ? moei_flight_get_number (MOEI_FLIGHT (entity)) : NULL;
  MoeiPlace *place = MOEI_IS_PLACE (entity) ? MOEI_PLACE (entity) : NULL;

  add (words, moei_entity_get_id (entity));
  if (number != NULL) {
    g_auto (GStrv) parts = g_strsplit (number, " ", -1);

    add_taken (words, g_strjoinv ("", parts));
    place = moei_collection_lookup (moei_operation_get_places (operation), moei_flight_get_to (MOEI_FLIGHT (entity)));
  }
  if (place != NULL) {
    add (words, moei_place_get_iata (place));
    add (words, moei_place_get_icao (place));
    add (words, moei_place_get_country (place));
    add (words, moei_place_get_holder (place));
  }
}

static void
add_in (GString       *words,
        MoeiLanguage   language,
        MoeiEntity    *entity,
        MoeiOperation *operation)
{
  guint day = get_day (entity);

  moei_language_push (language);
  add_taken (words, moei_find_words_title (entity, operation));
  add_taken (words, get_what (entity, operation));
  if (day != MOEI_DAY_UNKNOWN) {
    add_taken (words, moei_format_date (language, day, MOEI_DATE_LONG));
    add_taken (words, moei_format_date (language, day, MOEI_DATE_MEDIUM));
    add_taken (words, moei_format_date (language, day, MOEI_DATE_SHORT));
  }
  moei_language_pop ();
}

/**
 * moei_find_words_of:
 * @entity: an entity
 * @operation: the operation it belongs to
 *
 * Returns: (transfer full): all by which it is found, normalised
 */
char *
moei_find_words_of (MoeiEntity    *entity,
                    MoeiOperation *operation)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (MoeiLanguage language = 0; language < MOEI_N_LANGUAGES; language++)
    add_in (words, language, entity, operation);
  add_codes (words, entity, operation);
  if (MOEI_IS_NOTICE (entity))
    add_texts (words, moei_notice_get_description (MOEI_NOTICE (entity)));
  if (MOEI_IS_FLIGHT (entity))
    add_texts (words, moei_flight_get_carrier (MOEI_FLIGHT (entity)));
  return moei_find_words_normalise (words->str);
}

/* Whether @text stands in @words, its numbers as whole ones: "Convoy 2" is not
 * "Convoy 20". */
static gboolean
has_phrase (const char *words,
            const char *text)
{
  gsize length = strlen (text);

  for (const char *at = strstr (words, text); length > 0 && at != NULL; at = strstr (at + 1, text)) {
    gboolean begins_within = at > words && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (text[0]);
    gboolean ends_within = g_ascii_isdigit (text[length - 1]) && g_ascii_isdigit (at[length]);

    if (!begins_within && !ends_within)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_words (const char *words,
           const char *text)
{
  g_auto (GStrv) wanted = g_strsplit_set (text, " ", -1);

  for (gsize i = 0; wanted[i] != NULL; i++) {
    if (*wanted[i] != '\0' && strstr (words, wanted[i]) == NULL)
      return FALSE;
  }
  return TRUE;
}

/**
 * moei_find_words_match:
 * @words: all by which an entity is found, normalised
 * @query: what somebody looks for, normalised and without space around it
 * @how: how closely
 *
 * Returns: whether @query is found among @words
 */
gboolean
moei_find_words_match (const char  *words,
                       const char  *query,
                       MoeiFindHow  how)
{
  switch (how) {
  case MOEI_FIND_EXACT:
    return has_phrase (words, query);
  case MOEI_FIND_PHRASE:
    return strstr (words, query) != NULL;
  case MOEI_FIND_WORDS:
  default:
    return has_words (words, query);
  }
}
