/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-map-card.h"
#include "map/moei-raster.h"

/**
 * MoeiMapCard:
 *
 * Holds a card that lies above the map.
 *
 * While the map moves, all above it is drawn with each frame.  GTK's cairo
 * renderer draws letters and icons anew each time, which takes it as long as
 * half of the map: for it the card is drawn once, as a picture, until something
 * in it changes.
 */
struct _MoeiMapCard {
  GtkWidget parent_instance;

  GtkWidget *child; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MoeiMapCard, moei_map_card, GTK_TYPE_WIDGET)

typedef enum {
  PROP_CHILD = 1,
} MoeiMapCardProperty;

static GParamSpec *properties[PROP_CHILD + 1];

static MoeiRaster *
make_picture (GskRenderNode         *node,
              const graphene_rect_t *bounds,
              int                    scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) bounds->size.width * scale,
                                                         (int) bounds->size.height * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, -bounds->origin.x, -bounds->origin.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  return moei_raster_new (surface);
}

/* GTK calls this only when something in the card is to be drawn anew. */
static void
moei_map_card_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  MoeiMapCard *self = MOEI_MAP_CARD (widget);
  g_autoptr (GtkSnapshot) card = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (MoeiRaster) picture = NULL;
  graphene_rect_t bounds;

  if (self->child == NULL)
    return;
  if (!moei_raster_wants_cairo (widget)) {
    gtk_widget_snapshot_child (widget, self->child, snapshot);
    return;
  }

  card = gtk_snapshot_new ();
  gtk_widget_snapshot_child (widget, self->child, card);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&card));
  if (node == NULL)
    return;

  gsk_render_node_get_bounds (node, &bounds);
  graphene_rect_round_extents (&bounds, &bounds);
  picture = make_picture (node, &bounds, gtk_widget_get_scale_factor (widget));
  moei_raster_append (picture, snapshot, &bounds, TRUE);
}

static void
set_child (MoeiMapCard *self,
           GtkWidget   *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
moei_map_card_dispose (GObject *object)
{
  set_child (MOEI_MAP_CARD (object), NULL);

  G_OBJECT_CLASS (moei_map_card_parent_class)->dispose (object);
}

static void
moei_map_card_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((MoeiMapCardProperty) prop_id) {
    case PROP_CHILD:
      g_value_set_object (value, MOEI_MAP_CARD (object)->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
  }
}

static void
moei_map_card_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((MoeiMapCardProperty) prop_id) {
    case PROP_CHILD:
      set_child (MOEI_MAP_CARD (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
  }
}

static void
moei_map_card_class_init (MoeiMapCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_map_card_dispose;
  object_class->get_property = moei_map_card_get_property;
  object_class->set_property = moei_map_card_set_property;
  widget_class->snapshot = moei_map_card_snapshot;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
moei_map_card_init (MoeiMapCard *self)
{
}
