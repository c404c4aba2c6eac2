/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-script-check.h"

#include <pango/pangocairo.h>

#include "language/moei-language.h"

/* The families of ui/style.css, and what each script is tried with: its whole
 * alphabet where it has one, else the words on the board. */
static const struct {
  const char *families;
  gunichar    first;
  gunichar    last;
  const char *words;
} scripts[MOEI_N_LANGUAGES] = {
  [MOEI_LANGUAGE_EN] = { "Noto Sans, Cantarell, sans-serif", 0x21, 0x7e, "–…·°×→" },
  [MOEI_LANGUAGE_TH] = { "Noto Sans Thai, Noto Sans, Waree, Loma, sans-serif", 0x0e01, 0x0e5b, "0123456789 %/·" },
  [MOEI_LANGUAGE_MY] = { "Noto Sans Myanmar, Noto Sans, Padauk, sans-serif", 0x1000, 0x104f, "0123456789 %/·" },
  [MOEI_LANGUAGE_ZH_CN] = { "Noto Sans CJK SC, Noto Sans SC, Noto Sans, sans-serif", 0, 0,
                            "0123456789 %/· 中文简体名额今日已离境湄索妙瓦底泰国缅甸缺口航班车队口岸遣返外籍人员" },
};

static char *
write_sample (MoeiLanguage language)
{
  GString *sample = g_string_new (scripts[language].words);

  g_string_append (sample, moei_language_get_own_name (language));
  for (gunichar c = scripts[language].first; c != 0 && c <= scripts[language].last; c++) {
    if (g_unichar_isdefined (c))
      g_string_append_unichar (sample, c);
  }
  return g_string_free (sample, FALSE);
}

/* The families that the sample is really drawn with. */
static char *
list_families (PangoLayout *layout)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do {
    PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
    PangoFontDescription *font;

    if (run == NULL)
      continue;
    font = pango_font_describe (run->item->analysis.font);
    if (!g_ptr_array_find_with_equal_func (names, pango_font_description_get_family (font), g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (pango_font_description_get_family (font)));
    pango_font_description_free (font);
  } while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);

  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/**
 * moei_script_check_count_missing:
 * @language: a language
 * @families: (out) (optional): the families of the fonts that its script is drawn with
 *
 * Needs no display.
 *
 * Returns: how many signs of the language's script this computer has no glyph for
 */
guint
moei_script_check_count_missing (MoeiLanguage   language,
                                 char         **families)
{
  g_autoptr (GObject) context = G_OBJECT (pango_font_map_create_context (pango_cairo_font_map_get_default ()));
  g_autoptr (GObject) object = G_OBJECT (pango_layout_new (PANGO_CONTEXT (context)));
  PangoLayout *layout = PANGO_LAYOUT (object);
  g_autofree char *sample = write_sample (language);
  PangoFontDescription *font = pango_font_description_from_string (scripts[language].families);

  pango_context_set_language (PANGO_CONTEXT (context), pango_language_from_string (moei_language_get_pango_tag (language)));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, sample, -1);
  pango_font_description_free (font);

  if (families != NULL)
    *families = list_families (layout);
  return pango_layout_get_unknown_glyphs_count (layout);
}

/**
 * moei_script_check_print:
 *
 * Prints for each language whether this computer has its translation and its
 * fonts, for whoever sets a display up.
 *
 * Returns: whether all four can be read here
 */
gboolean
moei_script_check_print (void)
{
  gboolean all = TRUE;

  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_autofree char *families = NULL;
    guint missing = moei_script_check_count_missing (i, &families);
    gboolean translated = moei_language_is_available (i);

    g_print ("%-6s %s: %s; %u signs missing (%s)\n", moei_language_get_code (i), moei_language_get_own_name (i),
             translated ? "translated" : "no translation", missing, families);
    all = all && translated && missing == 0;
  }
  return all;
}
