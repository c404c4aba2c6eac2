/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <shumate/shumate.h>

#include "desk/moei-situation-page.h"
#include "desk/moei-window.h"
#include "language/moei-language.h"
#include "moei-application.h"
#include "moei-renderer.h"
#include "operation/moei-collection.h"
#include "operation/moei-operation.h"

/* watched-window [OPTION OF MOEI…]: the program as it is, which says "drawn"
 * and when its first useful picture was painted: today's flights, the week and
 * the places, on a base map that is there.
 *
 * watched-window --empty: a window of the same size with a map of nothing,
 * which says "drawn" and when that was painted. */

#define WIDTH  1366
#define HEIGHT 768

#define LOOK_MS 5

static gint64 painted; /* when the last frame with a picture was */

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

static void
after_paint_cb (GtkWidget *window)
{
  painted = has_picture (window) ? g_get_monotonic_time () : 0;
}

/* That the map stands still is known a while after its last frame. */
static gboolean
look_cb (gpointer user_data)
{
  GtkWidget *window = user_data;

  if (painted == 0 || !is_settled (window))
    return G_SOURCE_CONTINUE;

  g_print ("drawn %" G_GINT64_FORMAT "\n", painted);
  return G_SOURCE_REMOVE;
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
  g_timeout_add (LOOK_MS, look_cb, window);
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

  moei_renderer_choose ();
  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();
  application = GTK_APPLICATION (moei_application_new ());
  g_signal_connect_after (application, "activate", G_CALLBACK (watch_last), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
