/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-basemap-source.h"
#include "map/moei-map-navigator.h"

/* The shape of a flight from one view to another, after van Wijk and Nuij: how
 * much it prefers going up to going far, and how fast it is. */
#define RHO        1.42
#define SPEED      2.2 /* of its unit of length a second */
#define MAX_FLIGHT 1.6 /* seconds */

/* Flights shorter than this, in its unit, are not seen as such. */
#define LEAST_FLIGHT 0.01

/* How far a step of the keyboard goes, as a share of the view. */
#define PAN_SHARE 0.2

/**
 * MoeiMapNavigator:
 *
 * Moves the view of a map, north always up.
 *
 * It also works around what libshumate 1.0 leaves open: the map can be turned
 * by touch, shows the world twice above each other when small, lets the view go
 * past the poles, and starves its own tiles of requests while something moves.
 */
struct _MoeiMapNavigator {
  GObject parent_instance;

  ShumateMap      *map;      /* borrowed: its owner is ours */
  ShumateMapLayer *base;
  ShumateViewport *viewport;
  guint            tick_id;  /* of a flight */
  gboolean         guarding;

  /* The flight */
  MoeiPoint        from, to;
  double           from_width, to_width;
  double           length;   /* in van Wijk's unit */
  gint64           started;  /* of the frame clock; 0 before the first frame */
};

G_DEFINE_FINAL_TYPE (MoeiMapNavigator, moei_map_navigator, G_TYPE_OBJECT)

enum {
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_view (MoeiMapNavigator *self,
          MoeiPoint         centre,
          double            zoom)
{
  MoeiPosition position;

  centre.x -= floor (centre.x);
  position = moei_mercator_unproject (centre);
  shumate_viewport_set_zoom_level (self->viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), position.latitude, position.longitude);
}

/* The smallest zoom level at which the view is not larger than the world. */
static guint
get_min_zoom (const MoeiProjector *projector)
{
  guint zoom = MOEI_BASEMAP_MIN_ZOOM;

  while (zoom < MOEI_BASEMAP_MAX_ZOOM &&
         MOEI_TILE_SIZE * exp2 (zoom) < MAX (projector->width, projector->height))
    zoom++;
  return zoom;
}

/* Keeps the view within the world and north up. */
static void
guard_view (MoeiMapNavigator *self)
{
  MoeiProjector projector;
  double half;

  if (shumate_viewport_get_rotation (self->viewport) != 0)
    shumate_viewport_set_rotation (self->viewport, 0);

  moei_map_navigator_project (self, &projector);
  if (projector.height <= 0)
    return;
  if (shumate_viewport_get_min_zoom_level (self->viewport) != get_min_zoom (&projector)) {
    shumate_viewport_set_min_zoom_level (self->viewport, get_min_zoom (&projector));
    moei_map_navigator_project (self, &projector);
  }

  half = MIN (projector.height / 2 / projector.world, 0.5);
  if (projector.centre.y < half - 1e-9 || projector.centre.y > 1 - half + 1e-9) {
    projector.centre.y = CLAMP (projector.centre.y, half, 1 - half);
    set_view (self, projector.centre, projector.zoom);
  }
}

/* The base layer asks for tiles from an idle source of a priority below that of
 * drawing, and draws a frame later than the layers above it. */
static void
hasten_tiles (MoeiMapNavigator *self)
{
  GSource *source = g_main_context_find_source_by_user_data (NULL, self->base);

  gtk_widget_queue_draw (GTK_WIDGET (self->base));
  if (source != NULL && g_source_get_priority (source) > G_PRIORITY_DEFAULT)
    g_source_set_priority (source, G_PRIORITY_DEFAULT);
}

static void
on_viewport_notify (MoeiMapNavigator *self)
{
  hasten_tiles (self);
  if (self->guarding)
    return;

  self->guarding = TRUE;
  guard_view (self);
  self->guarding = FALSE;
  g_signal_emit (self, signals[MOVED], 0);
}

/* A larger view may show more than there is.  Its size changes in this phase of
 * a frame, and nothing else tells. */
static void
on_realize (MoeiMapNavigator *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self->map)), "layout",
                           G_CALLBACK (guard_view), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
on_unrealize (MoeiMapNavigator *self)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (GTK_WIDGET (self->map)), guard_view, self);
}

static void
moei_map_navigator_dispose (GObject *object)
{
  moei_map_navigator_stop (MOEI_MAP_NAVIGATOR (object));

  G_OBJECT_CLASS (moei_map_navigator_parent_class)->dispose (object);
}

static void
moei_map_navigator_class_init (MoeiMapNavigatorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_map_navigator_dispose;

  /**
   * MoeiMapNavigator::moved:
   * @self: a navigator
   *
   * The view is another one.
   */
  signals[MOVED] = g_signal_new ("moved", MOEI_TYPE_MAP_NAVIGATOR, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
moei_map_navigator_init (MoeiMapNavigator *self)
{
}

/**
 * moei_map_navigator_new:
 * @map: a map, which outlives the navigator
 * @base: its base layer
 *
 * Returns: (transfer full): a navigator of its view
 */
MoeiMapNavigator *
moei_map_navigator_new (ShumateMap      *map,
                        ShumateMapLayer *base)
{
  MoeiMapNavigator *self = g_object_new (MOEI_TYPE_MAP_NAVIGATOR, NULL);

  self->map = map;
  self->base = base;
  self->viewport = shumate_map_get_viewport (map);
  shumate_viewport_set_max_zoom_level (self->viewport, MOEI_BASEMAP_MAX_ZOOM);
  g_signal_connect_object (self->viewport, "notify", G_CALLBACK (on_viewport_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "realize", G_CALLBACK (on_realize), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (map, "unrealize", G_CALLBACK (on_unrealize), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * moei_map_navigator_project:
 * @self: a navigator
 * @projector: (out): the view as it is now
 */
void
moei_map_navigator_project (MoeiMapNavigator *self,
                            MoeiProjector    *projector)
{
  MoeiPosition centre = {
    shumate_location_get_longitude (SHUMATE_LOCATION (self->viewport)),
    shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport)),
  };

  moei_projector_init (projector, centre, shumate_viewport_get_zoom_level (self->viewport),
                       gtk_widget_get_width (GTK_WIDGET (self->map)),
                       gtk_widget_get_height (GTK_WIDGET (self->map)));
}

/**
 * moei_map_navigator_pan:
 * @self: a navigator
 * @across: how far to the east, in steps of a fifth of the view
 * @down: how far to the south
 */
void
moei_map_navigator_pan (MoeiMapNavigator *self,
                        double            across,
                        double            down)
{
  MoeiProjector projector;
  MoeiPoint centre;

  moei_map_navigator_stop (self);
  moei_map_navigator_project (self, &projector);
  centre.x = projector.width / 2 + across * PAN_SHARE * projector.width;
  centre.y = projector.height / 2 + down * PAN_SHARE * projector.height;
  set_view (self, moei_projector_from_view (&projector, centre), projector.zoom);
}

/* Along a flight of unit length u: where between the ends, and how wide the
 * view is (van Wijk and Nuij, "Smooth and efficient zooming and panning"). */
static void
fly_along (MoeiMapNavigator *self,
           double            share,
           MoeiPoint        *centre,
           double           *width)
{
  double dx = self->to.x - self->from.x, dy = self->to.y - self->from.y;
  double distance = hypot (dx, dy), w0 = self->from_width, w1 = self->to_width;
  double s = share * self->length, b0, r0, u;

  if (distance < 1e-12) {
    *centre = self->to;
    *width = w0 * pow (w1 / w0, share);
    return;
  }
  b0 = (w1 * w1 - w0 * w0 + pow (RHO, 4) * distance * distance) / (2 * w0 * RHO * RHO * distance);
  r0 = log (sqrt (b0 * b0 + 1) - b0);
  u = w0 / (RHO * RHO) * (cosh (r0) * tanh (RHO * s + r0) - sinh (r0)) / distance;
  *width = w0 * cosh (r0) / cosh (RHO * s + r0);
  *centre = (MoeiPoint) { self->from.x + u * dx, self->from.y + u * dy };
}

static double
measure_flight (MoeiMapNavigator *self)
{
  double distance = hypot (self->to.x - self->from.x, self->to.y - self->from.y);
  double w0 = self->from_width, w1 = self->to_width, k = pow (RHO, 4) * distance * distance;
  double b0, b1;

  if (distance < 1e-12)
    return fabs (log (w1 / w0)) / RHO;

  b0 = (w1 * w1 - w0 * w0 + k) / (2 * w0 * RHO * RHO * distance);
  b1 = (w1 * w1 - w0 * w0 - k) / (2 * w1 * RHO * RHO * distance);
  return (log (sqrt (b1 * b1 + 1) - b1) - log (sqrt (b0 * b0 + 1) - b0)) / RHO;
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  MoeiMapNavigator *self = MOEI_MAP_NAVIGATOR (user_data);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double duration = CLAMP (self->length / SPEED, 0.2, MAX_FLIGHT);
  double t, width;
  MoeiPoint centre;

  if (self->started == 0)
    self->started = now;
  t = MIN ((now - self->started) / (duration * G_USEC_PER_SEC), 1.0);
  fly_along (self, t * t * (3 - 2 * t), &centre, &width);
  if (t < 1) {
    set_view (self, centre, log2 (gtk_widget_get_width (widget) / width / MOEI_TILE_SIZE));
    return G_SOURCE_CONTINUE;
  }

  self->tick_id = 0;
  set_view (self, self->to, log2 (gtk_widget_get_width (widget) / self->to_width / MOEI_TILE_SIZE));
  return G_SOURCE_REMOVE;
}

static gboolean
wants_animation (MoeiMapNavigator *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->map)), "gtk-enable-animations", &enabled, NULL);
  return enabled && gtk_widget_get_mapped (GTK_WIDGET (self->map));
}

static void
go (MoeiMapNavigator *self,
    MoeiPoint         centre,
    double            zoom,
    gboolean          animate)
{
  MoeiProjector projector;

  moei_map_navigator_stop (self);
  moei_map_navigator_project (self, &projector);
  zoom = CLAMP (zoom, get_min_zoom (&projector), MOEI_BASEMAP_MAX_ZOOM);
  if (!animate || projector.width <= 0 || !wants_animation (self)) {
    set_view (self, centre, zoom);
    return;
  }

  self->from = projector.centre;
  self->to = centre;
  self->to.x -= round (centre.x - projector.centre.x);
  self->from_width = projector.width / projector.world;
  self->to_width = projector.width / (MOEI_TILE_SIZE * exp2 (zoom));
  self->length = measure_flight (self);
  self->started = 0;
  if (self->length > LEAST_FLIGHT)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->map), on_tick, self, NULL);
  else
    set_view (self, centre, zoom);
}

/**
 * moei_map_navigator_zoom:
 * @self: a navigator
 * @levels: by how many levels; negative to see more
 */
void
moei_map_navigator_zoom (MoeiMapNavigator *self,
                         double            levels)
{
  MoeiProjector projector;

  moei_map_navigator_project (self, &projector);
  go (self, projector.centre, projector.zoom + levels, TRUE);
}

/**
 * moei_map_navigator_look_at:
 * @self: a navigator
 * @position: what shall be in the middle
 * @zoom: the zoom level
 * @animate: whether to fly there, if animations are wanted at all
 */
void
moei_map_navigator_look_at (MoeiMapNavigator *self,
                            MoeiPosition      position,
                            double            zoom,
                            gboolean          animate)
{
  go (self, moei_mercator_project (position), zoom, animate);
}

/**
 * moei_map_navigator_stop:
 * @self: a navigator
 *
 * Ends a flight where it is.
 */
void
moei_map_navigator_stop (MoeiMapNavigator *self)
{
  g_return_if_fail (MOEI_IS_MAP_NAVIGATOR (self));

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->map), self->tick_id);
  self->tick_id = 0;
}

/**
 * moei_map_navigator_is_flying:
 * @self: a navigator
 *
 * Returns: whether it is on its way to another view
 */
gboolean
moei_map_navigator_is_flying (MoeiMapNavigator *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_NAVIGATOR (self), FALSE);

  return self->tick_id != 0;
}

/**
 * moei_map_navigator_is_asking:
 * @self: a navigator
 *
 * Returns: whether the base layer has yet to ask for the tiles of the view
 */
gboolean
moei_map_navigator_is_asking (MoeiMapNavigator *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_NAVIGATOR (self), FALSE);

  return g_main_context_find_source_by_user_data (NULL, self->base) != NULL;
}

/**
 * moei_map_navigator_wants_motion:
 * @self: a navigator
 *
 * Returns: whether the view may fly: not where motion is not wanted
 */
gboolean
moei_map_navigator_wants_motion (MoeiMapNavigator *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_NAVIGATOR (self), FALSE);

  return wants_animation (self);
}
