/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../desk/desk-test.h"

#include "door/moei-entrance.h"
#include "door/moei-welcome.h"
#include "language/moei-language.h"

#include "../feed/fixture/moei-test-board.h"

typedef struct {
  MoeiTestService *service;
  MoeiTestBoard    board;
  char            *address;
  GtkWidget       *welcome;
  MoeiServicePane *pane;
  char            *followed;
  MoeiWayOut      *way_out;
  char            *folder;
} Fixture;

static char *
get_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".pem", NULL);

  return g_test_build_filename (G_TEST_DIST, "feed", "fixture", "certificates", file, NULL);
}

static void
follow_cb (MoeiServicePane *pane,
           const char      *address,
           MoeiWayOut      *way_out,
           Fixture         *fixture)
{
  g_free (fixture->followed);
  fixture->followed = g_strdup (address);
  g_set_object (&fixture->way_out, way_out);
}

/* The name of the service's certificate is the test's data; NULL is plain HTTP. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *certificate_path = data != NULL ? get_path (data) : NULL;
  g_autofree char *key_path = get_path ("key");
  g_autoptr (GTlsCertificate) certificate = NULL;

  if (data != NULL)
    certificate = g_tls_certificate_new_from_files (certificate_path, key_path, NULL);
  fixture->folder = g_dir_make_tmp ("moei-pane-XXXXXX", NULL);
  fixture->service = moei_test_service_new (certificate);
  moei_test_board_init (&fixture->board, fixture->service);
  moei_test_board_publish (&fixture->board);
  fixture->address = g_uri_to_string (moei_test_service_get_uri (fixture->service));
  fixture->welcome = moei_welcome_new ();
  fixture->pane = moei_welcome_get_pane (MOEI_WELCOME (fixture->welcome));
  g_signal_connect (fixture->pane, "follow", G_CALLBACK (follow_cb), fixture);
  desk_test_present (fixture->welcome);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (fixture->welcome)));
  moei_test_await_finalize (fixture->service);
  moei_test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->address);
  g_free (fixture->followed);
  g_clear_object (&fixture->way_out);
}

/* A button or row that says this. */
static GtkWidget *
find (GtkWidget  *within,
      const char *text)
{
  if (GTK_IS_LABEL (within) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (within)), text) == 0) {
    GtkWidget *button = gtk_widget_get_ancestor (within, GTK_TYPE_BUTTON);

    return button != NULL ? button : gtk_widget_get_ancestor (within, GTK_TYPE_LIST_BOX_ROW);
  }
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
press (Fixture    *fixture,
       const char *text)
{
  GtkWidget *found = find (fixture->welcome, text);

  g_assert_nonnull (found);
  if (GTK_IS_BUTTON (found))
    g_signal_emit_by_name (found, "clicked");
  else
    g_signal_emit_by_name (found, "activate");
}

static void
enter (Fixture    *fixture,
       const char *row,
       const char *text)
{
  GtkWidget *found = find (fixture->welcome, row);

  g_assert_true (GTK_IS_EDITABLE (found));
  gtk_editable_set_text (GTK_EDITABLE (found), text);
}

static gboolean
is_marked (Fixture    *fixture,
           const char *row)
{
  return gtk_widget_has_css_class (find (fixture->welcome, row), "error");
}

static void
test_address (Fixture       *fixture,
              gconstpointer  data)
{
  enter (fixture, "Address of the service", fixture->address);
  enter (fixture, "Access token", "sit1_0123456789abcdef");
  press (fixture, "Test the Connection");
  moei_test_wait_for (gtk_widget_has_css_class (find (fixture->welcome, "Follow This Service"), "suggested-action"));
  g_assert_true (desk_test_shows (fixture->welcome, "Not needed"));
  g_assert_false (desk_test_shows (fixture->welcome, "Failed"));
  g_assert_null (fixture->followed);

  press (fixture, "Follow This Service");
  g_assert_cmpstr (fixture->followed, ==, fixture->address);
  g_assert_cmpstr (moei_way_out_get_text (fixture->way_out, "token"), ==, "sit1_0123456789abcdef");
}

/* A wrong address; what was typed is the host alone, as people do. */
static void
test_wrong_address (Fixture       *fixture,
                    gconstpointer  data)
{
  enter (fixture, "Address of the service", "  127.0.0.1:1 ");
  press (fixture, "Test the Connection");
  moei_test_wait_for (desk_test_shows (fixture->welcome, "Failed"));
  g_assert_true (desk_test_shows (fixture->welcome, "127.0.0.1 refuses the connection: the service is not running there, or a firewall turns it away."));
  g_assert_true (desk_test_shows (fixture->welcome, "What to do next"));
  g_assert_true (desk_test_shows (fixture->welcome, "Host: 127.0.0.1:1"));

  enter (fixture, "Address of the service", "http://moei.example.org/");
  press (fixture, "Test the Connection");
  moei_test_wait_for (is_marked (fixture, "Address of the service"));
  press (fixture, "Follow This Service");
  g_assert_cmpstr (fixture->followed, ==, "http://moei.example.org/");
}

/* The field that puts it right opens; there is no other way on. */
static void
test_private_authority (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *authority = get_path ("authority");
  g_autofree char *mail = g_build_filename (fixture->folder, "ministry.moei", NULL);
  g_autofree char *text = g_strdup_printf ("[Service]\naddress=%s\nname=The ministry’s own\nauthorities-file=%s\n",
                                           fixture->address, authority);

  enter (fixture, "Address of the service", fixture->address);
  press (fixture, "Test the Connection");
  moei_test_wait_for (is_marked (fixture, "Certificate of your institution’s authority"));
  g_assert_true (desk_test_shows (fixture->welcome, "The certificate of 127.0.0.1 is signed by “CN=Moei Institution Authority”, "
                                                    "which this computer does not trust."));

  g_assert_true (g_file_set_contents (mail, text, -1, NULL));
  moei_service_pane_open_file (fixture->pane, mail);
  moei_test_wait_for (gtk_widget_has_css_class (find (fixture->welcome, "Follow This Service"), "suggested-action"));
  g_assert_true (desk_test_shows (fixture->welcome, "The ministry’s own"));
  g_assert_false (is_marked (fixture, "Certificate of your institution’s authority"));
  press (fixture, "Follow This Service");
  g_assert_cmpstr (fixture->followed, ==, fixture->address);
  g_assert_cmpstr (moei_way_out_get_text (fixture->way_out, "authorities-file"), ==, authority);
}

static void
test_bad_file (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *mail = g_build_filename (fixture->folder, "ministry.moei", NULL);

  g_assert_true (g_file_set_contents (mail, "[Service]\naddress=ftp://moei.example.org\n", -1, NULL));
  moei_service_pane_open_file (fixture->pane, mail);
  moei_test_wait_for (desk_test_shows (fixture->welcome, "ministry.moei:2: this is not as it should be in a file that says which "
                                                         "service to follow."));
  press (fixture, "Follow This Service");
  g_assert_null (fixture->followed);
}

/* Which token is wanted is said; the test waits for it. */
static void
test_file_with_token (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *mail = g_build_filename (fixture->folder, "ministry.moei", NULL);
  g_autofree char *text = g_strdup_printf ("[Service]\naddress=%s\ntoken=embassy-desk\n", fixture->address);

  g_assert_true (g_file_set_contents (mail, text, -1, NULL));
  moei_service_pane_open_file (fixture->pane, mail);
  moei_test_wait_for (find (fixture->welcome, "Access token “embassy-desk”") != NULL);
  g_assert_cmpuint (moei_test_service_get_n_asked (fixture->service, "/v1/"), ==, 0);
}

/* Whatever the language, nothing is too narrow for its words: GTK would say so. */
static void
test_languages (Fixture       *fixture,
                gconstpointer  data)
{
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    GtkWidget *welcome;

    moei_language_set_current (i);
    welcome = moei_welcome_new ();
    moei_service_pane_test (moei_welcome_get_pane (MOEI_WELCOME (welcome)));
    desk_test_present (welcome);
    g_assert_true (desk_test_shows (welcome, "Failed") == (i == MOEI_LANGUAGE_EN));
    gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (welcome)));
  }
  moei_language_set_current (MOEI_LANGUAGE_EN);
}

static void
test_exercise (Fixture       *fixture,
               gconstpointer  data)
{
  press (fixture, "Exercise");
  g_assert_cmpstr (fixture->followed, ==, MOEI_ENTRANCE_EXERCISE);
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

#define ADD(name, certificate, function) \
  g_test_add ("/service-pane/" name, Fixture, certificate, set_up, function, tear_down)
  ADD ("address", NULL, test_address);
  ADD ("wrong-address", NULL, test_wrong_address);
  if (g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    ADD ("private-authority", "signed", test_private_authority);
  ADD ("bad-file", NULL, test_bad_file);
  ADD ("file-with-token", NULL, test_file_with_token);
  ADD ("languages", NULL, test_languages);
  ADD ("exercise", NULL, test_exercise);

  return g_test_run ();
}
