/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-tally.h"
#include "rules/moei-clearing.h"

G_BEGIN_DECLS

/* Weekdays of a lane, Monday first */
#define MONDAY_TUESDAY      0x03
#define WEDNESDAY_TO_FRIDAY 0x1c
#define WEEKDAYS            0x1f
#define SATURDAY            0x20

guint           day_of               (int               day,
                                      int               month);
gint64          at                   (guint             day,
                                      int               hour,
                                      int               minute);

MoeiCollection *rules_of_march       (void);
void            add_rule             (MoeiCollection   *rules,
                                      const char       *id,
                                      guint             effective,
                                      int               quota,
                                      const char       *spare);
void            add_lane             (MoeiCollection   *rules,
                                      const char       *id,
                                      int               weekdays,
                                      const char       *order);
MoeiCollection *holidays_of_april    (void);

MoeiQuotaDay   *add_day              (MoeiCollection   *days,
                                      guint             date,
                                      int               quota,
                                      MoeiDayState      state);
MoeiTally      *add_tally            (MoeiQuotaDay     *day,
                                      const char       *nationality,
                                      int               entered,
                                      int               confirmed,
                                      int               departed);
void            add_queue            (MoeiCollection   *nationalities,
                                      const char       *id,
                                      int               held,
                                      int               confirmed);

G_END_DECLS
