/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/moei-feed.h"
#include "wire/moei-document.h"

#include "../service/service-fixture.h"
#include "chaos-proxy.h"

G_BEGIN_DECLS

/**
 * ChaosWorld:
 * @service: a whole service; its clock goes, from noon of 6 March 2025
 * @proxy: what stands in front of it
 * @served: href → the digests of all that it ever served there, each with its number
 * @shown: href → the number of what the model shows of it; absent while nothing is
 * @operation: (nullable): what the feed keeps current
 * @feed: (nullable): follows the service through the proxy
 * @live_s: for how long, at most, the feed said live while a document of the
 *   present was not the service's newest, in seconds
 *
 * A service, a network that misbehaves, a feed, and a witness who knows every
 * document that was ever served.
 */
typedef struct {
  ServiceFixture  service;
  ChaosProxy     *proxy;
  GHashTable     *served;
  GHashTable     *shown;
  char           *cache;
  MoeiDurations   durations;
  MoeiOperation  *operation;
  MoeiFeed       *feed;
  guint           n_changes;
  gboolean        may_ask;    /* it is current too where it asks and says that events do not come */
  guint           n_looks;    /* at the whole model */
  guint64         looked_at;  /* the model's state that was last looked at */
  guint64         newest_key; /* the same, of whether it is the newest */
  gboolean        newest;
  gint64          stale_since;
  double          live_s;
} ChaosWorld;

void        chaos_world_set_up     (ChaosWorld       *self);
void        chaos_world_tear_down  (ChaosWorld       *self);
void        chaos_world_start      (ChaosWorld       *self);
void        chaos_world_stop       (ChaosWorld       *self);
void        chaos_world_empty      (ChaosWorld       *self);
void        chaos_world_record     (ChaosWorld       *self);
void        chaos_world_change     (ChaosWorld       *self,
                                    MoeiDocumentKind  kind);
char       *chaos_world_get_href   (ChaosWorld       *self,
                                    MoeiDocumentKind  kind);
char       *chaos_world_find_fault (ChaosWorld       *self);
gboolean    chaos_world_shows_newest (ChaosWorld     *self,
                                      gboolean        all);
gboolean    chaos_world_is_current (ChaosWorld       *self);
char       *chaos_world_describe   (ChaosWorld       *self);
double      chaos_world_pass       (ChaosWorld       *self,
                                    double            seconds,
                                    gboolean          until_current,
                                    char            **fault);

G_END_DECLS
