/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-figure.h"

G_BEGIN_DECLS

void moei_shared_figure_show (MoeiFigure *figure,
                              const char *id,
                              int         count,
                              const char *text,
                              int         below);

G_END_DECLS
