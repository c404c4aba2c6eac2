/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "feed/moei-clock.h"
#include "feed/moei-durations.h"
#include "feed/moei-last-good.h"
#include "feed/moei-way-out.h"
#include "operation/moei-operation.h"

G_BEGIN_DECLS

#define MOEI_TYPE_READER (moei_reader_get_type ())

G_DECLARE_FINAL_TYPE (MoeiReader, moei_reader, MOEI, READER, GObject)

MoeiReader *moei_reader_new          (GUri                 *service,
                                      MoeiOperation        *operation,
                                      MoeiClock            *clock,
                                      MoeiLastGood         *last_good,
                                      const MoeiDurations  *durations);
void        moei_reader_take_way_out (MoeiReader           *self,
                                      MoeiWayOut           *way_out);
void        moei_reader_load_async   (MoeiReader           *self,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gint64      moei_reader_load_finish  (MoeiReader           *self,
                                      GAsyncResult         *result);
void        moei_reader_read         (MoeiReader           *self,
                                      gint64                revision);
void        moei_reader_ask_anew     (MoeiReader           *self);
void        moei_reader_confirm      (MoeiReader           *self);
void        moei_reader_forget       (MoeiReader           *self);
void        moei_reader_stop         (MoeiReader           *self);
const char *moei_reader_get_epoch    (MoeiReader           *self);
gint64      moei_reader_get_revision (MoeiReader           *self);

G_END_DECLS
