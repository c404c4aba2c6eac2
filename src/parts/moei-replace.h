/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For setters of what is told each second, and mostly is nothing new: each
 * returns whether @value differs from what was held at @place before. */

static inline gboolean
moei_replace_int (int *place,
                  int  value)
{
  gboolean differs = *place != value;

  *place = value;
  return differs;
}

static inline gboolean
moei_replace_int64 (gint64 *place,
                    gint64  value)
{
  gboolean differs = *place != value;

  *place = value;
  return differs;
}

static inline gboolean
moei_replace_string (char       **place,
                     const char  *value)
{
  if (g_strcmp0 (*place, value) == 0)
    return FALSE;

  g_free (*place);
  *place = g_strdup (value);
  return TRUE;
}

G_END_DECLS
