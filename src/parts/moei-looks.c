/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-looks.h"

/* The sheets beside style.css: what is different in the dark and in high
 * contrast.  libadwaita would load them by their names, but no longer from
 * 1.10 on, and the media queries that it wants instead are not in GTK 4.8. */
static const struct {
  const char *resource;
  gboolean    dark, high_contrast;
} sheets[] = {
  { "/org/moei/Moei/looks/dark.css", TRUE, FALSE },
  { "/org/moei/Moei/looks/high-contrast.css", FALSE, TRUE },
  { "/org/moei/Moei/looks/high-contrast-dark.css", TRUE, TRUE },
};

/* Above style.css, so that they have the last word. */
#define PRIORITY (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1)

static void
set_sheet (GdkDisplay *display,
           gsize       i,
           gboolean    wanted)
{
  GtkStyleProvider *sheet = g_object_get_data (G_OBJECT (display), sheets[i].resource);
  g_autoptr (GtkCssProvider) provider = NULL;

  if (wanted == (sheet != NULL))
    return;
  if (sheet != NULL) {
    gtk_style_context_remove_provider_for_display (display, sheet);
    g_object_set_data (G_OBJECT (display), sheets[i].resource, NULL);
    return;
  }
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, sheets[i].resource);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), PRIORITY + i);
  g_object_set_data_full (G_OBJECT (display), sheets[i].resource, g_steal_pointer (&provider), g_object_unref);
}

static void
look_changed (AdwStyleManager *manager)
{
  GdkDisplay *display = adw_style_manager_get_display (manager);
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean high_contrast = adw_style_manager_get_high_contrast (manager);

  if (display == NULL)
    display = gdk_display_get_default ();
  if (display == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    set_sheet (display, i, (dark || !sheets[i].dark) && (high_contrast || !sheets[i].high_contrast));
}

/**
 * moei_looks_follow:
 * @manager: what knows whether it is dark, and whether contrast is high
 *
 * From now on the style sheets of `ui/looks` are added to the display of
 * @manager, or taken away, as it changes its mind.  Once for each manager.
 */
void
moei_looks_follow (AdwStyleManager *manager)
{
  g_return_if_fail (ADW_IS_STYLE_MANAGER (manager));

  g_signal_connect (manager, "notify::dark", G_CALLBACK (look_changed), NULL);
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (look_changed), NULL);
  look_changed (manager);
}
