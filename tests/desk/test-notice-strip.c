/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"

#include "desk/moei-notice-strip.h"
#include "operation/moei-collection.h"
#include "operation/moei-notice.h"

#define HOUR ((gint64) 3600 * G_USEC_PER_SEC)

static void
add_notice (MoeiOperation *operation,
            const char    *headline,
            MoeiSeverity   severity,
            gint64         effective,
            gint64         expires)
{
  g_autoptr (MoeiText) text = moei_text_new (headline, NULL, NULL, NULL);

  moei_collection_append (moei_operation_get_notices (operation),
                          g_object_new (MOEI_TYPE_NOTICE, "id", headline, "headline", text, "severity", severity,
                                        "effective", effective, "expires", expires, NULL));
}

static GtkWidget *
new_strip (MoeiOperation *operation)
{
  return g_object_ref_sink (g_object_new (MOEI_TYPE_NOTICE_STRIP, "now", sample_operation_get_now (),
                                          "operation", operation, NULL));
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();

  g_assert_finalize_object (new_strip (operation));
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
test_none (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) strip = NULL;
  gint64 now = sample_operation_get_now ();

  add_notice (operation, "Tomorrow", MOEI_SEVERITY_SEVERE, now + HOUR, now + 2 * HOUR);
  add_notice (operation, "Yesterday", MOEI_SEVERITY_SEVERE, now - 2 * HOUR, now);
  strip = new_strip (operation);
  g_assert_false (gtk_widget_get_visible (strip));
}

static void
test_gravest_first (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) strip = NULL;
  gint64 now = sample_operation_get_now ();

  add_notice (operation, "Counter 2 reopened", MOEI_SEVERITY_MINOR, now - HOUR, MOEI_INSTANT_UNKNOWN);
  add_notice (operation, "Bridge 2 closed", MOEI_SEVERITY_SEVERE, now - 2 * HOUR, now + HOUR);
  strip = new_strip (operation);
  g_assert_true (gtk_widget_get_visible (strip));
  g_assert_true (desk_test_shows (strip, "Bridge 2 closed"));
  g_assert_true (desk_test_shows (strip, "and 1 more"));
  g_assert_true (gtk_widget_has_css_class (strip, "grave"));

  /* It expires by the service's clock. */
  g_object_set (strip, "now", now + HOUR, NULL);
  g_assert_true (desk_test_shows (strip, "Counter 2 reopened"));
  g_assert_false (gtk_widget_has_css_class (strip, "grave"));
}

/* Nobody reads more, and each is a row of the window. */
static void
test_many (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) strip = NULL;

  for (guint i = 0; i < 200; i++) {
    g_autofree char *headline = g_strdup_printf ("Notice %u", i);

    add_notice (operation, headline, MOEI_SEVERITY_MINOR, sample_operation_get_now () - i * HOUR, MOEI_INSTANT_UNKNOWN);
  }
  strip = new_strip (operation);
  g_assert_true (desk_test_shows (strip, "and 199 more"));
  g_assert_true (desk_test_shows (strip, "Notice 49"));
  g_assert_false (desk_test_shows (strip, "Notice 50"));
}

static GtkWidget *
find_heading (GtkWidget *within)
{
  if (gtk_widget_has_css_class (within, "heading"))
    return within;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_heading (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* Whoever reads the list must not be thrown back to its top by what is not
 * news here. */
static void
test_keeps_its_list (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) strip = NULL;
  GtkWidget *label;

  add_notice (operation, "Bridge 2 closed", MOEI_SEVERITY_SEVERE, sample_operation_get_now (), MOEI_INSTANT_UNKNOWN);
  strip = new_strip (operation);
  g_assert_true (desk_test_shows (strip, "as of 15:00"));
  label = find_heading (strip);
  g_object_add_weak_pointer (G_OBJECT (label), (gpointer *) &label);
  g_signal_emit_by_name (moei_operation_get_flights (operation), "changed");
  g_assert_nonnull (label);

  add_notice (operation, "Counter 2 reopened", MOEI_SEVERITY_MINOR, sample_operation_get_now (), MOEI_INSTANT_UNKNOWN);
  g_signal_emit_by_name (moei_operation_get_notices (operation), "changed");
  g_assert_null (label);
  g_assert_true (desk_test_shows (strip, "Counter 2 reopened"));
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/notice-strip/new-destroy", test_new_destroy);
  g_test_add_func ("/notice-strip/none", test_none);
  g_test_add_func ("/notice-strip/gravest-first", test_gravest_first);
  g_test_add_func ("/notice-strip/many", test_many);
  g_test_add_func ("/notice-strip/keeps-its-list", test_keeps_its_list);

  return g_test_run ();
}
