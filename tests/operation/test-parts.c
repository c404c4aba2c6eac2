/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-bus.h"
#include "operation/moei-change.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-holding.h"
#include "operation/moei-milestone.h"
#include "operation/moei-nationality.h"
#include "operation/moei-operation.h"
#include "operation/moei-referral.h"
#include "operation/moei-roll-row.h"
#include "operation/moei-roll.h"
#include "operation/moei-tally.h"

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    user_data)
{
  guint *n = user_data;

  (*n)++;
}

/* Of what nobody has spoken yet nothing is known; nothing is 0. */
static void
test_unknown (void)
{
  g_autoptr (MoeiMilestone) milestone = moei_milestone_new ("boarded");
  g_autoptr (MoeiBus) bus = moei_bus_new ("b1");
  g_autoptr (MoeiHolding) holding = moei_holding_new ("BGF");
  g_autoptr (MoeiReferral) referral = moei_referral_new ("arrived");
  g_autoptr (MoeiRoll) roll = moei_roll_new ("list");
  g_autoptr (MoeiRollRow) row = moei_roll_row_new ("ETH");
  g_autoptr (MoeiTally) tally = moei_tally_new ("ETH");
  g_autoptr (MoeiFlight) flight = moei_flight_new ("f");
  g_autoptr (MoeiChange) change = moei_change_new ("1");

  g_assert_cmpint (moei_milestone_get_planned (milestone), ==, MOEI_INSTANT_UNKNOWN);
  g_assert_cmpint (moei_milestone_get_done (milestone), ==, MOEI_INSTANT_UNKNOWN);
  g_assert_cmpint (moei_bus_get_number (bus), ==, 0);
  g_assert_cmpint (moei_bus_get_people (bus), ==, MOEI_COUNT_UNKNOWN);
  g_assert_null (moei_bus_get_position (bus));
  g_assert_cmpint (moei_holding_get_people (holding), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (moei_referral_get_people (referral), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (moei_roll_get_total (roll), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (moei_roll_get_countries (roll), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (moei_roll_row_get_people (row), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (moei_tally_get_entered (tally), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (moei_tally_get_confirmed (tally), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (moei_flight_get_no_show (flight), ==, MOEI_COUNT_UNKNOWN);
  g_assert_cmpint (moei_change_get_kind (change), ==, MOEI_CHANGE_KIND_UNKNOWN);
  g_assert_cmpint (moei_change_get_at (change), ==, MOEI_INSTANT_UNKNOWN);
  g_assert_null (moei_change_get_before (change));
  g_assert_false (moei_change_get_correction (change));
}

/* A step that is done is one step that notifies; the flight itself is silent. */
static void
test_milestone_done (void)
{
  g_autoptr (MoeiFlight) own = moei_flight_new ("f");
  g_autoptr (MoeiFlight) fresh = moei_flight_new ("f");
  MoeiMilestone *boarded = moei_milestone_new ("boarded");
  MoeiMilestone *airborne = moei_milestone_new ("airborne");
  guint n_flight = 0, n_boarded = 0, n_airborne = 0;

  moei_collection_append (moei_flight_get_milestones (own), boarded);
  moei_collection_append (moei_flight_get_milestones (own), airborne);
  moei_collection_append (moei_flight_get_milestones (fresh),
                          g_object_new (MOEI_TYPE_MILESTONE, "id", "boarded", "done", G_GINT64_CONSTANT (5), NULL));
  moei_collection_append (moei_flight_get_milestones (fresh), moei_milestone_new ("airborne"));
  g_signal_connect (own, "notify", G_CALLBACK (count_notify), &n_flight);
  g_signal_connect (boarded, "notify", G_CALLBACK (count_notify), &n_boarded);
  g_signal_connect (airborne, "notify", G_CALLBACK (count_notify), &n_airborne);

  g_assert_true (moei_entity_assign (MOEI_ENTITY (own), MOEI_ENTITY (fresh)));
  g_assert_cmpuint (n_boarded, ==, 1);
  g_assert_cmpuint (n_flight + n_airborne, ==, 0);
  g_assert_cmpint (moei_milestone_get_done (boarded), ==, 5);
  g_assert_false (moei_entity_assign (MOEI_ENTITY (own), MOEI_ENTITY (fresh)));
}

/* A bus that leaves a convoy leaves the others as they are, in their order. */
static void
test_fleet (void)
{
  g_autoptr (MoeiConvoy) own = moei_convoy_new ("c");
  g_autoptr (MoeiConvoy) fresh = moei_convoy_new ("c");
  MoeiBus *tail = moei_bus_new ("b3");

  moei_collection_append (moei_convoy_get_fleet (own), moei_bus_new ("b1"));
  moei_collection_append (moei_convoy_get_fleet (own), moei_bus_new ("b2"));
  moei_collection_append (moei_convoy_get_fleet (own), tail);
  moei_collection_append (moei_convoy_get_fleet (fresh), moei_bus_new ("b1"));
  moei_collection_append (moei_convoy_get_fleet (fresh), moei_bus_new ("b3"));

  g_assert_true (moei_entity_assign (MOEI_ENTITY (own), MOEI_ENTITY (fresh)));
  g_assert_cmpuint (moei_collection_size (moei_convoy_get_fleet (own)), ==, 2);
  g_assert_true (moei_collection_get (moei_convoy_get_fleet (own), 1) == (gpointer) tail);
}

/* New changes come first; those that are known stay the same objects. */
static void
test_changes (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  MoeiCollection *changes = moei_operation_get_changes (operation);
  g_autoptr (MoeiCollection) fresh = moei_collection_new (MOEI_TYPE_CHANGE);
  MoeiChange *known = moei_change_new ("7");

  moei_collection_append (changes, known);
  moei_collection_append (changes, moei_change_new ("6"));
  moei_collection_append (fresh, moei_change_new ("8"));
  moei_collection_append (fresh, moei_change_new ("7"));

  g_assert_true (moei_collection_merge (changes, fresh));
  g_assert_cmpuint (moei_collection_size (changes), ==, 2);
  g_assert_cmpstr (moei_entity_get_id (moei_collection_get (changes, 0)), ==, "8");
  g_assert_true (moei_collection_get (changes, 1) == (gpointer) known);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_rolls (operation)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/operation/parts/unknown", test_unknown);
  g_test_add_func ("/operation/parts/milestone-done", test_milestone_done);
  g_test_add_func ("/operation/parts/fleet", test_fleet);
  g_test_add_func ("/operation/parts/changes", test_changes);

  return g_test_run ();
}
