/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tidings/moei-tiding-words.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "operation/moei-place.h"
#include "rules/moei-flight-risk.h"

static MoeiFlight *
find_flight (MoeiTiding    *tiding,
             MoeiOperation *operation)
{
  const char *id = moei_tiding_get_entity (tiding);

  return id != NULL ? moei_collection_lookup (moei_operation_get_flights (operation), id) : NULL;
}

/* "EX2001 to Xishuangbanna" */
static char *
name_flight (MoeiFlight    *flight,
             MoeiOperation *operation,
             MoeiLanguage   language)
{
  const char *number = moei_flight_get_number (flight);
  const char *to = moei_flight_get_to (flight);
  MoeiPlace *place = to != NULL ? moei_collection_lookup (moei_operation_get_places (operation), to) : NULL;
  const MoeiText *name = place != NULL ? moei_place_get_name (place) : NULL;

  if (number == NULL)
    number = moei_entity_get_id (MOEI_ENTITY (flight));
  if (name == NULL)
    return g_strdup (number);
  /* Translators: a flight: %1$s is its number, %2$s where it goes */
  return g_strdup_printf (moei_pgettext (language, "flight", "%1$s to %2$s"), number, moei_text_get (name, language));
}

static char *
say_title (MoeiTiding    *tiding,
           MoeiOperation *operation,
           MoeiLanguage   language)
{
  MoeiFlight *flight = find_flight (tiding, operation);
  g_autofree char *name = flight != NULL ? name_flight (flight, operation, language)
                                         : g_strdup (moei_tiding_get_entity (tiding));

  switch (moei_tiding_get_kind (tiding)) {
  case MOEI_TIDING_FLIGHT_DEPARTED:
    /* Translators: a notification; %s is "EX2001 to Xishuangbanna" */
    return g_strdup_printf (moei_gettext (language, "Departed: %s"), name);
  case MOEI_TIDING_FLIGHT_AT_RISK:
    /* Translators: a notification: the people of a flight may not be there in time; %s is "EX2001 to Xishuangbanna" */
    return g_strdup_printf (moei_gettext (language, "Flight at risk: %s"), name);
  case MOEI_TIDING_QUOTA_REACHED:
    return g_strdup (moei_gettext (language, "Today's quota is reached"));
  case MOEI_TIDING_DATA_OLD:
  default:
    return g_strdup (moei_gettext (language, "The data is old"));
  }
}

/**
 * moei_tiding_words_title:
 * @tiding: what happened
 * @operation: where it happened
 * @language: the reader's language
 *
 * Returns: (transfer full): what happened, in a few words; an exercise says so
 */
char *
moei_tiding_words_title (MoeiTiding    *tiding,
                         MoeiOperation *operation,
                         MoeiLanguage   language)
{
  g_autofree char *title = say_title (tiding, operation, language);

  if (!moei_operation_get_exercise (operation))
    return g_steal_pointer (&title);
  /* Translators: before the title of a notification, so that nobody takes it for real */
  return g_strdup_printf (moei_gettext (language, "EXERCISE – %s"), title);
}

static char *
say_departure (MoeiFlight   *flight,
               MoeiLanguage  language)
{
  g_autofree char *time = moei_format_time (language, moei_flight_get_actual (flight), MOEI_ZONE_BANGKOK);

  if (moei_flight_get_actual (flight) == MOEI_INSTANT_UNKNOWN)
    return NULL;
  /* Translators: when a flight left, on Bangkok's clock */
  return g_strdup_printf (moei_gettext (language, "At %s, Bangkok time"), time);
}

static char *
say_risk (MoeiFlight    *flight,
          MoeiOperation *operation,
          MoeiLanguage   language,
          gint64         now)
{
  MoeiProcessing processing;
  MoeiFlightRisk risk;

  moei_processing_init_default (&processing);
  moei_flight_risk_compute (&risk, flight, moei_operation_get_convoys (operation),
                            moei_operation_get_flights (operation), moei_operation_get_routes (operation),
                            &processing, now);
  return moei_sentence_flight_risk (language, &risk);
}

/**
 * moei_tiding_words_body:
 * @tiding: what happened
 * @operation: where it happened
 * @language: the reader's language
 * @now: the instant, on the service's clock
 *
 * Returns: (transfer full) (nullable): more of it; no more than is told to
 *   whoever sees the screen: no counts of people
 */
char *
moei_tiding_words_body (MoeiTiding    *tiding,
                        MoeiOperation *operation,
                        MoeiLanguage   language,
                        gint64         now)
{
  MoeiFlight *flight = find_flight (tiding, operation);

  switch (moei_tiding_get_kind (tiding)) {
  case MOEI_TIDING_FLIGHT_DEPARTED:
    return flight != NULL ? say_departure (flight, language) : NULL;
  case MOEI_TIDING_FLIGHT_AT_RISK:
    return flight != NULL ? say_risk (flight, operation, language, now) : NULL;
  case MOEI_TIDING_DATA_OLD:
    return g_strdup (moei_gettext (language, "The service is not heard. What is shown is the last that it said."));
  case MOEI_TIDING_QUOTA_REACHED:
  default:
    return NULL;
  }
}
