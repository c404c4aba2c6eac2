/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-entity-link.h"

#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-nationality.h"
#include "operation/moei-notice.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-roll.h"
#include "operation/moei-route.h"

/* What actions name an entity by: its kind, a colon and its id. */

typedef MoeiCollection *(*GetCollection) (MoeiOperation *operation);

static const struct {
  const char    *kind;
  GType         (*get_type) (void);
  GetCollection  get;
} kinds[] = {
  { "place", moei_place_get_type, moei_operation_get_places },
  { "route", moei_route_get_type, moei_operation_get_routes },
  { "convoy", moei_convoy_get_type, moei_operation_get_movements },
  { "flight", moei_flight_get_type, moei_operation_get_schedule },
  { "day", moei_quota_day_get_type, moei_operation_get_calendar },
  { "nationality", moei_nationality_get_type, moei_operation_get_nationalities },
  { "notice", moei_notice_get_type, moei_operation_get_notices },
  { "roll", moei_roll_get_type, moei_operation_get_rolls },
};

/**
 * moei_entity_link_resolve:
 * @link: an entity's kind, a colon and its id: `flight:EX2001`
 * @operation: where to look
 *
 * Returns: (transfer none) (nullable): the entity; %NULL if @link names none that is known
 */
MoeiEntity *
moei_entity_link_resolve (const char    *link,
                          MoeiOperation *operation)
{
  const char *colon = strchr (link, ':');

  for (gsize i = 0; colon != NULL && i < G_N_ELEMENTS (kinds); i++) {
    gsize length = strlen (kinds[i].kind);

    if ((gsize) (colon - link) == length && strncmp (link, kinds[i].kind, length) == 0)
      return moei_collection_lookup (kinds[i].get (operation), colon + 1);
  }
  return NULL;
}

/**
 * moei_entity_link_new:
 * @entity: an entity that an action can name
 *
 * Returns: (transfer full) (nullable): its kind, a colon and its id; %NULL if it is of no such kind
 */
char *
moei_entity_link_new (MoeiEntity *entity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (G_TYPE_CHECK_INSTANCE_TYPE (entity, kinds[i].get_type ()))
      return g_strdup_printf ("%s:%s", kinds[i].kind, moei_entity_get_id (entity));
  }
  return NULL;
}
