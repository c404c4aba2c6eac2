/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-geometry.h"
#include "wire/moei-json-reader.h"
#include "wire/moei-json-writer.h"

G_BEGIN_DECLS

gboolean moei_geojson_decode_point (JsonNode            *node,
                                    const MoeiJsonPath  *path,
                                    MoeiPosition        *position,
                                    GError             **error);
gboolean moei_geojson_decode_line  (JsonNode            *node,
                                    const MoeiJsonPath  *path,
                                    MoeiLine           **line,
                                    GError             **error);
void     moei_geojson_write_point  (MoeiJsonWriter      *writer,
                                    const MoeiPosition  *position);
void     moei_geojson_write_line   (MoeiJsonWriter      *writer,
                                    const MoeiLine      *line);

G_END_DECLS
