/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-store-view.h"

G_BEGIN_DECLS

/* How far a board sees: quota days by weeks, flights and convoys by days. */
#define MOEI_AGENDA_WEEKS_BACK  26
#define MOEI_AGENDA_WEEKS_AHEAD 2
#define MOEI_AGENDA_DAYS_AHEAD  13

gboolean moei_agenda_add (MoeiStoreView  *view,
                          guint           today,
                          GPtrArray      *resources,
                          GError        **error);

G_END_DECLS
