/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-label-memory.h"

/* On which side of so many things their names stood is remembered. */
#define MAX_SLOTS 2000

typedef struct {
  MoeiLabelPlace place;
  gboolean       reserved;
} Kept;

/**
 * MoeiLabelMemory:
 *
 * Where labels stood: a map whose names hop about as convoys pass cannot be
 * read.
 *
 * In another view a name stands on the side where it stood, if that is not much
 * worse than another.  In the same view it stays where it was as long as that
 * is free, whatever comes and goes beside it.
 */
struct _MoeiLabelMemory {
  GHashTable *slots; /* what is named → the slot it had last */
  GHashTable *kept;  /* what is named → Kept */
};

/**
 * moei_label_memory_new:
 *
 * Returns: (transfer full): a memory of nothing
 */
MoeiLabelMemory *
moei_label_memory_new (void)
{
  MoeiLabelMemory *self = g_new0 (MoeiLabelMemory, 1);

  self->slots = g_hash_table_new (NULL, NULL);
  self->kept = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

/**
 * moei_label_memory_free:
 * @self: (transfer full): a memory
 */
void
moei_label_memory_free (MoeiLabelMemory *self)
{
  g_hash_table_unref (self->slots);
  g_hash_table_unref (self->kept);
  g_free (self);
}

/**
 * moei_label_memory_get_slot:
 * @self: a memory
 * @what: what is named
 *
 * Returns: where its name stood last
 */
MoeiLabelSlot
moei_label_memory_get_slot (MoeiLabelMemory *self,
                            gconstpointer    what)
{
  gpointer slot;

  return g_hash_table_lookup_extended (self->slots, what, NULL, &slot) ? GPOINTER_TO_INT (slot)
                                                                       : MOEI_LABEL_NOWHERE;
}

/**
 * moei_label_memory_set_slot:
 * @self: a memory
 * @what: what is named
 * @slot: where its name stands
 */
void
moei_label_memory_set_slot (MoeiLabelMemory *self,
                            gconstpointer    what,
                            MoeiLabelSlot    slot)
{
  if (g_hash_table_size (self->slots) > MAX_SLOTS)
    g_hash_table_remove_all (self->slots);
  g_hash_table_insert (self->slots, (gpointer) what, GINT_TO_POINTER (slot));
}

/**
 * moei_label_memory_forget:
 * @self: a memory
 *
 * Forgets all places in the view, but not on which side names stood.
 */
void
moei_label_memory_forget (MoeiLabelMemory *self)
{
  g_hash_table_remove_all (self->kept);
}

/**
 * moei_label_memory_keep:
 * @self: a memory
 * @what: what is named
 * @place: where its name stands in the view
 */
void
moei_label_memory_keep (MoeiLabelMemory      *self,
                        gconstpointer         what,
                        const MoeiLabelPlace *place)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->place = *place;
  g_hash_table_insert (self->kept, (gpointer) what, kept);
}

/**
 * moei_label_memory_reserve:
 * @self: a memory
 * @field: the room there is in the same view
 *
 * Takes what is free of the places that are kept.
 */
void
moei_label_memory_reserve (MoeiLabelMemory *self,
                           MoeiLabelField  *field)
{
  GHashTableIter iter;
  gpointer kept;

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, NULL, &kept))
    ((Kept *) kept)->reserved = moei_label_field_take (field, ((Kept *) kept)->place.box);
}

/**
 * moei_label_memory_claim:
 * @self: a memory
 * @field: the room there is in the same view
 * @what: what is named
 * @width: how wide its name is now
 * @height: how high that is
 * @place: (out): where it stands
 *
 * Returns: whether its place was reserved, and the name still fits it; one that
 *   it does not fit is free again
 */
gboolean
moei_label_memory_claim (MoeiLabelMemory *self,
                         MoeiLabelField  *field,
                         gconstpointer    what,
                         double           width,
                         double           height,
                         MoeiLabelPlace  *place)
{
  Kept *kept = g_hash_table_lookup (self->kept, what);

  if (kept == NULL || !kept->reserved)
    return FALSE;

  kept->reserved = FALSE;
  *place = kept->place;
  if (place->box.width == width && place->box.height == height)
    return TRUE;
  moei_label_field_release (field, place->box);
  return FALSE;
}
