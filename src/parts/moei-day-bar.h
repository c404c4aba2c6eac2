/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MOEI_TYPE_DAY_BAR (moei_day_bar_get_type ())

G_DECLARE_FINAL_TYPE (MoeiDayBar, moei_day_bar, MOEI, DAY_BAR, GtkWidget)

/**
 * MoeiDayStages:
 * @departed: people who left
 * @at_airport: people at the airport now
 * @on_bus: people on buses now
 * @slot_given: people with a slot who have not got on a bus
 * @planned: people whom the plan of the day names, all stages together
 * @quota: people allowed to leave
 *
 * What a day's bar stacks.  Counts are below 0 if not known.
 */
typedef struct {
  int departed;
  int at_airport;
  int on_bus;
  int slot_given;
  int planned;
  int quota;
} MoeiDayStages;

int  moei_day_stages_get_top (const MoeiDayStages *self);
void moei_day_bar_show       (MoeiDayBar          *self,
                              const MoeiDayStages *stages,
                              int                  maximum);

G_END_DECLS
