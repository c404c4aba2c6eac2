/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-entity-json.h"
#include "wire/moei-event-data.h"
#include "wire/moei-reference.h"

#include <string.h>

/**
 * MoeiEventData:
 *
 * The data of one event of the service's stream.
 *
 * It has the fields of every kind of event; those that its own kind does not
 * have stay unknown.
 */
struct _MoeiEventData {
  MoeiEntity parent_instance;

  MoeiEventKind kind;
};

G_DEFINE_FINAL_TYPE (MoeiEventData, moei_event_data, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_EPOCH = MOEI_ENTITY_FIRST_FIELD,
  FIELD_TIME,
  FIELD_RATE,
  FIELD_PING_INTERVAL,
  FIELD_RETRY_AFTER,
  FIELD_DOCUMENTS,
} MoeiEventDataField;

static void
moei_event_data_class_init (MoeiEventDataClass *klass)
{
  /* In the order of MoeiEventDataField */
  GParamSpec *fields[] = {
    moei_field_string ("epoch"),
    moei_field_instant ("time"),
    g_param_spec_double ("rate", NULL, NULL, 0, G_MAXDOUBLE, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS),
    moei_field_number ("ping-interval", 0, G_MAXINT),
    moei_field_number ("retry-after", 0, G_MAXINT),
    moei_field_collection ("documents", MOEI_TYPE_REFERENCE),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_event_data_init (MoeiEventData *self)
{
}

/**
 * moei_event_data_new:
 * @kind: which event
 *
 * Returns: (transfer full): the data of an event; set its properties
 */
MoeiEventData *
moei_event_data_new (MoeiEventKind kind)
{
  MoeiEventData *self;

  g_return_val_if_fail (kind < MOEI_N_EVENT_KINDS, NULL);

  self = g_object_new (MOEI_TYPE_EVENT_DATA, NULL);
  self->kind = kind;
  return self;
}

/**
 * moei_event_data_decode:
 * @kind: which event
 * @data: its data, a JSON text
 * @error: what is wrong with it, and where
 *
 * Returns: (transfer full) (nullable): the data
 */
MoeiEventData *
moei_event_data_decode (MoeiEventKind   kind,
                        const char     *data,
                        GError        **error)
{
  const MoeiJsonPath path = { NULL, moei_event_kind_get_name (kind), 0 };
  g_autoptr (MoeiEventData) self = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (kind < MOEI_N_EVENT_KINDS, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  root = moei_json_parse (data, strlen (data), path.member, error);
  if (root == NULL)
    return NULL;

  self = moei_event_data_new (kind);
  if (!moei_fields_decode (moei_event_kind_get_fields (kind), root, &path, MOEI_ENTITY (self), error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * moei_event_data_encode:
 * @self: the data of an event
 *
 * Returns: (transfer full): a JSON text of one line
 */
char *
moei_event_data_encode (MoeiEventData *self)
{
  MoeiJsonWriter writer = { NULL, FALSE };

  g_return_val_if_fail (MOEI_IS_EVENT_DATA (self), NULL);

  writer.text = g_string_new (NULL);
  moei_fields_encode (moei_event_kind_get_fields (self->kind), MOEI_ENTITY (self), &writer);
  return g_string_free (writer.text, FALSE);
}

/**
 * moei_event_data_get_kind:
 * @self: the data of an event
 *
 * Returns: which event
 */
MoeiEventKind
moei_event_data_get_kind (MoeiEventData *self)
{
  g_return_val_if_fail (MOEI_IS_EVENT_DATA (self), 0);

  return self->kind;
}

/**
 * moei_event_data_get_epoch:
 * @self: the data of an event
 *
 * Returns: (nullable): the life of the store to which revisions belong
 */
const char *
moei_event_data_get_epoch (MoeiEventData *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_EPOCH));
}

/**
 * moei_event_data_get_revision:
 * @self: the data of an event
 *
 * Returns: the store's revision
 */
gint64
moei_event_data_get_revision (MoeiEventData *self)
{
  return moei_entity_get_revision (MOEI_ENTITY (self));
}

/**
 * moei_event_data_get_time:
 * @self: the data of an event
 *
 * Returns: what the service's clock showed; `MOEI_INSTANT_UNKNOWN` if not said
 */
gint64
moei_event_data_get_time (MoeiEventData *self)
{
  return g_value_get_int64 (moei_entity_get_field (MOEI_ENTITY (self), FIELD_TIME));
}

/**
 * moei_event_data_get_rate:
 * @self: the data of an event
 *
 * Returns: how many seconds of the operation pass in a second: 1 is live
 */
double
moei_event_data_get_rate (MoeiEventData *self)
{
  return g_value_get_double (moei_entity_get_field (MOEI_ENTITY (self), FIELD_RATE));
}

/**
 * moei_event_data_get_ping_interval:
 * @self: the data of an event
 *
 * Returns: seconds between pings; 0 if not said
 */
int
moei_event_data_get_ping_interval (MoeiEventData *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_PING_INTERVAL));
}

/**
 * moei_event_data_get_retry_after:
 * @self: the data of an event
 *
 * Returns: milliseconds after which to come back; 0 if not said
 */
int
moei_event_data_get_retry_after (MoeiEventData *self)
{
  return g_value_get_int (moei_entity_get_field (MOEI_ENTITY (self), FIELD_RETRY_AFTER));
}

/**
 * moei_event_data_get_documents:
 * @self: the data of an event
 *
 * Returns: (transfer none): the documents that changed, each a [class@Reference]
 */
MoeiCollection *
moei_event_data_get_documents (MoeiEventData *self)
{
  return g_value_get_object (moei_entity_get_field (MOEI_ENTITY (self), FIELD_DOCUMENTS));
}
