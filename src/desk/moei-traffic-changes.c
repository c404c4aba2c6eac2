/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-traffic-changes.h"

#include <glib/gi18n-lib.h>

#include "language/moei-change-value.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-owner.h"
#include "operation/moei-change.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"

/* What was said before of a flight or a convoy, and who changed it when. */

#define MAX_CHANGES 6

static char *
say_who (MoeiChange *change)
{
  MoeiLanguage language = moei_language_get_current ();
  const char *owner = moei_entity_get_owner (MOEI_ENTITY (change));
  g_autofree char *at = moei_format_date_time (language, moei_change_get_at (change), MOEI_ZONE_BANGKOK);
  g_autofree char *who = owner != NULL ? moei_owner_name (language, owner) : NULL;

  return who != NULL ? g_strdup_printf (_("%1$s, %2$s"), at, who) : g_steal_pointer (&at);
}

/* What is new or gone has no value of its own. */
static gboolean
has_value (MoeiChange *change)
{
  return g_strcmp0 (moei_change_get_field (change), "added") != 0 &&
         g_strcmp0 (moei_change_get_field (change), "removed") != 0;
}

/**
 * moei_traffic_changes_facts:
 * @operation: the operation
 * @entity: a flight or a convoy of it
 *
 * Returns: (transfer full) (element-type MoeiFact): the newest changes of it:
 *   what was said before, what is said now, by whom and since when
 */
GPtrArray *
moei_traffic_changes_facts (MoeiOperation *operation,
                            MoeiEntity    *entity)
{
  MoeiLanguage language = moei_language_get_current ();
  MoeiCollection *changes = moei_operation_get_changes (operation);
  MoeiChangeKind kind = MOEI_IS_FLIGHT (entity) ? MOEI_CHANGE_KIND_FLIGHT : MOEI_CHANGE_KIND_CONVOY;
  GPtrArray *facts = moei_facts_new ();

  for (guint i = 0; i < moei_collection_size (changes) && facts->len < MAX_CHANGES; i++) {
    MoeiChange *change = moei_collection_get (changes, i);
    g_autofree char *name = NULL, *after = NULL;
    MoeiFact *fact;

    if (moei_change_get_kind (change) != kind || !has_value (change) || !moei_change_is_news (change) ||
        g_strcmp0 (moei_change_get_entity (change), moei_entity_get_id (entity)) != 0)
      continue;
    name = moei_change_field_title (language, change);
    after = moei_change_value (language, change, moei_change_get_after (change), moei_change_get_after_text (change),
                               operation, 0);
    fact = moei_facts_add (facts, name, after);
    if (moei_change_get_before (change) != NULL || moei_change_get_before_text (change) != NULL)
      fact->former = moei_change_value (language, change, moei_change_get_before (change),
                                        moei_change_get_before_text (change), operation, 0);
    fact->note = say_who (change);
  }
  return facts;
}
