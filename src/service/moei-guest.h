/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

#define MOEI_TYPE_GUEST (moei_guest_get_type ())

G_DECLARE_FINAL_TYPE (MoeiGuest, moei_guest, MOEI, GUEST, GIOStream)

MoeiGuest *moei_guest_new              (GSocket            *socket);
gboolean   moei_guest_hand_over        (MoeiGuest          *self,
                                        SoupServer         *soup,
                                        GError            **error);
MoeiGuest *moei_guest_of               (SoupServerMessage  *message);
GSocket   *moei_guest_get_socket       (MoeiGuest          *self);
void       moei_guest_expect           (MoeiGuest          *self,
                                        gsize               bytes);
void       moei_guest_let_speak        (MoeiGuest          *self);
void       moei_guest_wait_for         (MoeiGuest          *self,
                                        gint64              patience_us);
void       moei_guest_attend           (MoeiGuest          *self,
                                        gint64              patience_us);
gint64     moei_guest_get_deadline     (MoeiGuest          *self);
gint64     moei_guest_get_waited_since (MoeiGuest          *self);

G_END_DECLS
