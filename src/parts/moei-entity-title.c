/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-entity-title.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-place.h"
#include "operation/moei-route.h"

/**
 * moei_entity_title:
 * @entity: a place, route, convoy or flight
 *
 * Returns: (transfer full): what to call it
 */
char *
moei_entity_title (MoeiEntity *entity)
{
  MoeiLanguage language = moei_language_get_current ();

  if (MOEI_IS_PLACE (entity))
    return g_strdup (moei_text_get (moei_place_get_name (MOEI_PLACE (entity)), language));
  if (MOEI_IS_ROUTE (entity))
    return g_strdup (moei_text_get (moei_route_get_name (MOEI_ROUTE (entity)), language));
  if (MOEI_IS_CONVOY (entity)) {
    g_autofree char *number = moei_format_count (language, moei_convoy_get_number (MOEI_CONVOY (entity)));

    /* Translators: %s is a convoy's number */
    return g_strdup_printf (_("Convoy %s"), number);
  }
  if (MOEI_IS_FLIGHT (entity) && moei_flight_get_number (MOEI_FLIGHT (entity)) != NULL)
    /* Translators: %s is a flight's number */
    return g_strdup_printf (_("Flight %s"), moei_flight_get_number (MOEI_FLIGHT (entity)));
  return g_strdup (C_("title", "Flight"));
}
