/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

#define MOEI_TYPE_RECEPTION (moei_reception_get_type ())

G_DECLARE_FINAL_TYPE (MoeiReception, moei_reception, MOEI, RECEPTION, GObject)

MoeiReception *moei_reception_new          (SoupServer        *soup);
void           moei_reception_set_limits   (MoeiReception     *self,
                                            guint              max_guests,
                                            guint              patience_ms,
                                            guint              idle_ms);
void           moei_reception_listen       (MoeiReception     *self,
                                            GSocket           *socket);
GPtrArray     *moei_reception_get_sockets  (MoeiReception     *self);
guint          moei_reception_count_guests (MoeiReception     *self);
void           moei_reception_let_go       (MoeiReception     *self,
                                            SoupServerMessage *message);
void           moei_reception_close        (MoeiReception     *self);

G_END_DECLS
