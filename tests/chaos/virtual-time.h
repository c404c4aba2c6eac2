/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     virtual_time_begin      (void);
void     virtual_time_end        (void);
gint64   virtual_time_now        (void);
gboolean virtual_time_step       (void);
void     virtual_time_set_stride (gint64 microseconds);
void     virtual_time_suspend    (gint64 duration);
void     virtual_time_set_wall   (gint64 shift);

#define virtual_time_pass(seconds) G_STMT_START {                           \
  gint64 until = virtual_time_now () + (gint64) ((seconds) * G_USEC_PER_SEC); \
  while (virtual_time_now () < until)                                       \
    virtual_time_step ();                                                   \
} G_STMT_END

G_END_DECLS
