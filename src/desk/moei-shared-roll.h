/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-report.h"
#include "operation/moei-roll.h"

G_BEGIN_DECLS

int      moei_shared_roll_withhold     (MoeiRoll       *roll,
                                        int             below,
                                        GHashTable     *shown);
gboolean moei_shared_roll_hides_report (MoeiCollection *rolls,
                                        const char     *nationality,
                                        MoeiReport     *report,
                                        int             below);

G_END_DECLS
