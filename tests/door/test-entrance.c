/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>

#include "door/moei-entrance.h"
#include "door/moei-keyring.h"
#include "moei-doorkeeper.h"

#define SERVICE "https://moei.example.org/"
#define TOKEN   "sit1_0123456789abcdef"
#define LOGIN   "officer:hunter2"

#define PATIENCE_S 120

typedef struct {
  char       *address;
  MoeiWayOut *way_out;
} Opened;

static gboolean
out_of_patience (gpointer user_data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

#define wait_for(condition) G_STMT_START { \
  guint patience = g_timeout_add_seconds (PATIENCE_S, out_of_patience, NULL); \
  while (!(condition)) \
    g_main_context_iteration (NULL, TRUE); \
  g_source_remove (patience); \
} G_STMT_END

static void
opened_cb (MoeiEntrance *entrance,
           const char   *address,
           MoeiWayOut   *way_out,
           Opened       *opened)
{
  g_free (opened->address);
  opened->address = g_strdup (address);
  g_set_object (&opened->way_out, way_out);
}

static void
opened_clear (Opened *opened)
{
  g_clear_pointer (&opened->address, g_free);
  g_clear_object (&opened->way_out);
}

/* As the program does at its start. */
static MoeiEntrance *
start (GSettings  *settings,
       const char *service,
       Opened     *opened)
{
  MoeiEntrance *entrance = moei_doorkeeper_open_entrance (settings, service, NULL);

  g_signal_connect (entrance, "opened", G_CALLBACK (opened_cb), opened);
  moei_entrance_open (entrance);
  return entrance;
}

static void
looked_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static char *
look_up (const char *what)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *secret;

  moei_keyring_lookup_async (SERVICE, what, NULL, looked_up_cb, &result);
  wait_for (result != NULL);
  secret = moei_keyring_lookup_finish (result, &error);
  g_assert_no_error (error);
  return secret;
}

static gboolean
keeps (const char *what,
       const char *secret)
{
  g_autofree char *kept = look_up (what);

  return g_strcmp0 (kept, secret) == 0;
}

/* Asking goes on with what is being kept. */
static void
wait_until_kept (const char *token,
                 const char *login)
{
  guint patience = g_timeout_add_seconds (PATIENCE_S, out_of_patience, NULL);

  while (!keeps ("token", token) || !keeps ("proxy-login", login))
    continue;
  g_source_remove (patience);
}

/* None of the settings holds any of these words. */
static void
assert_nothing_secret (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++) {
    g_autoptr (GVariant) value = g_settings_get_value (settings, keys[i]);
    g_autofree char *text = g_variant_print (value, FALSE);

    g_assert_null (strstr (text, TOKEN));
    g_assert_null (strstr (text, "hunter2"));
  }
}

/* What was chosen is there after a restart; secrets only in the keyring. */
static void
test_restart (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MOEI_APP_ID);
  g_autoptr (MoeiEntrance) first = NULL;
  g_autoptr (MoeiEntrance) second = NULL;
  g_autoptr (MoeiWayOut) way_out = g_object_new (MOEI_TYPE_WAY_OUT, "authorities-file", "/etc/moei/ca.pem",
                                                 "proxy", "http://proxy.example.org:8080", "proxy-login", LOGIN,
                                                 "token", TOKEN, NULL);
  Opened opened = { NULL };

  first = start (settings, NULL, &opened);
  g_assert_cmpstr (opened.address, ==, "");
  moei_entrance_choose (first, SERVICE, way_out);
  g_assert_cmpstr (opened.address, ==, SERVICE);
  g_assert_cmpstr (moei_way_out_get_text (opened.way_out, "token"), ==, TOKEN);
  wait_until_kept (TOKEN, LOGIN);
  g_assert_null (moei_entrance_get_problem (first));
  assert_nothing_secret (settings);
  g_clear_object (&first);
  opened_clear (&opened);

  second = start (settings, NULL, &opened);
  wait_for (!moei_entrance_is_waiting (second));
  g_assert_cmpstr (opened.address, ==, SERVICE);
  g_assert_cmpstr (moei_way_out_get_text (opened.way_out, "authorities-file"), ==, "/etc/moei/ca.pem");
  g_assert_cmpstr (moei_way_out_get_text (opened.way_out, "proxy"), ==, "http://proxy.example.org:8080");
  g_assert_cmpstr (moei_way_out_get_text (opened.way_out, "proxy-login"), ==, LOGIN);
  g_assert_cmpstr (moei_way_out_get_text (opened.way_out, "token"), ==, TOKEN);

  /* Emptied, the keyring holds them no longer. */
  g_object_set (way_out, "token", "", "proxy-login", "", NULL);
  moei_entrance_choose (second, SERVICE, way_out);
  wait_until_kept (NULL, NULL);
  g_assert_false (g_settings_get_boolean (settings, "keyring"));
  opened_clear (&opened);
}

/* What the command line names is followed, and not remembered. */
static void
test_this_time (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MOEI_APP_ID);
  g_autoptr (MoeiEntrance) entrance = NULL;
  g_autofree char *remembered = NULL;
  Opened opened = { NULL };

  g_settings_set_string (settings, "service-url", SERVICE);
  entrance = start (settings, "https://other.example.org/", &opened);
  g_assert_cmpstr (opened.address, ==, "https://other.example.org/");
  g_clear_object (&entrance);
  remembered = g_settings_get_string (settings, "service-url");
  g_assert_cmpstr (remembered, ==, SERVICE);
  opened_clear (&opened);
}

/* Whether anybody listens there. */
static gboolean
answers (const char *address)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, address);
  g_autoptr (GBytes) body = soup_session_send_and_read (session, message, NULL, NULL);

  return body != NULL && soup_message_get_status (message) == SOUP_STATUS_OK;
}

/* The exercise is a child of the program, and goes with it. */
static void
test_exercise (void)
{
  g_autoptr (MoeiEntrance) entrance = NULL;
  g_autofree char *document = NULL;
  Opened opened = { NULL };

  entrance = start (NULL, MOEI_ENTRANCE_EXERCISE, &opened);
  wait_for (opened.address != NULL || moei_entrance_get_problem (entrance) != NULL);
  g_assert_null (moei_entrance_get_problem (entrance));
  g_assert_true (g_str_has_prefix (opened.address, "http://127.0.0.1:"));
  document = g_strconcat (opened.address, "/v1/", NULL);
  g_assert_true (answers (document));
  g_clear_object (&entrance);
  while (answers (document))
    g_main_context_iteration (NULL, FALSE);
  opened_clear (&opened);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("moei-entrance-XXXXXX", NULL);
  g_autofree char *keyring = g_build_filename (folder, "keyring", NULL);
  g_autofree char *programs = g_build_filename (g_getenv ("MOEI_BUILDDIR"), "src", NULL);
  g_autofree char *path = g_strconcat (programs, ":", g_getenv ("PATH"), NULL);
  int result;

  /* libsecret's own keyring in a file, as in a sandbox. */
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", keyring, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "test", TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_setenv ("PATH", path, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entrance/restart", test_restart);
  g_test_add_func ("/entrance/this-time", test_this_time);
  g_test_add_func ("/entrance/exercise", test_exercise);

  result = g_test_run ();
  g_unlink (keyring);
  return result;
}
