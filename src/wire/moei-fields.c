/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-hand-over.h"
#include "operation/moei-holiday.h"
#include "operation/moei-lane.h"
#include "operation/moei-nationality.h"
#include "operation/moei-notice.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-report.h"
#include "operation/moei-route.h"
#include "operation/moei-rule.h"
#include "operation/moei-tally.h"
#include "wire/moei-fields.h"
#include "wire/moei-link.h"
#include "wire/moei-reference.h"

/* How every class of entities is written.  Members are in the order in which
 * they are written. */

static const MoeiField report_fields[] = {
  MOEI_ID,
  MOEI_WORD ("stage"),
  MOEI_COUNT ("value"),
  MOEI_TEXT ("value_text"),
  MOEI_STRING ("replaces", MOEI_FORM_ID),
  MOEI_TEXT ("note"),
  MOEI_REVISION,
  MOEI_ORIGIN_OF_ENTITY,
  MOEI_FIELDS_END
};

static const MoeiField tally_fields[] = {
  MOEI_ID,
  MOEI_COUNT ("planned"),
  MOEI_COUNT ("held"),
  MOEI_COUNT ("listed"),
  MOEI_COUNT ("screened"),
  MOEI_COUNT ("embassy_confirmed"),
  MOEI_COUNT ("slot_given"),
  MOEI_COUNT ("on_bus"),
  MOEI_COUNT ("at_airport"),
  MOEI_COUNT ("departed"),
  MOEI_REVISION,
  MOEI_ORIGIN_OF_ENTITY,
  MOEI_FIELDS_END
};

static const MoeiField place_properties[] = {
  MOEI_WORD ("kind"),
  MOEI_WORD ("state"),
  MOEI_TEXT ("name"),
  MOEI_STRING ("holder", MOEI_FORM_ANY),
  MOEI_STRING ("country", MOEI_FORM_COUNTRY),
  MOEI_TEXT ("township"),
  MOEI_NUMBER ("precision_m", 1000000),
  MOEI_COUNT ("people"),
  MOEI_COUNT ("capacity"),
  MOEI_TEXT ("reason"),
  MOEI_INSTANT ("since"),
  MOEI_STRING ("iata", MOEI_FORM_IATA),
  MOEI_STRING ("icao", MOEI_FORM_ICAO),
  MOEI_TEXT ("note"),
  MOEI_COLLECTION_OF ("reports"),
  MOEI_REVISION,
  MOEI_ORIGIN_OF_ENTITY,
  MOEI_FIELDS_END
};

/* A place that nobody can locate has no geometry, or null. */
static const MoeiField place_fields[] = {
  MOEI_CONSTANT ("type", "Feature"),
  MOEI_ID,
  { "geometry", MOEI_FIELD_POSITION, .property = "position" },
  { "properties", MOEI_FIELD_GROUP, .fields = place_properties, .required = TRUE },
  MOEI_FIELDS_END
};

static const MoeiField route_properties[] = {
  MOEI_TEXT ("name"),
  MOEI_STRING ("from", MOEI_FORM_ID),
  MOEI_STRING ("to", MOEI_FORM_ID),
  MOEI_WORD ("state"),
  MOEI_TEXT ("reason"),
  MOEI_INSTANT ("since"),
  MOEI_NUMBER ("minutes", 10000),
  MOEI_FLAG ("schematic"),
  MOEI_REVISION,
  MOEI_ORIGIN_OF_ENTITY,
  MOEI_FIELDS_END
};

static const MoeiField route_fields[] = {
  MOEI_CONSTANT ("type", "Feature"),
  MOEI_ID,
  { "geometry", MOEI_FIELD_LINE, .property = "line" },
  { "properties", MOEI_FIELD_GROUP, .fields = route_properties, .required = TRUE },
  MOEI_FIELDS_END
};

static const MoeiField hand_over_fields[] = {
  MOEI_ID,
  MOEI_STRING ("place", MOEI_FORM_ID),
  MOEI_COUNT ("out"),
  MOEI_COUNT ("in"),
  MOEI_STRING ("counted_by", MOEI_FORM_ANY),
  MOEI_REVISION,
  MOEI_ORIGIN_OF_ENTITY,
  MOEI_FIELDS_END
};

static const MoeiField convoy_fields[] = {
  MOEI_ID,
  MOEI_NUMBER ("number", 100000),
  MOEI_STRING ("route", MOEI_FORM_ID),
  MOEI_WORD ("state"),
  MOEI_COUNT ("buses"),
  MOEI_COUNT ("seats"),
  MOEI_COUNT ("people"),
  MOEI_INSTANT ("planned_departure"),
  MOEI_INSTANT ("actual_departure"),
  MOEI_INSTANT ("estimated_arrival"),
  MOEI_INSTANT ("actual_arrival"),
  { "position", MOEI_FIELD_POSITION },
  MOEI_INSTANT ("position_observed"),
  MOEI_STRINGS ("flights", MOEI_FORM_ID),
  MOEI_COLLECTION_OF ("nationalities"),
  MOEI_COLLECTION_OF ("hand_overs"),
  MOEI_REVISION,
  MOEI_ORIGIN_OF_ENTITY,
  MOEI_FIELDS_END
};

static const MoeiField flight_fields[] = {
  MOEI_ID,
  MOEI_STRING ("number", MOEI_FORM_ANY),
  MOEI_TEXT ("carrier"),
  MOEI_STRING ("from", MOEI_FORM_ID),
  MOEI_STRING ("to", MOEI_FORM_ID),
  MOEI_WORD ("state"),
  MOEI_INSTANT ("scheduled"),
  MOEI_INSTANT ("estimated"),
  MOEI_INSTANT ("actual"),
  MOEI_INSTANT ("arrives"),
  MOEI_COUNT ("seats"),
  MOEI_COUNT ("manifested"),
  MOEI_COUNT ("boarded"),
  MOEI_COLLECTION_OF ("nationalities"),
  MOEI_REVISION,
  MOEI_ORIGIN_OF_ENTITY,
  MOEI_FIELDS_END
};

static const MoeiField quota_day_fields[] = {
  MOEI_ID,
  MOEI_DAY ("date"),
  MOEI_WORD ("state"),
  MOEI_COUNT ("quota"),
  MOEI_STRING ("lane", MOEI_FORM_ID),
  MOEI_TEXT ("reason"),
  MOEI_INSTANT ("closes"),
  MOEI_COUNT ("lost"),
  MOEI_COUNT ("reallocated"),
  MOEI_COUNT ("carried"),
  MOEI_COLLECTION_OF ("tallies"),
  MOEI_COLLECTION_OF ("reports"),
  MOEI_REVISION,
  MOEI_ORIGIN_OF_ENTITY,
  MOEI_FIELDS_END
};

static const MoeiField nationality_fields[] = {
  MOEI_ID,
  MOEI_TEXT ("name"),
  MOEI_WORD ("readiness"),
  MOEI_COUNT ("longest_wait"),
  MOEI_COUNT ("held"),
  MOEI_COUNT ("listed"),
  MOEI_COUNT ("screened"),
  MOEI_COUNT ("embassy_confirmed"),
  MOEI_COUNT ("slot_given"),
  MOEI_COUNT ("on_bus"),
  MOEI_COUNT ("at_airport"),
  MOEI_COUNT ("departed"),
  MOEI_TEXT ("note"),
  MOEI_COLLECTION_OF ("reports"),
  MOEI_REVISION,
  MOEI_ORIGIN_OF_ENTITY,
  MOEI_FIELDS_END
};

static const MoeiField lane_fields[] = {
  MOEI_ID,
  MOEI_TEXT ("name"),
  MOEI_TEXT ("short_name"),
  { "weekdays", MOEI_FIELD_WEEKDAYS },
  MOEI_STRINGS ("order", MOEI_FORM_ID_OR_REST),
  MOEI_REVISION,
  MOEI_ORIGIN_OF_ENTITY,
  MOEI_FIELDS_END
};

static const MoeiField rule_fields[] = {
  MOEI_ID,
  MOEI_DAY ("effective"),
  MOEI_COUNT ("quota"),
  MOEI_TEXT ("name"),
  MOEI_STRING ("spare", MOEI_FORM_ANY),
  MOEI_COLLECTION_OF ("lanes"),
  MOEI_REVISION,
  MOEI_ORIGIN_OF_ENTITY,
  MOEI_FIELDS_END
};

static const MoeiField holiday_fields[] = {
  MOEI_ID,
  MOEI_DAY ("date"),
  MOEI_STRING ("calendar", MOEI_FORM_COUNTRY),
  MOEI_TEXT ("name"),
  MOEI_REVISION,
  MOEI_ORIGIN_OF_ENTITY,
  MOEI_FIELDS_END
};

static const MoeiField notice_fields[] = {
  MOEI_ID,
  MOEI_WORD ("severity"),
  MOEI_WORD ("urgency"),
  MOEI_INSTANT ("effective"),
  MOEI_INSTANT ("expires"),
  MOEI_STRINGS ("affects", MOEI_FORM_ID),
  MOEI_TEXT ("headline"),
  MOEI_TEXT ("description"),
  MOEI_REVISION,
  MOEI_ORIGIN_OF_ENTITY,
  MOEI_FIELDS_END
};

static const MoeiField link_fields[] = {
  { "rel", MOEI_FIELD_ID, .property = "id", .form = MOEI_FORM_ID, .required = TRUE },
  { "href", MOEI_FIELD_STRING, .form = MOEI_FORM_HREF, .required = TRUE },
  MOEI_FLAG ("templated"),
  MOEI_FIELDS_END
};

static const MoeiField reference_fields[] = {
  { "href", MOEI_FIELD_ID, .property = "id", .form = MOEI_FORM_HREF, .required = TRUE },
  { "revision", MOEI_FIELD_NUMBER, .maximum = MOEI_REVISION_MAX, .required = TRUE },
  MOEI_FIELDS_END
};

/**
 * moei_fields_of_type:
 * @type: a class of entities
 *
 * Returns: (nullable): how it is written; `NULL` for one that never is
 */
const MoeiField *
moei_fields_of_type (GType type)
{
  const struct {
    GType            type;
    const MoeiField *fields;
  } tables[] = {
    { MOEI_TYPE_CONVOY, convoy_fields },
    { MOEI_TYPE_FLIGHT, flight_fields },
    { MOEI_TYPE_HAND_OVER, hand_over_fields },
    { MOEI_TYPE_HOLIDAY, holiday_fields },
    { MOEI_TYPE_LANE, lane_fields },
    { MOEI_TYPE_LINK, link_fields },
    { MOEI_TYPE_NATIONALITY, nationality_fields },
    { MOEI_TYPE_NOTICE, notice_fields },
    { MOEI_TYPE_PLACE, place_fields },
    { MOEI_TYPE_QUOTA_DAY, quota_day_fields },
    { MOEI_TYPE_REFERENCE, reference_fields },
    { MOEI_TYPE_REPORT, report_fields },
    { MOEI_TYPE_ROUTE, route_fields },
    { MOEI_TYPE_RULE, rule_fields },
    { MOEI_TYPE_TALLY, tally_fields },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    if (tables[i].type == type)
      return tables[i].fields;
  }
  return NULL;
}

/**
 * moei_field_get_property:
 * @self: a field
 *
 * Returns: the name of the property that holds it
 */
const char *
moei_field_get_property (const MoeiField *self)
{
  return self->property != NULL ? self->property : self->member;
}
