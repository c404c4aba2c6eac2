/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-exercise-course.h"

G_BEGIN_DECLS

#define MINUTE G_TIME_SPAN_MINUTE
#define HOUR   G_TIME_SPAN_HOUR

/* The built-in operation, and the course of an exercise on it. */
typedef struct {
  MoeiBundle *plan;
  MoeiCourse *course;
  gint64      start;
  gint64      end;
} Fixture;

void     fixture_set_up    (Fixture          *fixture,
                            gconstpointer     data);
void     fixture_tear_down (Fixture          *fixture,
                            gconstpointer     data);

gint64   instant           (const char       *string);
gpointer look              (MoeiBundle       *state,
                            MoeiDocumentKind  kind,
                            const char       *id);
GBytes  *encode            (MoeiBundle       *state);

G_END_DECLS
