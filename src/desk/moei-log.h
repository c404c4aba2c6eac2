/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk/moei-log-entry.h"
#include "operation/moei-change.h"

G_BEGIN_DECLS

/**
 * MoeiLogFilter:
 * @everything: whether entries of all kinds are shown
 * @about: the kind that is shown, if not
 * @place: (nullable): only what concerns this place
 * @withhold_below: people fewer than this are withheld; 0 for none
 * @seen: the number of the last change that the reader has seen; -1 for no mark
 *
 * What of the log is shown, and how.
 */
typedef struct {
  gboolean        everything;
  MoeiChangeKind  about;
  const char     *place;
  int             withhold_below;
  gint64          seen;
} MoeiLogFilter;

#define MOEI_TYPE_LOG (moei_log_get_type ())

G_DECLARE_FINAL_TYPE (MoeiLog, moei_log, MOEI, LOG, GObject)

gboolean    moei_log_tells       (MoeiChange          *change,
                                  MoeiOperation       *operation);
MoeiLog    *moei_log_new         (void);
GListModel *moei_log_get_entries (MoeiLog             *self);
void        moei_log_update      (MoeiLog             *self,
                                  MoeiOperation       *operation,
                                  const MoeiLogFilter *filter);

G_END_DECLS
