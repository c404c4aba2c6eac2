/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MoeiJsonNames:
 *
 * The members' names of the objects that a scan is in, the innermost last.
 */
typedef struct {
  GArray    *names;
  GPtrArray *decoded; /* those that are written with escapes */
} MoeiJsonNames;

void     moei_json_names_init    (MoeiJsonNames *self);
void     moei_json_names_clear   (MoeiJsonNames *self);
guint    moei_json_names_size    (MoeiJsonNames *self);
void     moei_json_names_shrink  (MoeiJsonNames *self,
                                  guint          size);
gboolean moei_json_names_add     (MoeiJsonNames *self,
                                  guint          first,
                                  const char    *text,
                                  gsize          length);
gboolean moei_json_names_decoded (MoeiJsonNames *self,
                                  guint          first,
                                  GString       *name);

G_END_DECLS
