/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-magnify.h"

#define SIDE 160
#define SCALE 2.5f

static void
append_disc (GtkSnapshot *snapshot,
             float        x,
             float        y)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 8, y - 8, 16, 16));

  cairo_arc (cr, x, y, 7, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 0.2, 0.4, 0.9);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* Ground, a disc that a clip cuts, one that is turned within a clip, one that is
 * moved and faint. */
static GskRenderNode *
make_scene (float x)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0.1, 0.2, 0.1, 1 }, &GRAPHENE_RECT_INIT (0, 0, 60, 60));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (2, 2, 30, 12));
  append_disc (snapshot, 12, 12);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, 20));
  gtk_snapshot_push_opacity (snapshot, 0.5);
  append_disc (snapshot, 0, 0);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_rotate (snapshot, 30);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0.9, 0.2, 0.1, 1 }, &GRAPHENE_RECT_INIT (10, 10, 5, 8));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 10, 30, 9));
  append_disc (snapshot, 6, 15);
  gtk_snapshot_pop (snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static cairo_surface_t *
draw (GskRenderNode *node)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_looks_the_same (void)
{
  GskRenderNode *node = make_scene (30), *magnified = moei_magnify (node);
  cairo_surface_t *one = draw (node), *other = draw (magnified);
  gsize size = (gsize) cairo_image_surface_get_stride (one) * SIDE;

  g_assert_cmpmem (cairo_image_surface_get_data (one), size, cairo_image_surface_get_data (other), size);
  g_assert_cmpuint (cairo_image_surface_get_data (one)[3], ==, 255);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
  gsk_render_node_unref (node);
  gsk_render_node_unref (magnified);
}

/* Nothing is magnified but what can be told from that of the last frame at once:
 * the same, or no larger than a single disc. */
static void
check_parts (GskRenderNode *node)
{
  graphene_rect_t bounds;

  switch ((int) gsk_render_node_get_node_type (node)) {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        check_parts (gsk_container_node_get_child (node, i));
      break;
    case GSK_CLIP_NODE:
      check_parts (gsk_clip_node_get_child (node));
      break;
    case GSK_COLOR_NODE:
      break;
    default:
      gsk_render_node_get_bounds (node, &bounds);
      g_assert_cmpfloat (bounds.size.width, <=, 32 * SCALE);
      g_assert_cmpfloat (bounds.size.height, <=, 32 * SCALE);
      break;
  }
}

static void
test_each_by_itself (void)
{
  GskRenderNode *node = make_scene (30), *magnified = moei_magnify (node);

  check_parts (magnified);
  gsk_render_node_unref (node);
  gsk_render_node_unref (magnified);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/magnify/looks-the-same", test_looks_the_same);
  g_test_add_func ("/magnify/each-by-itself", test_each_by_itself);

  return g_test_run ();
}
