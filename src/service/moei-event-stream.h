/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MoeiEventStream:
 *
 * One client that listens: a connection, and what could not be sent yet.
 */
typedef struct _MoeiEventStream MoeiEventStream;

MoeiEventStream *moei_event_stream_new   (GIOStream       *connection,
                                          GSocket         *socket,
                                          int              epoll_fd,
                                          gpointer         event_data);
void             moei_event_stream_free  (MoeiEventStream *self);
gboolean         moei_event_stream_send  (MoeiEventStream *self,
                                          GBytes          *bytes);
gboolean         moei_event_stream_flush (MoeiEventStream *self);
gboolean         moei_event_stream_drain (MoeiEventStream *self);

G_END_DECLS
