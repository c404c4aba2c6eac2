/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "door/moei-troubleshooting.h"
#include "feed/moei-feed-advice.h"
#include "feed/moei-feed-error.h"
#include "language/moei-language.h"

/* What whoever looks into a fault wants to know, in English for whoever looks.
 * It is copied and mailed: it names no person and no folder of theirs, holds no
 * secret, and of addresses no more than whom they lead to. */

#define LEAST_NAME 3 /* a shorter name is part of too many words */

static const char *
get_state (MoeiDataState state)
{
  static const char * const words[] = {
    [MOEI_DATA_STATE_NONE] = "none", [MOEI_DATA_STATE_LIVE] = "live", [MOEI_DATA_STATE_LATE] = "late",
    [MOEI_DATA_STATE_OLD] = "old", [MOEI_DATA_STATE_OFFLINE] = "offline",
  };

  return words[state];
}

static const char *
get_way (MoeiFollowing way)
{
  static const char * const words[] = {
    [MOEI_FOLLOWING_STREAM] = "stream", [MOEI_FOLLOWING_LONG_POLL] = "long poll", [MOEI_FOLLOWING_POLL] = "poll",
  };

  return words[way];
}

static gboolean
is_set (MoeiWayOut *way_out,
        const char *name)
{
  return *moei_way_out_get_text (way_out, name) != '\0';
}

static void
add_libraries (GString *text)
{
  GTlsBackend *tls = g_tls_backend_get_default ();
  GdkDisplay *display = gdk_display_get_default ();

  g_string_append_printf (text, "Moei " MOEI_VERSION "\n");
  g_string_append_printf (text, "GTK %u.%u.%u, libadwaita %u.%u.%u, GLib %u.%u.%u, libsoup %u.%u.%u\n",
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version,
                          soup_get_major_version (), soup_get_minor_version (), soup_get_micro_version ());
  g_string_append_printf (text, "TLS: %s\n", g_tls_backend_supports_tls (tls) ? G_OBJECT_TYPE_NAME (tls) : "none");
  g_string_append_printf (text, "Display: %s\n", display != NULL ? G_OBJECT_TYPE_NAME (display) : "none");
  g_string_append_printf (text, "Sandbox: %s\n", g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "yes" : "no");
  g_string_append_printf (text, "Language: %s\n", moei_language_get_code (moei_language_get_current ()));
}

static void
add_way (GString      *text,
         MoeiEntrance *entrance)
{
  MoeiWayOut *way_out = moei_entrance_get_way_out (entrance);
  const char *proxy = moei_way_out_get_text (way_out, "proxy");

  g_string_append_printf (text, "\nService: %s\n", moei_entrance_get_address (entrance));
  g_string_append_printf (text, "Further authorities: %s\n", is_set (way_out, "authorities-file") ? "yes" : "no");
  g_string_append_printf (text, "Own certificate: %s\n", is_set (way_out, "certificate-file") ? "yes" : "no");
  g_string_append_printf (text, "Proxy: %s%s\n", *proxy != '\0' ? proxy : "of the system",
                          is_set (way_out, "proxy-login") ? ", with a login" : "");
  g_string_append_printf (text, "Access token: %s\n",
                          is_set (way_out, "token-file") ? "in a file" : is_set (way_out, "token") ? "yes" : "no");
}

static void
add_feed (GString  *text,
          MoeiFeed *feed)
{
  const GError *trouble = moei_feed_get_trouble (feed);
  g_autofree char *evidence = NULL;

  g_string_append_printf (text, "\nData: %s, last word %" G_GINT64_FORMAT " s ago, by %s\n",
                          get_state (moei_feed_get_state (feed)), moei_feed_get_last_heard (feed),
                          get_way (moei_feed_get_way (feed)));
  g_string_append_printf (text, "Clock: %" G_GINT64_FORMAT " s behind the service's\n", moei_feed_get_skew (feed));
  if (trouble == NULL)
    return;

  evidence = moei_feed_advice_evidence (trouble);
  g_string_append_printf (text, "Trouble: %s\n%s\n", trouble->message, evidence != NULL ? evidence : "");
}

/**
 * moei_troubleshooting_write:
 * @entrance: which service is followed, and the way there
 * @feed: (nullable): how it goes
 *
 * Returns: (transfer full): what can be sent to whoever looks into a fault
 */
char *
moei_troubleshooting_write (MoeiEntrance *entrance,
                            MoeiFeed     *feed)
{
  g_autoptr (GString) text = g_string_new (NULL);

  moei_language_push (MOEI_LANGUAGE_EN);
  add_libraries (text);
  add_way (text, entrance);
  if (feed != NULL)
    add_feed (text, feed);
  moei_language_pop ();
  return moei_troubleshooting_redact (text->str);
}

static void
replace (char      **text,
         const char *pattern,
         const char *by)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  char *replaced = g_regex_replace (regex, *text, -1, 0, by, 0, NULL);

  g_free (*text);
  *text = replaced;
}

static void
replace_name (char      **text,
              const char *name,
              const char *by)
{
  g_autofree char *escaped = name != NULL ? g_regex_escape_string (name, -1) : NULL;
  g_autofree char *pattern = NULL;

  if (escaped == NULL || strlen (name) < LEAST_NAME)
    return;
  pattern = g_strdup_printf ("(?<![A-Za-z0-9])%s(?![A-Za-z0-9])", escaped);
  replace (text, pattern, by);
}

/**
 * moei_troubleshooting_redact:
 * @text: a text
 *
 * Returns: (transfer full): the same without folders and names of the person,
 *   logins, tokens, and what follows a "?" in an address
 */
char *
moei_troubleshooting_redact (const char *text)
{
  char *redacted = g_utf8_make_valid (text, -1);

  replace (&redacted, "://[^/@\\s]*@", "://");
  replace (&redacted, "([a-z]+://[^\\s?#]*)[?#]\\S*", "\\1");
  replace (&redacted, "(?i)bearer\\s+\\S+", "Bearer …");
  replace (&redacted, "\\b[a-z]{2,8}[0-9]_[A-Za-z0-9._~+/=-]{8,}", "…");
  replace_name (&redacted, g_get_home_dir (), "~");
  replace (&redacted, "/home/[^/\\s]+", "~");
  replace_name (&redacted, g_get_user_name (), "…");
  replace_name (&redacted, g_strcmp0 (g_get_real_name (), "Unknown") != 0 ? g_get_real_name () : NULL, "…");
  return redacted;
}
