/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "service/moei-bundle.h"
#include "service/moei-shelving.h"
#include "wire/moei-wire-error.h"

/* A folder with the built-in operation, of which a test may spoil a file. */
typedef struct {
  char  *path;
  GFile *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiBundle) bundle = moei_bundle_read_built_in (&error);

  g_assert_no_error (error);
  fixture->path = g_dir_make_tmp ("moei-bundle-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_file_new_for_path (fixture->path);
  g_assert_true (moei_bundle_write (bundle, fixture->folder, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->path, name, NULL);

    g_assert_cmpint (g_remove (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  g_object_unref (fixture->folder);
  g_free (fixture->path);
}

static void
spoil (Fixture    *fixture,
       const char *name,
       const char *content)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture    *fixture,
                GQuark      domain,
                int         code,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiBundle) bundle = moei_bundle_read (fixture->folder, &error);

  g_assert_null (bundle);
  g_assert_error (error, domain, code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_new_destroy (void)
{
  MoeiBundle *bundle = moei_bundle_new ();

  for (guint i = 0; i < MOEI_N_DOCUMENT_KINDS; i++) {
    MoeiDocument *document = moei_bundle_get_document (bundle, i);

    if (i == MOEI_DOCUMENT_SERVICE || i == MOEI_DOCUMENT_SITUATION || i == MOEI_DOCUMENT_CHANGES) {
      g_assert_null (document);
      g_assert_null (moei_bundle_get_entities (bundle, i));
    } else {
      g_assert_cmpint (moei_document_get_kind (document), ==, i);
    }
  }
  g_assert_finalize_object (bundle);
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiBundle) built_in = moei_bundle_read_built_in (NULL);
  g_autoptr (MoeiBundle) again = moei_bundle_read (fixture->folder, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < MOEI_N_DOCUMENT_KINDS; i++) {
    MoeiDocument *document = moei_bundle_get_document (built_in, i);

    if (document != NULL) {
      g_autoptr (GBytes) before = moei_document_encode (document);
      g_autoptr (GBytes) after = moei_document_encode (moei_bundle_get_document (again, i));

      g_assert_true (g_bytes_equal (before, after));
    }
  }
}

static void
test_shelves (void)
{
  g_autoptr (MoeiBundle) bundle = moei_bundle_read_built_in (NULL);

  g_assert_null (moei_bundle_get_shelf (bundle, MOEI_SHELF_OPERATION));
  for (MoeiShelf shelf = MOEI_SHELF_PLACES; shelf < MOEI_N_SHELVES; shelf++) {
    MoeiCollection *entities = moei_bundle_get_shelf (bundle, shelf);

    g_assert_cmpuint (moei_collection_size (entities), >, 0);
    for (guint i = 0; i < moei_collection_size (entities); i++) {
      guint day = moei_shelf_get_day_of (moei_collection_get (entities, i));

      g_assert_cmpint (day != MOEI_DAY_UNKNOWN, ==, moei_shelf_is_dated (shelf));
    }
  }
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->path, "flights.json", NULL);
  g_autofree char *message = g_strdup_printf ("flights.json: no such file in %s", fixture->path);

  g_assert_cmpint (g_remove (path), ==, 0);
  assert_refused (fixture, MOEI_BUNDLE_ERROR, MOEI_BUNDLE_ERROR_MISSING, message);
}

/* A device that never ends, a pipe that never begins, a folder. */
static void
test_no_file (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->path, "flights.json", NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
  assert_refused (fixture, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "flights.json: not a file");

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (fixture, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "flights.json: not a file");

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_refused (fixture, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "flights.json: not a file");
}

/* Far more than memory could hold: no more of it is read than a byte too many. */
static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->path, "flights.json", NULL);

  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (1) << 40), ==, 0);
  assert_refused (fixture, MOEI_WIRE_ERROR, MOEI_WIRE_ERROR_TOO_LARGE,
                  "flights.json: document: more than 8388608 bytes");
}

static void
test_no_folder (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent/moei");
  g_autoptr (GError) error = NULL;

  g_assert_null (moei_bundle_read (folder, &error));
  g_assert_error (error, MOEI_BUNDLE_ERROR, MOEI_BUNDLE_ERROR_MISSING);
  g_assert_cmpstr (error->message, ==, "operation.json: no such file in /nonexistent/moei");
}

static void
test_wrong_value (Fixture       *fixture,
                  gconstpointer  data)
{
  spoil (fixture, "flights.json",
         "{ \"schema\": \"urn:moei:flights:1\", \"flights\": ["
         "  { \"id\": \"a\", \"scheduled\": \"2025-03-20T10:00:00+07:00\" },"
         "  { \"id\": \"b\", \"scheduled\": \"noon\" } ] }");
  assert_refused (fixture, MOEI_WIRE_ERROR, MOEI_WIRE_ERROR_VALUE,
                  "flights.json: flights[1].scheduled: not an RFC 3339 time");
}

static void
test_not_json (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiBundle) bundle = NULL;

  spoil (fixture, "rule.json", "{ \"schema\": ");
  bundle = moei_bundle_read (fixture->folder, &error);
  g_assert_null (bundle);
  g_assert_error (error, MOEI_WIRE_ERROR, MOEI_WIRE_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "rule.json: "));
}

static void
test_references (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct {
    const char *file;
    const char *content;
    const char *message;
  } cases[] = {
    { "routes.json",
      "{ \"schema\": \"urn:moei:routes:1\", \"type\": \"FeatureCollection\", \"features\": ["
      "{ \"type\": \"Feature\", \"id\": \"r\", \"geometry\": null,"
      "\"properties\": { \"from\": \"maq\", \"to\": \"moon\" } } ] }",
      "routes.json: features[0].to: no place “moon”" },
    { "flights.json",
      "{ \"schema\": \"urn:moei:flights:1\", \"flights\": ["
      "{ \"id\": \"f\", \"scheduled\": \"2025-03-20T10:00:00Z\", \"from\": \"moon\" } ] }",
      "flights.json: flights[0].from: no place “moon”" },
    { "convoys.json",
      "{ \"schema\": \"urn:moei:convoys:1\", \"convoys\": ["
      "{ \"id\": \"c\", \"planned_departure\": \"2025-03-20T10:00:00Z\", \"route\": \"by-sea\" } ] }",
      "convoys.json: convoys[0].route: no route “by-sea”" },
    { "convoys.json",
      "{ \"schema\": \"urn:moei:convoys:1\", \"convoys\": ["
      "{ \"id\": \"c\", \"planned_departure\": \"2025-03-20T10:00:00Z\", \"flights\": [\"no\"] } ] }",
      "convoys.json: convoys[0].flights: no flight “no”" },
    { "convoys.json",
      "{ \"schema\": \"urn:moei:convoys:1\", \"convoys\": ["
      "{ \"id\": \"c\", \"planned_departure\": \"2025-03-20T10:00:00Z\","
      "\"hand_overs\": [{ \"id\": \"h\", \"place\": \"moon\" }] } ] }",
      "convoys.json: convoys[0].hand_overs: no place “moon”" },
    { "days.json",
      "{ \"schema\": \"urn:moei:week:1\", \"days\": ["
      "{ \"id\": \"2025-03-20\", \"date\": \"2025-03-20\", \"lane\": \"fast\" } ] }",
      "days.json: days[0].lane: no lane “fast”" },
    { "days.json",
      "{ \"schema\": \"urn:moei:week:1\", \"days\": ["
      "{ \"id\": \"2025-03-20\", \"date\": \"2025-03-20\", \"tallies\": [{ \"id\": \"ATA\" }] } ] }",
      "days.json: days[0].tallies: no nationality “ATA”" },
    { "nationalities.json",
      "{ \"schema\": \"urn:moei:nationalities:1\", \"nationalities\": ["
      "{ \"id\": \"CHN\", \"reports\": [{ \"id\": \"a\", \"replaces\": \"b\" }] } ] }",
      NULL },
    { "notices.json",
      "{ \"schema\": \"urn:moei:notices:1\", \"notices\": ["
      "{ \"id\": \"n\", \"affects\": [\"maq\", \"moon\"] } ] }",
      "notices.json: notices[0].affects: no place, route, flight, convoy, day or nationality “moon”" },
    { "rolls.json",
      "{ \"schema\": \"urn:moei:rolls:1\", \"rolls\": ["
      "{ \"id\": \"r\", \"rows\": [{ \"id\": \"CHN\" }, { \"id\": \"ATA\" }] } ] }",
      "rolls.json: rolls[0].rows: no nationality “ATA”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_build_filename (fixture->path, cases[i].file, NULL);
    g_autofree char *good = NULL;

    g_assert_true (g_file_get_contents (path, &good, NULL, NULL));
    spoil (fixture, cases[i].file, cases[i].content);
    if (cases[i].message != NULL) {
      assert_refused (fixture, MOEI_BUNDLE_ERROR, MOEI_BUNDLE_ERROR_REFERENCE, cases[i].message);
    } else {
      g_autoptr (GError) error = NULL;

      g_assert_null (moei_bundle_read (fixture->folder, &error));
      g_assert_error (error, MOEI_BUNDLE_ERROR, MOEI_BUNDLE_ERROR_REFERENCE);
    }
    spoil (fixture, cases[i].file, good);
  }
}

static void
test_no_date (Fixture       *fixture,
              gconstpointer  data)
{
  spoil (fixture, "flights.json",
         "{ \"schema\": \"urn:moei:flights:1\", \"flights\": [{ \"id\": \"f\" }] }");
  assert_refused (fixture, MOEI_BUNDLE_ERROR, MOEI_BUNDLE_ERROR_DATE,
                  "flights.json: flights[0].scheduled: missing");
}

static void
test_write_refused (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (MoeiBundle) bundle = moei_bundle_new ();
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, "rule.json");
  g_autoptr (GFile) below = g_file_get_child (file, "folder");
  g_autoptr (GError) error = NULL;

  g_assert_false (moei_bundle_write (bundle, below, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service/bundle/new-destroy", test_new_destroy);
  g_test_add_func ("/service/bundle/shelves", test_shelves);
  g_test_add_func ("/service/bundle/no-folder", test_no_folder);
#define ADD(name, func) g_test_add ("/service/bundle/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("no-file", test_no_file);
  ADD ("too-large", test_too_large);
  ADD ("missing", test_missing);
  ADD ("wrong-value", test_wrong_value);
  ADD ("not-json", test_not_json);
  ADD ("references", test_references);
  ADD ("no-date", test_no_date);
  ADD ("write-refused", test_write_refused);
#undef ADD

  return g_test_run ();
}
