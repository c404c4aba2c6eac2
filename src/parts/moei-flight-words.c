/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-flight-words.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-local-time.h"
#include "language/moei-sentence.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "operation/moei-nationality.h"
#include "parts/moei-entity-title.h"

/* What is said of a flight, in the current language. */

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)

/**
 * moei_flight_words_get_departure:
 * @flight: a flight
 *
 * Returns: when it left, or is expected to; `MOEI_INSTANT_UNKNOWN` if nobody said
 */
gint64
moei_flight_words_get_departure (MoeiFlight *flight)
{
  if (moei_flight_get_actual (flight) != MOEI_INSTANT_UNKNOWN)
    return moei_flight_get_actual (flight);
  if (moei_flight_get_estimated (flight) != MOEI_INSTANT_UNKNOWN)
    return moei_flight_get_estimated (flight);
  return moei_flight_get_scheduled (flight);
}

/**
 * moei_flight_words_destination:
 * @traffic: the traffic
 * @flight: a flight of it
 *
 * Returns: (transfer none): the name of the place that it goes to; "–" where nobody said
 */
const char *
moei_flight_words_destination (MoeiTraffic *traffic,
                               MoeiFlight  *flight)
{
  MoeiPlace *place = moei_traffic_get_place (traffic, moei_flight_get_to (flight));

  return place != NULL ? moei_text_get (moei_place_get_name (place), moei_language_get_current ()) : "–";
}

static char *
say_there (MoeiTraffic *traffic,
           MoeiFlight  *flight,
           gint64       instant)
{
  MoeiPlace *place = moei_traffic_get_place (traffic, moei_flight_get_to (flight));
  g_autofree char *time = NULL;

  if (place == NULL)
    return NULL;
  time = moei_local_time_format (moei_language_get_current (), instant, moei_place_get_country (place));
  if (time == NULL)
    return NULL;
  /* Translators: a time of day on the clocks of the place that a flight goes to: "16:20 in Nanjing" */
  return g_strdup_printf (_("%1$s in %2$s"), time, moei_flight_words_destination (traffic, flight));
}

/**
 * moei_flight_words_departure:
 * @traffic: the traffic
 * @flight: a flight of it
 * @former: (out) (transfer full) (nullable): the aimed time, where another is expected or was kept
 * @there: (out) (transfer full) (nullable): the same instant on the destination's clocks
 *
 * Returns: (transfer full): when it leaves or left, in Bangkok; "–" where nobody said
 */
char *
moei_flight_words_departure (MoeiTraffic  *traffic,
                             MoeiFlight   *flight,
                             char        **former,
                             char        **there)
{
  MoeiLanguage language = moei_language_get_current ();
  gint64 departs = moei_flight_words_get_departure (flight);
  gint64 aimed = moei_flight_get_scheduled (flight);

  *there = say_there (traffic, flight, departs);
  *former = NULL;
  if (aimed != MOEI_INSTANT_UNKNOWN && aimed / MINUTE != departs / MINUTE)
    *former = moei_format_time (language, aimed, MOEI_ZONE_BANGKOK);
  return moei_format_time (language, departs, MOEI_ZONE_BANGKOK);
}

/**
 * moei_flight_words_arrival:
 * @traffic: the traffic
 * @flight: a flight of it
 * @there: (out) (transfer full) (nullable): the same instant on the destination's clocks
 *
 * Returns: (transfer full): when it arrives, in Bangkok; "–" where nobody said
 */
char *
moei_flight_words_arrival (MoeiTraffic  *traffic,
                           MoeiFlight   *flight,
                           char        **there)
{
  gint64 arrives = moei_flight_get_arrives (flight);

  *there = say_there (traffic, flight, arrives);
  return moei_format_time (moei_language_get_current (), arrives, MOEI_ZONE_BANGKOK);
}

/**
 * moei_flight_words_country:
 * @traffic: the traffic
 * @country: (nullable): a country, by ISO 3166's code of three letters
 *
 * Returns: (transfer full) (nullable): its name, or its code where no name is known
 */
char *
moei_flight_words_country (MoeiTraffic *traffic,
                           const char  *country)
{
  MoeiOperation *operation = moei_traffic_get_operation (traffic);
  MoeiNationality *nationality = moei_collection_lookup (moei_operation_get_nationalities (operation), country);

  if (nationality != NULL && moei_nationality_get_name (nationality) != NULL)
    return g_strdup (moei_text_get (moei_nationality_get_name (nationality), moei_language_get_current ()));
  return g_strdup (country);
}

/**
 * moei_flight_words_load:
 * @flight: a flight
 *
 * Returns: (transfer full): its people and seats in words
 */
char *
moei_flight_words_load (MoeiFlight *flight)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *aboard = moei_format_count (language, moei_flight_get_boarded (flight));
  g_autofree char *listed = moei_format_count (language, moei_flight_get_manifested (flight));
  g_autofree char *seats = moei_format_count (language, moei_flight_get_seats (flight));

  /* Translators: the people and seats of a flight: "28 on board, 50 on its list, 50 seats" */
  g_autofree char *load = g_strdup_printf (_("%1$s on board, %2$s on its list, %3$s seats"), aboard, listed, seats);
  g_autofree char *count = NULL, *absent = NULL;

  if (moei_flight_get_no_show (flight) <= 0)
    return g_steal_pointer (&load);
  count = moei_format_count (language, moei_flight_get_no_show (flight));
  absent = g_strdup_printf (_("%s did not come"), count);
  return g_strdup_printf (_("%1$s, %2$s"), load, absent);
}

/**
 * moei_flight_words_risk:
 * @traffic: the traffic
 * @flight: a flight of it
 * @convoy: (out) (transfer full) (nullable): the convoy that decides, where the
 *   answer does not name it
 *
 * Returns: (transfer full): whether its people will be there; "–" where there
 *   is nothing to miss any more
 */
char *
moei_flight_words_risk (MoeiTraffic  *traffic,
                        MoeiFlight   *flight,
                        char        **convoy)
{
  const MoeiFlightRisk *risk = moei_traffic_get_risk (traffic, flight);

  *convoy = NULL;
  if (risk->verdict == MOEI_RISK_DEPARTED || risk->reason == MOEI_RISK_REASON_CANCELLED)
    return g_strdup ("–");
  if (risk->verdict == MOEI_RISK_ON_TIME && risk->convoy != NULL)
    *convoy = moei_entity_title (MOEI_ENTITY (risk->convoy));
  return moei_sentence_flight_risk (moei_language_get_current (), risk);
}

/**
 * moei_flight_words_risk_sentence:
 * @traffic: the traffic
 * @flight: a flight of it
 *
 * Returns: (transfer full) (nullable): whether its people will be there, and
 *   from when to when the margin is; `NULL` where there is nothing to miss any more
 */
char *
moei_flight_words_risk_sentence (MoeiTraffic *traffic,
                                 MoeiFlight  *flight)
{
  MoeiLanguage language = moei_language_get_current ();
  const MoeiFlightRisk *risk = moei_traffic_get_risk (traffic, flight);
  g_autofree char *convoy = NULL, *brief = NULL, *said = NULL, *ready = NULL, *departs = NULL;

  if (risk->verdict == MOEI_RISK_DEPARTED || risk->reason == MOEI_RISK_REASON_CANCELLED)
    return NULL;
  brief = moei_flight_words_risk (traffic, flight, &convoy);
  said = convoy != NULL ? g_strdup_printf (_("%1$s, %2$s"), brief, convoy) : g_strdup (brief);
  if (risk->ready == MOEI_INSTANT_UNKNOWN || risk->departs == MOEI_INSTANT_UNKNOWN)
    return g_steal_pointer (&said);
  ready = moei_format_time (language, risk->ready, MOEI_ZONE_BANGKOK);
  departs = moei_format_time (language, risk->departs, MOEI_ZONE_BANGKOK);
  /* Translators: of a flight: "at risk: 12 min, convoy 7 (people on board at 15:08, departure at 15:20)" */
  return g_strdup_printf (_("%1$s (people on board at %2$s, departure at %3$s)"), said, ready, departs);
}

/* Never by colour alone: each verdict has its own shape. */
static const struct {
  const char *icon_name;
  const char *css_class;
} looks[] = {
  [MOEI_RISK_UNKNOWN] = { "dialog-question-symbolic", "doubtful" },
  [MOEI_RISK_NONE] = { NULL, "quiet" },
  [MOEI_RISK_ON_TIME] = { "object-select-symbolic", "good" },
  [MOEI_RISK_AT_RISK] = { "dialog-warning-symbolic", "loud" },
  [MOEI_RISK_MISSED] = { "dialog-error-symbolic", "loud" },
  [MOEI_RISK_DEPARTED] = { NULL, "quiet" },
};

/**
 * moei_flight_words_get_risk_icon:
 * @risk: a verdict
 *
 * Returns: (transfer none) (nullable): the name of its icon
 */
const char *
moei_flight_words_get_risk_icon (MoeiRisk risk)
{
  g_return_val_if_fail (risk < G_N_ELEMENTS (looks), NULL);

  return looks[risk].icon_name;
}

/**
 * moei_flight_words_get_risk_class:
 * @risk: a verdict
 *
 * Returns: (transfer none): its style class
 */
const char *
moei_flight_words_get_risk_class (MoeiRisk risk)
{
  g_return_val_if_fail (risk < G_N_ELEMENTS (looks), NULL);

  return looks[risk].css_class;
}
