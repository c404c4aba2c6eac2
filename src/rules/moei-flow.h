/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-quota-day.h"

G_BEGIN_DECLS

/* From how many operating days the flow is taken: two working weeks. */
#define MOEI_FLOW_WINDOW 10

/**
 * MoeiRate:
 * @people: people
 * @days: in so many operating days; 0 if the rate is not known
 *
 * How many people a day, as it was counted: no fraction is rounded away.
 */
typedef struct {
  gint64 people;
  int    days;
} MoeiRate;

/**
 * MoeiFlowSums:
 * @whole: of all ten operating days
 * @less: of that working week in which it was less
 * @more: of the other one
 */
typedef struct {
  MoeiRate whole;
  MoeiRate less;
  MoeiRate more;
} MoeiFlowSums;

/**
 * MoeiFlow:
 * @entered: people who newly joined the queue
 * @confirmed: people whose embassy confirmed them
 * @progress: whether anybody was confirmed or left
 *
 * How the queue of one nationality has moved in the last ten operating days.
 */
typedef struct {
  MoeiFlowSums entered;
  MoeiFlowSums confirmed;
  gboolean     progress;
} MoeiFlow;

/**
 * MoeiFlowDay:
 * @day: (nullable): what the service says of the day
 * @is_operating: whether it is an operating day, neither weekend nor holiday
 *
 * One past day, for [func@flow_compute].
 */
typedef struct {
  MoeiQuotaDay *day;
  gboolean      is_operating;
} MoeiFlowDay;

gboolean moei_rate_is_known (const MoeiRate    *self);
int      moei_rate_of_day   (const MoeiRate    *self,
                             int                day);
int      moei_rate_compare  (const MoeiRate    *a,
                             const MoeiRate    *b);

void     moei_flow_compute  (MoeiFlow          *self,
                             const char        *nationality,
                             const MoeiFlowDay *days,
                             guint              n_days);

G_END_DECLS
