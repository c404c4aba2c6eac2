/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wire/moei-fields.h"
#include "wire/moei-json-reader.h"
#include "wire/moei-json-writer.h"

G_BEGIN_DECLS

gboolean moei_field_decode   (const MoeiField     *self,
                              JsonNode            *node,
                              const MoeiJsonPath  *path,
                              GValue              *value,
                              GError             **error);
void     moei_field_encode   (const MoeiField     *self,
                              const GValue        *value,
                              MoeiJsonWriter      *writer);
gboolean moei_field_is_known (const MoeiField     *self,
                              const GValue        *value);

G_END_DECLS
