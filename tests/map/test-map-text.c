/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "map/moei-map-text.h"

static MoeiMapText *
make (const char *text)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (gtk_label_new (NULL));
  const MoeiTextLine line = { text, { 0, 0, 0, 1 }, 12, PANGO_WEIGHT_NORMAL };

  return moei_map_text_new (widget, MOEI_LANGUAGE_MY, &line, NULL, &line.colour, PANGO_ALIGN_LEFT, 0);
}

static void
test_new_destroy (void)
{
  MoeiMapText *text = make ("Mae Sot");

  g_assert_cmpstr (text->name, ==, "Mae Sot");
  g_assert_cmpfloat (text->width, >, 0);
  g_assert_cmpfloat (text->height, <, 40);
  moei_map_text_free (text);
}

/* cairo draws no picture wider than 32,767 pixels. */
static void
test_long (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  MoeiMapText *text;

  for (guint i = 0; i < 4000; i++)
    g_string_append (name, "မ");
  text = make (name->str);
  g_assert_cmpstr (text->name, ==, name->str);
  g_assert_cmpfloat (text->width, <, 3000);
  moei_map_text_free (text);
}

static void
test_lines (void)
{
  MoeiMapText *text = make ("one\ntwo\r\nthree\342\200\250four\342\200\251five");

  g_assert_cmpfloat (text->height, <, 40);
  moei_map_text_free (text);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/map-text/new-destroy", test_new_destroy);
  g_test_add_func ("/map-text/long", test_long);
  g_test_add_func ("/map-text/lines", test_lines);

  return g_test_run ();
}
