/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "service/moei-service-clock.h"
#include "service/moei-store.h"

G_BEGIN_DECLS

#define MOEI_TYPE_EVENT_HUB (moei_event_hub_get_type ())

G_DECLARE_FINAL_TYPE (MoeiEventHub, moei_event_hub, MOEI, EVENT_HUB, GObject)

/**
 * MoeiEventRequest:
 * @ping_s: after how many seconds of silence to say that we live
 * @close_after_state: whether to end after the first change
 * @last_event_id: (nullable): the last event that the client has seen
 * @headers: further response headers, each ended by CR LF
 *
 * How a client wants to listen.
 */
typedef struct {
  guint       ping_s;
  gboolean    close_after_state;
  const char *last_event_id;
  const char *headers;
} MoeiEventRequest;

MoeiEventHub *moei_event_hub_new        (MoeiStore               *store,
                                         MoeiServiceClock        *clock);
gboolean      moei_event_hub_accept     (MoeiEventHub            *self,
                                         SoupServerMessage       *message,
                                         const MoeiEventRequest  *request,
                                         GError                 **error);
void          moei_event_hub_set_limits (MoeiEventHub            *self,
                                         guint                    max_streams,
                                         guint                    patience_ms);
gboolean      moei_event_hub_is_full    (MoeiEventHub            *self);
guint         moei_event_hub_size       (MoeiEventHub            *self);
void          moei_event_hub_close      (MoeiEventHub            *self);

G_END_DECLS
