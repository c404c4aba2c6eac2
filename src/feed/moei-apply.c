/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-apply.h"

#include <string.h>

#include "operation/moei-collection.h"
#include "wire/moei-instant.h"

/* How a document becomes part of the operation: merged in place, so that one
 * flight that changed is one flight that is notified. */

/* Which collection holds a document's entities, where it is the only one of its kind. */
static const struct {
  MoeiDocumentKind kind;
  const char      *collection;
} collections[] = {
  { MOEI_DOCUMENT_PLACES, "places" },
  { MOEI_DOCUMENT_ROUTES, "routes" },
  { MOEI_DOCUMENT_NATIONALITIES, "nationalities" },
  { MOEI_DOCUMENT_RULE, "rules" },
  { MOEI_DOCUMENT_NOTICES, "notices" },
  { MOEI_DOCUMENT_ROLLS, "rolls" },
  { MOEI_DOCUMENT_CHANGES, "changes" },
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

/* What an address says of the day, at its end. */
static guint
parse_day (const char       *href,
           MoeiDocumentKind  kind)
{
  const char *date = strstr (href, "?date=");
  const char *week = strrchr (href, '/');
  guint day;

  if (kind == MOEI_DOCUMENT_WEEK && week != NULL && moei_week_parse (week + 1, &day))
    return day;
  if (kind != MOEI_DOCUMENT_WEEK && date != NULL && moei_day_parse (date + strlen ("?date="), &day))
    return day;
  return MOEI_DAY_UNKNOWN;
}

/**
 * moei_apply_parse_href:
 * @href: a document's address, relative to the service
 * @kind: (out): its kind
 * @day: (out): its day, or its week's Monday; `MOEI_DAY_UNKNOWN` if it names none
 *
 * Returns: whether it is a document that the operation can hold
 */
gboolean
moei_apply_parse_href (const char       *href,
                       MoeiDocumentKind *kind,
                       guint            *day)
{
  const char *name = g_str_has_prefix (href, "/v1/") ? href + strlen ("/v1/") : "";
  gsize length = strcspn (name, "/?");

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    if (strlen (paths[i][0]) != length || strncmp (paths[i][0], name, length) != 0)
      continue;
    if (!moei_document_kind_from_name (paths[i][1], kind))
      return FALSE;
    *day = moei_apply_is_dated (*kind) ? parse_day (href, *kind) : MOEI_DAY_UNKNOWN;
    return TRUE;
  }
  return FALSE;
}

/**
 * moei_apply_is_dated:
 * @kind: a kind of document
 *
 * Returns: whether there is one for each day, or for each week
 */
gboolean
moei_apply_is_dated (MoeiDocumentKind kind)
{
  return kind == MOEI_DOCUMENT_CONVOYS || kind == MOEI_DOCUMENT_FLIGHTS || kind == MOEI_DOCUMENT_WEEK;
}

/**
 * moei_apply_is_present:
 * @kind: a dated kind of document
 * @day: the day of one, or its week's Monday
 * @today: the operating day
 *
 * Returns: whether that one is about today; yes, where nobody says what day it is about
 */
gboolean
moei_apply_is_present (MoeiDocumentKind kind,
                       guint            day,
                       guint            today)
{
  if (day == MOEI_DAY_UNKNOWN || today == MOEI_DAY_UNKNOWN)
    return TRUE;
  return day == (kind == MOEI_DOCUMENT_WEEK ? moei_week_of_day (today) : today);
}

/**
 * moei_apply_is_aside:
 * @kind: a kind of document
 *
 * Returns: whether a board of the present does without it
 */
gboolean
moei_apply_is_aside (MoeiDocumentKind kind)
{
  return kind == MOEI_DOCUMENT_ROLLS || kind == MOEI_DOCUMENT_CHANGES;
}

/**
 * moei_apply_get_day:
 * @document: a document
 *
 * Returns: what it says of its day, or of its week's Monday; `MOEI_DAY_UNKNOWN` for nothing
 */
guint
moei_apply_get_day (MoeiDocument *document)
{
  const char *week = moei_document_get_week (document);
  guint day = MOEI_DAY_UNKNOWN;

  switch (moei_document_get_kind (document)) {
  case MOEI_DOCUMENT_CONVOYS:
  case MOEI_DOCUMENT_FLIGHTS:
    return moei_document_get_date (document);
  case MOEI_DOCUMENT_WEEK:
    if (week != NULL)
      moei_week_parse (week, &day);
    return day;
  case MOEI_DOCUMENT_SERVICE:
  case MOEI_DOCUMENT_SITUATION:
  case MOEI_DOCUMENT_PLACES:
  case MOEI_DOCUMENT_ROUTES:
  case MOEI_DOCUMENT_NATIONALITIES:
  case MOEI_DOCUMENT_RULE:
  case MOEI_DOCUMENT_NOTICES:
  case MOEI_DOCUMENT_ROLLS:
  case MOEI_DOCUMENT_CHANGES:
  case MOEI_DOCUMENT_OPERATION:
  default:
    return day;
  }
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
take_dated (MoeiOperation    *operation,
            MoeiDocumentKind  kind,
            guint             day,
            MoeiCollection   *entities)
{
  if (kind == MOEI_DOCUMENT_FLIGHTS)
    moei_operation_take_flights (operation, day, entities);
  else if (kind == MOEI_DOCUMENT_CONVOYS)
    moei_operation_take_convoys (operation, day, entities);
  else
    moei_operation_take_days (operation, day, entities);
}

static void
apply_entities (MoeiOperation *operation,
                MoeiDocument  *document)
{
  MoeiDocumentKind kind = moei_document_get_kind (document);

  for (gsize i = 0; i < G_N_ELEMENTS (collections); i++) {
    g_autoptr (MoeiCollection) collection = NULL;

    if (collections[i].kind != kind)
      continue;
    g_object_get (operation, collections[i].collection, &collection, NULL);
    moei_collection_merge (collection, moei_document_get_entities (document));
  }
  if (kind == MOEI_DOCUMENT_RULE)
    moei_collection_merge (moei_operation_get_holidays (operation), moei_document_get_holidays (document));
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
  MoeiDocumentKind kind = moei_document_get_kind (document);

  switch (kind) {
  case MOEI_DOCUMENT_SERVICE:
    apply_service (operation, document);
    break;
  case MOEI_DOCUMENT_SITUATION:
    apply_situation (operation, document);
    break;
  case MOEI_DOCUMENT_CONVOYS:
  case MOEI_DOCUMENT_FLIGHTS:
  case MOEI_DOCUMENT_WEEK:
    take_dated (operation, kind, moei_apply_get_day (document), moei_document_get_entities (document));
    break;
  case MOEI_DOCUMENT_PLACES:
  case MOEI_DOCUMENT_ROUTES:
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
 * moei_apply_forget:
 * @operation: an operation
 * @kind: a dated kind of document
 * @day: a day, or a week's Monday
 *
 * Makes @operation hold nothing of that day or week.
 */
void
moei_apply_forget (MoeiOperation    *operation,
                   MoeiDocumentKind  kind,
                   guint             day)
{
  take_dated (operation, kind, day, NULL);
}
