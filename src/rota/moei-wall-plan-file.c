/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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

/**
 * moei_wall_plan_open:
 * @chosen: (nullable) (type filename): the file that was named when the program began
 *
 * Loads the file that moei_wall_plan_find() finds, and says its faults on the
 * standard error output, a line each.
 *
 * Returns: (transfer full): what it says; what holds without one if there is none
 */
MoeiWallPlan *
moei_wall_plan_open (const char *chosen)
{
  g_autofree char *path = moei_wall_plan_find (chosen);
  MoeiWallPlan *self = path != NULL ? moei_wall_plan_load (path) : moei_wall_plan_new ();
  const char * const *faults = moei_wall_plan_get_faults (self);

  for (guint i = 0; faults[i] != NULL; i++)
    g_printerr ("moei: %s: %s\n", path, faults[i]);
  return self;
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
