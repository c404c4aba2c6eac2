/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk/moei-people-row.h"
#include "operation/moei-operation.h"
#include "rules/moei-clearing.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PEOPLE_SHEET (moei_people_sheet_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPeopleSheet, moei_people_sheet, MOEI, PEOPLE_SHEET, GObject)

MoeiPeopleSheet *moei_people_sheet_new        (void);
GListModel      *moei_people_sheet_get_rows   (MoeiPeopleSheet *self);
GListModel      *moei_people_sheet_get_pinned (MoeiPeopleSheet *self);
MoeiPeopleRow   *moei_people_sheet_lookup     (MoeiPeopleSheet *self,
                                               const char      *id);
MoeiPeopleRow   *moei_people_sheet_get_total  (MoeiPeopleSheet *self);
const MoeiClearing *moei_people_sheet_get_clearing (MoeiPeopleSheet *self,
                                                   const char      *id);
void             moei_people_sheet_update     (MoeiPeopleSheet *self,
                                               MoeiOperation   *operation,
                                               gint64           now,
                                               const char      *my_country,
                                               int              withhold_below);

G_END_DECLS
