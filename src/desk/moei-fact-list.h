/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/moei-fact.h"

G_BEGIN_DECLS

#define MOEI_TYPE_FACT_LIST (moei_fact_list_get_type ())

G_DECLARE_FINAL_TYPE (MoeiFactList, moei_fact_list, MOEI, FACT_LIST, AdwBin)

void moei_fact_list_take (MoeiFactList *self,
                          GPtrArray    *facts);

G_END_DECLS
