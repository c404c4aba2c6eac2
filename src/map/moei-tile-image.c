/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-tile-image.h"

#include <string.h>

#include "map/moei-basemap-raster.h"
#include "map/moei-projection.h"

/* A JPEG picture may come in so many passes; each costs as much as all of it. */
#define MAX_SCANS 64

/* How near to its end a JPEG picture has to say so. */
#define TAIL 64

/* How much darker tiles are in dark surroundings. */
#define SHADE 0.45

G_DEFINE_QUARK (moei-tile-image-error-quark, moei_tile_image_error)

static guint
read_16 (const guint8 *at)
{
  return (guint) at[0] << 8 | at[1];
}

static guint
read_32 (const guint8 *at)
{
  return read_16 (at) << 16 | read_16 (at + 2);
}

static gboolean
fail (GError             **error,
      MoeiTileImageError   code,
      const char          *what)
{
  g_set_error_literal (error, MOEI_TILE_IMAGE_ERROR, (int) code, what);
  return FALSE;
}

/* The checksum of a PNG picture's pieces: CRC-32, half a byte at a time. */
static guint32
sum_of (const guint8 *data,
        gsize         size)
{
  static const guint32 table[] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
  };
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < size; i++) {
    sum = table[(sum ^ data[i]) & 15] ^ sum >> 4;
    sum = table[(sum ^ (guint) data[i] >> 4) & 15] ^ sum >> 4;
  }
  return ~sum;
}

/* GTK loses the memory of a picture that it gives up on, so that none that was
 * cut or damaged on its way may come to it. */
static gboolean
is_whole_png (const guint8 *data,
              gsize         size)
{
  for (gsize at = 8; size - at >= 12; ) {
    gsize length = read_32 (data + at);

    if (length > size - at - 12 || sum_of (data + at + 4, length + 4) != read_32 (data + at + 8 + length))
      return FALSE;
    if (memcmp (data + at + 4, "IEND", 4) == 0)
      return TRUE;
    at += length + 12;
  }
  return FALSE;
}

static gboolean
measure_png (const guint8  *data,
             gsize          size,
             guint         *width,
             guint         *height,
             GError       **error)
{
  if (size < 33 || read_32 (data + 8) != 13 || memcmp (data + 12, "IHDR", 4) != 0)
    return fail (error, MOEI_TILE_IMAGE_ERROR_DAMAGED, "a PNG picture without a head");
  *width = read_32 (data + 16);
  *height = read_32 (data + 20);
  return TRUE;
}

static gboolean
is_whole_jpeg (const guint8 *data,
               gsize         size)
{
  guint n_scans = 0;

  for (gsize i = 0; i + 1 < size; i++)
    n_scans += data[i] == 0xff && data[i + 1] == 0xda;
  if (n_scans > MAX_SCANS)
    return FALSE;
  for (gsize i = size > TAIL ? size - TAIL : 0; i + 1 < size; i++) {
    if (data[i] == 0xff && data[i + 1] == 0xd9)
      return TRUE;
  }
  return FALSE;
}

/* The size is in the first segment that starts a frame. */
static gboolean
measure_jpeg (const guint8  *data,
              gsize          size,
              guint         *width,
              guint         *height,
              GError       **error)
{
  gsize at = 2;

  if (!is_whole_jpeg (data, size))
    return fail (error, MOEI_TILE_IMAGE_ERROR_DAMAGED, "a JPEG picture without an end, or of too many passes");

  while (at + 9 < size && data[at] == 0xff) {
    guint8 marker = data[at + 1];
    gboolean is_frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;

    if (marker == 0xff) {
      at++;
    } else if (is_frame) {
      *height = read_16 (data + at + 5);
      *width = read_16 (data + at + 7);
      return TRUE;
    } else if (marker == 0xda) {
      break;
    } else {
      at += 2 + read_16 (data + at + 2);
    }
  }
  return fail (error, MOEI_TILE_IMAGE_ERROR_DAMAGED, "a JPEG picture without a frame");
}

/* What it will be when it is unpacked, from its first bytes alone: a small file
 * can unpack to a picture that fills the memory. */
static gboolean
check_size (GBytes  *bytes,
            GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint width = 0, height = 0;
  gboolean measured;

  if (size >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    measured = measure_png (data, size, &width, &height, error);
  else if (size >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    measured = measure_jpeg (data, size, &width, &height, error);
  else
    return fail (error, MOEI_TILE_IMAGE_ERROR_TYPE, "neither PNG nor JPEG");

  if (!measured)
    return FALSE;
  if (width != height || (width != MOEI_TILE_SIZE && width != 2 * MOEI_TILE_SIZE)) {
    g_set_error (error, MOEI_TILE_IMAGE_ERROR, MOEI_TILE_IMAGE_ERROR_SIZE,
                 "%u × %u pixels, not 256 or 512 square", width, height);
    return FALSE;
  }
  if (data[0] == 0x89 && !is_whole_png (data, size))
    return fail (error, MOEI_TILE_IMAGE_ERROR_DAMAGED, "a PNG picture that is damaged, or not whole");
  return TRUE;
}

/* With the pixels at its edges once more around it, for the gutter. */
static cairo_surface_t *
add_gutter (cairo_surface_t *picture,
            gboolean         dark)
{
  int width = cairo_image_surface_get_width (picture);
  int gutter = MOEI_TILE_GUTTER * width / MOEI_TILE_SIZE;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width + 2 * gutter, width + 2 * gutter);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_surface (cr, picture, gutter, gutter);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  if (dark) {
    cairo_set_operator (cr, CAIRO_OPERATOR_ATOP);
    cairo_set_source_rgba (cr, 0, 0, 0, SHADE);
    cairo_paint (cr);
  }
  cairo_destroy (cr);
  return surface;
}

/**
 * moei_tile_image_decode:
 * @bytes: what a tile server sent
 * @dark: whether it is to be seen in dark surroundings
 * @error: return location
 *
 * Accepts PNG and JPEG pictures of 256 or 512 pixels square.  Any thread may
 * call this.
 *
 * Returns: (transfer full): the tile with its gutter; `NULL` with
 *   `MOEI_TILE_IMAGE_ERROR`
 */
MoeiRaster *
moei_tile_image_decode (GBytes    *bytes,
                        gboolean   dark,
                        GError   **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  cairo_surface_t *picture, *tile;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!check_size (bytes, error))
    return NULL;
  texture = gdk_texture_new_from_bytes (bytes, &cause);
  if (texture == NULL) {
    g_set_error (error, MOEI_TILE_IMAGE_ERROR, MOEI_TILE_IMAGE_ERROR_DAMAGED, "%s", cause->message);
    return NULL;
  }

  picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_texture_get_width (texture),
                                        gdk_texture_get_height (texture));
  gdk_texture_download (texture, cairo_image_surface_get_data (picture),
                        (gsize) cairo_image_surface_get_stride (picture));
  cairo_surface_mark_dirty (picture);
  tile = add_gutter (picture, dark);
  cairo_surface_destroy (picture);
  return moei_raster_new (tile);
}

/**
 * moei_tile_image_empty:
 *
 * Returns: (transfer full): a tile through which all below it is seen
 */
MoeiRaster *
moei_tile_image_empty (void)
{
  return moei_raster_new (cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1));
}
