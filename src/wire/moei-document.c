/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-change.h"
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
#include "wire/moei-document.h"
#include "wire/moei-link.h"
#include "wire/moei-reference.h"

/**
 * MoeiDocument:
 *
 * A document of the wire: what it says of itself, and what it lists.
 *
 * It has the fields of every kind of document; those that its own kind does
 * not have stay unknown.  Once decoded it is not changed any more, and may go
 * from thread to thread.
 */
struct _MoeiDocument {
  MoeiEntity parent_instance;

  MoeiDocumentKind kind;
};

G_DEFINE_FINAL_TYPE (MoeiDocument, moei_document, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_GENERATED = MOEI_ENTITY_FIRST_FIELD,
  FIELD_EPOCH,
  FIELD_DATE,
  FIELD_WEEK,
  FIELD_TIMEZONE,
  FIELD_OPERATING_DAY,
  FIELD_NAME,
  FIELD_EXERCISE,
  FIELD_START,
  FIELD_END,
  FIELD_TIME,
  FIELD_RATE,
  FIELD_ROLE,
  FIELD_PING_INTERVAL,
  FIELD_BODY_LIMIT,
  FIELD_QUOTA, /* the headline's, in the order of MoeiHeadline */
  FIELD_DEPARTED,
  FIELD_AT_AIRPORT,
  FIELD_ON_BUS,
  FIELD_SLOT_GIVEN,
  FIELD_WAITING,
  FIELD_LINKS,
  FIELD_DOCUMENTS,
  FIELD_PLACES,
  FIELD_ROUTES,
  FIELD_CONVOYS,
  FIELD_FLIGHTS,
  FIELD_DAYS,
  FIELD_NATIONALITIES,
  FIELD_RULES,
  FIELD_HOLIDAYS,
  FIELD_NOTICES,
  FIELD_ROLLS,
  FIELD_CHANGES,
} MoeiDocumentField;

static void
moei_document_class_init (MoeiDocumentClass *klass)
{
  /* In the order of MoeiDocumentField */
  GParamSpec *fields[] = {
    moei_field_instant ("generated"),
    moei_field_string ("epoch"),
    moei_field_day ("date"),
    moei_field_string ("week"),
    moei_field_string ("timezone"),
    moei_field_day ("operating-day"),
    moei_field_text ("name"),
    moei_field_flag ("exercise"),
    moei_field_instant ("start"),
    moei_field_instant ("end"),
    moei_field_instant ("time"),
    g_param_spec_double ("rate", NULL, NULL, 0, G_MAXDOUBLE, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS),
    moei_field_string ("role"),
    moei_field_number ("ping-interval", 0, G_MAXINT),
    moei_field_number ("body-limit", 0, G_MAXINT),
    moei_field_count ("quota"),
    moei_field_count ("departed"),
    moei_field_count ("at-airport"),
    moei_field_count ("on-bus"),
    moei_field_count ("slot-given"),
    moei_field_count ("waiting"),
    moei_field_collection ("links", MOEI_TYPE_LINK),
    moei_field_collection ("documents", MOEI_TYPE_REFERENCE),
    moei_field_collection ("places", MOEI_TYPE_PLACE),
    moei_field_collection ("routes", MOEI_TYPE_ROUTE),
    moei_field_collection ("convoys", MOEI_TYPE_CONVOY),
    moei_field_collection ("flights", MOEI_TYPE_FLIGHT),
    moei_field_collection ("days", MOEI_TYPE_QUOTA_DAY),
    moei_field_collection ("nationalities", MOEI_TYPE_NATIONALITY),
    moei_field_collection ("rules", MOEI_TYPE_RULE),
    moei_field_collection ("holidays", MOEI_TYPE_HOLIDAY),
    moei_field_collection ("notices", MOEI_TYPE_NOTICE),
    moei_field_collection ("rolls", MOEI_TYPE_ROLL),
    moei_field_collection ("changes", MOEI_TYPE_CHANGE),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_document_init (MoeiDocument *self)
{
}

/**
 * moei_document_new:
 * @kind: which document
 *
 * Makes a document of which nothing else is known; set its properties and
 * append to its collections.
 *
 * Returns: (transfer full): a new document
 */
MoeiDocument *
moei_document_new (MoeiDocumentKind kind)
{
  MoeiDocument *self;

  g_return_val_if_fail (kind < MOEI_N_DOCUMENT_KINDS, NULL);

  self = g_object_new (MOEI_TYPE_DOCUMENT, NULL);
  self->kind = kind;
  return self;
}

/**
 * moei_document_get_kind:
 * @self: a document
 *
 * Returns: which document it is
 */
MoeiDocumentKind
moei_document_get_kind (MoeiDocument *self)
{
  g_return_val_if_fail (MOEI_IS_DOCUMENT (self), 0);

  return self->kind;
}

/**
 * moei_document_get_revision:
 * @self: a document
 *
 * Returns: the service's revision at which it last changed; 0 in a file
 */
gint64
moei_document_get_revision (MoeiDocument *self)
{
  return moei_entity_get_revision (MOEI_ENTITY (self));
}

/**
 * moei_document_get_observed:
 * @self: a situation
 *
 * Returns: the instant as of which the headline is said; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_document_get_observed (MoeiDocument *self)
{
  return moei_entity_get_observed (MOEI_ENTITY (self));
}

/**
 * moei_document_get_headline:
 * @self: a situation
 * @figure: which figure
 *
 * Returns: a figure of the headline; `MOEI_COUNT_UNKNOWN` if not reported
 */
int
moei_document_get_headline (MoeiDocument *self,
                            MoeiHeadline  figure)
{
  g_return_val_if_fail (figure <= MOEI_HEADLINE_WAITING, MOEI_COUNT_UNKNOWN);

  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_QUOTA + figure));
}

/**
 * moei_document_get_entities:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what it lists: places, flights, links …;
 *   `NULL` if its kind lists nothing
 */
MoeiCollection *
moei_document_get_entities (MoeiDocument *self)
{
  const char *property = moei_document_kind_get_entities (moei_document_get_kind (self));
  g_autoptr (MoeiCollection) entities = NULL;

  if (property == NULL)
    return NULL;

  g_object_get (self, property, &entities, NULL);
  return entities; /* which lives as long as the document does */
}

/**
 * moei_document_get_generated:
 * @self: a document
 *
 * Returns: when the service wrote it; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_document_get_generated (MoeiDocument *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_GENERATED));
}

/**
 * moei_document_get_epoch:
 * @self: a service or situation document
 *
 * Returns: (nullable): the life of the store to which revisions belong
 */
const char *
moei_document_get_epoch (MoeiDocument *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_EPOCH));
}

/**
 * moei_document_get_date:
 * @self: a document of flights or convoys
 *
 * Returns: the day that it is about; `MOEI_DAY_UNKNOWN` if about all days
 */
guint
moei_document_get_date (MoeiDocument *self)
{
  return g_value_get_uint (moei_entity_get_field (MOEI_ENTITY (self), FIELD_DATE));
}

/**
 * moei_document_get_week:
 * @self: a service, situation or week document
 *
 * Returns: (nullable): the ISO week that it is about, "2025-W10"
 */
const char *
moei_document_get_week (MoeiDocument *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_WEEK));
}

/**
 * moei_document_get_timezone:
 * @self: a service, week or operation document
 *
 * Returns: (nullable): the IANA name of the zone of its days
 */
const char *
moei_document_get_timezone (MoeiDocument *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_TIMEZONE));
}

/**
 * moei_document_get_operating_day:
 * @self: a service or situation document
 *
 * Returns: the day that the operation is at; `MOEI_DAY_UNKNOWN` if not said
 */
guint
moei_document_get_operating_day (MoeiDocument *self)
{
  return g_value_get_uint (moei_entity_get_field (MOEI_ENTITY (self), FIELD_OPERATING_DAY));
}

/**
 * moei_document_get_name:
 * @self: a service or operation document
 *
 * Returns: (nullable): the name of the operation
 */
const MoeiText *
moei_document_get_name (MoeiDocument *self)
{
  return g_value_get_boxed (moei_entity_get_field (MOEI_ENTITY (self), FIELD_NAME));
}

/**
 * moei_document_get_exercise:
 * @self: a service or operation document
 *
 * Returns: whether nothing of it is real
 */
gboolean
moei_document_get_exercise (MoeiDocument *self)
{
  return g_value_get_boolean (moei_entity_get_field (MOEI_ENTITY (self), FIELD_EXERCISE));
}

/**
 * moei_document_get_start:
 * @self: an operation document
 *
 * Returns: when it begins; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_document_get_start (MoeiDocument *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_START));
}

/**
 * moei_document_get_end:
 * @self: an operation document
 *
 * Returns: when it ends; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_document_get_end (MoeiDocument *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_END));
}

/**
 * moei_document_get_clock_time:
 * @self: a service document
 *
 * Returns: what the service's clock showed; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_document_get_clock_time (MoeiDocument *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_TIME));
}

/**
 * moei_document_get_clock_rate:
 * @self: a service document
 *
 * Returns: how many seconds of the operation pass in a second: 1 is live
 */
double
moei_document_get_clock_rate (MoeiDocument *self)
{
  return g_value_get_double (moei_entity_get_field (MOEI_ENTITY (self), FIELD_RATE));
}

/**
 * moei_document_get_role:
 * @self: a service document
 *
 * Returns: (nullable): as what the service knows its client
 */
const char *
moei_document_get_role (MoeiDocument *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_ROLE));
}

/**
 * moei_document_get_ping_interval:
 * @self: a service document
 *
 * Returns: seconds between pings on the stream of events; 0 if not said
 */
int
moei_document_get_ping_interval (MoeiDocument *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PING_INTERVAL));
}

/**
 * moei_document_get_body_limit:
 * @self: a service document
 *
 * Returns: the greatest body, in bytes, that the service takes; 0 if not said
 */
gint64
moei_document_get_body_limit (MoeiDocument *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_BODY_LIMIT));
}

/**
 * moei_document_get_holidays:
 * @self: a rule document
 *
 * Returns: (transfer none): its holidays
 */
MoeiCollection *
moei_document_get_holidays (MoeiDocument *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_HOLIDAYS));
}

/**
 * moei_document_get_links:
 * @self: a service document
 *
 * Returns: (transfer none): its links, each a [class@Link]
 */
MoeiCollection *
moei_document_get_links (MoeiDocument *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_LINKS));
}

/**
 * moei_document_get_documents:
 * @self: a situation
 *
 * Returns: (transfer none): the documents that it names, each a [class@Reference]
 */
MoeiCollection *
moei_document_get_documents (MoeiDocument *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_DOCUMENTS));
}

/**
 * moei_document_lookup_revision:
 * @self: a situation
 * @href: a document's address
 *
 * Returns: the revision at which that document last changed; 0 if @self does
 *   not name it
 */
gint64
moei_document_lookup_revision (MoeiDocument *self,
                               const char   *href)
{
  MoeiEntity *reference = moei_collection_lookup (moei_document_get_documents (self), href);

  return reference != NULL ? moei_entity_get_revision (reference) : 0;
}
