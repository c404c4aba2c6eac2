/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A difference of counts may be less than zero, so that what stands for an
 * unknown count cannot stand for an unknown difference. */
#define MOEI_DIFFERENCE_UNKNOWN G_MININT

int moei_difference (int a,
                     int b);

G_END_DECLS
