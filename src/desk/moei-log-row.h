/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/moei-log-entry.h"

G_BEGIN_DECLS

#define MOEI_TYPE_LOG_ROW (moei_log_row_get_type ())

G_DECLARE_FINAL_TYPE (MoeiLogRow, moei_log_row, MOEI, LOG_ROW, AdwBin)

GtkWidget    *moei_log_row_new       (void);
MoeiLogEntry *moei_log_row_get_entry (MoeiLogRow   *self);
void          moei_log_row_set_entry (MoeiLogRow   *self,
                                      MoeiLogEntry *entry);
char         *moei_log_row_describe  (MoeiLogEntry *entry);

G_END_DECLS
