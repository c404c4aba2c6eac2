/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-label-field.h"

G_BEGIN_DECLS

/**
 * MoeiLabelPlace:
 * @box: where the label stands
 * @has_leader: whether a line leads from there to what it names
 * @point: where that starts
 *
 * Where a label stood.
 */
typedef struct {
  MoeiBox   box;
  gboolean  has_leader;
  MoeiPoint point;
} MoeiLabelPlace;

typedef struct _MoeiLabelMemory MoeiLabelMemory;

MoeiLabelMemory *moei_label_memory_new      (void);
void             moei_label_memory_free     (MoeiLabelMemory      *self);
MoeiLabelSlot    moei_label_memory_get_slot (MoeiLabelMemory      *self,
                                             gconstpointer         what);
void             moei_label_memory_set_slot (MoeiLabelMemory      *self,
                                             gconstpointer         what,
                                             MoeiLabelSlot         slot);
void             moei_label_memory_forget   (MoeiLabelMemory      *self);
void             moei_label_memory_keep     (MoeiLabelMemory      *self,
                                             gconstpointer         what,
                                             const MoeiLabelPlace *place);
void             moei_label_memory_reserve  (MoeiLabelMemory      *self,
                                             MoeiLabelField       *field);
gboolean         moei_label_memory_claim    (MoeiLabelMemory      *self,
                                             MoeiLabelField       *field,
                                             gconstpointer         what,
                                             double                width,
                                             double                height,
                                             MoeiLabelPlace       *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiLabelMemory, moei_label_memory_free)

G_END_DECLS
