/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-language-id.h"

G_BEGIN_DECLS

/**
 * MoeiTypeset:
 * @layout: its letters
 * @width: of its longest line
 * @whole: of its longest line where none is broken
 * @ascent: from its top to the baseline of its first line
 * @descent: from that baseline to its bottom
 * @n_lines: how many lines it has
 * @tight: whether it takes no more height than its ink
 *
 * A text in one language, laid out; in pixels.
 */
typedef struct {
  PangoLayout *layout;
  int          width;
  int          whole;
  int          ascent;
  int          descent;
  int          n_lines;
  gboolean     tight;
} MoeiTypeset;

MoeiTypeset *moei_typeset_new              (GtkWidget      *widget,
                                            MoeiLanguage    language,
                                            const char     *text,
                                            double          scale,
                                            gboolean        tight,
                                            PangoAlignment  alignment);
void         moei_typeset_free             (MoeiTypeset    *self);
void         moei_typeset_set_width        (MoeiTypeset    *self,
                                            int             width);
gboolean     moei_typeset_is_figure        (const char     *text);
char        *moei_typeset_use_latin_digits (const char     *text);

/* Of the same text in all languages */
void         moei_typesets_measure         (MoeiTypeset   **sets,
                                            int             width,
                                            int            *widest,
                                            int            *ascent,
                                            int            *descent);
gboolean     moei_typesets_have_lines      (MoeiTypeset   **sets,
                                            guint           n_lines);
int          moei_typesets_find_width      (MoeiTypeset   **sets,
                                            int             whole,
                                            guint           n_lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiTypeset, moei_typeset_free)

G_END_DECLS
