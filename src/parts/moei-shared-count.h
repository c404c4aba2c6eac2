/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A count that is withheld because with it a small one could be reckoned:
 * unlike a suppressed one it is not small. */
#define MOEI_COUNT_WITHHELD (-3)

int   moei_shared_count        (int count,
                                int shown,
                                int below);
int   moei_shared_count_alone  (int count,
                                int below);
char *moei_shared_count_format (int count,
                                int below);

G_END_DECLS
