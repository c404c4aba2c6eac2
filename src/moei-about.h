/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "door/moei-entrance.h"
#include "feed/moei-feed.h"

G_BEGIN_DECLS

void moei_about_show (GtkWindow    *parent,
                      MoeiEntrance *entrance,
                      MoeiFeed     *feed);

G_END_DECLS
