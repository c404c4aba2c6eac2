/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <time.h>

#include "desk/moei-situation-page.h"
#include "desk/moei-window.h"
#include "language/moei-language.h"
#include "moei-application.h"
#include "moei-renderer.h"
#include "operation/moei-collection.h"
#include "operation/moei-operation.h"

/* hostile-window: the program as it is, which looks at what it is given and
 * says afterwards what it shows and how long its main loop was held up.
 * hostile-service.py runs it against one case after the other. */

#define BEAT_MS 10

/* What a person might do meanwhile, a step each time. */
#define STEP_MS 150
#define N_STEPS 14

typedef struct {
  MoeiApplication *application;
  guint            step;
  gint64           beat;    /* CPU time of this thread at the last beat, ns */
  gint64           longest;
} Watch;

/* Of this thread alone: what others do on the machine is not our fault. */
static gint64
cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

static gboolean
beat_cb (gpointer user_data)
{
  Watch *watch = user_data;
  gint64 now = cpu_time ();

  watch->longest = MAX (watch->longest, now - watch->beat);
  watch->beat = now;
  return G_SOURCE_CONTINUE;
}

static void
print_labels (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget) && !GTK_IS_NATIVE (widget))
    return;
  if (GTK_IS_LABEL (widget)) {
    g_autofree char *text = g_strescape (gtk_label_get_text (GTK_LABEL (widget)), NULL);

    g_print ("label: %s\n", text);
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    print_labels (child);
}

static void
select_one (MoeiWindow     *window,
            MoeiCollection *of)
{
  guint n = moei_collection_size (of);

  g_object_set (moei_window_get_situation (window), "selected", n > 0 ? moei_collection_get (of, n - 1) : NULL, NULL);
}

static void
take_step (Watch      *watch,
           MoeiWindow *window)
{
  static const char * const languages[] = { "th", "my", "zh_CN", "en" };
  g_autoptr (MoeiOperation) operation = NULL;

  g_object_get (window, "operation", &operation, NULL);
  switch (watch->step % 7) {
  case 2:
    select_one (window, moei_operation_get_places (operation));
    break;
  case 3:
    select_one (window, moei_operation_get_flights (operation));
    break;
  case 4:
    select_one (window, moei_operation_get_convoys (operation));
    break;
  case 5:
    g_action_group_activate_action (G_ACTION_GROUP (watch->application), "language",
                                    g_variant_new_string (languages[watch->step / 7 % G_N_ELEMENTS (languages)]));
    break;
  case 6:
    gtk_widget_activate_action (GTK_WIDGET (moei_situation_page_get_map (moei_window_get_situation (window))),
                                "map.zoom-in", NULL);
    break;
  default:
    break;
  }
}

static gboolean
step_cb (gpointer user_data)
{
  Watch *watch = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (watch->application));

  if (MOEI_IS_WINDOW (window) && watch->step < N_STEPS)
    take_step (watch, MOEI_WINDOW (window));
  if (++watch->step <= N_STEPS)
    return G_SOURCE_CONTINUE;

  if (window != NULL)
    print_labels (GTK_WIDGET (window));
  g_print ("held up: %.0f ms\n", (double) watch->longest / 1e6);
  g_application_quit (G_APPLICATION (watch->application));
  return G_SOURCE_REMOVE;
}

static void
activate_cb (Watch *watch)
{
  if (watch->step > 0)
    return;
  watch->step = 1;
  /* Starting is measured elsewhere. */
  watch->beat = cpu_time ();
  g_timeout_add_full (G_PRIORITY_HIGH, BEAT_MS, beat_cb, watch, NULL);
  g_timeout_add_full (G_PRIORITY_LOW, STEP_MS, step_cb, watch, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (MoeiApplication) application = NULL;
  Watch watch = { NULL };

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  moei_renderer_choose ();
  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();

  application = moei_application_new ();
  watch.application = application;
  g_signal_connect_data (application, "activate", G_CALLBACK (activate_cb), &watch, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
