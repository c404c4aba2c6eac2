/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "operation/moei-collection.h"
#include "wire/moei-document.h"
#include "wire/moei-event-data.h"

/* Tells check-schemas.py what the decoder makes of documents, and which
 * members its tables have.
 *
 *   judge < list          a line "kind path" for each document; answers
 *                         "accept" or "reject: why" for each
 *   judge --members       a line "kind member[].member" for all that is read
 */

static gboolean
decode (const char  *kind_name,
        GBytes      *bytes,
        GError     **error)
{
  g_autoptr (MoeiEntity) decoded = NULL;
  MoeiDocumentKind kind;
  MoeiEventKind event;

  if (moei_document_kind_from_name (kind_name, &kind)) {
    decoded = MOEI_ENTITY (moei_document_decode (kind, bytes, error));
  } else if (moei_event_kind_from_name (kind_name, &event)) {
    g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

    decoded = MOEI_ENTITY (moei_event_data_decode (event, text, error));
  } else {
    g_error ("no document or event \"%s\"", kind_name);
  }
  return decoded != NULL;
}

static void
judge (const char *kind_name,
       const char *path)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  file = g_mapped_file_new (path, FALSE, &error);
  if (file == NULL)
    g_error ("%s", error->message);

  bytes = g_mapped_file_get_bytes (file);
  if (decode (kind_name, bytes, &error))
    puts ("accept");
  else
    printf ("reject: %s\n", error->message);
}

static void
print_words (GType type)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (type);

  putchar (' ');
  for (guint i = 0; i < words->n_values; i++)
    printf ("%s%s", i > 0 ? "|" : "", words->values[i].value_nick);
}

static void
print_members (const MoeiField *fields,
               GType            type,
               const char      *prefix)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  for (const MoeiField *field = fields; field->member != NULL; field++) {
    g_autofree char *path = g_strconcat (prefix, field->member, NULL);
    GParamSpec *pspec = g_object_class_find_property (G_OBJECT_CLASS (klass), moei_field_get_property (field));

    fputs (path, stdout);
    if (field->kind == MOEI_FIELD_WORD)
      print_words (pspec->value_type);
    putchar ('\n');

    if (field->kind == MOEI_FIELD_GROUP) {
      g_autofree char *inner = g_strconcat (path, ".", NULL);

      print_members (field->fields, type, inner);
    } else if (field->kind == MOEI_FIELD_COLLECTION) {
      GType item_type = moei_field_get_item_type (pspec);
      g_autofree char *inner = g_strconcat (path, "[].", NULL);

      print_members (moei_fields_of_type (item_type), item_type, inner);
    }
  }
}

static void
print_all_members (void)
{
  for (guint kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    g_autofree char *prefix = g_strconcat (moei_document_kind_get_name (kind), " ", NULL);

    print_members (moei_document_kind_get_fields (kind), MOEI_TYPE_DOCUMENT, prefix);
  }
  for (guint kind = 0; kind < MOEI_N_EVENT_KINDS; kind++) {
    g_autofree char *prefix = g_strconcat (moei_event_kind_get_name (kind), " ", NULL);

    print_members (moei_event_kind_get_fields (kind), MOEI_TYPE_EVENT_DATA, prefix);
  }
}

int
main (int   argc,
      char *argv[])
{
  char line[4096];

  if (argc == 2 && g_str_equal (argv[1], "--members")) {
    print_all_members ();
    return 0;
  }

  while (fgets (line, sizeof line, stdin) != NULL) {
    g_auto (GStrv) parts = g_strsplit (g_strchomp (line), " ", 2);

    g_assert (g_strv_length (parts) == 2);
    judge (parts[0], parts[1]);
  }
  return 0;
}
