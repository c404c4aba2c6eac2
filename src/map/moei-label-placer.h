/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-flight-arc.h"
#include "map/moei-label-field.h"
#include "map/moei-label-memory.h"
#include "map/moei-map-label.h"
#include "map/moei-mark-cache.h"
#include "map/moei-text-cache.h"
#include "operation/moei-entity.h"

G_BEGIN_DECLS

/**
 * MoeiDrawnLabel:
 * @entity: (nullable): what it names of the operation
 * @is_group: whether it names several places drawn as one
 * @text: (nullable): its first line
 * @box: where it is drawn in the view
 * @has_leader: whether a line leads from it to what it names
 *
 * A label as drawn.
 */
typedef struct {
  MoeiEntity *entity;
  gboolean    is_group;
  const char *text;
  MoeiBox     box;
  gboolean    has_leader;
} MoeiDrawnLabel;

/**
 * MoeiPlacedLabel:
 * @drawn: where it is
 * @what: (nullable): what it names, to be known again
 * @text: its picture
 * @point: where a dot or arrow is, or what a line leads to
 * @course: where an arrow points, in radians clockwise from north
 * @colour: the colour of a dot, arrow or line
 * @mark: what stands beside it
 * @arc: (nullable): the arc that it stands at the end of, where that leaves the
 *   view
 *
 * A label in its place.
 */
typedef struct {
  MoeiDrawnLabel       drawn;
  gconstpointer        what;
  const MoeiMapText   *text;
  MoeiPoint            point;
  double               course;
  GdkRGBA              colour;
  MoeiMapMark          mark;
  const MoeiFlightArc *arc;
} MoeiPlacedLabel;

/**
 * MoeiLabelPlacer:
 * @widget: whose fonts they are
 * @language: their language
 * @style: their colours
 * @texts: the pictures of labels
 * @memory: where labels stood
 * @field: the room there is
 * @placed: (element-type MoeiPlacedLabel): the labels in their places
 *
 * Finds room for labels one after the other; what is placed first has the
 * choice.
 */
typedef struct {
  GtkWidget          *widget;
  MoeiLanguage        language;
  const MoeiMapStyle *style;
  MoeiTextCache      *texts;
  MoeiLabelMemory    *memory;
  MoeiLabelField     *field;
  GArray             *placed;
} MoeiLabelPlacer;

void     moei_label_placer_remember      (MoeiLabelPlacer    *self);
gboolean moei_label_placer_place         (MoeiLabelPlacer    *self,
                                          const MoeiMapLabel *label,
                                          gconstpointer       what,
                                          MoeiPoint           point,
                                          double              radius,
                                          MoeiPlacedLabel    *placed);
gboolean moei_label_placer_place_beyond  (MoeiLabelPlacer    *self,
                                          const MoeiMapLabel *label,
                                          gconstpointer       what,
                                          MoeiPoint           point,
                                          double              radius,
                                          MoeiPlacedLabel    *placed);
void     moei_label_placer_place_anyhow  (MoeiLabelPlacer    *self,
                                          const MoeiMapLabel *label,
                                          gconstpointer       what,
                                          MoeiPoint           point,
                                          double              radius,
                                          MoeiPlacedLabel    *placed);
gboolean moei_label_placer_place_at_edge (MoeiLabelPlacer    *self,
                                          const MoeiMapLabel *label,
                                          PangoAlignment      alignment,
                                          MoeiPlacedLabel    *placed);
void     moei_placed_label_append        (const MoeiPlacedLabel *self,
                                          GtkSnapshot           *snapshot,
                                          MoeiMarkCache         *marks,
                                          const MoeiMapStyle    *style,
                                          gboolean               as_cairo);

G_END_DECLS
