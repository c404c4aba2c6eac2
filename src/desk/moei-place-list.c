/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-place-list.h"

#include "desk/moei-find-words.h"
#include "desk/moei-log.h"
#include "desk/moei-place-row.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"

/**
 * MoeiPlaceList:
 *
 * A button that opens a list of all that there is: places, plotted or not,
 * countries and regions, days, convoys, flights, notices and changes, found by
 * their names in any language and by their codes.
 */
struct _MoeiPlaceList {
  MoeiPanel parent_instance;

  GtkMenuButton  *button;
  GtkSearchEntry *entry;
  GtkStack       *stack;
  GtkListView    *view;

  GtkFilterListModel *found; /* (nullable) until there is an operation */
  char               *query; /* (nullable) as compared */
  MoeiFindHow         how;
  GHashTable         *words; /* MoeiEntity → what it is found by */
};

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiPlaceList, moei_place_list, MOEI_TYPE_PANEL)

/* What an entity is found by does not change while somebody types. */
static const char *
get_words (MoeiPlaceList *self,
           MoeiEntity    *entity)
{
  char *words = g_hash_table_lookup (self->words, entity);

  if (words == NULL) {
    words = moei_find_words_of (entity, moei_panel_get_operation (MOEI_PANEL (self)));
    g_hash_table_insert (self->words, g_object_ref (entity), words);
  }
  return words;
}

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  MoeiPlaceList *self = user_data;

  if (MOEI_IS_CHANGE (item) && !moei_log_tells (item, moei_panel_get_operation (MOEI_PANEL (self))))
    return FALSE;
  return self->query == NULL || moei_find_words_match (get_words (self, item), self->query, self->how);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  MoeiOperation *operation = moei_panel_get_operation (user_data);
  g_autofree char *first = moei_find_words_title ((gpointer) a, operation);
  g_autofree char *second = moei_find_words_title ((gpointer) b, operation);

  return gtk_ordering_from_cmpfunc (moei_language_collate (moei_language_get_current (), first, second));
}

static void
update_page (MoeiPlaceList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
append_sorted (MoeiPlaceList  *self,
               GListStore     *parts,
               MoeiCollection *collection)
{
  GtkSorter *by_title = GTK_SORTER (gtk_custom_sorter_new (compare_titles, self, NULL));
  g_autoptr (GtkSortListModel) sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (collection)), by_title);

  g_list_store_append (parts, sorted);
}

/* Places and countries as a dictionary orders them, then days, and convoys and
 * flights as they go. */
static void
build_model (MoeiPlaceList *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));
  g_autoptr (GtkSingleSelection) selection = NULL;
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkFlattenListModel *all = gtk_flatten_list_model_new (G_LIST_MODEL (parts));

  append_sorted (self, parts, moei_operation_get_places (operation));
  append_sorted (self, parts, moei_operation_get_nationalities (operation));
  g_list_store_append (parts, moei_operation_get_calendar (operation));
  g_list_store_append (parts, moei_operation_get_movements (operation));
  g_list_store_append (parts, moei_operation_get_schedule (operation));
  g_list_store_append (parts, moei_operation_get_notices (operation));
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (all), GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL)));
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  /* What is a line on the map is a row here, late; and last what changed of
   * all that is above. */
  g_list_store_append (parts, moei_operation_get_routes (operation));
  g_list_store_append (parts, moei_operation_get_changes (operation));
  update_page (self);
}

static void
moei_place_list_update (MoeiPanel *panel)
{
  MoeiPlaceList *self = MOEI_PLACE_LIST (panel);

  if (self->found == NULL)
    build_model (self);
}

static void
setup_row (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  gtk_list_item_set_child (item, moei_place_row_new ());
}

static void
bind_row (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          MoeiPlaceList            *self)
{
  moei_place_row_show (MOEI_PLACE_ROW (gtk_list_item_get_child (item)),
                       moei_panel_get_operation (MOEI_PANEL (self)), gtk_list_item_get_item (item));
}

static void
unbind_row (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  moei_place_row_show (MOEI_PLACE_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

/* As closely as finds anything: "Convoy 2" is that convoy, "Nanjing EX" each
 * flight of that name to there. */
static void
on_changed (MoeiPlaceList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_clear_pointer (&self->query, g_free);
  if (*text != '\0')
    self->query = g_strstrip (moei_find_words_normalise (text));
  if (self->found == NULL)
    return;
  for (self->how = MOEI_FIND_EXACT; self->how <= MOEI_FIND_WORDS; self->how++) {
    gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
    if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0)
      return;
  }
  self->how = MOEI_FIND_WORDS;
}

static void
on_activate (MoeiPlaceList *self,
             guint          position)
{
  g_autoptr (MoeiEntity) entity = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->view)), position);

  if (entity == NULL)
    return;

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[CHOSEN], 0, entity);
}

/* Return in the entry takes what is marked in the list, at first its first row. */
static void
on_entry_activate (MoeiPlaceList *self)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (self->view);

  if (selection != NULL)
    on_activate (self, gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (selection)));
}

static void
on_show (MoeiPlaceList *self)
{
  g_hash_table_remove_all (self->words);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
moei_place_list_dispose (GObject *object)
{
  MoeiPlaceList *self = MOEI_PLACE_LIST (object);

  if (self->found != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->found);
  g_hash_table_remove_all (self->words);

  G_OBJECT_CLASS (moei_place_list_parent_class)->dispose (object);
}

static void
moei_place_list_finalize (GObject *object)
{
  MoeiPlaceList *self = MOEI_PLACE_LIST (object);

  g_free (self->query);
  g_hash_table_unref (self->words);

  G_OBJECT_CLASS (moei_place_list_parent_class)->finalize (object);
}

static void
moei_place_list_class_init (MoeiPlaceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_place_list_dispose;
  object_class->finalize = moei_place_list_finalize;
  MOEI_PANEL_CLASS (klass)->update = moei_place_list_update;

  /**
   * MoeiPlaceList::chosen:
   * @self: a list
   * @entity: what somebody chose
   */
  signals[CHOSEN] = g_signal_new ("chosen", MOEI_TYPE_PLACE_LIST, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, MOEI_TYPE_ENTITY);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-place-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiPlaceList, button);
  gtk_widget_class_bind_template_child (widget_class, MoeiPlaceList, entry);
  gtk_widget_class_bind_template_child (widget_class, MoeiPlaceList, stack);
  gtk_widget_class_bind_template_child (widget_class, MoeiPlaceList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, setup_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row);
  gtk_widget_class_set_css_name (widget_class, "placelist");
}

static void
moei_place_list_init (MoeiPlaceList *self)
{
  self->words = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->view));
}

/**
 * moei_place_list_popup:
 * @self: a list
 *
 * Opens it, ready to be written in.
 */
void
moei_place_list_popup (MoeiPlaceList *self)
{
  g_return_if_fail (MOEI_IS_PLACE_LIST (self));

  gtk_menu_button_popup (self->button);
}
