/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MOEI_TYPE_REHEARSAL (moei_rehearsal_get_type ())

G_DECLARE_FINAL_TYPE (MoeiRehearsal, moei_rehearsal, MOEI, REHEARSAL, GObject)

MoeiRehearsal *moei_rehearsal_new          (void);
void           moei_rehearsal_start_async  (MoeiRehearsal        *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
char          *moei_rehearsal_start_finish (MoeiRehearsal        *self,
                                            GAsyncResult         *result,
                                            GError              **error);
void           moei_rehearsal_stop         (MoeiRehearsal        *self);

G_END_DECLS
