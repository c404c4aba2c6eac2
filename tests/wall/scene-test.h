/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-operation.h"
#include "wall/moei-scene.h"

/* A scene on a screen of that size, as it stands between header and footer. */
MoeiScene *scene_test_show        (GType          type,
                                   MoeiOperation *operation,
                                   gint64         now,
                                   int            width,
                                   int            height);
void       scene_test_close       (MoeiScene     *scene);
void       scene_test_settle      (MoeiScene     *scene);

/* Whether a text that is seen says just that in English, shows just that in its
 * language, or has it in it. */
gboolean   scene_test_says        (MoeiScene     *scene,
                                   const char    *text);
gboolean   scene_test_shows        (MoeiScene     *scene,
                                    const char    *text);
gboolean   scene_test_mentions    (MoeiScene     *scene,
                                   const char    *part);
void       scene_test_assert_says (MoeiScene     *scene,
                                   const char    *text);

/* That nothing is cut off or beyond the screen, in any language. */
void       scene_test_assert_fits (MoeiScene     *scene);
