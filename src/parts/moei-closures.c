/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-closures.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-count.h"

/* What a row's expressions call: total functions without a widget in them. */

/* A flight this much later than planned is called late. */
#define LATE_MINUTES 5

static int
minutes_late (MoeiFlightState state,
              gint64          scheduled,
              gint64          estimated)
{
  gboolean waits = state == MOEI_FLIGHT_STATE_SCHEDULED || state == MOEI_FLIGHT_STATE_CHECKING_IN ||
                   state == MOEI_FLIGHT_STATE_DELAYED;

  if (!waits || scheduled == MOEI_INSTANT_UNKNOWN || estimated == MOEI_INSTANT_UNKNOWN)
    return 0;
  return (int) CLAMP ((estimated - scheduled) / (60 * G_USEC_PER_SEC), -1440, 1440);
}

/**
 * moei_closure_time:
 * @owner: unused
 * @instant: an instant
 *
 * Returns: (transfer full): the time of day in Bangkok
 */
char *
moei_closure_time (gpointer owner,
                   gint64   instant)
{
  return moei_format_time (moei_language_get_current (), instant, MOEI_ZONE_BANGKOK);
}

/**
 * moei_closure_text_or_dash:
 * @owner: unused
 * @text: (nullable): a text
 *
 * Returns: (transfer full): @text, or a dash where there is none
 */
char *
moei_closure_text_or_dash (gpointer    owner,
                           const char *text)
{
  return g_strdup (text != NULL && *text != '\0' ? text : "–");
}

/**
 * moei_closure_place_name:
 * @owner: unused
 * @place: (nullable): a place
 *
 * Returns: (transfer full): its name in the current language
 */
char *
moei_closure_place_name (gpointer   owner,
                         MoeiPlace *place)
{
  if (place == NULL)
    return g_strdup ("–");
  return g_strdup (moei_text_get (moei_place_get_name (place), moei_language_get_current ()));
}

/**
 * moei_closure_flight_people:
 * @owner: unused
 * @state: how the flight stands
 * @manifested: people on its list
 * @boarded: people on board
 *
 * Returns: (transfer full): who goes with it: its list, while boarding "48 / 76", then who was on board
 */
char *
moei_closure_flight_people (gpointer        owner,
                            MoeiFlightState state,
                            int             manifested,
                            int             boarded)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *listed = moei_format_count (language, manifested);
  g_autofree char *aboard = moei_format_count (language, boarded);

  if (state == MOEI_FLIGHT_STATE_BOARDING && moei_count_is_known (boarded))
    return g_strdup_printf ("%s / %s", aboard, listed);
  if (state == MOEI_FLIGHT_STATE_DEPARTED || state == MOEI_FLIGHT_STATE_ARRIVED)
    return g_strdup (moei_count_is_known (boarded) ? aboard : listed);
  return g_steal_pointer (&listed);
}

/**
 * moei_closure_flight_status:
 * @owner: unused
 * @state: how the flight stands
 * @scheduled: its scheduled departure
 * @estimated: its estimated departure
 *
 * Returns: (transfer full): its state in words, or how late it is
 */
char *
moei_closure_flight_status (gpointer        owner,
                            MoeiFlightState state,
                            gint64          scheduled,
                            gint64          estimated)
{
  MoeiLanguage language = moei_language_get_current ();
  int late = minutes_late (state, scheduled, estimated);

  if (late >= LATE_MINUTES)
    return moei_format_delay (language, late);
  return g_strdup (moei_word_flight_state (language, state));
}

/**
 * moei_closure_flight_css_classes:
 * @owner: unused
 * @state: how the flight stands
 * @scheduled: its scheduled departure
 * @estimated: its estimated departure
 *
 * Returns: (transfer full) (array zero-terminated=1): the classes of its status
 */
char **
moei_closure_flight_css_classes (gpointer        owner,
                                 MoeiFlightState state,
                                 gint64          scheduled,
                                 gint64          estimated)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *stage = "";

  if (minutes_late (state, scheduled, estimated) >= LATE_MINUTES || state == MOEI_FLIGHT_STATE_CANCELLED ||
      state == MOEI_FLIGHT_STATE_DIVERTED)
    stage = "late";
  else if (state == MOEI_FLIGHT_STATE_DEPARTED || state == MOEI_FLIGHT_STATE_ARRIVED)
    stage = "departed";
  else if (state == MOEI_FLIGHT_STATE_BOARDING || state == MOEI_FLIGHT_STATE_CHECKING_IN)
    stage = "at-airport";

  g_strv_builder_add_many (builder, "flight-status", "strong", stage, NULL);
  return g_strv_builder_end (builder);
}
