/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *moei_feed_advice_next     (const GError *error);
char *moei_feed_advice_evidence (const GError *error);

G_END_DECLS
