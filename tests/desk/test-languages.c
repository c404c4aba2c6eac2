/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"

#include "desk/moei-pages.h"
#include "desk/moei-situation-page.h"
#include "desk/moei-window.h"
#include "feed/moei-feed-error.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "parts/moei-looks.h"

/* The whole window in each language: every glyph is there, nothing is cut
 * short, and nothing makes it wider than the smallest screen it is for. */

#define WIDTH 1024
#define HEIGHT 700

static AdwApplication *application;

static void
check_labels (GtkWidget *within)
{
  if (!gtk_widget_get_mapped (within))
    return;
  if (GTK_IS_LABEL (within)) {
    PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (within));

    if (pango_layout_get_unknown_glyphs_count (layout) > 0)
      g_test_fail_printf ("no glyph for all of \"%s\"", gtk_label_get_text (GTK_LABEL (within)));
    if (pango_layout_is_ellipsized (layout))
      g_test_fail_printf ("cut short: \"%s\"", gtk_label_get_text (GTK_LABEL (within)));
  }

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_labels (child);
}

static void
test_language (gconstpointer data)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autofree char *picture = NULL;
  MoeiWindow *window;
  int minimum_width, minimum_height;

  moei_language_set_current (GPOINTER_TO_INT (data));
  window = moei_window_new (application, operation);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  g_object_set (window, "now", sample_operation_get_now (), "state", MOEI_DATA_STATE_LATE, "age", (gint64) 1234, NULL);
  g_object_set (moei_window_get_situation (window), "selected",
                moei_collection_lookup (moei_operation_get_places (operation), "kk-park"), NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  check_labels (GTK_WIDGET (window));
  picture = g_strdup_printf ("window-%s.png", moei_language_get_code (moei_language_get_current ()));
  desk_test_save_picture (GTK_WIDGET (window), picture);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, WIDTH, &minimum_height, NULL, NULL, NULL);
  g_assert_cmpint (minimum_width, <=, WIDTH);
  g_assert_cmpint (minimum_height, <=, HEIGHT);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Any page fits the smallest screen, also with the exercise's banner and the
 * number of what is new in the log. */
static void
test_pages (gconstpointer data)
{
  static const char *const names[] = { "situation", "week", "flights", "people", "log" };
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GListModel *pages;
  MoeiWindow *window;

  moei_language_set_current (GPOINTER_TO_INT (data));
  g_assert_true (moei_operation_get_exercise (operation));
  window = moei_window_new (application, operation);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  g_object_set (window, "now", sample_operation_get_now (), "state", MOEI_DATA_STATE_LATE, "age", (gint64) 1234, NULL);
  gtk_window_present (GTK_WINDOW (window));
  pages = G_LIST_MODEL (moei_pages_get_model (moei_window_get_pages (window)));
  g_assert_cmpuint (g_list_model_get_n_items (pages), ==, G_N_ELEMENTS (names));

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (AdwViewStackPage) log = g_list_model_get_item (pages, G_N_ELEMENTS (names) - 1);
    int minimum;

    g_object_set (moei_window_get_pages (window), "page", names[i], NULL);
    adw_view_stack_page_set_badge_number (log, 99);
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    if (minimum > WIDTH)
      g_test_fail_printf ("%s is %d pixels wide", names[i], minimum);
  }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A window that has nothing to show must say why in each language, too. */
static void
test_no_picture (gconstpointer data)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *picture = NULL;
  MoeiWindow *window;

  moei_language_set_current (GPOINTER_TO_INT (data));
  error = moei_feed_error_new (MOEI_FEED_ERROR_TLS_UNKNOWN_CA, "CN=Ministry Proxy", "the certificate is not trusted");
  moei_feed_error_set_host (error, "moei.example");
  problem = moei_feed_error_to_sentence (error);
  window = moei_window_new (application, operation);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  g_object_set (window, "state", MOEI_DATA_STATE_OFFLINE, "problem", problem, NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  check_labels (GTK_WIDGET (window));
  picture = g_strdup_printf ("no-picture-%s.png", moei_language_get_code (moei_language_get_current ()));
  desk_test_save_picture (GTK_WIDGET (window), picture);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  int result;

  desk_test_init (&argc, &argv);
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "org.moei.Moei.Test",
                              "flags", G_APPLICATION_NON_UNIQUE, "resource-base-path", "/org/moei/Moei", NULL);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  moei_looks_follow (adw_style_manager_get_default ());

  for (MoeiLanguage language = 0; language < MOEI_N_LANGUAGES; language++) {
    g_autofree char *path = g_strdup_printf ("/languages/situation/%s", moei_language_get_code (language));
    g_autofree char *pages = g_strdup_printf ("/languages/pages/%s", moei_language_get_code (language));
    g_autofree char *no_picture = g_strdup_printf ("/languages/no-picture/%s", moei_language_get_code (language));

    g_assert_true (moei_language_is_available (language));
    g_test_add_data_func (path, GINT_TO_POINTER (language), test_language);
    g_test_add_data_func (pages, GINT_TO_POINTER (language), test_pages);
    g_test_add_data_func (no_picture, GINT_TO_POINTER (language), test_no_picture);
  }

  result = g_test_run ();
  g_object_unref (application);
  return result;
}
