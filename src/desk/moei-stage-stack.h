/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-words.h"

G_BEGIN_DECLS

/* How many stages there are; counts by stage are indexed by #MoeiStage, [0] is unused. */
#define MOEI_N_STAGES (MOEI_STAGE_DEPARTED + 1)

#define MOEI_TYPE_STAGE_STACK (moei_stage_stack_get_type ())

G_DECLARE_FINAL_TYPE (MoeiStageStack, moei_stage_stack, MOEI, STAGE_STACK, GtkWidget)

GtkWidget  *moei_stage_stack_new        (void);
void        moei_stage_stack_set_counts (MoeiStageStack *self,
                                         const int       counts[MOEI_N_STAGES]);
const char *moei_stage_stack_get_class  (MoeiStage       stage);

G_END_DECLS
