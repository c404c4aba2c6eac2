/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The session manager that blanks screens, on the bus of the test, in a thread
 * of its own: the toolkit waits for its answers. */
typedef struct _FakeSession FakeSession;

FakeSession *fake_session_start         (void);
void         fake_session_end           (FakeSession *self);
guint        fake_session_get_inhibited (FakeSession *self);
guint        fake_session_get_n_asked   (FakeSession *self);

G_END_DECLS
