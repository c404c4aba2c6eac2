/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-say.h"

#include "language/moei-language.h"

/* Saying something in all languages at once. */

/**
 * moei_say:
 * @polyglot: where it is said
 * @say: what says it in one language
 * @subject: what is spoken of
 *
 * Says it in each language.  That language is the current one meanwhile, so that
 * words made for one window can be had for all.
 */
void
moei_say (MoeiPolyglot  *polyglot,
          MoeiSayFunc    say,
          gconstpointer  subject)
{
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_autofree char *text = NULL;

    moei_language_push (i);
    text = say (i, subject);
    moei_language_pop ();
    moei_polyglot_set_text (polyglot, i, text);
  }
}

/**
 * moei_say_if:
 * @polyglot: where it is said
 * @say: what says it in one language
 * @subject: what is spoken of
 *
 * As [func@say], and takes no room where there is nothing to say.
 */
void
moei_say_if (MoeiPolyglot  *polyglot,
             MoeiSayFunc    say,
             gconstpointer  subject)
{
  moei_say (polyglot, say, subject);
  gtk_widget_set_visible (GTK_WIDGET (polyglot), *moei_polyglot_get_text (polyglot, MOEI_LANGUAGE_EN) != '\0');
}

/**
 * moei_set_class:
 * @widget: a widget
 * @css_class: a class of the style sheet
 * @has: whether it is of that class
 */
void
moei_set_class (GtkWidget  *widget,
                const char *css_class,
                gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}
