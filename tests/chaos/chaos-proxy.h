/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chaos-fault.h"

G_BEGIN_DECLS

/**
 * ChaosChooser:
 * @href: what is asked for
 * @user_data: what chaos_proxy_set_chooser() was given
 *
 * Returns: what is to happen to the answer
 */
typedef ChaosFault (*ChaosChooser) (const char *href,
                                    gpointer    user_data);

#define CHAOS_TYPE_PROXY (chaos_proxy_get_type ())

G_DECLARE_FINAL_TYPE (ChaosProxy, chaos_proxy, CHAOS, PROXY, GObject)

ChaosProxy *chaos_proxy_new         (guint16       port,
                                     guint16       upstream,
                                     guint32       seed);
guint16     chaos_proxy_get_port    (ChaosProxy   *self);
void        chaos_proxy_set_seed    (ChaosProxy   *self,
                                     guint32       seed);
void        chaos_proxy_set_fault   (ChaosProxy   *self,
                                     const char   *href,
                                     ChaosFault    fault);
void        chaos_proxy_set_chooser (ChaosProxy   *self,
                                     ChaosChooser  chooser,
                                     gpointer      user_data);
void        chaos_proxy_set_idle    (ChaosProxy   *self,
                                     guint         milliseconds);
void        chaos_proxy_heal        (ChaosProxy   *self);
void        chaos_proxy_reset_all   (ChaosProxy   *self);
guint       chaos_proxy_get_n_hit   (ChaosProxy   *self);
void        chaos_proxy_forget      (ChaosProxy   *self);
void        chaos_proxy_stop        (ChaosProxy   *self);

G_END_DECLS
