/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"

G_BEGIN_DECLS

/* The post that acts in the exercise, and the id of what it reports of a place. */
#define MOEI_EXERCISE_POST "exercise"

gpointer moei_exercise_copy         (gpointer         entity);
void     moei_exercise_share        (MoeiCollection  *collection,
                                     gpointer         entity);
void     moei_exercise_tell_reports (MoeiCollection  *planned,
                                     gint64           instant,
                                     MoeiCollection  *reports);

G_END_DECLS
