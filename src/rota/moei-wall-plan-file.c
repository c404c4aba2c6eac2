/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-settings-text.h"
#include "rota/moei-wall-plan.h"

/**
 * moei_wall_plan_find:
 * @chosen: (nullable) (type filename): the file that was named when the program began
 *
 * Looks where a settings file may be: the user's configuration, the
 * computer's, and `/etc/moei`.  Who names a file gets that one, even if it is not there.
 *
 * Returns: (transfer full) (nullable) (type filename): the settings file
 */
char *
moei_wall_plan_find (const char *chosen)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();
  const char * const *system = g_get_system_config_dirs ();

  if (chosen != NULL)
    return g_strdup (chosen);

  g_ptr_array_add (folders, (char *) g_get_user_config_dir ());
  for (guint i = 0; system[i] != NULL; i++)
    g_ptr_array_add (folders, (char *) system[i]);
  g_ptr_array_add (folders, (char *) "/etc");

  for (guint i = 0; i < folders->len; i++) {
    g_autofree char *path = g_build_filename (folders->pdata[i], "moei", "wall.conf", NULL);

    if (g_file_test (path, G_FILE_TEST_EXISTS))
      return g_steal_pointer (&path);
  }
  return NULL;
}

/* Where what a settings file said without a fault is kept. */
static char *
get_copy (const char *path)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = g_strconcat (sum, ".conf", NULL);

  return g_build_filename (g_get_user_state_dir (), "moei", "wall", name, NULL);
}

/* Where it cannot be kept all goes on; only the next fault finds nothing. */
static void
keep_copy (const char *path,
           const char *copy)
{
  g_autofree char *folder = g_path_get_dirname (copy);
  g_autoptr (GBytes) text = moei_settings_text_read (path, NULL);

  if (text == NULL || g_mkdir_with_parents (folder, 0700) != 0)
    return;
  g_file_set_contents_full (copy, g_bytes_get_data (text, NULL), (gssize) g_bytes_get_size (text),
                            G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

static MoeiWallPlan *
open_file (const char *path)
{
  g_autoptr (MoeiWallPlan) plan = moei_wall_plan_load (path);
  g_autofree char *copy = get_copy (path);
  g_autoptr (MoeiWallPlan) kept = moei_wall_plan_load_copy (path, copy);
  const char * const *faults = moei_wall_plan_get_faults (plan);

  if (faults[0] == NULL) {
    if (!moei_wall_plan_says_the_same (plan, kept))
      keep_copy (path, copy);
    return g_steal_pointer (&plan);
  }

  for (guint i = 0; faults[i] != NULL; i++)
    g_printerr ("moei: %s: %s\n", path, faults[i]);
  if (moei_wall_plan_get_faults (kept)[0] != NULL)
    return g_steal_pointer (&plan);
  g_printerr ("moei: %s: what it said before, without a fault, holds\n", path);
  return g_steal_pointer (&kept);
}

/**
 * moei_wall_plan_open:
 * @chosen: (nullable) (type filename): the file that was named when the program began
 *
 * Loads the file that moei_wall_plan_find() finds, and says its faults on the
 * standard error output, a line each.  Of one that was without a fault before, that
 * holds: nobody is near a display when a wrong file comes.
 *
 * Returns: (transfer full): what it says; what holds without one if there is none
 */
MoeiWallPlan *
moei_wall_plan_open (const char *chosen)
{
  g_autofree char *path = moei_wall_plan_find (chosen);

  return path != NULL ? open_file (path) : moei_wall_plan_new ();
}

/**
 * moei_wall_plan_check:
 * @paths: (nullable) (array zero-terminated=1): settings files
 *
 * What `moei --check-settings FILE…` does: says of each file that it is fine, or
 * every fault of it on a line.
 *
 * Returns: the program's exit status: 0 if all are fine, 1 if any is not, 2 if
 *   none was named
 */
int
moei_wall_plan_check (const char * const *paths)
{
  int status = 0;

  if (paths == NULL || paths[0] == NULL) {
    g_printerr ("moei: --check-settings: name a settings file\n");
    return 2;
  }

  for (guint i = 0; paths[i] != NULL; i++) {
    g_autoptr (MoeiWallPlan) plan = moei_wall_plan_load (paths[i]);
    const char * const *faults = moei_wall_plan_get_faults (plan);

    if (faults[0] == NULL)
      g_print ("%s: fine\n", paths[i]);
    for (guint j = 0; faults[j] != NULL; j++) {
      g_print ("%s: %s\n", paths[i], faults[j]);
      status = 1;
    }
  }
  return status;
}
