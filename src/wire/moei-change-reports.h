/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wire/moei-change-values.h"

G_BEGIN_DECLS

/**
 * MoeiReportChange:
 * @field: what was reported, "reports.departed"
 * @source: the report that came, or that was taken back
 * @before: (nullable): what its owner had reported
 * @after: (nullable): what it reports
 * @correction: whether it takes the former back
 *
 * A report that came or was taken back.
 */
typedef struct {
  char       *field;
  JsonObject *source;
  JsonObject *before;
  JsonObject *after;
  gboolean    correction;
} MoeiReportChange;

GPtrArray *moei_change_reports_compare (JsonArray              *before,
                                        JsonArray              *after,
                                        GPtrArray              *withheld);
void       moei_report_change_tell     (const MoeiReportChange *self,
                                        MoeiChange             *change);

G_END_DECLS
