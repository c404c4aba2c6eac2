/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "wire-fixture.h"

/* Documents damaged at random, always in the same way: the decoder must say
 * yes or no to each, and never log, crash, or set an error of another domain. */

#define N_ROUNDS 20000
#define SEED     20250306

static const char *const pieces[] = {
  "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\u0000", "null", "true", "-", "0", "1e400", "1.5", "-1",
  "99999999999999999999", "\"id\":\"x\"", "\"suppressed\":[\"people\"]", "{\"en\":\"x\"}", "\"2025-06-31\"", "\xC3", "\xE1\x80",
  "\xEF\xBB\xBF", " ", "\n", "/*", "'", "\"type\":\"Point\"", "[[[[[[[[", "{\"a\":{\"a\":{\"a\":",
};

static void
damage (GByteArray *text,
        GRand      *rand)
{
  guint at = g_rand_int_range (rand, 0, MAX (text->len, 1));
  const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
  guint up_to = g_rand_int_range (rand, 1, 40);
  guint length = MIN (text->len - at, up_to);

  switch (g_rand_int_range (rand, 0, 5)) {
  case 0: /* another byte */
    if (text->len > 0)
      text->data[at] = g_rand_int_range (rand, 0, 256);
    break;
  case 1: /* something out */
    g_byte_array_remove_range (text, at, length);
    break;
  case 2: { /* something twice */
    g_autofree guint8 *copy = g_memdup2 (text->data + at, length);

    g_byte_array_append (text, copy, length);
    memmove (text->data + at + length, text->data + at, text->len - at - length);
    break;
  }
  case 3: { /* something in */
    gsize size = strlen (piece);

    g_byte_array_append (text, (const guint8 *) piece, size);
    memmove (text->data + at + size, text->data + at, text->len - at - size);
    memcpy (text->data + at, piece, size);
    break;
  }
  default: /* the end off */
    if (g_rand_int_range (rand, 0, 4) == 0)
      g_byte_array_set_size (text, at);
    break;
  }
}

/* Whether the decoder accepts @bytes; what it accepts, it must be able to write and read again. */
static gboolean
judge (MoeiDocumentKind  kind,
       GBytes           *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiDocument) document = moei_document_decode (kind, bytes, &error);
  g_autoptr (MoeiDocument) back = NULL;
  g_autoptr (GBytes) written = NULL;

  if (document == NULL) {
    g_assert_cmpint (error->domain, ==, MOEI_WIRE_ERROR);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    return FALSE;
  }

  g_assert_no_error (error);
  written = moei_document_encode (document);
  back = moei_document_decode (kind, written, &error);
  g_assert_no_error (error);
  g_assert_false (moei_entity_assign (MOEI_ENTITY (document), MOEI_ENTITY (back)));
  return TRUE;
}

static void
test_mutations (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  GBytes *documents[MOEI_N_DOCUMENT_KINDS];
  guint n_accepted = 0;

  for (guint kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++)
    documents[kind] = wire_fixture_load (moei_document_kind_get_name (kind));

  for (guint i = 0; i < N_ROUNDS; i++) {
    guint kind = i % MOEI_N_DOCUMENT_KINDS;
    g_autoptr (GByteArray) text = g_byte_array_new ();
    g_autoptr (GBytes) bytes = NULL;

    g_byte_array_append (text, g_bytes_get_data (documents[kind], NULL), g_bytes_get_size (documents[kind]));
    for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
      damage (text, rand);

    /* Memory of its own, so that a reader past its end is caught. */
    bytes = g_bytes_new (text->data, text->len);
    n_accepted += judge (kind, bytes);
  }

  g_test_message ("%u of %u accepted", n_accepted, N_ROUNDS);
  g_assert_cmpuint (n_accepted, >, N_ROUNDS / 50);
  g_assert_cmpuint (n_accepted, <, N_ROUNDS / 2);

  for (guint kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++)
    g_bytes_unref (documents[kind]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wire/mutations", test_mutations);

  return g_test_run ();
}
