/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-label-placer.h"

G_BEGIN_DECLS

void moei_name_labels_place (GPtrArray           *names,
                             MoeiLabelPlacer     *placer,
                             const MoeiProjector *projector,
                             gboolean             towns);

G_END_DECLS
