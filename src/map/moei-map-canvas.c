/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <shumate/shumate.h>

#include "map/moei-basemap-source.h"
#include "map/moei-map-canvas.h"
#include "map/moei-map-fit.h"
#include "map/moei-map-follower.h"
#include "map/moei-map-hand.h"
#include "map/moei-tile-tuner.h"

/* How far from the edge something must be to be seen well. */
#define SHOW_MARGIN 60.0

/* Nothing of the operation can be told apart below this when it is looked for. */
#define SHOW_ZOOM 10.0

/**
 * MoeiMapCanvas:
 *
 * The map itself: the base map and the layers of a scene above it, moved by
 * mouse, touch and keyboard.  A click selects in the scene.
 */
struct _MoeiMapCanvas {
  GtkWidget parent_instance;

  ShumateMap        *map;
  MoeiMapScene      *scene;     /* (nullable) */
  MoeiMapNavigator  *navigator;
  MoeiBasemapSource *source;
  MoeiTileTuner     *tuner;
  MoeiMapCovers     *covers;
  MoeiMapStack       stack;
  MoeiMapHand       *hand;      /* (nullable) */
  MoeiMapFollower   *follower;  /* (nullable) */

  MoeiPoint          pressed_at;
};

G_DEFINE_FINAL_TYPE (MoeiMapCanvas, moei_map_canvas, GTK_TYPE_WIDGET)

enum {
  MOVED,
  GRABBED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_moved (MoeiMapCanvas *self)
{
  moei_tile_tuner_wait (self->tuner);
  g_signal_emit (self, signals[MOVED], 0);
}

/* All layers hear of the same changes; this one of the most. */
static void
on_changed (MoeiMapCanvas *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

static void
on_pressed (MoeiMapCanvas *self,
            int            n_press,
            double         x,
            double         y)
{
  moei_map_navigator_stop (self->navigator);
  self->pressed_at = (MoeiPoint) { x, y };
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

static void
on_released (MoeiMapCanvas *self,
             int            n_press,
             double         x,
             double         y,
             GtkGesture    *gesture)
{
  if (gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->pressed_at.x, (int) self->pressed_at.y,
                                (int) x, (int) y))
    g_signal_emit (self, signals[GRABBED], 0);
  else if (n_press == 1)
    moei_map_hand_click (self->hand, (MoeiPoint) { x, y },
                         gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture)));
}

static gboolean
on_scroll (MoeiMapCanvas *self,
           double         dx,
           double         dy)
{
  moei_map_navigator_stop (self->navigator);
  g_signal_emit (self, signals[GRABBED], 0);
  return GDK_EVENT_PROPAGATE;
}

static void
moei_map_canvas_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (MOEI_MAP_CANVAS (widget)->map), orientation, for_size, minimum, natural, NULL, NULL);
}

/* Where it is magnified, its tiles must be drawn larger. */
static void
moei_map_canvas_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  MoeiMapCanvas *self = MOEI_MAP_CANVAS (widget);

  gtk_widget_allocate (GTK_WIDGET (self->map), width, height, baseline, NULL);
  if (!moei_tile_tuner_is_waiting (self->tuner))
    moei_tile_tuner_tune (self->tuner);
}

static void
moei_map_canvas_dispose (GObject *object)
{
  MoeiMapCanvas *self = MOEI_MAP_CANVAS (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->navigator != NULL)
    moei_map_navigator_stop (self->navigator);
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->follower);
  g_clear_object (&self->hand);
  g_clear_object (&self->navigator);
  g_clear_object (&self->tuner);
  g_clear_object (&self->source);
  g_clear_pointer (&self->covers, moei_map_covers_unref);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (moei_map_canvas_parent_class)->dispose (object);
}

static void
moei_map_canvas_class_init (MoeiMapCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_map_canvas_dispose;
  widget_class->measure = moei_map_canvas_measure;
  widget_class->size_allocate = moei_map_canvas_size_allocate;

  /**
   * MoeiMapCanvas::moved:
   * @self: a canvas
   *
   * The view, or something in it, is another.
   */
  signals[MOVED] = g_signal_new ("moved", MOEI_TYPE_MAP_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MoeiMapCanvas::grabbed:
   * @self: a canvas
   *
   * Somebody took the view into their own hands.
   */
  signals[GRABBED] = g_signal_new ("grabbed", MOEI_TYPE_MAP_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SHUMATE_TYPE_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/map/moei-map-canvas.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiMapCanvas, map);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_released);
  gtk_widget_class_bind_template_callback (widget_class, on_scroll);
}

static void
moei_map_canvas_init (MoeiMapCanvas *self)
{
  g_autoptr (GPtrArray) basemaps = moei_basemap_load_bundled ();
  ShumateViewport *viewport;
  ShumateMapLayer *base;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->covers = moei_map_covers_new ();
  self->source = moei_basemap_source_new (basemaps);
  viewport = shumate_map_get_viewport (self->map);
  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (self->source));
  base = shumate_map_layer_new (SHUMATE_MAP_SOURCE (self->source), viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (base));
  self->tuner = moei_tile_tuner_new (self->map, base, self->source);
  self->navigator = moei_map_navigator_new (self->map, base);
  g_signal_connect_object (self->navigator, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
}

/**
 * moei_map_canvas_set_scene:
 * @self: a canvas
 * @scene: what to show
 *
 * To be called once.
 */
void
moei_map_canvas_set_scene (MoeiMapCanvas *self,
                           MoeiMapScene  *scene)
{
  g_return_if_fail (MOEI_IS_MAP_CANVAS (self));
  g_return_if_fail (self->scene == NULL);

  self->scene = g_object_ref (scene);
  moei_tile_tuner_set_scene (self->tuner, scene);
  moei_map_stack_init (&self->stack, self->map, scene, self->covers);
  self->hand = moei_map_hand_new (GTK_WIDGET (self->map), scene, &self->stack, self->navigator);
  g_signal_connect_object (self->stack.labels, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

/**
 * moei_map_canvas_project:
 * @self: a canvas
 * @projector: (out): the view as it is now
 */
void
moei_map_canvas_project (MoeiMapCanvas *self,
                         MoeiProjector *projector)
{
  g_return_if_fail (MOEI_IS_MAP_CANVAS (self));

  moei_map_navigator_project (self->navigator, projector);
}

/**
 * moei_map_canvas_can_zoom:
 * @self: a canvas
 * @levels: by how many levels
 *
 * Returns: whether the view can come nearer, or go farther, at all
 */
gboolean
moei_map_canvas_can_zoom (MoeiMapCanvas *self,
                          double         levels)
{
  ShumateViewport *viewport;
  double zoom;

  g_return_val_if_fail (MOEI_IS_MAP_CANVAS (self), FALSE);

  viewport = shumate_map_get_viewport (self->map);
  zoom = shumate_viewport_get_zoom_level (viewport);
  return levels > 0 ? zoom < shumate_viewport_get_max_zoom_level (viewport)
                    : zoom > shumate_viewport_get_min_zoom_level (viewport);
}

/**
 * moei_map_canvas_zoom:
 * @self: a canvas
 * @levels: by how many levels; negative to see more
 */
void
moei_map_canvas_zoom (MoeiMapCanvas *self,
                      double         levels)
{
  g_return_if_fail (MOEI_IS_MAP_CANVAS (self));

  g_signal_emit (self, signals[GRABBED], 0);
  moei_map_navigator_zoom (self->navigator, levels);
}

/**
 * moei_map_canvas_pan:
 * @self: a canvas
 * @across: how far to the east, in fifths of the view
 * @down: how far to the south
 */
void
moei_map_canvas_pan (MoeiMapCanvas *self,
                     double         across,
                     double         down)
{
  g_return_if_fail (MOEI_IS_MAP_CANVAS (self));

  g_signal_emit (self, signals[GRABBED], 0);
  moei_map_navigator_pan (self->navigator, across, down);
}

/**
 * moei_map_canvas_look_at:
 * @self: a canvas
 * @position: what shall be in the middle
 * @zoom: the zoom level
 * @animate: whether to fly there
 */
void
moei_map_canvas_look_at (MoeiMapCanvas *self,
                         MoeiPosition   position,
                         double         zoom,
                         gboolean       animate)
{
  g_return_if_fail (MOEI_IS_MAP_CANVAS (self));

  g_signal_emit (self, signals[GRABBED], 0);
  moei_map_navigator_look_at (self->navigator, position, zoom, animate);
}

/**
 * moei_map_canvas_fit:
 * @self: a canvas
 * @extent: what shall be seen, in what of the view is free
 * @reserved: (nullable): what of the view may be covered besides what is
 * @animate: whether to fly there
 */
void
moei_map_canvas_fit (MoeiMapCanvas *self,
                     MoeiExtent     extent,
                     const MoeiBox *reserved,
                     gboolean       animate)
{
  g_autoptr (GArray) covers = NULL;
  MoeiProjector projector;

  g_return_if_fail (MOEI_IS_MAP_CANVAS (self));

  covers = moei_map_covers_get_boxes (self->covers, GTK_WIDGET (self->map));
  if (reserved != NULL)
    g_array_append_val (covers, *reserved);
  moei_map_navigator_project (self->navigator, &projector);
  moei_map_fit (&projector, extent, covers, moei_map_scene_get_operation (self->scene));
  moei_map_navigator_look_at (self->navigator, moei_mercator_unproject (projector.centre), projector.zoom, animate);
  if (!moei_map_navigator_is_flying (self->navigator))
    moei_tile_tuner_tune (self->tuner);
}

/**
 * moei_map_canvas_show:
 * @self: a canvas
 * @entity: (nullable): a place, convoy or flight
 *
 * Brings it into view if it is not, and if it is known where it is.
 */
void
moei_map_canvas_show (MoeiMapCanvas *self,
                      MoeiEntity    *entity)
{
  const MoeiPosition *position;
  MoeiProjector projector;
  MoeiPoint at;

  g_return_if_fail (MOEI_IS_MAP_CANVAS (self));

  position = moei_entity_find_place (moei_map_scene_get_operation (self->scene), entity);
  moei_map_navigator_project (self->navigator, &projector);
  if (position == NULL || projector.width <= 0)
    return;

  at = moei_projector_to_view (&projector, moei_mercator_project (*position));
  if (!moei_projector_shows (&projector, at, -SHOW_MARGIN))
    moei_map_canvas_look_at (self, *position, MAX (projector.zoom, SHOW_ZOOM), TRUE);
}

/**
 * moei_map_canvas_add_cover:
 * @self: a canvas
 * @widget: a widget that lies above it when it is visible
 *
 * Keeps words out of what cannot be seen.
 */
void
moei_map_canvas_add_cover (MoeiMapCanvas *self,
                           GtkWidget     *widget)
{
  g_return_if_fail (MOEI_IS_MAP_CANVAS (self));

  moei_map_covers_add (self->covers, widget);
}

/**
 * moei_map_canvas_set_name:
 * @self: a canvas
 * @name: what a screen reader calls it
 * @description: what it shows, in words
 */
void
moei_map_canvas_set_name (MoeiMapCanvas *self,
                          const char    *name,
                          const char    *description)
{
  g_return_if_fail (MOEI_IS_MAP_CANVAS (self));

  moei_map_hand_set_name (self->hand, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/**
 * moei_map_canvas_set_follow:
 * @self: a canvas
 * @follow: whether the view flies to where a flight leaves or a convoy starts,
 *   halts or arrives, and back
 *
 * Whoever takes the view into their own hands keeps it until the next event.
 */
void
moei_map_canvas_set_follow (MoeiMapCanvas *self,
                            gboolean       follow)
{
  g_return_if_fail (MOEI_IS_MAP_CANVAS (self));

  if (follow && self->follower == NULL) {
    self->follower = moei_map_follower_new (self->scene, self->navigator);
    g_signal_connect_object (self, "grabbed", G_CALLBACK (moei_map_follower_let_go), self->follower, G_CONNECT_SWAPPED);
  }
  if (self->follower != NULL)
    moei_map_follower_set_active (self->follower, follow);
}

/**
 * moei_map_canvas_is_visiting:
 * @self: a canvas
 *
 * Returns: whether the view is where something happened, and will go back
 */
gboolean
moei_map_canvas_is_visiting (MoeiMapCanvas *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_CANVAS (self), FALSE);

  return self->follower != NULL && moei_map_follower_get_target (self->follower) != NULL;
}

/**
 * moei_map_canvas_pick:
 * @self: a canvas
 * @x: a point of the view
 * @y: a point of the view
 *
 * Returns: (transfer none) (nullable): the place, convoy or flight that is
 *   drawn or named there
 */
MoeiEntity *
moei_map_canvas_pick (MoeiMapCanvas *self,
                      double         x,
                      double         y)
{
  g_return_val_if_fail (MOEI_IS_MAP_CANVAS (self), NULL);

  return moei_map_hand_pick (self->hand, (MoeiPoint) { x, y });
}

/**
 * moei_map_canvas_get_keys:
 * @self: a canvas
 *
 * Returns: what a legend of the view as it is now has to explain
 */
MoeiMapKeys
moei_map_canvas_get_keys (MoeiMapCanvas *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_CANVAS (self), 0);

  return moei_map_stack_explain (&self->stack);
}

/**
 * moei_map_canvas_get_labels:
 * @self: a canvas
 *
 * Returns: (transfer full) (element-type MoeiDrawnLabel): the labels as they
 *   were drawn last
 */
GArray *
moei_map_canvas_get_labels (MoeiMapCanvas *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_CANVAS (self), NULL);

  return moei_labels_layer_get_drawn (MOEI_LABELS_LAYER (self->stack.labels));
}

/**
 * moei_map_canvas_is_settled:
 * @self: a canvas
 *
 * Returns: whether all of the view is drawn and stands still
 */
gboolean
moei_map_canvas_is_settled (MoeiMapCanvas *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_CANVAS (self), FALSE);

  return !moei_tile_tuner_is_waiting (self->tuner) && !moei_map_navigator_is_flying (self->navigator) &&
         !moei_map_navigator_is_asking (self->navigator) &&
         moei_basemap_source_get_n_alive (self->source) > 0 &&
         moei_basemap_source_is_idle (self->source) &&
         moei_tiles_layer_is_idle (MOEI_TILES_LAYER (self->stack.tiles)) &&
         moei_routes_layer_is_drawn (MOEI_ROUTES_LAYER (self->stack.routes));
}
