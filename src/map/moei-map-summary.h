/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/moei-map-scene.h"

G_BEGIN_DECLS

char *moei_map_summarise         (MoeiLanguage   language,
                                  MoeiOperation *operation);
char *moei_map_attribute         (MoeiMapScene  *scene,
                                  MoeiLanguage   language);
char *moei_map_attribute_briefly (MoeiMapScene  *scene);

G_END_DECLS
