/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-typeset.h"

#include <math.h>

#include "language/moei-language.h"

/* As in ui/language.css, where they stand by the classes of the languages: one
 * widget has four of them here. */
static const char * const families[MOEI_N_LANGUAGES] = {
  [MOEI_LANGUAGE_EN] = "Noto Sans, Cantarell, sans-serif",
  [MOEI_LANGUAGE_TH] = "Noto Sans Thai, Noto Sans, Waree, Loma, sans-serif",
  [MOEI_LANGUAGE_MY] = "Noto Sans Myanmar, Noto Sans, Padauk, sans-serif",
  [MOEI_LANGUAGE_ZH_CN] = "Noto Sans CJK SC, Noto Sans SC, Noto Sans, sans-serif",
};

/* From line to line, in em.  The fonts themselves ask for 1.36 to 2.2. */
static const double pitches[MOEI_N_LANGUAGES] = {
  [MOEI_LANGUAGE_EN] = 1.36,
  [MOEI_LANGUAGE_TH] = 1.42,
  [MOEI_LANGUAGE_MY] = 1.56,
  [MOEI_LANGUAGE_ZH_CN] = 1.40,
};

/* What the marks above and below Thai and Burmese letters need, in em: every
 * line has room for them, so that none moves when its words change. */
#define ASCENT  1.01
#define DESCENT 0.47

/* Digits, of which some rise or hang: the same room for all of them */
#define LATIN_FIGURE_ASCENT    0.735
#define LATIN_FIGURE_DESCENT   0.02
#define BURMESE_FIGURE_ASCENT  1.01
#define BURMESE_FIGURE_DESCENT 0.475

/* How finely a least width is sought */
#define MAX_TRIES   12
#define WIDTH_STEPS 24

#define BURMESE_ZERO 0x1040
#define BURMESE_NINE 0x1049

static gboolean
has_burmese_digits (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c >= BURMESE_ZERO && c <= BURMESE_NINE)
      return TRUE;
  }
  return FALSE;
}

static PangoFontDescription *
describe_font (PangoContext *context,
               MoeiLanguage  language,
               double        scale)
{
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  double size = pango_font_description_get_size (font) * scale;

  pango_font_description_set_family_static (font, families[language]);
  pango_font_description_set_absolute_size (font, size);
  return font;
}

static double
get_em (MoeiTypeset *self)
{
  return pango_font_description_get_size (pango_layout_get_font_description (self->layout)) / (double) PANGO_SCALE;
}

static PangoAttrList *
list_attributes (MoeiLanguage language,
                 double       em)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_language_new (
                            pango_language_from_string (moei_language_get_pango_tag (language))));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute ((int) (pitches[language] * em * PANGO_SCALE)));
  return attributes;
}

/* The room of a line is the same whatever it says, but where letters are stacked
 * higher than usual, or where it is tight and not a figure. */
static void
get_least_room (MoeiTypeset *self,
                double      *ascent,
                double      *descent)
{
  const char *text = pango_layout_get_text (self->layout);

  *ascent = *descent = 0;
  if (!self->tight) {
    *ascent = ASCENT;
    *descent = DESCENT;
  } else if (moei_typeset_is_figure (text)) {
    *ascent = has_burmese_digits (text) ? BURMESE_FIGURE_ASCENT : LATIN_FIGURE_ASCENT;
    *descent = has_burmese_digits (text) ? BURMESE_FIGURE_DESCENT : LATIN_FIGURE_DESCENT;
  }
}

static void
update_extents (MoeiTypeset *self)
{
  PangoRectangle ink, logical;
  int baseline = pango_layout_get_baseline (self->layout);
  int last;
  double em = get_em (self), ascent, descent;
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);

  while (pango_layout_iter_next_line (iter))
    continue;
  last = pango_layout_iter_get_baseline (iter) - baseline;
  pango_layout_iter_free (iter);
  pango_layout_get_extents (self->layout, &ink, &logical);
  self->n_lines = pango_layout_get_line_count (self->layout);
  self->width = (int) ceil ((double) MAX (logical.width, ink.x + ink.width - logical.x) / PANGO_SCALE);
  self->ascent = (int) ceil ((double) (baseline - ink.y) / PANGO_SCALE);
  self->descent = (int) ceil ((double) (ink.y + ink.height - baseline) / PANGO_SCALE);
  if (ink.width <= 0)
    self->ascent = self->descent = 0;
  get_least_room (self, &ascent, &descent);
  self->ascent = MAX (self->ascent, (int) ceil (ascent * em));
  self->descent = MAX (self->descent, (int) ceil (descent * em + (self->tight ? 0 : (double) last / PANGO_SCALE)));
}

/**
 * moei_typeset_new:
 * @widget: where it will be drawn; its style gives size and weight
 * @language: the language of @text
 * @text: a text, with its places to break
 * @scale: of the size of @widget's font
 * @tight: whether it takes no more height than its ink
 * @alignment: how its shorter lines lie
 *
 * A text of nothing but digits and their signs has the same letters in all
 * languages, so that it does not change with them, but for Burmese digits.
 *
 * Returns: (transfer full): it, in as few lines as it has
 */
MoeiTypeset *
moei_typeset_new (GtkWidget      *widget,
                  MoeiLanguage    language,
                  const char     *text,
                  double          scale,
                  gboolean        tight,
                  PangoAlignment  alignment)
{
  MoeiTypeset *self = g_new0 (MoeiTypeset, 1);
  gboolean is_shared = moei_typeset_is_figure (text) && !has_burmese_digits (text);
  MoeiLanguage letters = is_shared ? MOEI_LANGUAGE_EN : language;
  PangoFontDescription *font;
  PangoAttrList *attributes;

  self->layout = gtk_widget_create_pango_layout (widget, text);
  font = describe_font (pango_layout_get_context (self->layout), letters, scale);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  attributes = list_attributes (letters, get_em (self));
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, alignment);
  self->tight = tight;
  update_extents (self);
  self->whole = self->width;
  return self;
}

/**
 * moei_typeset_free:
 * @self: (transfer full): a text laid out
 */
void
moei_typeset_free (MoeiTypeset *self)
{
  g_object_unref (self->layout);
  g_free (self);
}

/**
 * moei_typeset_set_width:
 * @self: a text laid out
 * @width: how wide its lines may be, in pixels; -1 as wide as they are
 *
 * Breaks it anew, unless it is no wider than that as it is.
 */
void
moei_typeset_set_width (MoeiTypeset *self,
                        int          width)
{
  int wanted = width < 0 || width >= self->whole ? -1 : width * PANGO_SCALE;

  if (pango_layout_get_width (self->layout) == wanted)
    return;
  pango_layout_set_width (self->layout, wanted);
  update_extents (self);
}

/**
 * moei_typeset_is_figure:
 * @text: a text
 *
 * Returns: whether it has no letters: a count, a share, a time of day
 */
gboolean
moei_typeset_is_figure (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalpha (c) || (c > 0x2fff && c < 0xff00))
      return FALSE;
    if (c > 0x7f && c != 0x2013 && c != 0x2212 && !(c >= BURMESE_ZERO && c <= BURMESE_NINE))
      return FALSE;
  }
  return *text != '\0';
}

/**
 * moei_typeset_use_latin_digits:
 * @text: a text
 *
 * Returns: (transfer full): @text with 0 to 9 instead of Burmese digits
 */
char *
moei_typeset_use_latin_digits (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (out, c >= BURMESE_ZERO && c <= BURMESE_NINE ? '0' + (c - BURMESE_ZERO) : c);
  }
  return g_string_free (out, FALSE);
}

/**
 * moei_typesets_measure:
 * @sets: (array fixed-size=4): a text in all languages
 * @width: how wide lines may be, in pixels; -1 as wide as they are
 * @widest: (out): the longest line of all
 * @ascent: (out): the highest of them
 * @descent: (out): the deepest of them
 *
 * The room that shows any of them, with the first lines on one baseline.
 */
void
moei_typesets_measure (MoeiTypeset **sets,
                       int           width,
                       int          *widest,
                       int          *ascent,
                       int          *descent)
{
  *widest = *ascent = *descent = 0;
  for (gsize i = 0; i < MOEI_N_LANGUAGES; i++) {
    moei_typeset_set_width (sets[i], width);
    *widest = MAX (*widest, sets[i]->width);
    *ascent = MAX (*ascent, sets[i]->ascent);
    *descent = MAX (*descent, sets[i]->descent);
  }
}

/**
 * moei_typesets_have_lines:
 * @sets: (array fixed-size=4): a text in all languages
 * @n_lines: a number of lines
 *
 * Returns: whether none has more, at the width that they have
 */
gboolean
moei_typesets_have_lines (MoeiTypeset **sets,
                          guint         n_lines)
{
  for (gsize i = 0; i < MOEI_N_LANGUAGES; i++) {
    if (sets[i]->n_lines > (int) n_lines)
      return FALSE;
  }
  return TRUE;
}

/**
 * moei_typesets_find_width:
 * @sets: (array fixed-size=4): a text in all languages
 * @whole: their width in one line
 * @n_lines: how many lines they may have
 *
 * Returns: about the least width at which they have no more
 */
int
moei_typesets_find_width (MoeiTypeset **sets,
                          int           whole,
                          guint         n_lines)
{
  int width = whole / (int) n_lines;
  int widest, ascent, descent;

  for (int i = 0; i < MAX_TRIES && width < whole; i++) {
    moei_typesets_measure (sets, width, &widest, &ascent, &descent);
    if (moei_typesets_have_lines (sets, n_lines))
      return MIN (MAX (width, widest), whole);
    width += MAX (whole / WIDTH_STEPS, 1);
  }
  return whole;
}
