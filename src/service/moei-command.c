/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "operation/moei-entity.h"
#include "service/moei-command.h"
#include "service/moei-exercise-command.h"
#include "service/moei-serving.h"
#include "service/moei-transfer.h"

/* Who is said to have changed what the command line changes. */
#define ACTOR "moei-service"

/* What exit() is given where the command line itself is wrong. */
#define EXIT_USAGE 2

static gboolean
parse (GOptionContext   *context,
       char           ***arguments,
       GError          **error)
{
  g_option_context_set_strict_posix (context, FALSE);
  return g_option_context_parse_strv (context, arguments, error);
}

static gboolean
expect_no_argument (char   **arguments,
                    GError **error)
{
  if (arguments[1] == NULL)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "\"%s\" is one argument too many", arguments[1]);
  return FALSE;
}

static gboolean
expect_folder (char   **arguments,
               GError **error)
{
  if (arguments[1] == NULL) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no folder is given");
    return FALSE;
  }
  return expect_no_argument (arguments + 1, error);
}

static gboolean
run_serve (char   ***arguments,
           GError  **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("— serve a store");
  g_auto (MoeiServingOptions) options = { 0 };

  moei_serving_options_add (&options, context);
  return parse (context, arguments, error) &&
         expect_no_argument (*arguments, error) &&
         moei_serving_run (&options, NULL, NULL, error);
}

static gboolean
refuse_to_replace (MoeiStoreView  *view,
                   const char     *path,
                   GError        **error)
{
  gboolean empty;

  if (!moei_transfer_is_empty (view, &empty, error))
    return TRUE;
  if (empty)
    return FALSE;

  g_set_error (error, MOEI_STORE_ERROR, MOEI_STORE_ERROR_INVALID,
               "%s holds an operation already; --replace puts another in its place", path);
  return TRUE;
}

static gboolean
import (MoeiStore   *store,
        const char  *path,
        MoeiBundle  *bundle,
        gboolean     replace,
        GError     **error)
{
  g_autoptr (MoeiStoreView) view = moei_store_read (store, error);
  g_autoptr (MoeiStoreBatch) batch = NULL;
  gint64 revision;

  if (view == NULL || (!replace && refuse_to_replace (view, path, error)))
    return FALSE;

  batch = moei_transfer_import (view, bundle, ACTOR, MOEI_INSTANT_UNKNOWN, error);
  g_clear_pointer (&view, moei_store_view_free);
  if (batch == NULL)
    return FALSE;

  revision = moei_store_write (store, batch, error);
  if (revision < 0)
    return FALSE;

  printf ("%s is at revision %" G_GINT64_FORMAT "\n", path, revision);
  return TRUE;
}

static gboolean
import_folder (const char  *given_path,
               const char  *folder,
               gboolean     replace,
               GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (folder);
  g_autofree char *path = moei_serving_store_path (given_path);
  g_autoptr (MoeiBundle) bundle = NULL;
  g_autoptr (MoeiStore) store = NULL;
  gboolean imported;

  bundle = moei_bundle_read (file, error);
  if (bundle == NULL)
    return FALSE;

  store = moei_store_open (path, error);
  if (store == NULL)
    return FALSE;

  imported = import (store, path, bundle, replace, error);
  moei_store_close (store);
  return imported;
}

static gboolean
run_import (char   ***arguments,
            GError  **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER — put the operation of a folder into a store");
  g_autofree char *path = NULL;
  gboolean replace = FALSE;
  const GOptionEntry entries[] = {
    { "store", 0, 0, G_OPTION_ARG_FILENAME, &path, "The store's file", "PATH" },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replace, "In place of the operation that it holds", NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, NULL);
  return parse (context, arguments, error) &&
         expect_folder (*arguments, error) &&
         import_folder (path, (*arguments)[1], replace, error);
}

static gboolean
export_folder (const char  *given_path,
               const char  *folder,
               GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (folder);
  g_autofree char *path = moei_serving_store_path (given_path);
  g_autoptr (MoeiStore) store = moei_store_open_to_read (path, error);
  g_autoptr (MoeiStoreView) view = NULL;
  g_autoptr (MoeiBundle) bundle = NULL;

  if (store == NULL || (view = moei_store_read (store, error)) == NULL)
    return FALSE;

  bundle = moei_transfer_export (view, error);
  return bundle != NULL && moei_bundle_write (bundle, file, error);
}

static gboolean
run_export (char   ***arguments,
            GError  **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER — write the operation of a store into a folder");
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "store", 0, 0, G_OPTION_ARG_FILENAME, &path, "The store's file, which may be in use", "PATH" },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, NULL);
  return parse (context, arguments, error) &&
         expect_folder (*arguments, error) &&
         export_folder (path, (*arguments)[1], error);
}

static const struct {
  const char *name;
  const char *summary;
  gboolean  (*run) (char ***arguments, GError **error);
} commands[] = {
  { "serve", "serve a store over HTTP", run_serve },
  { "import", "put the operation of a folder into a store", run_import },
  { "export", "write the operation of a store into a folder", run_export },
  { "exercise", "play the built-in operation and serve it", moei_exercise_command_run },
};

static void
print_usage (FILE *stream)
{
  fprintf (stream, "Usage: moei-service COMMAND [OPTION…]\n\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-10s %s\n", commands[i].name, commands[i].summary);
  fprintf (stream, "\nmoei-service COMMAND --help tells the rest.\n");
}

static int
report (const char   *command,
        const GError *error)
{
  gboolean is_usage = error->domain == G_OPTION_ERROR;

  fprintf (stderr, "moei-service %s: %s\n", command, error->message);
  if (is_usage)
    fprintf (stderr, "moei-service %s --help tells more.\n", command);
  return is_usage ? EXIT_USAGE : EXIT_FAILURE;
}

/**
 * moei_command_run:
 * @argc: how many words the command line has
 * @argv: its words
 *
 * Does what the command line says.
 *
 * Returns: what the program shall exit with
 */
int
moei_command_run (int    argc,
                  char **argv)
{
  g_auto (GStrv) arguments = g_strdupv (argv);
  const char *name = argc > 1 ? argv[1] : NULL;

  if (name == NULL || g_str_equal (name, "--help") || g_str_equal (name, "-h")) {
    print_usage (name != NULL ? stdout : stderr);
    return name != NULL ? EXIT_SUCCESS : EXIT_USAGE;
  }

  if (g_str_equal (name, "--version")) {
    printf ("moei-service %s\n", MOEI_VERSION);
    return EXIT_SUCCESS;
  }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autoptr (GError) error = NULL;

    if (!g_str_equal (name, commands[i].name))
      continue;

    /* The command takes the program's place: "moei-service serve". */
    g_free (arguments[0]);
    arguments[0] = g_strdup_printf ("moei-service %s", name);
    g_free (arguments[1]);
    memmove (&arguments[1], &arguments[2], ((gsize) argc - 1) * sizeof *arguments);
    return commands[i].run (&arguments, &error) ? EXIT_SUCCESS : report (name, error);
  }

  fprintf (stderr, "moei-service: there is no command \"%s\"\n", name);
  print_usage (stderr);
  return EXIT_USAGE;
}
