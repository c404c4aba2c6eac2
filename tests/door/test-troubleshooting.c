/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "../desk/desk-test.h"

#include "door/moei-troubleshooting.h"

#define TOKEN "sit1_0123456789abcdef"

static void
test_redact (void)
{
  g_autofree char *in_home = g_strdup_printf ("%s/ca.pem cannot be read", g_get_home_dir ());
  const struct {
    const char *text;
    const char *redacted;
  } cases[] = {
    { "https://moei.example.org/v1/flights?date=2025-03-06&token=x read", "https://moei.example.org/v1/flights read" },
    { "http://officer:hunter2@proxy:8080/", "http://proxy:8080/" },
    { "Authorization: Bearer abcdefgh123", "Authorization: Bearer …" },
    { "the token " TOKEN " is not known", "the token … is not known" },
    { "/home/somebody/documents/me.pem", "~/documents/me.pem" },
    { in_home, "~/ca.pem cannot be read" },
    { "Host: moei.example.org:443", "Host: moei.example.org:443" },
    { "\xff", "\xef\xbf\xbd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *redacted = moei_troubleshooting_redact (cases[i].text);

    g_assert_cmpstr (redacted, ==, cases[i].redacted);
  }
}

/* Whatever was entered, and whatever went wrong. */
static void
test_write (void)
{
  g_autoptr (MoeiEntrance) entrance = moei_entrance_new ();
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autofree char *file = g_build_filename (g_get_home_dir (), "nowhere", "token", NULL);
  g_autofree char *text = NULL;
  g_autofree char *folder = g_dir_make_tmp ("moei-troubleshooting-XXXXXX", NULL);
  MoeiFeed *feed;

  g_object_set (entrance, "service-url", "https://moei.example.org/?secret=1", "proxy", "http://proxy:8080", NULL);
  g_object_set (moei_entrance_get_way_out (entrance), "token", TOKEN, "proxy-login", "officer:hunter2",
                "token-file", file, NULL);
  feed = moei_feed_new ("https://127.0.0.1:1/", operation, folder);
  moei_feed_set_way_out (feed, moei_entrance_get_way_out (entrance));
  moei_feed_start (feed);
  while (moei_feed_get_trouble (feed) == NULL)
    g_main_context_iteration (NULL, TRUE);

  text = moei_troubleshooting_write (entrance, feed);
  g_assert_nonnull (strstr (text, "Service: https://moei.example.org/\n"));
  g_assert_nonnull (strstr (text, "Access token: in a file\n"));
  g_assert_nonnull (strstr (text, "Trouble: ~/nowhere/token"));
  g_assert_null (strstr (text, "secret"));
  g_assert_null (strstr (text, TOKEN));
  g_assert_null (strstr (text, "hunter2"));
  moei_feed_stop (feed);
  g_object_unref (feed);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/troubleshooting/redact", test_redact);
  g_test_add_func ("/troubleshooting/write", test_write);

  return g_test_run ();
}
