/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MoeiJsonWriter:
 * @text: what is written so far
 * @comma: whether a comma must come before the next member or item
 *
 * Writes JSON in the order in which it is told, so that the same facts always
 * make the same bytes.  Strings must be UTF-8 and numbers finite.
 */
typedef struct {
  GString  *text;
  gboolean  comma;
} MoeiJsonWriter;

void moei_json_write_member  (MoeiJsonWriter *self,
                              const char     *name);
void moei_json_open          (MoeiJsonWriter *self,
                              char            bracket);
void moei_json_close         (MoeiJsonWriter *self,
                              char            bracket);
void moei_json_write_null    (MoeiJsonWriter *self);
void moei_json_write_boolean (MoeiJsonWriter *self,
                              gboolean        boolean);
void moei_json_write_integer (MoeiJsonWriter *self,
                              gint64          integer);
void moei_json_write_double  (MoeiJsonWriter *self,
                              double          number);
void moei_json_write_string  (MoeiJsonWriter *self,
                              const char     *string);

G_END_DECLS
