/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "moei-renderer.h"

static void
add_device (const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
test_finds_gpu (void)
{
  g_autofree char *folder = g_dir_make_tmp ("moei-renderer-XXXXXX", NULL);
  g_autofree char *card = g_build_filename (folder, "card0", NULL);
  g_autofree char *node = g_build_filename (folder, "renderD128", NULL);

  g_assert_false (moei_renderer_finds_gpu ("/nonexistent"));
  g_assert_false (moei_renderer_finds_gpu (folder));
  add_device (folder, "card0");
  g_assert_false (moei_renderer_finds_gpu (folder));
  add_device (folder, "renderD128");
  g_assert_true (moei_renderer_finds_gpu (folder));

  g_unlink (card);
  g_unlink (node);
  g_rmdir (folder);
}

static void
test_keeps_wish (void)
{
  g_setenv ("GSK_RENDERER", "gl", TRUE);
  moei_renderer_choose ();
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "gl");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/renderer/finds-gpu", test_finds_gpu);
  g_test_add_func ("/renderer/keeps-wish", test_keeps_wish);

  return g_test_run ();
}
