/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/moei-feed.h"
#include "feed/moei-hints.h"
#include "feed/moei-reader.h"

G_BEGIN_DECLS

/* For moei-feed.c and moei-feed-way.c. */
struct _MoeiFeed {
  GObject parent_instance;

  char                *service;
  char                *cache_folder;
  MoeiOperation       *operation;
  const MoeiDurations *durations;
  MoeiClock           *clock;
  MoeiReader          *reader;
  MoeiFollower        *follower;
  MoeiHints           *hints;
  MoeiWayOut          *way_out;

  MoeiDataState state;
  gint64        heard;          /* boot time of the last word; G_MININT64 for none */
  GError       *problem;        /* of the address, or what kept documents from coming */
  GError       *stream_problem; /* what keeps events from coming */
  guint         tick_id;
  guint         way_id;         /* until the way out is tried again */
  gboolean      held;           /* shows the last good picture, and asks nobody yet */
  gboolean      loaded;         /* the last good picture, if there is one */

  guint started : 1;
  guint on_the_way : 1; /* the way out is open */
  guint spoken : 1;    /* the last word came since the start */
  guint listening : 1; /* events arrive */
  guint asking : 1;    /* they do not, but documents do */
  guint failing : 1;   /* the last attempt did not reach the service */
};

void moei_feed_set_out     (MoeiFeed      *self);
void moei_feed_take_denial (MoeiFeed      *self,
                            const GError  *error);
void moei_feed_set_problem (MoeiFeed      *self,
                            GError       **place,
                            const GError  *error);
void moei_feed_judge       (MoeiFeed      *self);

G_END_DECLS
