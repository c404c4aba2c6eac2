/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"

G_BEGIN_DECLS

/* Nothing was seen yet, or of another set of data. */
#define MOEI_LOG_NOTHING_SEEN (-1)

gint64  moei_log_mark_get_number   (const char    *id);
gint64  moei_log_mark_get_newest   (MoeiOperation *operation);
gint64  moei_log_mark_parse        (const char    *seen,
                                    MoeiOperation *operation);
char   *moei_log_mark_write        (MoeiOperation *operation);
guint   moei_log_mark_count_unseen (const char    *seen,
                                    MoeiOperation *operation);

G_END_DECLS
