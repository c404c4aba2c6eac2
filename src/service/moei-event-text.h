/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-service-clock.h"
#include "service/moei-store-view.h"
#include "wire/moei-event-data.h"

G_BEGIN_DECLS

/* Events as the stream carries them. */

GBytes   *moei_event_text_format   (MoeiEventData     *event,
                                    const char        *id);
GBytes   *moei_event_text_hello    (MoeiStoreView     *view,
                                    MoeiServiceClock  *clock,
                                    guint              ping_s);
GBytes   *moei_event_text_ping     (MoeiServiceClock  *clock,
                                    gint64             revision);
GBytes   *moei_event_text_bye      (int                retry_ms);
gboolean  moei_event_text_catch_up (MoeiStoreView     *view,
                                    const char        *last_event_id,
                                    GBytes           **text,
                                    GError           **error);

G_END_DECLS
