/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "map/moei-basemap.h"

/**
 * MoeiBasemap:
 *
 * A bundled vector map, decoded; immutable, so that many threads may draw it.
 *
 * The file, written by build-aux/make-basemap, little-endian:
 *
 *     8 bytes  "MOEIBASE"
 *     u16      version, 1
 *     u16      number of layers, then for each 16 bytes:
 *       u8     feature, MoeiBasemapFeature
 *       u8     1 if its parts are polygons, 0 if lines
 *       u8 u8  first and last zoom level
 *       u8     bits: coordinates run from 0 to 2^bits across the world
 *       u8 × 3 zero
 *       u32    number of parts
 *       u32    number of points of all parts
 *     then the layers' parts, each a row of variable-length numbers (7 bits a
 *     byte, lowest first): class, number of rings, and for each ring the number
 *     of its points and these, x and y, as zigzag differences to the point
 *     before; the first point of a part is as from 0, 0.
 */
struct _MoeiBasemap {
  GObject parent_instance;

  MoeiBasemapLayer *layers;
  guint             n_layers;

  /* What the layers point into */
  MoeiBasemapPart  *parts;
  guint            *rings;
  gint32           *points;
};

G_DEFINE_FINAL_TYPE (MoeiBasemap, moei_basemap, G_TYPE_OBJECT)
G_DEFINE_QUARK (moei-basemap-error-quark, moei_basemap_error)

#define MAGIC          "MOEIBASE"
#define VERSION        1
#define HEADER_SIZE    12
#define ENTRY_SIZE     16
#define MAX_ZOOM       30
#define MAX_BITS       30
#define MAX_KIND       255

/* Where the decoder stands, so that an error can say it. */
typedef struct {
  const guint8 *data;
  gsize         size;
  gsize         at;
  guint         layer;
  guint         part;
  guint         bits;
} Reader;

/* What the directory says of a layer beyond what the layer keeps. */
typedef struct {
  guint bits;
  guint n_parts;
  guint n_points;
} Entry;

static void
moei_basemap_finalize (GObject *object)
{
  MoeiBasemap *self = MOEI_BASEMAP (object);

  g_free (self->layers);
  g_free (self->parts);
  g_free (self->rings);
  g_free (self->points);

  G_OBJECT_CLASS (moei_basemap_parent_class)->finalize (object);
}

static void
moei_basemap_class_init (MoeiBasemapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_basemap_finalize;
}

static void
moei_basemap_init (MoeiBasemap *self)
{
}

static guint
read_u16 (const guint8 *data)
{
  return data[0] | data[1] << 8;
}

static guint32
read_u32 (const guint8 *data)
{
  return read_u16 (data) | (guint32) read_u16 (data + 2) << 16;
}

static gboolean
fail (const Reader     *reader,
      MoeiBasemapError  code,
      const char       *what,
      GError          **error)
{
  g_set_error (error, MOEI_BASEMAP_ERROR, code, "layer %u, part %u, byte %" G_GSIZE_FORMAT ": %s",
               reader->layer, reader->part, reader->at, what);
  return FALSE;
}

static gboolean
read_number (Reader   *reader,
             guint32  *number,
             GError  **error)
{
  guint64 value = 0;

  for (guint shift = 0; shift < 35; shift += 7) {
    guint8 byte;

    if (reader->at == reader->size)
      return fail (reader, MOEI_BASEMAP_ERROR_TRUNCATED, "ends within a number", error);

    byte = reader->data[reader->at++];
    value |= (guint64) (byte & 127) << shift;
    if (byte < 128) {
      if (value > G_MAXUINT32)
        break;
      *number = value;
      return TRUE;
    }
  }
  return fail (reader, MOEI_BASEMAP_ERROR_MALFORMED, "a number is too large", error);
}

static gboolean
read_difference (Reader  *reader,
                 gint64  *value,
                 GError **error)
{
  guint32 number;

  if (!read_number (reader, &number, error))
    return FALSE;

  *value += (number & 1) ? -(gint64) (number >> 1) - 1 : (gint64) (number >> 1);
  if (*value < 0 || *value > (gint64) 1 << reader->bits)
    return fail (reader, MOEI_BASEMAP_ERROR_MALFORMED, "a point is outside the world", error);
  return TRUE;
}

static gboolean
read_ring (Reader           *reader,
           MoeiBasemapPart  *part,
           guint             n_points,
           gint64           *x,
           gint64           *y,
           gint32           *points,
           GError          **error)
{
  guint shift = 30 - reader->bits;

  for (guint i = 0; i < n_points; i++) {
    if (!read_difference (reader, x, error) || !read_difference (reader, y, error))
      return FALSE;

    points[2 * i] = (gint32) (*x << shift);
    points[2 * i + 1] = (gint32) (*y << shift);
    part->x0 = MIN (part->x0, points[2 * i]);
    part->x1 = MAX (part->x1, points[2 * i]);
    part->y0 = MIN (part->y0, points[2 * i + 1]);
    part->y1 = MAX (part->y1, points[2 * i + 1]);
  }
  return TRUE;
}

/* Reads one part; @left counts down the points that its layer has announced. */
static gboolean
read_part (Reader           *reader,
           MoeiBasemapPart  *part,
           GArray           *rings,
           gint32           *points,
           guint            *left,
           GError          **error)
{
  gint64 x = 0, y = 0;
  guint32 kind, n_rings, n_points;

  if (!read_number (reader, &kind, error) || !read_number (reader, &n_rings, error))
    return FALSE;
  if (kind > MAX_KIND)
    return fail (reader, MOEI_BASEMAP_ERROR_MALFORMED, "no such class", error);
  if (n_rings == 0 || n_rings > *left)
    return fail (reader, MOEI_BASEMAP_ERROR_MALFORMED, "not so many rings", error);

  *part = (MoeiBasemapPart) { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32, kind, n_rings, NULL, points };
  for (guint i = 0; i < n_rings; i++) {
    if (!read_number (reader, &n_points, error))
      return FALSE;
    if (n_points < 2 || n_points > *left)
      return fail (reader, MOEI_BASEMAP_ERROR_MALFORMED, "not so many points", error);
    if (!read_ring (reader, part, n_points, &x, &y, points, error))
      return FALSE;

    g_array_append_val (rings, n_points);
    points += 2 * n_points;
    *left -= n_points;
  }
  return TRUE;
}

static gboolean
read_entry (Reader            *reader,
            MoeiBasemapLayer  *layer,
            Entry             *entry,
            const guint8      *data,
            GError           **error)
{
  gsize rest = reader->size - reader->at;

  if (data[0] >= MOEI_BASEMAP_N_FEATURES || data[1] > 1)
    return fail (reader, MOEI_BASEMAP_ERROR_MALFORMED, "no such kind of layer", error);
  if (data[2] > data[3] || data[3] > MAX_ZOOM)
    return fail (reader, MOEI_BASEMAP_ERROR_MALFORMED, "no such zoom levels", error);
  if (data[4] == 0 || data[4] > MAX_BITS)
    return fail (reader, MOEI_BASEMAP_ERROR_MALFORMED, "no such coordinates", error);

  layer->feature = data[0];
  layer->closed = data[1];
  layer->min_zoom = data[2];
  layer->max_zoom = data[3];
  entry->bits = data[4];
  entry->n_parts = read_u32 (data + 8);
  entry->n_points = read_u32 (data + 12);
  /* A part takes three bytes at least and a point two: more than that cannot
   * follow, and need not be allocated. */
  if (entry->n_parts > rest / 3 || entry->n_points > rest / 2)
    return fail (reader, MOEI_BASEMAP_ERROR_TRUNCATED, "announces more than follows", error);
  return TRUE;
}

static gboolean
read_layers (MoeiBasemap   *self,
             Reader        *reader,
             const Entry   *entries,
             GError       **error)
{
  g_autoptr (GArray) rings = g_array_new (FALSE, FALSE, sizeof (guint));
  MoeiBasemapPart *part = self->parts;
  gint32 *points = self->points;
  guint *ring;

  for (guint i = 0; i < self->n_layers; i++) {
    guint left = entries[i].n_points;

    reader->layer = i;
    reader->bits = entries[i].bits;
    self->layers[i].parts = part;
    self->layers[i].n_parts = entries[i].n_parts;
    for (reader->part = 0; reader->part < entries[i].n_parts; reader->part++, part++) {
      guint before = left;

      if (!read_part (reader, part, rings, points, &left, error))
        return FALSE;
      points += 2 * (before - left);
    }
    if (left != 0)
      return fail (reader, MOEI_BASEMAP_ERROR_MALFORMED, "fewer points than announced", error);
  }
  if (reader->at != reader->size)
    return fail (reader, MOEI_BASEMAP_ERROR_MALFORMED, "goes on after its end", error);

  /* Only now does the array stay where it is. */
  self->rings = ring = (guint *) g_array_free (g_steal_pointer (&rings), FALSE);
  for (MoeiBasemapPart *p = self->parts; p < part; p++) {
    p->rings = ring;
    ring += p->n_rings;
  }
  return TRUE;
}

/**
 * moei_basemap_decode:
 * @bytes: a file as written by build-aux/make-basemap
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the map, or `NULL` with an error of
 *   `MOEI_BASEMAP_ERROR` that names the place
 */
MoeiBasemap *
moei_basemap_decode (GBytes  *bytes,
                     GError **error)
{
  g_autoptr (MoeiBasemap) self = g_object_new (MOEI_TYPE_BASEMAP, NULL);
  g_autofree Entry *entries = NULL;
  Reader reader = { 0 };
  gsize n_parts = 0, n_points = 0;

  g_return_val_if_fail (bytes != NULL, NULL);

  reader.data = g_bytes_get_data (bytes, &reader.size);
  if (reader.size < HEADER_SIZE || memcmp (reader.data, MAGIC, strlen (MAGIC)) != 0) {
    fail (&reader, MOEI_BASEMAP_ERROR_NOT_A_BASEMAP, "not a base map", error);
    return NULL;
  }
  if (read_u16 (reader.data + 8) != VERSION) {
    g_set_error (error, MOEI_BASEMAP_ERROR, MOEI_BASEMAP_ERROR_VERSION,
                 "version %u, not %u", read_u16 (reader.data + 8), VERSION);
    return NULL;
  }

  self->n_layers = read_u16 (reader.data + 10);
  reader.at = HEADER_SIZE + self->n_layers * ENTRY_SIZE;
  if (reader.at > reader.size) {
    reader.at = reader.size;
    fail (&reader, MOEI_BASEMAP_ERROR_TRUNCATED, "ends within its directory", error);
    return NULL;
  }

  self->layers = g_new0 (MoeiBasemapLayer, self->n_layers);
  entries = g_new0 (Entry, self->n_layers);
  for (reader.layer = 0; reader.layer < self->n_layers; reader.layer++) {
    const guint8 *data = reader.data + HEADER_SIZE + reader.layer * ENTRY_SIZE;

    if (!read_entry (&reader, &self->layers[reader.layer], &entries[reader.layer], data, error))
      return NULL;
    n_parts += entries[reader.layer].n_parts;
    n_points += entries[reader.layer].n_points;
  }
  if (n_parts > reader.size / 3 || n_points > reader.size / 2) {
    fail (&reader, MOEI_BASEMAP_ERROR_TRUNCATED, "announces more than follows", error);
    return NULL;
  }

  self->parts = g_new0 (MoeiBasemapPart, n_parts);
  self->points = g_new (gint32, 2 * n_points);
  return read_layers (self, &reader, entries, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * moei_basemap_get_layers:
 * @self: a base map
 * @n_layers: (out): how many layers it has
 *
 * Returns: (array length=n_layers) (transfer none): its layers, in the file's order
 */
const MoeiBasemapLayer *
moei_basemap_get_layers (MoeiBasemap *self,
                         guint       *n_layers)
{
  g_return_val_if_fail (MOEI_IS_BASEMAP (self), NULL);

  *n_layers = self->n_layers;
  return self->layers;
}
