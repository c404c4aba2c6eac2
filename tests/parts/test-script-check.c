/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"

#include <glib/gstdio.h>

#include "language/moei-language.h"
#include "parts/moei-script-check.h"

static void
test_all_here (void)
{
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_autofree char *families = NULL;

    g_assert_cmpuint (moei_script_check_count_missing (i, &families), ==, 0);
    g_assert_nonnull (strstr (families, "Noto Sans"));
  }
}

/* With none but a font of Latin letters, three languages cannot be shown. */
static void
test_poor_computer (void)
{
  g_autofree char *folder = g_dir_make_tmp ("moei-fonts-XXXXXX", NULL);
  g_autofree char *configuration = g_build_filename (folder, "fonts.conf", NULL);

  if (g_test_subprocess ()) {
    /* Its arrow is in no font of letters. */
    g_assert_cmpuint (moei_script_check_count_missing (MOEI_LANGUAGE_EN, NULL), <=, 1);
    g_assert_cmpuint (moei_script_check_count_missing (MOEI_LANGUAGE_TH, NULL), >, 50);
    g_assert_cmpuint (moei_script_check_count_missing (MOEI_LANGUAGE_MY, NULL), >, 50);
    g_assert_cmpuint (moei_script_check_count_missing (MOEI_LANGUAGE_ZH_CN, NULL), >, 30);
    g_assert_false (moei_script_check_print ());
    return;
  }

  g_assert_true (g_file_set_contents (configuration,
                                      "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
                                      "<fontconfig><dir>/usr/share/fonts/truetype/noto</dir><selectfont><acceptfont>"
                                      "<glob>/usr/share/fonts/truetype/noto/NotoSans-*</glob></acceptfont><rejectfont>"
                                      "<glob>*</glob></rejectfont></selectfont></fontconfig>", -1, NULL));
  g_setenv ("FONTCONFIG_FILE", configuration, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_unsetenv ("FONTCONFIG_FILE");
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*my * signs missing*");
  g_unlink (configuration);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/script-check/all-here", test_all_here);
  g_test_add_func ("/script-check/poor-computer", test_poor_computer);

  return g_test_run ();
}
