/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_CONVOY_STRIP (moei_convoy_strip_get_type ())

G_DECLARE_FINAL_TYPE (MoeiConvoyStrip, moei_convoy_strip, MOEI, CONVOY_STRIP, AdwBin)

void moei_convoy_strip_set_portrait (MoeiConvoyStrip *self,
                                     gboolean         portrait);
void moei_convoy_strip_show         (MoeiConvoyStrip *self,
                                     MoeiOperation   *operation,
                                     gint64           now);

G_END_DECLS
