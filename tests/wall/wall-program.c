/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/wall/wall-program.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "language/moei-language.h"
#include "moei-application.h"
#include "operation/moei-collection.h"
#include "tests/chaos/virtual-time.h"
#include "wall/moei-polyglot.h"

/* The program as it is, from its options on, with a service behind a network
 * that can be cut, in virtual time: a day of it passes in seconds, and nothing
 * depends on how busy this computer is. */

struct _WallProgram {
  ServiceFixture   service;
  ChaosProxy      *proxy;
  GtkApplication  *application;
  WallProgramBody  body;
  gboolean         ends_by_itself;
};

static void
drop_message (const char     *domain,
              GLogLevelFlags  level,
              const char     *message,
              gpointer        user_data)
{
}

/**
 * wall_program_init:
 * @argc: as for g_test_init()
 * @argv: the same
 *
 * What main() does before there is a program.
 */
void
wall_program_init (int    *argc,
                   char ***argv)
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();
  g_test_init (argc, argv, NULL);
  g_log_set_handler ("GLib-GIO", G_LOG_LEVEL_DEBUG, drop_message, NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    remove_folder (inner);
  }
  g_remove (path);
}

static gboolean
body_cb (gpointer user_data)
{
  WallProgram *self = user_data;

  self->body (self);
  if (!self->ends_by_itself)
    g_application_quit (G_APPLICATION (self->application));
  return G_SOURCE_REMOVE;
}

static GPtrArray *
make_arguments (WallProgram        *self,
                const char * const *options,
                const char         *settings)
{
  GPtrArray *arguments = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (arguments, g_strdup ("moei"));
  g_ptr_array_add (arguments, g_strdup ("--service"));
  g_ptr_array_add (arguments, g_strdup_printf ("http://127.0.0.1:%u", chaos_proxy_get_port (self->proxy)));
  for (guint i = 0; options[i] != NULL; i++)
    g_ptr_array_add (arguments, g_strdup (options[i]));
  if (settings != NULL) {
    g_ptr_array_add (arguments, g_strdup ("--wall-settings"));
    g_ptr_array_add (arguments, g_strdup (settings));
  }
  g_ptr_array_add (arguments, NULL);
  return arguments;
}

/* Who quits leaves the windows to the end of the process. */
static void
destroy_windows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  while (g_list_model_get_n_items (windows) > 0) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, 0);

    gtk_window_destroy (window);
  }
}

/**
 * wall_program_run:
 * @options: (array zero-terminated=1): those of the program, but for the service's address
 * @settings: (nullable): what stands in the meeting display's settings file
 * @begin: what time it is in the operation
 * @body: what happens
 *
 * Runs the program, which knows nothing yet, until it ends.
 */
void
wall_program_run (const char * const *options,
                  const char         *settings,
                  gint64              begin,
                  WallProgramBody     body)
{
  g_autofree char *folder = g_dir_make_tmp ("moei-wall-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "wall.conf", NULL);
  WallProgram self = { .body = body };
  g_autoptr (GPtrArray) arguments = NULL;

  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_assert_true (g_file_set_contents (path, settings != NULL ? settings : "", -1, NULL));
  service_fixture_set_up (&self.service, NULL);
  moei_service_clock_play (self.service.clock, begin, 1.0);
  self.proxy = chaos_proxy_new (0, (guint16) g_ascii_strtoull (strrchr (self.service.uri, ':') + 1, NULL, 10), 1);
  arguments = make_arguments (&self, options, settings != NULL ? path : NULL);

  virtual_time_begin ();
  self.application = GTK_APPLICATION (moei_application_new ());
  g_idle_add (body_cb, &self);
  g_assert_cmpint (g_application_run (G_APPLICATION (self.application), (int) arguments->len - 1,
                                      (char **) arguments->pdata), ==, 0);
  destroy_windows ();
  g_object_unref (self.application);
  virtual_time_end ();

  g_object_unref (self.proxy);
  service_fixture_tear_down (&self.service, NULL);
  remove_folder (folder);
}

/**
 * wall_program_service:
 * @self: the program
 *
 * Returns: (transfer none): the service that it follows
 */
ServiceFixture *
wall_program_service (WallProgram *self)
{
  return &self->service;
}

/**
 * wall_program_set_gone:
 * @self: the program
 * @gone: whether the service is
 *
 * Every connection is reset as when its process is killed, and no other one comes
 * to anything.
 */
void
wall_program_set_gone (WallProgram *self,
                       gboolean     gone)
{
  if (gone)
    chaos_proxy_set_fault (self->proxy, NULL, CHAOS_RESET_FIRST);
  else
    chaos_proxy_heal (self->proxy);
  chaos_proxy_reset_all (self->proxy);
}

/**
 * wall_program_set_fault:
 * @self: the program
 * @fault: what becomes of every answer from now on
 */
void
wall_program_set_fault (WallProgram *self,
                        ChaosFault   fault)
{
  chaos_proxy_set_fault (self->proxy, NULL, fault);
}

/**
 * wall_program_expect_end:
 * @self: the program
 *
 * It is not told to end when the body returns: if it does not by itself, the
 * test never ends.
 */
void
wall_program_expect_end (WallProgram *self)
{
  self->ends_by_itself = TRUE;
}

/**
 * wall_program_get_wall:
 * @self: the program
 *
 * Returns: (transfer none) (nullable): its wall
 */
MoeiWall *
wall_program_get_wall (WallProgram *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (MOEI_IS_WALL (window))
      return MOEI_WALL (window);
  }
  return NULL;
}

/**
 * wall_program_get_rota:
 * @self: the program, which has a wall
 *
 * Returns: (transfer none): what says what the wall shows
 */
MoeiRota *
wall_program_get_rota (WallProgram *self)
{
  MoeiWall *wall = wall_program_get_wall (self);

  g_assert_nonnull (wall);
  return moei_wall_get_rota (wall);
}

static gboolean
says (GtkWidget    *within,
      MoeiLanguage  language,
      const char   *text)
{
  if (!gtk_widget_get_child_visible (within) || !gtk_widget_get_visible (within))
    return FALSE;
  if (MOEI_IS_POLYGLOT (within) && g_strcmp0 (moei_polyglot_get_text (MOEI_POLYGLOT (within), language), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (says (child, language, text))
      return TRUE;
  }
  return FALSE;
}

/**
 * wall_program_says:
 * @self: the program, which has a wall
 * @text: English
 *
 * Returns: whether somewhere on the wall stands just that, when it is English's turn
 */
gboolean
wall_program_says (WallProgram *self,
                   const char  *text)
{
  return says (GTK_WIDGET (moei_wall_get_screen (wall_program_get_wall (self))), MOEI_LANGUAGE_EN, text);
}

static void
run_tool (const char * const *arguments)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

/**
 * wall_program_key:
 * @self: the program
 * @how: "key", "keydown" or "keyup"
 * @key: its name, as X has it
 *
 * Somebody uses the keyboard.  No time passes before the program has seen it.
 */
void
wall_program_key (WallProgram *self,
                  const char  *how,
                  const char  *key)
{
  const char *arguments[] = { "xdotool", how, key, NULL };

  run_tool (arguments);
  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_iteration (NULL, FALSE));
}

/**
 * wall_program_save_picture:
 * @self: the program, which has a wall
 * @name: a file
 *
 * Leaves a picture of the wall in the build folder, for whoever looks.
 */
void
wall_program_save_picture (WallProgram *self,
                           const char  *name)
{
  GtkWidget *wall = GTK_WIDGET (wall_program_get_wall (self));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (wall);
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "pictures", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (wall), height = gtk_widget_get_height (wall);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  /* The paintable learns of the contents with the next drawing. */
  gtk_widget_queue_draw (wall);
  virtual_time_pass (1);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (wall)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
