/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-entity.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PAGE (moei_page_get_type ())

G_DECLARE_INTERFACE (MoeiPage, moei_page, MOEI, PAGE, GtkWidget)

/**
 * MoeiPageInterface:
 * @g_iface: the parent interface
 * @show: selects an entity and puts the keyboard focus on what is known about it
 * @take_place: takes over selection and position from the same page of the window
 *   in whose place a new one comes
 *
 * A page of the window.  Its `operation` and `now` are handed down from there.
 */
struct _MoeiPageInterface {
  GTypeInterface g_iface;

  void (*show)       (MoeiPage   *self,
                      MoeiEntity *entity);
  void (*take_place) (MoeiPage   *self,
                      MoeiPage   *former);
};

void moei_page_show       (MoeiPage   *self,
                           MoeiEntity *entity);
void moei_page_take_place (MoeiPage   *self,
                           MoeiPage   *former);

G_END_DECLS
