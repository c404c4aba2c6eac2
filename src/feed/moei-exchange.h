/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

SoupSession *moei_exchange_session_new      (guint               silence);
SoupMessage *moei_exchange_message_new      (GUri               *uri,
                                             const char         *accept);
void         moei_exchange_show_certificate (SoupMessage        *message,
                                             GTlsCertificate    *certificate);
GError      *moei_exchange_failure          (SoupMessage        *message,
                                             const GError       *error);
gboolean     moei_exchange_check            (SoupMessage        *message,
                                             const char * const *types,
                                             GError            **error);

G_END_DECLS
