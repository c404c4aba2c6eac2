/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wire/moei-wire.h"

G_BEGIN_DECLS

GBytes       *wire_fixture_load   (const char       *name);
MoeiDocument *wire_fixture_decode (MoeiDocumentKind  kind,
                                   const char       *text,
                                   GError          **error);
MoeiDocument *wire_fixture_open   (MoeiDocumentKind  kind);

G_END_DECLS
