/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-language.h"

#include <unicode/ucol.h>

static gpointer
open_collator (gpointer data)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (data, &status);

  return U_SUCCESS (status) ? collator : NULL;
}

/* Kept for the life of the process; comparing is safe from any thread. */
static const UCollator *
get_collator (MoeiLanguage language)
{
  static GOnce once[MOEI_N_LANGUAGES] = { G_ONCE_INIT, G_ONCE_INIT, G_ONCE_INIT, G_ONCE_INIT };

  return g_once (&once[language], open_collator, (gpointer) moei_language_get_code (language));
}

/**
 * moei_language_collate:
 * @self: the reader's language
 * @a: (nullable): a text
 * @b: (nullable): another
 *
 * Compares two texts as a dictionary of @self orders them.
 *
 * Order by bytes is wrong for Thai (vowels written before their consonant) and
 * for Chinese (ordered by pronunciation).
 *
 * Returns: less than, equal to or greater than 0; `NULL` is before any text
 */
int
moei_language_collate (MoeiLanguage  self,
                       const char   *a,
                       const char   *b)
{
  UErrorCode status = U_ZERO_ERROR;
  const UCollator *collator;
  UCollationResult result;

  g_return_val_if_fail (self < MOEI_N_LANGUAGES, 0);

  collator = a != NULL && b != NULL ? get_collator (self) : NULL;
  if (collator == NULL)
    return g_strcmp0 (a, b);

  result = ucol_strcollUTF8 (collator, a, -1, b, -1, &status);
  return U_SUCCESS (status) ? (int) result : g_strcmp0 (a, b);
}
