/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-shared-count.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"
#include "rules/moei-withhold.h"

/* Counts on a page that is shared: a small one says only that it is small, and
 * one that would tell a small one says that it is withheld. */

/**
 * moei_shared_count:
 * @count: a count
 * @shown: what of it may be shown, as [func@withhold_table] left it
 * @below: counts below this are small
 *
 * Returns: @shown; where that is suppressed, `MOEI_COUNT_SUPPRESSED` if the count is
 *   small, and `MOEI_COUNT_WITHHELD` if it is not
 */
int
moei_shared_count (int count,
                   int shown,
                   int below)
{
  return shown == MOEI_COUNT_SUPPRESSED && count >= below ? MOEI_COUNT_WITHHELD : shown;
}

/**
 * moei_shared_count_alone:
 * @count: a count of which no sum is shown
 * @below: counts below this are small; 0 if nothing is withheld
 *
 * Returns: what of it may be shown
 */
int
moei_shared_count_alone (int count,
                         int below)
{
  return below > 0 ? moei_withhold_count (count, below) : count;
}

/**
 * moei_shared_count_format:
 * @count: what may be shown of a count
 * @below: counts below this are small; 0 if nothing is withheld
 *
 * Returns: (transfer full): it in the current language: "1,840", "<5", "withheld"
 */
char *
moei_shared_count_format (int count,
                          int below)
{
  MoeiLanguage language = moei_language_get_current ();

  if (count == MOEI_COUNT_WITHHELD)
    /* Translators: in the place of a number that is not shown on a shared page; short */
    return g_strdup (C_("count", "withheld"));
  if (count == MOEI_COUNT_SUPPRESSED && below > 0) {
    g_autofree char *limit = moei_format_count (language, below);

    return g_strdup_printf ("<%s", limit);
  }
  return moei_format_count (language, count);
}
