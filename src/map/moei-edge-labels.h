/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-flight-arc.h"
#include "map/moei-label-placer.h"

G_BEGIN_DECLS

void     moei_edge_labels_reserve (GPtrArray           *arcs,
                                   MoeiLabelField      *field,
                                   const MoeiProjector *projector,
                                   GArray              *covered);
void     moei_edge_labels_place   (GPtrArray           *arcs,
                                   MoeiLabelPlacer     *placer,
                                   const MoeiProjector *projector,
                                   GArray              *covered);
gboolean moei_edge_labels_has_any (GPtrArray           *arcs,
                                   const MoeiProjector *projector);
void     moei_edge_labels_append  (GArray              *placed,
                                   GtkSnapshot         *snapshot,
                                   const MoeiProjector *projector,
                                   GArray              *covered,
                                   MoeiMarkCache       *marks,
                                   const MoeiMapStyle  *style,
                                   gboolean             as_cairo);

G_END_DECLS
