/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"

G_BEGIN_DECLS

/**
 * MoeiLogEntryType:
 * @MOEI_LOG_ENTRY_DAY: the day of the entries below
 * @MOEI_LOG_ENTRY_MARK: what is above came since the reader last looked
 * @MOEI_LOG_ENTRY_CHANGE: something changed
 * @MOEI_LOG_ENTRY_NOTICE: a notice
 *
 * What a line of the log is.
 */
typedef enum {
  MOEI_LOG_ENTRY_DAY,
  MOEI_LOG_ENTRY_MARK,
  MOEI_LOG_ENTRY_CHANGE,
  MOEI_LOG_ENTRY_NOTICE,
} MoeiLogEntryType;

#define MOEI_TYPE_LOG_ENTRY (moei_log_entry_get_type ())

G_DECLARE_FINAL_TYPE (MoeiLogEntry, moei_log_entry, MOEI, LOG_ENTRY, GObject)

MoeiLogEntry     *moei_log_entry_new_day      (guint             day);
MoeiLogEntry     *moei_log_entry_new_mark     (void);
MoeiLogEntry     *moei_log_entry_new          (MoeiEntity       *entity);
MoeiLogEntryType  moei_log_entry_get_kind     (MoeiLogEntry     *self);
const char       *moei_log_entry_get_id       (MoeiLogEntry     *self);
MoeiEntity       *moei_log_entry_get_entity   (MoeiLogEntry     *self);
gint64            moei_log_entry_get_at       (MoeiLogEntry     *self);
guint             moei_log_entry_get_day      (MoeiLogEntry     *self);
MoeiChangeKind    moei_log_entry_get_about    (MoeiLogEntry     *self);
gboolean          moei_log_entry_is_at_place  (MoeiLogEntry     *self,
                                               const char       *place);
const char       *moei_log_entry_get_text     (MoeiLogEntry     *self);
char             *moei_log_entry_get_detail   (MoeiLogEntry     *self);
char             *moei_log_entry_get_link     (MoeiLogEntry     *self);
void              moei_log_entry_tell         (MoeiLogEntry     *self,
                                               MoeiOperation    *operation,
                                               int               withhold_below);

G_END_DECLS
