/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "operation/moei-operation.h"

G_BEGIN_DECLS

/**
 * MoeiDetailRow:
 * @name: what is said
 * @value: what it is
 * @provenance: (nullable): who said it and as of when
 *
 * A line of what is known about something.
 */
typedef struct {
  char *name;
  char *value;
  char *provenance;
} MoeiDetailRow;

char      *moei_detail_subtitle (MoeiEntity    *entity,
                                 MoeiOperation *operation);
char      *moei_detail_remark   (MoeiEntity    *entity);
GPtrArray *moei_detail_rows     (MoeiEntity    *entity,
                                 MoeiOperation *operation);

G_END_DECLS
