/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PANEL (moei_panel_get_type ())

G_DECLARE_DERIVABLE_TYPE (MoeiPanel, moei_panel, MOEI, PANEL, AdwBin)

/**
 * MoeiPanelClass:
 * @parent_class: the parent class
 * @update: shows the operation anew; called when something of it changed, and
 *   each minute of the service's clock
 * @beyond: (nullable) (array zero-terminated=1): what it depends upon beyond the
 *   present: "calendar", "schedule", "movements", "rolls" or "changes"
 */
struct _MoeiPanelClass {
  AdwBinClass parent_class;

  void (*update) (MoeiPanel *self);

  const char * const *beyond;
};

MoeiOperation *moei_panel_get_operation (MoeiPanel *self);
gint64         moei_panel_get_now       (MoeiPanel *self);
void           moei_panel_update        (MoeiPanel *self);
void           moei_panel_set_asleep    (MoeiPanel *self,
                                         gboolean   asleep);

G_END_DECLS
