/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "feed/moei-durations.h"

G_BEGIN_DECLS

#define MOEI_TYPE_STREAM (moei_stream_get_type ())

G_DECLARE_FINAL_TYPE (MoeiStream, moei_stream, MOEI, STREAM, GObject)

MoeiStream *moei_stream_new         (SoupSession         *session,
                                     const MoeiDurations *durations);
void        moei_stream_open        (MoeiStream          *self,
                                     GUri                *uri,
                                     const char          *last_id,
                                     guint                opening,
                                     guint                patience);
void        moei_stream_overtake    (MoeiStream          *self);
void        moei_stream_close       (MoeiStream          *self);
gboolean    moei_stream_said_hello  (MoeiStream          *self);
guint       moei_stream_get_beat    (MoeiStream          *self);
const char *moei_stream_get_last_id (MoeiStream          *self);
gint64      moei_stream_get_retry   (MoeiStream          *self);

G_END_DECLS
