/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "feed/moei-fetch.h"
#include "feed/moei-last-good.h"

#include "../chaos/virtual-time.h"
#include "fixture/moei-test-service.h"

#define SERVICE "https://moei.example.org/"
#define PLACES  "/v1/places"
#define FLIGHTS "/v1/flights?date=2025-03-06"

typedef struct {
  char         *root;
  MoeiLastGood *last_good;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->root = g_dir_make_tmp ("moei-last-good-XXXXXX", NULL);
  fixture->last_good = moei_last_good_new (fixture->root, SERVICE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  moei_test_await_finalize (fixture->last_good);
  moei_test_wait_for (moei_test_remove_tree (fixture->root));
  g_free (fixture->root);
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static gboolean
save (MoeiLastGood  *last_good,
      const char    *href,
      const char    *etag,
      const char    *text,
      GError       **error)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (GAsyncResult) result = NULL;

  moei_last_good_save_async (last_good, href, etag, body, NULL, result_cb, &result);
  moei_test_wait_for (result != NULL);
  return moei_last_good_save_finish (last_good, result, error);
}

static GPtrArray *
load (MoeiLastGood *last_good)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *documents;

  moei_last_good_load_async (last_good, NULL, result_cb, &result);
  moei_test_wait_for (result != NULL);
  documents = moei_last_good_load_finish (last_good, result, &error);
  g_assert_no_error (error);
  return documents;
}

static MoeiKept *
find (GPtrArray  *documents,
      const char *href)
{
  for (guint i = 0; i < documents->len; i++) {
    MoeiKept *kept = documents->pdata[i];

    if (strcmp (kept->href, href) == 0)
      return kept;
  }
  return NULL;
}

static void
assert_kept (MoeiKept   *kept,
             const char *etag,
             const char *body)
{
  g_assert_nonnull (kept);
  g_assert_cmpstr (kept->etag, ==, etag);
  g_assert_cmpmem (g_bytes_get_data (kept->body, NULL), g_bytes_get_size (kept->body), body, strlen (body));
}

/* The one service's folder under the root. */
static char *
get_folder (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->root, 0, NULL);

  return g_build_filename (fixture->root, g_dir_read_name (dir), NULL);
}

/* The files in the service's folder whose names end so, as paths. */
static GPtrArray *
list_files (Fixture    *fixture,
            const char *suffix)
{
  g_autofree char *folder = get_folder (fixture);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_suffix (name, suffix))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  }
  return paths;
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) documents = load (fixture->last_good);

  g_assert_cmpuint (documents->len, ==, 0);
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (MoeiLastGood) again = moei_last_good_new (fixture->root, SERVICE);
  g_autoptr (MoeiLastGood) other = moei_last_good_new (fixture->root, "https://other.example.org/");
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) others = NULL;
  gint64 before = g_get_real_time ();

  g_assert_true (save (fixture->last_good, PLACES, "\"7-abc\"", "{\"a\":\n1}\n", NULL));
  g_assert_true (save (fixture->last_good, FLIGHTS, NULL, "", NULL));

  documents = load (again);
  g_assert_cmpuint (documents->len, ==, 2);
  assert_kept (find (documents, PLACES), "\"7-abc\"", "{\"a\":\n1}\n");
  assert_kept (find (documents, FLIGHTS), NULL, "");
  g_assert_cmpint (find (documents, PLACES)->received, >=, before);
  g_assert_cmpint (find (documents, PLACES)->received, <=, g_get_real_time ());

  others = load (other);
  g_assert_cmpuint (others->len, ==, 0);
}

static void
test_latest_stays (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GAsyncResult) last = NULL;

  for (guint i = 0; i <= 50; i++) {
    g_autofree char *text = g_strdup_printf ("%u", i);
    g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

    moei_last_good_save_async (fixture->last_good, PLACES, NULL, body, NULL,
                               i == 50 ? result_cb : NULL, &last);
  }

  /* What was asked for before is done before. */
  documents = load (fixture->last_good);
  g_assert_nonnull (last);
  g_assert_cmpuint (documents->len, ==, 1);
  assert_kept (documents->pdata[0], NULL, "50");
}

static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) files = NULL;
  GStatBuf status;

  g_assert_true (save (fixture->last_good, PLACES, NULL, "{}", NULL));
  folder = get_folder (fixture);
  files = list_files (fixture, "");
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (files->pdata[0], &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

/* Every cut and every flipped byte is noticed, and costs that document only. */
static void
test_damage (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *whole = NULL;
  gsize length;

  g_assert_true (save (fixture->last_good, PLACES, "\"7-abc\"", "{\"a\":1}", NULL));
  files = list_files (fixture, "");
  g_assert_true (g_file_get_contents (files->pdata[0], &whole, &length, NULL));
  g_assert_true (save (fixture->last_good, FLIGHTS, NULL, "{}", NULL));

  for (gsize i = 0; i < length; i++) {
    g_autofree char *damaged = g_memdup2 (whole, length);
    g_autoptr (GPtrArray) documents = NULL;
    gboolean cut = i % 2 == 0;

    damaged[i] ^= 1;
    g_assert_true (g_file_set_contents (files->pdata[0], damaged, cut ? (gssize) i : (gssize) length, NULL));
    documents = load (fixture->last_good);
    g_assert_cmpuint (documents->len, ==, 1);
    g_assert_nonnull (find (documents, FLIGHTS));
  }
}

static void
test_set_aside (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) before = NULL, after = NULL, aside = NULL, documents = NULL;

  g_assert_true (save (fixture->last_good, PLACES, NULL, "{}", NULL));
  before = list_files (fixture, ".document");
  g_assert_true (g_file_set_contents (before->pdata[0], "nonsense", -1, NULL));

  documents = load (fixture->last_good);
  g_assert_cmpuint (documents->len, ==, 0);
  after = list_files (fixture, ".document");
  aside = list_files (fixture, ".damaged");
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_cmpuint (aside->len, ==, 1);

  g_assert_true (save (fixture->last_good, PLACES, NULL, "{}", NULL));
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) files = NULL, documents = NULL;
  g_autofree char *huge = g_malloc0 (MOEI_FETCH_MAX_SIZE + 1024 * 1024);

  g_assert_true (save (fixture->last_good, PLACES, NULL, "{}", NULL));
  files = list_files (fixture, "");
  g_assert_true (g_file_set_contents (files->pdata[0], huge, MOEI_FETCH_MAX_SIZE + 1024 * 1024, NULL));
  documents = load (fixture->last_good);
  g_assert_cmpuint (documents->len, ==, 0);
}

static void
test_forget (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL, again = NULL;
  g_autoptr (GPtrArray) documents = NULL;

  g_assert_true (save (fixture->last_good, PLACES, NULL, "{}", NULL));
  g_assert_true (save (fixture->last_good, FLIGHTS, NULL, "{}", NULL));
  moei_last_good_forget_async (fixture->last_good, FLIGHTS, NULL, result_cb, &result);
  moei_test_wait_for (result != NULL);
  g_assert_true (moei_last_good_forget_finish (fixture->last_good, result));
  documents = load (fixture->last_good);
  g_assert_cmpuint (documents->len, ==, 1);
  g_assert_nonnull (find (documents, PLACES));

  moei_last_good_forget_async (fixture->last_good, FLIGHTS, NULL, result_cb, &again);
  moei_test_wait_for (again != NULL);
  g_assert_true (moei_last_good_forget_finish (fixture->last_good, again));
}

static void
test_bounded (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) files = NULL, documents = NULL;

  for (guint i = 0; i < MOEI_LAST_GOOD_MAX_DOCUMENTS + 10; i++) {
    g_autofree char *href = g_strdup_printf ("/v1/flights?date=%u", i);

    g_assert_true (save (fixture->last_good, href, NULL, "{}", NULL));
  }
  files = list_files (fixture, "");
  g_assert_cmpuint (files->len, ==, MOEI_LAST_GOOD_MAX_DOCUMENTS);
  documents = load (fixture->last_good);
  g_assert_cmpuint (documents->len, ==, MOEI_LAST_GOOD_MAX_DOCUMENTS);
}

/* Also where the folder cannot be made, as on a full disk. */
static void
test_cannot_save (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *file = g_build_filename (fixture->root, "file", NULL);
  g_autoptr (MoeiLastGood) last_good = moei_last_good_new (file, SERVICE);
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_false (save (last_good, PLACES, NULL, "{}", &error));
  g_assert_nonnull (error);
  documents = load (last_good);
  g_assert_cmpuint (documents->len, ==, 0);
}

#define add(name, function) g_test_add ("/last-good/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  virtual_time_begin ();

  add ("nothing", test_nothing);
  add ("round-trip", test_round_trip);
  add ("latest-stays", test_latest_stays);
  add ("private", test_private);
  add ("damage", test_damage);
  add ("set-aside", test_set_aside);
  add ("too-large", test_too_large);
  add ("forget", test_forget);
  add ("bounded", test_bounded);
  add ("cannot-save", test_cannot_save);

  return g_test_run ();
}
