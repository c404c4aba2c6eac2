/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char            *moei_way_files_read_text        (const char   *path,
                                                  gsize         most,
                                                  GError      **error);
gboolean         moei_way_files_check_pem        (const char   *path,
                                                  const char   *text,
                                                  GError      **error);
GTlsDatabase    *moei_way_files_read_authorities (const char   *path,
                                                  GError      **error);
GTlsCertificate *moei_way_files_read_certificate (const char   *path,
                                                  GError      **error);
char            *moei_way_files_read_token       (const char   *path,
                                                  GError      **error);
gboolean         moei_way_files_is_token         (const char   *text);
gboolean         moei_way_files_check_proxy      (const char   *text,
                                                  GError      **error);

G_END_DECLS
