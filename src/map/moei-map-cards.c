/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-map-cards.h"

/* The margin around each card, which two that stand side by side share. */
#define MARGIN 12

/* What of the map's width the legend's line cannot have besides other cards. */
#define AROUND_LINE 92

/* Below this there is no use in a line beside the footer: it stands above it. */
#define LEAST_LINE 360

static int
get_natural (GtkWidget      *widget,
             GtkOrientation  orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/**
 * moei_map_cards_get_room:
 * @self: the cards
 * @width: how wide the map is, in pixels
 *
 * Returns: how long the lines of the folded legend may be, in pixels
 */
int
moei_map_cards_get_room (const MoeiMapCards *self,
                         int                 width)
{
  int beside = width - get_natural (self->footer, GTK_ORIENTATION_HORIZONTAL) - AROUND_LINE;

  return beside >= LEAST_LINE ? beside
                              : width - get_natural (self->buttons, GTK_ORIENTATION_HORIZONTAL) - AROUND_LINE;
}

/**
 * moei_map_cards_place_legend:
 * @self: the cards
 * @width: how wide the map is, in pixels
 * @height: how high it is
 * @place: (out): what the legend may fill from its lower left corner
 *
 * Beside the footer if both have room there, else above it; and never over the
 * card of layers.
 */
void
moei_map_cards_place_legend (const MoeiMapCards *self,
                             int                 width,
                             int                 height,
                             GdkRectangle       *place)
{
  int top = get_natural (self->layers, GTK_ORIENTATION_VERTICAL) - MARGIN;
  int least_width, least_height, natural;

  gtk_widget_measure (self->legend, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, &natural, NULL, NULL);
  gtk_widget_measure (self->legend, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  place->x = 0;
  place->width = MAX (MIN (natural, width), least_width);
  if (place->width + get_natural (self->footer, GTK_ORIENTATION_HORIZONTAL) - MARGIN > width)
    height -= get_natural (self->footer, GTK_ORIENTATION_VERTICAL) - MARGIN;
  place->height = MAX (height - top, least_height);
  place->y = height - place->height;
}

/**
 * moei_map_cards_load_style:
 *
 * Makes their style and icons known to the display.
 */
void
moei_map_cards_load_style (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/moei/Moei/map/map.css");
  if (display == NULL)
    return;

  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), "/org/moei/Moei/icons");
}
