/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

static const FuzzTarget targets[] = {
  { "json", fuzz_run_json, fuzz_seed_documents, 4000 },
  { "document", fuzz_run_document, fuzz_seed_documents, 2000 },
  { "entity", fuzz_run_entity, fuzz_seed_entities, 2000 },
  { "event", fuzz_run_event, fuzz_seed_documents, 1000 },
  { "event-stream", fuzz_run_event_stream, NULL, 4000 },
  { "time", fuzz_run_time, NULL, 20000 },
  { "address", fuzz_run_address, NULL, 10000 },
  { "wall", fuzz_run_wall, fuzz_seed_wall, 2000 },
  { "invitation", fuzz_run_invitation, NULL, 4000 },
  { "pulse", fuzz_run_pulse, NULL, 4000 },
  { "gzip", fuzz_run_gzip, fuzz_seed_gzip, 4000 },
  { "answer", fuzz_run_answer, NULL, 500 },
  { "import", fuzz_run_import, fuzz_seed_import, 200 },
  { "request", fuzz_run_request, NULL, 500 },
  { "basemap", fuzz_run_basemap, NULL, 4000 },
};

/**
 * fuzz_get_targets:
 * @n_targets: (out): how many there are
 *
 * Returns: all readers of what comes from outside
 */
const FuzzTarget *
fuzz_get_targets (guint *n_targets)
{
  *n_targets = G_N_ELEMENTS (targets);
  return targets;
}

/**
 * fuzz_find_target:
 * @name: a name
 *
 * Returns: (nullable): the target of that name
 */
const FuzzTarget *
fuzz_find_target (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_strcmp0 (targets[i].name, name) == 0)
      return &targets[i];
  return NULL;
}

/**
 * fuzz_add_text:
 * @seeds: (element-type GBytes): texts to begin from
 * @text: one more
 */
void
fuzz_add_text (GPtrArray  *seeds,
               const char *text)
{
  g_ptr_array_add (seeds, g_bytes_new (text, strlen (text)));
}

/**
 * fuzz_add_file:
 * @seeds: (element-type GBytes): texts to begin from
 * @path: the path of one more, from the folder of the sources
 */
void
fuzz_add_file (GPtrArray  *seeds,
               const char *path)
{
  g_autofree char *full = g_build_filename (g_getenv ("MOEI_SRCDIR"), path, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  if (!g_file_get_contents (full, &text, &length, &error))
    g_error ("%s", error->message);
  g_ptr_array_add (seeds, g_bytes_new_take (text, length));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/**
 * fuzz_add_folder:
 * @seeds: (element-type GBytes): texts to begin from
 * @folder: a folder, from that of the sources; it may be missing
 * @suffix: how its files' names must end
 *
 * Adds its files, in the order of their names, so that every run is the same.
 */
void
fuzz_add_folder (GPtrArray  *seeds,
                 const char *folder,
                 const char *suffix)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOEI_SRCDIR"), folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, suffix))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    fuzz_add_file (seeds, names->pdata[i]);
}

/**
 * fuzz_load_seeds:
 * @target: a target
 *
 * Returns: (transfer full) (element-type GBytes): the texts to begin from
 */
GPtrArray *
fuzz_load_seeds (const FuzzTarget *target)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *corpus = g_build_filename ("tests", "fuzz", "corpus", target->name, NULL);

  fuzz_add_folder (seeds, corpus, "");
  if (target->seed != NULL)
    target->seed (seeds);
  return seeds;
}

/**
 * fuzz_to_string:
 * @data: (array length=size): bytes
 * @size: how many
 *
 * Returns: (transfer full): them with a NUL, up to their first, in memory of its own
 */
char *
fuzz_to_string (const guint8 *data,
                gsize         size)
{
  return g_strndup ((const char *) data, size);
}
