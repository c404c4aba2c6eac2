/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "moei-doorkeeper.h"

#include <glib/gi18n-lib.h>

#include "door/moei-welcome.h"
#include "feed/moei-feed-advice.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "moei-settings.h"
#include "rota/moei-wall-plan.h"

/* Brings together the entrance, the settings and the windows in which a person
 * chooses a service. */

static void
remember_service (MoeiEntrance *entrance,
                  GSettings    *settings)
{
  moei_settings_set (settings, "service-url", g_variant_new_string (moei_entrance_get_address (entrance)));
}

/**
 * moei_doorkeeper_open_entrance:
 * @settings: (nullable): the program's settings
 * @service: (nullable): the service to follow this time; `NULL` for that of the settings
 * @token_file: (nullable): a file that holds the access token
 *
 * Returns: (transfer full): the entrance to that service, not open yet
 */
MoeiEntrance *
moei_doorkeeper_open_entrance (GSettings  *settings,
                               const char *service,
                               const char *token_file)
{
  static const char * const names[] = { "authorities-file", "certificate-file", "proxy", "keyring" };
  MoeiEntrance *entrance = moei_entrance_new ();
  g_autofree char *saved = moei_settings_dup_string (settings, "service-url");
  g_autofree char *whole = token_file != NULL ? g_canonicalize_filename (token_file, NULL) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    moei_settings_bind (settings, names[i], entrance, names[i]);
  g_object_set (entrance, "service-url", service != NULL ? service : saved, NULL);
  g_object_set (moei_entrance_get_way_out (entrance), "token-file", whole, NULL);
  if (settings != NULL)
    g_signal_connect_object (entrance, "chosen", G_CALLBACK (remember_service), settings, 0);
  return entrance;
}

static void
follow_cb (MoeiEntrance    *entrance,
           const char      *address,
           MoeiWayOut      *way_out,
           MoeiServicePane *pane)
{
  moei_entrance_choose (entrance, address, way_out);
}

static void
problem_cb (MoeiServicePane *pane,
            MoeiEntrance    *entrance)
{
  moei_service_pane_say (pane, moei_entrance_get_problem (entrance));
}

static void
join (MoeiServicePane *pane,
      MoeiEntrance    *entrance)
{
  moei_service_pane_set (pane, moei_entrance_get_address (entrance), moei_entrance_get_way_out (entrance));
  moei_service_pane_say (pane, moei_entrance_get_problem (entrance));
  g_signal_connect_object (pane, "follow", G_CALLBACK (follow_cb), entrance, G_CONNECT_SWAPPED);
  g_signal_connect_object (entrance, "problem", G_CALLBACK (problem_cb), pane, G_CONNECT_SWAPPED);
}

/**
 * moei_doorkeeper_welcome:
 * @window: the window
 * @entrance: the entrance
 *
 * Gives the window what it shows while no service is chosen.
 */
void
moei_doorkeeper_welcome (MoeiWindow   *window,
                         MoeiEntrance *entrance)
{
  GtkWidget *welcome;

  if (*moei_entrance_get_address (entrance) != '\0')
    return;

  welcome = moei_welcome_new ();
  join (moei_welcome_get_pane (MOEI_WELCOME (welcome)), entrance);
  moei_window_set_welcome (window, welcome);
}

static void
wall_settings_read_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autofree GWeakRef *weak = user_data;
  g_autoptr (MoeiPreferencesWindow) window = g_weak_ref_get (weak);
  g_autoptr (MoeiWallPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *path = NULL, *judgement = NULL;
  gsize length;

  g_weak_ref_clear (weak);
  if (window == NULL)
    return;
  g_object_get (window, "wall-settings", &path, NULL);
  if (g_strcmp0 (path, g_file_peek_path (G_FILE (object))) != 0)
    return;
  if (g_file_load_contents_finish (G_FILE (object), result, &text, &length, NULL, &error)) {
    plan = moei_wall_plan_parse (text, length);
    judgement = g_strjoinv ("\n", (char **) moei_wall_plan_get_faults (plan));
  } else {
    judgement = g_strdup (error->message);
  }
  g_object_set (window, "wall-judgement", *judgement != '\0' ? judgement : _("The file is fine."), NULL);
}

/* What `moei --check-settings` says of it, in its words: they are for whoever wrote the file. */
static void
judge_wall_settings (MoeiPreferencesWindow *window)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  GWeakRef *weak;

  g_object_get (window, "wall-settings", &path, NULL);
  if (path == NULL || *path == '\0')
    return;
  file = g_file_new_for_path (path);
  /* The window must not stay because of it: its parent may go. */
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, window);
  g_file_load_contents_async (file, NULL, wall_settings_read_cb, weak);
}

static void
set_formats (GSettings *settings)
{
  moei_format_set_native_digits (moei_settings_get_boolean (settings, "native-digits", TRUE));
  moei_format_set_buddhist_era (moei_settings_get_boolean (settings, "buddhist-era", TRUE));
}

/**
 * moei_doorkeeper_follow_formats:
 * @settings: (nullable): the program's settings
 * @changed: called, swapped, when what is shown must be written anew
 * @object: for @changed
 *
 * Has digits and years written as a person chose.
 */
void
moei_doorkeeper_follow_formats (GSettings *settings,
                                GCallback  changed,
                                gpointer   object)
{
  static const char * const signals[] = { "changed::native-digits", "changed::buddhist-era" };

  set_formats (settings);
  for (guint i = 0; settings != NULL && i < G_N_ELEMENTS (signals); i++) {
    g_signal_connect (settings, signals[i], G_CALLBACK (set_formats), NULL);
    g_signal_connect_object (settings, signals[i], changed, object, G_CONNECT_SWAPPED);
  }
}

/**
 * moei_doorkeeper_preferences:
 * @parent: the window to stand before
 * @operation: the operation
 * @entrance: the entrance
 * @settings: (nullable): the program's settings
 *
 * Returns: (transfer none): the preferences, which remember what is set
 */
MoeiPreferencesWindow *
moei_doorkeeper_preferences (GtkWindow     *parent,
                             MoeiOperation *operation,
                             MoeiEntrance  *entrance,
                             GSettings     *settings)
{
  static const char * const names[] = { "my-country", "withhold-below", "tiles-url", "tiles-attribution",
                                        "wall-settings", "native-digits", "buddhist-era" };
  const char * const *notifications = moei_notifications_group_list_settings ();
  MoeiPreferencesWindow *window = moei_preferences_window_new (parent, operation);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    moei_settings_bind (settings, names[i], window, names[i]);
  for (guint i = 0; notifications[i] != NULL; i++)
    moei_settings_bind (settings, notifications[i], moei_preferences_window_get_notifications (window), notifications[i]);
  g_signal_connect (window, "notify::wall-settings", G_CALLBACK (judge_wall_settings), NULL);
  judge_wall_settings (window);
  join (moei_preferences_window_get_pane (window), entrance);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/**
 * moei_doorkeeper_close:
 * @preferences: (inout): a weak pointer to the preferences, which may be NULL
 *
 * Closes them, though it be they that ask for another window: GTK keeps them
 * until they have done so, and their parent must not go before.
 *
 * Returns: whether they were open
 */
gboolean
moei_doorkeeper_close (GtkWindow **preferences)
{
  GtkWindow *window = *preferences;

  if (window == NULL)
    return FALSE;

  g_clear_weak_pointer (preferences);
  gtk_window_set_transient_for (window, NULL);
  gtk_window_destroy (window);
  return TRUE;
}

/**
 * moei_doorkeeper_dup_advice:
 * @feed: a feed
 *
 * Returns: (transfer full) (nullable): what to do about what is wrong, and what
 *   to send to those who look after the network
 */
char *
moei_doorkeeper_dup_advice (MoeiFeed *feed)
{
  const GError *trouble = moei_feed_get_trouble (feed);
  g_autofree char *next = trouble != NULL ? moei_feed_advice_next (trouble) : NULL;
  g_autofree char *evidence = trouble != NULL ? moei_feed_advice_evidence (trouble) : NULL;

  if (next == NULL)
    return NULL;
  return evidence != NULL ? g_strdup_printf ("%s\n\n%s", next, evidence) : g_steal_pointer (&next);
}

/**
 * moei_doorkeeper_let_out:
 * @feed: a feed that has not started
 * @entrance: the entrance
 * @way_out: how to get to the service
 *
 * Shows the way, and has the feed wait, with the last good picture, for what the
 * keyring has to give.
 */
void
moei_doorkeeper_let_out (MoeiFeed     *feed,
                         MoeiEntrance *entrance,
                         MoeiWayOut   *way_out)
{
  moei_feed_set_way_out (feed, way_out);
  if (moei_entrance_is_waiting (entrance))
    moei_feed_hold (feed);
  g_signal_connect_object (entrance, "ready", G_CALLBACK (moei_feed_release), feed, G_CONNECT_SWAPPED);
}

/* In the current language. */
static char *
dup_problem (MoeiFeed     *feed,
             MoeiEntrance *entrance)
{
  if (moei_entrance_is_held_up (entrance))
    return g_strdup (_("The keyring does not give the access to the service yet. Unlock it, and Moei goes on."));
  return moei_feed_dup_problem (feed);
}

/**
 * moei_doorkeeper_say_problem:
 * @feed: a feed
 * @entrance: the entrance
 *
 * Returns: (transfer full) (nullable): what is wrong, in each language; a feed
 *   speaks the current one
 */
MoeiText *
moei_doorkeeper_say_problem (MoeiFeed     *feed,
                             MoeiEntrance *entrance)
{
  g_auto (GStrv) texts = g_new0 (char *, MOEI_N_LANGUAGES + 1);

  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    moei_language_push (i);
    texts[i] = dup_problem (feed, entrance);
    moei_language_pop ();
  }
  return texts[MOEI_LANGUAGE_EN] == NULL ? NULL
         : moei_text_new (texts[MOEI_LANGUAGE_EN], texts[MOEI_LANGUAGE_TH], texts[MOEI_LANGUAGE_MY],
                          texts[MOEI_LANGUAGE_ZH_CN]);
}
