/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-server.h"

G_BEGIN_DECLS

/**
 * MoeiServingOptions:
 * @store: (nullable): the store's file; `NULL` for the usual place
 * @listen: (nullable): an address and a port; `NULL` for the usual ones
 * @socket: (nullable): a Unix socket's file, instead of an address
 * @allow_remote: whether other machines may reach the address
 * @cors: whether pages of any web site may read
 * @ready_fd: where to say that it is ready; 0 or less for standard output
 *
 * What a service is told on its command line.
 */
typedef struct {
  char     *store;
  char     *listen;
  char     *socket;
  gboolean  allow_remote;
  gboolean  cors;
  int       ready_fd;
} MoeiServingOptions;

/**
 * MoeiServingFunc:
 * @store: the open store
 * @clock: the service's clock, at the machine's time
 * @user_data: what moei_serving_run() was given
 * @error: return location
 *
 * Called before the service begins to listen.
 *
 * Returns: whether to go on
 */
typedef gboolean (*MoeiServingFunc) (MoeiStore         *store,
                                     MoeiServiceClock  *clock,
                                     gpointer           user_data,
                                     GError           **error);

void     moei_serving_options_add   (MoeiServingOptions        *self,
                                     GOptionContext            *context);
void     moei_serving_options_clear (MoeiServingOptions        *self);
char    *moei_serving_store_path    (const char                *given);

gboolean moei_serving_run           (const MoeiServingOptions  *options,
                                     MoeiServingFunc            prepare,
                                     gpointer                   user_data,
                                     GError                   **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MoeiServingOptions, moei_serving_options_clear)

G_END_DECLS
