/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"
#include "wire/moei-fields.h"
#include "wire/moei-json-reader.h"
#include "wire/moei-json-writer.h"

G_BEGIN_DECLS

char       *moei_entity_to_json   (MoeiEntity          *entity);
MoeiEntity *moei_entity_from_json (GType                type,
                                   const char          *json,
                                   GError             **error);

/* For documents and events */
gboolean    moei_fields_decode    (const MoeiField     *fields,
                                   JsonNode            *node,
                                   const MoeiJsonPath  *path,
                                   MoeiEntity          *entity,
                                   GError             **error);
void        moei_fields_encode    (const MoeiField     *fields,
                                   MoeiEntity          *entity,
                                   MoeiJsonWriter      *writer);

G_END_DECLS
