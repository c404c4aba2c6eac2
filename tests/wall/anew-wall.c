/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <unistd.h>

#include "language/moei-language.h"
#include "moei-application.h"
#include "operation/moei-collection.h"
#include "rota/moei-rota-types.h"
#include "wall/moei-fresh-start.h"
#include "wall/moei-wall.h"

/* The program as it is.  Once its wall has a picture it says what that is; when
 * it then reads a line it begins anew in Thai with the week, once. */

#define LOOK_MS 20

static GtkApplication *running;
static gboolean has_begun_anew;

static void
begin_anew (void)
{
  g_autoptr (GError) error = NULL;
  GVariantBuilder shown = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(suub)"));

  g_variant_builder_add (&shown, "(suub)", "screen", MOEI_SCENE_KIND_WEEK, MOEI_LANGUAGE_TH, FALSE);
  moei_fresh_start_begin (g_variant_new ("(xua(suub))", (gint64) 42 * G_USEC_PER_SEC, 1, &shown), &error);
  g_error ("%s", error->message);
}

static gboolean
look_cb (gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (running);
  g_autoptr (MoeiOperation) operation = NULL;
  char line[8];

  if (!MOEI_IS_WALL (window))
    return G_SOURCE_CONTINUE;
  g_object_get (window, "operation", &operation, NULL);
  if (moei_collection_size (moei_operation_get_places (operation)) == 0 || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return G_SOURCE_CONTINUE;

  g_print ("%d %s %s\n", (int) getpid (), moei_wall_get_scene (MOEI_WALL (window)),
           moei_language_get_code (moei_wall_get_language (MOEI_WALL (window))));
  if (fgets (line, sizeof line, stdin) == NULL || has_begun_anew)
    g_application_quit (G_APPLICATION (running));
  else
    begin_anew ();
  return G_SOURCE_REMOVE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (MoeiApplication) application = NULL;

  has_begun_anew = g_getenv ("MOEI_WALL_KEPT") != NULL;
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  setvbuf (stdin, NULL, _IONBF, 0);
  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();
  application = moei_application_new ();
  running = GTK_APPLICATION (application);
  g_timeout_add (LOOK_MS, look_cb, NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
