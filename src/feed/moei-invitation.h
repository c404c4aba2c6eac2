/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The most that such a file may have, in bytes. */
#define MOEI_INVITATION_MAX_SIZE (256 * 1024)

/**
 * MoeiInvitation:
 * @address: the service's address
 * @name: (nullable): what the service is called
 * @proxy: (nullable): the proxy to take
 * @token: (nullable): which token the service wants to see: a name, not the token
 * @authorities_file: (nullable): the whole path of a file of authorities
 * @authorities: (nullable): those that the file holds itself, in PEM form
 *
 * What a file says of a service and the way to it.
 */
typedef struct {
  char *address;
  char *name;
  char *proxy;
  char *token;
  char *authorities_file;
  char *authorities;
} MoeiInvitation;

void            moei_invitation_free        (MoeiInvitation       *self);
MoeiInvitation *moei_invitation_parse       (const char           *path,
                                             const char           *text,
                                             GError              **error);
void            moei_invitation_open_async  (const char           *path,
                                             const char           *folder,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
MoeiInvitation *moei_invitation_open_finish (GAsyncResult         *result,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiInvitation, moei_invitation_free)

G_END_DECLS
