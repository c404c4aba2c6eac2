/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/moei-event-hub.h"
#include "service/moei-reception.h"
#include "service/moei-service-clock.h"
#include "service/moei-store.h"

G_BEGIN_DECLS

#define MOEI_SERVER_ERROR (moei_server_error_quark ())

/**
 * MoeiServerError:
 * @MOEI_SERVER_ERROR_ADDRESS: that is no address to listen on
 * @MOEI_SERVER_ERROR_REMOTE: others than this machine could reach that address
 * @MOEI_SERVER_ERROR_IN_USE: another program listens there
 * @MOEI_SERVER_ERROR_FAILED: the machine does not let us
 *
 * Why the server cannot listen.
 */
typedef enum {
  MOEI_SERVER_ERROR_ADDRESS,
  MOEI_SERVER_ERROR_REMOTE,
  MOEI_SERVER_ERROR_IN_USE,
  MOEI_SERVER_ERROR_FAILED,
} MoeiServerError;

GQuark moei_server_error_quark (void);

#define MOEI_TYPE_SERVER (moei_server_get_type ())

G_DECLARE_FINAL_TYPE (MoeiServer, moei_server, MOEI, SERVER, GObject)

MoeiServer    *moei_server_new           (MoeiStore         *store,
                                          MoeiServiceClock  *clock);
void           moei_server_set_cors      (MoeiServer        *self,
                                          gboolean           cors);
MoeiEventHub  *moei_server_get_hub       (MoeiServer        *self);
MoeiReception *moei_server_get_reception (MoeiServer        *self);
gboolean       moei_server_listen        (MoeiServer        *self,
                                          const char        *address,
                                          gboolean           allow_remote,
                                          GError           **error);
gboolean       moei_server_listen_unix   (MoeiServer        *self,
                                          const char        *path,
                                          GError           **error);
void           moei_server_listen_socket (MoeiServer        *self,
                                          GSocket           *socket);
char          *moei_server_get_uri       (MoeiServer        *self);
void           moei_server_stop          (MoeiServer        *self);

G_END_DECLS
