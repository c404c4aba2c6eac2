/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MOEI_TYPE_SUPERVISOR (moei_supervisor_get_type ())

G_DECLARE_FINAL_TYPE (MoeiSupervisor, moei_supervisor, MOEI, SUPERVISOR, GObject)

MoeiSupervisor *moei_supervisor_new                  (const char     *socket,
                                                      gint64          watchdog_us);
MoeiSupervisor *moei_supervisor_new_from_environment (void);
void            moei_supervisor_set_status           (MoeiSupervisor *self,
                                                      const char     *status);
void            moei_supervisor_ready                (MoeiSupervisor *self);
void            moei_supervisor_begin_anew           (MoeiSupervisor *self);

G_END_DECLS
