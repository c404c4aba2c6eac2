/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "map/moei-basemap.h"
#include "map/moei-gazetteer.h"

#define HEAD "kind\trank\tmin_zoom\tmax_zoom\tangle\tlongitude\tlatitude\ten\tth\tmy\tzh_CN\n"

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names =
    moei_gazetteer_read (HEAD "town\t0\t6.5\t20\t0\t98.5745\t16.7135\tMae Sot\tแม่สอด\t\t湄索\n"
                         "water\t2\t10\t14\t-76\t98.4887\t16.7736\tMoei\t\t\t\n", &error);
  MoeiNamed *named;

  g_assert_no_error (error);
  g_assert_cmpuint (names->len, ==, 2);
  named = names->pdata[0];
  g_assert_cmpint (named->kind, ==, MOEI_NAMED_TOWN);
  g_assert_cmpfloat (named->min_zoom, ==, 6.5);
  g_assert_cmpstr (moei_text_get (named->name, MOEI_LANGUAGE_TH), ==, "แม่สอด");
  g_assert_cmpstr (moei_text_get (named->name, MOEI_LANGUAGE_MY), ==, "Mae Sot");
  named = names->pdata[1];
  g_assert_cmpfloat_with_epsilon (named->angle, -76 * G_PI / 180, 1e-12);
}

static void
test_malformed (void)
{
  static const char * const rows[] = {
    "town\t0\t6.5\t20\t0\t98.5\t16.7\tMae Sot\tแม่สอด\t",
    "hamlet\t0\t6.5\t20\t0\t98.5\t16.7\tMae Sot\t\t\t",
    "town\tfirst\t6.5\t20\t0\t98.5\t16.7\tMae Sot\t\t\t",
    "town\t0\t8\t6\t0\t98.5\t16.7\tMae Sot\t\t\t",
    "town\t0\t6.5\t20\t0\t198.5\t16.7\tMae Sot\t\t\t",
    "town\t0\t6.5\t20\t0\t98.5\t16.7N\tMae Sot\t\t\t",
    "town\t0\t6.5\t20\t0\t98.5\tnan\tMae Sot\t\t\t",
    "town\t0\t6.5\t20\t0\t98.5\t16.7\t\tแม่สอด\t\t",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *table = g_strconcat (HEAD, rows[i], "\n", NULL);
    g_autoptr (GError) error = NULL;

    g_assert_null (moei_gazetteer_read (table, &error));
    g_assert_error (error, MOEI_BASEMAP_ERROR, MOEI_BASEMAP_ERROR_MALFORMED);
    g_assert_true (g_str_has_prefix (error->message, "row 2:"));
  }
}

/* What matters most is there in all four languages. */
static void
test_bundled (void)
{
  g_autoptr (GPtrArray) names = moei_gazetteer_load_bundled ();
  guint n_complete = 0;

  g_assert_cmpuint (names->len, >=, 60);
  for (guint i = 0; i < names->len; i++) {
    const MoeiNamed *named = names->pdata[i];
    gboolean complete = TRUE;

    for (guint language = 0; language < MOEI_N_LANGUAGES; language++)
      complete &= moei_text_get_own (named->name, language) != NULL;
    n_complete += complete;
    if (named->rank <= 2 && !complete)
      g_test_message ("%s", moei_text_get (named->name, MOEI_LANGUAGE_EN));
    g_assert_true (complete || named->rank > 2);
  }
  g_assert_cmpuint (n_complete, >=, 60);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gazetteer/read", test_read);
  g_test_add_func ("/gazetteer/malformed", test_malformed);
  g_test_add_func ("/gazetteer/bundled", test_bundled);

  return g_test_run ();
}
