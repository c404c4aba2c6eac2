/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "map/moei-map-legend.h"
#include "map/moei-symbol-image.h"

/* What the legend explains, in its order. */
static const MoeiMapSymbol explained[] = {
  MOEI_MAP_SYMBOL_HELD,
  MOEI_MAP_SYMBOL_CLEARING,
  MOEI_MAP_SYMBOL_CLEARED,
  MOEI_MAP_SYMBOL_UNKNOWN,
  MOEI_MAP_SYMBOL_CROSSING,
  MOEI_MAP_SYMBOL_STATION,
  MOEI_MAP_SYMBOL_CONVOY,
};

/**
 * MoeiMapLegend:
 *
 * The card that explains the map's symbols.
 */
struct _MoeiMapLegend {
  GtkBox parent_instance;

  GtkToggleButton *header;
  GtkLabel        *title;
  GtkBox          *rows;
  GtkWidget       *images[G_N_ELEMENTS (explained)];
  GtkLabel        *words[G_N_ELEMENTS (explained)];

  MoeiMapScene    *scene; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MoeiMapLegend, moei_map_legend, GTK_TYPE_BOX)

static const char *
get_word (MoeiLanguage  language,
          MoeiMapSymbol symbol)
{
  switch (symbol) {
    case MOEI_MAP_SYMBOL_HELD:
      return moei_word_place_state (language, MOEI_PLACE_STATE_HELD);
    case MOEI_MAP_SYMBOL_CLEARING:
      return moei_word_place_state (language, MOEI_PLACE_STATE_CLEARING);
    case MOEI_MAP_SYMBOL_CLEARED:
      return moei_word_place_state (language, MOEI_PLACE_STATE_CLEARED);
    case MOEI_MAP_SYMBOL_CROSSING:
    case MOEI_MAP_SYMBOL_CROSSING_CLOSED:
      return moei_word_place_kind (language, MOEI_PLACE_KIND_CROSSING);
    case MOEI_MAP_SYMBOL_STATION:
      return moei_word_place_kind (language, MOEI_PLACE_KIND_STATION);
    case MOEI_MAP_SYMBOL_AIRPORT:
    case MOEI_MAP_SYMBOL_AIRCRAFT:
      return moei_word_place_kind (language, MOEI_PLACE_KIND_AIRPORT);
    case MOEI_MAP_SYMBOL_CONVOY:
      /* Translators: in the map's legend, of a badge with the head count in it */
      return moei_gettext (language, "Convoy and its people");
    case MOEI_MAP_SYMBOL_UNKNOWN:
    case MOEI_MAP_N_SYMBOLS:
    default:
      return moei_word_place_state (language, MOEI_PLACE_STATE_UNKNOWN);
  }
}

static void
update (MoeiMapLegend *self)
{
  MoeiLanguage language = moei_map_scene_get_language (self->scene);

  gtk_label_set_text (self->title, moei_pgettext (language, "map", "Legend"));
  for (guint i = 0; i < G_N_ELEMENTS (explained); i++) {
    gtk_label_set_text (self->words[i], get_word (language, explained[i]));
    moei_symbol_image_set_dark (MOEI_SYMBOL_IMAGE (self->images[i]), moei_map_scene_get_dark (self->scene));
  }
}

static void
moei_map_legend_dispose (GObject *object)
{
  g_clear_object (&MOEI_MAP_LEGEND (object)->scene);

  G_OBJECT_CLASS (moei_map_legend_parent_class)->dispose (object);
}

static void
moei_map_legend_class_init (MoeiMapLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_map_legend_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/map/moei-map-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLegend, header);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLegend, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLegend, rows);
}

static void
moei_map_legend_init (MoeiMapLegend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (explained); i++) {
    GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

    self->images[i] = moei_symbol_image_new (explained[i]);
    self->words[i] = GTK_LABEL (gtk_label_new (NULL));
    gtk_label_set_xalign (self->words[i], 0);
    gtk_box_append (GTK_BOX (row), self->images[i]);
    gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->words[i]));
    gtk_box_append (self->rows, row);
  }
}

/**
 * moei_map_legend_set_scene:
 * @self: a legend
 * @scene: what the map shows
 *
 * To be called once.
 */
void
moei_map_legend_set_scene (MoeiMapLegend *self,
                           MoeiMapScene  *scene)
{
  g_return_if_fail (MOEI_IS_MAP_LEGEND (self));
  g_return_if_fail (self->scene == NULL);

  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "notify::language", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * moei_map_legend_set_expanded:
 * @self: a card
 * @expanded: whether more than its title is shown
 */
void
moei_map_legend_set_expanded (MoeiMapLegend *self,
                              gboolean       expanded)
{
  g_return_if_fail (MOEI_IS_MAP_LEGEND (self));

  gtk_toggle_button_set_active (self->header, expanded);
}
