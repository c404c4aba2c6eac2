/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-provenance.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-owner.h"

/* Who said a figure, as of when, and where it was read. */

/**
 * moei_provenance_owner:
 * @entity: a report or anything else that somebody owns
 *
 * Returns: (transfer full): whose word it is
 */
char *
moei_provenance_owner (MoeiEntity *entity)
{
  char *owner;

  if (moei_entity_get_origin (entity) == MOEI_ORIGIN_EXERCISE)
    return g_strdup (_("Made up for the exercise"));
  owner = moei_owner_name (moei_language_get_current (), moei_entity_get_owner (entity));
  return owner != NULL ? owner : g_strdup (_("Owner not stated"));
}

/**
 * moei_provenance_date:
 * @entity: a report or anything else that was observed
 *
 * Returns: (transfer full): the day as of which it holds, in Bangkok
 */
char *
moei_provenance_date (MoeiEntity *entity)
{
  gint64 observed = moei_entity_get_observed (entity);

  if (observed == MOEI_INSTANT_UNKNOWN)
    return g_strdup (_("Date not stated"));
  return moei_format_date (moei_language_get_current (), moei_zone_get_day (MOEI_ZONE_BANGKOK, observed),
                           MOEI_DATE_MEDIUM);
}

/* A source is a short name and addresses; the name is what people know it by. */
static char *
get_source_name (MoeiEntity *entity)
{
  const char *source = moei_entity_get_source (entity);
  g_auto (GStrv) words = NULL;

  if (source == NULL || *source == '\0')
    return NULL;
  words = g_strsplit (source, " http", 2);
  return g_strdup (words[0]);
}

/**
 * moei_provenance_describe:
 * @entity: a report or anything else that somebody owns
 *
 * Returns: (transfer full): in a line, whose word it is, as of when, and its source
 */
char *
moei_provenance_describe (MoeiEntity *entity)
{
  g_autofree char *owner = moei_provenance_owner (entity);
  g_autofree char *date = moei_provenance_date (entity);
  g_autofree char *source = get_source_name (entity);
  g_autofree char *said = g_strdup_printf (_("%1$s, %2$s"), owner, date);

  if (source == NULL)
    return g_steal_pointer (&said);
  /* Translators: who reported a figure and as of when, and the name of the source: "BGF, 26 February 2025 (source: PASA-list)" */
  return g_strdup_printf (_("%1$s (source: %2$s)"), said, source);
}
