/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-text.h"
#include "wire/moei-json-reader.h"
#include "wire/moei-json-writer.h"

G_BEGIN_DECLS

gboolean moei_text_decode (JsonNode            *node,
                           const MoeiJsonPath  *path,
                           MoeiText           **text,
                           GError             **error);
void     moei_text_write  (MoeiJsonWriter      *writer,
                           const MoeiText      *text);

G_END_DECLS
