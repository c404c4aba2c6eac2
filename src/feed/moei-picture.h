/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/moei-standing.h"

G_BEGIN_DECLS

#define MOEI_TYPE_PICTURE (moei_picture_get_type ())

G_DECLARE_FINAL_TYPE (MoeiPicture, moei_picture, MOEI, PICTURE, GObject)

MoeiPicture *moei_picture_new      (MoeiOperation *operation,
                                    MoeiStanding  *standing);
void         moei_picture_take     (MoeiPicture   *self,
                                    const char    *href,
                                    MoeiDocument  *document);
void         moei_picture_show     (MoeiPicture   *self,
                                    gboolean       complete);
void         moei_picture_drop     (MoeiPicture   *self);
gboolean     moei_picture_is_shown (MoeiPicture   *self,
                                    const char    *href);

G_END_DECLS
