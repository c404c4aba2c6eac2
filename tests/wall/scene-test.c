/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scene-test.h"

#include "wall/moei-screen.h"
#include "wall/moei-wall-scale.h"

/* What the tests of the scenes share.  They look at what is said, and whether
 * it is seen whole, rather than at how a scene is built. */

/* What header and footer leave of the height of a screen that lies, or stands upright */
#define OF_LYING   0.77
#define OF_UPRIGHT 0.55
#define MAX_TURNS 100

static void
load_style (void)
{
  static gboolean is_loaded;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (is_loaded)
    return;
  is_loaded = TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/org/moei/Moei/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* Until nobody asks for another size. */
void
scene_test_settle (MoeiScene *scene)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (scene))));
  for (int i = 0; i < MAX_TURNS && g_main_context_iteration (NULL, FALSE); i++)
    continue;
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (scene))));
}

MoeiScene *
scene_test_show (GType          type,
                 MoeiOperation *operation,
                 gint64         now,
                 int            width,
                 int            height)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *screen = g_object_new (MOEI_TYPE_SCREEN, NULL);
  MoeiScene *scene = g_object_new (type, "now", now, "operation", operation, NULL);
  MoeiWallScale *scale;

  load_style ();
  gtk_widget_add_css_class (window, "wall");
  scale = moei_wall_scale_new (window);
  g_object_set_data_full (G_OBJECT (window), "scale", scale, g_object_unref);
  moei_wall_scale_set_size (scale, width, height);
  g_object_set (scene, "portrait", height > width, "text-size", moei_wall_scale_get_text (scale), NULL);
  moei_screen_set_child (MOEI_SCREEN (screen), GTK_WIDGET (scene));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width * 98 / 100, (int) (height * (height > width ? OF_UPRIGHT : OF_LYING)));
  gtk_window_set_child (GTK_WINDOW (window), screen);
  gtk_window_present (GTK_WINDOW (window));
  scene_test_settle (scene);
  return scene;
}

void
scene_test_close (MoeiScene *scene)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (scene))));
}

static gboolean
find_shown (GtkWidget  *widget,
            const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (MOEI_IS_POLYGLOT (widget)) {
    MoeiPolyglot *polyglot = MOEI_POLYGLOT (widget);

    return g_strcmp0 (moei_polyglot_get_text (polyglot, moei_polyglot_get_language (polyglot)), text) == 0;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (find_shown (child, text))
      return TRUE;
  }
  return FALSE;
}

/* In the language that each shows. */
gboolean
scene_test_shows (MoeiScene  *scene,
                  const char *text)
{
  return find_shown (GTK_WIDGET (scene), text);
}

static gboolean
find (GtkWidget  *widget,
      const char *text,
      gboolean    whole)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (MOEI_IS_POLYGLOT (widget)) {
    const char *said = moei_polyglot_get_text (MOEI_POLYGLOT (widget), MOEI_LANGUAGE_EN);

    return whole ? g_strcmp0 (said, text) == 0 : strstr (said, text) != NULL;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (find (child, text, whole))
      return TRUE;
  }
  return FALSE;
}

gboolean
scene_test_says (MoeiScene  *scene,
                 const char *text)
{
  return find (GTK_WIDGET (scene), text, TRUE);
}

gboolean
scene_test_mentions (MoeiScene  *scene,
                     const char *part)
{
  return find (GTK_WIDGET (scene), part, FALSE);
}

static void
list_texts (GtkWidget *widget,
            GString   *texts)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (MOEI_IS_POLYGLOT (widget))
    g_string_append_printf (texts, "“%s” ", moei_polyglot_get_text (MOEI_POLYGLOT (widget), MOEI_LANGUAGE_EN));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    list_texts (child, texts);
}

void
scene_test_assert_says (MoeiScene  *scene,
                        const char *text)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  if (scene_test_says (scene, text))
    return;
  list_texts (GTK_WIDGET (scene), texts);
  g_error ("“%s” is not said, but %s", text, texts->str);
}

static void
assert_fits (GtkWidget *widget,
             GtkWidget *screen)
{
  graphene_rect_t at;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (MOEI_IS_POLYGLOT (widget)) {
    const char *text = moei_polyglot_get_text (MOEI_POLYGLOT (widget), MOEI_LANGUAGE_EN);

    if (!moei_polyglot_fits (MOEI_POLYGLOT (widget)))
      g_error ("“%s” is cut off", text);
    g_assert_true (gtk_widget_compute_bounds (widget, screen, &at));
    if (at.origin.x < -1 || at.origin.x + at.size.width > (float) gtk_widget_get_width (screen) + 1 ||
        at.origin.y < -1 || at.origin.y + at.size.height > (float) gtk_widget_get_height (screen) + 1)
      g_error ("“%s” is beyond the screen of %dx%d: %.0f,%.0f %.0fx%.0f", text, gtk_widget_get_width (screen),
               gtk_widget_get_height (screen), (double) at.origin.x, (double) at.origin.y, (double) at.size.width,
               (double) at.size.height);
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_fits (child, screen);
}

void
scene_test_assert_fits (MoeiScene *scene)
{
  GtkWidget *screen = gtk_widget_get_parent (GTK_WIDGET (scene));

  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    moei_scene_set_language (scene, i);
    assert_fits (GTK_WIDGET (scene), screen);
  }
  moei_scene_set_language (scene, MOEI_LANGUAGE_EN);
}
