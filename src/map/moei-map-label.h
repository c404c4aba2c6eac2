/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-gazetteer.h"
#include "map/moei-map-style.h"
#include "map/moei-map-text.h"
#include "map/moei-motion.h"

G_BEGIN_DECLS

/**
 * MoeiMapLabel:
 * @first: the first line; its text is @name
 * @second: the second line; its text is @detail
 * @name: what is named
 * @detail: (nullable): what is said of it
 * @angle: by how much it is turned clockwise, in radians
 *
 * What a label says and how it looks, before it is drawn.
 */
typedef struct {
  MoeiTextLine  first;
  MoeiTextLine  second;
  char         *name;
  char         *detail;
  double        angle;
} MoeiMapLabel;

void  moei_map_label_init_for_place  (MoeiMapLabel       *self,
                                      MoeiPlace          *place,
                                      MoeiLanguage        language,
                                      const MoeiMapStyle *style);
void  moei_map_label_init_for_group  (MoeiMapLabel       *self,
                                      const guint        *counts,
                                      MoeiLanguage        language,
                                      const MoeiMapStyle *style);
void  moei_map_label_init_for_named  (MoeiMapLabel       *self,
                                      const MoeiNamed    *named,
                                      MoeiLanguage        language,
                                      const MoeiMapStyle *style);
void  moei_map_label_init_for_flight (MoeiMapLabel       *self,
                                      MoeiPlace          *from,
                                      MoeiPlace          *to,
                                      MoeiFlightState     state,
                                      MoeiLanguage        language,
                                      const MoeiMapStyle *style);
void  moei_map_label_init_for_mover  (MoeiMapLabel       *self,
                                      MoeiEntity         *entity,
                                      const MoeiMotion   *motion,
                                      MoeiLanguage        language,
                                      const MoeiMapStyle *style);
void  moei_map_label_init_for_route  (MoeiMapLabel       *self,
                                      MoeiRoute          *route,
                                      MoeiLanguage        language,
                                      const MoeiMapStyle *style);
void  moei_map_label_clear           (MoeiMapLabel       *self);
char *moei_map_label_get_key         (const MoeiMapLabel *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MoeiMapLabel, moei_map_label_clear)

G_END_DECLS
