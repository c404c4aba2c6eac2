/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"

G_BEGIN_DECLS

int moei_tallies_departed (MoeiCollection *tallies);

G_END_DECLS
