/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "bad-disk.h"
#include "operation/moei-notice.h"
#include "service-fixture.h"
#include "service/moei-shelving.h"
#include "service/moei-sql.h"
#include "service/moei-store-view.h"

/* What a service does whose disk fails under it, or whose store is taken away:
 * it says so, keeps what it had, stops writing, serves on, and goes on writing
 * when that is right. */

static GPtrArray *said; /* what was logged since the test began */
static GMutex said_mutex;

typedef struct {
  ServiceFixture  service;
  char           *path;
  char           *log;
  char           *aside;
} Fixture;

static GLogWriterOutput
keep_log (GLogLevelFlags   level,
          const GLogField *fields,
          gsize            n_fields,
          gpointer         user_data)
{
  if (level != G_LOG_LEVEL_MESSAGE)
    return g_log_writer_default (level, fields, n_fields, user_data);

  g_mutex_lock (&said_mutex);
  for (gsize i = 0; i < n_fields; i++) {
    if (g_str_equal (fields[i].key, "MESSAGE"))
      g_ptr_array_add (said, g_strdup (fields[i].value));
  }
  g_mutex_unlock (&said_mutex);
  return G_LOG_WRITER_HANDLED;
}

static void
assert_said (guint       position,
             const char *path,
             const char *words)
{
  g_mutex_lock (&said_mutex);
  g_assert_cmpuint (said->len, ==, position + 1);
  g_test_message ("%s", (const char *) said->pdata[position]);
  g_assert_nonnull (strstr (said->pdata[position], path));
  g_assert_nonnull (strstr (said->pdata[position], words));
  g_mutex_unlock (&said_mutex);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  service_fixture_set_up (&fixture->service, NULL);
  fixture->path = g_build_filename (fixture->service.folder, "moei.db", NULL);
  fixture->log = g_strconcat (fixture->path, "-wal", NULL);
  fixture->aside = g_strconcat (fixture->path, ".aside", NULL);
  g_ptr_array_set_size (said, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bad_disk_set (BAD_DISK_SOUND);
  service_fixture_tear_down (&fixture->service, NULL);
  g_free (fixture->path);
  g_free (fixture->log);
  g_free (fixture->aside);
}

static gint64
try_to_write (Fixture     *fixture,
              const char  *text,
              GError     **error)
{
  g_autoptr (MoeiStoreBatch) batch = moei_store_batch_new ("tak-operations-desk", MOEI_INSTANT_UNKNOWN);
  g_autoptr (MoeiNotice) notice = g_object_new (MOEI_TYPE_NOTICE, "id", "bridge", "source", text, NULL);

  moei_store_batch_put_entity (batch, MOEI_ENTITY (notice));
  return moei_store_write (fixture->service.store, batch, error);
}

static void
assert_writes (Fixture    *fixture,
               const char *text,
               gint64      revision)
{
  g_autoptr (GError) error = NULL;
  gint64 written = try_to_write (fixture, text, &error);

  g_assert_no_error (error);
  g_assert_cmpint (written, ==, revision);
}

static void
assert_refuses (Fixture *fixture,
                gint     code)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (try_to_write (fixture, "lost", &error), ==, -1);
  g_assert_error (error, MOEI_STORE_ERROR, code);
}

/* What a client sees of a document, made anew or kept. */
static void
assert_serves (Fixture    *fixture,
               const char *href,
               const char *text)
{
  g_autoptr (Answer) answer = service_fixture_ask (&fixture->service, "GET", href, NULL);
  g_autofree char *body = answer_get_text (answer);

  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_nonnull (strstr (body, text));
}

static void
assert_sound (MoeiStore *store,
              gint64     revision)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiStoreView) view = moei_store_read (store, &error);
  gint64 n_changes;

  g_assert_no_error (error);
  g_assert_cmpint (moei_store_view_get_revision (view), ==, revision);
  moei_store_view_verify (view, &n_changes, &error);
  g_assert_no_error (error);
}

static const struct {
  BadDisk     disk;
  gint        code;
  const char *words;
} troubles[] = {
  { BAD_DISK_FULL, MOEI_STORE_ERROR_FULL, "no room is left on the disk" },
  { BAD_DISK_SYNC_FAILS, MOEI_STORE_ERROR_FAILED, "disk I/O error" },
  { BAD_DISK_WRITE_FAILS, MOEI_STORE_ERROR_FAILED, "disk I/O error" },
  { BAD_DISK_READ_ONLY, MOEI_STORE_ERROR_READ_ONLY, "Read-only file system" },
};

static void
test_trouble (Fixture       *fixture,
              gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);

  assert_writes (fixture, "before", 3);
  bad_disk_set (troubles[i].disk);
  assert_refuses (fixture, troubles[i].code);
  assert_said (0, fixture->path, troubles[i].words);
  assert_serves (fixture, "/v1/notices", "before");
  assert_serves (fixture, "/v1/flights?date=2025-03-20", "flights");

  /* Nor again, and it is not said again */
  assert_refuses (fixture, troubles[i].code);
  g_assert_cmpuint (said->len, ==, 1);
  g_assert_cmpuint (bad_disk_count_fails (), >=, 1);

  bad_disk_set (BAD_DISK_SOUND);
  assert_writes (fixture, "after", 4);
  assert_said (1, fixture->path, "writing goes on");
  while (g_main_context_iteration (NULL, FALSE));
  assert_serves (fixture, "/v1/notices", "after");
  assert_sound (fixture->service.store, 4);
}

/* The log is on the disk, so that nothing is lost where the store's own file
 * cannot be brought there. */
static void
test_main_file (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (400 * 1024, 'x');
  g_autoptr (MoeiStore) again = NULL;
  g_autoptr (GError) error = NULL;

  bad_disk_set (BAD_DISK_MAIN_SYNC_FAILS);
  for (gint64 revision = 3; revision < 20; revision++) {
    long_text[0] = (char) ('a' + revision);
    assert_writes (fixture, long_text, revision);
  }
  g_assert_cmpuint (bad_disk_count_fails (), >=, 1);
  assert_sound (fixture->service.store, 19);
  bad_disk_set (BAD_DISK_SOUND);
  assert_writes (fixture, "after", 20);
  moei_store_close (fixture->service.store);

  again = moei_store_open (fixture->path, &error);
  g_assert_no_error (error);
  assert_sound (again, 20);
  moei_store_close (again);
}

static void
test_reading (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (Answer) answer = NULL;
  g_autofree char *body = NULL;

  assert_serves (fixture, "/v1/notices", "notices");
  bad_disk_set (BAD_DISK_READ_FAILS);
  answer = service_fixture_ask (&fixture->service, "GET", "/v1/places", NULL);
  body = answer_get_text (answer);
  g_assert_cmpuint (answer->status, ==, 503);
  g_assert_cmpstr (answer_get (answer, "Content-Type"), ==, "application/problem+json");
  g_assert_nonnull (answer_get (answer, "Retry-After"));
  g_assert_nonnull (strstr (body, "The store cannot be read at the moment."));
  assert_said (0, "/v1/places", "disk I/O error");

  /* What it has made is there still */
  assert_serves (fixture, "/v1/notices", "notices");
  bad_disk_set (BAD_DISK_SOUND);
  assert_serves (fixture, "/v1/places", "FeatureCollection");
}

/* Whoever deletes it by mistake can put it back. */
static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  const char *path = GPOINTER_TO_INT (data) == 0 ? fixture->path : fixture->log;

  assert_writes (fixture, "before", 3);
  g_assert_cmpint (link (path, fixture->aside), ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_refuses (fixture, MOEI_STORE_ERROR_MOVED);
  assert_said (0, path, "is gone");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  while (g_main_context_iteration (NULL, FALSE));
  assert_serves (fixture, "/v1/notices", "before");
  assert_serves (fixture, "/v1/places", "FeatureCollection");

  g_assert_cmpint (g_rename (fixture->aside, path), ==, 0);
  assert_writes (fixture, "after", 4);
  assert_said (1, fixture->path, "writing goes on");
  assert_sound (fixture->service.store, 4);
}

/* A copy of the store as it is now. */
static void
make_copy (Fixture *fixture)
{
  g_autoptr (sqlite3) db = moei_sql_open (fixture->path, FALSE, NULL);
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", fixture->aside);
  g_autoptr (GError) error = NULL;

  moei_sql_run (db, sql, &error);
  g_assert_no_error (error);
}

static void
put_in_place (Fixture  *fixture,
              gboolean  over)
{
  g_autofree char *contents = NULL;
  gsize length;
  FILE *file;

  if (!over) {
    g_assert_cmpint (g_rename (fixture->aside, fixture->path), ==, 0);
    return;
  }

  g_assert_true (g_file_get_contents (fixture->aside, &contents, &length, NULL));
  file = g_fopen (fixture->path, "w");
  g_assert_cmpuint (fwrite (contents, 1, length, file), ==, length);
  fclose (file);
}

/* A copy is put in the store's place, or copied over it, while the service
 * runs.  What was read of the store is served, nothing is written into the copy,
 * and the next service takes it for what it is. */
static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *epoch = g_strdup (moei_store_get_epoch (fixture->service.store));
  g_autoptr (MoeiStore) again = NULL;
  g_autoptr (GError) error = NULL;

  make_copy (fixture);
  assert_writes (fixture, "before", 3);
  assert_writes (fixture, "more", 4);
  while (g_main_context_iteration (NULL, FALSE));
  assert_serves (fixture, "/v1/notices", "more");

  put_in_place (fixture, GPOINTER_TO_INT (data) != 0);
  assert_refuses (fixture, MOEI_STORE_ERROR_MOVED);
  assert_refuses (fixture, MOEI_STORE_ERROR_MOVED);
  assert_said (0, fixture->path, GPOINTER_TO_INT (data) != 0 ? "another program has written to"
                                                             : "another file has been put in the place of");
  assert_serves (fixture, "/v1/notices", "more");

  moei_server_stop (fixture->service.server);
  moei_store_close (fixture->service.store);
  again = moei_store_open (fixture->path, &error);
  g_assert_no_error (error);
  assert_sound (again, 2);
  g_assert_cmpstr (moei_store_get_epoch (again), !=, epoch);
  moei_store_close (again);
}

#define add(name, data, function) \
  g_test_add ("/store-trouble/" name, Fixture, data, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  said = g_ptr_array_new_with_free_func (g_free);
  g_log_set_writer_func (keep_log, NULL, NULL);
  bad_disk_install ();

  add ("full", GUINT_TO_POINTER (0), test_trouble);
  add ("sync-fails", GUINT_TO_POINTER (1), test_trouble);
  add ("write-fails", GUINT_TO_POINTER (2), test_trouble);
  add ("read-only", GUINT_TO_POINTER (3), test_trouble);
  add ("main-file", NULL, test_main_file);
  add ("reading", NULL, test_reading);
  add ("deleted", GINT_TO_POINTER (0), test_deleted);
  add ("log-deleted", GINT_TO_POINTER (1), test_deleted);
  add ("replaced", GINT_TO_POINTER (0), test_replaced);
  add ("copied-over", GINT_TO_POINTER (1), test_replaced);

  return g_test_run ();
}
