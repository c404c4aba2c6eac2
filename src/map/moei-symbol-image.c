/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-symbol-image.h"

#define SIZE 26

/**
 * MoeiSymbolImage:
 *
 * A symbol of the map, for legends and lists.
 */
struct _MoeiSymbolImage {
  GtkWidget parent_instance;

  MoeiMapSymbol symbol;
  MoeiMapKey    key;    /* or MOEI_MAP_N_KEYS */
  MoeiMapTone   tone;
};

G_DEFINE_FINAL_TYPE (MoeiSymbolImage, moei_symbol_image, GTK_TYPE_WIDGET)

static void
moei_symbol_image_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
moei_symbol_image_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  MoeiSymbolImage *self = MOEI_SYMBOL_IMAGE (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_translate (cr, width / 2, height / 2);
  if (self->key < MOEI_MAP_N_KEYS)
    moei_map_key_draw (self->key, cr, moei_map_style_get (self->tone));
  else
    moei_map_symbol_draw (self->symbol, cr, moei_map_style_get (self->tone));
  cairo_destroy (cr);
}

static void
moei_symbol_image_class_init (MoeiSymbolImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = moei_symbol_image_measure;
  widget_class->snapshot = moei_symbol_image_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
moei_symbol_image_init (MoeiSymbolImage *self)
{
  self->key = MOEI_MAP_N_KEYS;
}

/**
 * moei_symbol_image_new:
 * @symbol: a symbol
 *
 * Returns: (transfer floating): a picture of it
 */
GtkWidget *
moei_symbol_image_new (MoeiMapSymbol symbol)
{
  MoeiSymbolImage *self = g_object_new (MOEI_TYPE_SYMBOL_IMAGE, NULL);

  self->symbol = symbol;
  return GTK_WIDGET (self);
}

/**
 * moei_symbol_image_new_for_key:
 * @key: what a legend explains
 *
 * Returns: (transfer floating): a sample of it
 */
GtkWidget *
moei_symbol_image_new_for_key (MoeiMapKey key)
{
  MoeiSymbolImage *self = g_object_new (MOEI_TYPE_SYMBOL_IMAGE, NULL);

  self->key = key;
  return GTK_WIDGET (self);
}

/**
 * moei_symbol_image_set_tone:
 * @self: a picture
 * @tone: the surroundings it is for
 */
void
moei_symbol_image_set_tone (MoeiSymbolImage *self,
                            MoeiMapTone         tone)
{
  g_return_if_fail (MOEI_IS_SYMBOL_IMAGE (self));

  self->tone = tone;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
