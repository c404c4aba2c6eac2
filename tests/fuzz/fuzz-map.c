/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include "map/moei-basemap.h"

/**
 * fuzz_run_basemap:
 * @data: (array length=size): a map's file
 * @size: its length
 *
 * All that a map says can be walked through, and lies within its parts' boxes.
 */
void
fuzz_run_basemap (const guint8 *data,
                  gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiBasemap) map = moei_basemap_decode (bytes, &error);
  const MoeiBasemapLayer *layers;
  guint n_layers;

  if (map == NULL) {
    g_assert_cmpint (error->domain, ==, MOEI_BASEMAP_ERROR);
    return;
  }

  layers = moei_basemap_get_layers (map, &n_layers);
  for (guint i = 0; i < n_layers; i++) {
    for (guint j = 0; j < layers[i].n_parts; j++) {
      const MoeiBasemapPart *part = &layers[i].parts[j];
      const gint32 *point = part->points;

      for (guint k = 0; k < part->n_rings; k++) {
        for (guint n = 0; n < part->rings[k]; n++, point += 2) {
          g_assert_true (part->x0 <= point[0] && point[0] <= part->x1);
          g_assert_true (part->y0 <= point[1] && point[1] <= part->y1);
          g_assert_true (point[0] >= 0 && point[0] <= MOEI_BASEMAP_UNITS);
        }
      }
    }
  }
}
