/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "service/moei-server.h"

G_BEGIN_DECLS

/**
 * ServiceFixture:
 * @store: a store with the built-in operation, at revision 2
 * @clock: a clock that stands at noon of Thursday, 6 March 2025, in Bangkok
 * @server: a server of both on loopback
 * @session: a client that decodes nothing
 *
 * A whole service, with a client.
 */
typedef struct {
  char             *folder;
  char             *uri;
  MoeiStore        *store;
  MoeiServiceClock *clock;
  MoeiServer       *server;
  SoupSession      *session;
} ServiceFixture;

/**
 * Answer:
 * @status: its HTTP status
 * @headers: its headers
 * @body: its body, as sent
 *
 * What the service answered.
 */
typedef struct {
  guint               status;
  SoupMessageHeaders *headers;
  GBytes             *body;
} Answer;

void    service_fixture_set_up    (ServiceFixture *fixture,
                                   gconstpointer   data);
void    service_fixture_tear_down (ServiceFixture *fixture,
                                   gconstpointer   data);
Answer *service_fixture_ask       (ServiceFixture *fixture,
                                   const char     *method,
                                   const char     *path,
                                   ...) G_GNUC_NULL_TERMINATED;
void    service_fixture_put       (ServiceFixture *fixture,
                                   const char     *notice,
                                   const char     *source);

const char *answer_get            (Answer         *answer,
                                   const char     *header);
char   *answer_get_text           (Answer         *answer);
void    answer_free               (Answer         *answer);

/* Runs the main loop until a condition holds, and fails if that takes too long. */
#define wait_until(condition) G_STMT_START {                                          \
  gboolean late = FALSE;                                                              \
  guint timeout = g_timeout_add_seconds (120, service_fixture_is_late, &late);         \
  while (!(condition) && !late)                                                       \
    g_main_context_iteration (NULL, TRUE);                                            \
  g_assert_false (late && "waited in vain for: " #condition);                         \
  g_source_remove (timeout);                                                          \
} G_STMT_END

gboolean service_fixture_is_late  (gpointer        user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

G_END_DECLS
