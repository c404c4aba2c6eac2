/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "map/moei-entity-watch.h"
#include "map/moei-map-unplotted.h"
#include "map/moei-symbol-image.h"
#include "operation/moei-collection.h"
#include "operation/moei-place.h"

/**
 * MoeiMapUnplotted:
 *
 * A button with the number of places that are known by name only, and the list
 * of them: nothing is plotted where nobody knows, and nothing is left out.
 */
struct _MoeiMapUnplotted {
  GtkWidget parent_instance;

  GtkMenuButton      *button;
  GtkLabel           *heading;
  GtkListBox         *list;

  MoeiMapScene       *scene;   /* (nullable) */
  GtkFilterListModel *places;
  MoeiEntityWatch    *watch;
};

G_DEFINE_FINAL_TYPE (MoeiMapUnplotted, moei_map_unplotted, GTK_TYPE_WIDGET)

static gboolean
is_unplotted (gpointer item,
              gpointer user_data)
{
  return moei_place_get_position (MOEI_PLACE (item)) == NULL;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  MoeiMapUnplotted *self = MOEI_MAP_UNPLOTTED (user_data);
  MoeiLanguage language = moei_map_scene_get_language (self->scene);
  MoeiPlace *place = MOEI_PLACE (item);
  const MoeiText *name = moei_place_get_name (place);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = moei_symbol_image_new (moei_map_symbol_for_place (place));
  GtkWidget *label = gtk_label_new (name != NULL ? moei_text_get (name, language)
                                                 : moei_entity_get_id (MOEI_ENTITY (place)));
  GtkWidget *state = gtk_label_new (moei_word_place_state (language, moei_place_get_state (place)));

  moei_symbol_image_set_tone (MOEI_SYMBOL_IMAGE (image), moei_map_scene_get_tone (self->scene));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (state, "dim-label");
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), state);
  return row;
}

/* Rows are made anew: places are named in another language, say. */
static void
rebind (MoeiMapUnplotted *self)
{
  gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->places), create_row, self, NULL);
}

static void
update_words (MoeiMapUnplotted *self)
{
  MoeiLanguage language = moei_map_scene_get_language (self->scene);
  guint n = moei_map_unplotted_get_count (self);
  g_autofree char *count = moei_format_count (language, (int) n);
  /* Translators: on the map: how many compounds are known by name but not by position */
  g_autofree char *text = g_strdup_printf (moei_ngettext (language, "%s listed, not plotted",
                                                          "%s listed, not plotted", n), count);

  gtk_menu_button_set_label (self->button, text);
  gtk_label_set_text (self->heading, moei_gettext (language, "Known by name, position not known"));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
refilter (MoeiMapUnplotted *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->places), GTK_FILTER_CHANGE_DIFFERENT);
  rebind (self);
  update_words (self);
}

static void
on_operation (MoeiMapUnplotted *self)
{
  MoeiOperation *operation = moei_map_scene_get_operation (self->scene);
  MoeiCollection *places = operation != NULL ? moei_operation_get_places (operation) : NULL;

  gtk_filter_list_model_set_model (self->places, G_LIST_MODEL (places));
  moei_entity_watch_set_collection (self->watch, places);
}

static void
on_language (MoeiMapUnplotted *self)
{
  rebind (self);
  update_words (self);
}

static void
on_row_activated (MoeiMapUnplotted *self,
                  GtkListBoxRow    *row)
{
  g_autoptr (MoeiEntity) place = g_list_model_get_item (G_LIST_MODEL (self->places),
                                                        (guint) gtk_list_box_row_get_index (row));

  gtk_menu_button_popdown (self->button);
  moei_map_scene_set_selected (self->scene, place);
}

static void
moei_map_unplotted_dispose (GObject *object)
{
  MoeiMapUnplotted *self = MOEI_MAP_UNPLOTTED (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->watch);
  g_clear_object (&self->places);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (moei_map_unplotted_parent_class)->dispose (object);
}

static void
moei_map_unplotted_class_init (MoeiMapUnplottedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_map_unplotted_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/map/moei-map-unplotted.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiMapUnplotted, button);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapUnplotted, heading);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapUnplotted, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
moei_map_unplotted_init (MoeiMapUnplotted *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->watch = moei_entity_watch_new ("places");
  self->places = gtk_filter_list_model_new (NULL, GTK_FILTER (gtk_custom_filter_new (is_unplotted, NULL, NULL)));
}

/**
 * moei_map_unplotted_set_scene:
 * @self: a button
 * @scene: what the map shows
 *
 * To be called once.
 */
void
moei_map_unplotted_set_scene (MoeiMapUnplotted *self,
                              MoeiMapScene     *scene)
{
  g_return_if_fail (MOEI_IS_MAP_UNPLOTTED (self));
  g_return_if_fail (self->scene == NULL);

  self->scene = g_object_ref (scene);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (refilter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "notify::operation", G_CALLBACK (on_operation), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "notify::language", G_CALLBACK (on_language), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "notify::dark", G_CALLBACK (rebind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "notify::contrast", G_CALLBACK (rebind), self, G_CONNECT_SWAPPED);
  on_operation (self);
  on_language (self);
}

/**
 * moei_map_unplotted_get_count:
 * @self: a button
 *
 * Returns: how many places it lists
 */
guint
moei_map_unplotted_get_count (MoeiMapUnplotted *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_UNPLOTTED (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->places));
}
