/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "operation/moei-language-id.h"
#include "operation/moei-notice.h"

G_BEGIN_DECLS

#define MOEI_TYPE_NOTICE_CARD (moei_notice_card_get_type ())

G_DECLARE_FINAL_TYPE (MoeiNoticeCard, moei_notice_card, MOEI, NOTICE_CARD, AdwBin)

void moei_notice_card_show         (MoeiNoticeCard *self,
                                    MoeiNotice     *notice);
void moei_notice_card_set_portrait (MoeiNoticeCard *self,
                                    gboolean        portrait);
void moei_notice_card_set_alone    (MoeiNoticeCard *self,
                                    gboolean        alone);

G_END_DECLS
