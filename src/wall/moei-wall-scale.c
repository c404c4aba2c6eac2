/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall-scale.h"

#include <math.h>

/**
 * MoeiWallScale:
 *
 * The size of a wall's type, from the height of its screen.
 *
 * It gives the widget that it is for a font in which a capital is as high as
 * `MOEI_WALL_TEXT` says.  All that is inside has its sizes by that: a
 * [class@Polyglot] by its `size`, lengths in the style sheet in em.
 */
struct _MoeiWallScale {
  GObject parent_instance;

  GtkWidget      *root; /* weak: what it is for */
  GtkCssProvider *provider;
  char           *name;
  double          text;
};

/* Of Noto Sans, in em */
#define CAPITAL 0.714

G_DEFINE_FINAL_TYPE (MoeiWallScale, moei_wall_scale, G_TYPE_OBJECT)

static void
moei_wall_scale_dispose (GObject *object)
{
  MoeiWallScale *self = MOEI_WALL_SCALE (object);

  if (self->root != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (self->root),
                                                   GTK_STYLE_PROVIDER (self->provider));
  g_clear_weak_pointer (&self->root);

  G_OBJECT_CLASS (moei_wall_scale_parent_class)->dispose (object);
}

static void
moei_wall_scale_finalize (GObject *object)
{
  MoeiWallScale *self = MOEI_WALL_SCALE (object);

  g_object_unref (self->provider);
  g_free (self->name);

  G_OBJECT_CLASS (moei_wall_scale_parent_class)->finalize (object);
}

static void
moei_wall_scale_class_init (MoeiWallScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_wall_scale_dispose;
  object_class->finalize = moei_wall_scale_finalize;
}

static void
moei_wall_scale_init (MoeiWallScale *self)
{
  self->provider = gtk_css_provider_new ();
}

/**
 * moei_wall_scale_new:
 * @root: the window, or another widget that holds all texts
 *
 * Returns: (transfer full): its scale, without a height yet
 */
MoeiWallScale *
moei_wall_scale_new (GtkWidget *root)
{
  static guint n_scales;
  MoeiWallScale *self = g_object_new (MOEI_TYPE_WALL_SCALE, NULL);

  g_set_weak_pointer (&self->root, root);
  self->name = g_strdup_printf ("wall-%u", ++n_scales);
  gtk_widget_set_name (root, self->name);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (root), GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  return self;
}

/**
 * moei_wall_scale_set_size:
 * @self: a scale
 * @width: of the screen, in pixels
 * @height: of the screen, in pixels
 *
 * Not while sizes are given out: it asks for others.
 */
void
moei_wall_scale_set_size (MoeiWallScale *self,
                          int            width,
                          int            height)
{
  g_autofree char *css = NULL;
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  double capital = height * MOEI_WALL_TEXT / 1000 * (height > width ? MOEI_WALL_UPRIGHT : 1);

  g_return_if_fail (MOEI_IS_WALL_SCALE (self));

  /* Hinting puts a capital on whole pixels, and must not put it below */
  if (height <= 0 || G_APPROX_VALUE (self->text, ceil (capital) / CAPITAL, 0.001))
    return;
  self->text = ceil (capital) / CAPITAL;
  css = g_strdup_printf ("#%s { font-size: %spx; }", self->name,
                         g_ascii_formatd (size, sizeof size, "%.2f", self->text));
  gtk_css_provider_load_from_data (self->provider, css, -1);
}

/**
 * moei_wall_scale_get_text:
 * @self: a scale
 *
 * Returns: the size of the font of text, in pixels; 0 without a height
 */
double
moei_wall_scale_get_text (MoeiWallScale *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_SCALE (self), 0);

  return self->text;
}
