/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "wall/moei-polyglot-private.h"

/* What a polyglot is given at once in all languages, and what all polyglots
 * below a widget are told. */

#define LANGUAGE_KEY "moei-polyglot-language"
#define DIGITS_KEY   "moei-polyglot-digits"
#define PINNED_KEY   "moei-polyglot-pinned"

/**
 * moei_polyglot_new:
 * @size: the height of a capital, in thousandths of the screen's height
 *
 * Returns: (transfer floating): an empty one
 */
GtkWidget *
moei_polyglot_new (double size)
{
  return g_object_new (MOEI_TYPE_POLYGLOT, "size", size, NULL);
}

/**
 * moei_polyglot_set_texts:
 * @self: a polyglot
 * @texts: (array fixed-size=4): its text in each language
 */
void
moei_polyglot_set_texts (MoeiPolyglot       *self,
                         const char * const *texts)
{
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    moei_polyglot_set_text (self, i, texts[i]);
}

/**
 * moei_polyglot_set_all:
 * @self: a polyglot
 * @text: (nullable): what is the same in all languages: the number of a flight
 */
void
moei_polyglot_set_all (MoeiPolyglot *self,
                       const char   *text)
{
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    moei_polyglot_set_text (self, i, text);
}

/**
 * moei_polyglot_set_named:
 * @self: a polyglot
 * @text: (nullable): a text of the operation; "–" where there is none
 */
void
moei_polyglot_set_named (MoeiPolyglot   *self,
                         const MoeiText *text)
{
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    moei_polyglot_set_text (self, i, text != NULL ? moei_text_get (text, i) : "–");
}

/**
 * moei_polyglot_set_message:
 * @self: a polyglot
 * @message: a message in English, marked for translation where it stands
 */
void
moei_polyglot_set_message (MoeiPolyglot *self,
                           const char   *message)
{
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    moei_polyglot_set_text (self, i, *message != '\0' ? moei_gettext (i, message) : "");
}

/**
 * moei_polyglot_set_context_message:
 * @self: a polyglot
 * @context: what tells @message apart from others of the same wording
 * @message: a message in English, marked for translation where it stands
 */
void
moei_polyglot_set_context_message (MoeiPolyglot *self,
                                   const char   *context,
                                   const char   *message)
{
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    moei_polyglot_set_text (self, i, moei_pgettext (i, context, message));
}

/**
 * moei_polyglot_set_count:
 * @self: a polyglot
 * @count: how many, `MOEI_COUNT_UNKNOWN` or `MOEI_COUNT_SUPPRESSED`
 */
void
moei_polyglot_set_count (MoeiPolyglot *self,
                         int           count)
{
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_autofree char *text = moei_format_count (i, count);

    moei_polyglot_set_text (self, i, text);
  }
}

static gboolean
is_pinned (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), PINNED_KEY) != NULL;
}

/* Each value is kept as one more than it is, so that none is nothing. */
static gboolean
find_above (GtkWidget  *widget,
            const char *key,
            guint      *value)
{
  gpointer found = NULL;

  for (; widget != NULL && found == NULL; widget = gtk_widget_get_parent (widget))
    found = g_object_get_data (G_OBJECT (widget), key);
  *value = GPOINTER_TO_UINT (found) - 1;
  return found != NULL;
}

/**
 * moei_polyglot_find_language_above:
 * @widget: a widget
 * @language: (out): what [func@Polyglot.set_language_below] said there
 *
 * Returns: whether it said anything
 */
gboolean
moei_polyglot_find_language_above (GtkWidget    *widget,
                                   MoeiLanguage *language)
{
  guint value;
  gboolean found = !is_pinned (widget) && find_above (widget, LANGUAGE_KEY, &value);

  if (found)
    *language = (MoeiLanguage) value;
  return found;
}

/**
 * moei_polyglot_find_digits_above:
 * @widget: a widget
 * @native: (out): what [func@Polyglot.set_digits_below] said there
 *
 * Returns: whether it said anything
 */
gboolean
moei_polyglot_find_digits_above (GtkWidget *widget,
                                 gboolean  *native)
{
  guint value;
  gboolean found = find_above (widget, DIGITS_KEY, &value);

  *native = (gboolean) value;
  return found;
}

static void
tell_below (GtkWidget          *widget,
            const MoeiLanguage *language,
            const gboolean     *native)
{
  if (MOEI_IS_POLYGLOT (widget) && language != NULL && !is_pinned (widget))
    moei_polyglot_set_language (MOEI_POLYGLOT (widget), *language);
  if (MOEI_IS_POLYGLOT (widget) && native != NULL)
    moei_polyglot_set_native_digits (MOEI_POLYGLOT (widget), *native);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    tell_below (child, language, native);
}

/**
 * moei_polyglot_set_language_below:
 * @root: a widget
 * @language: the language of all texts in it, and of those that will come
 */
void
moei_polyglot_set_language_below (GtkWidget    *root,
                                  MoeiLanguage  language)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  g_object_set_data (G_OBJECT (root), LANGUAGE_KEY, GUINT_TO_POINTER ((guint) language + 1));
  tell_below (root, &language, NULL);
}

/**
 * moei_polyglot_set_digits_below:
 * @root: a widget
 * @native: whether Burmese in it is written with its own digits
 */
void
moei_polyglot_set_digits_below (GtkWidget *root,
                                gboolean   native)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  g_object_set_data (G_OBJECT (root), DIGITS_KEY, GUINT_TO_POINTER ((guint) native + 1));
  tell_below (root, NULL, &native);
}

/**
 * moei_polyglot_pin:
 * @self: a polyglot
 * @language: the language that it shows from now on
 *
 * For what stands there in several languages at once, one in each polyglot.
 */
void
moei_polyglot_pin (MoeiPolyglot *self,
                   MoeiLanguage  language)
{
  g_return_if_fail (MOEI_IS_POLYGLOT (self));

  moei_polyglot_set_language (self, language);
  g_object_set_data (G_OBJECT (self), PINNED_KEY, GUINT_TO_POINTER (1));
}
