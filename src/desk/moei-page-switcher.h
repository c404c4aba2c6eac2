/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/moei-pages.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PAGE_SWITCHER (moei_page_switcher_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPageSwitcher, moei_page_switcher, MOEI, PAGE_SWITCHER, GtkBox)

G_END_DECLS
