/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "service/moei-command.h"
#include "service/moei-serving.h"

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

static const struct {
  const char *name;
  const char *summary;
  gboolean  (*run) (char ***arguments, GError **error);
} commands[] = {
  { "serve", "serve a store over HTTP", run_serve },
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
