/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "parts/moei-outlook.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WHAT_IF_TABLE (moei_what_if_table_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWhatIfTable, moei_what_if_table, MOEI, WHAT_IF_TABLE, AdwBin)

char *moei_what_if_table_show (MoeiWhatIfTable *self,
                               MoeiOutlook     *outlook);

G_END_DECLS
