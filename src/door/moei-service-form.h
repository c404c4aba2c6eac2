/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "feed/moei-invitation.h"
#include "feed/moei-way-out.h"

G_BEGIN_DECLS

#define MOEI_TYPE_SERVICE_FORM (moei_service_form_get_type ())

G_DECLARE_FINAL_TYPE (MoeiServiceForm, moei_service_form, MOEI, SERVICE_FORM, GtkBox)

char       *moei_service_form_dup_address     (MoeiServiceForm      *self);
MoeiWayOut *moei_service_form_make_way_out    (MoeiServiceForm      *self);
void        moei_service_form_set             (MoeiServiceForm      *self,
                                               const char           *address,
                                               MoeiWayOut           *way_out);
void        moei_service_form_take_invitation (MoeiServiceForm      *self,
                                               const MoeiInvitation *invitation);
void        moei_service_form_point_at        (MoeiServiceForm      *self,
                                               const GError         *error);

G_END_DECLS
