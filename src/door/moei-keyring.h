/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void      moei_keyring_store_async   (const char           *service,
                                      const char           *what,
                                      const char           *secret,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean  moei_keyring_store_finish  (GAsyncResult         *result,
                                      GError              **error);
void      moei_keyring_lookup_async  (const char           *service,
                                      const char           *what,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
char     *moei_keyring_lookup_finish (GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
