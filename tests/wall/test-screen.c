/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"

#include "wall/moei-screen.h"

#define WIDTH  640
#define HEIGHT 360

/* How often the content was laid out. */
static guint n_layouts;

static void
resized_cb (GtkDrawingArea *area,
            int             width,
            int             height)
{
  n_layouts++;
}

typedef struct {
  GtkWidget *window;
  GtkWidget *screen;
  GtkWidget *content;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->screen = g_object_new (MOEI_TYPE_SCREEN, NULL);
  fixture->content = gtk_drawing_area_new ();
  g_signal_connect (fixture->content, "resize", G_CALLBACK (resized_cb), NULL);
  moei_screen_set_child (MOEI_SCREEN (fixture->screen), fixture->content);
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->screen);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  n_layouts = 0;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
assert_at (Fixture *fixture,
           int      x,
           int      y)
{
  graphene_rect_t bounds;

  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (gtk_widget_compute_bounds (fixture->content, fixture->screen, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
  g_assert_cmpfloat (bounds.size.width, ==, WIDTH);
  g_assert_cmpfloat (bounds.size.height, ==, HEIGHT);
}

static void
test_new_destroy (void)
{
  GtkWidget *self = g_object_ref_sink (g_object_new (MOEI_TYPE_SCREEN, NULL));

  g_object_add_weak_pointer (G_OBJECT (self), (gpointer *) &self);
  moei_screen_set_child (MOEI_SCREEN (self), gtk_label_new ("content"));
  moei_screen_set_child (MOEI_SCREEN (self), NULL);
  moei_screen_set_child (MOEI_SCREEN (self), gtk_label_new ("another"));
  g_object_unref (self);
  g_assert_null (self);
}

/* Wherever it stands, nothing of it is laid out anew. */
static void
test_shifts (Fixture       *fixture,
             gconstpointer  data)
{
  static const int at[][2] = { { 0, 0 }, { 1, 0 }, { 4, -4 }, { -4, 4 }, { -1, 3 } };

  for (gsize i = 0; i < G_N_ELEMENTS (at); i++) {
    moei_screen_set_shift (MOEI_SCREEN (fixture->screen), at[i][0], at[i][1]);
    assert_at (fixture, at[i][0], at[i][1]);
  }
  g_assert_cmpuint (n_layouts, ==, 0);
}

static GdkRGBA
pixel_at (GtkWidget *widget,
          int        x,
          int        y)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guchar *pixels = g_malloc (WIDTH * HEIGHT * 4);
  GdkRGBA colour;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), WIDTH, HEIGHT);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  gdk_texture_download (texture, pixels, WIDTH * 4);
  colour = (GdkRGBA) { pixels[(y * WIDTH + x) * 4 + 2] / 255.f, pixels[(y * WIDTH + x) * 4 + 1] / 255.f,
                       pixels[(y * WIDTH + x) * 4] / 255.f, pixels[(y * WIDTH + x) * 4 + 3] / 255.f };
  g_free (pixels);
  return colour;
}

/* Outside the hours the content is not drawn at all, and comes back as it was. */
static void
test_blank (Fixture       *fixture,
            gconstpointer  data)
{
  GdkRGBA black = { 0, 0, 0, 1 }, pixel;

  moei_screen_set_shift (MOEI_SCREEN (fixture->screen), 2, 1);
  assert_at (fixture, 2, 1);
  moei_screen_set_blank (MOEI_SCREEN (fixture->screen), TRUE);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (moei_screen_get_blank (MOEI_SCREEN (fixture->screen)));
  g_assert_false (gtk_widget_get_mapped (fixture->content));
  for (int i = 0; i < 3; i++) {
    pixel = pixel_at (fixture->screen, i * (WIDTH - 1) / 2, i * (HEIGHT - 1) / 2);
    g_assert_true (gdk_rgba_equal (&pixel, &black));
  }

  moei_screen_set_blank (MOEI_SCREEN (fixture->screen), FALSE);
  assert_at (fixture, 2, 1);
  g_assert_true (gtk_widget_get_mapped (fixture->content));
}

/* A content that is put in while the screen is blank stays away too. */
static void
test_blank_first (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *label = gtk_label_new ("1,840");

  moei_screen_set_blank (MOEI_SCREEN (fixture->screen), TRUE);
  moei_screen_set_child (MOEI_SCREEN (fixture->screen), label);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_false (gtk_widget_get_mapped (label));
  moei_screen_set_blank (MOEI_SCREEN (fixture->screen), FALSE);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (gtk_widget_get_mapped (label));
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/screen/new-destroy", test_new_destroy);
  g_test_add ("/screen/shifts", Fixture, NULL, set_up, test_shifts, tear_down);
  g_test_add ("/screen/blank", Fixture, NULL, set_up, test_blank, tear_down);
  g_test_add ("/screen/blank-first", Fixture, NULL, set_up, test_blank_first, tear_down);

  return g_test_run ();
}
