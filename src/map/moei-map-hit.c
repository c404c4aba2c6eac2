/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-map-hit.h"

/* Clicks nearer to each other than this are at the same place. */
#define SAME_PLACE 4.0

/* On a thing comes before near a thing; then what matters more, then what is
 * nearer.  Entities are met in the order in which they matter. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const MoeiMapHit *first = a, *second = b;
  gboolean first_off = first->distance > 0, second_off = second->distance > 0;

  if (first_off != second_off)
    return first_off - second_off;
  if (!first_off)
    return (int) first->rank - (int) second->rank;
  if (fabs (first->distance - second->distance) > 1)
    return first->distance < second->distance ? -1 : 1;
  return (int) first->rank - (int) second->rank;
}

/**
 * moei_map_hits_sort:
 * @hits: (element-type MoeiMapHit): what is drawn at or near a point, of two
 *   that matter alike the more important first
 *
 * Puts first what is meant first, and keeps of each thing only one.
 */
void
moei_map_hits_sort (GArray *hits)
{
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  guint n = 0;

  g_array_sort (hits, compare);
  for (guint i = 0; i < hits->len; i++) {
    MoeiMapHit hit = g_array_index (hits, MoeiMapHit, i);

    if (g_hash_table_add (met, hit.entity))
      g_array_index (hits, MoeiMapHit, n++) = hit;
  }
  g_array_set_size (hits, n);
}

/**
 * moei_map_picker_choose:
 * @self: a picker
 * @point: where somebody clicked
 * @hits: (element-type MoeiMapHit): what is drawn there, sorted
 *
 * Returns: (nullable): what is meant: the first, and with each further click at
 *   the same place the next
 */
const MoeiMapHit *
moei_map_picker_choose (MoeiMapPicker *self,
                        MoeiPoint      point,
                        GArray        *hits)
{
  gboolean again = hypot (point.x - self->at.x, point.y - self->at.y) < SAME_PLACE;

  self->turn = again ? self->turn + 1 : 0;
  if (!again)
    self->at = point;
  if (hits->len == 0)
    return NULL;
  return &g_array_index (hits, MoeiMapHit, self->turn % hits->len);
}
