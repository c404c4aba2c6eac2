/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tests/chaos/chaos-proxy.h"
#include "tests/service/service-fixture.h"
#include "wall/moei-wall.h"

G_BEGIN_DECLS

typedef struct _WallProgram WallProgram;

/**
 * WallProgramBody:
 * @self: the program, which runs
 *
 * What happens to it; when this returns, the program ends, unless it is expected to by itself.
 */
typedef void (*WallProgramBody) (WallProgram *self);

void            wall_program_init     (int                *argc,
                                       char             ***argv);
void            wall_program_run      (const char * const *options,
                                       const char         *settings,
                                       gint64              begin,
                                       WallProgramBody     body);

ServiceFixture *wall_program_service  (WallProgram        *self);
void            wall_program_set_gone (WallProgram        *self,
                                       gboolean            gone);
void            wall_program_set_fault (WallProgram       *self,
                                        ChaosFault         fault);
void            wall_program_expect_end (WallProgram      *self);
MoeiWall       *wall_program_get_wall (WallProgram        *self);
MoeiRota       *wall_program_get_rota (WallProgram        *self);
gboolean        wall_program_says     (WallProgram        *self,
                                       const char         *text);
void            wall_program_key      (WallProgram        *self,
                                       const char         *how,
                                       const char         *key);
void            wall_program_save_picture (WallProgram    *self,
                                           const char     *name);

#define wall_program_press(self, name) wall_program_key (self, "key", name)

G_END_DECLS
