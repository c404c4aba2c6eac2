/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MOEI_TYPE_APPLICATION (moei_application_get_type ())

G_DECLARE_FINAL_TYPE (MoeiApplication, moei_application, MOEI, APPLICATION, AdwApplication)

MoeiApplication *moei_application_new (void);

G_END_DECLS
