/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-burmese.h"

#include <string.h>
#include <unicode/ubrk.h>

/* Burmese is written without spaces between words, and Pango knows no other
 * place to break it, so that a long text would force a window wider.  A zero
 * width space at display time shows Pango where else it may. */
#define BREAK        0x200b
#define BREAK_UTF8   "\342\200\213"

#define VIRAMA       0x1039 /* stacks the next consonant below */
#define ASAT         0x103a /* the consonant ends a syllable */
#define DOT_BELOW    0x1037
#define GREAT_SA     0x103f
#define LOCATIVE     0x104e /* goes with what follows it */

/* A dictionary knows no name of a place; a run as long as this is broken
 * between syllables even where it sees no word end. */
#define LONGEST_WORD 40

static gboolean
is_consonant (gunichar c)
{
  return (c >= 0x1000 && c <= 0x1021) || c == GREAT_SA;
}

static gboolean
is_burmese (gunichar c)
{
  return (c >= 0x1000 && c <= 0x109f) || (c >= 0xaa60 && c <= 0xaa7f);
}

static gboolean
is_digit (gunichar c)
{
  return c >= 0x1040 && c <= 0x1049;
}

/* Independent vowels, and the signs that are words of their own */
static gboolean
is_word_letter (gunichar c)
{
  return (c >= 0x1023 && c <= 0x102a) || (c >= 0x104c && c <= 0x104f);
}

static gboolean
starts_syllable (const gunichar *text,
                 gsize           i)
{
  gunichar c = text[i];
  gunichar before = i > 0 ? text[i - 1] : 0;
  gunichar after;

  if (!is_burmese (before) || before == VIRAMA || before == LOCATIVE)
    return FALSE;

  if (is_consonant (c)) {
    after = text[i + 1] == DOT_BELOW ? text[i + 2] : text[i + 1];
    return after != ASAT && text[i + 1] != VIRAMA;
  }
  return is_word_letter (c) || (is_digit (c) && !is_digit (before));
}

/* A lone consonant is a prefix (such as the one that makes nouns) and stays
 * with the syllable after it. */
static void
mark_syllables (const gunichar *text,
                gsize           length,
                guint8         *breaks)
{
  gsize last = 0;

  for (gsize i = 1; i < length; i++) {
    if (starts_syllable (text, i)) {
      breaks[i] = i - last > 1 || !is_consonant (text[last]);
      last = i;
    } else if (!is_burmese (text[i])) {
      last = i + 1;
    }
  }
}

/* ICU's words are better places than any syllable, but ICU alone would break
 * inside a stack: so of its breaks those count that start a syllable too. */
static void
thin_to_words (const gunichar *text,
               gsize           length,
               guint8         *breaks)
{
  g_autofree gunichar2 *utf16 = NULL;
  g_autofree guint8 *words = g_new0 (guint8, length + 1);
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator;
  glong n_utf16;
  gsize run = 0, position = 0, unit = 0;
  int next;

  utf16 = g_ucs4_to_utf16 (text, (glong) length, NULL, &n_utf16, NULL);
  if (utf16 == NULL)
    return;

  iterator = ubrk_open (UBRK_LINE, "my", (const UChar *) utf16, (int) n_utf16, &status);
  if (U_FAILURE (status))
    return;

  while ((next = ubrk_next (iterator)) != UBRK_DONE) {
    while (position < length && unit < (gsize) next)
      unit += text[position++] > 0xffff ? 2 : 1;
    words[position] = TRUE;
  }
  ubrk_close (iterator);

  for (gsize i = 1; i < length; i++) {
    run++;
    breaks[i] = breaks[i] && (words[i] || run >= LONGEST_WORD);
    if (breaks[i] || !is_burmese (text[i]))
      run = 0;
  }
}

/**
 * moei_break_text:
 * @language: the language of @text
 * @text: a text to be shown
 *
 * Shows where a text may be broken into lines, for a language in which that
 * cannot be seen from spaces.
 *
 * Returns: (transfer full): Burmese with zero width spaces where a line may
 *   end; any other text as it is
 */
char *
moei_break_text (MoeiLanguage language,
                 const char  *text)
{
  g_autofree char *plain = NULL;
  g_autofree gunichar *letters = NULL;
  g_autofree guint8 *breaks = NULL;
  GString *out;
  glong length;

  g_return_val_if_fail (text != NULL, NULL);

  if (language != MOEI_LANGUAGE_MY || !g_utf8_validate (text, -1, NULL))
    return g_strdup (text);

  plain = moei_unbreak_text (text);
  letters = g_utf8_to_ucs4_fast (plain, -1, &length);
  breaks = g_new0 (guint8, (gsize) length + 1);
  mark_syllables (letters, (gsize) length, breaks);
  thin_to_words (letters, (gsize) length, breaks);

  out = g_string_sized_new (strlen (plain) + 16);
  for (glong i = 0; i < length; i++) {
    if (breaks[i])
      g_string_append_unichar (out, BREAK);
    g_string_append_unichar (out, letters[i]);
  }
  return g_string_free (out, FALSE);
}

/**
 * moei_unbreak_text:
 * @text: a text that was shown
 *
 * Returns: (transfer full): @text without zero width spaces, to search, compare
 *   or copy it
 */
char *
moei_unbreak_text (const char *text)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  parts = g_strsplit (text, BREAK_UTF8, -1);
  return g_strjoinv (NULL, parts);
}
