/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wire/moei-fields.h"

G_BEGIN_DECLS

/**
 * MoeiEventKind:
 * @MOEI_EVENT_HELLO: the stream begins: epoch, revision, time, rate, ping interval
 * @MOEI_EVENT_CHANGED: documents changed: revision, and which
 * @MOEI_EVENT_PING: the service lives: time, rate, revision
 * @MOEI_EVENT_RESET: nothing known holds any more: epoch, revision
 * @MOEI_EVENT_BYE: the service goes: after how long to come back
 *
 * What the stream of events says.  An event is a hint to read a document
 * again, never the truth itself.
 */
typedef enum {
  MOEI_EVENT_HELLO,
  MOEI_EVENT_CHANGED,
  MOEI_EVENT_PING,
  MOEI_EVENT_RESET,
  MOEI_EVENT_BYE,
} MoeiEventKind;

#define MOEI_N_EVENT_KINDS 5

const char      *moei_event_kind_get_name   (MoeiEventKind   kind);
const MoeiField *moei_event_kind_get_fields (MoeiEventKind   kind);
gboolean         moei_event_kind_from_name  (const char     *name,
                                             MoeiEventKind  *kind);

char            *moei_event_id_format       (const char     *epoch,
                                             gint64          revision);
gboolean         moei_event_id_parse        (const char     *id,
                                             char          **epoch,
                                             gint64         *revision);

G_END_DECLS
