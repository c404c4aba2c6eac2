/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "rota/moei-pulse.h"

G_BEGIN_DECLS

void  moei_caretaker_report (GObject         *object,
                             const MoeiPulse *pulse,
                             GListModel      *walls);
char *moei_caretaker_status (const MoeiPulse *pulse,
                             guint            n_monitors);

G_END_DECLS
