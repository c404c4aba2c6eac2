/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-statement.h"
#include "operation/moei-collection.h"
#include "operation/moei-nationality.h"

G_BEGIN_DECLS

GPtrArray *moei_country_facts_get (MoeiNationality *nationality,
                                   const char      *clearing,
                                   MoeiCollection  *rolls,
                                   int              withhold_below);

G_END_DECLS
