/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parts/moei-panel.h"

G_BEGIN_DECLS

#define MOEI_TYPE_CONNECTION_PILL (moei_connection_pill_get_type ())

G_DECLARE_FINAL_TYPE (MoeiConnectionPill, moei_connection_pill, MOEI, CONNECTION_PILL, MoeiPanel)

G_END_DECLS
