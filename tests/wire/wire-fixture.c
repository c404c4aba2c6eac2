/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire-fixture.h"

/* The text of tests/wire/documents/@name.json. */
GBytes *
wire_fixture_load (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "wire", "documents", file, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

MoeiDocument *
wire_fixture_decode (MoeiDocumentKind   kind,
                     const char        *text,
                     GError           **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return moei_document_decode (kind, bytes, error);
}

/* The full document of a kind. */
MoeiDocument *
wire_fixture_open (MoeiDocumentKind kind)
{
  g_autoptr (GBytes) bytes = wire_fixture_load (moei_document_kind_get_name (kind));
  g_autoptr (GError) error = NULL;
  MoeiDocument *document = moei_document_decode (kind, bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}
