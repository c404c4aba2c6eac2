/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-label-memory.h"

static const char first[] = "first", second[] = "second";
static const MoeiLabelPlace there = { { 100, 100, 80, 20 }, TRUE, { 90, 90 } };

static MoeiLabelField *
create_field (void)
{
  return moei_label_field_new ((MoeiBox) { 0, 0, 800, 600 });
}

static void
test_slots (void)
{
  g_autoptr (MoeiLabelMemory) memory = moei_label_memory_new ();

  g_assert_cmpint (moei_label_memory_get_slot (memory, first), ==, MOEI_LABEL_NOWHERE);
  moei_label_memory_set_slot (memory, first, MOEI_LABEL_BELOW);
  moei_label_memory_forget (memory);
  g_assert_cmpint (moei_label_memory_get_slot (memory, first), ==, MOEI_LABEL_BELOW);
  g_assert_cmpint (moei_label_memory_get_slot (memory, second), ==, MOEI_LABEL_NOWHERE);
}

/* What was kept is held against others until its own name comes. */
static void
test_kept (void)
{
  g_autoptr (MoeiLabelMemory) memory = moei_label_memory_new ();
  g_autoptr (MoeiLabelField) field = create_field ();
  MoeiLabelPlace place;

  moei_label_memory_keep (memory, first, &there);
  g_assert_false (moei_label_memory_claim (memory, field, first, 80, 20, &place));
  moei_label_memory_reserve (memory, field);
  g_assert_false (moei_label_field_take (field, there.box));
  g_assert_false (moei_label_memory_claim (memory, field, second, 80, 20, &place));
  g_assert_true (moei_label_memory_claim (memory, field, first, 80, 20, &place));
  g_assert_cmpfloat (place.box.x, ==, 100);
  g_assert_cmpfloat (place.point.y, ==, 90);
  g_assert_true (place.has_leader);
  g_assert_false (moei_label_field_take (field, there.box));
}

/* What stands in a place takes it; a name that has become another size frees it. */
static void
test_lost (void)
{
  g_autoptr (MoeiLabelMemory) memory = moei_label_memory_new ();
  g_autoptr (MoeiLabelField) field = create_field (), empty = create_field ();
  MoeiLabelPlace place;

  moei_label_memory_keep (memory, first, &there);
  moei_label_field_add_obstacle (field, (MoeiBox) { 170, 110, 20, 20 });
  moei_label_memory_reserve (memory, field);
  g_assert_false (moei_label_memory_claim (memory, field, first, 80, 20, &place));

  moei_label_memory_reserve (memory, empty);
  g_assert_false (moei_label_memory_claim (memory, empty, first, 90, 20, &place));
  g_assert_true (moei_label_field_take (empty, there.box));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/label-memory/slots", test_slots);
  g_test_add_func ("/label-memory/kept", test_kept);
  g_test_add_func ("/label-memory/lost", test_lost);

  return g_test_run ();
}
