/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GUri *moei_address_parse   (const char  *text,
                            GError     **error);
GUri *moei_address_resolve (GUri        *service,
                            const char  *href,
                            GError     **error);

G_END_DECLS
