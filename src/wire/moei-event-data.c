/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-entity-json.h"
#include "wire/moei-event-data.h"
#include "wire/moei-reference.h"

#include <string.h>

#define MAX_PING_S   86400
#define MAX_RETRY_MS 86400000
#define MAX_RATE     100000

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

#define EPOCH    { "epoch", MOEI_FIELD_STRING, .form = MOEI_FORM_ID, .required = TRUE }
#define REVISION { "revision", MOEI_FIELD_NUMBER, .maximum = MOEI_REVISION_MAX, .required = TRUE }
#define TIME     { "time", MOEI_FIELD_INSTANT, .required = TRUE }
#define RATE     { "rate", MOEI_FIELD_RATE, .maximum = MAX_RATE, .required = TRUE }

static const MoeiField hello_fields[] = {
  EPOCH,
  REVISION,
  TIME,
  RATE,
  { "ping_s", MOEI_FIELD_NUMBER, .property = "ping-interval", .maximum = MAX_PING_S },
  MOEI_FIELDS_END
};

static const MoeiField changed_fields[] = {
  REVISION,
  { "documents", MOEI_FIELD_COLLECTION, .required = TRUE },
  MOEI_FIELDS_END
};

static const MoeiField ping_fields[] = {
  TIME,
  RATE,
  REVISION,
  MOEI_FIELDS_END
};

static const MoeiField reset_fields[] = {
  EPOCH,
  REVISION,
  MOEI_FIELDS_END
};

static const MoeiField bye_fields[] = {
  { "retry_after_ms", MOEI_FIELD_NUMBER, .property = "retry-after", .maximum = MAX_RETRY_MS },
  MOEI_FIELDS_END
};

static const struct {
  const char      *name;
  const MoeiField *fields;
} kinds[MOEI_N_EVENT_KINDS] = {
  [MOEI_EVENT_HELLO] = { "hello", hello_fields },
  [MOEI_EVENT_CHANGED] = { "changed", changed_fields },
  [MOEI_EVENT_PING] = { "ping", ping_fields },
  [MOEI_EVENT_RESET] = { "reset", reset_fields },
  [MOEI_EVENT_BYE] = { "bye", bye_fields },
};

static void
moei_event_data_class_init (MoeiEventDataClass *klass)
{
  /* In the order of MoeiEventDataField */
  GParamSpec *fields[] = {
    moei_field_string ("epoch"),
    moei_field_instant ("time"),
    g_param_spec_double ("rate", NULL, NULL, 0, MAX_RATE, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS),
    moei_field_number ("ping-interval", 0, MAX_PING_S),
    moei_field_number ("retry-after", 0, MAX_RETRY_MS),
    moei_field_collection ("documents", MOEI_TYPE_REFERENCE),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_event_data_init (MoeiEventData *self)
{
}

/**
 * moei_event_kind_get_name:
 * @kind: a kind of event
 *
 * Returns: its name on the stream
 */
const char *
moei_event_kind_get_name (MoeiEventKind kind)
{
  g_return_val_if_fail (kind < MOEI_N_EVENT_KINDS, NULL);

  return kinds[kind].name;
}

/**
 * moei_event_kind_from_name:
 * @name: a name
 * @kind: (out): the kind of event of that name
 *
 * Returns: whether there is one; an event of another name is to be ignored
 */
gboolean
moei_event_kind_from_name (const char    *name,
                           MoeiEventKind *kind)
{
  for (guint i = 0; i < MOEI_N_EVENT_KINDS; i++) {
    if (g_strcmp0 (kinds[i].name, name) == 0) {
      *kind = i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * moei_event_id_format:
 * @epoch: the store's epoch
 * @revision: its revision
 *
 * Returns: (transfer full): the id of an event, "epoch-revision"
 */
char *
moei_event_id_format (const char *epoch,
                      gint64      revision)
{
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT, epoch, revision);
}

/**
 * moei_event_id_parse:
 * @id: the id of an event, such as a client's Last-Event-ID
 * @epoch: (out): the store's epoch
 * @revision: (out): its revision
 *
 * Returns: whether it is one
 */
gboolean
moei_event_id_parse (const char  *id,
                     char       **epoch,
                     gint64      *revision)
{
  const char *dash = strrchr (id, '-');
  g_autofree char *before = dash != NULL ? g_strndup (id, dash - id) : NULL;
  guint64 number;

  if (before == NULL || !moei_form_matches (MOEI_FORM_ID, before) ||
      !g_ascii_string_to_unsigned (dash + 1, 10, 0, MOEI_REVISION_MAX, &number, NULL))
    return FALSE;

  *epoch = g_steal_pointer (&before);
  *revision = number;
  return TRUE;
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
  if (!moei_fields_decode (kinds[kind].fields, root, &path, MOEI_ENTITY (self), error))
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
  moei_fields_encode (kinds[self->kind].fields, MOEI_ENTITY (self), &writer);
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
