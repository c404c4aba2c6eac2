/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"

G_BEGIN_DECLS

/* Adds to the sample operation what its flights hang upon: convoys 1 to 3 of
 * that day, flights of the day after, milestones. */
void sample_traffic_add (MoeiOperation *operation);

G_END_DECLS
