/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_NOTICE (moei_notice_get_type ())

G_DECLARE_FINAL_TYPE (MoeiNotice, moei_notice, MOEI, NOTICE, MoeiEntity)

MoeiNotice         *moei_notice_new             (const char *id);
MoeiSeverity        moei_notice_get_severity    (MoeiNotice *self);
MoeiUrgency         moei_notice_get_urgency     (MoeiNotice *self);
gint64              moei_notice_get_effective   (MoeiNotice *self);
gint64              moei_notice_get_expires     (MoeiNotice *self);
const char * const *moei_notice_get_affects     (MoeiNotice *self);
const MoeiText     *moei_notice_get_headline    (MoeiNotice *self);
const MoeiText     *moei_notice_get_description (MoeiNotice *self);

G_END_DECLS
