/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_REFERRAL (moei_referral_get_type ())

G_DECLARE_FINAL_TYPE (MoeiReferral, moei_referral, MOEI, REFERRAL, MoeiEntity)

MoeiReferral *moei_referral_new        (const char   *id);
int           moei_referral_get_people (MoeiReferral *self);

G_END_DECLS
