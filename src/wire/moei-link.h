/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_LINK (moei_link_get_type ())

G_DECLARE_FINAL_TYPE (MoeiLink, moei_link, MOEI, LINK, MoeiEntity)

MoeiLink   *moei_link_new           (const char *relation,
                                     const char *href,
                                     gboolean    templated);
const char *moei_link_get_relation  (MoeiLink   *self);
const char *moei_link_get_href      (MoeiLink   *self);
gboolean    moei_link_get_templated (MoeiLink   *self);

G_END_DECLS
