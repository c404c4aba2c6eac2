/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MOEI_TYPE_EMPTY_STATE (moei_empty_state_get_type ())

G_DECLARE_FINAL_TYPE (MoeiEmptyState, moei_empty_state, MOEI, EMPTY_STATE, AdwBin)

void moei_empty_state_say        (MoeiEmptyState *self,
                                  const char     *title,
                                  const char     *text);
void moei_empty_state_set_action (MoeiEmptyState *self,
                                  const char     *label,
                                  const char     *action,
                                  const char     *target);

G_END_DECLS
