/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "operation/moei-entity.h"
#include "power-cut.h"
#include "service/moei-store-view.h"

/* What happens to a store whose service dies, whose machine loses its power,
 * whose disk is full, or whose folder is not its own.  The program runs itself as that service and keeps
 * the ledger of what it acknowledged. */

#define N_KILLS 10

/* How many times the power is cut, and after how many writes at most: a store
 * takes some forty to be made, and three or so a commit. */
#define N_CUTS     8
#define MAX_WRITES 700

static const char *program;

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("moei-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "moei.db", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_chmod (fixture->folder, 0700);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (fixture->folder, name, NULL);

    g_remove (child);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gint64
get_revision (MoeiStore *store)
{
  g_autoptr (MoeiStoreView) view = moei_store_read (store, NULL);

  return moei_store_view_get_revision (view);
}

static gint64
write_number (MoeiStore  *store,
              gint64      number,
              GError    **error)
{
  g_autoptr (MoeiStoreBatch) batch = moei_store_batch_new ("exercise", MOEI_INSTANT_UNKNOWN);
  g_autofree char *body = g_strdup_printf ("{\"n\":%d,\"pad\":\"%0*d\"}", (int) number, 900, (int) number);
  g_autofree char *id = g_strdup_printf ("p%d", (int) number % 50);

  moei_store_batch_put (batch, MOEI_SHELF_PLACES, id, 0, body);
  moei_store_batch_put (batch, MOEI_SHELF_NOTICES, "newest", 0, body);
  return moei_store_write (store, batch, error);
}

/* The service: says each revision when, and only when, it is acknowledged. */
static int
write_until_killed (const char *path,
                    rlim_t      limit)
{
  struct rlimit sizes = { limit, limit };
  g_autoptr (MoeiStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64 revision;

  signal (SIGXFSZ, SIG_IGN);
  if (limit != 0)
    setrlimit (RLIMIT_FSIZE, &sizes);

  store = moei_store_open (path, &error);
  revision = store != NULL ? get_revision (store) : -1;
  while (revision >= 0) {
    revision = write_number (store, revision, &error);
    while (g_main_context_iteration (NULL, FALSE));
    if (revision >= 0)
      printf ("%" G_GINT64_FORMAT "\n", revision);
    fflush (stdout);
  }

  printf ("error %d\n", error != NULL ? error->code : -1);
  return 0;
}

static void
arm (const char *what)
{
  guint n_writes, loss, seed;

  if (sscanf (what, "--cut=%u,%u,%u", &n_writes, &loss, &seed) == 3)
    power_cut_arm (n_writes, loss, seed);
}

static int
open_as_nobody (const char *path)
{
  g_autoptr (MoeiStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0 && setuid (65534) != 0)
    return 1;

  store = moei_store_open (path, &error);
  printf ("error %d\n", error != NULL ? error->code : -1);
  return 0;
}

static GSubprocess *
start (const char *what,
       const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, what, path, NULL);
  g_assert_no_error (error);
  return process;
}

static GDataInputStream *
read_from (GSubprocess *process)
{
  return g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
}

/* Reads the ledger to its end, or @n_lines of it; the last whole line stays. */
static void
read_ledger (GDataInputStream *ledger,
             guint             n_lines,
             char            **last)
{
  for (guint i = 0; i < n_lines; i++) {
    g_autofree char *line = g_data_input_stream_read_line (ledger, NULL, NULL, NULL);

    if (line == NULL)
      return;
    g_free (*last);
    *last = g_steal_pointer (&line);
  }
}

static void
assert_kept (Fixture *fixture,
             gint64   acknowledged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiStore) store = moei_store_open (fixture->path, &error);
  g_autoptr (MoeiStoreView) view = NULL;
  gint64 n_changes;

  g_assert_no_error (error);
  view = moei_store_read (store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (moei_store_view_get_revision (view), >=, acknowledged);

  /* At most the one that was under way is more than what was acknowledged. */
  g_assert_cmpint (moei_store_view_get_revision (view), <=, acknowledged + 1);
  moei_store_view_verify (view, &n_changes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_changes, ==, 2 * (moei_store_view_get_revision (view) - 1));

  g_clear_pointer (&view, moei_store_view_free);
  moei_store_close (store);
}

static void
test_kill (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *last = g_strdup ("0");
  gint64 before = 0;

  for (guint i = 0; i < N_KILLS; i++) {
    g_autoptr (GSubprocess) process = start ("--write", fixture->path);
    g_autoptr (GDataInputStream) ledger = read_from (process);

    read_ledger (ledger, (guint) g_test_rand_int_range (1, 60), &last);
    g_subprocess_force_exit (process);
    read_ledger (ledger, G_MAXUINT, &last);
    g_assert_true (g_subprocess_wait (process, NULL, NULL));
    g_assert_true (g_subprocess_get_if_signaled (process));

    g_assert_false (g_str_has_prefix (last, "error"));
    g_assert_cmpint (g_ascii_strtoll (last, NULL, 10), >, before);
    before = g_ascii_strtoll (last, NULL, 10);
    assert_kept (fixture, before);
  }
}

static void
copy (const char *from,
      const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  g_assert_true (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
}

/* A backup is put in the place of a store whose service was killed, and whose
 * write-ahead log therefore still lies there. */
static void
test_restore_killed (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *backup = g_strconcat (fixture->path, ".bak", NULL);
  g_autofree char *last = NULL;
  g_autofree char *epoch = NULL;
  g_autoptr (MoeiStore) store = moei_store_open (fixture->path, NULL);
  g_autoptr (MoeiStore) restored = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) ledger = NULL;
  g_autoptr (GError) error = NULL;

  for (gint64 number = 1; number < 10; number++)
    g_assert_cmpint (write_number (store, number, &error), ==, number + 1);
  while (g_main_context_iteration (NULL, FALSE));
  epoch = g_strdup (moei_store_get_epoch (store));
  moei_store_close (store);
  copy (fixture->path, backup);

  /* So many that the log has been brought home and begun anew */
  process = start ("--write", fixture->path);
  ledger = read_from (process);
  read_ledger (ledger, 500, &last);
  g_subprocess_force_exit (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  copy (backup, fixture->path);

  restored = moei_store_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_revision (restored), ==, 10);
  g_assert_cmpstr (moei_store_get_epoch (restored), !=, epoch);
  g_assert_cmpint (write_number (restored, 10, &error), ==, 11);
  while (g_main_context_iteration (NULL, FALSE));
  moei_store_close (restored);
}

/* The disk forgets what was not synced, and the memory that programs shared. */
static void
cut_power (Fixture      *fixture,
           PowerCutLoss  loss)
{
  g_autofree char *what = g_strdup_printf ("--cut=%d,%d,%d", g_test_rand_int_range (1, MAX_WRITES),
                                           (int) loss, g_test_rand_int_range (0, G_MAXINT));
  g_autofree char *shm = g_strconcat (fixture->path, "-shm", NULL);
  g_autoptr (GSubprocess) process = start (what, fixture->path);
  g_autoptr (GDataInputStream) ledger = read_from (process);
  g_autofree char *last = g_strdup ("1");

  g_test_message ("%s", what);
  read_ledger (ledger, G_MAXUINT, &last);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, POWER_CUT_EXIT);
  g_remove (shm);
  assert_kept (fixture, g_ascii_strtoll (last, NULL, 10));
}

static void
test_power_cut (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < N_CUTS; i++) {
    cut_power (fixture, GPOINTER_TO_INT (data));
    tear_down (fixture, NULL);
    set_up (fixture, NULL);
  }
}

static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GSubprocess) process = start ("--fill", fixture->path);
  g_autoptr (GDataInputStream) ledger = read_from (process);
  g_autofree char *expected = g_strdup_printf ("error %d", MOEI_STORE_ERROR_FULL);
  g_autofree char *line = NULL;
  gint64 acknowledged = 0;

  while (TRUE) {
    g_free (line);
    line = g_data_input_stream_read_line (ledger, NULL, NULL, NULL);
    g_assert_nonnull (line);
    if (g_str_has_prefix (line, "error"))
      break;
    acknowledged = g_ascii_strtoll (line, NULL, 10);
  }

  g_assert_cmpstr (line, ==, expected);
  g_assert_cmpint (acknowledged, >, 10);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  assert_kept (fixture, acknowledged);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *expected = g_strdup_printf ("error %d", MOEI_STORE_ERROR_READ_ONLY);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) ledger = NULL;
  g_autofree char *line = NULL;

  g_chmod (fixture->folder, 0555);
  process = start ("--as-nobody", fixture->path);
  ledger = read_from (process);
  read_ledger (ledger, G_MAXUINT, &line);
  g_assert_cmpstr (line, ==, expected);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_has_prefix (argv[1], "--cut="))
    arm (argv[1]);
  if (argc == 3 && (g_str_equal (argv[1], "--write") || g_str_has_prefix (argv[1], "--cut=")))
    return write_until_killed (argv[2], 0);
  if (argc == 3 && g_str_equal (argv[1], "--fill"))
    return write_until_killed (argv[2], 600 * 1024);
  if (argc == 3 && g_str_equal (argv[1], "--as-nobody"))
    return open_as_nobody (argv[2]);

  g_test_init (&argc, &argv, NULL);
  program = argv[0];

  g_test_add ("/store-crash/kill", Fixture, NULL, set_up, test_kill, tear_down);
  g_test_add ("/store-crash/power-cut/all-lost", Fixture, GINT_TO_POINTER (POWER_CUT_LOSS_ALL),
              set_up, test_power_cut, tear_down);
  g_test_add ("/store-crash/power-cut/some-lost", Fixture, GINT_TO_POINTER (POWER_CUT_LOSS_SOME),
              set_up, test_power_cut, tear_down);
  g_test_add ("/store-crash/restore-killed", Fixture, NULL, set_up, test_restore_killed, tear_down);
  g_test_add ("/store-crash/full-disk", Fixture, NULL, set_up, test_full_disk, tear_down);
  g_test_add ("/store-crash/read-only", Fixture, NULL, set_up, test_read_only, tear_down);

  return g_test_run ();
}
