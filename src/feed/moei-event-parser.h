/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What one stream may make us hold at most, in bytes. */
#define MOEI_EVENT_PARSER_MAX_LINE  (64 * 1024)
#define MOEI_EVENT_PARSER_MAX_EVENT (256 * 1024)

#define MOEI_TYPE_EVENT_PARSER (moei_event_parser_get_type ())

G_DECLARE_FINAL_TYPE (MoeiEventParser, moei_event_parser, MOEI, EVENT_PARSER, GObject)

MoeiEventParser *moei_event_parser_new         (void);
const char      *moei_event_parser_get_last_id (MoeiEventParser  *self);
gint64           moei_event_parser_get_retry   (MoeiEventParser  *self);
void             moei_event_parser_push        (MoeiEventParser  *self,
                                                GBytes           *chunk);
gboolean         moei_event_parser_next        (MoeiEventParser  *self,
                                                char            **type,
                                                GBytes          **data,
                                                GError          **error);

G_END_DECLS
