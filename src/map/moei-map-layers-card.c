/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "map/moei-entity-watch.h"
#include "map/moei-map-layers-card.h"
#include "map/moei-map-unplotted.h"
#include "operation/moei-collection.h"
#include "operation/moei-place.h"

/**
 * MoeiMapLayersCard:
 *
 * The card that turns the map's layers on and off, and says how much there is
 * in each, plotted or not.
 */
struct _MoeiMapLayersCard {
  GtkBox parent_instance;

  GtkToggleButton  *header;
  GtkLabel         *title;
  GtkCheckButton   *sites;
  GtkCheckButton   *routes;
  GtkCheckButton   *flights;
  GtkCheckButton   *names;
  GtkLabel         *n_sites;
  GtkLabel         *n_routes;
  GtkLabel         *n_flights;
  MoeiMapUnplotted *unplotted;

  MoeiMapScene     *scene;       /* (nullable) */
  GPtrArray        *watches;
  guint             following : 1;
  guint             by_hand : 1;
};

G_DEFINE_FINAL_TYPE (MoeiMapLayersCard, moei_map_layers_card, GTK_TYPE_BOX)

static guint
count_sites (MoeiOperation *operation)
{
  MoeiCollection *places = moei_operation_get_places (operation);
  guint n = 0;

  for (guint i = 0; i < moei_collection_size (places); i++) {
    MoeiPlaceKind kind = moei_place_get_kind (moei_collection_get (places, i));

    n += kind == MOEI_PLACE_KIND_SITE || kind == MOEI_PLACE_KIND_HOLDING;
  }
  return n;
}

static void
show_count (MoeiMapLayersCard *self,
            GtkLabel          *label,
            guint              n)
{
  g_autofree char *text = moei_format_count (moei_map_scene_get_language (self->scene), (int) n);

  gtk_label_set_text (label, text);
}

static void
update_counts (MoeiMapLayersCard *self)
{
  MoeiOperation *operation = moei_map_scene_get_operation (self->scene);

  show_count (self, self->n_sites, operation != NULL ? count_sites (operation) : 0);
  show_count (self, self->n_routes,
              operation != NULL ? moei_collection_size (moei_operation_get_routes (operation)) : 0);
  show_count (self, self->n_flights,
              operation != NULL ? moei_collection_size (moei_operation_get_flights (operation)) : 0);
}

static void
update_words (MoeiMapLayersCard *self)
{
  MoeiLanguage language = moei_map_scene_get_language (self->scene);

  gtk_label_set_text (self->title, moei_pgettext (language, "map", "Layers"));
  gtk_check_button_set_label (self->sites, moei_pgettext (language, "map", "Compounds"));
  gtk_check_button_set_label (self->routes, moei_pgettext (language, "map", "Routes and convoys"));
  gtk_check_button_set_label (self->flights, moei_pgettext (language, "map", "Flights"));
  gtk_check_button_set_label (self->names, moei_pgettext (language, "map", "Place names"));
  update_counts (self);
}

static void
on_toggled (MoeiMapLayersCard *self)
{
  self->by_hand |= !self->following;
}

static void
on_operation (MoeiMapLayersCard *self)
{
  MoeiOperation *operation = moei_map_scene_get_operation (self->scene);

  for (guint i = 0; i < self->watches->len; i++) {
    MoeiEntityWatch *watch = self->watches->pdata[i];
    g_autoptr (MoeiCollection) collection = NULL;

    if (operation != NULL)
      g_object_get (operation, moei_entity_watch_get_name (watch), &collection, NULL);
    moei_entity_watch_set_collection (watch, collection);
  }
  update_counts (self);
}

static void
moei_map_layers_card_dispose (GObject *object)
{
  MoeiMapLayersCard *self = MOEI_MAP_LAYERS_CARD (object);

  g_clear_pointer (&self->watches, g_ptr_array_unref);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (moei_map_layers_card_parent_class)->dispose (object);
}

static void
moei_map_layers_card_class_init (MoeiMapLayersCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_map_layers_card_dispose;
  g_type_ensure (MOEI_TYPE_MAP_UNPLOTTED);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/map/moei-map-layers-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLayersCard, header);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLayersCard, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLayersCard, sites);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLayersCard, routes);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLayersCard, flights);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLayersCard, names);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLayersCard, n_sites);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLayersCard, n_routes);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLayersCard, n_flights);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLayersCard, unplotted);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
moei_map_layers_card_init (MoeiMapLayersCard *self)
{
  static const char * const watched[] = { "places", "routes", "flights" };

  gtk_widget_init_template (GTK_WIDGET (self));

  self->watches = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_ptr_array_add (self->watches, moei_entity_watch_new (watched[i]));
}

/**
 * moei_map_layers_card_set_scene:
 * @self: a card
 * @scene: what the map shows
 *
 * To be called once.
 */
void
moei_map_layers_card_set_scene (MoeiMapLayersCard *self,
                                MoeiMapScene      *scene)
{
  GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_return_if_fail (MOEI_IS_MAP_LAYERS_CARD (self));
  g_return_if_fail (self->scene == NULL);

  self->scene = g_object_ref (scene);
  g_object_bind_property (scene, "show-sites", self->sites, "active", flags);
  g_object_bind_property (scene, "show-routes", self->routes, "active", flags);
  g_object_bind_property (scene, "show-flights", self->flights, "active", flags);
  g_object_bind_property (scene, "show-names", self->names, "active", flags);
  moei_map_unplotted_set_scene (self->unplotted, scene);

  for (guint i = 0; i < self->watches->len; i++)
    g_signal_connect_object (self->watches->pdata[i], "changed", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "notify::operation", G_CALLBACK (on_operation), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "notify::language", G_CALLBACK (update_words), self, G_CONNECT_SWAPPED);
  on_operation (self);
  update_words (self);
}

/**
 * moei_map_layers_card_set_expanded:
 * @self: a card
 * @expanded: whether more than its title is shown
 *
 * Unless somebody has folded or unfolded it by hand.
 */
void
moei_map_layers_card_set_expanded (MoeiMapLayersCard *self,
                                   gboolean           expanded)
{
  g_return_if_fail (MOEI_IS_MAP_LAYERS_CARD (self));

  if (self->by_hand)
    return;
  self->following = TRUE;
  gtk_toggle_button_set_active (self->header, expanded);
  self->following = FALSE;
}
