/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "operation/moei-tally.h"

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
count_items_changed (GListModel *model,
                     guint       position,
                     guint       removed,
                     guint       added,
                     gpointer    user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
count_changed (MoeiCollection *collection,
               gpointer        user_data)
{
  guint *n = user_data;

  (*n)++;
}

static MoeiFlight *
flight (const char *id,
        int         boarded)
{
  return g_object_new (MOEI_TYPE_FLIGHT, "id", id, "boarded", boarded, NULL);
}

static MoeiCollection *
flights (int a,
         int b,
         int c)
{
  MoeiCollection *self = moei_collection_new (MOEI_TYPE_FLIGHT);

  moei_collection_append (self, flight ("a", a));
  moei_collection_append (self, flight ("b", b));
  moei_collection_append (self, flight ("c", c));
  return self;
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiCollection) self = flights (1, 2, 3);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 3);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (self)) == MOEI_TYPE_FLIGHT);
  g_assert_finalize_object (g_steal_pointer (&self));
}

static void
test_one_change_notifies_one (void)
{
  g_autoptr (MoeiCollection) self = flights (1, 2, 3);
  g_autoptr (MoeiCollection) same = flights (1, 2, 3);
  g_autoptr (MoeiCollection) fresh = flights (1, 20, 3);
  guint n_notified[3] = { 0, 0, 0 }, n_items_changed = 0, n_changed = 0;
  MoeiFlight *b = moei_collection_lookup (self, "b");

  for (guint i = 0; i < 3; i++)
    g_signal_connect (moei_collection_get (self, i), "notify", G_CALLBACK (count_notify), &n_notified[i]);
  g_signal_connect (self, "items-changed", G_CALLBACK (count_items_changed), &n_items_changed);
  g_signal_connect (self, "changed", G_CALLBACK (count_changed), &n_changed);

  g_assert_false (moei_collection_merge (self, same));
  g_assert_cmpuint (n_notified[0] + n_notified[1] + n_notified[2], ==, 0);
  g_assert_cmpuint (n_changed, ==, 0);

  g_assert_true (moei_collection_merge (self, fresh));
  g_assert_cmpuint (n_notified[0], ==, 0);
  g_assert_cmpuint (n_notified[1], ==, 1);
  g_assert_cmpuint (n_notified[2], ==, 0);
  g_assert_cmpuint (n_items_changed, ==, 0);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (moei_collection_lookup (self, "b") == b);
  g_assert_cmpint (moei_flight_get_boarded (b), ==, 20);
}

static void
test_came_and_went (void)
{
  g_autoptr (MoeiCollection) self = flights (1, 2, 3);
  g_autoptr (MoeiCollection) fresh = moei_collection_new (MOEI_TYPE_FLIGHT);
  g_autoptr (MoeiFlight) a = g_object_ref (moei_collection_lookup (self, "a"));
  guint n_items_changed = 0;

  g_signal_connect (self, "items-changed", G_CALLBACK (count_items_changed), &n_items_changed);
  moei_collection_append (fresh, flight ("c", 3));
  moei_collection_append (fresh, flight ("a", 1));
  moei_collection_append (fresh, flight ("d", 4));

  g_assert_true (moei_collection_merge (self, fresh));
  g_assert_cmpuint (n_items_changed, ==, 1);
  g_assert_cmpuint (moei_collection_size (self), ==, 3);
  g_assert_true (moei_collection_get (self, 1) == (gpointer) a);
  g_assert_null (moei_collection_lookup (self, "b"));
  g_assert_nonnull (moei_collection_lookup (self, "d"));
}

static void
test_nested (void)
{
  g_autoptr (MoeiFlight) own = flight ("a", 1);
  g_autoptr (MoeiFlight) fresh = flight ("a", 1);
  MoeiTally *tally = g_object_new (MOEI_TYPE_TALLY, "id", "CHN", "planned", 76, NULL);
  guint n = 0, n_tally = 0;

  moei_collection_append (moei_flight_get_nationalities (own), tally);
  moei_collection_append (moei_flight_get_nationalities (fresh),
                          g_object_new (MOEI_TYPE_TALLY, "id", "CHN", "planned", 75, NULL));
  g_signal_connect (own, "notify", G_CALLBACK (count_notify), &n);
  g_signal_connect (tally, "notify", G_CALLBACK (count_notify), &n_tally);

  g_assert_true (moei_entity_assign (MOEI_ENTITY (own), MOEI_ENTITY (fresh)));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (n_tally, ==, 1);
  g_assert_cmpint (moei_tally_get_planned (tally), ==, 75);
}

/* What was merged stays as it was, and can be merged again. */
static void
test_nothing_shared (void)
{
  g_autoptr (MoeiCollection) self = moei_collection_new (MOEI_TYPE_FLIGHT);
  g_autoptr (MoeiCollection) first = flights (1, 2, 3);
  g_autoptr (MoeiCollection) second = flights (10, 2, 3);
  MoeiFlight *a = moei_collection_lookup (first, "a");

  moei_collection_append (moei_flight_get_nationalities (a),
                          g_object_new (MOEI_TYPE_TALLY, "id", "CHN", "planned", 76, NULL));

  g_assert_true (moei_collection_merge (self, first));
  g_assert_false (moei_collection_merge (self, first));
  g_assert_true (moei_collection_merge (self, second));
  g_assert_cmpint (moei_flight_get_boarded (a), ==, 1);
  g_assert_cmpuint (moei_collection_size (moei_flight_get_nationalities (a)), ==, 1);

  g_assert_true (moei_collection_merge (self, first));
  a = moei_collection_lookup (self, "a");
  g_assert_cmpint (moei_flight_get_boarded (a), ==, 1);
  g_assert_cmpint (moei_tally_get_planned (moei_collection_get (moei_flight_get_nationalities (a), 0)), ==, 76);
  g_assert_false (moei_entity_assign (MOEI_ENTITY (a), MOEI_ENTITY (a)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/collection/new-destroy", test_new_destroy);
  g_test_add_func ("/collection/one-change-notifies-one", test_one_change_notifies_one);
  g_test_add_func ("/collection/came-and-went", test_came_and_went);
  g_test_add_func ("/collection/nested", test_nested);
  g_test_add_func ("/collection/nothing-shared", test_nothing_shared);

  return g_test_run ();
}
