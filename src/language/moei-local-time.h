/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "operation/moei-language-id.h"

G_BEGIN_DECLS

GTimeZone *moei_local_time_get_zone (const char   *country);
char      *moei_local_time_format   (MoeiLanguage  language,
                                     gint64        instant,
                                     const char   *country);

G_END_DECLS
