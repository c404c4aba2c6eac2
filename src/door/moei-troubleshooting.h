/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "door/moei-entrance.h"
#include "feed/moei-feed.h"

G_BEGIN_DECLS

char *moei_troubleshooting_write  (MoeiEntrance *entrance,
                                   MoeiFeed     *feed);
char *moei_troubleshooting_redact (const char   *text);

G_END_DECLS
