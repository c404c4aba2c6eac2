/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "feed/moei-last-good.h"
#include "language/moei-language.h"
#include "moei-application.h"
#include "operation/moei-collection.h"
#include "operation/moei-freshness.h"
#include "rota/moei-pulse.h"
#include "rota/moei-rota-types.h"
#include "tests/chaos/virtual-time.h"
#include "wall/moei-wall.h"

/* The program as it is, whose memory grows: twice it takes far more than its
 * settings allow, and the third time not.
 *
 * Once its wall has a picture it says: which of its lives this is, its process,
 * whether the wall fills the screen, what it shows, what it showed before it began
 * anew, and after how many minutes it did.  When it then has read a line, time is
 * virtual. */

#define LOOK_MS  20
#define STRIDE   (60 * G_USEC_PER_SEC)
#define GROWN_S  (15 * 60)
#define LONG_S   (80 * 60)
#define LIVES    3

static GtkApplication *running;
static int life;

static char *
describe (MoeiWall *wall)
{
  return g_strdup_printf ("%s %s", moei_wall_get_scene (wall), moei_language_get_code (moei_wall_get_language (wall)));
}

/* More than the half again that is allowed even in office hours. */
static char *
take_memory (void)
{
  gsize size = ((gsize) moei_pulse_get_resident () + 16 * 1024) * 1024;
  char *memory = g_malloc (size);

  memset (memory, life, size);
  return memory;
}

static void
note_shown (MoeiWall *wall)
{
  g_autofree char *shown = describe (wall);

  g_setenv ("MOEI_ANEW_BEFORE", shown, TRUE);
}

static void
live (MoeiWall *wall)
{
  g_autofree char *memory = NULL;
  gint64 begin;

  virtual_time_begin ();
  virtual_time_set_stride (STRIDE);
  note_shown (wall);
  g_signal_connect_object (moei_wall_get_rota (wall), "notify", G_CALLBACK (note_shown), wall,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  begin = virtual_time_now ();
  while (virtual_time_now () < begin + (gint64) LONG_S * G_USEC_PER_SEC) {
    gint64 lived = (virtual_time_now () - begin) / G_USEC_PER_SEC;
    g_autofree char *minutes = g_strdup_printf ("%d", (int) (lived / 60));

    g_setenv ("MOEI_ANEW_MINUTES", minutes, TRUE);
    if (memory == NULL && life < LIVES && lived > GROWN_S)
      memory = take_memory ();
    virtual_time_step ();
  }
  virtual_time_end ();
  g_application_quit (G_APPLICATION (running));
}

static void
speak (MoeiWall *wall)
{
  const char *before = g_getenv ("MOEI_ANEW_BEFORE"), *minutes = g_getenv ("MOEI_ANEW_MINUTES");
  g_autofree char *shown = describe (wall);
  char line[8];

  g_print ("%d %d %s %s; %s %s\n", life, (int) getpid (),
           gtk_window_is_fullscreen (GTK_WINDOW (wall)) ? "full" : "small", shown, before != NULL ? before : "",
           minutes != NULL ? minutes : "");
  if (fgets (line, sizeof line, stdin) == NULL)
    g_application_quit (G_APPLICATION (running));
  else
    live (wall);
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GPtrArray) kept = moei_last_good_load_finish (MOEI_LAST_GOOD (object), result, NULL);

  speak (user_data);
}

static gboolean
is_whole (MoeiOperation *operation)
{
  MoeiCollection *freshness = moei_operation_get_freshness (operation);

  for (guint i = 0; i < moei_collection_size (freshness); i++) {
    if (moei_freshness_get_state (moei_collection_get (freshness, i)) != MOEI_DATA_STATE_LIVE)
      return FALSE;
  }
  return moei_operation_get_awaited_day (operation) == MOEI_DAY_UNKNOWN;
}

/* What is shown is kept a moment later, by one thread that does in turn what it
 * is asked to: once that has answered, all is kept.  Who goes on before has
 * perhaps nothing to show in the next life. */
static gboolean
look_cb (gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (running);
  g_autoptr (MoeiOperation) operation = NULL;
  g_autoptr (MoeiLastGood) last_good = NULL;

  if (!MOEI_IS_WALL (window) || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return G_SOURCE_CONTINUE;
  g_object_get (window, "operation", &operation, NULL);
  if (moei_collection_size (moei_operation_get_places (operation)) == 0 || (life == 1 && !is_whole (operation)))
    return G_SOURCE_CONTINUE;

  last_good = moei_last_good_new (NULL, "");
  moei_last_good_load_async (last_good, NULL, kept_cb, window);
  return G_SOURCE_REMOVE;
}

int
main (int    argc,
      char **argv)
{
  const char *former = g_getenv ("MOEI_ANEW_LIFE");
  g_autofree char *number = NULL;
  g_autoptr (MoeiApplication) application = NULL;

  life = (former != NULL ? atoi (former) : 0) + 1;
  number = g_strdup_printf ("%d", life);
  g_setenv ("MOEI_ANEW_LIFE", number, TRUE);
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  setvbuf (stdin, NULL, _IONBF, 0);
  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();
  application = moei_application_new ();
  running = GTK_APPLICATION (application);
  g_timeout_add (LOOK_MS, look_cb, NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
