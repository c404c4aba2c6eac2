/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-fresh-start.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

/* How what is kept gets across. */
#define KEPT "MOEI_WALL_KEPT"

#define SELF    "/proc/self/exe"
#define DELETED " (deleted)"

/* Beginning anew in the same process, so that it needs nobody to start it: in a
 * sandbox nobody would. */

/* The program's file; the new one if it was replaced meanwhile, as by an update. */
static char *
find_program (void)
{
  g_autofree char *path = g_file_read_link (SELF, NULL);

  if (path != NULL && g_str_has_suffix (path, DELETED))
    path[strlen (path) - strlen (DELETED)] = '\0';
  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&path);
  return g_strdup (SELF);
}

/* How the program was called. */
static char **
read_arguments (GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  gsize length;

  if (!g_file_get_contents ("/proc/self/cmdline", &text, &length, error))
    return NULL;
  for (const char *argument = text; argument < text + length; argument += strlen (argument) + 1)
    g_strv_builder_add (arguments, argument);
  return g_strv_builder_end (arguments);
}

/* Connections must not stay open behind the back of the new program. */
static void
close_files (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    int fd = atoi (name);

    if (fd > STDERR_FILENO)
      fcntl (fd, F_SETFD, FD_CLOEXEC);
  }
}

/**
 * moei_fresh_start_begin:
 * @kept: what the program should know of itself then
 * @error: return location for an error
 *
 * Replaces this process's program by itself, called as it was called, with
 * nothing left of its memory.
 *
 * Returns: %FALSE, with @error set, if it could not be done; else it does not
 *   return
 */
gboolean
moei_fresh_start_begin (GVariant  *kept,
                        GError   **error)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (kept);
  g_autofree char *text = g_variant_print (owned, FALSE);
  g_autofree char *program = find_program ();
  g_auto (GStrv) arguments = read_arguments (error);

  if (arguments == NULL || arguments[0] == NULL)
    return FALSE;

  g_setenv (KEPT, text, TRUE);
  close_files ();
  execv (program, arguments);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", program, g_strerror (errno));
  g_unsetenv (KEPT);
  return FALSE;
}

/**
 * moei_fresh_start_resume:
 * @type: what is expected
 *
 * Returns: (transfer full) (nullable): what moei_fresh_start_begin() was told to
 *   keep, once; %NULL if the program was started by somebody else
 */
GVariant *
moei_fresh_start_resume (const GVariantType *type)
{
  const char *text = g_getenv (KEPT);
  GVariant *kept;

  if (text == NULL)
    return NULL;

  kept = g_variant_parse (type, text, NULL, NULL, NULL);
  g_unsetenv (KEPT);
  return kept;
}
