/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"

#include "desk/moei-figure.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"

#define LIMIT_MS 20000

static MoeiFigure *
new_shown (void)
{
  GtkWidget *figure = moei_figure_new ();

  desk_test_present (figure);
  return MOEI_FIGURE (figure);
}

static void
test_new_destroy (void)
{
  GtkWidget *figure = g_object_ref_sink (moei_figure_new ());

  moei_figure_set_count (MOEI_FIGURE (figure), 12);
  g_assert_finalize_object (figure);
}

static void
test_says (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (moei_figure_new ());
  MoeiFigure *figure = MOEI_FIGURE (widget);

  moei_figure_set_count (figure, 1840);
  g_assert_cmpstr (moei_figure_get_text (figure), ==, "1,840");
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "1,840");
  moei_figure_set_count (figure, MOEI_COUNT_SUPPRESSED);
  g_assert_cmpstr (moei_figure_get_text (figure), ==, "<5");
  moei_figure_set_count (figure, MOEI_COUNT_UNKNOWN);
  g_assert_cmpstr (moei_figure_get_text (figure), ==, "–");
  moei_figure_set_text (figure, "17%");
  g_assert_true (desk_test_shows (widget, "17%"));
}

static void
test_first_is_no_change (void)
{
  MoeiFigure *figure = new_shown ();

  moei_figure_set_count (figure, MOEI_COUNT_UNKNOWN);
  moei_figure_set_count (figure, 12);
  g_assert_false (moei_figure_get_changed (figure));
  moei_figure_set_count (figure, 12);
  g_assert_false (moei_figure_get_changed (figure));
}

static void
test_change (void)
{
  MoeiFigure *figure = new_shown ();

  moei_figure_set_count (figure, 12);
  moei_figure_set_count (figure, 14);
  g_assert_true (moei_figure_get_changed (figure));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (figure), "changed"));
}

static void
give_up (gpointer data)
{
  g_error ("the mark never ended");
}

static void
test_ends (void)
{
  MoeiFigure *figure = new_shown ();
  guint limit = g_timeout_add_once (LIMIT_MS, give_up, NULL);

  moei_figure_set_text (figure, "14:05");
  moei_figure_set_text (figure, "14:30");
  while (moei_figure_get_changed (figure))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (figure), "changed"));
}

static void
test_no_longer_known (void)
{
  MoeiFigure *figure = new_shown ();

  moei_figure_set_count (figure, 12);
  moei_figure_set_count (figure, MOEI_COUNT_UNKNOWN);
  g_assert_true (moei_figure_get_changed (figure));
}

static void
test_other_subject (void)
{
  MoeiFigure *figure = new_shown ();

  moei_figure_set_subject (figure, "2025-03-06");
  moei_figure_set_count (figure, 12);
  moei_figure_set_subject (figure, "2025-03-07");
  moei_figure_set_count (figure, 14);
  g_assert_false (moei_figure_get_changed (figure));
  moei_figure_set_count (figure, 15);
  g_assert_true (moei_figure_get_changed (figure));
  moei_figure_set_subject (figure, "2025-03-06");
  g_assert_false (moei_figure_get_changed (figure));
}

static void
test_unseen (void)
{
  g_autoptr (GtkWidget) figure = g_object_ref_sink (moei_figure_new ());

  moei_figure_set_count (MOEI_FIGURE (figure), 12);
  moei_figure_set_count (MOEI_FIGURE (figure), 14);
  g_assert_false (moei_figure_get_changed (MOEI_FIGURE (figure)));
}

static void
test_no_motion (void)
{
  MoeiFigure *figure = new_shown ();
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (figure));

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  moei_figure_set_count (figure, 12);
  moei_figure_set_count (figure, 14);
  g_assert_false (moei_figure_get_changed (figure));
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
}

/* The line is drawn within: what stands beside the number stays where it is. */
static void
test_nothing_moves (void)
{
  MoeiFigure *figure = new_shown ();
  int before, after;

  moei_figure_set_count (figure, 12);
  gtk_widget_measure (GTK_WIDGET (figure), GTK_ORIENTATION_VERTICAL, -1, &before, NULL, NULL, NULL);
  moei_figure_set_count (figure, 13);
  g_assert_true (moei_figure_get_changed (figure));
  gtk_widget_measure (GTK_WIDGET (figure), GTK_ORIENTATION_VERTICAL, -1, &after, NULL, NULL, NULL);
  g_assert_cmpint (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/figure/new-destroy", test_new_destroy);
  g_test_add_func ("/figure/says", test_says);
  g_test_add_func ("/figure/first-is-no-change", test_first_is_no_change);
  g_test_add_func ("/figure/change", test_change);
  g_test_add_func ("/figure/ends", test_ends);
  g_test_add_func ("/figure/no-longer-known", test_no_longer_known);
  g_test_add_func ("/figure/other-subject", test_other_subject);
  g_test_add_func ("/figure/unseen", test_unseen);
  g_test_add_func ("/figure/no-motion", test_no_motion);
  g_test_add_func ("/figure/nothing-moves", test_nothing_moves);

  return g_test_run ();
}
