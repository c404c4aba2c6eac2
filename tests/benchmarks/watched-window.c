/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <shumate/shumate.h>

#include "desk/moei-situation-page.h"
#include "desk/moei-window.h"
#include "language/moei-language.h"
#include "moei-application.h"
#include "operation/moei-collection.h"
#include "operation/moei-operation.h"

/* watched-window [OPTION OF MOEI…]: the program as it is, which says "drawn"
 * when its first useful picture has been drawn: today's flights, the week and
 * the places, on a base map that is there.
 *
 * watched-window --empty: a window of the same size with a map of nothing,
 * which says "drawn" when that has been drawn. */

#define WIDTH  1366
#define HEIGHT 768

static gboolean said;

static gboolean
has_picture (GtkWidget *window)
{
  g_autoptr (MoeiOperation) operation = NULL;

  if (!MOEI_IS_WINDOW (window))
    return TRUE;

  g_object_get (window, "operation", &operation, NULL);
  return moei_collection_size (moei_operation_get_places (operation)) > 0 &&
         moei_collection_size (moei_operation_get_flights (operation)) > 0 &&
         moei_collection_size (moei_operation_get_days (operation)) == 7;
}

static gboolean
is_settled (GtkWidget *window)
{
  MoeiMap *map;

  if (!MOEI_IS_WINDOW (window))
    return TRUE;

  map = moei_situation_page_get_map (moei_window_get_situation (MOEI_WINDOW (window)));
  return moei_map_canvas_is_settled (moei_map_get_canvas (map));
}

/* What the operation held before a frame is in it; what came since is not. */
static void
after_paint_cb (GtkWidget *window)
{
  static guint n_frames = 0;

  if (said || !has_picture (window))
    return;
  if (n_frames++ == 0)
    gtk_widget_queue_draw (window);
  else if (is_settled (window)) {
    said = TRUE;
    g_print ("drawn\n");
  }
}

static void
watch (GtkApplication *application,
       GtkWindow      *window)
{
  if (!MOEI_IS_WINDOW (window) && !ADW_IS_APPLICATION_WINDOW (window))
    return;

  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                           G_CALLBACK (after_paint_cb), window, G_CONNECT_SWAPPED);
}

static void
open_empty (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *map = GTK_WIDGET (shumate_simple_map_new ());

  gtk_widget_set_vexpand (map, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), map);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  watch (application, GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

static void
watch_last (GtkApplication *application)
{
  watch (application, gtk_application_get_active_window (application));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GtkApplication) application = NULL;

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  if (argc == 2 && g_str_equal (argv[1], "--empty")) {
    application = GTK_APPLICATION (adw_application_new (MOEI_APP_ID ".Empty", G_APPLICATION_NON_UNIQUE));
    g_signal_connect (application, "activate", G_CALLBACK (open_empty), NULL);
    return g_application_run (G_APPLICATION (application), 1, argv);
  }

  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();
  application = GTK_APPLICATION (moei_application_new ());
  g_signal_connect_after (application, "activate", G_CALLBACK (watch_last), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
