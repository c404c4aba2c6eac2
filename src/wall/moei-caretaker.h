/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-operation.h"
#include "rota/moei-wall-plan.h"

G_BEGIN_DECLS

#define MOEI_TYPE_CARETAKER (moei_caretaker_get_type ())

G_DECLARE_FINAL_TYPE (MoeiCaretaker, moei_caretaker, MOEI, CARETAKER, GObject)

/**
 * MoeiFreshStart:
 * @kept: what is to be known afterwards
 * @error: return location for an error
 *
 * Lets the program begin anew; see moei_fresh_start_begin().
 *
 * Returns: %FALSE, with @error set, if it could not be done
 */
typedef gboolean (*MoeiFreshStart) (GVariant  *kept,
                                    GError   **error);

MoeiCaretaker *moei_caretaker_new             (GtkApplication *application,
                                               MoeiOperation  *operation,
                                               MoeiWallPlan   *plan,
                                               GListModel     *walls);
void           moei_caretaker_look            (MoeiCaretaker  *self,
                                               gint64          time);
void           moei_caretaker_wake            (MoeiCaretaker  *self);
gboolean       moei_caretaker_get_blank       (MoeiCaretaker  *self);
void           moei_caretaker_set_fresh_start (MoeiCaretaker  *self,
                                               MoeiFreshStart  fresh_start);

G_END_DECLS
