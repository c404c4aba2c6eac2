/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* moei-pictures: draws the window as it stands on a running service, in four
 * languages, light and dark, at two sizes, and writes the pictures to a
 * folder, to be looked at. */

#include <adwaita.h>

#include "desk/moei-situation-page.h"
#include "desk/moei-window.h"
#include "feed/moei-clock.h"
#include "feed/moei-feed.h"
#include "language/moei-language.h"
#include "moei-renderer.h"
#include "operation/moei-collection.h"
#include "operation/moei-freshness.h"
#include "operation/moei-notice.h"
#include "operation/moei-operation.h"
#include "parts/moei-looks.h"
#include "wall/moei-scenes.h"
#include "wall/moei-wall-stage.h"
#include "wall/moei-wall.h"

#define PATIENCE_S 120
#define STEP_MS 150
#define N_STEADY 4       /* so many steps in a row without anything to wait for */
#define MAX_STEPS 100    /* then the picture is taken as it is */

typedef struct {
  int width;
  int height;
} Size;

static const Size sizes[] = { { 1366, 768 }, { 1920, 1080 } };

static char *service;
static char *output;
static char *selected;
static char *shown;
static char *only_size;
static char *page = "situation";
static char *scene;
static gboolean visitor;
static char **marks;
static char *my_country;
static int withhold_below;
static int log_seen = -1;
static gboolean high_contrast;
static gboolean offline;
static char **settings;
static char **only_languages;

static const GOptionEntry options[] = {
  { "service", 's', 0, G_OPTION_ARG_STRING, &service, "The service to draw", "URL" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Where to write the pictures", "FOLDER" },
  { "selected", 0, 0, G_OPTION_ARG_STRING, &selected, "Select the place of this id", "ID" },
  { "show", 0, 0, G_OPTION_ARG_STRING, &shown, "Show this entity on the page that tells most of it", "KIND:ID" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &only_size, "Only this size, instead of 1366x768 and 1920x1080", "WIDTHxHEIGHT" },
  { "high-contrast", 0, 0, G_OPTION_ARG_NONE, &high_contrast, "Draw in high contrast", NULL },
  { "offline", 0, 0, G_OPTION_ARG_NONE, &offline, "Draw what is kept of a service that does not answer", NULL },
  { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &settings, "Set a property of the page (may be repeated)", "NAME=VALUE" },
  { "my-country", 0, 0, G_OPTION_ARG_STRING, &my_country, "The reader's own country", "ID" },
  { "log-seen", 0, 0, G_OPTION_ARG_INT, &log_seen, "The number of the last change that the reader has seen", "N" },
  { "withhold-below", 0, 0, G_OPTION_ARG_INT, &withhold_below, "Withhold fewer people than this, as for sharing", "N" },
  { "page", 'p', 0, G_OPTION_ARG_STRING, &page, "Draw this page: situation, week, flights, people or log", "PAGE" },
  { "wall", 'w', 0, G_OPTION_ARG_STRING, &scene, "Draw this scene of the meeting display instead", "SCENE" },
  { "visitor", 0, 0, G_OPTION_ARG_NONE, &visitor, "Draw the scene as visitors see it", NULL },
  { "mark", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &marks, "Mark the meeting display: late, old, offline, clock, grave, take-over, help or leaving (may be repeated)", "MARK" },
  { "language", 'l', 0, G_OPTION_ARG_STRING_ARRAY, &only_languages, "Only this language (may be repeated)", "CODE" },
  { NULL },
};

static gboolean
set_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

static void
let_settle (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, set_flag, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
find (GtkWidget *within,
      GType      type)
{
  gpointer found = G_TYPE_CHECK_INSTANCE_TYPE (within, type) ? within : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* The map draws in threads of its own, and asks for more when it has drawn. */
static void
let_map_settle (GtkWidget *window)
{
  MoeiMapCanvas *canvas = find (window, MOEI_TYPE_MAP_CANVAS);
  guint n_steady;

  let_settle (STEP_MS);
  n_steady = canvas != NULL && gtk_widget_get_mapped (GTK_WIDGET (canvas)) ? 0 : MAX_STEPS;
  for (guint i = 0; i < MAX_STEPS && n_steady < N_STEADY; i++) {
    let_settle (STEP_MS);
    n_steady = moei_map_canvas_is_settled (canvas) ? n_steady + 1 : 0;
  }
}

/* What the service lists has been read, of other days as of today. */
static gboolean
has_all (MoeiOperation *operation)
{
  MoeiCollection *freshness = moei_operation_get_freshness (operation);

  for (guint i = 0; i < moei_collection_size (freshness); i++) {
    if (moei_freshness_get_state (moei_collection_get (freshness, i)) != MOEI_DATA_STATE_LIVE)
      return FALSE;
  }
  return moei_operation_get_awaited_day (operation) == MOEI_DAY_UNKNOWN;
}

/* What is kept of the last picture has no younger one to wait for. */
static gboolean
is_current (MoeiFeed      *feed,
            MoeiOperation *operation)
{
  MoeiDataState state = moei_feed_get_state (feed);

  if (offline)
    return state == MOEI_DATA_STATE_OFFLINE && moei_operation_get_awaited_day (operation) == MOEI_DAY_UNKNOWN;
  return state == MOEI_DATA_STATE_LIVE && has_all (operation);
}

static gboolean
wait_for_picture (MoeiFeed      *feed,
                  MoeiOperation *operation)
{
  gboolean over = FALSE;
  guint patience = g_timeout_add_seconds (PATIENCE_S, set_flag, &over);

  while (!over && (!is_current (feed, operation) ||
                   moei_collection_size (moei_operation_get_places (operation)) == 0 ||
                   moei_collection_size (moei_operation_get_days (operation)) == 0 ||
                   moei_collection_size (moei_operation_get_rules (operation)) == 0 ||
                   moei_collection_size (moei_operation_get_nationalities (operation)) == 0))
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (patience);
  return !over;
}

/* @paintable must have been made before the window was last drawn. */
static gboolean
save_picture (GtkWidget    *window,
              GdkPaintable *paintable,
              const char   *path)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &bounds);
  return gdk_texture_save_to_png (texture, path);
}

static void
set_up_page (GObject *object)
{
  for (guint i = 0; settings != NULL && settings[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (settings[i], "=", 2);

    if (parts[0] != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (object), parts[0]) != NULL)
      g_object_set (object, parts[0], parts[1], NULL);
    else
      g_printerr ("moei-pictures: %s: the page has no such property\n", settings[i]);
  }
}

static gboolean
draw (AdwApplication *application,
      MoeiFeed       *feed,
      MoeiOperation  *operation,
      gboolean        dark,
      const Size     *size)
{
  MoeiWindow *window = moei_window_new (application, operation);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autofree char *name = g_strdup_printf ("%s-%s-%s%s-%dx%d.png", shown != NULL ? shown : selected != NULL ? "selected" : page,
                                           moei_language_get_code (moei_language_get_current ()),
                                           dark ? "dark" : "light", high_contrast ? "-contrast" : "",
                                           size->width, size->height);
  g_autofree char *path = g_build_filename (output, name, NULL);
  g_autofree char *seen = log_seen >= 0 ? g_strdup_printf ("%s:%d", moei_operation_get_epoch (operation), log_seen) : NULL;
  gboolean saved;

  /* The frame that GTK draws around a window without a window manager. */
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), size->width, size->height);
  g_object_set (window, "now", moei_clock_now (moei_feed_get_clock (feed)), "state", moei_feed_get_state (feed),
                "age", moei_feed_get_last_heard (feed), "service", service, NULL);
  g_object_set (moei_window_get_pages (window), "page", page, NULL);
  g_object_set (moei_pages_get_preferences (moei_window_get_pages (window)), "my-country", my_country,
                "withhold-below", withhold_below, "log-seen", seen, NULL);
  gtk_window_present (GTK_WINDOW (window));
  set_up_page (G_OBJECT (moei_pages_get_page (moei_window_get_pages (window), page)));
  if (selected != NULL)
    g_object_set (moei_window_get_situation (window), "selected",
                  moei_collection_lookup (moei_operation_get_places (operation), selected), NULL);
  if (shown != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (window), "show", g_variant_new_string (shown));
  let_map_settle (GTK_WIDGET (window));
  gtk_widget_queue_draw (GTK_WIDGET (window));
  let_settle (STEP_MS);
  saved = save_picture (GTK_WIDGET (window), paintable, path);
  if (saved)
    g_print ("%s\n", path);
  gtk_window_destroy (GTK_WINDOW (window));
  return saved;
}

static gboolean
has_mark (const char *mark)
{
  return marks != NULL && g_strv_contains ((const char * const *) marks, mark);
}

/* A notice of which all must know */
static void
add_grave_notice (MoeiOperation *operation)
{
  g_autoptr (MoeiText) headline = moei_text_new ("Last flight to Hanoi is cancelled", "ยกเลิกเที่ยวบินสุดท้ายไปฮานอย",
                                                 "ဟနွိုင်းသို့ နောက်ဆုံးလေယာဉ် ပယ်ဖျက်", "飞往河内的末班航班取消");
  g_autoptr (MoeiNotice) notice = g_object_new (MOEI_TYPE_NOTICE, "id", "grave", "severity", MOEI_SEVERITY_SEVERE,
                                                "urgency", MOEI_URGENCY_IMMEDIATE, "headline", headline, NULL);

  if (moei_collection_lookup (moei_operation_get_notices (operation), "grave") == NULL)
    moei_collection_append (moei_operation_get_notices (operation), g_steal_pointer (&notice));
}

static void
mark_wall (MoeiWall *wall)
{
  static const struct {
    const char   *mark;
    MoeiDataState state;
    gint64        age;
  } states[] = {
    { "late", MOEI_DATA_STATE_LATE, 95 },
    { "old", MOEI_DATA_STATE_OLD, 47 * 60 },
    { "offline", MOEI_DATA_STATE_OFFLINE, 26 * 3600 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++) {
    if (has_mark (states[i].mark))
      g_object_set (wall, "state", states[i].state, "age", states[i].age, NULL);
  }
  if (has_mark ("clock"))
    g_object_set (wall, "skew", (gint64) 3600, NULL);
  if (has_mark ("take-over"))
    g_object_set (find (GTK_WIDGET (wall), MOEI_TYPE_WALL_STAGE), "take-over", "grave", NULL);
  if (has_mark ("help"))
    moei_wall_help_show (moei_wall_get_help (wall));
  if (has_mark ("leaving"))
    moei_wall_leaving_begin (moei_wall_get_leaving (wall), g_get_monotonic_time ());
}

/* As it comes when the language turns: it was in another one before. */
static gboolean
draw_wall (MoeiFeed      *feed,
           MoeiOperation *operation,
           MoeiLanguage   language,
           const Size    *size)
{
  MoeiWall *wall = moei_wall_new (operation, NULL);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (wall));
  g_autofree char *with = marks != NULL ? g_strjoinv ("-", marks) : g_strdup ("");
  g_autofree char *name = g_strdup_printf ("wall-%s%s%s%s-%s-%dx%d.png", scene, visitor ? "-visitor" : "",
                                           marks != NULL ? "-" : "", with,
                                           moei_language_get_code (language), size->width, size->height);
  g_autofree char *path = g_build_filename (output, name, NULL);
  gboolean saved;

  gtk_window_set_default_size (GTK_WINDOW (wall), size->width, size->height);
  g_object_set (wall, "now", moei_clock_now (moei_feed_get_clock (feed)), "state", moei_feed_get_state (feed),
                "age", moei_feed_get_last_heard (feed), "service", service, "visitor", visitor, NULL);
  moei_wall_set_scene (wall, scene);
  gtk_window_present (GTK_WINDOW (wall));
  let_map_settle (GTK_WIDGET (wall));
  mark_wall (wall);
  moei_wall_set_language (wall, language);
  let_map_settle (GTK_WIDGET (wall));
  gtk_widget_queue_draw (GTK_WIDGET (wall));
  let_settle (STEP_MS);
  saved = save_picture (GTK_WIDGET (wall), paintable, path);
  if (saved)
    g_print ("%s\n", path);
  gtk_window_destroy (GTK_WINDOW (wall));
  return saved;
}

static gboolean
has_page (AdwApplication *application,
          MoeiOperation  *operation)
{
  MoeiWindow *window = moei_window_new (application, operation);
  gboolean has = scene != NULL ? g_strv_contains (moei_scenes_list (), scene)
                               : moei_pages_get_page (moei_window_get_pages (window), page) != NULL;

  if (!has)
    g_printerr ("moei-pictures: %s: there is no such page\n", scene != NULL ? scene : page);
  gtk_window_destroy (GTK_WINDOW (window));
  return has;
}

static gboolean
draw_all (AdwApplication *application,
          MoeiFeed       *feed,
          MoeiOperation  *operation)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  Size wanted = { 0 };

  if (only_size != NULL && sscanf (only_size, "%dx%d", &wanted.width, &wanted.height) != 2) {
    g_printerr ("moei-pictures: %s: no size\n", only_size);
    return FALSE;
  }
  if (high_contrast)
    g_object_set (gtk_settings_get_default (), "gtk-theme-name", "Default-hc", NULL);
  for (MoeiLanguage language = 0; language < MOEI_N_LANGUAGES; language++) {
    if (only_languages != NULL &&
        !g_strv_contains ((const char * const *) only_languages, moei_language_get_code (language)))
      continue;
    moei_language_set_current (language);
    for (gsize i = 0; scene != NULL && i < (only_size != NULL ? 1 : G_N_ELEMENTS (sizes)); i++) {
      if (!draw_wall (feed, operation, language, only_size != NULL ? &wanted : &sizes[i]))
        return FALSE;
    }
    for (int dark = 0; scene == NULL && dark <= 1; dark++) {
      adw_style_manager_set_color_scheme (style, dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      for (gsize i = 0; i < (only_size != NULL ? 1 : G_N_ELEMENTS (sizes)); i++) {
        if (!draw (application, feed, operation, dark, only_size != NULL ? &wanted : &sizes[i])) {
          g_printerr ("moei-pictures: %s: nothing was drawn\n", moei_language_get_code (language));
          return FALSE;
        }
      }
    }
  }
  return TRUE;
}

static gboolean
parse_options (int    *argc,
               char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, argc, argv, &error)) {
    g_printerr ("moei-pictures: %s\n", error->message);
    return FALSE;
  }
  if (service == NULL || output == NULL) {
    g_printerr ("moei-pictures: --service and --output are needed\n");
    return FALSE;
  }
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (MoeiOperation) operation = NULL;
  g_autoptr (MoeiFeed) feed = NULL;
  gboolean drawn = FALSE;

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  moei_renderer_choose ();
  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();
  if (!parse_options (&argc, &argv))
    return 2;

  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", MOEI_APP_ID ".Pictures",
                              "flags", G_APPLICATION_NON_UNIQUE, "resource-base-path", "/org/moei/Moei", NULL);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL)) {
    g_printerr ("moei-pictures: there is no display\n");
    return 1;
  }
  moei_looks_follow (adw_style_manager_get_default ());
  if (g_mkdir_with_parents (output, 0755) != 0) {
    g_printerr ("moei-pictures: %s: %s\n", output, g_strerror (errno));
    return 1;
  }

  operation = moei_operation_new ();
  feed = moei_feed_new (service, operation, NULL);
  if (!has_page (application, operation))
    return 2;
  moei_feed_start (feed);
  if (wait_for_picture (feed, operation)) {
    if (has_mark ("grave") || has_mark ("take-over"))
      add_grave_notice (operation);
    drawn = draw_all (application, feed, operation);
  } else {
    g_printerr ("moei-pictures: %s gave no picture within %d s\n", service, PATIENCE_S);
  }
  moei_feed_stop (feed);
  return drawn ? 0 : 1;
}
