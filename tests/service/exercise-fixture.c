/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exercise-fixture.h"
#include "service/moei-exercise.h"
#include "wire/moei-instant.h"

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  MoeiDocument *operation;

  fixture->plan = moei_bundle_read_built_in (&error);
  g_assert_no_error (error);
  fixture->course = moei_course_new (fixture->plan, MOEI_EXERCISE_DEFAULT_SEED);
  operation = moei_bundle_get_document (fixture->plan, MOEI_DOCUMENT_OPERATION);
  fixture->start = moei_document_get_start (operation);
  fixture->end = moei_document_get_end (operation);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  moei_course_free (fixture->course);
  g_object_unref (fixture->plan);
}

gint64
instant (const char *string)
{
  gint64 value;

  g_assert_true (moei_instant_parse (string, &value));
  return value;
}

gpointer
look (MoeiBundle       *state,
      MoeiDocumentKind  kind,
      const char       *id)
{
  return moei_collection_lookup (moei_bundle_get_entities (state, kind), id);
}

/* All documents of a state as one string of bytes. */
GBytes *
encode (MoeiBundle *state)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();

  for (guint kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    MoeiDocument *document = moei_bundle_get_document (state, kind);

    if (document != NULL) {
      g_autoptr (GBytes) bytes = moei_document_encode (document);

      g_byte_array_append (all, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}
