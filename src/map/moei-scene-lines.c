/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-flight-arc.h"
#include "map/moei-map-hit.h"
#include "map/moei-map-key.h"
#include "map/moei-scene-lines.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-route.h"

#define N_CIRCLE_STEPS 72

/* A circle that is hardly larger than a symbol says nothing. */
#define LEAST_DOUBT 36.0

/* Nor can a shorter route be seen. */
#define LEAST_ROUTE 12.0

/* So near to the middle of a line somebody is on it. */
#define ON_LINE 3.0

/* How much wider a route is that somebody is on. */
#define IN_USE 1.5

/* The lines of a scene: routes, flights' arcs, and the circles of doubt around
 * places whose position is an estimate. */
typedef struct {
  MoeiMapScene       *scene;
  MoeiOperation      *operation;
  const MoeiMapStyle *style;
  const char         *in_use;
  GPtrArray          *lines;
} Collector;

static gboolean
is_in_use (const char *in_use,
           MoeiRoute  *route)
{
  g_autofree char *entry = g_strdup_printf ("\n%s\n", moei_entity_get_id (MOEI_ENTITY (route)));

  return strstr (in_use, entry) != NULL;
}

static GArray *
project_line (const MoeiLine *line)
{
  gsize n_points;
  const MoeiPosition *positions = moei_line_get_points (line, &n_points);
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (MoeiPoint), n_points);

  for (gsize i = 0; i < n_points; i++) {
    MoeiPoint point = moei_mercator_project (positions[i]);

    g_array_append_val (points, point);
  }
  return points;
}

static MoeiMapLine *
make_route (const Collector *collector,
            MoeiRoute       *route)
{
  MoeiMapLine *line = moei_map_key_make_line (moei_map_key_of_route (moei_route_get_state (route)),
                                              project_line (moei_route_get_line (route)), collector->style);

  line->least = LEAST_ROUTE;
  line->id = g_strdup (moei_entity_get_id (MOEI_ENTITY (route)));
  if (is_in_use (collector->in_use, route) || MOEI_ENTITY (route) == moei_map_scene_get_selected (collector->scene))
    line->width *= IN_USE;
  else
    line->colour.alpha = 0.75f;
  return line;
}

/* Of two routes along a road that one is seen that is in use, or else open. */
static int
height_of (const Collector *collector,
           MoeiRoute       *route)
{
  if (is_in_use (collector->in_use, route))
    return 2;
  return moei_route_get_state (route) == MOEI_ROUTE_STATE_OPEN ? 1 : 0;
}

static void
add_routes (const Collector *collector)
{
  MoeiCollection *routes = moei_operation_get_routes (collector->operation);

  for (int height = 0; height <= 2; height++) {
    for (guint i = 0; i < moei_collection_size (routes); i++) {
      MoeiRoute *route = moei_collection_get (routes, i);

      if (moei_route_get_line (route) != NULL && height_of (collector, route) == height)
        g_ptr_array_add (collector->lines, make_route (collector, route));
    }
  }
}

static void
add_arcs (const Collector *collector,
          GPtrArray       *arcs)
{
  for (guint i = 0; i < arcs->len; i++) {
    MoeiFlightArc *arc = arcs->pdata[i];

    g_ptr_array_add (collector->lines, moei_map_key_make_line (moei_map_key_of_flight (arc->state),
                                                               g_array_ref (arc->points), collector->style));
  }
}

static GArray *
make_circle (MoeiPosition centre,
             double       radius_m)
{
  MoeiPoint middle = moei_mercator_project (centre);
  double radius = radius_m / moei_mercator_metres (centre.latitude);
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (MoeiPoint), N_CIRCLE_STEPS + 1);

  for (guint i = 0; i <= N_CIRCLE_STEPS; i++) {
    double angle = 2 * G_PI * i / N_CIRCLE_STEPS;
    MoeiPoint point = { middle.x + radius * cos (angle), middle.y + radius * sin (angle) };

    g_array_append_val (points, point);
  }
  return points;
}

static void
add_doubts (const Collector *collector)
{
  MoeiEntity *selected = moei_map_scene_get_selected (collector->scene);
  MoeiCollection *places = moei_operation_get_places (collector->operation);

  for (guint i = 0; i < moei_collection_size (places); i++) {
    MoeiPlace *place = moei_collection_get (places, i);
    MoeiPlaceKind kind = moei_place_get_kind (place);
    gboolean is_selected = MOEI_ENTITY (place) == selected;
    MoeiMapLine *line;

    if (moei_place_get_position (place) == NULL || moei_place_get_precision_m (place) <= 0 ||
        (!is_selected && kind != MOEI_PLACE_KIND_SITE && kind != MOEI_PLACE_KIND_HOLDING))
      continue;

    line = moei_map_key_make_line (MOEI_MAP_KEY_DOUBT,
                                   make_circle (*moei_place_get_position (place), moei_place_get_precision_m (place)),
                                   collector->style);
    line->colour = *moei_map_style_get_state (collector->style, moei_place_get_state (place));
    line->colour.alpha = is_selected ? 1.0f : 0.5f;
    line->width = is_selected ? 1.8 : 1.0;
    line->least = LEAST_DOUBT;
    g_ptr_array_add (collector->lines, line);
  }
}

/**
 * moei_scene_lines_collect:
 * @scene: what the map shows
 * @arcs: (element-type MoeiFlightArc): the arcs of its flights
 * @in_use: the routes that somebody is on, as listed
 *
 * Returns: (transfer full) (element-type MoeiMapLine): its lines, the lowest
 *   first
 */
GPtrArray *
moei_scene_lines_collect (MoeiMapScene *scene,
                          GPtrArray    *arcs,
                          const char   *in_use)
{
  Collector collector = {
    scene, moei_map_scene_get_operation (scene), moei_map_style_get (moei_map_scene_get_tone (scene)), in_use,
    g_ptr_array_new_with_free_func ((GDestroyNotify) moei_map_line_free),
  };

  if (collector.operation != NULL && moei_map_scene_get_show_sites (scene))
    add_doubts (&collector);
  add_arcs (&collector, arcs);
  if (collector.operation != NULL && moei_map_scene_get_show_routes (scene))
    add_routes (&collector);
  return collector.lines;
}

/**
 * moei_scene_lines_list_in_use:
 * @scene: what the map shows
 *
 * Returns: (transfer full): the ids of the routes on which somebody moves, in
 *   the order of the convoys, a line each
 */
char *
moei_scene_lines_list_in_use (MoeiMapScene *scene)
{
  MoeiOperation *operation = moei_map_scene_get_operation (scene);
  MoeiCollection *convoys = operation != NULL ? moei_operation_get_convoys (operation) : NULL;
  GString *list = g_string_new ("\n");

  for (guint i = 0; convoys != NULL && i < moei_collection_size (convoys); i++) {
    MoeiConvoy *convoy = moei_collection_get (convoys, i);
    MoeiConvoyState state = moei_convoy_get_state (convoy);

    if (moei_convoy_get_route (convoy) != NULL &&
        (state == MOEI_CONVOY_STATE_UNDER_WAY || state == MOEI_CONVOY_STATE_HALTED))
      g_string_append_printf (list, "%s\n", moei_convoy_get_route (convoy));
  }
  return g_string_free (list, FALSE);
}

static gboolean
is_near (const MoeiMapLine   *line,
         const MoeiProjector *projector,
         MoeiPoint            point,
         double               reach,
         double              *distance)
{
  MoeiPoint nearest;

  *distance = MAX (moei_map_line_measure (line, projector, point, &nearest) - ON_LINE, 0);
  return *distance <= reach;
}

/**
 * moei_scene_lines_pick:
 * @lines: (element-type MoeiMapLine): the lines of a scene
 * @arcs: (element-type MoeiFlightArc): its arcs
 * @operation: (nullable): its operation
 * @projector: a view
 * @point: a point of the view
 * @reach: how far from there to look, in pixels
 * @hits: (element-type MoeiMapHit): where to add the routes there, and the
 *   flights whose arcs are there
 */
void
moei_scene_lines_pick (GPtrArray           *lines,
                       GPtrArray           *arcs,
                       MoeiOperation       *operation,
                       const MoeiProjector *projector,
                       MoeiPoint            point,
                       double               reach,
                       GArray              *hits)
{
  /* The highest is drawn last. */
  for (guint i = lines->len; i-- > 0;) {
    const MoeiMapLine *line = lines->pdata[i];
    MoeiMapHit hit = { .rank = MOEI_MAP_RANK_ROUTE };

    if (line->id == NULL || operation == NULL || !is_near (line, projector, point, reach, &hit.distance))
      continue;
    hit.entity = moei_collection_lookup (moei_operation_get_routes (operation), line->id);
    if (hit.entity != NULL)
      g_array_append_val (hits, hit);
  }
  for (guint i = 0; i < arcs->len; i++) {
    const MoeiFlightArc *arc = arcs->pdata[i];
    MoeiMapLine line = { .points = arc->points };
    MoeiMapHit hit = { .rank = MOEI_MAP_RANK_ARC };

    for (guint j = 0; is_near (&line, projector, point, reach, &hit.distance) && j < arc->flights->len; j++) {
      hit.entity = arc->flights->pdata[j];
      g_array_append_val (hits, hit);
    }
  }
}

/**
 * moei_scene_lines_find:
 * @lines: (element-type MoeiMapLine): the lines of a scene
 * @arcs: (element-type MoeiFlightArc): its arcs
 * @projector: a view
 * @entity: a route or flight
 * @at: (out): the point of its line, in the view, that is nearest to the
 *   middle of the view
 *
 * Returns: whether its line is in the view
 */
gboolean
moei_scene_lines_find (GPtrArray           *lines,
                       GPtrArray           *arcs,
                       const MoeiProjector *projector,
                       MoeiEntity          *entity,
                       MoeiPoint           *at)
{
  MoeiPoint middle = { projector->width / 2, projector->height / 2 };
  GArray *points = NULL;
  MoeiMapLine line = { 0 };

  for (guint i = 0; MOEI_IS_ROUTE (entity) && i < lines->len; i++) {
    const MoeiMapLine *one = lines->pdata[i];

    if (g_strcmp0 (one->id, moei_entity_get_id (entity)) == 0)
      points = one->points;
  }
  for (guint i = 0; points == NULL && i < arcs->len; i++) {
    const MoeiFlightArc *arc = arcs->pdata[i];

    if (g_ptr_array_find (arc->flights, entity, NULL))
      points = arc->points;
  }
  if (points == NULL)
    return FALSE;

  line.points = points;
  moei_map_line_measure (&line, projector, middle, at);
  return moei_projector_shows (projector, *at, 0);
}
