/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include "language/moei-language.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "language/moei-message-locale.h"

/**
 * MoeiLanguage:
 *
 * The four languages at run time.
 *
 * A thread has a current language.  While it is current, everything that
 * translates (gettext, GtkBuilder templates, GTK itself) does so into it; what
 * exists already is not translated anew.  Text for a reader whose language is
 * known is asked for by that language instead, with [func@gettext] and its
 * siblings, whatever is current.
 *
 * Nothing here needs locales to be installed: see [func@language_init].
 */

#define MAX_DEPTH 16

static const struct {
  const char *code;
  const char *own_name;
  const char *css_class;
  const char *pango_tag;
} languages[MOEI_N_LANGUAGES] = {
  [MOEI_LANGUAGE_EN] = { "en", "English", "lang-en", "en" },
  [MOEI_LANGUAGE_TH] = { "th", "ไทย", "lang-th", "th" },
  [MOEI_LANGUAGE_MY] = { "my", "မြန်မာ", "lang-my", "my" },
  [MOEI_LANGUAGE_ZH_CN] = { "zh_CN", "简体中文", "lang-zh-cn", "zh-cn" },
};

static const char * const locale_names[MOEI_N_LANGUAGES] = {
  [MOEI_LANGUAGE_EN] = "en_US.UTF-8",
  [MOEI_LANGUAGE_TH] = "th_TH.UTF-8",
  [MOEI_LANGUAGE_MY] = "my_MM.UTF-8",
  [MOEI_LANGUAGE_ZH_CN] = "zh_CN.UTF-8",
};

/* In gettext's own order; LANGUAGE is a list. */
static const char * const preference_variables[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

static locale_t locales[MOEI_N_LANGUAGES];
static gboolean available[MOEI_N_LANGUAGES] = { [MOEI_LANGUAGE_EN] = TRUE };
static char *environment_preference;

static _Thread_local MoeiLanguage current;
static _Thread_local MoeiLanguage outer[MAX_DEPTH];
static _Thread_local guint depth;

static char *
read_preference (void)
{
  GString *all = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (preference_variables); i++) {
    const char *value = g_getenv (preference_variables[i]);

    if (value != NULL && *value != '\0')
      g_string_append_printf (all, "%s:", value);
  }
  return g_string_free (all, FALSE);
}

static void
adopt (MoeiLanguage self)
{
  current = self;
  uselocale (locales[self] != NULL ? locales[self] : LC_GLOBAL_LOCALE);
}

/* A language whose catalogue does not answer is not offered to anybody: a
 * board that claims to be in Thai and is in English is worse than none. */
static void
check (MoeiLanguage self)
{
  if (self == MOEI_LANGUAGE_EN)
    return;

  available[self] = locales[self] != NULL &&
                    /* Translators: not shown to anybody.  Translate it with the code of your
                     * language (th, my, zh_CN); the program uses it to see whether it finds you. */
                    g_str_equal (moei_pgettext (self, "self-check", "language-code"), languages[self].code);
  if (!available[self])
    g_message ("No catalogue for %s", languages[self].code);
}

/**
 * moei_language_init:
 * @localedir: (nullable): the folder of the catalogues (`<localedir>/th/LC_MESSAGES/moei.mo` …);
 *   `NULL` for [func@language_find_localedir]'s answer
 *
 * Makes the four languages ready, whatever locales the machine has.
 *
 * Call it first in `main()`: it changes the environment and the locale of the
 * process, which is safe only while there is one thread.  A program with a
 * user interface calls `gtk_disable_setlocale()` too, before GTK starts, else
 * GTK would undo it.  A second call only changes the folder of the catalogues.
 *
 * `textdomain()` is not called, and must not be: with it set, GLib may decide,
 * once and for good, not to translate at all.  So templates name their domain,
 * and code includes `glib/gi18n-lib.h`.
 */
void
moei_language_init (const char *localedir)
{
  static gboolean initialized;

  if (!initialized) {
    initialized = TRUE;
    environment_preference = read_preference ();

    /* These would overrule the locales' names, for us and for GTK alike. */
    g_unsetenv ("LANGUAGE");
    g_unsetenv ("LC_ALL");
    g_unsetenv ("LC_MESSAGES");

    /* Han characters have other shapes in Japan; fonts are chosen by this. */
    g_setenv ("PANGO_LANGUAGE", "en:th:my:zh-cn", FALSE);

    moei_message_locale_load (locale_names, locales, MOEI_N_LANGUAGES);
    adopt (current);
  }

  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : moei_language_find_localedir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    check (i);
}

/**
 * moei_language_find_localedir:
 *
 * Returns: the folder of the catalogues: `$MOEI_LOCALEDIR` if that is set (a
 *   program that is not installed finds them in its build folder, under `po`),
 *   else where they are installed
 */
const char *
moei_language_find_localedir (void)
{
  const char *folder = g_getenv ("MOEI_LOCALEDIR");

  return folder != NULL && *folder != '\0' ? folder : MOEI_LOCALEDIR;
}

/**
 * moei_language_is_available:
 * @self: a language
 *
 * Returns: whether texts can be had in @self; always so for English
 */
gboolean
moei_language_is_available (MoeiLanguage self)
{
  g_return_val_if_fail (self < MOEI_N_LANGUAGES, FALSE);

  return available[self];
}

/**
 * moei_language_get_preferred:
 * @saved: (nullable): the code of a language that somebody chose before
 *
 * Returns: the available language to start with: the saved one, else the first
 *   of the environment's (as it was before [func@language_init]), else English
 */
MoeiLanguage
moei_language_get_preferred (const char *saved)
{
  g_autofree char *here = NULL;
  g_auto (GStrv) codes = NULL;
  MoeiLanguage language;

  if (moei_language_from_code (saved, &language) && available[language])
    return language;

  if (environment_preference == NULL)
    here = read_preference ();

  codes = g_strsplit (here != NULL ? here : environment_preference, ":", -1);
  for (gsize i = 0; codes[i] != NULL; i++) {
    if (moei_language_from_code (codes[i], &language) && available[language])
      return language;
  }
  return MOEI_LANGUAGE_EN;
}

/**
 * moei_language_get_current:
 *
 * Returns: the language in which this thread translates
 */
MoeiLanguage
moei_language_get_current (void)
{
  return current;
}

/**
 * moei_language_set_current:
 * @self: a language
 *
 * Lets this thread translate into @self from now on.
 *
 * Other threads are not affected; a new one starts in English.
 */
void
moei_language_set_current (MoeiLanguage self)
{
  g_return_if_fail (self < MOEI_N_LANGUAGES);

  adopt (self);
}

/**
 * moei_language_push:
 * @self: a language
 *
 * Lets this thread translate into @self until [func@language_pop], to build
 * the part of a window that speaks another language than the rest.
 */
void
moei_language_push (MoeiLanguage self)
{
  g_return_if_fail (self < MOEI_N_LANGUAGES);
  g_return_if_fail (depth < MAX_DEPTH);

  outer[depth++] = current;
  adopt (self);
}

/**
 * moei_language_pop:
 *
 * Returns this thread to the language it had before [func@language_push].
 */
void
moei_language_pop (void)
{
  g_return_if_fail (depth > 0);

  adopt (outer[--depth]);
}

/**
 * moei_language_get_code:
 * @self: a language
 *
 * Returns: its code, as in settings, catalogues and documents: "en", "th", "my", "zh_CN"
 */
const char *
moei_language_get_code (MoeiLanguage self)
{
  g_return_val_if_fail (self < MOEI_N_LANGUAGES, NULL);

  return languages[self].code;
}

/**
 * moei_language_get_own_name:
 * @self: a language
 *
 * Returns: what its speakers call it; never translated
 */
const char *
moei_language_get_own_name (MoeiLanguage self)
{
  g_return_val_if_fail (self < MOEI_N_LANGUAGES, NULL);

  return languages[self].own_name;
}

/**
 * moei_language_get_css_class:
 * @self: a language
 *
 * Returns: the style class for widgets with texts in @self: its fonts and line heights
 */
const char *
moei_language_get_css_class (MoeiLanguage self)
{
  g_return_val_if_fail (self < MOEI_N_LANGUAGES, NULL);

  return languages[self].css_class;
}

/**
 * moei_language_get_pango_tag:
 * @self: a language
 *
 * Returns: its tag for Pango, which chooses among Han shapes by it
 */
const char *
moei_language_get_pango_tag (MoeiLanguage self)
{
  g_return_val_if_fail (self < MOEI_N_LANGUAGES, NULL);

  return languages[self].pango_tag;
}

/* Chinese is Simplified here, so a reader of Traditional is not meant. */
static gboolean
is_simplified_chinese (const char *code)
{
  static const char * const names[] = { "zh", "zh_cn", "zh_hans", "zh_hans_cn", "zh_sg", "zh_hans_sg", NULL };

  return g_strv_contains (names, code);
}

/**
 * moei_language_from_code:
 * @code: (nullable): a code, tag or locale name: "th", "th-TH", "zh_CN.UTF-8", "zh-Hans" …
 * @language: (out): the language
 *
 * Returns: whether @code means one of the four languages
 */
gboolean
moei_language_from_code (const char   *code,
                         MoeiLanguage *language)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (language != NULL, FALSE);

  if (code == NULL)
    return FALSE;

  name = g_ascii_strdown (code, strcspn (code, ".@"));
  g_strdelimit (name, "-", '_');
  if (is_simplified_chinese (name)) {
    *language = MOEI_LANGUAGE_ZH_CN;
    return TRUE;
  }

  name[strcspn (name, "_")] = '\0';
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    if (g_str_equal (name, languages[i].code)) {
      *language = i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * moei_gettext:
 * @language: the reader's language
 * @message: a message in English
 *
 * Returns: @message in @language; as it is where there is no translation
 */
const char *
moei_gettext (MoeiLanguage language,
              const char  *message)
{
  locale_t before;
  const char *found;

  g_return_val_if_fail (language < MOEI_N_LANGUAGES, message);

  if (language == MOEI_LANGUAGE_EN || locales[language] == NULL)
    return message;

  before = uselocale (locales[language]);
  found = dgettext (GETTEXT_PACKAGE, message);
  uselocale (before);
  return found;
}

/**
 * moei_pgettext:
 * @language: the reader's language
 * @context: what tells @message apart from others of the same wording
 * @message: a message in English
 *
 * Returns: @message in @language; as it is where there is no translation
 */
const char *
moei_pgettext (MoeiLanguage language,
               const char  *context,
               const char  *message)
{
  g_autofree char *key = g_strconcat (context, "\004", message, NULL);
  const char *found = moei_gettext (language, key);

  return found == key ? message : found;
}

/**
 * moei_ngettext:
 * @language: the reader's language
 * @one: a message about one, in English
 * @many: the same about several, in English
 * @n: how many it is about
 *
 * Returns: the message for @n in @language; in English where there is no translation
 */
const char *
moei_ngettext (MoeiLanguage language,
               const char  *one,
               const char  *many,
               gulong       n)
{
  locale_t before;
  const char *found;

  g_return_val_if_fail (language < MOEI_N_LANGUAGES, many);

  if (language == MOEI_LANGUAGE_EN || locales[language] == NULL)
    return n == 1 ? one : many;

  before = uselocale (locales[language]);
  found = dngettext (GETTEXT_PACKAGE, one, many, n);
  uselocale (before);
  return found;
}
