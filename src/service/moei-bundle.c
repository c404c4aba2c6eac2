/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-bundle.h"

#include "service/moei-bundle-check.h"
#include "service/moei-operation-data.h"

#define RESOURCE_PREFIX "/org/moei/Moei/operation/"

/* In the order in which a reader wants to be told what is wrong. */
static const struct {
  MoeiDocumentKind kind;
  const char      *name;
} files[] = {
  { MOEI_DOCUMENT_OPERATION, "operation.json" },
  { MOEI_DOCUMENT_PLACES, "places.json" },
  { MOEI_DOCUMENT_ROUTES, "routes.json" },
  { MOEI_DOCUMENT_FLIGHTS, "flights.json" },
  { MOEI_DOCUMENT_CONVOYS, "convoys.json" },
  { MOEI_DOCUMENT_WEEK, "days.json" },
  { MOEI_DOCUMENT_NATIONALITIES, "nationalities.json" },
  { MOEI_DOCUMENT_RULE, "rule.json" },
  { MOEI_DOCUMENT_NOTICES, "notices.json" },
  { MOEI_DOCUMENT_ROLLS, "rolls.json" },
};

/**
 * MoeiBundle:
 *
 * An operation in files: one document of each kind, over all dates.
 */
struct _MoeiBundle {
  GObject parent_instance;

  MoeiDocument *documents[MOEI_N_DOCUMENT_KINDS];
};

G_DEFINE_FINAL_TYPE (MoeiBundle, moei_bundle, G_TYPE_OBJECT)

G_DEFINE_QUARK (moei-bundle-error-quark, moei_bundle_error)

static void
moei_bundle_finalize (GObject *object)
{
  MoeiBundle *self = MOEI_BUNDLE (object);

  for (guint i = 0; i < MOEI_N_DOCUMENT_KINDS; i++)
    g_clear_object (&self->documents[i]);

  G_OBJECT_CLASS (moei_bundle_parent_class)->finalize (object);
}

static void
moei_bundle_class_init (MoeiBundleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_bundle_finalize;
}

static void
moei_bundle_init (MoeiBundle *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    self->documents[files[i].kind] = moei_document_new (files[i].kind);
}

/* Where the bytes of a file come from. */
typedef GBytes *(*LoadFunc) (const char  *name,
                             gpointer     user_data,
                             GError     **error);

static MoeiBundle *
read_with (LoadFunc   load,
           gpointer   user_data,
           GError   **error)
{
  g_autoptr (MoeiBundle) self = moei_bundle_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GBytes) bytes = load (files[i].name, user_data, error);
    MoeiDocument *document;

    if (bytes == NULL)
      return NULL;

    document = moei_document_decode (files[i].kind, bytes, error);
    if (document == NULL) {
      g_prefix_error (error, "%s: ", files[i].name);
      return NULL;
    }
    g_set_object (&self->documents[files[i].kind], document);
    g_object_unref (document);
  }

  if (!moei_bundle_check (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* No more of it than a document can have and one byte, and nothing of what is
 * no file: a device may never end, a pipe never begin. */
static GBytes *
load_file (GFile   *file,
           GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *buffer = NULL;
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL);
  gsize length;

  if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "not a file");
    return NULL;
  }
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;

  buffer = g_malloc (MOEI_DOCUMENT_MAX_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, MOEI_DOCUMENT_MAX_BYTES + 1, &length, NULL, error))
    return NULL;
  return g_bytes_new (buffer, length);
}

static GBytes *
load_from_folder (const char  *name,
                  gpointer     user_data,
                  GError     **error)
{
  g_autoptr (GFile) file = g_file_get_child (user_data, name);
  g_autoptr (GError) local_error = NULL;
  GBytes *bytes = load_file (file, &local_error);

  if (bytes != NULL)
    return bytes;

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY)) {
    g_autofree char *where = g_file_get_parse_name (user_data);

    g_set_error (error, MOEI_BUNDLE_ERROR, MOEI_BUNDLE_ERROR_MISSING,
                 "%s: no such file in %s", name, where);
  } else {
    g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s: ", name);
  }
  return NULL;
}

static GBytes *
load_from_resource (const char  *name,
                    gpointer     user_data,
                    GError     **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);

  return g_resource_lookup_data (user_data, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/**
 * moei_bundle_new:
 *
 * Returns: (transfer full): an operation of which nothing is known
 */
MoeiBundle *
moei_bundle_new (void)
{
  return g_object_new (MOEI_TYPE_BUNDLE, NULL);
}

/**
 * moei_bundle_read:
 * @folder: where its files are
 * @error: where to say, beginning with the file's name, what is wrong with them
 *
 * Reads an operation, as a whole or not at all.
 *
 * Returns: (transfer full) (nullable): the operation
 */
MoeiBundle *
moei_bundle_read (GFile   *folder,
                  GError **error)
{
  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  return read_with (load_from_folder, folder, error);
}

/**
 * moei_bundle_read_built_in:
 * @error: where to say what is wrong with it
 *
 * Reads the operation that comes with Moei: Mae Sot, 20 February to 31 March
 * 2025, from data/operation.
 *
 * Returns: (transfer full) (nullable): the operation
 */
MoeiBundle *
moei_bundle_read_built_in (GError **error)
{
  return read_with (load_from_resource, moei_operation_data_get_resource (), error);
}

/**
 * moei_bundle_write:
 * @self: an operation
 * @folder: where its files shall be; made if it is not there
 * @error: where to say what the disk refused
 *
 * Writes an operation as moei_bundle_read() reads it.  Each file replaces the
 * one before it at once, but not all of them together.
 *
 * Returns: whether all of them were written
 */
gboolean
moei_bundle_write (MoeiBundle  *self,
                   GFile       *folder,
                   GError     **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (MOEI_IS_BUNDLE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  if (!g_file_make_directory_with_parents (folder, NULL, &local_error) &&
      !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS)) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GFile) file = g_file_get_child (folder, files[i].name);
    g_autoptr (GBytes) bytes = moei_document_encode (self->documents[files[i].kind]);
    gsize size;
    const char *data = g_bytes_get_data (bytes, &size);

    if (!g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE,
                                  NULL, NULL, error)) {
      g_prefix_error (error, "%s: ", files[i].name);
      return FALSE;
    }
  }
  return TRUE;
}

/**
 * moei_bundle_get_document:
 * @self: an operation
 * @kind: a kind of document that a file of an operation can be
 *
 * Returns: (transfer none) (nullable): the document of that file
 */
MoeiDocument *
moei_bundle_get_document (MoeiBundle       *self,
                          MoeiDocumentKind  kind)
{
  g_return_val_if_fail (MOEI_IS_BUNDLE (self), NULL);
  g_return_val_if_fail (kind < MOEI_N_DOCUMENT_KINDS, NULL);

  return self->documents[kind];
}

/**
 * moei_bundle_get_entities:
 * @self: an operation
 * @kind: a kind of document with entities
 *
 * Returns: (transfer none) (nullable): the entities of that file
 */
MoeiCollection *
moei_bundle_get_entities (MoeiBundle       *self,
                          MoeiDocumentKind  kind)
{
  MoeiDocument *document = moei_bundle_get_document (self, kind);

  return document != NULL ? moei_document_get_entities (document) : NULL;
}

/**
 * moei_bundle_get_shelf:
 * @self: an operation
 * @shelf: a shelf of the store
 *
 * Returns: (transfer none) (nullable): what belongs on that shelf; `NULL` for the
 *   operation itself, which is a document
 */
MoeiCollection *
moei_bundle_get_shelf (MoeiBundle *self,
                       MoeiShelf   shelf)
{
  switch (shelf) {
  case MOEI_SHELF_PLACES:
    return moei_bundle_get_entities (self, MOEI_DOCUMENT_PLACES);
  case MOEI_SHELF_ROUTES:
    return moei_bundle_get_entities (self, MOEI_DOCUMENT_ROUTES);
  case MOEI_SHELF_CONVOYS:
    return moei_bundle_get_entities (self, MOEI_DOCUMENT_CONVOYS);
  case MOEI_SHELF_FLIGHTS:
    return moei_bundle_get_entities (self, MOEI_DOCUMENT_FLIGHTS);
  case MOEI_SHELF_DAYS:
    return moei_bundle_get_entities (self, MOEI_DOCUMENT_WEEK);
  case MOEI_SHELF_NATIONALITIES:
    return moei_bundle_get_entities (self, MOEI_DOCUMENT_NATIONALITIES);
  case MOEI_SHELF_RULES:
    return moei_bundle_get_entities (self, MOEI_DOCUMENT_RULE);
  case MOEI_SHELF_HOLIDAYS:
    return moei_document_get_holidays (moei_bundle_get_document (self, MOEI_DOCUMENT_RULE));
  case MOEI_SHELF_NOTICES:
    return moei_bundle_get_entities (self, MOEI_DOCUMENT_NOTICES);
  case MOEI_SHELF_ROLLS:
    return moei_bundle_get_entities (self, MOEI_DOCUMENT_ROLLS);
  case MOEI_SHELF_OPERATION:
  default:
    return NULL;
  }
}
