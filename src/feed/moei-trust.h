/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MOEI_TYPE_TRUST (moei_trust_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTrust, moei_trust, MOEI, TRUST, GTlsDatabase)

GTlsDatabase *moei_trust_new (GTlsDatabase *system,
                              GTlsDatabase *added);

G_END_DECLS
