/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *moei_evidence_new     (const char      *host,
                             int              port,
                             GTlsCertificate *certificate);
char *moei_evidence_to_text (const char      *evidence);

G_END_DECLS
