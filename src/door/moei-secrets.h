/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/moei-way-out.h"

G_BEGIN_DECLS

#define MOEI_N_SECRETS 2

/* What of a way out is secret: its properties, which are also the keyring's words for them. */
extern const char * const moei_secrets[MOEI_N_SECRETS];

void     moei_secrets_fetch_async (const char           *address,
                                   MoeiWayOut           *way_out,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
void     moei_secrets_keep_async  (const char           *address,
                                   MoeiWayOut           *way_out,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean moei_secrets_finish      (GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
