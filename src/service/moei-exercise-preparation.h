/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-exercise-moment.h"

G_BEGIN_DECLS

/**
 * MoeiPreparation:
 * @listed: how many are on the list
 * @screened: how many of them are screened
 * @embassy_confirmed: how many of them their embassy has confirmed
 * @slot_given: how many of them have a slot
 *
 * How far a group has come before it sets out.
 */
typedef struct {
  int listed;
  int screened;
  int embassy_confirmed;
  int slot_given;
} MoeiPreparation;

MoeiPreparation moei_preparation_of (MoeiMoment *moment,
                                     int         people,
                                     gint64      sets_out);

G_END_DECLS
