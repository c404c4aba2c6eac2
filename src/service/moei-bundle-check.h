/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-bundle.h"

G_BEGIN_DECLS

gboolean moei_bundle_check (MoeiBundle  *bundle,
                            GError     **error);

G_END_DECLS
