/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "feed/moei-clock.h"
#include "feed/moei-durations.h"
#include "feed/moei-follower.h"
#include "feed/moei-way-out.h"
#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_FEED (moei_feed_get_type ())

G_DECLARE_FINAL_TYPE (MoeiFeed, moei_feed, MOEI, FEED, GObject)

MoeiFeed      *moei_feed_new            (const char          *service,
                                         MoeiOperation       *operation,
                                         const char          *cache_folder);
MoeiFeed      *moei_feed_new_with       (const char          *service,
                                         MoeiOperation       *operation,
                                         const char          *cache_folder,
                                         const MoeiDurations *durations);
void           moei_feed_set_way_out    (MoeiFeed            *self,
                                         MoeiWayOut          *way_out);
void           moei_feed_hold           (MoeiFeed            *self);
void           moei_feed_release        (MoeiFeed            *self);
void           moei_feed_start          (MoeiFeed            *self);
void           moei_feed_stop           (MoeiFeed            *self);
void           moei_feed_retry          (MoeiFeed            *self);

MoeiClock     *moei_feed_get_clock      (MoeiFeed            *self);
MoeiDataState  moei_feed_get_state      (MoeiFeed            *self);
gint64         moei_feed_get_last_heard (MoeiFeed            *self);
gint64         moei_feed_get_skew       (MoeiFeed            *self);
const GError  *moei_feed_get_trouble    (MoeiFeed            *self);
char          *moei_feed_dup_problem    (MoeiFeed            *self);
gboolean       moei_feed_is_denied      (MoeiFeed            *self);
MoeiFollowing  moei_feed_get_way        (MoeiFeed            *self);

G_END_DECLS
