/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/moei-statement.h"

G_BEGIN_DECLS

#define MOEI_TYPE_STATEMENT_LIST (moei_statement_list_get_type ())

G_DECLARE_FINAL_TYPE (MoeiStatementList, moei_statement_list, MOEI, STATEMENT_LIST, AdwBin)

void moei_statement_list_take (MoeiStatementList *self,
                          GPtrArray    *statements);

G_END_DECLS
