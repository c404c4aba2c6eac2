/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wire/moei-document.h"

G_BEGIN_DECLS

void          moei_decode_async  (MoeiDocumentKind      kind,
                                  GBytes               *bytes,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
MoeiDocument *moei_decode_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
