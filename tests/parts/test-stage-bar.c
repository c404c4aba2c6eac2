/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"

#include "parts/moei-stage-bar.h"

#define LENGTH 300

/* The extent of each visible part along the bar, in people where the whole
 * bar stands for as many people as it has pixels. */
static int
get_extent (GtkWidget  *bar,
            const char *css_class)
{
  for (GtkWidget *part = gtk_widget_get_first_child (bar); part != NULL; part = gtk_widget_get_next_sibling (part)) {
    gboolean upright = gtk_orientable_get_orientation (GTK_ORIENTABLE (bar)) == GTK_ORIENTATION_VERTICAL;

    if (!gtk_widget_has_css_class (part, css_class))
      continue;
    if (!gtk_widget_get_child_visible (part))
      return 0;
    return upright ? gtk_widget_get_allocated_height (part) : gtk_widget_get_allocated_width (part);
  }
  return -1;
}

static GtkWidget *
new_bar (GtkOrientation    orientation,
         const MoeiFunnel *funnel,
         int               maximum)
{
  GtkWidget *bar = g_object_ref_sink (moei_stage_bar_new ());
  GtkAllocation allocation = { 0, 0, LENGTH, 12 };

  if (orientation == GTK_ORIENTATION_VERTICAL)
    allocation = (GtkAllocation) { 0, 0, 12, LENGTH };
  gtk_orientable_set_orientation (GTK_ORIENTABLE (bar), orientation);
  moei_stage_bar_set_funnel (MOEI_STAGE_BAR (bar), funnel, maximum);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (bar, &allocation, -1);
  return bar;
}

static void
test_new_destroy (void)
{
  GtkWidget *bar = g_object_ref_sink (moei_stage_bar_new ());

  g_assert_finalize_object (bar);
}

static void
test_shares (gconstpointer data)
{
  MoeiFunnel funnel = { .quota = 300, .departed = 214, .at_airport = 48, .on_bus = 24, .slot_given = 9 };
  g_autoptr (GtkWidget) bar = new_bar (GPOINTER_TO_INT (data), &funnel, LENGTH);

  g_assert_cmpint (get_extent (bar, "departed"), ==, 214);
  g_assert_cmpint (get_extent (bar, "at-airport"), ==, 48);
  g_assert_cmpint (get_extent (bar, "on-bus"), ==, 24);
  g_assert_cmpint (get_extent (bar, "slot-given"), ==, 9);
}

static void
test_more_than_quota (void)
{
  MoeiFunnel funnel = { .quota = 300, .departed = 456 };
  g_autoptr (GtkWidget) bar = new_bar (GTK_ORIENTATION_HORIZONTAL, &funnel, 456);

  g_assert_cmpint (get_extent (bar, "departed"), ==, LENGTH);
  g_assert_cmpint (get_extent (bar, "at-airport"), ==, 0);
}

static void
test_unknown (void)
{
  MoeiFunnel funnel = { .quota = -1, .departed = -1, .at_airport = -1, .on_bus = -1, .slot_given = -1 };
  g_autoptr (GtkWidget) bar = new_bar (GTK_ORIENTATION_HORIZONTAL, &funnel, -1);

  g_assert_cmpint (get_extent (bar, "departed"), ==, 0);
  g_assert_cmpint (get_extent (bar, "slot-given"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/stage-bar/new-destroy", test_new_destroy);
  g_test_add_data_func ("/stage-bar/shares-lying", GINT_TO_POINTER (GTK_ORIENTATION_HORIZONTAL), test_shares);
  g_test_add_data_func ("/stage-bar/shares-upright", GINT_TO_POINTER (GTK_ORIENTATION_VERTICAL), test_shares);
  g_test_add_func ("/stage-bar/more-than-quota", test_more_than_quota);
  g_test_add_func ("/stage-bar/unknown", test_unknown);

  return g_test_run ();
}
