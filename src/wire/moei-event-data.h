/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "wire/moei-event-kind.h"

G_BEGIN_DECLS

#define MOEI_TYPE_EVENT_DATA (moei_event_data_get_type ())

G_DECLARE_FINAL_TYPE (MoeiEventData, moei_event_data, MOEI, EVENT_DATA, MoeiEntity)

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
