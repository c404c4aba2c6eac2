/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-report.h"

G_BEGIN_DECLS

/**
 * MoeiDisagreement:
 * @stage: what both counted
 * @older: (transfer none): the report that is of the earlier time
 * @newer: (transfer none): the other owner's
 * @difference: @newer less @older, never 0
 * @apart: by how much the times at which they were observed are apart, in
 *   microseconds; -1 where either is not known
 *
 * Two owners whose figures for one stage differ.  They are shown side by side,
 * each with its date, and never merged.
 */
typedef struct {
  MoeiStage   stage;
  MoeiReport *older;
  MoeiReport *newer;
  int         difference;
  gint64      apart;
} MoeiDisagreement;

GArray    *moei_disagreement_find (MoeiCollection *reports);
GPtrArray *moei_reports_latest    (MoeiCollection *reports,
                                   MoeiStage       stage);

G_END_DECLS
