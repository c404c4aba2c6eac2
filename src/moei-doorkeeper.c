/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "moei-doorkeeper.h"

#include <glib/gi18n-lib.h>

#include "door/moei-welcome.h"
#include "feed/moei-feed-advice.h"
#include "language/moei-language.h"
#include "moei-settings.h"

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
  static const char * const names[] = { "my-country", "withhold-below", "tiles-url", "tiles-attribution", "wall-settings" };
  MoeiPreferencesWindow *window = moei_preferences_window_new (parent, operation);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    moei_settings_bind (settings, names[i], window, names[i]);
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
