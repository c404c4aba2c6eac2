/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-traffic-facts.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-detail-rows.h"
#include "desk/moei-entity-link.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-local-time.h"
#include "language/moei-owner.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-bus.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "operation/moei-hand-over.h"
#include "operation/moei-tally.h"
#include "parts/moei-closures.h"
#include "parts/moei-convoy-words.h"
#include "parts/moei-entity-title.h"
#include "parts/moei-flight-words.h"
#include "parts/moei-shared-count.h"
#include "rules/moei-head-count.h"
#include "rules/moei-withhold.h"

/* What is known about a flight or a convoy, line by line. */

static MoeiFact *
add_count (GPtrArray  *facts,
           const char *name,
           int         count)
{
  return moei_facts_take (facts, name, count != MOEI_COUNT_UNKNOWN
                                         ? moei_format_count (moei_language_get_current (), count) : NULL);
}

/* In Bangkok, and below it on the clocks of where it goes */
static void
add_time (GPtrArray   *facts,
          const char  *name,
          gint64       instant,
          MoeiPlace   *destination)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *there = NULL;
  MoeiFact *fact;

  if (instant == MOEI_INSTANT_UNKNOWN)
    return;
  fact = moei_facts_take (facts, name, moei_format_time (language, instant, MOEI_ZONE_BANGKOK));
  if (destination == NULL)
    return;
  there = moei_local_time_format (language, instant, moei_place_get_country (destination));
  if (there != NULL)
    fact->note = g_strdup_printf (_("%1$s in %2$s"), there, moei_text_get (moei_place_get_name (destination), language));
}

/**
 * moei_traffic_facts_flight_times:
 * @traffic: the traffic
 * @flight: a flight of it
 *
 * Returns: (transfer full) (element-type MoeiFact): its state and its times,
 *   in Bangkok and where it goes
 */
GPtrArray *
moei_traffic_facts_flight_times (MoeiTraffic *traffic,
                                 MoeiFlight  *flight)
{
  MoeiLanguage language = moei_language_get_current ();
  MoeiPlace *destination = moei_traffic_get_place (traffic, moei_flight_get_to (flight));
  guint day = moei_traffic_get_flight_day (flight);
  GPtrArray *facts = moei_facts_new ();

  moei_facts_take (facts, _("State"), moei_closure_flight_status (NULL, moei_flight_get_state (flight),
                                                                  moei_flight_get_scheduled (flight),
                                                                  moei_flight_get_estimated (flight)));
  if (day != MOEI_DAY_UNKNOWN)
    moei_facts_take (facts, _("Operating day"), moei_format_date (language, day, MOEI_DATE_MEDIUM));
  if (moei_flight_get_carrier (flight) != NULL)
    moei_facts_add (facts, _("Carrier"), moei_text_get (moei_flight_get_carrier (flight), language));
  add_time (facts, _("Scheduled"), moei_flight_get_scheduled (flight), destination);
  if (moei_flight_get_actual (flight) == MOEI_INSTANT_UNKNOWN)
    add_time (facts, _("Estimated"), moei_flight_get_estimated (flight), destination);
  add_time (facts, _("Departed at"), moei_flight_get_actual (flight), destination);
  add_time (facts, _("Arrives"), moei_flight_get_arrives (flight), destination);
  return facts;
}

/**
 * moei_traffic_facts_flight_people:
 * @flight: a flight
 *
 * Returns: (transfer full) (element-type MoeiFact): its seats and people
 */
GPtrArray *
moei_traffic_facts_flight_people (MoeiFlight *flight)
{
  GPtrArray *facts = moei_facts_new ();
  MoeiFact *absent;

  add_count (facts, _("Seats"), moei_flight_get_seats (flight));
  add_count (facts, _("On its list"), moei_flight_get_manifested (flight));
  add_count (facts, _("On board"), moei_flight_get_boarded (flight));
  /* Translators: people on a flight's list who did not come */
  absent = add_count (facts, _("Did not come"), moei_flight_get_no_show (flight));
  if (absent != NULL && moei_flight_get_no_show (flight) > 0)
    absent->css_class = "loud";
  return facts;
}

static gboolean
serves (MoeiConvoy *convoy,
        MoeiFlight *flight)
{
  const char * const *flights = moei_convoy_get_flights (convoy);

  return flights != NULL && g_strv_contains (flights, moei_entity_get_id (MOEI_ENTITY (flight)));
}

/**
 * moei_traffic_facts_convoys:
 * @traffic: the traffic
 * @flight: a flight of it
 *
 * Returns: (transfer full) (element-type MoeiFact): the convoys that serve it;
 *   the one that decides whether it is at risk is marked
 */
GPtrArray *
moei_traffic_facts_convoys (MoeiTraffic *traffic,
                            MoeiFlight  *flight)
{
  MoeiOperation *operation = moei_traffic_get_operation (traffic);
  MoeiCollection *convoys = moei_operation_get_movements (operation);
  const MoeiFlightRisk *risk = moei_traffic_get_risk (traffic, flight);
  GPtrArray *facts = moei_facts_new ();

  for (guint i = 0; i < moei_collection_size (convoys); i++) {
    MoeiConvoy *convoy = moei_collection_get (convoys, i);
    g_auto (MoeiSaid) said = { 0 };
    g_autofree char *title = NULL;
    MoeiFact *fact;

    if (!serves (convoy, flight))
      continue;
    title = moei_entity_title (MOEI_ENTITY (convoy));
    moei_convoy_words_status (convoy, moei_traffic_get_now (traffic), &said);
    fact = moei_facts_take (facts, title, moei_said_read (&said));
    fact->note = moei_detail_subtitle (MOEI_ENTITY (convoy), operation);
    fact->link = moei_entity_link_new (MOEI_ENTITY (convoy));
    if (convoy == risk->convoy)
      fact->icon_name = moei_flight_words_get_risk_icon (risk->verdict);
  }
  return facts;
}

/**
 * moei_traffic_facts_convoy:
 * @traffic: the traffic
 * @convoy: a convoy of it
 *
 * Returns: (transfer full) (element-type MoeiFact): its state, its times, its people
 */
GPtrArray *
moei_traffic_facts_convoy (MoeiTraffic *traffic,
                           MoeiConvoy  *convoy)
{
  GPtrArray *facts = moei_facts_new ();
  g_auto (MoeiSaid) status = { 0 }, departure = { 0 }, arrival = { 0 }, position = { 0 };
  MoeiFact *fact;

  moei_convoy_words_status (convoy, moei_traffic_get_now (traffic), &status);
  fact = moei_facts_take (facts, _("State"), moei_said_read (&status));
  fact->icon_name = status.icon_name;
  add_count (facts, _("People on board"), moei_convoy_get_people (convoy));
  add_count (facts, _("Seats"), moei_convoy_get_seats (convoy));
  add_count (facts, _("Buses"), moei_convoy_get_buses (convoy));
  moei_convoy_words_departure (convoy, &departure);
  fact = moei_facts_add (facts, C_("column", "Sets out"), departure.text);
  fact->former = g_steal_pointer (&departure.former);
  fact->note = g_steal_pointer (&departure.note);
  moei_convoy_words_arrival (convoy, &arrival);
  fact = moei_facts_add (facts, C_("column", "Arrives"), arrival.text);
  fact->former = g_steal_pointer (&arrival.former);
  fact->note = g_steal_pointer (&arrival.note);
  moei_convoy_words_position (convoy, moei_traffic_get_now (traffic), &position);
  fact = moei_facts_add (facts, C_("column", "Position"), position.text);
  fact->icon_name = position.icon_name;
  fact->css_class = position.css_class;
  return facts;
}

static char *
say_heads (const MoeiHeadCountStep *step)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *out = moei_format_count (language, step->out);
  g_autofree char *in = moei_format_count (language, step->in);

  /* Translators: a head count where people pass from one side to the other: "48 out, 48 in" */
  return g_strdup_printf (_("%1$s out, %2$s in"), out, in);
}

static char *
say_who (const MoeiHeadCountStep *step)
{
  g_autofree char *by = moei_owner_name (moei_language_get_current (), moei_hand_over_get_counted_by (step->hand_over));
  g_autofree char *who = NULL, *here = NULL, *way = NULL;

  if (by != NULL)
    /* Translators: who counted heads: "counted by Thai immigration" */
    who = g_strdup_printf (_("counted by %s"), by);
  if (step->difference != 0 && step->difference != MOEI_DIFFERENCE_UNKNOWN)
    here = moei_convoy_words_difference (step->difference);
  if (step->on_the_way != 0 && step->on_the_way != MOEI_DIFFERENCE_UNKNOWN) {
    g_autofree char *difference = moei_convoy_words_difference (step->on_the_way);

    /* Translators: of a head count: "1 missing on the way here" */
    way = g_strdup_printf (C_("heads", "%s on the way here"), difference);
  }
  if (here == NULL && way != NULL)
    here = g_steal_pointer (&way);
  if (here == NULL)
    return g_steal_pointer (&who);
  return who != NULL ? g_strdup_printf (_("%1$s, %2$s"), here, who) : g_steal_pointer (&here);
}

/**
 * moei_traffic_facts_heads:
 * @traffic: the traffic
 * @convoy: a convoy of it
 *
 * Returns: (transfer full) (element-type MoeiFact): its head counts from hand
 *   to hand, who counted, and the difference that is open
 */
GPtrArray *
moei_traffic_facts_heads (MoeiTraffic *traffic,
                          MoeiConvoy  *convoy)
{
  g_autoptr (GArray) steps = moei_head_count_get_steps (convoy);
  GPtrArray *facts = moei_facts_new ();
  g_auto (MoeiSaid) said = { 0 };
  MoeiFact *fact;

  for (guint i = 0; i < steps->len; i++) {
    const MoeiHeadCountStep *step = &g_array_index (steps, MoeiHeadCountStep, i);
    MoeiPlace *place = moei_traffic_get_place (traffic, moei_hand_over_get_place (step->hand_over));
    gboolean agrees = (step->difference == 0 || step->difference == MOEI_DIFFERENCE_UNKNOWN) &&
                      (step->on_the_way == 0 || step->on_the_way == MOEI_DIFFERENCE_UNKNOWN);
    g_autofree char *name = moei_closure_place_name (NULL, place);

    fact = moei_facts_take (facts, name, say_heads (step));
    fact->note = say_who (step);
    fact->icon_name = agrees ? NULL : "dialog-warning-symbolic";
  }
  if (steps->len == 0)
    return facts;
  moei_convoy_words_heads (convoy, &said);
  fact = moei_facts_add (facts, C_("heads", "From end to end"), said.text);
  fact->note = g_steal_pointer (&said.note);
  fact->icon_name = said.icon_name;
  fact->css_class = said.css_class != NULL ? said.css_class : "done";
  return facts;
}

static const char *
name_bus (guint i,
          guint n)
{
  if (i == 0)
    /* Translators: the first bus of a convoy */
    return C_("bus", "head");
  /* Translators: the last bus of a convoy */
  return i + 1 == n ? C_("bus", "tail") : NULL;
}

/**
 * moei_traffic_facts_fleet:
 * @traffic: the traffic
 * @convoy: a convoy of it
 *
 * Returns: (transfer full) (element-type MoeiFact): its buses from head to
 *   tail; one that has not been heard of for long is among them
 */
GPtrArray *
moei_traffic_facts_fleet (MoeiTraffic *traffic,
                          MoeiConvoy  *convoy)
{
  MoeiLanguage language = moei_language_get_current ();
  MoeiCollection *fleet = moei_convoy_get_fleet (convoy);
  GPtrArray *facts = moei_facts_new ();

  for (guint i = 0; i < moei_collection_size (fleet); i++) {
    MoeiBus *bus = moei_collection_get (fleet, i);
    const char *end = name_bus (i, moei_collection_size (fleet));
    g_autofree char *number = moei_format_count (language, moei_bus_get_number (bus));
    g_autofree char *people = moei_format_count (language, moei_bus_get_people (bus));
    g_autofree char *seats = moei_format_count (language, moei_bus_get_seats (bus));
    /* Translators: a bus of a convoy; %s is its number */
    g_autofree char *plain = g_strdup_printf (_("Bus %s"), number);
    g_autofree char *name = end != NULL ? g_strdup_printf (_("%1$s, %2$s"), plain, end) : g_strdup (plain);
    g_auto (MoeiSaid) seen = { 0 };
    MoeiFact *fact = moei_facts_take (facts, name, g_strdup_printf ("%s / %s", people, seats));

    if (moei_bus_get_position_observed (bus) == MOEI_INSTANT_UNKNOWN &&
        moei_convoy_get_position_observed (convoy) == MOEI_INSTANT_UNKNOWN)
      continue;
    moei_convoy_words_seen (moei_bus_get_position_observed (bus), moei_traffic_get_now (traffic), &seen);
    /* Translators: how old the position of a bus is: "Position: 3 min ago" */
    fact->note = g_strdup_printf (C_("bus", "Position: %s"), seen.text);
    fact->icon_name = seen.icon_name;
    fact->css_class = seen.css_class;
  }
  return facts;
}

/**
 * moei_traffic_facts_flights:
 * @traffic: the traffic
 * @convoy: a convoy of it
 *
 * Returns: (transfer full) (element-type MoeiFact): the flights that it serves
 */
GPtrArray *
moei_traffic_facts_flights (MoeiTraffic *traffic,
                            MoeiConvoy  *convoy)
{
  MoeiCollection *schedule = moei_operation_get_schedule (moei_traffic_get_operation (traffic));
  const char * const *ids = moei_convoy_get_flights (convoy);
  GPtrArray *facts = moei_facts_new ();

  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++) {
    MoeiFlight *flight = moei_collection_lookup (schedule, ids[i]);
    g_autofree char *title = NULL, *former = NULL, *there = NULL, *time = NULL, *risk = NULL, *decides = NULL;
    const MoeiFlightRisk *found;
    MoeiFact *fact;

    if (flight == NULL)
      continue;
    title = moei_entity_title (MOEI_ENTITY (flight));
    time = moei_flight_words_departure (traffic, flight, &former, &there);
    risk = moei_flight_words_risk (traffic, flight, &decides);
    found = moei_traffic_get_risk (traffic, flight);
    fact = moei_facts_take (facts, title, g_steal_pointer (&time));
    fact->former = g_steal_pointer (&former);
    fact->note = found->convoy == convoy ? g_strdup_printf (_("%1$s, %2$s"), moei_flight_words_destination (traffic, flight), risk)
                                         : g_strdup (moei_flight_words_destination (traffic, flight));
    fact->icon_name = found->convoy == convoy ? moei_flight_words_get_risk_icon (found->verdict) : NULL;
    fact->link = moei_entity_link_new (MOEI_ENTITY (flight));
  }
  return facts;
}

/* The furthest stage that anybody counted. */
static int
count_aboard (MoeiTally  *tally,
              MoeiStage  *stage)
{
  const struct {
    MoeiStage stage;
    int       people;
  } stages[] = {
    { MOEI_STAGE_DEPARTED, moei_tally_get_departed (tally) },
    { MOEI_STAGE_AT_AIRPORT, moei_tally_get_at_airport (tally) },
    { MOEI_STAGE_ON_BUS, moei_tally_get_on_bus (tally) },
    { MOEI_STAGE_SLOT_GIVEN, moei_tally_get_slot_given (tally) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++) {
    *stage = stages[i].stage;
    if (stages[i].people != MOEI_COUNT_UNKNOWN && stages[i].people != 0)
      return stages[i].people;
  }
  *stage = MOEI_STAGE_UNKNOWN;
  return moei_tally_get_planned (tally);
}

/**
 * moei_traffic_facts_nationalities:
 * @traffic: the traffic
 * @tallies: a flight's or a convoy's people by country or region
 * @withhold_below: people fewer than this are withheld; 0 for none
 *
 * Returns: (transfer full) (element-type MoeiFact): how many of each, and how far they are
 */
GPtrArray *
moei_traffic_facts_nationalities (MoeiTraffic    *traffic,
                                  MoeiCollection *tallies,
                                  int             withhold_below)
{
  MoeiLanguage language = moei_language_get_current ();
  GPtrArray *facts = moei_facts_new ();
  guint n = moei_collection_size (tallies);
  g_autofree int *shown = g_new (int, n);
  int sum = MOEI_COUNT_UNKNOWN;

  for (guint i = 0; i < n; i++) {
    MoeiStage stage;

    shown[i] = count_aboard (moei_collection_get (tallies, i), &stage);
    sum = moei_count_add (sum, shown[i]);
  }
  if (withhold_below > 0)
    moei_withhold_line (shown, n, &sum, withhold_below);
  for (guint i = 0; i < n; i++) {
    MoeiTally *tally = moei_collection_get (tallies, i);
    g_autofree char *name = moei_flight_words_country (traffic, moei_entity_get_id (MOEI_ENTITY (tally)));
    MoeiStage stage;
    int people = moei_shared_count (count_aboard (tally, &stage), shown[i], withhold_below);
    MoeiFact *fact = moei_facts_take (facts, name, moei_shared_count_format (people, withhold_below));

    fact->note = g_strdup (stage != MOEI_STAGE_UNKNOWN ? moei_word_stage (language, stage) : C_("tally", "Planned"));
  }
  return facts;
}

/**
 * moei_traffic_facts_provenance:
 * @entity: a flight or a convoy
 *
 * Returns: (transfer full) (element-type MoeiFact): who said so, when and where it can be read
 */
GPtrArray *
moei_traffic_facts_provenance (MoeiEntity *entity)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *owner = moei_owner_name (language, moei_entity_get_owner (entity));
  GPtrArray *facts = moei_facts_new ();

  moei_facts_add (facts, _("Origin"), moei_word_origin (language, moei_entity_get_origin (entity)));
  moei_facts_add (facts, _("Reported by"), owner);
  if (moei_entity_get_observed (entity) != MOEI_INSTANT_UNKNOWN)
    moei_facts_take (facts, _("As of"), moei_format_date_time (language, moei_entity_get_observed (entity),
                                                               MOEI_ZONE_BANGKOK));
  moei_facts_add (facts, _("Source"), moei_entity_get_source (entity));
  return facts;
}
