/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "service/moei-rendition.h"

G_BEGIN_DECLS

/**
 * MoeiFreshnessPolicy:
 * @MOEI_FRESHNESS_POLICY_REVALIDATE: may be kept, but must be asked for again
 * @MOEI_FRESHNESS_POLICY_NEVER_KEEP: is different each time
 *
 * What a client may do with a document.
 */
typedef enum {
  MOEI_FRESHNESS_POLICY_REVALIDATE,
  MOEI_FRESHNESS_POLICY_NEVER_KEEP,
} MoeiFreshnessPolicy;

gboolean moei_response_accepts          (SoupServerMessage    *message,
                                         const char           *content_type);
void     moei_response_send             (SoupServerMessage    *message,
                                         MoeiRendition        *rendition,
                                         MoeiFreshnessPolicy   policy);
void     moei_response_refuse           (SoupServerMessage    *message,
                                         guint                 status,
                                         const char           *type,
                                         const char           *title,
                                         const char           *detail);
void     moei_response_refuse_parameter (SoupServerMessage    *message,
                                         const char           *pointer,
                                         const char           *pointed);
void     moei_response_not_acceptable   (SoupServerMessage    *message,
                                         const char           *content_type);

G_END_DECLS
