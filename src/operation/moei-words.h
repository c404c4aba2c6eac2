/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The operation's vocabulary.  The nicks that glib-mkenums derives from these
 * names (lower case, "-") are the words of the wire, so renaming a value here
 * changes the contract.  The first value of each is what a word that this
 * program does not know yet becomes. */

/**
 * MoeiOrigin:
 * @MOEI_ORIGIN_UNKNOWN: not said
 * @MOEI_ORIGIN_REPORTED: somebody reported it; owner and source say who
 * @MOEI_ORIGIN_ESTIMATED: derived from reports, with a stated doubt
 * @MOEI_ORIGIN_EXERCISE: made up to fill an exercise
 *
 * Where a figure comes from.
 */
typedef enum {
  MOEI_ORIGIN_UNKNOWN,
  MOEI_ORIGIN_REPORTED,
  MOEI_ORIGIN_ESTIMATED,
  MOEI_ORIGIN_EXERCISE,
} MoeiOrigin;

/**
 * MoeiPlaceKind:
 * @MOEI_PLACE_KIND_UNKNOWN: not said
 * @MOEI_PLACE_KIND_SITE: a compound
 * @MOEI_PLACE_KIND_HOLDING: where people wait after leaving a compound
 * @MOEI_PLACE_KIND_CROSSING: a bridge or pier on the border
 * @MOEI_PLACE_KIND_STATION: where people are screened
 * @MOEI_PLACE_KIND_AIRPORT: an airport, Mae Sot or a destination
 */
typedef enum {
  MOEI_PLACE_KIND_UNKNOWN,
  MOEI_PLACE_KIND_SITE,
  MOEI_PLACE_KIND_HOLDING,
  MOEI_PLACE_KIND_CROSSING,
  MOEI_PLACE_KIND_STATION,
  MOEI_PLACE_KIND_AIRPORT,
} MoeiPlaceKind;

/**
 * MoeiPlaceState:
 * @MOEI_PLACE_STATE_UNKNOWN: not said
 * @MOEI_PLACE_STATE_HELD: people are held here (sites, holding places)
 * @MOEI_PLACE_STATE_CLEARING: people are being brought out
 * @MOEI_PLACE_STATE_CLEARED: nobody is left, as reported
 * @MOEI_PLACE_STATE_OPEN: working (crossings, stations, airports)
 * @MOEI_PLACE_STATE_RESTRICTED: working with limits, see the reason
 * @MOEI_PLACE_STATE_CLOSED: not working, see the reason
 */
typedef enum {
  MOEI_PLACE_STATE_UNKNOWN,
  MOEI_PLACE_STATE_HELD,
  MOEI_PLACE_STATE_CLEARING,
  MOEI_PLACE_STATE_CLEARED,
  MOEI_PLACE_STATE_OPEN,
  MOEI_PLACE_STATE_RESTRICTED,
  MOEI_PLACE_STATE_CLOSED,
} MoeiPlaceState;

/**
 * MoeiRouteState:
 * @MOEI_ROUTE_STATE_UNKNOWN: not said
 * @MOEI_ROUTE_STATE_OPEN: passable
 * @MOEI_ROUTE_STATE_RESTRICTED: passable with limits, see the reason
 * @MOEI_ROUTE_STATE_CLOSED: not passable, see the reason
 */
typedef enum {
  MOEI_ROUTE_STATE_UNKNOWN,
  MOEI_ROUTE_STATE_OPEN,
  MOEI_ROUTE_STATE_RESTRICTED,
  MOEI_ROUTE_STATE_CLOSED,
} MoeiRouteState;

/**
 * MoeiConvoyState:
 * @MOEI_CONVOY_STATE_UNKNOWN: not said
 * @MOEI_CONVOY_STATE_PLANNED: not yet formed
 * @MOEI_CONVOY_STATE_BOARDING: people are getting on
 * @MOEI_CONVOY_STATE_UNDER_WAY: moving
 * @MOEI_CONVOY_STATE_HALTED: stopped on its way
 * @MOEI_CONVOY_STATE_ARRIVED: at its end
 * @MOEI_CONVOY_STATE_CANCELLED: does not go
 */
typedef enum {
  MOEI_CONVOY_STATE_UNKNOWN,
  MOEI_CONVOY_STATE_PLANNED,
  MOEI_CONVOY_STATE_BOARDING,
  MOEI_CONVOY_STATE_UNDER_WAY,
  MOEI_CONVOY_STATE_HALTED,
  MOEI_CONVOY_STATE_ARRIVED,
  MOEI_CONVOY_STATE_CANCELLED,
} MoeiConvoyState;

/**
 * MoeiFlightState:
 * @MOEI_FLIGHT_STATE_UNKNOWN: not said
 * @MOEI_FLIGHT_STATE_SCHEDULED: planned
 * @MOEI_FLIGHT_STATE_CHECKING_IN: heads are being counted
 * @MOEI_FLIGHT_STATE_BOARDING: people are getting on
 * @MOEI_FLIGHT_STATE_DELAYED: later than scheduled
 * @MOEI_FLIGHT_STATE_DEPARTED: gone
 * @MOEI_FLIGHT_STATE_ARRIVED: at its destination
 * @MOEI_FLIGHT_STATE_CANCELLED: does not go
 * @MOEI_FLIGHT_STATE_DIVERTED: went elsewhere
 */
typedef enum {
  MOEI_FLIGHT_STATE_UNKNOWN,
  MOEI_FLIGHT_STATE_SCHEDULED,
  MOEI_FLIGHT_STATE_CHECKING_IN,
  MOEI_FLIGHT_STATE_BOARDING,
  MOEI_FLIGHT_STATE_DELAYED,
  MOEI_FLIGHT_STATE_DEPARTED,
  MOEI_FLIGHT_STATE_ARRIVED,
  MOEI_FLIGHT_STATE_CANCELLED,
  MOEI_FLIGHT_STATE_DIVERTED,
} MoeiFlightState;

/**
 * MoeiStage:
 * @MOEI_STAGE_UNKNOWN: not said
 * @MOEI_STAGE_HELD: held at a site or holding place
 * @MOEI_STAGE_LISTED: on the list given to Thailand
 * @MOEI_STAGE_SCREENED: identity checked and screened
 * @MOEI_STAGE_EMBASSY_CONFIRMED: the embassy has confirmed nationality and papers
 * @MOEI_STAGE_SLOT_GIVEN: may travel on a given day
 * @MOEI_STAGE_ON_BUS: on a bus to the airport
 * @MOEI_STAGE_AT_AIRPORT: at the airport
 * @MOEI_STAGE_DEPARTED: left Thailand for home
 *
 * The stages in order.
 */
typedef enum {
  MOEI_STAGE_UNKNOWN,
  MOEI_STAGE_HELD,
  MOEI_STAGE_LISTED,
  MOEI_STAGE_SCREENED,
  MOEI_STAGE_EMBASSY_CONFIRMED,
  MOEI_STAGE_SLOT_GIVEN,
  MOEI_STAGE_ON_BUS,
  MOEI_STAGE_AT_AIRPORT,
  MOEI_STAGE_DEPARTED,
} MoeiStage;

/**
 * MoeiDayState:
 * @MOEI_DAY_STATE_UNKNOWN: not said
 * @MOEI_DAY_STATE_DRAFT: planned, not agreed
 * @MOEI_DAY_STATE_OPEN: agreed or running
 * @MOEI_DAY_STATE_CLOSED: over, its accounts are final
 * @MOEI_DAY_STATE_CANCELLED: nobody goes
 */
typedef enum {
  MOEI_DAY_STATE_UNKNOWN,
  MOEI_DAY_STATE_DRAFT,
  MOEI_DAY_STATE_OPEN,
  MOEI_DAY_STATE_CLOSED,
  MOEI_DAY_STATE_CANCELLED,
} MoeiDayState;

/**
 * MoeiReadiness:
 * @MOEI_READINESS_UNKNOWN: not said
 * @MOEI_READINESS_READY: papers and onward travel are settled
 * @MOEI_READINESS_WORKING: the embassy has answered and is at work
 * @MOEI_READINESS_ASKED: asked, no answer yet
 * @MOEI_READINESS_ABSENT: no embassy in Bangkok
 *
 * How far an embassy is.
 */
typedef enum {
  MOEI_READINESS_UNKNOWN,
  MOEI_READINESS_READY,
  MOEI_READINESS_WORKING,
  MOEI_READINESS_ASKED,
  MOEI_READINESS_ABSENT,
} MoeiReadiness;

/**
 * MoeiSeverity:
 * @MOEI_SEVERITY_UNKNOWN: not said
 * @MOEI_SEVERITY_MINOR: for information
 * @MOEI_SEVERITY_MODERATE: to be watched
 * @MOEI_SEVERITY_SEVERE: to be acted upon
 * @MOEI_SEVERITY_EXTREME: to be acted upon at once
 *
 * The severity of a notice, in the Common Alerting Protocol's words.
 */
typedef enum {
  MOEI_SEVERITY_UNKNOWN,
  MOEI_SEVERITY_MINOR,
  MOEI_SEVERITY_MODERATE,
  MOEI_SEVERITY_SEVERE,
  MOEI_SEVERITY_EXTREME,
} MoeiSeverity;

/**
 * MoeiUrgency:
 * @MOEI_URGENCY_UNKNOWN: not said
 * @MOEI_URGENCY_IMMEDIATE: now
 * @MOEI_URGENCY_EXPECTED: within the hour
 * @MOEI_URGENCY_FUTURE: later
 * @MOEI_URGENCY_PAST: no longer
 *
 * The urgency of a notice, in the Common Alerting Protocol's words.
 */
typedef enum {
  MOEI_URGENCY_UNKNOWN,
  MOEI_URGENCY_IMMEDIATE,
  MOEI_URGENCY_EXPECTED,
  MOEI_URGENCY_FUTURE,
  MOEI_URGENCY_PAST,
} MoeiUrgency;

/**
 * MoeiChangeKind:
 * @MOEI_CHANGE_KIND_UNKNOWN: not said
 * @MOEI_CHANGE_KIND_FLIGHT: a flight changed
 * @MOEI_CHANGE_KIND_CONVOY: a convoy changed
 * @MOEI_CHANGE_KIND_PLACE: a place changed
 * @MOEI_CHANGE_KIND_ROUTE: a route changed
 * @MOEI_CHANGE_KIND_DAY: a day of the quota changed
 * @MOEI_CHANGE_KIND_NATIONALITY: the queue of a nationality changed
 * @MOEI_CHANGE_KIND_RULE: a lane rule or a holiday changed
 * @MOEI_CHANGE_KIND_NOTICE: a notice was published, changed or ended
 * @MOEI_CHANGE_KIND_ROLL: a list of counts was handed over or changed
 *
 * What a change is about.
 */
typedef enum {
  MOEI_CHANGE_KIND_UNKNOWN,
  MOEI_CHANGE_KIND_FLIGHT,
  MOEI_CHANGE_KIND_CONVOY,
  MOEI_CHANGE_KIND_PLACE,
  MOEI_CHANGE_KIND_ROUTE,
  MOEI_CHANGE_KIND_DAY,
  MOEI_CHANGE_KIND_NATIONALITY,
  MOEI_CHANGE_KIND_RULE,
  MOEI_CHANGE_KIND_NOTICE,
  MOEI_CHANGE_KIND_ROLL,
} MoeiChangeKind;

/**
 * MoeiDataState:
 * @MOEI_DATA_STATE_NONE: nothing has ever arrived
 * @MOEI_DATA_STATE_LIVE: the service's word is fresh
 * @MOEI_DATA_STATE_LATE: the service has missed its word
 * @MOEI_DATA_STATE_OLD: older than the panel's threshold
 * @MOEI_DATA_STATE_OFFLINE: the service cannot be reached
 *
 * How far what is shown can be trusted to be current.
 */
typedef enum {
  MOEI_DATA_STATE_NONE,
  MOEI_DATA_STATE_LIVE,
  MOEI_DATA_STATE_LATE,
  MOEI_DATA_STATE_OLD,
  MOEI_DATA_STATE_OFFLINE,
} MoeiDataState;

G_END_DECLS
