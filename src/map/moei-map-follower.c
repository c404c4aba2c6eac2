/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-entity-watch.h"
#include "map/moei-map-extent.h"
#include "map/moei-map-follower.h"
#include "map/moei-motion.h"
#include "operation/moei-collection.h"

/* How long the view stays where something happened. */
#define DWELL_MS 9000

/* How near it looks at a convoy, and how far at a flight that leaves. */
#define CONVOY_ZOOM 12.5
#define FLIGHT_ZOOM 11.5

/**
 * MoeiMapFollower:
 *
 * Flies the view of a map to where something happens, a flight that leaves or a
 * convoy that starts, halts or arrives, and after a while back.
 *
 * One event at a time; of those meanwhile, the last comes next.  It lets go when
 * somebody takes the view into their own hands, and moves nothing where motion
 * is not wanted.
 */
struct _MoeiMapFollower {
  GObject parent_instance;

  MoeiMapScene     *scene;
  MoeiMapNavigator *navigator; /* borrowed: its owner is ours */
  MoeiEntityWatch  *flights;
  MoeiEntityWatch  *convoys;
  GHashTable       *states;    /* entity → its state */
  MoeiEntity       *target;    /* (nullable) where the view is */
  MoeiEntity       *next;      /* (nullable) */
  MoeiPosition      home;      /* where it was before */
  double            home_zoom;
  guint             dwell_ms;
  guint             dwell_id;
  guint             active : 1;
};

G_DEFINE_FINAL_TYPE (MoeiMapFollower, moei_map_follower, G_TYPE_OBJECT)

static int
get_state (MoeiEntity *entity)
{
  return MOEI_IS_FLIGHT (entity) ? (int) moei_flight_get_state (MOEI_FLIGHT (entity))
                                 : (int) moei_convoy_get_state (MOEI_CONVOY (entity));
}

/* What is worth to be looked at; that somebody plans something is not. */
static gboolean
is_event (MoeiEntity *entity)
{
  MoeiConvoyState state;

  if (MOEI_IS_FLIGHT (entity))
    return moei_flight_get_state (MOEI_FLIGHT (entity)) == MOEI_FLIGHT_STATE_DEPARTED;

  state = moei_convoy_get_state (MOEI_CONVOY (entity));
  return state == MOEI_CONVOY_STATE_UNDER_WAY || state == MOEI_CONVOY_STATE_HALTED ||
         state == MOEI_CONVOY_STATE_ARRIVED;
}

static gboolean
find_place (MoeiMapFollower *self,
            MoeiEntity      *entity,
            MoeiPosition    *position,
            double          *zoom)
{
  MoeiOperation *operation = moei_map_scene_get_operation (self->scene);
  const MoeiPosition *found = NULL;
  MoeiMotion motion;

  if (operation == NULL)
    return FALSE;
  if (MOEI_IS_FLIGHT (entity)) {
    MoeiPlace *from = moei_collection_lookup (moei_operation_get_places (operation),
                                              moei_flight_get_from (MOEI_FLIGHT (entity)));

    found = from != NULL ? moei_place_get_position (from) : NULL;
    *zoom = FLIGHT_ZOOM;
  } else {
    MoeiRoute *route = moei_collection_lookup (moei_operation_get_routes (operation),
                                               moei_convoy_get_route (MOEI_CONVOY (entity)));

    if (moei_motion_of_convoy (MOEI_CONVOY (entity), route, moei_map_scene_get_now (self->scene), &motion))
      found = &motion.position;
    else
      found = moei_entity_find_place (operation, entity);
    *zoom = CONVOY_ZOOM;
  }
  if (found != NULL)
    *position = *found;
  return found != NULL;
}

static gboolean on_dwelt (gpointer user_data);

static void
visit (MoeiMapFollower *self,
       MoeiEntity      *entity)
{
  MoeiPosition position;
  double zoom;

  if (!find_place (self, entity, &position, &zoom))
    return;

  if (self->target == NULL) {
    MoeiProjector projector;

    moei_map_navigator_project (self->navigator, &projector);
    self->home = moei_mercator_unproject (projector.centre);
    self->home_zoom = projector.zoom;
  }
  g_set_object (&self->target, entity);
  moei_map_navigator_look_at (self->navigator, position, zoom, TRUE);
  g_clear_handle_id (&self->dwell_id, g_source_remove);
  self->dwell_id = g_timeout_add (self->dwell_ms, on_dwelt, self);
}

static gboolean
on_dwelt (gpointer user_data)
{
  MoeiMapFollower *self = MOEI_MAP_FOLLOWER (user_data);
  g_autoptr (MoeiEntity) next = g_steal_pointer (&self->next);

  self->dwell_id = 0;
  if (next != NULL) {
    visit (self, next);
    return G_SOURCE_REMOVE;
  }
  g_clear_object (&self->target);
  moei_map_navigator_look_at (self->navigator, self->home, self->home_zoom, TRUE);
  return G_SOURCE_REMOVE;
}

static void
on_event (MoeiMapFollower *self,
          MoeiEntity      *entity)
{
  if (!self->active || !moei_map_navigator_wants_motion (self->navigator))
    return;
  if (self->target != NULL)
    g_set_object (&self->next, entity);
  else
    visit (self, entity);
}

/* What is met for the first time has not changed. */
static void
look_at_all (MoeiMapFollower *self,
             MoeiCollection  *entities)
{
  for (guint i = 0; i < moei_collection_size (entities); i++) {
    MoeiEntity *entity = moei_collection_get (entities, i);
    int state = get_state (entity);
    gpointer before;
    gboolean was_known = g_hash_table_lookup_extended (self->states, entity, NULL, &before);

    if (was_known && GPOINTER_TO_INT (before) == state)
      continue;
    g_hash_table_insert (self->states, g_object_ref (entity), GINT_TO_POINTER (state));
    if (was_known && is_event (entity))
      on_event (self, entity);
  }
}

static void
on_changed (MoeiMapFollower *self)
{
  MoeiOperation *operation = moei_map_scene_get_operation (self->scene);

  if (operation == NULL)
    return;
  look_at_all (self, moei_operation_get_flights (operation));
  look_at_all (self, moei_operation_get_convoys (operation));
}

static void
on_operation (MoeiMapFollower *self)
{
  MoeiOperation *operation = moei_map_scene_get_operation (self->scene);

  moei_map_follower_let_go (self);
  g_hash_table_remove_all (self->states);
  moei_entity_watch_set_collection (self->flights, operation != NULL ? moei_operation_get_flights (operation) : NULL);
  moei_entity_watch_set_collection (self->convoys, operation != NULL ? moei_operation_get_convoys (operation) : NULL);
  on_changed (self);
}

static void
moei_map_follower_dispose (GObject *object)
{
  MoeiMapFollower *self = MOEI_MAP_FOLLOWER (object);

  moei_map_follower_let_go (self);
  g_clear_object (&self->flights);
  g_clear_object (&self->convoys);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->states, g_hash_table_unref);

  G_OBJECT_CLASS (moei_map_follower_parent_class)->dispose (object);
}

static void
moei_map_follower_class_init (MoeiMapFollowerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_map_follower_dispose;
}

static void
moei_map_follower_init (MoeiMapFollower *self)
{
  self->states = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->flights = moei_entity_watch_new ("flights");
  self->convoys = moei_entity_watch_new ("convoys");
  self->dwell_ms = DWELL_MS;
  g_signal_connect_object (self->flights, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->convoys, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

/**
 * moei_map_follower_new:
 * @scene: what the map shows
 * @navigator: what moves its view; it outlives the follower
 *
 * Returns: (transfer full): a follower that is not active
 */
MoeiMapFollower *
moei_map_follower_new (MoeiMapScene     *scene,
                       MoeiMapNavigator *navigator)
{
  MoeiMapFollower *self = g_object_new (MOEI_TYPE_MAP_FOLLOWER, NULL);

  self->scene = g_object_ref (scene);
  self->navigator = navigator;
  g_signal_connect_object (scene, "notify::operation", G_CALLBACK (on_operation), self, G_CONNECT_SWAPPED);
  on_operation (self);
  return self;
}

/**
 * moei_map_follower_set_active:
 * @self: a follower
 * @active: whether it flies to events
 */
void
moei_map_follower_set_active (MoeiMapFollower *self,
                              gboolean         active)
{
  g_return_if_fail (MOEI_IS_MAP_FOLLOWER (self));

  self->active = active;
  if (!active)
    moei_map_follower_let_go (self);
}

/**
 * moei_map_follower_get_active:
 * @self: a follower
 *
 * Returns: whether it flies to events
 */
gboolean
moei_map_follower_get_active (MoeiMapFollower *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_FOLLOWER (self), FALSE);

  return self->active;
}

/**
 * moei_map_follower_set_dwell:
 * @self: a follower
 * @dwell_ms: how long it stays where something happened, in milliseconds
 */
void
moei_map_follower_set_dwell (MoeiMapFollower *self,
                             guint            dwell_ms)
{
  g_return_if_fail (MOEI_IS_MAP_FOLLOWER (self));

  self->dwell_ms = dwell_ms;
}

/**
 * moei_map_follower_get_target:
 * @self: a follower
 *
 * Returns: (transfer none) (nullable): the flight or convoy that it looks at
 */
MoeiEntity *
moei_map_follower_get_target (MoeiMapFollower *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_FOLLOWER (self), NULL);

  return self->target;
}

/**
 * moei_map_follower_let_go:
 * @self: a follower
 *
 * Leaves the view where it is, and forgets where it was.
 */
void
moei_map_follower_let_go (MoeiMapFollower *self)
{
  g_return_if_fail (MOEI_IS_MAP_FOLLOWER (self));

  g_clear_handle_id (&self->dwell_id, g_source_remove);
  g_clear_object (&self->target);
  g_clear_object (&self->next);
}
