/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-owner.h"

#include <glib/gi18n-lib.h>

#include "language/moei-language.h"
#include "language/moei-vocabulary.h"

/* Those who report figures and count heads, as documents call them.  Newspapers
 * and news agencies keep the names that they give themselves. */

#define EXERCISE "exercise"

static const char * const institutions[] = {
  NC_("owner", "CAAT (AIP)"),
  NC_("owner", "Don Mueang Airport"),
  NC_("owner", "Government of Indonesia"),
  NC_("owner", "Government of Kenya"),
  NC_("owner", "Government of Malaysia"),
  NC_("owner", "Government of the Philippines"),
  NC_("owner", "Mae Sot Airport"),
  NC_("owner", "Malaysian immigration"),
  NC_("owner", "Ministry of External Affairs, India"),
  NC_("owner", "Ministry of Public Security, China"),
  NC_("owner", "Moei's editors"),
  NC_("owner", "Myanmar government"),
  /* Translators: newspapers and broadcasters in general, as a source */
  NC_("owner", "Press"),
  /* Translators: the embassy of the country that receives the people of a flight */
  NC_("owner", "Receiving embassy"),
  NC_("owner", "Suvarnabhumi Airport"),
  /* Translators: Thailand's Ministry of Foreign Affairs */
  NC_("owner", "Thai MFA"),
  NC_("owner", "Thai army"),
  NC_("owner", "Thai immigration"),
  NC_("owner", "Thai officials"),
  NC_("owner", "Trilateral meeting, Bangkok"),
  NC_("owner", "Wikipedia"),
};

static const char *
name_one (MoeiLanguage  language,
          const char   *owner)
{
  for (gsize i = 0; i < G_N_ELEMENTS (institutions); i++) {
    if (g_str_equal (institutions[i], owner))
      return moei_pgettext (language, "owner", institutions[i]);
  }
  if (g_str_equal (owner, EXERCISE))
    return moei_word_origin (language, MOEI_ORIGIN_EXERCISE);
  return moei_word_holder (language, owner);
}

/**
 * moei_owner_name:
 * @language: the reader's language
 * @owner: (nullable): whoever reports a figure or counts heads, as a document
 *   says it; several are divided by semicolons: "BGF; Thai immigration"
 *
 * Returns: (transfer full) (nullable): the owner's name, of several that of each;
 *   one that this program does not know is called as it came.  `NULL` where
 *   nobody is named
 */
char *
moei_owner_name (MoeiLanguage  language,
                 const char   *owner)
{
  g_auto (GStrv) owners = NULL;
  g_autofree char *name = NULL;

  if (owner == NULL)
    return NULL;

  owners = g_strsplit (owner, ";", -1);
  for (gsize i = 0; owners[i] != NULL; i++) {
    const char *next = name_one (language, g_strstrip (owners[i]));
    /* Translators: two who counted together: "BGF; Thai immigration" */
    char *joined = name != NULL ? g_strdup_printf (moei_pgettext (language, "owner", "%1$s; %2$s"), name, next)
                                : g_strdup (next);

    g_free (name);
    name = joined;
  }
  return g_steal_pointer (&name);
}
