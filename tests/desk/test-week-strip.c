/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"

#include "desk/moei-day-tile.h"
#include "desk/moei-week-strip.h"
#include "operation/moei-collection.h"
#include "operation/moei-quota-day.h"

static GtkWidget *
new_strip (MoeiOperation *operation)
{
  return g_object_ref_sink (g_object_new (MOEI_TYPE_WEEK_STRIP, "now", sample_operation_get_now (),
                                          "operation", operation, NULL));
}

static guint
count_tiles (GtkWidget  *within,
             const char *css_class)
{
  guint n = 0;

  if (!gtk_widget_get_visible (within))
    return 0;
  if (MOEI_IS_DAY_TILE (within))
    return css_class == NULL || gtk_widget_has_css_class (within, css_class);
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_tiles (child, css_class);
  return n;
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();

  g_assert_finalize_object (new_strip (operation));
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
test_week (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) strip = new_strip (operation);

  g_assert_cmpuint (count_tiles (strip, NULL), ==, 7);
  g_assert_cmpuint (count_tiles (strip, "today"), ==, 1);
  g_assert_true (desk_test_shows (strip, "1,142 / 1,500"));
  g_assert_true (desk_test_shows (strip, "Thu"));
  g_assert_true (desk_test_shows (strip, "296"));
  g_assert_true (desk_test_shows (strip, "China"));
  g_assert_true (desk_test_shows (strip, "as of 15:00"));
}

static gboolean
has_tooltip (GtkWidget  *within,
             const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (within), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (has_tooltip (child, text))
      return TRUE;
  }
  return FALSE;
}

static void
test_in_full (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (MoeiText) weekend = moei_text_new ("Weekend: no quota", NULL, NULL, NULL);
  g_autoptr (GtkWidget) strip = NULL;

  g_object_set (moei_collection_lookup (moei_operation_get_days (operation), "2025-03-09"), "reason", weekend, NULL);
  strip = new_strip (operation);
  g_assert_true (has_tooltip (strip, "Thursday 6 March 2025: 214 of 300 departed. Chinese nationals first"));
  g_assert_true (has_tooltip (strip, "Sunday 9 March 2025: 71 departed. Weekend: no quota"));
}

static void
test_is_read (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) strip = new_strip (operation);
  GtkWidget *tile = desk_test_find_by_type (strip, MOEI_TYPE_DAY_TILE);

  g_assert_true (gtk_widget_get_focusable (strip));
  gtk_test_accessible_assert_property (strip, GTK_ACCESSIBLE_PROPERTY_LABEL, "This week: 1,142 / 1,500");
  gtk_test_accessible_assert_role (tile, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (tile, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Monday 3 March 2025: 261 of 300 departed. Chinese nationals first");
}

static void
test_day_turns (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) strip = new_strip (operation);
  guint today;

  g_object_get (operation, "operating-day", &today, NULL);
  g_object_set (operation, "operating-day", today + 30, NULL);
  g_assert_cmpuint (count_tiles (strip, "today"), ==, 0);
}

static void
test_week_turns (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (MoeiOperation) next = moei_operation_new ();
  g_autoptr (GtkWidget) strip = new_strip (operation);
  guint today;

  g_object_get (operation, "operating-day", &today, NULL);
  for (guint i = 0; i < 7; i++) {
    g_autofree char *id = g_strdup_printf ("2025-03-%02u", 10 + i);

    moei_collection_append (moei_operation_get_days (next),
                            g_object_new (MOEI_TYPE_QUOTA_DAY, "id", id, "date", today + 4 + i, "quota", 200, NULL));
  }
  g_object_set (operation, "operating-day", today + 4, NULL);
  moei_collection_merge (moei_operation_get_days (operation), moei_operation_get_days (next));
  g_assert_cmpuint (count_tiles (strip, NULL), ==, 7);
  g_assert_cmpuint (count_tiles (strip, "today"), ==, 1);
  g_assert_true (desk_test_shows (strip, "– / 1,400"));
  g_assert_false (desk_test_shows (strip, "296"));
}

/* Of a day that has not begun nobody has counted that nobody left. */
static void
test_days_to_come (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) strip = NULL;
  MoeiQuotaDay *friday = moei_collection_lookup (moei_operation_get_days (operation), "2025-03-07");

  g_object_set (moei_collection_get (moei_quota_day_get_tallies (friday), 0), "departed", 0, NULL);
  strip = new_strip (operation);
  g_assert_true (has_tooltip (strip, "Friday 7 March 2025: – of 300 departed. Chinese nationals first"));
}

static void
test_no_week (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (GtkWidget) strip = new_strip (operation);

  g_assert_cmpuint (count_tiles (strip, NULL), ==, 0);
  g_assert_true (desk_test_shows (strip, "– / –"));
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/week-strip/new-destroy", test_new_destroy);
  g_test_add_func ("/week-strip/week", test_week);
  g_test_add_func ("/week-strip/is-read", test_is_read);
  g_test_add_func ("/week-strip/in-full", test_in_full);
  g_test_add_func ("/week-strip/day-turns", test_day_turns);
  g_test_add_func ("/week-strip/week-turns", test_week_turns);
  g_test_add_func ("/week-strip/days-to-come", test_days_to_come);
  g_test_add_func ("/week-strip/no-week", test_no_week);

  return g_test_run ();
}
