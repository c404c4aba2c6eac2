/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-countries-scene.h"

#include "parts/moei-outlook.h"
#include "wall/moei-country-row.h"
#include "wall/moei-row-box.h"
#include "wall/moei-scene-note.h"

/**
 * MoeiCountriesScene:
 *
 * Whose people wait and have left, those of whom most wait first, and when the
 * last will have left.  Those for whom there is no room are summed up, so that
 * all adds up.
 */
struct _MoeiCountriesScene {
  MoeiScene parent_instance;

  GtkStack       *stack;
  MoeiCountryRow *heads;
  MoeiCountryRow *total;
  MoeiRowBox     *rows;
  MoeiCountryRow *rest;

  MoeiOutlook  *outlook;
  GtkSizeGroup *waiting;
  GtkSizeGroup *departed;
  GtkSizeGroup *clearing;
};

/* More than there is ever room for */
#define MAX_ROWS 16

G_DEFINE_FINAL_TYPE (MoeiCountriesScene, moei_countries_scene, MOEI_TYPE_SCENE)

static void
align (MoeiCountriesScene *self,
       MoeiCountryRow     *row)
{
  moei_country_row_align (row, self->waiting, self->departed, self->clearing);
  moei_country_row_set_portrait (row, moei_scene_get_portrait (MOEI_SCENE (self)));
}

static void
show_rows (MoeiCountriesScene *self,
           GArray             *lines,
           int                 below)
{
  guint n_rows = moei_row_box_get_size (self->rows);

  moei_row_box_set_rows (self->rows, MOEI_TYPE_COUNTRY_ROW, MIN (lines->len, MAX_ROWS));
  for (guint i = 0; i < moei_row_box_get_size (self->rows); i++) {
    MoeiCountryRow *row = MOEI_COUNTRY_ROW (moei_row_box_get_row (self->rows, i));

    if (i >= n_rows)
      align (self, row);
    moei_country_row_show (row, &g_array_index (lines, MoeiCountryLine, i), below);
  }
}

/* How many are shown is known after sizes have been given out; then this comes
 * again for those that are not. */
static void
show_all (MoeiCountriesScene *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));
  int below = moei_scene_get_visitor (MOEI_SCENE (self)) ? moei_scene_get_withhold_below (MOEI_SCENE (self)) : 0;
  guint n_shown = moei_row_box_get_shown (self->rows);
  g_autoptr (GArray) lines = moei_country_lines_list (operation, moei_outlook_get_live (self->outlook));
  MoeiCountrySum rest, total;

  moei_country_lines_sum (lines, n_shown, G_MAXUINT, &rest);
  moei_country_lines_sum (lines, 0, G_MAXUINT, &total);
  if (below > 0)
    moei_country_lines_withhold (lines, n_shown, below, &rest, &total);
  gtk_stack_set_visible_child_name (self->stack, lines->len > 0 ? "content" : "none");
  show_rows (self, lines, below);
  moei_country_row_show_rest (self->rest, &rest, below);
  moei_country_row_show_total (self->total, &total, below);
}

static void
show_again (MoeiCountriesScene *self)
{
  if (moei_panel_get_operation (MOEI_PANEL (self)) != NULL)
    show_all (self);
}

static void
moei_countries_scene_update (MoeiPanel *panel)
{
  MoeiCountriesScene *self = MOEI_COUNTRIES_SCENE (panel);

  moei_outlook_update (self->outlook, moei_panel_get_operation (panel), moei_panel_get_now (panel));
  show_all (self);
}

static void
moei_countries_scene_lay_out (MoeiScene *scene)
{
  MoeiCountriesScene *self = MOEI_COUNTRIES_SCENE (scene);
  gboolean portrait = moei_scene_get_portrait (scene);

  moei_country_row_set_portrait (self->rest, portrait);
  moei_country_row_set_portrait (self->total, portrait);
  moei_country_row_set_portrait (self->heads, portrait);
  gtk_size_group_set_mode (self->clearing, portrait ? GTK_SIZE_GROUP_NONE : GTK_SIZE_GROUP_HORIZONTAL);
  for (guint i = 0; i < moei_row_box_get_size (self->rows); i++)
    moei_country_row_set_portrait (MOEI_COUNTRY_ROW (moei_row_box_get_row (self->rows, i)), portrait);
  moei_panel_update (MOEI_PANEL (self));
}

static void
moei_countries_scene_finalize (GObject *object)
{
  MoeiCountriesScene *self = MOEI_COUNTRIES_SCENE (object);

  g_object_unref (self->outlook);
  g_object_unref (self->waiting);
  g_object_unref (self->departed);
  g_object_unref (self->clearing);

  G_OBJECT_CLASS (moei_countries_scene_parent_class)->finalize (object);
}

static void
moei_countries_scene_class_init (MoeiCountriesSceneClass *klass)
{
  static const char * const beyond[] = { "calendar", "schedule", NULL };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = moei_countries_scene_finalize;
  MOEI_PANEL_CLASS (klass)->update = moei_countries_scene_update;
  MOEI_PANEL_CLASS (klass)->beyond = beyond;
  MOEI_SCENE_CLASS (klass)->lay_out = moei_countries_scene_lay_out;

  g_type_ensure (MOEI_TYPE_COUNTRY_ROW);
  g_type_ensure (MOEI_TYPE_ROW_BOX);
  g_type_ensure (MOEI_TYPE_SCENE_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-countries-scene.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiCountriesScene, stack);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountriesScene, heads);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountriesScene, total);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountriesScene, rows);
  gtk_widget_class_bind_template_callback (widget_class, show_again);
}

static void
moei_countries_scene_init (MoeiCountriesScene *self)
{
  self->outlook = moei_outlook_new ();
  self->waiting = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->departed = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->clearing = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  moei_scene_init_template (MOEI_SCENE (self));
  self->rest = g_object_new (MOEI_TYPE_COUNTRY_ROW, NULL);
  moei_row_box_set_rest (self->rows, GTK_WIDGET (self->rest));
  moei_country_row_show_heads (self->heads);
  align (self, self->heads);
  align (self, self->total);
  align (self, self->rest);
}
