/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-apply.h"

#include <string.h>

#include "operation/moei-collection.h"
#include "wire/moei-instant.h"

/* How a document becomes part of the operation: merged in place, so that one
 * flight that changed is one flight that is notified. */

/* Which collection holds a document's entities, and after how many of the
 * service's seconds without a word it is old. */
static const struct {
  MoeiDocumentKind kind;
  const char      *collection;
  int              old_after;
} documents[] = {
  { MOEI_DOCUMENT_PLACES, "places", 60 * 60 },
  { MOEI_DOCUMENT_ROUTES, "routes", 60 * 60 },
  { MOEI_DOCUMENT_CONVOYS, "convoys", 5 * 60 },
  { MOEI_DOCUMENT_FLIGHTS, "flights", 5 * 60 },
  { MOEI_DOCUMENT_WEEK, "days", 10 * 60 },
  { MOEI_DOCUMENT_NATIONALITIES, "nationalities", 30 * 60 },
  { MOEI_DOCUMENT_RULE, "rules", 24 * 60 * 60 },
  { MOEI_DOCUMENT_NOTICES, "notices", 10 * 60 },
  { MOEI_DOCUMENT_ROLLS, "rolls", 24 * 60 * 60 },
  { MOEI_DOCUMENT_CHANGES, "changes", 10 * 60 },
};

static const char * const paths[][2] = {
  /* The path's first segment after the version, and the document's name */
  { "places", "places" },
  { "routes", "routes" },
  { "convoys", "convoys" },
  { "flights", "flights" },
  { "weeks", "week" },
  { "nationalities", "nationalities" },
  { "rule", "rule" },
  { "notices", "notices" },
  { "rolls", "rolls" },
  { "changes", "changes" },
};

/**
 * moei_apply_kind_of_href:
 * @href: a document's address, relative to the service
 * @kind: (out): its kind
 *
 * Returns: whether it is a document that the operation can hold
 */
gboolean
moei_apply_kind_of_href (const char       *href,
                         MoeiDocumentKind *kind)
{
  const char *name = g_str_has_prefix (href, "/v1/") ? href + strlen ("/v1/") : "";
  gsize length = strcspn (name, "/?");

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    if (strlen (paths[i][0]) == length && strncmp (paths[i][0], name, length) == 0)
      return moei_document_kind_from_name (paths[i][1], kind);
  }
  return FALSE;
}

static MoeiFreshness *
ensure_freshness (MoeiOperation    *operation,
                  MoeiDocumentKind  kind)
{
  MoeiCollection *all = moei_operation_get_freshness (operation);
  const char *name = moei_document_kind_get_name (kind);
  MoeiFreshness *freshness = moei_collection_lookup (all, name);

  for (gsize i = 0; freshness == NULL && i < G_N_ELEMENTS (documents); i++) {
    if (documents[i].kind == kind) {
      freshness = g_object_new (MOEI_TYPE_FRESHNESS, "id", name, "old-after", documents[i].old_after, NULL);
      moei_collection_append (all, freshness);
    }
  }
  return freshness;
}

static void
apply_service (MoeiOperation *operation,
               MoeiDocument  *document)
{
  g_object_set (operation,
                "name", moei_document_get_name (document),
                "exercise", moei_document_get_exercise (document),
                "epoch", moei_document_get_epoch (document),
                NULL);
}

static void
apply_situation (MoeiOperation *operation,
                 MoeiDocument  *document)
{
  g_object_set (operation,
                "revision", moei_document_get_revision (document),
                "operating-day", moei_document_get_operating_day (document),
                "week", moei_document_get_week (document),
                NULL);
}

static void
take_entities (MoeiOperation *operation,
               MoeiDocument  *document)
{
  MoeiDocumentKind kind = moei_document_get_kind (document);
  MoeiCollection *entities = moei_document_get_entities (document);
  guint monday = MOEI_DAY_UNKNOWN;

  if (kind == MOEI_DOCUMENT_FLIGHTS) {
    moei_operation_take_flights (operation, moei_document_get_date (document), entities);
  } else if (kind == MOEI_DOCUMENT_CONVOYS) {
    moei_operation_take_convoys (operation, moei_document_get_date (document), entities);
  } else if (kind == MOEI_DOCUMENT_WEEK) {
    if (moei_document_get_week (document) != NULL)
      moei_week_parse (moei_document_get_week (document), &monday);
    moei_operation_take_days (operation, monday, entities);
  } else {
    for (gsize i = 0; i < G_N_ELEMENTS (documents); i++) {
      g_autoptr (MoeiCollection) collection = NULL;

      if (documents[i].kind != kind)
        continue;
      g_object_get (operation, documents[i].collection, &collection, NULL);
      moei_collection_merge (collection, entities);
    }
    if (kind == MOEI_DOCUMENT_RULE)
      moei_collection_merge (moei_operation_get_holidays (operation), moei_document_get_holidays (document));
  }
}

static void
apply_entities (MoeiOperation *operation,
                MoeiDocument  *document)
{
  MoeiDocumentKind kind = moei_document_get_kind (document);
  MoeiFreshness *freshness = ensure_freshness (operation, kind);

  if (freshness == NULL)
    return;

  take_entities (operation, document);
  g_object_set (freshness,
                "revision", moei_document_get_revision (document),
                "generated", moei_document_get_generated (document),
                "problem", NULL,
                NULL);
  if (moei_freshness_get_confirmed (freshness) == MOEI_INSTANT_UNKNOWN)
    g_object_set (freshness, "confirmed", moei_document_get_generated (document), NULL);
}

/**
 * moei_apply_document:
 * @operation: an operation
 * @document: a document of the service
 *
 * Makes @operation hold what @document says.
 */
void
moei_apply_document (MoeiOperation *operation,
                     MoeiDocument  *document)
{
  switch (moei_document_get_kind (document)) {
  case MOEI_DOCUMENT_SERVICE:
    apply_service (operation, document);
    break;
  case MOEI_DOCUMENT_SITUATION:
    apply_situation (operation, document);
    break;
  case MOEI_DOCUMENT_PLACES:
  case MOEI_DOCUMENT_ROUTES:
  case MOEI_DOCUMENT_CONVOYS:
  case MOEI_DOCUMENT_FLIGHTS:
  case MOEI_DOCUMENT_WEEK:
  case MOEI_DOCUMENT_NATIONALITIES:
  case MOEI_DOCUMENT_RULE:
  case MOEI_DOCUMENT_NOTICES:
  case MOEI_DOCUMENT_ROLLS:
  case MOEI_DOCUMENT_CHANGES:
  case MOEI_DOCUMENT_OPERATION:
  default:
    apply_entities (operation, document);
    break;
  }
}

/**
 * moei_apply_confirm:
 * @operation: an operation
 * @href: a document's address
 * @now: the instant, on the service's clock
 *
 * The service has just said that this document still holds.
 */
void
moei_apply_confirm (MoeiOperation *operation,
                    const char    *href,
                    gint64         now)
{
  MoeiFreshness *freshness;
  MoeiDocumentKind kind;

  if (!moei_apply_kind_of_href (href, &kind) || now == MOEI_INSTANT_UNKNOWN)
    return;

  freshness = ensure_freshness (operation, kind);
  g_object_set (freshness, "confirmed", now, "state", MOEI_DATA_STATE_LIVE, "problem", NULL, NULL);
}

/**
 * moei_apply_problem:
 * @operation: an operation
 * @href: a document's address
 * @problem: why it could not be read
 */
void
moei_apply_problem (MoeiOperation *operation,
                    const char    *href,
                    const char    *problem)
{
  MoeiDocumentKind kind;

  if (moei_apply_kind_of_href (href, &kind))
    g_object_set (ensure_freshness (operation, kind), "problem", problem, NULL);
}
