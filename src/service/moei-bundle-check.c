/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-bundle-check.h"

#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-hand-over.h"
#include "operation/moei-lane.h"
#include "operation/moei-nationality.h"
#include "operation/moei-notice.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-report.h"
#include "operation/moei-roll.h"
#include "operation/moei-route.h"
#include "operation/moei-rule.h"
#include "operation/moei-tally.h"
#include "service/moei-shelving.h"

/* Where a reference stands, for the error to name. */
typedef struct {
  const char *file;
  const char *list;
  guint       position;
} Spot;

static gboolean
refuse (const Spot  *spot,
        const char  *member,
        const char  *what,
        const char  *id,
        GError     **error)
{
  g_set_error (error, MOEI_BUNDLE_ERROR, MOEI_BUNDLE_ERROR_REFERENCE,
               "%s: %s[%u].%s: no %s “%s”", spot->file, spot->list, spot->position,
               member, what, id);
  return FALSE;
}

static gboolean
check_id (MoeiCollection *collection,
          const char     *id,
          const Spot     *spot,
          const char     *member,
          const char     *what,
          GError        **error)
{
  if (id == NULL || moei_collection_lookup (collection, id) != NULL)
    return TRUE;
  return refuse (spot, member, what, id, error);
}

static gboolean
check_ids (MoeiCollection     *collection,
           const char * const *ids,
           const Spot         *spot,
           const char         *member,
           const char         *what,
           GError            **error)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++) {
    if (!check_id (collection, ids[i], spot, member, what, error))
      return FALSE;
  }
  return TRUE;
}

/* Every nationality that is counted anywhere has its queue. */
static gboolean
check_tallies (MoeiBundle     *bundle,
               MoeiCollection *tallies,
               const Spot     *spot,
               const char     *member,
               GError        **error)
{
  MoeiCollection *queue = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_NATIONALITIES);

  for (guint i = 0; i < moei_collection_size (tallies); i++) {
    if (!check_id (queue, moei_entity_get_id (moei_collection_get (tallies, i)), spot, member,
                   "nationality", error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_reports (MoeiCollection *reports,
               const Spot     *spot,
               GError        **error)
{
  for (guint i = 0; i < moei_collection_size (reports); i++) {
    MoeiReport *report = moei_collection_get (reports, i);

    if (!check_id (reports, moei_report_get_replaces (report), spot, "reports", "report", error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_date (gpointer     entity,
            const Spot  *spot,
            const char  *member,
            GError     **error)
{
  if (moei_shelf_get_day_of (entity) != MOEI_DAY_UNKNOWN)
    return TRUE;

  g_set_error (error, MOEI_BUNDLE_ERROR, MOEI_BUNDLE_ERROR_DATE,
               "%s: %s[%u].%s: missing", spot->file, spot->list, spot->position, member);
  return FALSE;
}

static gboolean
check_place (MoeiBundle  *bundle,
             gpointer     entity,
             const Spot  *spot,
             GError     **error)
{
  return check_reports (moei_place_get_reports (entity), spot, error);
}

static gboolean
check_route (MoeiBundle  *bundle,
             gpointer     entity,
             const Spot  *spot,
             GError     **error)
{
  MoeiCollection *places = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_PLACES);

  return check_id (places, moei_route_get_from (entity), spot, "from", "place", error) &&
         check_id (places, moei_route_get_to (entity), spot, "to", "place", error);
}

static gboolean
check_flight (MoeiBundle  *bundle,
              gpointer     entity,
              const Spot  *spot,
              GError     **error)
{
  MoeiCollection *places = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_PLACES);

  return check_date (entity, spot, "scheduled", error) &&
         check_id (places, moei_flight_get_from (entity), spot, "from", "place", error) &&
         check_id (places, moei_flight_get_to (entity), spot, "to", "place", error) &&
         check_tallies (bundle, moei_flight_get_nationalities (entity), spot,
                        "nationalities", error);
}

static gboolean
check_hand_overs (MoeiBundle     *bundle,
                  MoeiCollection *hand_overs,
                  const Spot     *spot,
                  GError        **error)
{
  MoeiCollection *places = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_PLACES);

  for (guint i = 0; i < moei_collection_size (hand_overs); i++) {
    MoeiHandOver *hand_over = moei_collection_get (hand_overs, i);

    if (!check_id (places, moei_hand_over_get_place (hand_over), spot, "hand_overs", "place",
                   error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_convoy (MoeiBundle  *bundle,
              gpointer     entity,
              const Spot  *spot,
              GError     **error)
{
  MoeiCollection *routes = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_ROUTES);
  MoeiCollection *flights = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_FLIGHTS);

  return check_date (entity, spot, "planned_departure", error) &&
         check_id (routes, moei_convoy_get_route (entity), spot, "route", "route", error) &&
         check_ids (flights, moei_convoy_get_flights (entity), spot, "flights", "flight", error) &&
         check_tallies (bundle, moei_convoy_get_nationalities (entity), spot,
                        "nationalities", error) &&
         check_hand_overs (bundle, moei_convoy_get_hand_overs (entity), spot, error);
}

static gboolean
check_lane (MoeiBundle  *bundle,
            const char  *id,
            const Spot  *spot,
            GError     **error)
{
  MoeiCollection *rules = moei_bundle_get_entities (bundle, MOEI_DOCUMENT_RULE);

  if (id == NULL)
    return TRUE;
  for (guint i = 0; i < moei_collection_size (rules); i++) {
    MoeiRule *rule = moei_collection_get (rules, i);

    if (moei_collection_lookup (moei_rule_get_lanes (rule), id) != NULL)
      return TRUE;
  }
  return refuse (spot, "lane", "lane", id, error);
}

static gboolean
check_day (MoeiBundle  *bundle,
           gpointer     entity,
           const Spot  *spot,
           GError     **error)
{
  return check_date (entity, spot, "date", error) &&
         check_lane (bundle, moei_quota_day_get_lane (entity), spot, error) &&
         check_tallies (bundle, moei_quota_day_get_tallies (entity), spot, "tallies", error) &&
         check_reports (moei_quota_day_get_reports (entity), spot, error);
}

static gboolean
check_nationality (MoeiBundle  *bundle,
                   gpointer     entity,
                   const Spot  *spot,
                   GError     **error)
{
  return check_reports (moei_nationality_get_reports (entity), spot, error);
}

static gboolean
check_notice (MoeiBundle  *bundle,
              gpointer     entity,
              const Spot  *spot,
              GError     **error)
{
  static const MoeiDocumentKind kinds[] = {
    MOEI_DOCUMENT_PLACES, MOEI_DOCUMENT_ROUTES, MOEI_DOCUMENT_FLIGHTS, MOEI_DOCUMENT_CONVOYS,
    MOEI_DOCUMENT_WEEK, MOEI_DOCUMENT_NATIONALITIES,
  };
  const char * const *affects = moei_notice_get_affects (entity);

  for (guint i = 0; affects != NULL && affects[i] != NULL; i++) {
    gboolean found = FALSE;

    for (guint k = 0; k < G_N_ELEMENTS (kinds) && !found; k++)
      found = moei_collection_lookup (moei_bundle_get_entities (bundle, kinds[k]),
                                      affects[i]) != NULL;
    if (!found)
      return refuse (spot, "affects", "place, route, flight, convoy, day or nationality",
                     affects[i], error);
  }
  return TRUE;
}

static gboolean
check_roll (MoeiBundle  *bundle,
            gpointer     entity,
            const Spot  *spot,
            GError     **error)
{
  return check_tallies (bundle, moei_roll_get_rows (entity), spot, "rows", error);
}

static const struct {
  MoeiDocumentKind  kind;
  Spot              spot;
  gboolean        (*check) (MoeiBundle  *bundle,
                            gpointer     entity,
                            const Spot  *spot,
                            GError     **error);
} checks[] = {
  { MOEI_DOCUMENT_PLACES, { "places.json", "features" }, check_place },
  { MOEI_DOCUMENT_ROUTES, { "routes.json", "features" }, check_route },
  { MOEI_DOCUMENT_FLIGHTS, { "flights.json", "flights" }, check_flight },
  { MOEI_DOCUMENT_CONVOYS, { "convoys.json", "convoys" }, check_convoy },
  { MOEI_DOCUMENT_WEEK, { "days.json", "days" }, check_day },
  { MOEI_DOCUMENT_NATIONALITIES, { "nationalities.json", "nationalities" }, check_nationality },
  { MOEI_DOCUMENT_NOTICES, { "notices.json", "notices" }, check_notice },
  { MOEI_DOCUMENT_ROLLS, { "rolls.json", "rolls" }, check_roll },
};

/**
 * moei_bundle_check:
 * @bundle: an operation
 * @error: where to name the file, the place in it, and what it refers to in vain
 *
 * Looks whether everything that an operation's files name is in them, and
 * whether what belongs to a day says which.
 *
 * Returns: whether it is so
 */
gboolean
moei_bundle_check (MoeiBundle  *bundle,
                   GError     **error)
{
  g_return_val_if_fail (MOEI_IS_BUNDLE (bundle), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++) {
    MoeiCollection *entities = moei_bundle_get_entities (bundle, checks[i].kind);
    Spot spot = checks[i].spot;

    for (spot.position = 0; spot.position < moei_collection_size (entities); spot.position++) {
      if (!checks[i].check (bundle, moei_collection_get (entities, spot.position), &spot, error))
        return FALSE;
    }
  }
  return TRUE;
}
