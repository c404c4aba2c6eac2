/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-entity-watch.h"
#include "map/moei-kept-picture.h"
#include "map/moei-map-layer.h"
#include "map/moei-raster.h"

/**
 * MoeiMapLayer:
 *
 * A layer of the operation's things above the base map.
 *
 * It projects for its subclasses, and tells them what of the scene changed.
 * Layers take no part in picking by GTK: the map asks them itself.  What a
 * layer of a class that `keeps` has drawn is moved along while the view is
 * panned, together with what others have that it shares this with.
 */
typedef struct {
  MoeiMapScene    *scene;
  GPtrArray       *watches;
  MoeiKeptPicture *kept;    /* shared with the other layers of the map */
} MoeiMapLayerPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MoeiMapLayer, moei_map_layer, SHUMATE_TYPE_LAYER)

typedef enum {
  PROP_SCENE = 1,
} MoeiMapLayerProperty;

static GParamSpec *properties[PROP_SCENE + 1];

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
notify_changed (MoeiMapLayer *self,
                const char   *property)
{
  MoeiMapLayerPrivate *priv = moei_map_layer_get_instance_private (self);
  MoeiMapLayerClass *klass = MOEI_MAP_LAYER_GET_CLASS (self);

  /* With the time alone things move by a pixel, which can wait. */
  if (!g_str_equal (property, "now"))
    moei_kept_picture_spoil (priv->kept);
  if (klass->changed != NULL)
    klass->changed (self, property);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_watch_changed (MoeiMapLayer    *self,
                  MoeiEntityWatch *watch)
{
  notify_changed (self, moei_entity_watch_get_name (watch));
}

static void
set_watched_collection (MoeiMapLayer    *self,
                        MoeiEntityWatch *watch)
{
  MoeiMapLayerPrivate *priv = moei_map_layer_get_instance_private (self);
  MoeiOperation *operation = moei_map_scene_get_operation (priv->scene);
  g_autoptr (MoeiCollection) collection = NULL;

  if (operation != NULL)
    g_object_get (operation, moei_entity_watch_get_name (watch), &collection, NULL);
  moei_entity_watch_set_collection (watch, collection);
}

static void
on_scene_notify (MoeiMapLayer *self,
                 GParamSpec   *pspec)
{
  MoeiMapLayerPrivate *priv = moei_map_layer_get_instance_private (self);

  if (g_str_equal (pspec->name, "operation")) {
    for (guint i = 0; i < priv->watches->len; i++)
      set_watched_collection (self, priv->watches->pdata[i]);
  }
  notify_changed (self, pspec->name);
}

static void
draw_anew (MoeiMapLayer        *self,
           const MoeiProjector *projector)
{
  MoeiMapLayerPrivate *priv = moei_map_layer_get_instance_private (self);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  MOEI_MAP_LAYER_GET_CLASS (self)->draw (self, snapshot, projector);
  moei_kept_picture_take (priv->kept, GTK_WIDGET (self), gtk_snapshot_free_to_node (snapshot), projector);
}

static void
draw_kept (MoeiMapLayer        *self,
           GtkSnapshot         *snapshot,
           const MoeiProjector *projector)
{
  MoeiMapLayerPrivate *priv = moei_map_layer_get_instance_private (self);
  MoeiMapLayerClass *klass = MOEI_MAP_LAYER_GET_CLASS (self);
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t there = GRAPHENE_RECT_INIT (0, 0, projector->width, projector->height);
  gboolean serves = moei_kept_picture_serves (priv->kept, widget, projector);
  GPtrArray *all = serves ? NULL : moei_kept_picture_list (priv->kept, widget);

  for (guint i = 0; all != NULL && i < all->len; i++)
    draw_anew (all->pdata[i], projector);
  if (!serves && all == NULL)
    draw_anew (self, projector);

  moei_kept_picture_snapshot (priv->kept, widget, snapshot, projector);
  if (serves || all != NULL)
    moei_kept_picture_get_bounds (priv->kept, projector, moei_raster_scale_of (widget), &there);
  if (klass->draw_beyond != NULL)
    klass->draw_beyond (self, snapshot, projector, &there);
}

static void
moei_map_layer_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  MoeiMapLayer *self = MOEI_MAP_LAYER (widget);
  MoeiMapLayerClass *klass = MOEI_MAP_LAYER_GET_CLASS (self);
  MoeiProjector projector;

  moei_map_layer_get_projector (self, &projector);
  if (projector.width <= 0 || projector.height <= 0)
    return;

  if (klass->keeps)
    draw_kept (self, snapshot, &projector);
  else
    klass->draw (self, snapshot, &projector);
}

static void
moei_map_layer_constructed (GObject *object)
{
  MoeiMapLayer *self = MOEI_MAP_LAYER (object);
  MoeiMapLayerPrivate *priv = moei_map_layer_get_instance_private (self);

  G_OBJECT_CLASS (moei_map_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (self)), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->scene, "notify", G_CALLBACK (on_scene_notify), self, G_CONNECT_SWAPPED);
}

static void
moei_map_layer_dispose (GObject *object)
{
  MoeiMapLayerPrivate *priv = moei_map_layer_get_instance_private (MOEI_MAP_LAYER (object));

  moei_kept_picture_remove (priv->kept, GTK_WIDGET (object));
  g_clear_pointer (&priv->watches, g_ptr_array_unref);
  g_clear_object (&priv->scene);

  G_OBJECT_CLASS (moei_map_layer_parent_class)->dispose (object);
}

static void
moei_map_layer_finalize (GObject *object)
{
  MoeiMapLayerPrivate *priv = moei_map_layer_get_instance_private (MOEI_MAP_LAYER (object));

  moei_kept_picture_unref (priv->kept);

  G_OBJECT_CLASS (moei_map_layer_parent_class)->finalize (object);
}

static void
moei_map_layer_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((MoeiMapLayerProperty) prop_id) {
    case PROP_SCENE:
      g_value_set_object (value, moei_map_layer_get_scene (MOEI_MAP_LAYER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
  }
}

static void
moei_map_layer_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  MoeiMapLayerPrivate *priv = moei_map_layer_get_instance_private (MOEI_MAP_LAYER (object));

  switch ((MoeiMapLayerProperty) prop_id) {
    case PROP_SCENE:
      priv->scene = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
  }
}

static void
moei_map_layer_class_init (MoeiMapLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = moei_map_layer_constructed;
  object_class->dispose = moei_map_layer_dispose;
  object_class->finalize = moei_map_layer_finalize;
  object_class->get_property = moei_map_layer_get_property;
  object_class->set_property = moei_map_layer_set_property;
  widget_class->snapshot = moei_map_layer_snapshot;

  properties[PROP_SCENE] = g_param_spec_object ("scene", NULL, NULL, MOEI_TYPE_MAP_SCENE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * MoeiMapLayer::changed:
   * @self: a layer
   *
   * Something of the scene is other than it was.
   */
  signals[CHANGED] = g_signal_new ("changed", MOEI_TYPE_MAP_LAYER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
moei_map_layer_init (MoeiMapLayer *self)
{
  MoeiMapLayerPrivate *priv = moei_map_layer_get_instance_private (self);

  priv->kept = moei_kept_picture_new ();
  moei_kept_picture_add (priv->kept, GTK_WIDGET (self));
  priv->watches = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * moei_map_layer_keep_with:
 * @self: a layer
 * @below: a layer of the same map below it
 *
 * Has both move along as one picture while the view is panned.
 */
void
moei_map_layer_keep_with (MoeiMapLayer *self,
                          MoeiMapLayer *below)
{
  MoeiMapLayerPrivate *priv = moei_map_layer_get_instance_private (self);
  MoeiMapLayerPrivate *theirs = moei_map_layer_get_instance_private (below);

  g_return_if_fail (MOEI_IS_MAP_LAYER (self));
  g_return_if_fail (MOEI_IS_MAP_LAYER (below));

  moei_kept_picture_remove (priv->kept, GTK_WIDGET (self));
  moei_kept_picture_unref (priv->kept);
  priv->kept = moei_kept_picture_ref (theirs->kept);
  moei_kept_picture_add (priv->kept, GTK_WIDGET (self));
}

/**
 * moei_map_layer_get_scene:
 * @self: a layer
 *
 * Returns: (transfer none): what is to be shown
 */
MoeiMapScene *
moei_map_layer_get_scene (MoeiMapLayer *self)
{
  MoeiMapLayerPrivate *priv = moei_map_layer_get_instance_private (self);

  g_return_val_if_fail (MOEI_IS_MAP_LAYER (self), NULL);

  return priv->scene;
}

/**
 * moei_map_layer_get_style:
 * @self: a layer
 *
 * Returns: (transfer none): its colours now
 */
const MoeiMapStyle *
moei_map_layer_get_style (MoeiMapLayer *self)
{
  return moei_map_style_get (moei_map_scene_get_tone (moei_map_layer_get_scene (self)));
}

/**
 * moei_map_layer_get_projector:
 * @self: a layer
 * @projector: (out): the view as it is now
 */
void
moei_map_layer_get_projector (MoeiMapLayer  *self,
                              MoeiProjector *projector)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  MoeiPosition centre = {
    shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
    shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
  };

  moei_projector_init (projector, centre, shumate_viewport_get_zoom_level (viewport),
                       gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

/**
 * moei_map_layer_wants_cairo:
 * @self: a layer
 *
 * Returns: whether it should draw with cairo nodes rather than textures
 */
gboolean
moei_map_layer_wants_cairo (MoeiMapLayer *self)
{
  return moei_raster_wants_cairo (GTK_WIDGET (self));
}

/**
 * moei_map_layer_watch:
 * @self: a layer
 * @collection: the name of a collection of the operation
 *
 * Has the class's `changed` called whenever something in it changes.
 */
void
moei_map_layer_watch (MoeiMapLayer *self,
                      const char   *collection)
{
  MoeiMapLayerPrivate *priv = moei_map_layer_get_instance_private (self);
  MoeiEntityWatch *watch = moei_entity_watch_new (collection);

  g_ptr_array_add (priv->watches, watch);
  set_watched_collection (self, watch);
  g_signal_connect_object (watch, "changed", G_CALLBACK (on_watch_changed), self, G_CONNECT_SWAPPED);
}

/**
 * moei_map_layer_pick:
 * @self: a layer
 * @point: a point of the view
 * @reach: how far from there to look, in pixels
 * @hits: (element-type MoeiMapHit): where to add what is drawn there
 */
void
moei_map_layer_pick (MoeiMapLayer *self,
                     MoeiPoint     point,
                     double        reach,
                     GArray       *hits)
{
  MoeiMapLayerClass *klass = MOEI_MAP_LAYER_GET_CLASS (self);
  MoeiProjector projector;

  if (klass->pick == NULL)
    return;

  moei_map_layer_get_projector (self, &projector);
  klass->pick (self, &projector, point, reach, hits);
}

/**
 * moei_map_layer_explain:
 * @self: a layer
 *
 * Returns: what a legend has to explain of it in the view as it is now
 */
MoeiMapKeys
moei_map_layer_explain (MoeiMapLayer *self)
{
  MoeiMapLayerClass *klass = MOEI_MAP_LAYER_GET_CLASS (self);
  MoeiProjector projector;

  moei_map_layer_get_projector (self, &projector);
  return klass->explain != NULL && projector.width > 0 ? klass->explain (self, &projector) : 0;
}
