/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-projection.h"

G_BEGIN_DECLS

/**
 * MoeiBox:
 * @x: the left edge
 * @y: the upper edge
 * @width: its width
 * @height: its height
 *
 * A box in the view.
 */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} MoeiBox;

/**
 * MoeiLabelSlot:
 * @MOEI_LABEL_RIGHT: to the right of its point
 * @MOEI_LABEL_LEFT: to the left
 * @MOEI_LABEL_BELOW: below
 * @MOEI_LABEL_ABOVE: above
 * @MOEI_LABEL_BELOW_RIGHT: below, to the right
 * @MOEI_LABEL_ABOVE_RIGHT: above, to the right
 * @MOEI_LABEL_BELOW_LEFT: below, to the left
 * @MOEI_LABEL_ABOVE_LEFT: above, to the left
 * @MOEI_LABEL_CENTRE: on its point
 * @MOEI_LABEL_NOWHERE: there is no room
 *
 * Where a label stands to its point, the best first.
 */
typedef enum {
  MOEI_LABEL_RIGHT,
  MOEI_LABEL_LEFT,
  MOEI_LABEL_BELOW,
  MOEI_LABEL_ABOVE,
  MOEI_LABEL_BELOW_RIGHT,
  MOEI_LABEL_ABOVE_RIGHT,
  MOEI_LABEL_BELOW_LEFT,
  MOEI_LABEL_ABOVE_LEFT,
  MOEI_LABEL_CENTRE,
  MOEI_LABEL_NOWHERE,
} MoeiLabelSlot;

typedef struct _MoeiLabelField MoeiLabelField;

MoeiLabelField *moei_label_field_new           (MoeiBox         bounds);
void            moei_label_field_free          (MoeiLabelField *self);
void            moei_label_field_add_obstacle  (MoeiLabelField *self,
                                                MoeiBox         box);
void            moei_label_field_add_symbol    (MoeiLabelField *self,
                                                MoeiPoint       point,
                                                double          radius);
void            moei_label_field_add_line      (MoeiLabelField *self,
                                                MoeiPoint       from,
                                                MoeiPoint       to);
MoeiLabelSlot   moei_label_field_place         (MoeiLabelField *self,
                                                MoeiPoint       point,
                                                double          radius,
                                                double          width,
                                                double          height,
                                                MoeiLabelSlot   last,
                                                guint           avoid,
                                                MoeiBox        *box);
guint           moei_label_field_find_doubtful (MoeiLabelField *self,
                                                MoeiPoint       point,
                                                double          radius,
                                                double          width,
                                                double          height);
gboolean        moei_label_field_reaches       (MoeiLabelField *self,
                                                MoeiPoint       from,
                                                MoeiPoint       to);
void            moei_label_field_release       (MoeiLabelField *self,
                                                MoeiBox         box);
MoeiLabelSlot   moei_label_field_force         (MoeiLabelField *self,
                                                MoeiPoint       point,
                                                double          radius,
                                                double          width,
                                                double          height,
                                                MoeiBox        *box);
gboolean        moei_label_field_place_at_edge (MoeiLabelField *self,
                                                MoeiPoint       point,
                                                double          room,
                                                double          width,
                                                double          height,
                                                MoeiBox        *box);
gboolean        moei_label_field_take          (MoeiLabelField *self,
                                                MoeiBox         box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiLabelField, moei_label_field_free)

G_END_DECLS
