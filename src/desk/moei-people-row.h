/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-stage-stack.h"
#include "operation/moei-nationality.h"

G_BEGIN_DECLS

/**
 * MoeiPeopleFigures:
 * @at: people at each stage now, by #MoeiStage
 * @waiting: all of them who have not departed
 * @longest_wait: the longest wait among those, in days
 * @below: counts below this are withheld; 0 for none
 *
 * The figures of a row as they may be shown; each may be suppressed or withheld.
 */
typedef struct {
  int at[MOEI_N_STAGES];
  int waiting;
  int longest_wait;
  int below;
} MoeiPeopleFigures;

#define MOEI_TYPE_PEOPLE_ROW (moei_people_row_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPeopleRow, moei_people_row, MOEI, PEOPLE_ROW, GObject)

MoeiPeopleRow           *moei_people_row_new             (const char              *id,
                                                          MoeiNationality         *nationality);
const char              *moei_people_row_get_id          (MoeiPeopleRow           *self);
MoeiNationality         *moei_people_row_get_nationality (MoeiPeopleRow           *self);
const char              *moei_people_row_get_name        (MoeiPeopleRow           *self);
const MoeiPeopleFigures *moei_people_row_get_figures     (MoeiPeopleRow           *self);
const char              *moei_people_row_get_readiness   (MoeiPeopleRow           *self);
const char              *moei_people_row_get_holders     (MoeiPeopleRow           *self);
const char              *moei_people_row_get_clearing    (MoeiPeopleRow           *self);
gint64                   moei_people_row_get_clearing_key (MoeiPeopleRow          *self);
gboolean                 moei_people_row_get_pinned      (MoeiPeopleRow           *self);
void                     moei_people_row_set_pinned      (MoeiPeopleRow           *self,
                                                          gboolean                 pinned);
void                     moei_people_row_take            (MoeiPeopleRow           *self,
                                                          const MoeiPeopleFigures *figures,
                                                          char                    *holders,
                                                          char                    *clearing,
                                                          gint64                   clearing_key);

G_END_DECLS
