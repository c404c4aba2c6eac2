/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

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
#include "wire/moei-json-reader.h"
#include "wire/moei-json-scan.h"
#include "wire/moei-wire.h"

#define MANY_DOCUMENTS "tests/wire/documents"

static void
assert_refusal (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, MOEI_WIRE_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 6000);
}

static void
write_value (MoeiJsonWriter *writer,
             JsonNode       *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    moei_json_write_null (writer);
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    moei_json_write_boolean (writer, json_node_get_boolean (node));
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    moei_json_write_integer (writer, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    moei_json_write_double (writer, json_node_get_double (node));
  else
    moei_json_write_string (writer, json_node_get_string (node));
}

/* By our own writer: json-glib writes 1e40 as "1e+40.0". */
static void
write_node (MoeiJsonWriter *writer,
            JsonNode       *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonObjectIter iter;
    const char *name;
    JsonNode *member;

    moei_json_open (writer, '{');
    json_object_iter_init_ordered (&iter, json_node_get_object (node));
    while (json_object_iter_next_ordered (&iter, &name, &member)) {
      moei_json_write_member (writer, name);
      write_node (writer, member);
    }
    moei_json_close (writer, '}');
  } else if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);

    moei_json_open (writer, '[');
    for (guint i = 0; i < json_array_get_length (array); i++)
      write_node (writer, json_array_get_element (array, i));
    moei_json_close (writer, ']');
  } else {
    write_value (writer, node);
  }
}

/* A whole number may come back as one, whatever it was written as. */
static gboolean
is_same (JsonNode *a,
         JsonNode *b)
{
  g_autoptr (GString) one = g_string_new (NULL), other = g_string_new (NULL);
  MoeiJsonWriter first = { one, FALSE }, second = { other, FALSE };

  write_node (&first, a);
  write_node (&second, b);
  return g_string_equal (one, other);
}

/**
 * fuzz_run_json:
 * @data: (array length=size): a text
 * @size: its length
 *
 * What the guard lets through json-glib must read, and mean the same when it
 * is written again.
 */
void
fuzz_run_json (const guint8 *data,
               gsize         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = moei_json_parse ((const char *) data, size, NULL, &error);
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (GString) written = g_string_new (NULL);
  MoeiJsonWriter writer = { written, FALSE };

  if (root == NULL) {
    assert_refusal (error);
    return;
  }

  g_assert_no_error (error);
  write_node (&writer, root);
  again = moei_json_parse (written->str, written->len, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_same (root, again));
}

/* By its schema; what has none is given to one by its length. */
static MoeiDocumentKind
guess_kind (const guint8 *data,
            gsize         size)
{
  static const char prefix[] = "\"urn:moei:";
  const char *text = g_strstr_len ((const char *) data, (gssize) size, prefix);

  for (MoeiDocumentKind kind = 0; text != NULL && kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    const char *name = moei_document_kind_get_name (kind);
    const char *rest = text + strlen (prefix);
    gsize left = size - (gsize) (rest - (const char *) data);

    if (left > strlen (name) && memcmp (rest, name, strlen (name)) == 0 && rest[strlen (name)] == ':')
      return kind;
  }
  return size % MOEI_N_DOCUMENT_KINDS;
}

/**
 * fuzz_run_document:
 * @data: (array length=size): a text
 * @size: its length
 *
 * A document is taken or refused; what is taken is written, read and written
 * again as the same bytes.
 */
void
fuzz_run_document (const guint8 *data,
                   gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  MoeiDocumentKind kind = guess_kind (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiDocument) document = moei_document_decode (kind, bytes, &error);
  g_autoptr (MoeiDocument) back = NULL;
  g_autoptr (GBytes) written = NULL, again = NULL;

  if (document == NULL) {
    assert_refusal (error);
    return;
  }

  g_assert_no_error (error);
  written = moei_document_encode (document);
  back = moei_document_decode (kind, written, &error);
  g_assert_no_error (error);
  again = moei_document_encode (back);
  g_assert_true (g_bytes_equal (written, again));
  g_assert_false (moei_entity_assign (MOEI_ENTITY (document), MOEI_ENTITY (back)));
}

static void
run_type (GType       type,
          const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiEntity) entity = moei_entity_from_json (type, text, &error);
  g_autoptr (MoeiEntity) back = NULL;
  g_autofree char *written = NULL, *again = NULL;

  if (entity == NULL) {
    assert_refusal (error);
    return;
  }

  written = moei_entity_to_json (entity);
  back = moei_entity_from_json (type, written, &error);
  g_assert_no_error (error);
  again = moei_entity_to_json (back);
  g_assert_cmpstr (written, ==, again);
}

/**
 * fuzz_run_entity:
 * @data: (array length=size): a text
 * @size: its length
 *
 * What the store keeps of one thing, taken as one of each kind.
 */
void
fuzz_run_entity (const guint8 *data,
                 gsize         size)
{
  g_autofree char *text = fuzz_to_string (data, size);
  const GType types[] = {
    MOEI_TYPE_PLACE, MOEI_TYPE_ROUTE, MOEI_TYPE_CONVOY, MOEI_TYPE_FLIGHT, MOEI_TYPE_QUOTA_DAY,
    MOEI_TYPE_NATIONALITY, MOEI_TYPE_RULE, MOEI_TYPE_HOLIDAY, MOEI_TYPE_NOTICE, MOEI_TYPE_ROLL, MOEI_TYPE_CHANGE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    run_type (types[i], text);
}

/**
 * fuzz_run_event:
 * @data: (array length=size): a text
 * @size: its length
 *
 * The data of an event, taken as one of each kind; and as an event's id.
 */
void
fuzz_run_event (const guint8 *data,
                gsize         size)
{
  g_autofree char *text = fuzz_to_string (data, size);
  g_autofree char *epoch = NULL;
  gint64 revision;

  for (MoeiEventKind kind = 0; kind < MOEI_N_EVENT_KINDS; kind++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (MoeiEventData) event = moei_event_data_decode (kind, text, &error);
    g_autoptr (MoeiEventData) back = NULL;
    g_autofree char *written = NULL, *again = NULL;

    if (event == NULL) {
      assert_refusal (error);
      continue;
    }
    written = moei_event_data_encode (event);
    back = moei_event_data_decode (kind, written, &error);
    g_assert_no_error (error);
    again = moei_event_data_encode (back);
    g_assert_cmpstr (written, ==, again);
  }

  if (moei_event_id_parse (text, &epoch, &revision)) {
    g_autofree char *id = moei_event_id_format (epoch, revision);
    g_autofree char *same_epoch = NULL;
    gint64 same_revision;

    g_assert_true (moei_event_id_parse (id, &same_epoch, &same_revision));
    g_assert_cmpstr (same_epoch, ==, epoch);
    g_assert_cmpint (same_revision, ==, revision);
  }
}

/**
 * fuzz_seed_documents:
 * @seeds: (element-type GBytes): texts to begin from
 *
 * Adds a document of each kind and an event of each.
 */
void
fuzz_seed_documents (GPtrArray *seeds)
{
  fuzz_add_folder (seeds, MANY_DOCUMENTS, ".json");
}

static void
add_entities (MoeiDocument *document,
              GPtrArray    *seeds)
{
  MoeiCollection *entities = moei_document_get_entities (document);

  for (guint i = 0; entities != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (entities)); i++) {
    g_autoptr (MoeiEntity) entity = g_list_model_get_item (G_LIST_MODEL (entities), i);
    g_autofree char *text = moei_entity_to_json (entity);

    fuzz_add_text (seeds, text);
  }
}

/**
 * fuzz_seed_entities:
 * @seeds: (element-type GBytes): texts to begin from
 *
 * Adds the things of these documents.
 */
void
fuzz_seed_entities (GPtrArray *seeds)
{
  for (MoeiDocumentKind kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
    g_autofree char *path = g_strdup_printf (MANY_DOCUMENTS "/%s.json", moei_document_kind_get_name (kind));
    g_autoptr (MoeiDocument) document = NULL;

    fuzz_add_file (documents, path);
    document = moei_document_decode (kind, documents->pdata[0], NULL);
    g_assert_nonnull (document);
    if (kind != MOEI_DOCUMENT_SERVICE && kind != MOEI_DOCUMENT_SITUATION)
      add_entities (document, seeds);
  }
}
