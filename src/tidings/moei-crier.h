/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_CRIER (moei_crier_get_type ())

G_DECLARE_FINAL_TYPE (MoeiCrier, moei_crier, MOEI, CRIER, GObject)

MoeiCrier *moei_crier_new           (GApplication  *application);
void       moei_crier_set_operation (MoeiCrier     *self,
                                     MoeiOperation *operation);
void       moei_crier_look          (MoeiCrier     *self,
                                     MoeiDataState  state,
                                     gint64         now,
                                     gint64         time,
                                     int            minute);
void       moei_crier_end           (MoeiCrier     *self);

G_END_DECLS
