/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>

#include "desk/moei-situation-page.h"
#include "desk/moei-window.h"
#include "language/moei-language.h"
#include "moei-application.h"

/* The whole program, without a service to follow. */

#define NOWHERE "http://127.0.0.1:1/" /* nobody listens on that port */
#define PATIENCE_S 120

typedef void (*LookAt) (GtkApplication *application);

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

static GtkApplication *running;

static gboolean
look_cb (gpointer user_data)
{
  LookAt look_at = user_data;

  look_at (running);
  g_application_quit (G_APPLICATION (running));
  return G_SOURCE_REMOVE;
}

/* Runs the program with these arguments until @look_at has looked. */
static int
run (LookAt      look_at,
     const char *first,
     ...)
{
  g_autoptr (MoeiApplication) application = moei_application_new ();
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  va_list rest;
  int status;

  g_ptr_array_add (arguments, (char *) "moei");
  va_start (rest, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (rest);

  running = GTK_APPLICATION (application);
  if (look_at != NULL)
    g_idle_add_full (G_PRIORITY_LOW, look_cb, look_at, NULL);
  status = g_application_run (G_APPLICATION (application), (int) arguments->len, (char **) arguments->pdata);
  moei_language_set_current (MOEI_LANGUAGE_EN);
  return status;
}

static GtkWidget *
get_window (GtkApplication *application)
{
  GtkWidget *window = GTK_WIDGET (gtk_application_get_active_window (application));

  g_assert_true (MOEI_IS_WINDOW (window));
  return window;
}

static const char *
get_page (GtkApplication *application)
{
  GtkWidget *situation = desk_test_find_by_type (get_window (application), MOEI_TYPE_SITUATION_PAGE);

  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_ancestor (situation, GTK_TYPE_STACK)));
}

static void
leave_at_people (GtkApplication *application)
{
  MoeiPages *pages = moei_window_get_pages (MOEI_WINDOW (get_window (application)));

  g_action_group_activate_action (G_ACTION_GROUP (get_window (application)), "page", g_variant_new_string ("people"));
  g_object_set (moei_pages_get_preferences (pages), "my-country", "KEN", "withhold-below", 5, NULL);
}

static void
look_at_people (GtkApplication *application)
{
  MoeiPages *pages = moei_window_get_pages (MOEI_WINDOW (get_window (application)));
  g_autofree char *page = NULL;

  g_object_get (pages, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "people");
  g_assert_cmpstr (moei_preferences_get_my_country (moei_pages_get_preferences (pages)), ==, "KEN");
  g_assert_cmpint (moei_preferences_get_withhold_below (moei_pages_get_preferences (pages)), ==, 5);
  g_action_group_activate_action (G_ACTION_GROUP (get_window (application)), "page", g_variant_new_string ("situation"));
  g_object_set (moei_pages_get_preferences (pages), "my-country", "", "withhold-below", 0, NULL);
}

/* Whoever starts it anew is where they left, with their own country. */
static void
test_restart (void)
{
  g_assert_cmpint (run (leave_at_people, "--language", "en", NULL), ==, 0);
  g_assert_cmpint (run (look_at_people, "--language", "th", NULL), ==, 0);
}

static void
look_at_unset (GtkApplication *application)
{
  g_assert_cmpstr (get_page (application), ==, "welcome");
  g_assert_true (desk_test_shows (get_window (application), "Which service shall Moei follow?"));
}

static void
test_no_service (void)
{
  g_assert_cmpint (run (look_at_unset, "--language", "en", NULL), ==, 0);
}

static void
look_at_bad_address (GtkApplication *application)
{
  g_assert_cmpstr (get_page (application), ==, "broken");
  g_assert_true (desk_test_shows (get_window (application),
                                  "“moei.example.org” cannot be the service’s address: it must begin with https://."));
  gtk_widget_activate_action (get_window (application), "win.retry", NULL);
  g_assert_cmpstr (get_page (application), ==, "broken");
}

static void
test_bad_address (void)
{
  g_assert_cmpint (run (look_at_bad_address, "--language", "en", "--service", "moei.example.org", NULL), ==, 0);
}

static void
look_at_last_service (GtkApplication *application)
{
  g_autofree char *service = NULL;

  g_object_get (get_window (application), "service", &service, NULL);
  g_assert_cmpstr (service, ==, NOWHERE);
  wait_for (g_strcmp0 (get_page (application), "broken") == 0);
}

static void
test_service_twice (void)
{
  g_assert_cmpint (run (look_at_last_service, "--service", "https://moei.example/", "--service", NOWHERE, NULL), ==, 0);
}

/* What is wrong on the command line is said, and is no fault of the program. */
static void
test_wrong_arguments (void)
{
  if (g_test_subprocess ()) {
    g_assert_cmpint (run (NULL, "operation.json", NULL), ==, 2);
    g_assert_cmpint (run (NULL, "--language", "tlh", NULL), ==, 2);
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*moei: operation.json: not an option*");
  g_test_trap_assert_stderr ("*moei: --language tlh: not one of en, th, my, zh_CN*");
}

static void
look_at_second_activation (GtkApplication *application)
{
  GtkWidget *window = get_window (application);

  g_application_activate (G_APPLICATION (application));
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);
  g_assert_true (get_window (application) == window);
}

static void
test_second_activation (void)
{
  g_assert_cmpint (run (look_at_second_activation, NULL), ==, 0);
}

/* Whoever destroys the window without asking it leaves nothing dangling. */
static void
look_at_reopened (GtkApplication *application)
{
  g_application_hold (G_APPLICATION (application));
  gtk_window_destroy (GTK_WINDOW (get_window (application)));
  g_assert_null (gtk_application_get_windows (application));
  g_action_group_activate_action (G_ACTION_GROUP (application), "wall", NULL);
  g_application_activate (G_APPLICATION (application));
  g_assert_cmpstr (get_page (application), ==, "welcome");
  g_application_release (G_APPLICATION (application));
}

static void
test_reopened (void)
{
  g_assert_cmpint (run (look_at_reopened, NULL), ==, 0);
}

static GtkWidget *
find_labelled (GtkWidget  *within,
               const char *type_name,
               const char *label)
{
  if (g_strcmp0 (G_OBJECT_TYPE_NAME (within), type_name) == 0 && desk_test_shows (within, label))
    return within;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_labelled (child, type_name, label);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
is_thai (GtkApplication *application)
{
  return gtk_widget_has_css_class (get_window (application), "lang-th");
}

/* As by hand: the menu is open when the window that it belongs to goes. */
static void
look_at_language_menu (GtkApplication *application)
{
  GtkWidget *window = get_window (application);
  GtkWidget *button = find_labelled (window, "GtkMenuButton", "English");
  GtkWidget *item;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  gtk_test_widget_wait_for_draw (window);
  item = find_labelled (button, "GtkModelButton", "ไทย");
  g_assert_nonnull (item);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_signal_emit_by_name (item, "clicked");

  wait_for (window == NULL);
  g_assert_true (is_thai (application));
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);
  g_assert_true (desk_test_shows (get_window (application), "ยังไม่ได้เลือกบริการ"));
}

static void
test_language_menu (void)
{
  g_assert_cmpint (run (look_at_language_menu, "--language", "en", NULL), ==, 0);
}

/* What is wrong is said anew in the new language. */
static void
look_at_problem (GtkApplication *application)
{
  wait_for (g_strcmp0 (get_page (application), "broken") == 0);
  g_assert_true (desk_test_shows (get_window (application),
                                  "127.0.0.1 refuses the connection: the service is not running there, "
                                  "or a firewall turns it away."));
  g_action_group_change_action_state (G_ACTION_GROUP (application), "language", g_variant_new_string ("th"));
  g_assert_true (is_thai (application));
  g_assert_cmpstr (get_page (application), ==, "broken");
  g_assert_false (desk_test_shows (get_window (application),
                                   "127.0.0.1 refuses the connection: the service is not running there, "
                                   "or a firewall turns it away."));
}

static void
test_problem_in_new_language (void)
{
  g_assert_cmpint (run (look_at_problem, "--language", "en", "--service", NOWHERE, NULL), ==, 0);
}

typedef struct {
  guint       status;
  const char *type;
  const char *body;
  const char *page;
  const char *says;
} Answer;

static const Answer answers[] = {
  { 401, "application/problem+json", "{}", "denied",
    "127.0.0.1 does not accept this computer’s access: it is missing, has expired or was withdrawn." },
  { 403, "application/problem+json", "{}", "denied", "127.0.0.1 does not permit this computer to read the operation." },
  { 404, "text/plain", "", "broken", NULL },
  { 500, "text/plain", "", "broken", "The service at 127.0.0.1 reports a fault of its own (HTTP 500)." },
  { 200, "text/html", "<html></html>", "broken",
    "A web page answers in place of 127.0.0.1. This network may want a login: open a web browser and see." },
  { 302, "text/plain", "", "broken", NULL },
  { 200, "application/json", "{}", "broken", NULL },
};

static const Answer *answer;

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  soup_server_message_set_status (message, answer->status, NULL);
  if (answer->status == 302)
    soup_server_message_set_redirect (message, answer->status, "https://elsewhere.example/");
  soup_server_message_set_response (message, answer->type, SOUP_MEMORY_STATIC, answer->body, strlen (answer->body));
}

static void
look_at_answer (GtkApplication *application)
{
  wait_for (g_strcmp0 (get_page (application), answer->page) == 0);
  if (answer->says != NULL)
    wait_for (desk_test_shows (get_window (application), answer->says));
}

/* Whatever answers in place of a service, the window says what to look at. */
static void
test_odd_answers (void)
{
  g_autoptr (SoupServer) server = soup_server_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;
  GSList *uris;

  soup_server_add_handler (server, NULL, answer_cb, NULL, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  address = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++) {
    answer = &answers[i];
    g_assert_cmpint (run (look_at_answer, "--language", "en", "--service", address, NULL), ==, 0);
  }
  soup_server_disconnect (server);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *cache = g_dir_make_tmp ("moei-application-XXXXXX", NULL);
  int result;

  g_assert_nonnull (cache);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  desk_test_init (&argc, &argv);

  g_test_add_func ("/application/no-service", test_no_service);
  g_test_add_func ("/application/restart", test_restart);
  g_test_add_func ("/application/bad-address", test_bad_address);
  g_test_add_func ("/application/odd-answers", test_odd_answers);
  g_test_add_func ("/application/service-twice", test_service_twice);
  g_test_add_func ("/application/wrong-arguments", test_wrong_arguments);
  g_test_add_func ("/application/second-activation", test_second_activation);
  g_test_add_func ("/application/reopened", test_reopened);
  g_test_add_func ("/application/language-menu", test_language_menu);
  g_test_add_func ("/application/problem-in-new-language", test_problem_in_new_language);

  result = g_test_run ();
  g_rmdir (cache);
  return result;
}
