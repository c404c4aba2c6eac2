/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-window.h"
#include "door/moei-entrance.h"
#include "door/moei-preferences-window.h"
#include "feed/moei-feed.h"

G_BEGIN_DECLS

MoeiEntrance          *moei_doorkeeper_open_entrance (GSettings     *settings,
                                                      const char    *service,
                                                      const char    *token_file);
void                   moei_doorkeeper_welcome       (MoeiWindow    *window,
                                                      MoeiEntrance  *entrance);
MoeiPreferencesWindow *moei_doorkeeper_preferences   (GtkWindow     *parent,
                                                      MoeiOperation *operation,
                                                      MoeiEntrance  *entrance,
                                                      GSettings     *settings);
gboolean               moei_doorkeeper_close         (GtkWindow    **preferences);
char                  *moei_doorkeeper_dup_advice    (MoeiFeed      *feed);
void                   moei_doorkeeper_follow_formats (GSettings    *settings,
                                                       GCallback     changed,
                                                       gpointer      object);
void                   moei_doorkeeper_let_out       (MoeiFeed      *feed,
                                                      MoeiEntrance  *entrance,
                                                      MoeiWayOut    *way_out);
MoeiText              *moei_doorkeeper_say_problem   (MoeiFeed      *feed,
                                                      MoeiEntrance  *entrance);

G_END_DECLS
