/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "plan-check.h"

/* Settings files as a bad disk, a bad editor or a bad guess leaves them: whatever
 * stands in them, the plan is one that a display can follow. */

#define N_FILES 20000

/* What is put in where something was: half of it is nearly right. */
static const char * const pieces[] = {
  "[", "]", "=", ";", ",", "#", "\n", "\r", "\\", "\\x", " ", "\t", "-", ":", "none", "yes", "0", "-1", "99999999999",
  "18446744073709551617", "08:00-18:30", "24:00-24:00", "mon-", "-sun", "hold", "pre-empt 5", "hold 600", "visitor",
  "[Display]", "[Monitor ]", "[Scene ", "scenes=", "languages=", "dwell=", "\357\273\277", "\377", "\303", "\342\200\256",
  "\033[2J", "zh_CN", "1e3", "0x1f", "+30", "/", "https://", "http://[::1]:8080/",
};

static void
mutate (GString *text)
{
  gsize at = (gsize) g_test_rand_int_range (0, (int) text->len + 1);
  gsize length = (gsize) g_test_rand_int_range (0, 12);

  length = MIN (length, text->len - at);
  switch (g_test_rand_int_range (0, 5)) {
  case 0:
    g_string_erase (text, (gssize) at, (gssize) length);
    break;
  case 1:
    g_string_insert (text, (gssize) at, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    break;
  case 2:
    if (at < text->len)
      text->str[at] = (char) g_test_rand_int_range (0, 256);
    break;
  case 3:
    g_string_truncate (text, text->len - length);
    break;
  default: {
      g_autofree char *again = g_strndup (text->str + at, length);

      g_string_insert_len (text, (gssize) at, again, (gssize) strlen (again));
    }
  }
}

static void
test_mutations (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "wall.conf.example", NULL);
  g_autofree char *example = NULL, *settings = NULL;
  g_autoptr (GRegex) comments = g_regex_new ("^(# .*|#|)\\n", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GRegex) hashes = g_regex_new ("^#", G_REGEX_MULTILINE, 0, NULL);

  g_assert_true (g_file_get_contents (path, &example, NULL, NULL));
  settings = g_regex_replace_literal (comments, example, -1, 0, "", 0, NULL);
  g_free (example);
  example = g_regex_replace_literal (hashes, settings, -1, 0, "", 0, NULL);

  for (guint i = 0; i < N_FILES; i++) {
    g_autoptr (GString) text = g_string_new (example);
    g_autoptr (MoeiWallPlan) plan = NULL;

    for (int n = g_test_rand_int_range (1, 12); n > 0; n--)
      mutate (text);
    plan = moei_wall_plan_parse (text->str, text->len);
    assert_faults_can_be_shown (plan);
    assert_can_be_followed (plan);
  }
}

static void
test_noise (void)
{
  for (guint i = 0; i < 2000; i++) {
    char noise[300];
    g_autoptr (MoeiWallPlan) plan = NULL;

    for (guint j = 0; j < sizeof noise; j++)
      noise[j] = i % 2 == 0 ? (char) g_test_rand_int_range (0, 256) : "[]=#\n aD;"[g_test_rand_int_range (0, 9)];
    plan = moei_wall_plan_parse (noise, (gsize) g_test_rand_int_range (0, sizeof noise));
    assert_faults_can_be_shown (plan);
    assert_can_be_followed (plan);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall-plan-mutations/mutations", test_mutations);
  g_test_add_func ("/wall-plan-mutations/noise", test_noise);
  return g_test_run ();
}
