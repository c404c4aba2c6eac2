/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

void     moei_body_guard_watch   (SoupServerMessage *message);
gboolean moei_body_guard_refuses (SoupServerMessage *message);

G_END_DECLS
