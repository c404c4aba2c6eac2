/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"

#include "language/moei-language.h"

/* What the tests of the desk share: the languages, and looking into a widget
 * by what it shows rather than by how it is built. */

void
desk_test_init (int    *argc,
                char ***argv)
{
  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  moei_language_set_current (MOEI_LANGUAGE_EN);
}

GtkWidget *
desk_test_find_by_type (GtkWidget *within,
                        GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (within), type))
    return within;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = desk_test_find_by_type (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* Whether a visible label says just @text; a window or popover need not be open. */
gboolean
desk_test_shows (GtkWidget  *within,
                 const char *text)
{
  if (!gtk_widget_get_visible (within) && !GTK_IS_NATIVE (within))
    return FALSE;
  if (GTK_IS_LABEL (within) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (within)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (desk_test_shows (child, text))
      return TRUE;
  }
  return FALSE;
}

/* Shows a widget in a window until the end of the program. */
void
desk_test_present (GtkWidget *content)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 420, 600);
  gtk_window_set_child (GTK_WINDOW (window), content);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
}

/* Leaves a picture of a window in the build folder, for whoever looks. */
void
desk_test_save_picture (GtkWidget  *window,
                        const char *name)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "pictures", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);

  /* The paintable learns of the contents with the next drawing. */
  gtk_widget_queue_draw (window);
  gtk_test_widget_wait_for_draw (window);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &bounds);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
