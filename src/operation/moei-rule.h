/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_RULE (moei_rule_get_type ())

G_DECLARE_FINAL_TYPE (MoeiRule, moei_rule, MOEI, RULE, MoeiEntity)

MoeiRule       *moei_rule_new           (const char *id);
guint           moei_rule_get_effective (MoeiRule *self);
int             moei_rule_get_quota     (MoeiRule *self);
const MoeiText *moei_rule_get_name      (MoeiRule *self);
const char     *moei_rule_get_spare     (MoeiRule *self);
MoeiCollection *moei_rule_get_lanes     (MoeiRule *self);

G_END_DECLS
