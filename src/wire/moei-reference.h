/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_REFERENCE (moei_reference_get_type ())

G_DECLARE_FINAL_TYPE (MoeiReference, moei_reference, MOEI, REFERENCE, MoeiEntity)

MoeiReference *moei_reference_new      (const char    *href,
                                        gint64         revision);
const char    *moei_reference_get_href (MoeiReference *self);

G_END_DECLS
