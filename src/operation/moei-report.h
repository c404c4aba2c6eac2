/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_REPORT (moei_report_get_type ())

G_DECLARE_FINAL_TYPE (MoeiReport, moei_report, MOEI, REPORT, MoeiEntity)

MoeiReport     *moei_report_new            (const char *id);
MoeiStage       moei_report_get_stage      (MoeiReport *self);
int             moei_report_get_value      (MoeiReport *self);
const MoeiText *moei_report_get_value_text (MoeiReport *self);
const char     *moei_report_get_replaces   (MoeiReport *self);
const MoeiText *moei_report_get_note       (MoeiReport *self);

G_END_DECLS
