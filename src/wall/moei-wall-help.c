/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall-help.h"

#include <glib/gi18n-lib.h>

#include "wall/moei-polyglot.h"
#include "wall/moei-wall-scale.h"

/**
 * MoeiWallHelp:
 *
 * What the keys of a wall do; it goes by itself.
 */
struct _MoeiWallHelp {
  AdwBin parent_instance;

  guint hide_id;
};

#define PATIENCE_S 12

/* The names of the keys stand on them, in Latin letters. */
static const struct {
  const char *key;
  const char *meaning;
} keys[] = {
  { "← →", NC_("keys of the wall", "another scene") },
  { "L", NC_("keys of the wall", "another language") },
  { "Space", NC_("keys of the wall", "hold and go on") },
  { "V", NC_("keys of the wall", "for visitors") },
  { "F1", NC_("keys of the wall", "these keys") },
  { "Esc 2 s", NC_("keys of the wall", "leave") },
};

G_DEFINE_FINAL_TYPE (MoeiWallHelp, moei_wall_help, ADW_TYPE_BIN)

static void
hide_cb (gpointer user_data)
{
  MOEI_WALL_HELP (user_data)->hide_id = 0;
  gtk_widget_set_visible (user_data, FALSE);
}

static void
moei_wall_help_dispose (GObject *object)
{
  g_clear_handle_id (&MOEI_WALL_HELP (object)->hide_id, g_source_remove);

  G_OBJECT_CLASS (moei_wall_help_parent_class)->dispose (object);
}

static void
moei_wall_help_class_init (MoeiWallHelpClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_wall_help_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "wallhelp");
}

static void
moei_wall_help_init (MoeiWallHelp *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "wall-overlay");
  gtk_widget_add_css_class (grid, "wall-keys");
  for (int i = 0; i < (int) G_N_ELEMENTS (keys); i++) {
    GtkWidget *key = moei_polyglot_new (MOEI_WALL_TEXT), *meaning = moei_polyglot_new (MOEI_WALL_TEXT);

    gtk_widget_add_css_class (key, "strong");
    moei_polyglot_set_all (MOEI_POLYGLOT (key), keys[i].key);
    moei_polyglot_set_context_message (MOEI_POLYGLOT (meaning), "keys of the wall", keys[i].meaning);
    gtk_grid_attach (GTK_GRID (grid), key, 0, i, 1, 1);
    gtk_grid_attach (GTK_GRID (grid), meaning, 1, i, 1, 1);
  }
  adw_bin_set_child (ADW_BIN (self), grid);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
}

/**
 * moei_wall_help_new:
 *
 * Returns: (transfer floating): the keys, hidden
 */
GtkWidget *
moei_wall_help_new (void)
{
  return g_object_new (MOEI_TYPE_WALL_HELP, NULL);
}

/**
 * moei_wall_help_show:
 * @self: the keys
 *
 * Shows them for some seconds.
 */
void
moei_wall_help_show (MoeiWallHelp *self)
{
  g_return_if_fail (MOEI_IS_WALL_HELP (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  g_clear_handle_id (&self->hide_id, g_source_remove);
  self->hide_id = g_timeout_add_once (PATIENCE_S * 1000, hide_cb, self);
}
