/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-edge-labels.h"

/* The arrow where an arc leaves the view is so far inside of the edge. */
#define EDGE_INSET 10.0

/**
 * moei_edge_labels_reserve:
 * @arcs: (element-type MoeiFlightArc): the flights' arcs
 * @field: the room for labels
 * @projector: the view
 * @covered: (element-type MoeiBox): what cannot be seen of it
 *
 * Keeps names off the arrows where arcs leave the view.
 */
void
moei_edge_labels_reserve (GPtrArray           *arcs,
                          MoeiLabelField      *field,
                          const MoeiProjector *projector,
                          GArray              *covered)
{
  double size = MOEI_MAP_MARK_ARROW_SIZE;

  for (guint i = 0; i < arcs->len; i++) {
    MoeiPoint at;
    double course;

    if (moei_flight_arc_find_exit (arcs->pdata[i], projector, EDGE_INSET, covered, &at, &course))
      moei_label_field_add_obstacle (field, (MoeiBox) { at.x - size, at.y - size, 2 * size, 2 * size });
  }
}

/**
 * moei_edge_labels_place:
 * @arcs: (element-type MoeiFlightArc): the flights' arcs
 * @placer: what finds room for labels
 * @projector: the view
 * @covered: (element-type MoeiBox): what cannot be seen of it
 *
 * Places arrows where arcs leave the view, and where the flights go.
 */
void
moei_edge_labels_place (GPtrArray           *arcs,
                        MoeiLabelPlacer     *placer,
                        const MoeiProjector *projector,
                        GArray              *covered)
{
  for (guint i = 0; i < arcs->len; i++) {
    const MoeiFlightArc *arc = arcs->pdata[i];
    g_auto (MoeiMapLabel) label = { 0 };
    MoeiPlacedLabel placed = { .drawn.entity = MOEI_ENTITY (arc->to), .mark = MOEI_MAP_MARK_ARROW, .arc = arc };

    if (!moei_flight_arc_find_exit (arc, projector, EDGE_INSET, covered, &placed.point, &placed.course))
      continue;

    moei_map_label_init_for_flight (&label, arc->from, arc->to, arc->state, placer->language, placer->style);
    placed.colour = label.first.colour;
    moei_label_placer_place_at_edge (placer, &label,
                                     placed.point.x > projector->width / 2 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
                                     &placed);
  }
}

/**
 * moei_edge_labels_has_any:
 * @arcs: (element-type MoeiFlightArc): the flights' arcs
 * @projector: the view
 *
 * Returns: whether any arc leaves the view
 */
gboolean
moei_edge_labels_has_any (GPtrArray           *arcs,
                          const MoeiProjector *projector)
{
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (MoeiBox));

  for (guint i = 0; i < arcs->len; i++) {
    MoeiPoint at;
    double course;

    if (moei_flight_arc_find_exit (arcs->pdata[i], projector, EDGE_INSET, covered, &at, &course))
      return TRUE;
  }
  return FALSE;
}

static gboolean
lies_over_any (const MoeiBox *box,
               GArray        *drawn)
{
  for (guint i = 0; i < drawn->len; i++) {
    const MoeiBox *other = &g_array_index (drawn, MoeiBox, i);

    if (box->x < other->x + other->width && other->x < box->x + box->width &&
        box->y < other->y + other->height && other->y < box->y + box->height)
      return TRUE;
  }
  return FALSE;
}

/**
 * moei_edge_labels_append:
 * @placed: (element-type MoeiPlacedLabel): labels, among them such
 * @snapshot: where to draw them
 * @projector: a view that has been panned since they were placed
 * @covered: (element-type MoeiBox): what cannot be seen of it
 * @marks: where arrows are kept
 * @style: the colours
 * @as_cairo: whether to draw with cairo nodes rather than textures
 *
 * Draws them where the arcs leave the view now, by whole pixels from where they
 * were placed; one that would come to lie over another waits until they are
 * placed again.
 */
void
moei_edge_labels_append (GArray              *placed,
                         GtkSnapshot         *snapshot,
                         const MoeiProjector *projector,
                         GArray              *covered,
                         MoeiMarkCache       *marks,
                         const MoeiMapStyle  *style,
                         gboolean             as_cairo)
{
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (MoeiBox));

  for (guint i = 0; i < placed->len; i++) {
    MoeiPlacedLabel label = g_array_index (placed, MoeiPlacedLabel, i);
    MoeiPoint was = label.point;
    MoeiBox *box = &label.drawn.box;

    if (label.arc == NULL ||
        !moei_flight_arc_find_exit (label.arc, projector, EDGE_INSET, covered, &label.point, &label.course))
      continue;

    box->x = CLAMP (box->x + round (label.point.x - was.x), 0, MAX (projector->width - box->width, 0));
    box->y = CLAMP (box->y + round (label.point.y - was.y), 0, MAX (projector->height - box->height, 0));
    if (lies_over_any (box, drawn))
      continue;
    g_array_append_val (drawn, *box);
    moei_placed_label_append (&label, snapshot, marks, style, as_cairo);
  }
}
