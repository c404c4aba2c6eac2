/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_NOTICE_STRIP (moei_notice_strip_get_type ())

G_DECLARE_FINAL_TYPE (MoeiNoticeStrip, moei_notice_strip, MOEI, NOTICE_STRIP, MoeiPanel)

G_END_DECLS
