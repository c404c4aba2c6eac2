/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "moei-application.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-window.h"
#include "feed/moei-clock.h"
#include "feed/moei-feed.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "moei-about.h"
#include "moei-accels.h"
#include "moei-displays.h"
#include "moei-doorkeeper.h"
#include "moei-herald.h"
#include "moei-memory.h"
#include "moei-remember.h"
#include "moei-settings.h"
#include "operation/moei-operation.h"
#include "parts/moei-looks.h"
#include "parts/moei-script-check.h"
#include "rota/moei-wall-plan.h"
#include "wall/moei-caretaker.h"

/**
 * MoeiApplication:
 *
 * The program: one operation, the feed that keeps it current, and the window
 * that shows it.  It alone knows them all.
 */
struct _MoeiApplication {
  AdwApplication parent_instance;

  GSettings     *settings; /* NULL where the schema is not installed */
  char          *service;
  char          *token_file;
  MoeiEntrance  *entrance;
  MoeiOperation *operation;
  MoeiFeed      *feed;
  MoeiWindow    *window; /* weak: GTK owns it */
  GtkWindow     *preferences; /* the same */
  MoeiDisplays  *displays;
  gboolean       starts_as_wall;
  MoeiCaretaker *caretaker; /* of the walls, where nobody is near them */
  char          *wall_settings; /* NULL: the file that is where it should be, if any */
  MoeiWallPlan  *plan;
  MoeiHerald    *herald; /* NULL where the display is all there is */
  guint          tick_id;
};

G_DEFINE_FINAL_TYPE (MoeiApplication, moei_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "service", 's', 0, G_OPTION_ARG_STRING, NULL, N_("Follow the service at this address"), N_("URL") },
  { "token-file", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Take the access token from this file, of mode 0400"), N_("FILE") },
  { "language", 'l', 0, G_OPTION_ARG_STRING, NULL, N_("Start in this language: en, th, my or zh_CN"), N_("CODE") },
  { "wall", 'w', 0, G_OPTION_ARG_NONE, NULL, N_("Show the meeting display on every monitor"), NULL },
  { "wall-settings", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Take the settings of the meeting display from this file"), N_("FILE") },
  { "check-settings", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Judge settings files of a meeting display and end"), NULL },
  { "check-languages", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Say whether this computer can show each of the four languages and end"), NULL },
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and end"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, NULL },
  { NULL },
};

/* Hands a window or a wall what it must know of the feed. */
static void
tell (MoeiApplication *self,
      gpointer         window)
{
  g_object_set (window,
                "now", moei_clock_now (moei_feed_get_clock (self->feed)),
                "state", moei_feed_get_state (self->feed),
                "age", moei_feed_get_last_heard (self->feed),
                "service", self->service,
                "denied", moei_feed_is_denied (self->feed),
                "skew", moei_feed_get_skew (self->feed),
                NULL);
}

static void
tell_windows (MoeiApplication *self)
{
  GListModel *walls = moei_displays_get_walls (self->displays);
  g_autoptr (MoeiText) problem = NULL;

  if (self->feed == NULL)
    return;

  problem = moei_doorkeeper_say_problem (self->feed, self->entrance);
  if (self->window != NULL) {
    g_autofree char *advice = moei_doorkeeper_dup_advice (self->feed);

    tell (self, self->window);
    g_object_set (self->window,
                  "problem", problem != NULL ? moei_text_get (problem, moei_language_get_current ()) : NULL,
                  "advice", advice,
                  NULL);
  }
  for (guint i = 0; i < g_list_model_get_n_items (walls); i++) {
    g_autoptr (MoeiWall) wall = g_list_model_get_item (walls, i);

    tell (self, wall);
    g_object_set (wall, "problem", problem, NULL);
  }
  if (self->caretaker != NULL)
    tell (self, self->caretaker);
}

static gboolean
tick_cb (gpointer user_data)
{
  MoeiApplication *self = user_data;
  gint64 time = moei_clock_boot_time ();

  moei_displays_advance (self->displays, time, self->feed != NULL ? moei_clock_now (moei_feed_get_clock (self->feed))
                                                                  : MOEI_INSTANT_UNKNOWN);
  tell_windows (self);
  if (self->caretaker != NULL)
    moei_caretaker_look (self->caretaker, time);
  if (self->herald != NULL)
    moei_herald_look (self->herald, self->operation, self->feed, self->window, moei_displays_get_walls (self->displays));
  return G_SOURCE_CONTINUE;
}

static void
retry_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MoeiApplication *self = user_data;

  if (self->feed != NULL)
    moei_feed_retry (self->feed);
}

static gboolean
close_request_cb (MoeiApplication *self)
{
  moei_remember_size (self->settings, GTK_WINDOW (self->window));
  g_clear_weak_pointer (&self->window);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
shows (MoeiWindow    *window,
       MoeiOperation *operation)
{
  g_autoptr (MoeiOperation) shown = NULL;

  g_object_get (window, "operation", &shown, NULL);
  return shown == operation;
}

static void
open_window (MoeiApplication *self)
{
  static const GActionEntry entries[] = { { .name = "retry", .activate = retry_cb } };
  MoeiWindow *former = self->window;

  if (former != NULL)
    moei_remember_size (self->settings, GTK_WINDOW (former));
  g_set_weak_pointer (&self->window, moei_window_new (ADW_APPLICATION (self), self->operation));
  g_action_map_add_action_entries (G_ACTION_MAP (self->window), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->window, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
  tell_windows (self);
  moei_doorkeeper_welcome (self->window, self->entrance);

  if (former != NULL && shows (former, self->operation))
    moei_window_take_place (self->window, former);
  else
    moei_remember_restore_size (self->settings, GTK_WINDOW (self->window));
  moei_remember_bind (self->settings, self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  if (former != NULL)
    gtk_window_destroy (GTK_WINDOW (former));
}

/* Another window in place of this one, with another language or other digits. */
static void
renew_window (MoeiApplication *self)
{
  gboolean reopen;

  if (self->window == NULL)
    return;
  reopen = moei_doorkeeper_close (&self->preferences);
  open_window (self);
  if (reopen)
    g_action_group_activate_action (G_ACTION_GROUP (self), "preferences", NULL);
}

static void
change_language_cb (GSimpleAction *action,
                    GVariant      *code,
                    gpointer       user_data)
{
  MoeiApplication *self = user_data;
  MoeiLanguage language;

  if (!moei_language_from_code (g_variant_get_string (code, NULL), &language) ||
      !moei_language_is_available (language))
    return;

  g_simple_action_set_state (action, code);
  if (language == moei_language_get_current ())
    return;

  moei_language_set_current (language);
  moei_settings_set (self->settings, "language", g_variant_new_string (moei_language_get_code (language)));
  renew_window (self);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  MoeiApplication *self = user_data;

  if (self->preferences != NULL)
    gtk_window_present (self->preferences);
  else if (self->window != NULL)
    g_set_weak_pointer (&self->preferences, GTK_WINDOW (moei_doorkeeper_preferences (GTK_WINDOW (self->window),
                                                                                    self->operation, self->entrance,
                                                                                    self->settings)));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MoeiApplication *self = user_data;

  if (self->window != NULL)
    moei_about_show (GTK_WINDOW (self->window), self->entrance, self->feed);
}

/* The wall comes where the desk is, which waits behind it. */
static void
wall_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MoeiApplication *self = user_data;

  if (self->window != NULL)
    moei_displays_open_beside (self->displays, GTK_WINDOW (self->window));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MoeiApplication *self = user_data;

  if (self->window != NULL)
    moei_remember_size (self->settings, GTK_WINDOW (self->window));
  g_application_quit (user_data);
}

static void
add_actions (MoeiApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = about_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "wall", .activate = wall_cb },
    { .name = "quit", .activate = quit_cb },
    { .name = "language", .parameter_type = "s", .state = "'en'", .change_state = change_language_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  moei_accels_add (GTK_APPLICATION (self));
}

static int
moei_application_handle_local_options (GApplication *application,
                                       GVariantDict *dict)
{
  MoeiApplication *self = MOEI_APPLICATION (application);
  g_auto (GStrv) remaining = NULL;
  g_autofree char *code = NULL;
  MoeiLanguage language;

  if (g_variant_dict_contains (dict, "version")) {
    g_print ("moei %s\n", MOEI_VERSION);
    return 0;
  }
  if (g_variant_dict_contains (dict, "check-languages"))
    return moei_script_check_print () ? 0 : 1;
  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^as", &remaining);
  if (g_variant_dict_contains (dict, "check-settings"))
    return moei_wall_plan_check ((const char * const *) remaining);
  /* GApplication would take it for a file to open, and log that as a fault of ours. */
  if (remaining != NULL) {
    g_printerr ("moei: %s: not an option; see moei --help\n", remaining[0]);
    return 2;
  }
  self->starts_as_wall = g_variant_dict_contains (dict, "wall");
  g_variant_dict_lookup (dict, "wall-settings", "^ay", &self->wall_settings);
  g_variant_dict_lookup (dict, "service", "s", &self->service);
  g_variant_dict_lookup (dict, "token-file", "^ay", &self->token_file);
  /* A display, and whoever follows another service this time, stand beside the window that is there. */
  if (self->starts_as_wall || self->service != NULL)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  if (g_variant_dict_lookup (dict, "language", "s", &code)) {
    if (!moei_language_from_code (code, &language)) {
      g_printerr ("moei: --language %s: not one of en, th, my, zh_CN\n", code);
      return 2;
    }
    moei_language_set_current (language);
  }
  return -1;
}

/* What was shown was another service's: it goes, with all that shows it. */
static void
forget_operation (MoeiApplication *self)
{
  moei_feed_stop (self->feed);
  g_clear_object (&self->feed);
  g_clear_object (&self->displays);
  g_clear_object (&self->operation);
  self->operation = moei_operation_new ();
  self->displays = moei_displays_new (GTK_APPLICATION (self), self->operation, self->plan);
  g_signal_connect_object (moei_displays_get_walls (self->displays), "items-changed", G_CALLBACK (tell_windows), self,
                           G_CONNECT_SWAPPED);
}

static void
opened_cb (MoeiApplication *self,
           const char      *address,
           MoeiWayOut      *way_out,
           MoeiEntrance    *entrance)
{
  gboolean again = self->feed != NULL;

  if (again)
    forget_operation (self);
  g_free (self->service);
  self->service = g_strdup (address);
  self->feed = moei_feed_new (self->service, self->operation, NULL);
  moei_doorkeeper_let_out (self->feed, entrance, way_out);
  g_signal_connect_object (self->feed, "notify", G_CALLBACK (tell_windows), self, G_CONNECT_SWAPPED);
  moei_feed_start (self->feed);
  moei_doorkeeper_close (&self->preferences);
  if (again && self->window != NULL)
    open_window (self);
  tell_windows (self);
}

static void
entrance_problem_cb (MoeiApplication *self)
{
  tell_windows (self);
  if (self->feed == NULL && self->window != NULL)
    g_object_set (self->window, "service", "", "problem", moei_entrance_get_problem (self->entrance), NULL);
}

static void
open_entrance (MoeiApplication *self)
{
  const char *service = self->service;

  if (service == NULL && self->starts_as_wall)
    service = moei_wall_plan_get_service (self->plan);
  self->entrance = moei_doorkeeper_open_entrance (self->settings, service, self->token_file);
  g_signal_connect_object (self->entrance, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entrance, "problem", G_CALLBACK (entrance_problem_cb), self, G_CONNECT_SWAPPED);
  moei_entrance_open (self->entrance);
}

static void
moei_application_startup (GApplication *application)
{
  MoeiApplication *self = MOEI_APPLICATION (application);
  g_autofree char *chosen = moei_settings_dup_string (self->settings, "wall-settings");

  G_APPLICATION_CLASS (moei_application_parent_class)->startup (application);
  moei_looks_follow (adw_style_manager_get_default ());
  self->operation = moei_operation_new ();
  self->plan = moei_wall_plan_open (self->wall_settings != NULL || *chosen == '\0' ? self->wall_settings : chosen);
  if (self->starts_as_wall)
    moei_format_set_buddhist_era (moei_wall_plan_get_buddhist_era (self->plan));
  else
    moei_doorkeeper_follow_formats (self->settings, G_CALLBACK (renew_window), self);
  self->displays = moei_displays_new (GTK_APPLICATION (self), self->operation, self->plan);
  g_signal_connect_object (moei_displays_get_walls (self->displays), "items-changed", G_CALLBACK (tell_windows), self,
                           G_CONNECT_SWAPPED);
  add_actions (self);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "language",
                                      g_variant_new_string (moei_language_get_code (moei_language_get_current ())));
  if (!self->starts_as_wall)
    self->herald = moei_herald_new (application, self->settings);
  open_entrance (self);
  self->tick_id = g_timeout_add_seconds (1, tick_cb, self);
}

static void
open_walls (MoeiApplication *self)
{
  if (self->caretaker == NULL)
    self->caretaker = moei_caretaker_new (GTK_APPLICATION (self), self->operation, self->plan,
                                          moei_displays_get_walls (self->displays));
  moei_displays_open (self->displays, gdk_display_get_monitors (gdk_display_get_default ()));
}

static void
moei_application_activate (GApplication *application)
{
  MoeiApplication *self = MOEI_APPLICATION (application);

  if (self->starts_as_wall)
    open_walls (self);
  else if (self->window != NULL)
    gtk_window_present (GTK_WINDOW (self->window));
  else
    open_window (self);
}

static void
moei_application_shutdown (GApplication *application)
{
  MoeiApplication *self = MOEI_APPLICATION (application);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->herald);
  if (self->feed != NULL)
    moei_feed_stop (self->feed);
  g_clear_object (&self->feed);
  g_clear_object (&self->caretaker);

  G_APPLICATION_CLASS (moei_application_parent_class)->shutdown (application);
}

static void
moei_application_finalize (GObject *object)
{
  MoeiApplication *self = MOEI_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->preferences);
  g_clear_object (&self->displays);
  g_clear_object (&self->entrance);
  g_clear_object (&self->operation);
  g_clear_object (&self->plan);
  g_clear_object (&self->settings);
  g_free (self->wall_settings);
  g_free (self->service);
  g_free (self->token_file);

  G_OBJECT_CLASS (moei_application_parent_class)->finalize (object);
}

static void
moei_application_class_init (MoeiApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = moei_application_finalize;
  application_class->handle_local_options = moei_application_handle_local_options;
  application_class->startup = moei_application_startup;
  application_class->activate = moei_application_activate;
  application_class->shutdown = moei_application_shutdown;
}

static void
moei_application_init (MoeiApplication *self)
{
  g_autofree char *saved = NULL;

  moei_memory_give_back ();
  self->settings = moei_settings_open (g_settings_schema_source_get_default ());
  saved = moei_settings_dup_string (self->settings, "language");
  moei_language_set_current (moei_language_get_preferred (saved));
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * moei_application_new:
 *
 * Returns: (transfer full): the program
 */
MoeiApplication *
moei_application_new (void)
{
  return g_object_new (MOEI_TYPE_APPLICATION,
                       "application-id", MOEI_APP_ID,
                       "resource-base-path", "/org/moei/Moei",
                       NULL);
}
