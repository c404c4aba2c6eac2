/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_LOG_PAGE (moei_log_page_get_type ())

G_DECLARE_FINAL_TYPE (MoeiLogPage, moei_log_page, MOEI, LOG_PAGE, MoeiPanel)

G_END_DECLS
