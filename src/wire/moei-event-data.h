/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"

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

#define MOEI_TYPE_EVENT_DATA (moei_event_data_get_type ())

G_DECLARE_FINAL_TYPE (MoeiEventData, moei_event_data, MOEI, EVENT_DATA, MoeiEntity)

const char     *moei_event_kind_get_name          (MoeiEventKind   kind);
gboolean        moei_event_kind_from_name         (const char     *name,
                                                   MoeiEventKind  *kind);

char           *moei_event_id_format              (const char     *epoch,
                                                   gint64          revision);
gboolean        moei_event_id_parse               (const char     *id,
                                                   char          **epoch,
                                                   gint64         *revision);

MoeiEventData  *moei_event_data_new               (MoeiEventKind   kind);
MoeiEventData  *moei_event_data_decode            (MoeiEventKind   kind,
                                                   const char     *data,
                                                   GError        **error);
char           *moei_event_data_encode            (MoeiEventData  *self);

MoeiEventKind   moei_event_data_get_kind          (MoeiEventData  *self);
const char     *moei_event_data_get_epoch         (MoeiEventData  *self);
gint64          moei_event_data_get_revision      (MoeiEventData  *self);
gint64          moei_event_data_get_time          (MoeiEventData  *self);
double          moei_event_data_get_rate          (MoeiEventData  *self);
int             moei_event_data_get_ping_interval (MoeiEventData  *self);
int             moei_event_data_get_retry_after   (MoeiEventData  *self);
MoeiCollection *moei_event_data_get_documents     (MoeiEventData  *self);

G_END_DECLS
