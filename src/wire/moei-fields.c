/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-bus.h"
#include "operation/moei-change.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-hand-over.h"
#include "operation/moei-holding.h"
#include "operation/moei-holiday.h"
#include "operation/moei-lane.h"
#include "operation/moei-milestone.h"
#include "operation/moei-nationality.h"
#include "operation/moei-notice.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-referral.h"
#include "operation/moei-report.h"
#include "operation/moei-roll-row.h"
#include "operation/moei-roll.h"
#include "operation/moei-route.h"
#include "operation/moei-rule.h"
#include "operation/moei-tally.h"
#include "wire/moei-field-macros.h"
#include "wire/moei-link.h"
#include "wire/moei-reference.h"

/* How every class of entities is written.  Members are in the order in which
 * they are written. */

static const MoeiField report_fields[] = {
  ID,
  WORD ("stage"),
  COUNT ("value"),
  TEXT ("value_text"),
  STRING ("replaces", MOEI_FORM_ID),
  TEXT ("note"),
  ENTITY,
  END
};

static const MoeiField tally_fields[] = {
  ID,
  COUNT ("planned"),
  COUNT ("held"),
  COUNT ("listed"),
  COUNT ("screened"),
  COUNT ("embassy_confirmed"),
  COUNT ("slot_given"),
  COUNT ("on_bus"),
  COUNT ("at_airport"),
  COUNT ("departed"),
  FLOW ("entered"),
  FLOW ("confirmed"),
  ENTITY,
  END
};

static const MoeiField place_properties[] = {
  WORD ("kind"),
  WORD ("state"),
  TEXT ("name"),
  STRING ("holder", MOEI_FORM_ANY),
  STRING ("country", MOEI_FORM_COUNTRY),
  TEXT ("township"),
  NUMBER ("precision_m", 1000000),
  COUNT ("people"),
  COUNT ("capacity"),
  TEXT ("reason"),
  INSTANT ("since"),
  STRING ("iata", MOEI_FORM_IATA),
  STRING ("icao", MOEI_FORM_ICAO),
  TEXT ("note"),
  COLLECTION ("reports"),
  ENTITY,
  END
};

/* A place that nobody can locate has no geometry, or null. */
static const MoeiField place_fields[] = {
  CONSTANT ("type", "Feature"),
  ID,
  { "geometry", MOEI_FIELD_POSITION, .property = "position" },
  { "properties", MOEI_FIELD_GROUP, .fields = place_properties, .required = TRUE },
  END
};

static const MoeiField route_properties[] = {
  TEXT ("name"),
  STRING ("from", MOEI_FORM_ID),
  STRING ("to", MOEI_FORM_ID),
  WORD ("state"),
  TEXT ("reason"),
  INSTANT ("since"),
  NUMBER ("minutes", 10000),
  FLAG ("schematic"),
  ENTITY,
  END
};

static const MoeiField route_fields[] = {
  CONSTANT ("type", "Feature"),
  ID,
  { "geometry", MOEI_FIELD_LINE, .property = "line" },
  { "properties", MOEI_FIELD_GROUP, .fields = route_properties, .required = TRUE },
  END
};

static const MoeiField hand_over_fields[] = {
  ID,
  STRING ("place", MOEI_FORM_ID),
  COUNT ("out"),
  COUNT ("in"),
  STRING ("counted_by", MOEI_FORM_ANY),
  ENTITY,
  END
};

static const MoeiField bus_fields[] = {
  ID,
  NUMBER ("number", 100000),
  COUNT ("seats"),
  COUNT ("people"),
  POSITION ("position"),
  INSTANT ("position_observed"),
  ENTITY,
  END
};

static const MoeiField convoy_fields[] = {
  ID,
  NUMBER ("number", 100000),
  STRING ("route", MOEI_FORM_ID),
  WORD ("state"),
  COUNT ("buses"),
  COUNT ("seats"),
  COUNT ("people"),
  INSTANT ("planned_departure"),
  INSTANT ("actual_departure"),
  INSTANT ("estimated_arrival"),
  INSTANT ("actual_arrival"),
  POSITION ("position"),
  INSTANT ("position_observed"),
  STRINGS ("flights", MOEI_FORM_ID),
  COLLECTION ("nationalities"),
  COLLECTION ("hand_overs"),
  COLLECTION ("fleet"),
  ENTITY,
  END
};

static const MoeiField milestone_fields[] = {
  ID,
  INSTANT ("planned"),
  INSTANT ("done"),
  ENTITY,
  END
};

static const MoeiField flight_fields[] = {
  ID,
  STRING ("number", MOEI_FORM_ANY),
  TEXT ("carrier"),
  STRING ("from", MOEI_FORM_ID),
  STRING ("to", MOEI_FORM_ID),
  WORD ("state"),
  INSTANT ("scheduled"),
  INSTANT ("estimated"),
  INSTANT ("actual"),
  INSTANT ("arrives"),
  COUNT ("seats"),
  COUNT ("manifested"),
  COUNT ("boarded"),
  COUNT ("no_show"),
  COLLECTION ("nationalities"),
  COLLECTION ("milestones"),
  ENTITY,
  END
};

static const MoeiField quota_day_fields[] = {
  ID,
  DAY ("date"),
  WORD ("state"),
  COUNT ("quota"),
  STRING ("lane", MOEI_FORM_ID),
  TEXT ("reason"),
  INSTANT ("closes"),
  COUNT ("lost"),
  COUNT ("reallocated"),
  COUNT ("carried"),
  COLLECTION ("tallies"),
  COLLECTION ("reports"),
  ENTITY,
  END
};

static const MoeiField holding_fields[] = {
  ID,
  COUNT ("people"),
  ENTITY,
  END
};

static const MoeiField referral_fields[] = {
  ID,
  COUNT ("people"),
  ENTITY,
  END
};

static const MoeiField nationality_fields[] = {
  ID,
  TEXT ("name"),
  WORD ("readiness"),
  COUNT ("longest_wait"),
  COUNT ("held"),
  COUNT ("listed"),
  COUNT ("screened"),
  COUNT ("embassy_confirmed"),
  COUNT ("slot_given"),
  COUNT ("on_bus"),
  COUNT ("at_airport"),
  COUNT ("departed"),
  TEXT ("note"),
  COLLECTION ("reports"),
  COLLECTION ("holdings"),
  COLLECTION ("aftercare"),
  ENTITY,
  END
};

static const MoeiField lane_fields[] = {
  ID,
  TEXT ("name"),
  TEXT ("short_name"),
  WEEKDAYS ("weekdays"),
  STRINGS ("order", MOEI_FORM_ID_OR_REST),
  ENTITY,
  END
};

static const MoeiField rule_fields[] = {
  ID,
  DAY ("effective"),
  COUNT ("quota"),
  TEXT ("name"),
  STRING ("spare", MOEI_FORM_ANY),
  COLLECTION ("lanes"),
  ENTITY,
  END
};

static const MoeiField holiday_fields[] = {
  ID,
  DAY ("date"),
  STRING ("calendar", MOEI_FORM_COUNTRY),
  TEXT ("name"),
  ENTITY,
  END
};

static const MoeiField notice_fields[] = {
  ID,
  WORD ("severity"),
  WORD ("urgency"),
  INSTANT ("effective"),
  INSTANT ("expires"),
  STRINGS ("affects", MOEI_FORM_ID),
  TEXT ("headline"),
  TEXT ("description"),
  ENTITY,
  END
};

static const MoeiField roll_row_fields[] = {
  ID,
  COUNT ("people"),
  TEXT ("note"),
  ENTITY,
  END
};

static const MoeiField roll_fields[] = {
  ID,
  TEXT ("name"),
  COUNT ("total"),
  COUNT ("countries"),
  TEXT ("note"),
  COLLECTION ("rows"),
  ENTITY,
  END
};

/* Most changes have few of these, and there are many changes. */
static const MoeiField change_fields[] = {
  ID,
  { "at", MOEI_FIELD_INSTANT, .sparse = TRUE },
  WORD ("kind"),
  { "entity", MOEI_FIELD_STRING, .form = MOEI_FORM_ID, .sparse = TRUE },
  { "field", MOEI_FIELD_STRING, .sparse = TRUE },
  { "before", MOEI_FIELD_STRING, .sparse = TRUE },
  { "after", MOEI_FIELD_STRING, .sparse = TRUE },
  { "before_text", MOEI_FIELD_TEXT, .sparse = TRUE },
  { "after_text", MOEI_FIELD_TEXT, .sparse = TRUE },
  { "correction", MOEI_FIELD_FLAG, .sparse = TRUE },
  { "name", MOEI_FIELD_TEXT, .sparse = TRUE },
  { "place", MOEI_FIELD_STRING, .form = MOEI_FORM_ID, .sparse = TRUE },
  { "actor", MOEI_FIELD_STRING, .sparse = TRUE },
  ENTITY,
  END
};

static const MoeiField link_fields[] = {
  { "rel", MOEI_FIELD_ID, .property = "id", .form = MOEI_FORM_ID, .required = TRUE },
  { "href", MOEI_FIELD_STRING, .form = MOEI_FORM_HREF, .required = TRUE },
  FLAG ("templated"),
  END
};

static const MoeiField reference_fields[] = {
  { "href", MOEI_FIELD_ID, .property = "id", .form = MOEI_FORM_HREF, .required = TRUE },
  { "revision", MOEI_FIELD_NUMBER, .maximum = MOEI_REVISION_MAX, .required = TRUE },
  END
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
    { MOEI_TYPE_BUS, bus_fields },
    { MOEI_TYPE_CHANGE, change_fields },
    { MOEI_TYPE_CONVOY, convoy_fields },
    { MOEI_TYPE_FLIGHT, flight_fields },
    { MOEI_TYPE_HAND_OVER, hand_over_fields },
    { MOEI_TYPE_HOLDING, holding_fields },
    { MOEI_TYPE_HOLIDAY, holiday_fields },
    { MOEI_TYPE_LANE, lane_fields },
    { MOEI_TYPE_LINK, link_fields },
    { MOEI_TYPE_MILESTONE, milestone_fields },
    { MOEI_TYPE_NATIONALITY, nationality_fields },
    { MOEI_TYPE_NOTICE, notice_fields },
    { MOEI_TYPE_PLACE, place_fields },
    { MOEI_TYPE_QUOTA_DAY, quota_day_fields },
    { MOEI_TYPE_REFERENCE, reference_fields },
    { MOEI_TYPE_REFERRAL, referral_fields },
    { MOEI_TYPE_REPORT, report_fields },
    { MOEI_TYPE_ROLL, roll_fields },
    { MOEI_TYPE_ROLL_ROW, roll_row_fields },
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
