/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-label-field.h"

static const MoeiBox bounds = { 0, 0, 800, 600 };

static gboolean
overlap (const MoeiBox *a,
         const MoeiBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
test_first_choice (void)
{
  g_autoptr (MoeiLabelField) field = moei_label_field_new (bounds);
  MoeiBox box;

  g_assert_cmpint (moei_label_field_place (field, (MoeiPoint) { 400, 300 }, 12, 80, 20, MOEI_LABEL_NOWHERE, 0, &box),
                   ==, MOEI_LABEL_RIGHT);
  g_assert_cmpfloat (box.x, ==, 412);
  g_assert_cmpfloat (box.y, ==, 290);
  /* The same place again is taken. */
  g_assert_cmpint (moei_label_field_place (field, (MoeiPoint) { 400, 300 }, 12, 80, 20, MOEI_LABEL_NOWHERE, 0, &box),
                   ==, MOEI_LABEL_LEFT);
}

static void
test_edges (void)
{
  g_autoptr (MoeiLabelField) field = moei_label_field_new (bounds);
  MoeiBox box;

  g_assert_cmpint (moei_label_field_place (field, (MoeiPoint) { 780, 300 }, 12, 80, 20, MOEI_LABEL_NOWHERE, 0, &box),
                   ==, MOEI_LABEL_LEFT);
  g_assert_cmpint (moei_label_field_place (field, (MoeiPoint) { 400, 5 }, 0, 80, 20, MOEI_LABEL_NOWHERE, 0, &box),
                   ==, MOEI_LABEL_NOWHERE);
  g_assert_cmpint (moei_label_field_place (field, (MoeiPoint) { 400, 300 }, 12, 900, 20, MOEI_LABEL_NOWHERE, 0, &box),
                   ==, MOEI_LABEL_NOWHERE);
}

/* Each place around a symbol can be taken, whatever part of a pixel it is at. */
static void
test_around_symbol (void)
{
  for (double part = 0; part < 1; part += 0.13) {
    g_autoptr (MoeiLabelField) field = moei_label_field_new (bounds);
    MoeiPoint point = { 400 + part, 300 - part };
    guint met = 0;
    MoeiBox box;

    moei_label_field_add_obstacle (field, (MoeiBox) { point.x - 9, point.y - 9, 18, 18 });
    for (guint i = 0; i < 8; i++) {
      MoeiLabelSlot slot = moei_label_field_place (field, point, 12, 80, 20, MOEI_LABEL_NOWHERE, met, &box);

      g_assert_cmpint (slot, !=, MOEI_LABEL_NOWHERE);
      met |= 1u << slot;
      moei_label_field_release (field, box);
    }
    g_assert_cmpuint (met, ==, 0xff);
  }
}

/* A label keeps its place if that is free, though another is a little better. */
static void
test_stays (void)
{
  g_autoptr (MoeiLabelField) field = moei_label_field_new (bounds);
  MoeiBox box;

  g_assert_cmpint (moei_label_field_place (field, (MoeiPoint) { 400, 300 }, 12, 80, 20, MOEI_LABEL_BELOW, 0, &box),
                   ==, MOEI_LABEL_BELOW);
  g_assert_cmpint (moei_label_field_place (field, (MoeiPoint) { 400, 300 }, 12, 80, 20, MOEI_LABEL_BELOW, 0, &box),
                   ==, MOEI_LABEL_RIGHT);
}

static void
test_avoids_lines (void)
{
  g_autoptr (MoeiLabelField) field = moei_label_field_new (bounds);
  MoeiBox box;

  moei_label_field_add_line (field, (MoeiPoint) { 400, 300 }, (MoeiPoint) { 800, 300 });
  g_assert_cmpint (moei_label_field_place (field, (MoeiPoint) { 400, 300 }, 12, 80, 20, MOEI_LABEL_NOWHERE, 0, &box),
                   ==, MOEI_LABEL_LEFT);
}

static void
test_at_edge (void)
{
  static const MoeiPoint exits[] = { { 790, 300 }, { 10, 300 }, { 400, 10 }, { 400, 590 }, { 790, 10 } };

  for (guint i = 0; i < G_N_ELEMENTS (exits); i++) {
    g_autoptr (MoeiLabelField) field = moei_label_field_new (bounds);
    MoeiBox first, second;

    g_assert_true (moei_label_field_place_at_edge (field, exits[i], 14, 90, 40, &first));
    g_assert_true (moei_label_field_place_at_edge (field, exits[i], 14, 90, 40, &second));
    g_assert_false (overlap (&first, &second));
    g_assert_cmpfloat (MIN (first.x, second.x), >=, 0);
    g_assert_cmpfloat (MIN (first.y, second.y), >=, 0);
    g_assert_cmpfloat (MAX (first.x, second.x) + 90, <=, 800);
    g_assert_cmpfloat (MAX (first.y, second.y) + 40, <=, 600);
  }
}

/* Whatever is asked for, no two labels overlap, nor a label an obstacle. */
static void
test_no_overlap (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (300);

  for (guint round = 0; round < 20; round++) {
    g_autoptr (MoeiLabelField) field = moei_label_field_new (bounds);
    g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (MoeiBox));
    guint n_labels = 0;

    for (guint i = 0; i < 200; i++) {
      MoeiPoint point = { g_rand_double_range (random, -50, 850), g_rand_double_range (random, -50, 650) };
      double radius = i % 4 == 0 ? 0 : 10;
      MoeiBox box = { point.x - 10, point.y - 10, 20, 20 };

      if (i % 3 == 0) {
        if (!moei_label_field_take (field, box))
          continue;
      } else if (moei_label_field_place (field, point, radius, g_rand_double_range (random, 20, 160), 20,
                                         MOEI_LABEL_NOWHERE, 0, &box) == MOEI_LABEL_NOWHERE) {
        continue;
      }
      n_labels++;
      for (guint j = 0; j < boxes->len; j++)
        g_assert_false (overlap (&box, &g_array_index (boxes, MoeiBox, j)));
      g_array_append_val (boxes, box);
    }
    g_assert_cmpuint (n_labels, >, 40);
  }
}

/* Where there is no room, a label that must be shown covers as little as can be,
 * and stays within the field. */
static void
test_force (void)
{
  g_autoptr (MoeiLabelField) field = moei_label_field_new (bounds);
  MoeiBox box;

  moei_label_field_add_obstacle (field, (MoeiBox) { 300, 200, 200, 200 });
  moei_label_field_add_obstacle (field, (MoeiBox) { 300, 200, 200, 90 });
  g_assert_cmpint (moei_label_field_place (field, (MoeiPoint) { 400, 300 }, 12, 60, 20, MOEI_LABEL_NOWHERE, 0, &box),
                   ==, MOEI_LABEL_NOWHERE);
  g_assert_cmpint (moei_label_field_force (field, (MoeiPoint) { 400, 300 }, 12, 60, 20, &box), ==, MOEI_LABEL_RIGHT);
  g_assert_cmpint (moei_label_field_force (field, (MoeiPoint) { 400, 300 }, 12, 60, 20, &box), ==, MOEI_LABEL_LEFT);

  moei_label_field_force (field, (MoeiPoint) { 798, 3 }, 12, 160, 40, &box);
  g_assert_cmpfloat (box.x + box.width, <=, 800);
  g_assert_cmpfloat (box.y, >=, 0);
}

/* A line to a label crosses nothing but what it starts from. */
static void
test_reaches (void)
{
  g_autoptr (MoeiLabelField) field = moei_label_field_new (bounds);
  MoeiPoint from = { 400, 300 }, to = { 460, 300 };
  MoeiBox box;

  moei_label_field_add_obstacle (field, (MoeiBox) { 390, 290, 20, 20 });
  box = (MoeiBox) { 460, 290, 80, 20 };
  g_assert_true (moei_label_field_take (field, box));
  g_assert_true (moei_label_field_reaches (field, from, to));
  moei_label_field_release (field, box);
  moei_label_field_add_obstacle (field, (MoeiBox) { 430, 280, 10, 40 });
  g_assert_true (moei_label_field_take (field, box));
  g_assert_false (moei_label_field_reaches (field, from, to));

  /* What was taken is free again. */
  moei_label_field_release (field, box);
  g_assert_true (moei_label_field_take (field, box));
  g_assert_false (moei_label_field_take (field, box));
}

/* Beside another symbol a label would seem to name that. */
static void
test_doubtful (void)
{
  g_autoptr (MoeiLabelField) field = moei_label_field_new (bounds);
  guint doubtful;

  moei_label_field_add_symbol (field, (MoeiPoint) { 400, 300 }, 9);
  g_assert_cmpuint (moei_label_field_find_doubtful (field, (MoeiPoint) { 400, 300 }, 12, 80, 20), ==, 0);

  moei_label_field_add_symbol (field, (MoeiPoint) { 395, 323 }, 10);
  doubtful = moei_label_field_find_doubtful (field, (MoeiPoint) { 400, 300 }, 12, 80, 20);
  g_assert_cmpuint (doubtful & 1u << MOEI_LABEL_BELOW_RIGHT, !=, 0);
  g_assert_cmpuint (doubtful & 1u << MOEI_LABEL_BELOW, !=, 0);
  g_assert_cmpuint (doubtful & 1u << MOEI_LABEL_RIGHT, ==, 0);
  g_assert_cmpuint (doubtful & 1u << MOEI_LABEL_ABOVE, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/label-field/first-choice", test_first_choice);
  g_test_add_func ("/label-field/edges", test_edges);
  g_test_add_func ("/label-field/around-symbol", test_around_symbol);
  g_test_add_func ("/label-field/stays", test_stays);
  g_test_add_func ("/label-field/avoids-lines", test_avoids_lines);
  g_test_add_func ("/label-field/at-edge", test_at_edge);
  g_test_add_func ("/label-field/no-overlap", test_no_overlap);
  g_test_add_func ("/label-field/doubtful", test_doubtful);
  g_test_add_func ("/label-field/force", test_force);
  g_test_add_func ("/label-field/reaches", test_reaches);

  return g_test_run ();
}
