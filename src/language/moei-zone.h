/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "operation/moei-language-id.h"

G_BEGIN_DECLS

/**
 * MoeiZone:
 * @MOEI_ZONE_NAYPYIDAW: Myanmar's, UTC+6:30
 * @MOEI_ZONE_BANGKOK: Thailand's, UTC+7; the operation's day is this one's
 * @MOEI_ZONE_BEIJING: China's, UTC+8
 *
 * The time zones of the three governments.
 */
typedef enum {
  MOEI_ZONE_NAYPYIDAW,
  MOEI_ZONE_BANGKOK,
  MOEI_ZONE_BEIJING,
} MoeiZone;

#define MOEI_N_ZONES 3

GTimeZone  *moei_zone_get        (MoeiZone      self);
guint32     moei_zone_get_day    (MoeiZone      self,
                                  gint64        instant);
int         moei_zone_get_minute (MoeiZone      self,
                                  gint64        instant);
const char *moei_zone_get_name   (MoeiZone      self,
                                  MoeiLanguage  language);

G_END_DECLS
