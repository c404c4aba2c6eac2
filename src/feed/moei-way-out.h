/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

#define MOEI_TYPE_WAY_OUT (moei_way_out_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWayOut, moei_way_out, MOEI, WAY_OUT, GObject)

MoeiWayOut *moei_way_out_new         (void);
MoeiWayOut *moei_way_out_copy        (MoeiWayOut           *self);
const char *moei_way_out_get_text    (MoeiWayOut           *self,
                                      const char           *name);

void        moei_way_out_load_async  (MoeiWayOut           *self,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean    moei_way_out_load_finish (MoeiWayOut           *self,
                                      GAsyncResult         *result,
                                      GError              **error);
void        moei_way_out_apply       (MoeiWayOut           *self,
                                      SoupSession          *session,
                                      GUri                 *service);

G_END_DECLS
