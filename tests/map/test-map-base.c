/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "language/moei-language.h"
#include "tests/map/map-fixture.h"

#define AFTERNOON (G_GINT64_CONSTANT (1741245600) * G_USEC_PER_SEC) /* 2025-03-06T14:20:00+07:00 */

typedef struct {
  MoeiOperation *operation;
  GtkWidget     *window;
  GtkStack      *stack;
  GtkWidget     *other;
  MoeiMap       *map;
} Fixture;

/* A window that is opened at another page. */
static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "operation", NULL);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  fixture->operation = map_fixture_load (folder, AFTERNOON);
  fixture->map = moei_map_new ();
  fixture->other = gtk_label_new ("Other");
  g_object_set (fixture->map, "operation", fixture->operation, "now", AFTERNOON, NULL);
  fixture->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (fixture->stack, fixture->other);
  gtk_stack_add_child (fixture->stack, GTK_WIDGET (fixture->map));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 962, 658);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->stack));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->operation);
}

static GdkTexture *
take_picture (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  return gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, width, height));
}

/* Where there is no tile there is water, as blue as that; the border is land
 * for the most part. */
static void
assert_has_base (Fixture *fixture)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *data = NULL;
  gsize width, height, n_water = 0;

  map_fixture_wait_settled (fixture->map);
  texture = take_picture (GTK_WIDGET (fixture->map));
  width = (gsize) gdk_texture_get_width (texture);
  height = (gsize) gdk_texture_get_height (texture);
  data = g_malloc (width * height * 4);
  gdk_texture_download (texture, data, width * 4);
  for (gsize i = 0; i < width * height; i++) {
    const guint32 *pixel = (const guint32 *) (gconstpointer) (data + 4 * i);

    n_water += (*pixel & 0xffffff) == 0xc3d9e8;
  }
  g_assert_cmpuint (n_water, <, width * height / 4);
}

static void
test_shown_later (Fixture       *fixture,
                  gconstpointer  user_data)
{
  gtk_stack_set_visible_child (fixture->stack, GTK_WIDGET (fixture->map));
  assert_has_base (fixture);
}

static void
test_shown_again (Fixture       *fixture,
                  gconstpointer  user_data)
{
  for (guint i = 0; i < 3; i++) {
    gtk_stack_set_visible_child (fixture->stack, GTK_WIDGET (fixture->map));
    assert_has_base (fixture);
    gtk_stack_set_visible_child (fixture->stack, fixture->other);
    gtk_test_widget_wait_for_draw (fixture->window);
  }
}

/* Turned to and from before anything was drawn, with a frame between or none. */
static void
test_turned_quickly (Fixture       *fixture,
                     gconstpointer  user_data)
{
  for (guint i = 0; i < 12; i++) {
    gtk_stack_set_visible_child (fixture->stack, i % 2 == 0 ? GTK_WIDGET (fixture->map) : fixture->other);
    if (i % 3 == 0)
      gtk_test_widget_wait_for_draw (fixture->window);
  }
  gtk_stack_set_visible_child (fixture->stack, GTK_WIDGET (fixture->map));
  assert_has_base (fixture);
}

/* What is selected while the map is not seen is where the view is then. */
static void
test_moved_unseen (Fixture       *fixture,
                   gconstpointer  user_data)
{
  gtk_stack_set_visible_child (fixture->stack, GTK_WIDGET (fixture->map));
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_stack_set_visible_child (fixture->stack, fixture->other);
  moei_map_canvas_look_at (moei_map_get_canvas (fixture->map), (MoeiPosition) { 100.42, 16.5 }, 10, TRUE);
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_stack_set_visible_child (fixture->stack, GTK_WIDGET (fixture->map));
  assert_has_base (fixture);
}

#define ADD(name, func) g_test_add ("/map-base/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  moei_language_init (moei_language_find_localedir ());
  moei_language_set_current (MOEI_LANGUAGE_EN);
  adw_init ();

  ADD ("shown-later", test_shown_later);
  ADD ("shown-again", test_shown_again);
  ADD ("turned-quickly", test_turned_quickly);
  ADD ("moved-unseen", test_moved_unseen);

  return g_test_run ();
}
