/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-holiday.h"
#include "operation/moei-nationality.h"
#include "operation/moei-notice.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-roll.h"
#include "operation/moei-route.h"
#include "operation/moei-rule.h"
#include "service/moei-shelving.h"
#include "wire/moei-entity-json.h"
#include "wire/moei-instant.h"

/* The one item of its shelf. */
#define OPERATION_ID "operation"

/**
 * moei_shelf_get_item_type:
 * @shelf: a shelf
 *
 * Returns: the class of its entities; `G_TYPE_INVALID` of the operation, which
 *   is a document
 */
GType
moei_shelf_get_item_type (MoeiShelf shelf)
{
  switch (shelf) {
  case MOEI_SHELF_PLACES:
    return MOEI_TYPE_PLACE;
  case MOEI_SHELF_ROUTES:
    return MOEI_TYPE_ROUTE;
  case MOEI_SHELF_CONVOYS:
    return MOEI_TYPE_CONVOY;
  case MOEI_SHELF_FLIGHTS:
    return MOEI_TYPE_FLIGHT;
  case MOEI_SHELF_DAYS:
    return MOEI_TYPE_QUOTA_DAY;
  case MOEI_SHELF_NATIONALITIES:
    return MOEI_TYPE_NATIONALITY;
  case MOEI_SHELF_RULES:
    return MOEI_TYPE_RULE;
  case MOEI_SHELF_HOLIDAYS:
    return MOEI_TYPE_HOLIDAY;
  case MOEI_SHELF_NOTICES:
    return MOEI_TYPE_NOTICE;
  case MOEI_SHELF_ROLLS:
    return MOEI_TYPE_ROLL;
  case MOEI_SHELF_OPERATION:
  default:
    return G_TYPE_INVALID;
  }
}

static guint
first_known_day (const gint64 *instants,
                 gsize         n_instants)
{
  for (gsize i = 0; i < n_instants; i++) {
    if (instants[i] != MOEI_INSTANT_UNKNOWN)
      return moei_day_of_instant (instants[i]);
  }
  return MOEI_DAY_UNKNOWN;
}

/**
 * moei_shelf_get_day_of:
 * @entity: an entity
 *
 * A flight or a convoy belongs to the operating day on which it was to leave,
 * however late it gets.
 *
 * Returns: its day; `MOEI_DAY_UNKNOWN` if it has none
 */
guint
moei_shelf_get_day_of (MoeiEntity *entity)
{
  if (MOEI_IS_QUOTA_DAY (entity))
    return moei_quota_day_get_date (MOEI_QUOTA_DAY (entity));

  if (MOEI_IS_FLIGHT (entity)) {
    MoeiFlight *flight = MOEI_FLIGHT (entity);
    const gint64 instants[] = {
      moei_flight_get_scheduled (flight),
      moei_flight_get_estimated (flight),
      moei_flight_get_actual (flight),
      moei_flight_get_arrives (flight),
    };

    return first_known_day (instants, G_N_ELEMENTS (instants));
  }

  if (MOEI_IS_CONVOY (entity)) {
    MoeiConvoy *convoy = MOEI_CONVOY (entity);
    const gint64 instants[] = {
      moei_convoy_get_planned_departure (convoy),
      moei_convoy_get_actual_departure (convoy),
      moei_convoy_get_estimated_arrival (convoy),
      moei_convoy_get_actual_arrival (convoy),
    };

    return first_known_day (instants, G_N_ELEMENTS (instants));
  }

  return MOEI_DAY_UNKNOWN;
}

static MoeiShelf
find_shelf (MoeiEntity *entity)
{
  for (guint shelf = 0; shelf < MOEI_N_SHELVES; shelf++) {
    if (moei_shelf_get_item_type (shelf) == G_OBJECT_TYPE (entity))
      return shelf;
  }
  g_return_val_if_reached (MOEI_SHELF_OPERATION);
}

/**
 * moei_store_batch_put_entity:
 * @self: a batch that is not being written yet
 * @entity: a place, route, convoy, flight, quota day, nationality, rule,
 *   holiday, notice or roll
 *
 * Adds or replaces an entity.  Its revision becomes 0: the store gives it one.
 */
void
moei_store_batch_put_entity (MoeiStoreBatch *self,
                             MoeiEntity     *entity)
{
  g_autofree char *body = NULL;

  g_return_if_fail (MOEI_IS_ENTITY (entity));

  g_object_set (entity, "revision", G_GINT64_CONSTANT (0), NULL);
  body = moei_entity_to_json (entity);
  moei_store_batch_put (self, find_shelf (entity), moei_entity_get_id (entity),
                        moei_shelf_get_day_of (entity), body);
}

/**
 * moei_store_batch_put_operation:
 * @self: a batch that is not being written yet
 * @operation: what the operation is as a whole
 *
 * Adds or replaces the operation's own document.
 */
void
moei_store_batch_put_operation (MoeiStoreBatch *self,
                                MoeiDocument   *operation)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *body = NULL;

  g_return_if_fail (moei_document_get_kind (operation) == MOEI_DOCUMENT_OPERATION);

  g_object_set (operation,
                "revision", G_GINT64_CONSTANT (0),
                "generated", MOEI_INSTANT_UNKNOWN,
                NULL);
  bytes = moei_document_encode (operation);
  body = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  moei_store_batch_put (self, MOEI_SHELF_OPERATION, OPERATION_ID, MOEI_DAY_UNKNOWN, body);
}

/**
 * moei_store_view_load:
 * @self: a view
 * @shelf: any shelf but the operation's
 * @first_day: the first day wanted; `MOEI_DAY_UNKNOWN` for all there are
 * @last_day: the last day wanted
 * @collection: where to append the entities
 * @error: return location
 *
 * Returns: whether all of them could be read
 */
gboolean
moei_store_view_load (MoeiStoreView   *self,
                      MoeiShelf        shelf,
                      guint            first_day,
                      guint            last_day,
                      MoeiCollection  *collection,
                      GError         **error)
{
  g_autoptr (GPtrArray) items = moei_store_view_list_items (self, shelf, first_day, last_day, error);

  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < items->len; i++) {
    const MoeiStoreItem *item = items->pdata[i];
    MoeiEntity *entity = moei_entity_from_json (moei_shelf_get_item_type (shelf), item->body, error);

    if (entity == NULL) {
      g_prefix_error (error, "%s \"%s\" in the store: ", moei_shelf_get_name (shelf), item->id);
      return FALSE;
    }
    g_object_set (entity, "revision", item->revision, NULL);
    moei_collection_append (collection, entity);
  }
  return TRUE;
}

/**
 * moei_store_view_load_operation:
 * @self: a view
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the operation is as a whole, of
 *   which an empty store knows nothing; `NULL` if it could not be read
 */
MoeiDocument *
moei_store_view_load_operation (MoeiStoreView  *self,
                                GError        **error)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const MoeiStoreItem *item;

  items = moei_store_view_list_items (self, MOEI_SHELF_OPERATION, MOEI_DAY_UNKNOWN, MOEI_DAY_UNKNOWN, error);
  if (items == NULL)
    return NULL;
  if (items->len == 0)
    return moei_document_new (MOEI_DOCUMENT_OPERATION);

  item = items->pdata[0];
  bytes = g_bytes_new (item->body, strlen (item->body));
  return moei_document_decode (MOEI_DOCUMENT_OPERATION, bytes, error);
}
