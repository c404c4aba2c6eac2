/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include "language/moei-message-locale.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define MASK (LC_MESSAGES_MASK | LC_CTYPE_MASK)

/* A machine has C.UTF-8, but often none of the locales whose names gettext
 * needs in order to choose a catalogue.  Only the name matters to it, so the
 * missing ones are lent the data of one of these. */
static const char * const donors[] = {
  "/usr/lib/locale/C.utf8",
  "/usr/lib/locale/C.UTF-8",
  "/usr/lib/locale/en_US.utf8",
  "/usr/lib/locale/en_US.UTF-8",
};

static const char *
find_donor (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (donors); i++) {
    if (g_file_test (donors[i], G_FILE_TEST_IS_DIR))
      return donors[i];
  }
  return NULL;
}

static gboolean
load_missing (const char * const *names,
              locale_t           *locales,
              gsize               n_names)
{
  gboolean complete = TRUE;

  for (gsize i = 0; i < n_names; i++) {
    if (locales[i] == NULL)
      locales[i] = newlocale (MASK, names[i], NULL);
    complete = complete && locales[i] != NULL;
  }
  return complete;
}

static char *
lend (const char * const *names,
      const locale_t     *locales,
      gsize               n_names)
{
  const char *donor = find_donor ();
  g_autofree char *folder = NULL;

  if (donor == NULL)
    return NULL;

  folder = g_dir_make_tmp ("moei-locale-XXXXXX", NULL);
  if (folder == NULL)
    return NULL;

  for (gsize i = 0; i < n_names; i++) {
    g_autofree char *link = g_build_filename (folder, names[i], NULL);

    /* A link that cannot be made shows as a locale that stays missing. */
    if (locales[i] == NULL && symlink (donor, link) != 0)
      g_debug ("%s: %s", link, g_strerror (errno));
  }
  return g_steal_pointer (&folder);
}

static void
take_back (const char         *folder,
           const char * const *names,
           gsize               n_names)
{
  for (gsize i = 0; i < n_names; i++) {
    g_autofree char *link = g_build_filename (folder, names[i], NULL);

    g_unlink (link);
  }
  g_rmdir (folder);
}

/**
 * moei_message_locale_load:
 * @names: (array length=n_names): names of locales; the first becomes the process's
 * @locales: (array length=n_names): where to put them, `NULL` where none could be made
 * @n_names: how many
 *
 * Loads locales under the given names, whether or not this machine has them.
 *
 * What is loaded stays usable after the borrowed names are gone again, and
 * `LOCPATH` is left as it was found.  Changes the environment: call it before
 * there is a second thread.
 */
void
moei_message_locale_load (const char * const *names,
                          locale_t           *locales,
                          gsize               n_names)
{
  gboolean complete = load_missing (names, locales, n_names);
  gboolean set = setlocale (LC_ALL, names[0]) != NULL;
  g_autofree char *path = g_strdup (g_getenv ("LOCPATH"));
  g_autofree char *folder = NULL;

  if (complete && set)
    return;

  folder = lend (names, locales, n_names);
  if (folder != NULL) {
    g_setenv ("LOCPATH", folder, TRUE);
    load_missing (names, locales, n_names);
    set = set || setlocale (LC_ALL, names[0]) != NULL;

    if (path != NULL)
      g_setenv ("LOCPATH", path, TRUE);
    else
      g_unsetenv ("LOCPATH");
    take_back (folder, names, n_names);
  }

  if (!set)
    setlocale (LC_ALL, "C.UTF-8");
}
