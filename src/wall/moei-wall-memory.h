/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rota/moei-rota.h"

G_BEGIN_DECLS

/* What each monitor showed last, by its name, for when it comes back. */
typedef struct _MoeiWallMemory MoeiWallMemory;

/* How it is written: monitor, scene, language, visitors. */
#define MOEI_WALL_MEMORY_TYPE "a(suub)"

MoeiWallMemory *moei_wall_memory_new   (void);
void            moei_wall_memory_free  (MoeiWallMemory *self);
void            moei_wall_memory_note  (MoeiWallMemory *self,
                                        MoeiRota       *rota);
gboolean        moei_wall_memory_lead  (MoeiWallMemory *self,
                                        MoeiRota       *rota);
void            moei_wall_memory_read  (MoeiWallMemory *self,
                                        GVariant       *written);
GVariant       *moei_wall_memory_write (MoeiWallMemory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiWallMemory, moei_wall_memory_free)

G_END_DECLS
