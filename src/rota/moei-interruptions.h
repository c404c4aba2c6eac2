/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rota/moei-occasion.h"

G_BEGIN_DECLS

/* So many occasions wait at most; the least grave give way. */
#define MOEI_INTERRUPTIONS_MAX 8

typedef struct _MoeiInterruptions MoeiInterruptions;

MoeiInterruptions *moei_interruptions_new         (void);
void               moei_interruptions_free        (MoeiInterruptions  *self);
void               moei_interruptions_add         (MoeiInterruptions  *self,
                                                   MoeiOccasion       *occasion,
                                                   MoeiOccasionAction  action,
                                                   gint64              span);
void               moei_interruptions_wait        (MoeiInterruptions  *self,
                                                   gint64              span,
                                                   gboolean            is_hidden);
gint64             moei_interruptions_pass        (MoeiInterruptions  *self,
                                                   gint64              span);
void               moei_interruptions_end         (MoeiInterruptions  *self);
void               moei_interruptions_scene_turns (MoeiInterruptions  *self);
MoeiOccasion      *moei_interruptions_get_present (MoeiInterruptions  *self,
                                                   MoeiOccasionAction *action);
gint64             moei_interruptions_get_left    (MoeiInterruptions  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiInterruptions, moei_interruptions_free)

G_END_DECLS
