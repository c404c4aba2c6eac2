/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "feed/moei-durations.h"
#include "feed/moei-way-out.h"
#include "feed/moei-way.h"

G_BEGIN_DECLS

#define MOEI_TYPE_FOLLOWER (moei_follower_get_type ())

G_DECLARE_FINAL_TYPE (MoeiFollower, moei_follower, MOEI, FOLLOWER, GObject)

MoeiFollower  *moei_follower_new          (GUri                *service,
                                           const MoeiDurations *durations);
void           moei_follower_take_way_out (MoeiFollower        *self,
                                           MoeiWayOut          *way_out);
void           moei_follower_start        (MoeiFollower        *self);
void           moei_follower_stop         (MoeiFollower        *self);
void           moei_follower_hurry        (MoeiFollower        *self);
void           moei_follower_note_read    (MoeiFollower        *self,
                                           char                *id);
MoeiFollowing  moei_follower_get_way      (MoeiFollower        *self);
guint          moei_follower_get_patience (MoeiFollower        *self,
                                           gboolean             asking);
gboolean       moei_follower_is_stopped   (MoeiFollower        *self);

G_END_DECLS
