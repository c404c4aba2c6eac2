/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MOEI_TYPE_CHOICE (moei_choice_get_type ())

G_DECLARE_FINAL_TYPE (MoeiChoice, moei_choice, MOEI, CHOICE, AdwBin)

void     moei_choice_begin   (MoeiChoice *self);
void     moei_choice_add     (MoeiChoice *self,
                              const char *key,
                              const char *text);
void     moei_choice_end     (MoeiChoice *self);
gboolean moei_choice_step    (MoeiChoice *self,
                              int         by);

G_END_DECLS
