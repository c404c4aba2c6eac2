/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-vocabulary.h"

#include <glib/gi18n-lib.h>

#include "language/moei-language.h"

/* The operation's words as people read them.  Where one English word serves
 * several things, the context (the first argument) tells translators which. */

static const char * const origin_words[] = {
  [MOEI_ORIGIN_UNKNOWN] = NC_("origin", "Origin not stated"),
  [MOEI_ORIGIN_REPORTED] = NC_("origin", "Reported"),
  [MOEI_ORIGIN_ESTIMATED] = NC_("origin", "Estimated"),
  [MOEI_ORIGIN_EXERCISE] = NC_("origin", "Exercise"),
};

static const char * const place_kind_words[] = {
  [MOEI_PLACE_KIND_UNKNOWN] = NC_("place kind", "Place"),
  [MOEI_PLACE_KIND_SITE] = NC_("place kind", "Compound"),
  [MOEI_PLACE_KIND_HOLDING] = NC_("place kind", "Holding place"),
  [MOEI_PLACE_KIND_CROSSING] = NC_("place kind", "Border crossing"),
  [MOEI_PLACE_KIND_STATION] = NC_("place kind", "Screening station"),
  [MOEI_PLACE_KIND_AIRPORT] = NC_("place kind", "Airport"),
};

static const char * const place_state_words[] = {
  [MOEI_PLACE_STATE_UNKNOWN] = NC_("place state", "Not known"),
  [MOEI_PLACE_STATE_HELD] = NC_("place state", "People held"),
  [MOEI_PLACE_STATE_CLEARING] = NC_("place state", "Being cleared"),
  [MOEI_PLACE_STATE_CLEARED] = NC_("place state", "Cleared"),
  [MOEI_PLACE_STATE_OPEN] = NC_("place state", "Open"),
  [MOEI_PLACE_STATE_RESTRICTED] = NC_("place state", "Restricted"),
  [MOEI_PLACE_STATE_CLOSED] = NC_("place state", "Closed"),
};

static const char * const route_state_words[] = {
  [MOEI_ROUTE_STATE_UNKNOWN] = NC_("route state", "Not known"),
  [MOEI_ROUTE_STATE_OPEN] = NC_("route state", "Open"),
  [MOEI_ROUTE_STATE_RESTRICTED] = NC_("route state", "Restricted"),
  [MOEI_ROUTE_STATE_CLOSED] = NC_("route state", "Closed"),
};

static const char * const convoy_state_words[] = {
  [MOEI_CONVOY_STATE_UNKNOWN] = NC_("convoy state", "Not known"),
  [MOEI_CONVOY_STATE_PLANNED] = NC_("convoy state", "Planned"),
  [MOEI_CONVOY_STATE_BOARDING] = NC_("convoy state", "Boarding"),
  [MOEI_CONVOY_STATE_UNDER_WAY] = NC_("convoy state", "Under way"),
  [MOEI_CONVOY_STATE_HALTED] = NC_("convoy state", "Halted"),
  [MOEI_CONVOY_STATE_ARRIVED] = NC_("convoy state", "Arrived"),
  [MOEI_CONVOY_STATE_CANCELLED] = NC_("convoy state", "Cancelled"),
};

static const char * const flight_state_words[] = {
  [MOEI_FLIGHT_STATE_UNKNOWN] = NC_("flight state", "Not known"),
  [MOEI_FLIGHT_STATE_SCHEDULED] = NC_("flight state", "Scheduled"),
  [MOEI_FLIGHT_STATE_CHECKING_IN] = NC_("flight state", "Checking in"),
  [MOEI_FLIGHT_STATE_BOARDING] = NC_("flight state", "Boarding"),
  [MOEI_FLIGHT_STATE_DELAYED] = NC_("flight state", "Delayed"),
  [MOEI_FLIGHT_STATE_DEPARTED] = NC_("flight state", "Departed"),
  [MOEI_FLIGHT_STATE_ARRIVED] = NC_("flight state", "Arrived"),
  [MOEI_FLIGHT_STATE_CANCELLED] = NC_("flight state", "Cancelled"),
  [MOEI_FLIGHT_STATE_DIVERTED] = NC_("flight state", "Diverted"),
};

static const char * const stage_words[] = {
  [MOEI_STAGE_UNKNOWN] = NC_("stage", "Not known"),
  [MOEI_STAGE_HELD] = NC_("stage", "Held"),
  [MOEI_STAGE_LISTED] = NC_("stage", "Listed"),
  [MOEI_STAGE_SCREENED] = NC_("stage", "Screened"),
  [MOEI_STAGE_EMBASSY_CONFIRMED] = NC_("stage", "Embassy confirmed"),
  [MOEI_STAGE_SLOT_GIVEN] = NC_("stage", "Slot given"),
  [MOEI_STAGE_ON_BUS] = NC_("stage", "On buses"),
  [MOEI_STAGE_AT_AIRPORT] = NC_("stage", "At the airport"),
  [MOEI_STAGE_DEPARTED] = NC_("stage", "Departed"),
};

static const char * const day_state_words[] = {
  [MOEI_DAY_STATE_UNKNOWN] = NC_("day state", "Not known"),
  [MOEI_DAY_STATE_DRAFT] = NC_("day state", "Draft"),
  [MOEI_DAY_STATE_OPEN] = NC_("day state", "Open"),
  [MOEI_DAY_STATE_CLOSED] = NC_("day state", "Closed"),
  [MOEI_DAY_STATE_CANCELLED] = NC_("day state", "Cancelled"),
};

static const char * const readiness_words[] = {
  [MOEI_READINESS_UNKNOWN] = NC_("readiness", "Not known"),
  [MOEI_READINESS_READY] = NC_("readiness", "Ready"),
  [MOEI_READINESS_WORKING] = NC_("readiness", "Working on papers"),
  [MOEI_READINESS_ASKED] = NC_("readiness", "Asked, no answer yet"),
  [MOEI_READINESS_ABSENT] = NC_("readiness", "No embassy in Bangkok"),
};

static const char * const severity_words[] = {
  [MOEI_SEVERITY_UNKNOWN] = NC_("severity", "Severity not stated"),
  [MOEI_SEVERITY_MINOR] = NC_("severity", "For information"),
  [MOEI_SEVERITY_MODERATE] = NC_("severity", "To be watched"),
  [MOEI_SEVERITY_SEVERE] = NC_("severity", "Action needed"),
  [MOEI_SEVERITY_EXTREME] = NC_("severity", "Action needed at once"),
};

static const char * const urgency_words[] = {
  [MOEI_URGENCY_UNKNOWN] = NC_("urgency", "Time not stated"),
  [MOEI_URGENCY_IMMEDIATE] = NC_("urgency", "Now"),
  [MOEI_URGENCY_EXPECTED] = NC_("urgency", "Within the hour"),
  [MOEI_URGENCY_FUTURE] = NC_("urgency", "Later"),
  [MOEI_URGENCY_PAST] = NC_("urgency", "Past"),
};

static const char * const data_state_words[] = {
  [MOEI_DATA_STATE_NONE] = NC_("data state", "No data"),
  [MOEI_DATA_STATE_LIVE] = NC_("data state", "Live"),
  [MOEI_DATA_STATE_LATE] = NC_("data state", "Late"),
  [MOEI_DATA_STATE_OLD] = NC_("data state", "Old"),
  [MOEI_DATA_STATE_OFFLINE] = NC_("data state", "Offline"),
};

static const char * const change_kind_words[] = {
  [MOEI_CHANGE_KIND_UNKNOWN] = NC_("change kind", "Other"),
  [MOEI_CHANGE_KIND_FLIGHT] = NC_("change kind", "Flight"),
  [MOEI_CHANGE_KIND_CONVOY] = NC_("change kind", "Convoy"),
  [MOEI_CHANGE_KIND_PLACE] = NC_("change kind", "Place"),
  [MOEI_CHANGE_KIND_ROUTE] = NC_("change kind", "Route"),
  [MOEI_CHANGE_KIND_DAY] = NC_("change kind", "Day"),
  [MOEI_CHANGE_KIND_NATIONALITY] = NC_("change kind", "Country/region"),
  [MOEI_CHANGE_KIND_RULE] = NC_("change kind", "Rule"),
  [MOEI_CHANGE_KIND_NOTICE] = NC_("change kind", "Notice"),
  [MOEI_CHANGE_KIND_ROLL] = NC_("change kind", "List"),
};

/* A word that documents spell as a code, not as one of an enumeration. */
typedef struct {
  const char *code;
  const char *word;
} Coded;

/* Codes of those who hold a place, as in documents. */
static const Coded holders[] = {
  { "BGF", NC_("holder", "Border Guard Force (BGF)") },
  { "DKBA", NC_("holder", "DKBA") },
  { "KNU", NC_("holder", "KNU") },
  { "KNLA-PC", NC_("holder", "KNLA Peace Council") },
  { "government", NC_("holder", "Government of Myanmar") },
  { "unknown", NC_("holder", "Holder not known") },
};

/* Steps before a flight can leave: what is then done. */
static const Coded milestones[] = {
  { "manifest-closed", NC_("milestone", "List of passengers closed") },
  { "documents-checked", NC_("milestone", "Travel documents checked") },
  { "slot-confirmed", NC_("milestone", "Departure slot confirmed") },
  { "aircraft-ready", NC_("milestone", "Aircraft ready") },
  { "buses-in", NC_("milestone", "Buses at the airport") },
  { "boarded", NC_("milestone", "Everybody on board") },
  { "doors-closed", NC_("milestone", "Doors closed") },
  { "airborne", NC_("milestone", "In the air") },
};

/* What a receiving country reports after people have returned. */
static const Coded referrals[] = {
  { "arrived", NC_("referral", "Arrived") },
  { "psychological", NC_("referral", "Psychological support") },
  { "legal", NC_("referral", "Legal support") },
  { "economic", NC_("referral", "Economic support") },
};

static const char *
find_word (MoeiLanguage        language,
           const char         *context,
           const char * const *words,
           gsize               n_words,
           guint               value)
{
  g_return_val_if_fail (value < n_words, NULL);

  return moei_pgettext (language, context, words[value]);
}

/**
 * moei_word_origin:
 * @language: the reader's language
 * @origin: an origin
 *
 * Returns: the word for where a figure comes from
 */
const char *
moei_word_origin (MoeiLanguage language,
                  MoeiOrigin   origin)
{
  return find_word (language, "origin", origin_words, G_N_ELEMENTS (origin_words), origin);
}

/**
 * moei_word_place_kind:
 * @language: the reader's language
 * @kind: a kind of place
 *
 * Returns: the word for what a place is
 */
const char *
moei_word_place_kind (MoeiLanguage  language,
                      MoeiPlaceKind kind)
{
  return find_word (language, "place kind", place_kind_words, G_N_ELEMENTS (place_kind_words), kind);
}

/**
 * moei_word_place_state:
 * @language: the reader's language
 * @state: a state of a place
 *
 * Returns: the word for how a place is
 */
const char *
moei_word_place_state (MoeiLanguage   language,
                       MoeiPlaceState state)
{
  return find_word (language, "place state", place_state_words, G_N_ELEMENTS (place_state_words), state);
}

/**
 * moei_word_route_state:
 * @language: the reader's language
 * @state: a state of a route
 *
 * Returns: the word for how a route is
 */
const char *
moei_word_route_state (MoeiLanguage   language,
                       MoeiRouteState state)
{
  return find_word (language, "route state", route_state_words, G_N_ELEMENTS (route_state_words), state);
}

/**
 * moei_word_convoy_state:
 * @language: the reader's language
 * @state: a state of a convoy
 *
 * Returns: the word for how far a convoy is
 */
const char *
moei_word_convoy_state (MoeiLanguage    language,
                        MoeiConvoyState state)
{
  return find_word (language, "convoy state", convoy_state_words, G_N_ELEMENTS (convoy_state_words), state);
}

/**
 * moei_word_flight_state:
 * @language: the reader's language
 * @state: a state of a flight
 *
 * Returns: the word for how far a flight is
 */
const char *
moei_word_flight_state (MoeiLanguage    language,
                        MoeiFlightState state)
{
  return find_word (language, "flight state", flight_state_words, G_N_ELEMENTS (flight_state_words), state);
}

/**
 * moei_word_stage:
 * @language: the reader's language
 * @stage: a stage
 *
 * Returns: the word for how far people are
 */
const char *
moei_word_stage (MoeiLanguage language,
                 MoeiStage    stage)
{
  return find_word (language, "stage", stage_words, G_N_ELEMENTS (stage_words), stage);
}

/**
 * moei_word_day_state:
 * @language: the reader's language
 * @state: a state of an operating day
 *
 * Returns: the word for how far an operating day is
 */
const char *
moei_word_day_state (MoeiLanguage language,
                     MoeiDayState state)
{
  return find_word (language, "day state", day_state_words, G_N_ELEMENTS (day_state_words), state);
}

/**
 * moei_word_readiness:
 * @language: the reader's language
 * @readiness: a readiness
 *
 * Returns: the word for how far an embassy is
 */
const char *
moei_word_readiness (MoeiLanguage  language,
                     MoeiReadiness readiness)
{
  return find_word (language, "readiness", readiness_words, G_N_ELEMENTS (readiness_words), readiness);
}

/**
 * moei_word_severity:
 * @language: the reader's language
 * @severity: a severity
 *
 * Returns: the word for how grave a notice is
 */
const char *
moei_word_severity (MoeiLanguage language,
                    MoeiSeverity severity)
{
  return find_word (language, "severity", severity_words, G_N_ELEMENTS (severity_words), severity);
}

/**
 * moei_word_urgency:
 * @language: the reader's language
 * @urgency: an urgency
 *
 * Returns: the word for when a notice asks to be acted upon
 */
const char *
moei_word_urgency (MoeiLanguage language,
                   MoeiUrgency  urgency)
{
  return find_word (language, "urgency", urgency_words, G_N_ELEMENTS (urgency_words), urgency);
}

/**
 * moei_word_data_state:
 * @language: the reader's language
 * @state: a state of data
 *
 * Returns: the word for how far what is shown can be trusted to be current
 */
const char *
moei_word_data_state (MoeiLanguage  language,
                      MoeiDataState state)
{
  return find_word (language, "data state", data_state_words, G_N_ELEMENTS (data_state_words), state);
}

/**
 * moei_word_change_kind:
 * @language: the reader's language
 * @kind: a kind of change
 *
 * Returns: the word for what a change is about
 */
const char *
moei_word_change_kind (MoeiLanguage   language,
                       MoeiChangeKind kind)
{
  return find_word (language, "change kind", change_kind_words, G_N_ELEMENTS (change_kind_words), kind);
}

static const char *
find_coded (MoeiLanguage  language,
            const char   *context,
            const Coded  *words,
            gsize         n_words,
            const char   *code)
{
  if (code == NULL)
    return NULL;

  for (gsize i = 0; i < n_words; i++) {
    if (g_ascii_strcasecmp (words[i].code, code) == 0)
      return moei_pgettext (language, context, words[i].word);
  }
  return code;
}

/**
 * moei_word_holder:
 * @language: the reader's language
 * @code: (nullable): the code of a holder: "BGF", "DKBA", "government" …
 *
 * Returns: (nullable): the holder's name; @code itself where this program does
 *   not know it, `NULL` where @code is
 */
const char *
moei_word_holder (MoeiLanguage language,
                  const char  *code)
{
  return find_coded (language, "holder", holders, G_N_ELEMENTS (holders), code);
}

/**
 * moei_word_milestone:
 * @language: the reader's language
 * @id: (nullable): the id of a milestone: "manifest-closed", "boarded" …
 *
 * Returns: (nullable): what is done then; @id itself where this program does
 *   not know it, `NULL` where @id is
 */
const char *
moei_word_milestone (MoeiLanguage language,
                     const char  *id)
{
  return find_coded (language, "milestone", milestones, G_N_ELEMENTS (milestones), id);
}

/**
 * moei_word_referral:
 * @language: the reader's language
 * @id: (nullable): the id of a referral: "arrived", "legal" …
 *
 * Returns: (nullable): what it is for; @id itself where this program does not
 *   know it, `NULL` where @id is
 */
const char *
moei_word_referral (MoeiLanguage language,
                    const char  *id)
{
  return find_coded (language, "referral", referrals, G_N_ELEMENTS (referrals), id);
}
