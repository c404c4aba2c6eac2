/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* unshare() */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "operation/moei-entity.h"
#include "power-cut.h"
#include "service/moei-store-view.h"

/* test-store-crash [--full]: what happens to a store whose service dies, whose
 * machine loses its power, whose disk is full, or whose folder is not its own.
 * The program runs itself as that service and keeps the ledger of what it
 * acknowledged. */

/* How large the disk is that is filled, and how large it is made then. */
#define SMALL_DISK "size=1m"
#define LARGE_DISK "size=4m"

#define EXIT_SKIPPED 77

/* How many times each: kills of a program that writes, kills of the service
 * itself, cuts of each kind; and after how many writes at most the power is
 * cut.  A store takes some forty to be made, and thirty or so a commit. */
typedef struct {
  guint n_kills;
  guint n_service_kills;
  guint n_cuts;
  guint max_writes;
} Form;

static const Form short_form = { 10, 2, 5, 700 }, full_form = { 200, 40, 40, 6000 };
static const Form *form = &short_form;

static const char *program;
static gint64 n_acknowledged; /* in all that was cut or killed */

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

/* A disk of its own, which nobody else sees. */
static gboolean
mount_small_disk (const char *folder)
{
  return unshare (CLONE_NEWNS) == 0 &&
         mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount ("tmpfs", folder, "tmpfs", 0, SMALL_DISK) == 0;
}

/* The disk is filled, read, made larger, and written to again. */
static int
fill_disk (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (MoeiStore) store = NULL;
  g_autoptr (MoeiStoreView) view = NULL;
  g_autoptr (GError) full = NULL;
  g_autoptr (GError) error = NULL;
  gint64 kept = 1, revision, n_changes;

  if (!mount_small_disk (folder))
    return EXIT_SKIPPED;

  store = moei_store_open (path, &error);
  g_assert_no_error (error);
  while ((revision = write_number (store, kept, &full)) > 0)
    kept = revision;
  g_assert_error (full, MOEI_STORE_ERROR, MOEI_STORE_ERROR_FULL);
  g_assert_cmpint (kept, >, 10);
  g_assert_cmpint (get_revision (store), ==, kept);
  g_assert_cmpint (write_number (store, kept, NULL), ==, -1);

  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT, LARGE_DISK), ==, 0);
  g_assert_cmpint (write_number (store, kept, &error), ==, kept + 1);
  g_assert_no_error (error);
  view = moei_store_read (store, &error);
  moei_store_view_verify (view, &n_changes, &error);
  g_assert_no_error (error);
  g_clear_pointer (&view, moei_store_view_free);
  while (g_main_context_iteration (NULL, FALSE));
  moei_store_close (store);
  return EXIT_SUCCESS;
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

/* Says how much was at stake, which a log keeps. */
static void
say_figures (const char *what,
             guint       n_times)
{
  g_test_message ("%u %s, %" G_GINT64_FORMAT " commits acknowledged, none lost", n_times, what, n_acknowledged);
  n_acknowledged = 0;
}

static void
test_kill (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *last = g_strdup ("0");
  gint64 before = 0;

  for (guint i = 0; i < form->n_kills; i++) {
    g_autoptr (GSubprocess) process = start ("--write", fixture->path);
    g_autoptr (GDataInputStream) ledger = read_from (process);

    /* Between two lines, for it goes on meanwhile */
    read_ledger (ledger, (guint) g_test_rand_int_range (1, 60), &last);
    g_usleep ((gulong) g_test_rand_int_range (0, 3000));
    g_subprocess_force_exit (process);
    read_ledger (ledger, G_MAXUINT, &last);
    g_assert_true (g_subprocess_wait (process, NULL, NULL));
    g_assert_true (g_subprocess_get_if_signaled (process));

    g_assert_false (g_str_has_prefix (last, "error"));
    g_assert_cmpint (g_ascii_strtoll (last, NULL, 10), >, before);
    before = g_ascii_strtoll (last, NULL, 10);
    assert_kept (fixture, before);
  }
  n_acknowledged = before - 1;
  say_figures ("kills of a program that writes", form->n_kills);
}

/* Follows the events of a service until so many have come. */
static gint64
follow_events (const char *address,
               guint       n_events)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GDataInputStream) input = NULL;
  const char *request = "GET /v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
  gint64 revision = 0;

  connection = g_socket_client_connect_to_host (client, address, 0, NULL, NULL);
  g_assert_nonnull (connection);
  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)),
                                            request, strlen (request), NULL, NULL, NULL));
  input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  while (n_events > 0) {
    g_autofree char *line = g_data_input_stream_read_line (input, NULL, NULL, NULL);

    g_assert_nonnull (line);
    if (!g_str_has_prefix (line, "id: "))
      continue;
    revision = g_ascii_strtoll (strrchr (line, '-') + 1, NULL, 10);
    n_events--;
  }
  return revision;
}

static GSubprocess *
start_service (Fixture  *fixture,
               char    **address)
{
  g_autofree char *service = g_build_filename (g_getenv ("MOEI_BUILDDIR"), "src", "moei-service", NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  GSubprocess *process;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, service, "exercise", "--store", fixture->path,
                              "--listen", "127.0.0.1:0", "--speed", "600", NULL);
  g_assert_no_error (error);
  output = read_from (process);
  line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  g_assert_nonnull (line);
  *address = g_strdup (line + strlen ("listening on http://"));
  return process;
}

/* What the service has told anybody is there when it comes back. */
static void
test_kill_service (Fixture       *fixture,
                   gconstpointer  data)
{
  gint64 told = 0;

  for (guint i = 0; i < form->n_service_kills; i++) {
    g_autofree char *address = NULL;
    g_autoptr (GSubprocess) service = start_service (fixture, &address);
    g_autoptr (MoeiStore) store = NULL;
    g_autoptr (MoeiStoreView) view = NULL;
    g_autoptr (GError) error = NULL;
    gint64 n_changes;

    told = follow_events (address, (guint) g_test_rand_int_range (2, 4));
    g_usleep ((gulong) g_test_rand_int_range (0, 200000));
    g_subprocess_force_exit (service);
    g_assert_true (g_subprocess_wait (service, NULL, NULL));

    store = moei_store_open (fixture->path, &error);
    g_assert_no_error (error);
    g_assert_cmpint (get_revision (store), >=, told);
    view = moei_store_read (store, &error);
    moei_store_view_verify (view, &n_changes, &error);
    g_assert_no_error (error);
    g_clear_pointer (&view, moei_store_view_free);
    moei_store_close (store);
  }
  n_acknowledged = told - 1;
  say_figures ("kills of the service", form->n_service_kills);
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

/* The disk forgets what was not synced, and the memory that programs shared.
 * Returns what had been acknowledged. */
static gint64
cut_power (Fixture      *fixture,
           PowerCutLoss  loss,
           guint         n_writes)
{
  g_autofree char *what = g_strdup_printf ("--cut=%u,%d,%d", n_writes, (int) loss, g_test_rand_int_range (0, G_MAXINT));
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
  return g_ascii_strtoll (last, NULL, 10);
}

static void
test_power_cut (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < form->n_cuts; i++) {
    gint64 acknowledged = cut_power (fixture, GPOINTER_TO_INT (data), (guint) g_test_rand_int_range (1, (gint32) form->max_writes));

    assert_kept (fixture, acknowledged);
    n_acknowledged += acknowledged - 1;
    tear_down (fixture, NULL);
    set_up (fixture, NULL);
  }
  say_figures ("power cuts", form->n_cuts);
}

/* That the test sees a loss where there is one. */
static void
test_lying_disk (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 acknowledged = cut_power (fixture, POWER_CUT_LOSS_LIES, form->max_writes);
  g_autoptr (MoeiStore) store = moei_store_open (fixture->path, NULL);

  g_assert_cmpint (acknowledged, >, 10);
  if (store != NULL) {
    g_assert_cmpint (get_revision (store), <, acknowledged);
    moei_store_close (store);
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

/* A real disk, where the machine lets the test have one. */
static void
test_small_disk (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GSubprocess) process = start ("--fill-disk", fixture->path);

  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  if (g_subprocess_get_exit_status (process) == EXIT_SKIPPED)
    g_test_skip ("no disk of one's own can be had");
  else
    g_assert_cmpint (g_subprocess_get_exit_status (process), ==, EXIT_SUCCESS);
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
  if (argc == 3 && g_str_equal (argv[1], "--fill-disk"))
    return fill_disk (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--as-nobody"))
    return open_as_nobody (argv[2]);

  g_test_init (&argc, &argv, NULL);
  program = argv[0];
  if (argc == 2 && g_str_equal (argv[1], "--full"))
    form = &full_form;

  g_test_add ("/store-crash/kill", Fixture, NULL, set_up, test_kill, tear_down);
  g_test_add ("/store-crash/kill-service", Fixture, NULL, set_up, test_kill_service, tear_down);
  g_test_add ("/store-crash/power-cut/all-lost", Fixture, GINT_TO_POINTER (POWER_CUT_LOSS_ALL),
              set_up, test_power_cut, tear_down);
  g_test_add ("/store-crash/power-cut/some-lost", Fixture, GINT_TO_POINTER (POWER_CUT_LOSS_SOME),
              set_up, test_power_cut, tear_down);
  g_test_add ("/store-crash/power-cut/torn", Fixture, GINT_TO_POINTER (POWER_CUT_LOSS_TORN),
              set_up, test_power_cut, tear_down);
  g_test_add ("/store-crash/power-cut/lying-disk", Fixture, NULL, set_up, test_lying_disk, tear_down);
  g_test_add ("/store-crash/small-disk", Fixture, NULL, set_up, test_small_disk, tear_down);
  g_test_add ("/store-crash/restore-killed", Fixture, NULL, set_up, test_restore_killed, tear_down);
  g_test_add ("/store-crash/full-disk", Fixture, NULL, set_up, test_full_disk, tear_down);
  g_test_add ("/store-crash/read-only", Fixture, NULL, set_up, test_read_only, tear_down);

  return g_test_run ();
}
