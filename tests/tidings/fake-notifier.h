/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whoever shows notifications: any desktop, GNOME's, or a sandbox's portal. */
typedef enum {
  FAKE_NOTIFIER_FREEDESKTOP,
  FAKE_NOTIFIER_GNOME,
  FAKE_NOTIFIER_PORTAL,
} FakeNotifierKind;

/* On the bus of the test, in a thread of its own: GLib waits for some answers. */
typedef struct _FakeNotifier FakeNotifier;

FakeNotifier *fake_notifier_start (FakeNotifierKind  kind);
void          fake_notifier_end   (FakeNotifier     *self);
const char   *fake_notifier_name  (FakeNotifier     *self);
char         *fake_notifier_dup   (FakeNotifier     *self);
void          fake_notifier_press (FakeNotifier     *self,
                                   const char       *application);

G_END_DECLS
