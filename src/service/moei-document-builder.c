/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-nationality.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-tally.h"
#include "service/moei-agenda.h"
#include "service/moei-document-builder.h"
#include "service/moei-shelving.h"
#include "wire/moei-instant.h"
#include "wire/moei-link.h"
#include "wire/moei-reference.h"

static const struct {
  const char *relation;
  const char *href;
  gboolean    templated;
} links[] = {
  { "self", "/v1/", FALSE },
  { "situation", "/v1/situation", FALSE },
  { "places", "/v1/places", FALSE },
  { "routes", "/v1/routes", FALSE },
  { "convoys", "/v1/convoys{?date}", TRUE },
  { "flights", "/v1/flights{?date}", TRUE },
  { "week", "/v1/weeks/{week}", TRUE },
  { "nationalities", "/v1/nationalities", FALSE },
  { "rule", "/v1/rule", FALSE },
  { "notices", "/v1/notices", FALSE },
  { "rolls", "/v1/rolls", FALSE },
  { "changes", MOEI_HREF_CHANGES, FALSE },
  { "events", "/v1/events{?ping,closeafter}", TRUE },
  { "service-desc", "/v1/openapi.json", FALSE },
};

/* What a board needs now, which the situation lists first. */
static const MoeiDocumentKind board[] = {
  MOEI_DOCUMENT_PLACES,
  MOEI_DOCUMENT_ROUTES,
  MOEI_DOCUMENT_CONVOYS,
  MOEI_DOCUMENT_FLIGHTS,
  MOEI_DOCUMENT_WEEK,
  MOEI_DOCUMENT_NATIONALITIES,
  MOEI_DOCUMENT_RULE,
  MOEI_DOCUMENT_NOTICES,
  MOEI_DOCUMENT_ROLLS,
  MOEI_DOCUMENT_CHANGES,
};

static gboolean
fill_service (MoeiDocument      *document,
              MoeiStoreView     *view,
              MoeiServiceClock  *clock,
              GError           **error)
{
  g_autoptr (MoeiDocument) operation = moei_store_view_load_operation (view, error);
  gint64 now = moei_service_clock_get_now (clock);
  guint today = moei_day_of_instant (now);
  g_autofree char *week = moei_week_format (today);

  if (operation == NULL)
    return FALSE;

  g_object_set (document,
                "epoch", moei_store_view_get_epoch (view),
                "revision", moei_store_view_get_revision (view),
                "generated", now,
                "name", moei_document_get_name (operation),
                "exercise", moei_document_get_exercise (operation),
                "time", now,
                "rate", moei_service_clock_get_rate (clock),
                "timezone", MOEI_SERVICE_TIMEZONE,
                "operating-day", today,
                "week", week,
                "role", "viewer",
                "ping-interval", MOEI_SERVICE_PING_S,
                "body-limit", MOEI_SERVICE_BODY_BYTES,
                NULL);

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    moei_collection_append (moei_document_get_links (document),
                            moei_link_new (links[i].relation, links[i].href, links[i].templated));
  return TRUE;
}

static gboolean
list_documents (MoeiDocument   *document,
                MoeiStoreView  *view,
                guint           today,
                GError        **error)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func ((GDestroyNotify) moei_resource_free);

  for (guint i = 0; i < G_N_ELEMENTS (board); i++)
    g_ptr_array_add (resources, moei_resource_new (board[i], today));
  if (!moei_agenda_add (view, today, resources, error))
    return FALSE;

  for (guint i = 0; i < resources->len; i++) {
    const MoeiResource *resource = resources->pdata[i];
    g_auto (MoeiStoreDocument) stored = { 0 };

    if (!moei_store_view_get_document (view, resource->href, &stored, error))
      return FALSE;
    moei_collection_append (moei_document_get_documents (document),
                            moei_reference_new (resource->href, stored.revision));
  }
  return TRUE;
}

/* Adds what is known; one withheld count withholds the sum. */
static void
add_count (int *sum,
           int  count)
{
  if (*sum == MOEI_COUNT_SUPPRESSED || count == MOEI_COUNT_UNKNOWN)
    return;

  if (count == MOEI_COUNT_SUPPRESSED)
    *sum = count;
  else
    *sum = (*sum == MOEI_COUNT_UNKNOWN ? 0 : *sum) + count;
}

/* How many are at a stage now, of those that reached it and those that went on. */
static int
stay_count (int reached,
            int went_on)
{
  if (reached < 0)
    return reached;
  if (went_on == MOEI_COUNT_SUPPRESSED)
    return went_on;
  return MAX (reached - MAX (went_on, 0), 0);
}

static void
set_today (MoeiDocument *document,
           MoeiQuotaDay *day)
{
  MoeiCollection *tallies = moei_quota_day_get_tallies (day);
  int departed = MOEI_COUNT_UNKNOWN, at_airport = MOEI_COUNT_UNKNOWN;
  int on_bus = MOEI_COUNT_UNKNOWN, slot_given = MOEI_COUNT_UNKNOWN;
  gint64 observed = moei_entity_get_observed (MOEI_ENTITY (day));

  for (guint i = 0; i < moei_collection_size (tallies); i++) {
    MoeiTally *tally = moei_collection_get (tallies, i);

    add_count (&departed, moei_tally_get_departed (tally));
    add_count (&at_airport, moei_tally_get_at_airport (tally));
    add_count (&on_bus, moei_tally_get_on_bus (tally));
    add_count (&slot_given, moei_tally_get_slot_given (tally));
    observed = MAX (observed, moei_entity_get_observed (MOEI_ENTITY (tally)));
  }

  g_object_set (document,
                "quota", moei_quota_day_get_quota (day),
                "departed", departed,
                "at-airport", stay_count (at_airport, departed),
                "on-bus", stay_count (on_bus, at_airport),
                "slot-given", stay_count (slot_given, on_bus),
                "observed", observed,
                NULL);
}

/* Those who wait for a slot stand in the queues of their nationalities. */
static int
count_waiting (MoeiCollection *nationalities)
{
  int waiting = MOEI_COUNT_UNKNOWN;

  for (guint i = 0; i < moei_collection_size (nationalities); i++) {
    MoeiNationality *nationality = moei_collection_get (nationalities, i);

    add_count (&waiting, moei_nationality_get_held (nationality));
    add_count (&waiting, moei_nationality_get_listed (nationality));
    add_count (&waiting, moei_nationality_get_screened (nationality));
    add_count (&waiting, moei_nationality_get_embassy_confirmed (nationality));
  }
  return waiting;
}

static gboolean
fill_situation (MoeiDocument   *document,
                MoeiStoreView  *view,
                guint           today,
                GError        **error)
{
  g_autoptr (MoeiCollection) days = moei_collection_new (MOEI_TYPE_QUOTA_DAY);
  g_autoptr (MoeiCollection) nationalities = moei_collection_new (MOEI_TYPE_NATIONALITY);
  g_autofree char *week = moei_week_format (today);

  if (!list_documents (document, view, today, error) ||
      !moei_store_view_load (view, MOEI_SHELF_DAYS, today, today, days, error) ||
      !moei_store_view_load (view, MOEI_SHELF_NATIONALITIES, 0, 0, nationalities, error))
    return FALSE;

  g_object_set (document,
                "epoch", moei_store_view_get_epoch (view),
                "operating-day", today,
                "week", week,
                "waiting", count_waiting (nationalities),
                NULL);
  if (moei_collection_size (days) > 0)
    set_today (document, moei_collection_get (days, 0));
  return TRUE;
}

static MoeiQuotaDay *
find_day (MoeiCollection *days,
          guint           date)
{
  for (guint i = 0; i < moei_collection_size (days); i++) {
    MoeiQuotaDay *day = moei_collection_get (days, i);

    if (moei_quota_day_get_date (day) == date)
      return g_object_ref (day);
  }
  return NULL;
}

/* A week has seven days, also where nobody has said anything of one. */
static gboolean
fill_week (MoeiDocument   *document,
           MoeiStoreView  *view,
           guint           monday,
           GError        **error)
{
  g_autoptr (MoeiCollection) known = moei_collection_new (MOEI_TYPE_QUOTA_DAY);
  g_autofree char *week = moei_week_format (monday);

  if (!moei_store_view_load (view, MOEI_SHELF_DAYS, monday, monday + 6, known, error))
    return FALSE;

  g_object_set (document, "week", week, "timezone", MOEI_SERVICE_TIMEZONE, NULL);
  for (guint date = monday; date < monday + 7; date++) {
    MoeiQuotaDay *day = find_day (known, date);

    if (day == NULL) {
      g_autofree char *id = moei_day_format (date);

      day = g_object_new (MOEI_TYPE_QUOTA_DAY, "id", id, "date", date, NULL);
    }
    moei_collection_append (moei_document_get_entities (document), day);
  }
  return TRUE;
}

static gboolean
fill_list (MoeiDocument   *document,
           MoeiStoreView  *view,
           MoeiShelf       shelf,
           guint           day,
           GError        **error)
{
  if (moei_shelf_is_dated (shelf))
    g_object_set (document, "date", day, NULL);

  return moei_store_view_load (view, shelf, day, day, moei_document_get_entities (document), error);
}

static gboolean
fill (MoeiDocument        *document,
      MoeiStoreView       *view,
      MoeiServiceClock    *clock,
      const MoeiResource  *resource,
      GError             **error)
{
  switch (resource->kind) {
  case MOEI_DOCUMENT_SERVICE:
    return fill_service (document, view, clock, error);
  case MOEI_DOCUMENT_SITUATION:
    return fill_situation (document, view, resource->day, error);
  case MOEI_DOCUMENT_PLACES:
    return fill_list (document, view, MOEI_SHELF_PLACES, MOEI_DAY_UNKNOWN, error);
  case MOEI_DOCUMENT_ROUTES:
    return fill_list (document, view, MOEI_SHELF_ROUTES, MOEI_DAY_UNKNOWN, error);
  case MOEI_DOCUMENT_CONVOYS:
    return fill_list (document, view, MOEI_SHELF_CONVOYS, resource->day, error);
  case MOEI_DOCUMENT_FLIGHTS:
    return fill_list (document, view, MOEI_SHELF_FLIGHTS, resource->day, error);
  case MOEI_DOCUMENT_WEEK:
    return fill_week (document, view, resource->day, error);
  case MOEI_DOCUMENT_NATIONALITIES:
    return fill_list (document, view, MOEI_SHELF_NATIONALITIES, MOEI_DAY_UNKNOWN, error);
  case MOEI_DOCUMENT_RULE:
    return fill_list (document, view, MOEI_SHELF_RULES, MOEI_DAY_UNKNOWN, error) &&
           moei_store_view_load (view, MOEI_SHELF_HOLIDAYS, MOEI_DAY_UNKNOWN, MOEI_DAY_UNKNOWN,
                                 moei_document_get_holidays (document), error);
  case MOEI_DOCUMENT_NOTICES:
    return fill_list (document, view, MOEI_SHELF_NOTICES, MOEI_DAY_UNKNOWN, error);
  case MOEI_DOCUMENT_ROLLS:
    return fill_list (document, view, MOEI_SHELF_ROLLS, MOEI_DAY_UNKNOWN, error);
  case MOEI_DOCUMENT_CHANGES:
    return moei_store_view_load_changes (view, moei_document_get_entities (document), error);
  case MOEI_DOCUMENT_OPERATION:
  default:
    g_return_val_if_reached (FALSE);
  }
}

/**
 * moei_document_build:
 * @view: a view of the store
 * @clock: the service's clock
 * @resource: which document
 * @error: return location
 *
 * Makes a document of what the store knows.  It is dated by its last change,
 * so that it is the same to the byte until it changes again; only the
 * service's own document is dated now.
 *
 * Returns: (transfer full) (nullable): the document
 */
MoeiDocument *
moei_document_build (MoeiStoreView       *view,
                     MoeiServiceClock    *clock,
                     const MoeiResource  *resource,
                     GError             **error)
{
  g_autoptr (MoeiDocument) document = moei_document_new (resource->kind);
  g_auto (MoeiStoreDocument) stored = { 0 };

  if (!moei_store_view_get_document (view, resource->href, &stored, error))
    return NULL;

  g_object_set (document, "revision", stored.revision, "generated", stored.changed, NULL);
  if (!fill (document, view, clock, resource, error))
    return NULL;

  return g_steal_pointer (&document);
}
