/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall-memory.h"

struct _MoeiWallMemory {
  GHashTable *shown; /* monitor → Shown */
};

typedef struct {
  guint    scene;
  guint    language;
  gboolean visitor;
} Shown;

/**
 * moei_wall_memory_new:
 *
 * Returns: (transfer full): a memory of nothing
 */
MoeiWallMemory *
moei_wall_memory_new (void)
{
  MoeiWallMemory *self = g_new0 (MoeiWallMemory, 1);

  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * moei_wall_memory_free:
 * @self: (transfer full): a memory
 *
 * Frees it.
 */
void
moei_wall_memory_free (MoeiWallMemory *self)
{
  g_hash_table_unref (self->shown);
  g_free (self);
}

static void
keep (MoeiWallMemory *self,
      const char     *monitor,
      guint           scene,
      guint           language,
      gboolean        visitor)
{
  Shown *shown = g_new (Shown, 1);

  *shown = (Shown) { scene, language, visitor };
  g_hash_table_replace (self->shown, g_strdup (monitor), shown);
}

/**
 * moei_wall_memory_note:
 * @self: a memory
 * @rota: what a monitor shows now
 *
 * Notes it.  What is shown for a while only, such as the visitors' scene, is
 * noted beside what it covers.
 */
void
moei_wall_memory_note (MoeiWallMemory *self,
                       MoeiRota       *rota)
{
  keep (self, moei_rota_get_monitor (rota), moei_rota_get_scene (rota), moei_rota_get_language (rota),
        moei_rota_get_visitor (rota));
}

/**
 * moei_wall_memory_lead:
 * @self: a memory
 * @rota: the rota of a monitor that has just come
 *
 * Lets it begin with what the monitor showed last.
 *
 * Returns: whether that is known
 */
gboolean
moei_wall_memory_lead (MoeiWallMemory *self,
                       MoeiRota       *rota)
{
  const Shown *shown = g_hash_table_lookup (self->shown, moei_rota_get_monitor (rota));

  if (shown == NULL)
    return FALSE;

  moei_rota_resume (rota, shown->scene, shown->language);
  if (shown->visitor)
    moei_rota_set_visitor (rota, TRUE);
  return TRUE;
}

/**
 * moei_wall_memory_read:
 * @self: a memory
 * @written: what moei_wall_memory_write() returned
 *
 * Takes over what was written.
 */
void
moei_wall_memory_read (MoeiWallMemory *self,
                       GVariant       *written)
{
  GVariantIter each;
  const char *monitor;
  guint scene, language;
  gboolean visitor;

  g_return_if_fail (g_variant_is_of_type (written, G_VARIANT_TYPE (MOEI_WALL_MEMORY_TYPE)));

  g_variant_iter_init (&each, written);
  while (g_variant_iter_next (&each, "(&suub)", &monitor, &scene, &language, &visitor))
    keep (self, monitor, scene, language, visitor);
}

/**
 * moei_wall_memory_write:
 * @self: a memory
 *
 * Returns: (transfer floating): all of it, of type `MOEI_WALL_MEMORY_TYPE`
 */
GVariant *
moei_wall_memory_write (MoeiWallMemory *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (MOEI_WALL_MEMORY_TYPE));
  GHashTableIter each;
  gpointer monitor, value;

  g_hash_table_iter_init (&each, self->shown);
  while (g_hash_table_iter_next (&each, &monitor, &value)) {
    const Shown *shown = value;

    g_variant_builder_add (&builder, "(suub)", monitor, shown->scene, shown->language, shown->visitor);
  }
  return g_variant_builder_end (&builder);
}
