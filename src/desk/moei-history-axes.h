/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-collection.h"

G_BEGIN_DECLS

/**
 * MoeiHistoryAxes:
 * @top: the people at the topmost line
 * @step: the people from line to line
 * @left: where the days begin, in pixels
 * @day_width: how wide a day is
 * @base: where nobody is, from the top
 * @height: from there to the topmost line
 *
 * Where a #MoeiHistoryChart draws what.
 */
typedef struct {
  int    top;
  int    step;
  double left;
  double day_width;
  double base;
  double height;
} MoeiHistoryAxes;

void          moei_history_axes_set_top    (MoeiHistoryAxes       *self,
                                            int                    people);
void          moei_history_axes_fit        (MoeiHistoryAxes       *self,
                                            GtkWidget             *widget,
                                            int                    width,
                                            int                    height,
                                            guint                  n_days);
double        moei_history_axes_scale      (const MoeiHistoryAxes *self,
                                            int                    people);
GtkAllocation moei_history_axes_place      (const MoeiHistoryAxes *self,
                                            guint                  day,
                                            int                    height);
int           moei_history_axes_find       (const MoeiHistoryAxes *self,
                                            double                 x,
                                            guint                  n_days);
void          moei_history_axes_draw       (const MoeiHistoryAxes *self,
                                            GtkWidget             *widget,
                                            GtkSnapshot           *snapshot,
                                            guint                  first,
                                            guint                  n_days);
void          moei_history_axes_draw_plan  (const MoeiHistoryAxes *self,
                                            GtkWidget             *widget,
                                            GtkSnapshot           *snapshot,
                                            guint                  day,
                                            int                    quota);
void          moei_history_axes_draw_rules (const MoeiHistoryAxes *self,
                                            GtkWidget             *widget,
                                            GtkSnapshot           *snapshot,
                                            MoeiCollection        *rules,
                                            guint                  first,
                                            guint                  n_days);

G_END_DECLS
