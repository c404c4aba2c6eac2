/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/moei-way-out.h"

G_BEGIN_DECLS

/* In place of an address: the exercise on this computer. */
#define MOEI_ENTRANCE_EXERCISE "exercise:"

#define MOEI_TYPE_ENTRANCE (moei_entrance_get_type ())

G_DECLARE_FINAL_TYPE (MoeiEntrance, moei_entrance, MOEI, ENTRANCE, GObject)

MoeiEntrance *moei_entrance_new         (void);
void          moei_entrance_open        (MoeiEntrance *self);
void          moei_entrance_choose      (MoeiEntrance *self,
                                         const char   *address,
                                         MoeiWayOut   *way_out);
const char   *moei_entrance_get_address (MoeiEntrance *self);
MoeiWayOut   *moei_entrance_get_way_out (MoeiEntrance *self);
const char   *moei_entrance_get_problem (MoeiEntrance *self);
gboolean      moei_entrance_is_waiting  (MoeiEntrance *self);
gboolean      moei_entrance_is_held_up  (MoeiEntrance *self);

G_END_DECLS
