/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include <glib/gstdio.h>

/* The targets without a fuzzer: each with all of its seeds, and with some
 * thousands of mutations of them, the same in every run.  With --write FOLDER
 * the seeds are written there instead, for a fuzzer to begin from. */

#define SEED       20250306
#define MOST_BYTES 8192

static char *folder;
static int rounds;

static const GOptionEntry options[] = {
  { "write", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Write the seeds of each target to FOLDER/TARGET", "FOLDER" },
  { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "How many mutations of each target to try", "N" },
  { NULL }
};

/* A dictionary has a word a line, "a\xNNb", perhaps behind a name and "=". */
static GBytes *
parse_word (const char *line)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *at = strchr (line, '"');

  if (*line == '#' || at == NULL)
    return NULL;
  for (at++; *at != '\0' && *at != '"'; at++) {
    if (at[0] == '\\' && at[1] == 'x') {
      g_string_append_c (word, (char) (g_ascii_xdigit_value (at[2]) << 4 | g_ascii_xdigit_value (at[3])));
      at += 3;
    } else {
      at += at[0] == '\\';
      g_string_append_c (word, *at);
    }
  }
  return g_string_free_to_bytes (g_steal_pointer (&word));
}

static GPtrArray *
load_words (const FuzzTarget *target)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *name = g_strconcat (target->name, ".dict", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("MOEI_SRCDIR"), "tests", "fuzz", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    GBytes *word = parse_word (lines[i]);

    if (word != NULL)
      g_ptr_array_add (words, word);
  }
  g_assert_cmpuint (words->len, >, 0);
  return words;
}

static void
put (GByteArray   *text,
     guint         at,
     gconstpointer piece,
     guint         length)
{
  guint before = text->len;

  g_byte_array_set_size (text, before + length);
  memmove (text->data + at + length, text->data + at, before - at);
  memcpy (text->data + at, piece, length);
}

static void
mutate (GByteArray *text,
        GPtrArray  *words,
        GBytes     *other,
        GRand      *rand)
{
  guint at = (guint) g_rand_int_range (rand, 0, (int) text->len + 1);
  guint up_to = (guint) g_rand_int_range (rand, 1, 32);
  guint length = MIN (up_to, text->len - at);
  GBytes *word = words->pdata[g_rand_int_range (rand, 0, (int) words->len)];
  g_autofree guint8 *copy = g_memdup2 (text->data + at, length);
  gsize other_length = g_bytes_get_size (other);

  switch (g_rand_int_range (rand, 0, 7)) {
  case 0: /* another byte */
    if (length > 0)
      text->data[at] = (guint8) g_rand_int_range (rand, 0, 256);
    break;
  case 1: /* another bit */
    if (length > 0)
      text->data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
    break;
  case 2: /* something out */
    if (length > 0)
      g_byte_array_remove_range (text, at, length);
    break;
  case 3: /* something twice */
    if (length > 0)
      put (text, at, copy, length);
    break;
  case 4: /* the end of another */
    if (other_length > 0) {
      guint from = (guint) g_rand_int_range (rand, 0, (int) other_length);

      g_byte_array_set_size (text, at);
      g_byte_array_append (text, (const guint8 *) g_bytes_get_data (other, NULL) + from,
                           (guint) MIN (other_length - from, MOST_BYTES));
    }
    break;
  default: /* a word in */
    put (text, at, g_bytes_get_data (word, NULL), (guint) g_bytes_get_size (word));
    break;
  }
}

/* Memory of its own, so that a reader past its end is caught. */
static void
run (const FuzzTarget *target,
     gconstpointer     data,
     gsize             size)
{
  g_autofree guint8 *copy = g_malloc (MAX (size, 1));

  if (size > 0)
    memcpy (copy, data, size);
  target->run (copy, size);
}

static GBytes *
pick (GPtrArray *seeds,
      GRand     *rand)
{
  return seeds->pdata[g_rand_int_range (rand, 0, (int) seeds->len)];
}

static void
test_target (gconstpointer user_data)
{
  const FuzzTarget *target = user_data;
  g_autoptr (GPtrArray) seeds = fuzz_load_seeds (target);
  g_autoptr (GPtrArray) words = load_words (target);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint n_rounds = rounds > 0 ? (guint) rounds : target->rounds;

  g_assert_cmpuint (seeds->len, >, 0);
  run (target, NULL, 0);
  for (guint i = 0; i < seeds->len; i++)
    run (target, g_bytes_get_data (seeds->pdata[i], NULL), g_bytes_get_size (seeds->pdata[i]));

  for (guint i = 0; i < n_rounds; i++) {
    g_autoptr (GByteArray) text = g_byte_array_new ();
    GBytes *seed = pick (seeds, rand);

    g_byte_array_append (text, g_bytes_get_data (seed, NULL), (guint) g_bytes_get_size (seed));
    for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
      mutate (text, words, pick (seeds, rand), rand);
    run (target, text->data, text->len);
  }
  g_test_message ("%s: %u seeds, %u words, %u mutations", target->name, seeds->len, words->len, n_rounds);
}

static void
write_seeds (const FuzzTarget *target)
{
  g_autoptr (GPtrArray) seeds = fuzz_load_seeds (target);
  g_autofree char *place = g_build_filename (folder, target->name, NULL);

  g_mkdir_with_parents (place, 0755);
  for (guint i = 0; i < seeds->len; i++) {
    g_autofree char *name = g_compute_checksum_for_bytes (G_CHECKSUM_SHA1, seeds->pdata[i]);
    g_autofree char *path = g_build_filename (place, name, NULL);
    g_autoptr (GError) error = NULL;

    if (!g_file_set_contents (path, g_bytes_get_data (seeds->pdata[i], NULL),
                              (gssize) g_bytes_get_size (seeds->pdata[i]), &error))
      g_error ("%s", error->message);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  const FuzzTarget *targets;
  guint n_targets;
  int status = 0;

  g_option_context_add_main_entries (context, options, NULL);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);

  g_test_init (&argc, &argv, NULL);
  targets = fuzz_get_targets (&n_targets);
  for (guint i = 0; i < n_targets; i++) {
    g_autofree char *path = g_strconcat ("/fuzz/", targets[i].name, NULL);

    if (folder != NULL)
      write_seeds (&targets[i]);
    else
      g_test_add_data_func (path, &targets[i], test_target);
  }
  if (folder == NULL)
    status = g_test_run ();
  fuzz_finish ();
  return status;
}
