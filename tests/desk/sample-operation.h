/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"

G_BEGIN_DECLS

/* Thursday 6 March 2025, 15:00 in Bangkok, on which 214 of 300 have departed,
 * 48 are at the airport, 24 on buses and 9 have a slot. */
MoeiOperation *sample_operation_new     (void);
gint64         sample_operation_get_now (void);

G_END_DECLS
