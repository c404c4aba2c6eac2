/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"

#include "language/moei-language.h"
#include "wall/moei-polyglot.h"
#include "wall/moei-typeset.h"
#include "wall/moei-wall-scale.h"

#define N_MANY 200

static const char * const texts[MOEI_N_LANGUAGES] = {
  [MOEI_LANGUAGE_EN] = "Departed",
  [MOEI_LANGUAGE_TH] = "ออกเดินทางแล้ว",
  [MOEI_LANGUAGE_MY] = "ထွက်ခွာပြီး",
  [MOEI_LANGUAGE_ZH_CN] = "已离境",
};

static GtkWidget *
present (GtkWidget *child,
         int        width,
         int        height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static void
test_new_destroy (void)
{
  GtkWidget *polyglot = g_object_ref_sink (moei_polyglot_new (MOEI_WALL_TEXT));

  moei_polyglot_set_texts (MOEI_POLYGLOT (polyglot), texts);
  g_assert_finalize_object (polyglot);
}

/* As wide as the widest and as high as the highest: no language needs more. */
static void
test_room (void)
{
  GtkWidget *polyglot = moei_polyglot_new (MOEI_WALL_TEXT);
  GtkWidget *window = present (polyglot, 100, 100);
  int widest = 0, highest = 0, width, height;

  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    GtkWidget *alone = g_object_ref_sink (moei_polyglot_new (MOEI_WALL_TEXT));

    moei_polyglot_set_text (MOEI_POLYGLOT (alone), i, texts[i]);
    gtk_widget_measure (alone, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
    gtk_widget_measure (alone, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
    widest = MAX (widest, width);
    highest = MAX (highest, height);
    g_object_unref (alone);
  }
  moei_polyglot_set_texts (MOEI_POLYGLOT (polyglot), texts);
  gtk_widget_measure (polyglot, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (polyglot, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (widest, >, 0);
  g_assert_cmpint (width, ==, widest);
  g_assert_cmpint (height, >=, highest);
  g_assert_true (moei_polyglot_fits (MOEI_POLYGLOT (polyglot)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A text that does not fit is found, not cut short. */
static void
test_fits (void)
{
  GtkWidget *polyglot = g_object_ref_sink (moei_polyglot_new (MOEI_WALL_TEXT));
  GtkAllocation narrow = { 0, 0, 10, 200 };

  moei_polyglot_set_texts (MOEI_POLYGLOT (polyglot), texts);
  gtk_widget_measure (polyglot, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (polyglot, &narrow, -1);
  g_assert_false (moei_polyglot_fits (MOEI_POLYGLOT (polyglot)));
  g_object_unref (polyglot);
}

static void
test_lines (void)
{
  GtkWidget *polyglot = g_object_ref_sink (moei_polyglot_new (MOEI_WALL_TEXT));
  int natural, least, one, two;

  moei_polyglot_set_all (MOEI_POLYGLOT (polyglot), "Short by 42: embassy confirmation, 61 waiting");
  gtk_widget_measure (polyglot, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_measure (polyglot, GTK_ORIENTATION_VERTICAL, -1, &one, NULL, NULL, NULL);
  g_object_set (polyglot, "lines", 2, NULL);
  gtk_widget_measure (polyglot, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (polyglot, GTK_ORIENTATION_VERTICAL, least, &two, NULL, NULL, NULL);
  g_assert_cmpint (least, <, natural);
  g_assert_cmpint (two, >, one * 3 / 2);
  g_object_unref (polyglot);
}

static void
test_message (void)
{
  MoeiPolyglot *polyglot = MOEI_POLYGLOT (g_object_ref_sink (moei_polyglot_new (MOEI_WALL_TEXT)));

  moei_polyglot_set_message (polyglot, "EXERCISE");
  g_assert_cmpstr (moei_polyglot_get_text (polyglot, MOEI_LANGUAGE_EN), ==, "EXERCISE");
  for (MoeiLanguage i = MOEI_LANGUAGE_TH; i < MOEI_N_LANGUAGES; i++)
    g_assert_cmpstr (moei_polyglot_get_text (polyglot, i), !=, "EXERCISE");
  g_object_unref (polyglot);
}

static void
test_accessible (void)
{
  GtkWidget *polyglot = g_object_ref_sink (moei_polyglot_new (MOEI_WALL_TEXT));

  moei_polyglot_set_texts (MOEI_POLYGLOT (polyglot), texts);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (polyglot), GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (polyglot), GTK_ACCESSIBLE_PROPERTY_LABEL, texts[MOEI_LANGUAGE_EN]);
  moei_polyglot_set_language (MOEI_POLYGLOT (polyglot), MOEI_LANGUAGE_TH);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (polyglot), GTK_ACCESSIBLE_PROPERTY_LABEL, texts[MOEI_LANGUAGE_TH]);
  g_object_unref (polyglot);
}

/* Figures have the same letters in all languages, but where Burmese has its own. */
static void
test_figures (void)
{
  MoeiPolyglot *polyglot = MOEI_POLYGLOT (moei_polyglot_new (MOEI_WALL_FIGURE));
  GtkWidget *window = present (GTK_WIDGET (polyglot), 300, 100);
  graphene_rect_t english, chinese, burmese;

  g_assert_true (moei_typeset_is_figure ("1,840"));
  g_assert_true (moei_typeset_is_figure ("၁၄:၃၀"));
  g_assert_true (moei_typeset_is_figure ("–"));
  g_assert_false (moei_typeset_is_figure ("CZ 8624"));
  g_assert_false (moei_typeset_is_figure ("3月"));
  moei_polyglot_set_count (polyglot, 214);
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (moei_polyglot_get_ink (polyglot, MOEI_LANGUAGE_EN, &english));
  g_assert_true (moei_polyglot_get_ink (polyglot, MOEI_LANGUAGE_ZH_CN, &chinese));
  g_assert_true (moei_polyglot_get_ink (polyglot, MOEI_LANGUAGE_MY, &burmese));
  g_assert_true (graphene_rect_equal (&english, &chinese));
  g_assert_false (graphene_rect_equal (&english, &burmese));
  moei_polyglot_set_digits_below (window, FALSE);
  g_assert_true (moei_polyglot_get_ink (polyglot, MOEI_LANGUAGE_MY, &burmese));
  g_assert_cmpfloat (burmese.size.width, ==, english.size.width);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is added later speaks as the rest does. */
static void
test_joins (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = present (box, 300, 100);
  GtkWidget *late = moei_polyglot_new (MOEI_WALL_TEXT);

  moei_polyglot_set_language_below (box, MOEI_LANGUAGE_MY);
  gtk_box_append (GTK_BOX (box), late);
  g_assert_cmpint (moei_polyglot_get_language (MOEI_POLYGLOT (late)), ==, MOEI_LANGUAGE_MY);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The language of two hundred texts turns, and no widget has another place. */
static void
test_turn (void)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *window, *polyglots[N_MANY];
  GtkAllocation before[N_MANY];

  for (int i = 0; i < N_MANY; i++) {
    polyglots[i] = moei_polyglot_new (MOEI_WALL_TEXT);
    moei_polyglot_set_texts (MOEI_POLYGLOT (polyglots[i]), texts);
    gtk_grid_attach (GTK_GRID (grid), polyglots[i], i % 10, i / 10, 1, 1);
  }
  window = present (grid, 1200, 900);
  for (int i = 0; i < N_MANY; i++)
    gtk_widget_get_allocation (polyglots[i], &before[i]);

  for (MoeiLanguage language = MOEI_LANGUAGE_TH; language < MOEI_N_LANGUAGES; language++) {
    moei_polyglot_set_language_below (window, language);
    gtk_test_widget_wait_for_draw (window);
    for (int i = 0; i < N_MANY; i++) {
      GtkAllocation now;

      gtk_widget_get_allocation (polyglots[i], &now);
      g_assert_true (gdk_rectangle_equal (&before[i], &now));
      g_assert_cmpint (moei_polyglot_get_language (MOEI_POLYGLOT (polyglots[i])), ==, language);
    }
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/polyglot/new-destroy", test_new_destroy);
  g_test_add_func ("/polyglot/room", test_room);
  g_test_add_func ("/polyglot/fits", test_fits);
  g_test_add_func ("/polyglot/lines", test_lines);
  g_test_add_func ("/polyglot/message", test_message);
  g_test_add_func ("/polyglot/accessible", test_accessible);
  g_test_add_func ("/polyglot/figures", test_figures);
  g_test_add_func ("/polyglot/joins", test_joins);
  g_test_add_func ("/polyglot/turn", test_turn);
  return g_test_run ();
}
