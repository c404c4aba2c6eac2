/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-detail-rows.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-owner.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-convoy.h"
#include "operation/moei-count.h"
#include "operation/moei-flight.h"
#include "operation/moei-hand-over.h"
#include "operation/moei-operation.h"
#include "operation/moei-place.h"
#include "operation/moei-report.h"
#include "operation/moei-route.h"

/* What is known about a place, a route, a convoy or a flight, line by line,
 * each with whoever said it. */

static void
detail_row_free (MoeiDetailRow *row)
{
  g_free (row->name);
  g_free (row->value);
  g_free (row->provenance);
  g_free (row);
}

static void
add_with (GPtrArray  *rows,
          const char *name,
          const char *value,
          const char *provenance)
{
  MoeiDetailRow *row;

  if (value == NULL || *value == '\0')
    return;
  row = g_new0 (MoeiDetailRow, 1);
  row->name = g_strdup (name);
  row->value = g_strdup (value);
  row->provenance = g_strdup (provenance);
  g_ptr_array_add (rows, row);
}

static void
add (GPtrArray  *rows,
     const char *name,
     const char *value)
{
  add_with (rows, name, value, NULL);
}

static void
add_count (GPtrArray  *rows,
           const char *name,
           int         count)
{
  g_autofree char *text = NULL;

  if (count == MOEI_COUNT_UNKNOWN)
    return;
  text = moei_format_count (moei_language_get_current (), count);
  add (rows, name, text);
}

static void
add_time (GPtrArray  *rows,
          const char *name,
          gint64      instant)
{
  g_autofree char *text = NULL;

  if (instant == MOEI_INSTANT_UNKNOWN)
    return;
  text = moei_format_time (moei_language_get_current (), instant, MOEI_ZONE_BANGKOK);
  add (rows, name, text);
}

static void
add_day (GPtrArray  *rows,
         const char *name,
         gint64      instant)
{
  g_autofree char *text = NULL;

  if (instant == MOEI_INSTANT_UNKNOWN)
    return;
  text = moei_format_date (moei_language_get_current (), moei_zone_get_day (MOEI_ZONE_BANGKOK, instant),
                           MOEI_DATE_MEDIUM);
  add (rows, name, text);
}

static void
add_text (GPtrArray      *rows,
          const char     *name,
          const MoeiText *text)
{
  if (text != NULL)
    add (rows, name, moei_text_get (text, moei_language_get_current ()));
}

static const char *
place_name (MoeiOperation *operation,
            const char    *id)
{
  MoeiPlace *place = moei_collection_lookup (moei_operation_get_places (operation), id);

  return place != NULL ? moei_text_get (moei_place_get_name (place), moei_language_get_current ()) : "–";
}

static char *
provenance_of (MoeiEntity *entity)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *owner = moei_owner_name (language, moei_entity_get_owner (entity));
  gint64 observed = moei_entity_get_observed (entity);
  g_autofree char *date = NULL;

  if (observed == MOEI_INSTANT_UNKNOWN)
    return g_steal_pointer (&owner);

  date = moei_format_date (language, moei_zone_get_day (MOEI_ZONE_BANGKOK, observed), MOEI_DATE_MEDIUM);
  /* Translators: who reported a figure and as of when: "BGF, 26 February 2025" */
  return g_strdup_printf (_("%1$s, %2$s"), owner != NULL ? owner : "–", date);
}

static void
add_reports (GPtrArray      *rows,
             MoeiCollection *reports)
{
  MoeiLanguage language = moei_language_get_current ();

  for (guint i = 0; i < moei_collection_size (reports); i++) {
    MoeiReport *report = moei_collection_get (reports, i);
    g_autofree char *value = NULL;
    g_autofree char *provenance = NULL;

    /* What is made up stands with the people there now. */
    if (moei_entity_get_origin (MOEI_ENTITY (report)) == MOEI_ORIGIN_EXERCISE)
      continue;
    value = moei_report_get_value_text (report) != NULL
              ? g_strdup (moei_text_get (moei_report_get_value_text (report), language))
              : moei_format_count (language, moei_report_get_value (report));
    provenance = provenance_of (MOEI_ENTITY (report));
    add_with (rows, moei_word_stage (language, moei_report_get_stage (report)), value, provenance);
  }
}

static void
add_people (GPtrArray *rows,
            MoeiPlace *place)
{
  MoeiCollection *reports = moei_place_get_reports (place);
  g_autofree char *people = moei_format_count (moei_language_get_current (), moei_place_get_people (place));
  gboolean made_up = FALSE;

  if (moei_place_get_people (place) == MOEI_COUNT_UNKNOWN)
    return;
  for (guint i = 0; i < moei_collection_size (reports); i++) {
    if (moei_entity_get_origin (moei_collection_get (reports, i)) == MOEI_ORIGIN_EXERCISE)
      made_up = TRUE;
  }
  add_with (rows, _("People there now"), people, made_up ? _("Made up for the exercise") : NULL);
}

static void
add_place (GPtrArray *rows,
           MoeiPlace *place)
{
  MoeiLanguage language = moei_language_get_current ();
  const char *holder = moei_place_get_holder (place);

  add (rows, _("State"), moei_word_place_state (language, moei_place_get_state (place)));
  add_text (rows, _("Reason"), moei_place_get_reason (place));
  add_day (rows, _("Since"), moei_place_get_since (place));
  if (holder != NULL)
    add (rows, _("Held or protected by"), moei_word_holder (language, holder));
  add_people (rows, place);
  if (moei_place_get_position (place) == NULL) {
    add (rows, _("Position"), _("not located"));
  } else if (moei_place_get_precision_m (place) > 0) {
    g_autofree char *distance = moei_format_distance (language, moei_place_get_precision_m (place));
    /* Translators: the position of a place is known to within this distance: "± 1 km" */
    g_autofree char *doubt = g_strdup_printf (_("± %s"), distance);

    add (rows, _("Position"), doubt);
  }
  add_reports (rows, moei_place_get_reports (place));
  add_text (rows, _("Note"), moei_place_get_note (place));
}

static void
add_route (GPtrArray *rows,
           MoeiRoute *route)
{
  add (rows, _("State"), moei_word_route_state (moei_language_get_current (), moei_route_get_state (route)));
  add_text (rows, _("Reason"), moei_route_get_reason (route));
  add_day (rows, _("Since"), moei_route_get_since (route));
}

static void
add_convoy (GPtrArray     *rows,
            MoeiConvoy    *convoy,
            MoeiOperation *operation)
{
  MoeiLanguage language = moei_language_get_current ();
  MoeiCollection *hand_overs = moei_convoy_get_hand_overs (convoy);

  add (rows, _("State"), moei_word_convoy_state (language, moei_convoy_get_state (convoy)));
  add_count (rows, _("People on board"), moei_convoy_get_people (convoy));
  add_count (rows, _("Buses"), moei_convoy_get_buses (convoy));
  add_count (rows, _("Seats"), moei_convoy_get_seats (convoy));
  add_time (rows, _("Planned departure"), moei_convoy_get_planned_departure (convoy));
  add_time (rows, _("Departed at"), moei_convoy_get_actual_departure (convoy));
  add_time (rows, _("Estimated arrival"), moei_convoy_get_estimated_arrival (convoy));
  add_time (rows, _("Arrived at"), moei_convoy_get_actual_arrival (convoy));
  add_time (rows, _("Last position at"), moei_convoy_get_position_observed (convoy));
  for (guint i = 0; i < moei_collection_size (hand_overs); i++) {
    MoeiHandOver *hand_over = moei_collection_get (hand_overs, i);
    g_autofree char *out = moei_format_count (language, moei_hand_over_get_out (hand_over));
    g_autofree char *in = moei_format_count (language, moei_hand_over_get_in (hand_over));
    /* Translators: a head count where people pass from one side to the other: "48 out, 48 in" */
    g_autofree char *heads = g_strdup_printf (_("%1$s out, %2$s in"), out, in);

    add (rows, place_name (operation, moei_hand_over_get_place (hand_over)), heads);
  }
}

static void
add_flight (GPtrArray  *rows,
            MoeiFlight *flight)
{
  MoeiLanguage language = moei_language_get_current ();

  add (rows, _("State"), moei_word_flight_state (language, moei_flight_get_state (flight)));
  add_text (rows, _("Carrier"), moei_flight_get_carrier (flight));
  add_time (rows, _("Scheduled"), moei_flight_get_scheduled (flight));
  add_time (rows, _("Estimated"), moei_flight_get_estimated (flight));
  add_time (rows, _("Departed at"), moei_flight_get_actual (flight));
  add_time (rows, _("Arrives"), moei_flight_get_arrives (flight));
  add_count (rows, _("Seats"), moei_flight_get_seats (flight));
  add_count (rows, _("On its list"), moei_flight_get_manifested (flight));
  add_count (rows, _("On board"), moei_flight_get_boarded (flight));
}

/**
 * moei_detail_subtitle:
 * @entity: a place, route, convoy or flight
 * @operation: the operation it belongs to
 *
 * Returns: (transfer full): what kind of thing it is, or where it goes
 */
char *
moei_detail_subtitle (MoeiEntity    *entity,
                      MoeiOperation *operation)
{
  MoeiLanguage language = moei_language_get_current ();
  MoeiRoute *route = NULL;
  const char *from = NULL, *to = NULL;

  if (MOEI_IS_PLACE (entity)) {
    const char *kind = moei_word_place_kind (language, moei_place_get_kind (MOEI_PLACE (entity)));
    const MoeiText *township = moei_place_get_township (MOEI_PLACE (entity));

    if (township == NULL)
      return g_strdup (kind);
    return g_strdup_printf ("%s · %s", kind, moei_text_get (township, language));
  }
  if (MOEI_IS_FLIGHT (entity)) {
    from = moei_flight_get_from (MOEI_FLIGHT (entity));
    to = moei_flight_get_to (MOEI_FLIGHT (entity));
  } else if (MOEI_IS_CONVOY (entity)) {
    route = moei_collection_lookup (moei_operation_get_routes (operation), moei_convoy_get_route (MOEI_CONVOY (entity)));
  } else if (MOEI_IS_ROUTE (entity)) {
    route = MOEI_ROUTE (entity);
  }
  if (route != NULL) {
    from = moei_route_get_from (route);
    to = moei_route_get_to (route);
  }
  return g_strdup_printf ("%s → %s", place_name (operation, from), place_name (operation, to));
}

/**
 * moei_detail_remark:
 * @entity: a place, route, convoy or flight
 *
 * Returns: (transfer full) (nullable): what must be said of where it comes from
 */
char *
moei_detail_remark (MoeiEntity *entity)
{
  switch (moei_entity_get_origin (entity)) {
  case MOEI_ORIGIN_EXERCISE:
    return g_strdup (_("Made up for the exercise"));
  case MOEI_ORIGIN_ESTIMATED:
    return g_strdup (_("Position estimated from reports"));
  case MOEI_ORIGIN_REPORTED:
  case MOEI_ORIGIN_UNKNOWN:
  default:
    return provenance_of (entity);
  }
}

/**
 * moei_detail_rows:
 * @entity: a place, route, convoy or flight
 * @operation: the operation it belongs to
 *
 * Returns: (transfer full) (element-type MoeiDetailRow): what is known about it
 */
GPtrArray *
moei_detail_rows (MoeiEntity    *entity,
                  MoeiOperation *operation)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) detail_row_free);

  if (MOEI_IS_PLACE (entity))
    add_place (rows, MOEI_PLACE (entity));
  else if (MOEI_IS_ROUTE (entity))
    add_route (rows, MOEI_ROUTE (entity));
  else if (MOEI_IS_CONVOY (entity))
    add_convoy (rows, MOEI_CONVOY (entity), operation);
  else if (MOEI_IS_FLIGHT (entity))
    add_flight (rows, MOEI_FLIGHT (entity));
  return rows;
}
