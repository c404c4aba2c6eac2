/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-language.h"
#include "map/moei-map-buttons.h"

/**
 * MoeiMapButtons:
 *
 * The buttons that move the view of a map, by the actions of the map around
 * them.
 */
struct _MoeiMapButtons {
  GtkBox parent_instance;

  GtkWidget *zoom_in;
  GtkWidget *zoom_out;
  GtkWidget *fit_day;
  GtkWidget *view_border;
  GtkWidget *view_region;
};

G_DEFINE_FINAL_TYPE (MoeiMapButtons, moei_map_buttons, GTK_TYPE_BOX)

static void
moei_map_buttons_class_init (MoeiMapButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/map/moei-map-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiMapButtons, zoom_in);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapButtons, zoom_out);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapButtons, fit_day);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapButtons, view_border);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapButtons, view_region);
}

static void
moei_map_buttons_init (MoeiMapButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_button (GtkWidget  *button,
             const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * moei_map_buttons_set_language:
 * @self: the buttons
 * @language: the language of their names
 */
void
moei_map_buttons_set_language (MoeiMapButtons *self,
                               MoeiLanguage    language)
{
  g_return_if_fail (MOEI_IS_MAP_BUTTONS (self));

  name_button (self->zoom_in, moei_pgettext (language, "map", "Zoom in"));
  name_button (self->zoom_out, moei_pgettext (language, "map", "Zoom out"));
  /* Translators: button of the map: show the area where today's journeys are */
  name_button (self->fit_day, moei_pgettext (language, "map", "Fit the day"));
  /* Translators: button of the map: show the border between Thailand and Myanmar */
  name_button (self->view_border, moei_pgettext (language, "map", "Show the border"));
  /* Translators: button of the map: show all countries to which people return */
  name_button (self->view_region, moei_pgettext (language, "map", "Show the region"));
}
