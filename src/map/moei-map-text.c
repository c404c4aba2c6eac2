/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "language/moei-language.h"
#include "map/moei-map-text.h"

#define HALO_WIDTH 3.6
#define PAD        2.5
#define LEADING    2.0

/* The longest name of a place there is has a third of it; a picture of a longer
 * one would cover the map, or be wider than cairo can draw. */
#define MAX_LETTERS 90

/* Burmese stacks its letters: it needs some more room to be read as easily. */
#define BURMESE_SCALE 1.04

/* Fonts ask for very different heights; lines are as high as Latin letters
 * need, and higher where there is ink. */
#define ASCENT  0.82
#define DESCENT 0.27

/* A line laid out. */
typedef struct {
  PangoLayout    *layout; /* (nullable) */
  PangoRectangle  box;
  const GdkRGBA  *colour;
} Row;

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_LETTERS)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_LETTERS);
  return g_strconcat (start, "…", NULL);
}

static void
lay_out (Row                *row,
         GtkWidget          *widget,
         MoeiLanguage        language,
         const MoeiTextLine *line)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *text = shorten (line->text);
  PangoFontDescription *font;
  PangoRectangle ink, logical;
  int top, bottom;
  double size = line->size * (language == MOEI_LANGUAGE_MY ? BURMESE_SCALE : 1.0);

  row->colour = &line->colour;
  row->layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_single_paragraph_mode (row->layout, TRUE);
  font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (row->layout)));
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, line->weight);
  pango_layout_set_font_description (row->layout, font);
  pango_font_description_free (font);

  pango_attr_list_insert (attributes, pango_attr_language_new (
                            pango_language_from_string (moei_language_get_pango_tag (language))));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (row->layout, attributes);

  pango_layout_get_pixel_extents (row->layout, &ink, &logical);
  row->box.x = MIN (ink.x, logical.x);
  row->box.width = MAX (ink.x + ink.width, logical.x + logical.width) - row->box.x;

  top = pango_layout_get_baseline (row->layout) / PANGO_SCALE - (int) ceil (ASCENT * size);
  bottom = pango_layout_get_baseline (row->layout) / PANGO_SCALE + (int) ceil (DESCENT * size);
  row->box.y = MIN (ink.y, top);
  row->box.height = MAX (ink.y + ink.height, bottom) - row->box.y;
}

/* Draws the rows from the origin down; first all halos, so that none covers a
 * letter. */
static void
draw_rows (cairo_t        *cr,
           const Row      *rows,
           double          width,
           const GdkRGBA  *halo,
           PangoAlignment  alignment)
{
  for (int pass = 0; pass < 2; pass++) {
    double y = 0;

    for (int i = 0; i < 2 && rows[i].layout != NULL; i++) {
      double left = alignment == PANGO_ALIGN_LEFT ? 0
                    : alignment == PANGO_ALIGN_RIGHT ? width - rows[i].box.width
                    : round ((width - rows[i].box.width) / 2);

      cairo_move_to (cr, left - rows[i].box.x, y - rows[i].box.y);
      y += rows[i].box.height + LEADING;
      if (pass == 0) {
        pango_cairo_layout_path (cr, rows[i].layout);
        gdk_cairo_set_source_rgba (cr, halo);
        cairo_set_line_width (cr, HALO_WIDTH);
        cairo_stroke (cr);
      } else {
        gdk_cairo_set_source_rgba (cr, rows[i].colour);
        pango_cairo_show_layout (cr, rows[i].layout);
      }
    }
  }
}

/**
 * moei_map_text_new:
 * @widget: where it will be shown
 * @language: the language of its lines
 * @first: the first line
 * @second: (nullable): the second line
 * @halo: the colour around its letters
 * @alignment: how the shorter line lies to the longer one
 * @angle: by how much it is turned clockwise, in radians
 *
 * Returns: (transfer full): the label
 */
MoeiMapText *
moei_map_text_new (GtkWidget          *widget,
                   MoeiLanguage        language,
                   const MoeiTextLine *first,
                   const MoeiTextLine *second,
                   const GdkRGBA      *halo,
                   PangoAlignment      alignment,
                   double              angle)
{
  MoeiMapText *self = g_new0 (MoeiMapText, 1);
  double scale = moei_raster_scale_of (widget);
  Row rows[2] = { 0 };
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  lay_out (&rows[0], widget, language, first);
  if (second != NULL && second->text != NULL)
    lay_out (&rows[1], widget, language, second);
  width = MAX (rows[0].box.width, rows[1].box.width);
  height = rows[0].box.height + (rows[1].layout != NULL ? LEADING + rows[1].box.height : 0);
  /* Whole device pixels, so that it is drawn as it is */
  self->width = ceil (scale * ceil (fabs (width * cos (angle)) + fabs (height * sin (angle)) + 2 * PAD)) / scale;
  self->height = ceil (scale * ceil (fabs (width * sin (angle)) + fabs (height * cos (angle)) + 2 * PAD)) / scale;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) round (self->width * scale),
                                        (int) round (self->height * scale));
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (angle == 0) {
    cairo_translate (cr, PAD, PAD);
  } else {
    cairo_translate (cr, self->width / 2, self->height / 2);
    cairo_rotate (cr, angle);
    cairo_translate (cr, -width / 2, -height / 2);
  }
  draw_rows (cr, rows, width, halo, alignment);
  cairo_destroy (cr);

  g_clear_object (&rows[0].layout);
  g_clear_object (&rows[1].layout);
  self->name = g_strdup (first->text);
  self->raster = moei_raster_new (surface);
  return self;
}

/**
 * moei_map_text_free:
 * @self: (transfer full): a label
 */
void
moei_map_text_free (MoeiMapText *self)
{
  moei_raster_unref (self->raster);
  g_free (self->name);
  g_free (self);
}

/**
 * moei_map_text_alignment:
 * @slot: where a label stands to its point
 *
 * Returns: how its shorter line should lie to the longer one: towards the point
 */
PangoAlignment
moei_map_text_alignment (MoeiLabelSlot slot)
{
  switch (slot) {
    case MOEI_LABEL_RIGHT:
    case MOEI_LABEL_BELOW_RIGHT:
    case MOEI_LABEL_ABOVE_RIGHT:
      return PANGO_ALIGN_LEFT;
    case MOEI_LABEL_LEFT:
    case MOEI_LABEL_BELOW_LEFT:
    case MOEI_LABEL_ABOVE_LEFT:
      return PANGO_ALIGN_RIGHT;
    case MOEI_LABEL_BELOW:
    case MOEI_LABEL_ABOVE:
    case MOEI_LABEL_CENTRE:
    case MOEI_LABEL_NOWHERE:
    default:
      return PANGO_ALIGN_CENTER;
  }
}
