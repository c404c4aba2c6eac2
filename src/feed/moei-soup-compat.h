/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* libsoup does not notice that an HTTP/2 stream is dead, so Moei speaks
 * HTTP/1.1 only.  Before 3.4 the one way is SOUP_FORCE_HTTP1 in the
 * environment, which main() sets first thing. */
static inline void
moei_soup_message_force_http1 (SoupMessage *message)
{
#if SOUP_CHECK_VERSION (3, 4, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  soup_message_set_force_http1 (message, TRUE);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

G_END_DECLS
