/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-map-stack.h"
#include "operation/moei-collection.h"

/**
 * moei_map_stack_init:
 * @self: (out caller-allocates): the layers
 * @map: the map that shows them
 * @scene: what they show
 * @covers: what lies above the map
 */
void
moei_map_stack_init (MoeiMapStack  *self,
                     ShumateMap    *map,
                     MoeiMapScene  *scene,
                     MoeiMapCovers *covers)
{
  ShumateViewport *viewport = shumate_map_get_viewport (map);

  self->tiles = moei_tiles_layer_new (viewport, scene);
  self->routes = moei_routes_layer_new (viewport, scene);
  self->sites = moei_sites_layer_new (viewport, scene);
  self->convoys = moei_convoys_layer_new (viewport, scene, MOEI_SITES_LAYER (self->sites));
  self->labels = moei_labels_layer_new (viewport, scene, covers, MOEI_SITES_LAYER (self->sites),
                                        MOEI_ROUTES_LAYER (self->routes), MOEI_CONVOYS_LAYER (self->convoys));
  self->callout = moei_callout_layer_new (viewport, scene, covers, MOEI_SITES_LAYER (self->sites),
                                          MOEI_ROUTES_LAYER (self->routes), MOEI_CONVOYS_LAYER (self->convoys));
  moei_map_layer_keep_with (self->labels, self->routes);
  moei_map_layer_keep_with (self->sites, self->labels);
  moei_map_layer_keep_with (self->convoys, self->sites);
  shumate_map_add_layer (map, self->tiles);
  shumate_map_add_layer (map, SHUMATE_LAYER (self->routes));
  shumate_map_add_layer (map, SHUMATE_LAYER (self->labels));
  shumate_map_add_layer (map, SHUMATE_LAYER (self->sites));
  shumate_map_add_layer (map, SHUMATE_LAYER (self->convoys));
  shumate_map_add_layer (map, SHUMATE_LAYER (self->callout));
}

/**
 * moei_map_stack_explain:
 * @self: the layers
 *
 * Returns: what a legend of the view as it is now has to explain
 */
MoeiMapKeys
moei_map_stack_explain (const MoeiMapStack *self)
{
  return moei_map_layer_explain (self->sites) | moei_map_layer_explain (self->convoys) |
         moei_map_layer_explain (self->routes) | moei_map_layer_explain (self->labels);
}

/**
 * moei_map_stack_pick:
 * @self: the layers
 * @point: a point of the view
 * @reach: how far from there to look, in pixels
 *
 * Returns: (transfer full) (element-type MoeiMapHit): what is drawn or named
 *   there, what is meant first before the rest
 */
GArray *
moei_map_stack_pick (const MoeiMapStack *self,
                     MoeiPoint           point,
                     double              reach)
{
  MoeiMapLayer *layers[] = { self->convoys, self->sites, self->labels, self->routes };
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (MoeiMapHit));

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    moei_map_layer_pick (layers[i], point, reach, hits);
  moei_map_hits_sort (hits);
  return hits;
}

static void
add (GPtrArray *entities,
     GArray    *points,
     gpointer   entity,
     MoeiPoint  point)
{
  if (entity == NULL || g_ptr_array_find (entities, entity, NULL))
    return;
  g_ptr_array_add (entities, entity);
  g_array_append_val (points, point);
}

static void
add_lines (const MoeiMapStack  *self,
           const MoeiProjector *projector,
           GPtrArray           *entities,
           GArray              *points)
{
  MoeiRoutesLayer *routes = MOEI_ROUTES_LAYER (self->routes);
  MoeiOperation *operation = moei_map_scene_get_operation (moei_map_layer_get_scene (self->routes));
  GPtrArray *lines = moei_routes_layer_get_lines (routes), *arcs = moei_routes_layer_get_arcs (routes);
  MoeiPoint at;

  for (guint i = 0; operation != NULL && i < lines->len; i++) {
    const char *id = ((const MoeiMapLine *) lines->pdata[i])->id;
    gpointer route = id != NULL ? moei_collection_lookup (moei_operation_get_routes (operation), id) : NULL;

    if (route != NULL && moei_routes_layer_find (routes, projector, route, &at))
      add (entities, points, route, at);
  }
  for (guint i = 0; i < arcs->len; i++) {
    const MoeiFlightArc *arc = arcs->pdata[i];

    for (guint j = 0; j < arc->flights->len; j++) {
      if (moei_routes_layer_find (routes, projector, arc->flights->pdata[j], &at))
        add (entities, points, arc->flights->pdata[j], at);
    }
  }
}

/**
 * moei_map_stack_list:
 * @self: the layers
 * @points: (element-type MoeiPoint): where to add the points of the view where
 *   they are
 *
 * Returns: (transfer container) (element-type MoeiEntity): all that is drawn in
 *   the view: what moves, the places as they matter, then routes and flights
 */
GPtrArray *
moei_map_stack_list (const MoeiMapStack *self,
                     GArray             *points)
{
  GPtrArray *entities = g_ptr_array_new ();
  g_autoptr (GArray) movers = NULL;
  const MoeiDrawnSite *sites;
  MoeiProjector projector;
  guint n_sites;

  moei_map_layer_get_projector (self->sites, &projector);
  movers = moei_convoys_layer_get_drawn (MOEI_CONVOYS_LAYER (self->convoys), &projector);
  for (guint i = 0; i < movers->len; i++) {
    const MoeiDrawnMover *mover = &g_array_index (movers, MoeiDrawnMover, i);
    MoeiPoint at = { mover->box.x + mover->box.width / 2, mover->box.y + mover->box.height / 2 };

    if (moei_projector_shows (&projector, at, 0))
      add (entities, points, mover->entity, at);
  }
  sites = moei_sites_layer_get_drawn (MOEI_SITES_LAYER (self->sites), &projector, &n_sites);
  for (guint i = 0; i < n_sites; i++) {
    if (moei_projector_shows (&projector, sites[i].at, 0))
      add (entities, points, sites[i].place, sites[i].at);
  }
  add_lines (self, &projector, entities, points);
  return entities;
}
