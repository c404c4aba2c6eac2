/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-departures-card.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-age-label.h"
#include "desk/moei-closures.h"
#include "desk/moei-flight-item.h"
#include "desk/moei-row-name.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"

#define HOME_AIRPORT "MAQ" /* Mae Sot, by IATA's code */

#define ROW_TEMPLATES "/org/moei/Moei/desk/departures/"

/**
 * MoeiDeparturesCard:
 *
 * The day's flights out of Mae Sot, by time.  Its selection is one with that
 * of the map.
 */
struct _MoeiDeparturesCard {
  MoeiPanel parent_instance;

  GtkLabel           *title;
  GtkLabel           *gone;
  GtkStack           *stack;
  GtkColumnView      *view;
  GtkColumnViewColumn *time_column;
  GtkColumnViewColumn *number_column;
  GtkColumnViewColumn *destination_column;
  GtkColumnViewColumn *people_column;
  GtkColumnViewColumn *status_column;

  GtkFilterListModel *flights;
  GtkSingleSelection *selection;
  MoeiFlightItem     *row; /* the selected one */
  MoeiEntity         *selected;
  gboolean            selecting;
  guint               n_gone;
};

typedef enum {
  PROP_SELECTED = 1,
} MoeiDeparturesCardProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

G_DEFINE_FINAL_TYPE (MoeiDeparturesCard, moei_departures_card, MOEI_TYPE_PANEL)

static gboolean
leaves_home (gpointer item,
             gpointer user_data)
{
  MoeiOperation *operation = moei_panel_get_operation (user_data);
  MoeiPlace *from = moei_collection_lookup (moei_operation_get_places (operation), moei_flight_get_from (item));

  return from == NULL || g_strcmp0 (moei_place_get_iata (from), HOME_AIRPORT) == 0;
}

static gpointer
make_item (gpointer item,
           gpointer user_data)
{
  g_autoptr (MoeiFlight) flight = item;

  return moei_flight_item_new (flight, user_data);
}

static int
compare_times (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  gint64 first = moei_flight_get_scheduled (moei_flight_item_get_flight ((gpointer) a));
  gint64 second = moei_flight_get_scheduled (moei_flight_item_get_flight ((gpointer) b));

  return first < second ? GTK_ORDERING_SMALLER : first > second ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static guint
find_row (MoeiDeparturesCard *self,
          MoeiEntity         *entity)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (MoeiFlightItem) item = g_list_model_get_item (model, i);

    if (MOEI_ENTITY (moei_flight_item_get_flight (item)) == entity)
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

/* A flight that moves among the others gets a new row, which update() selects;
 * that is not somebody who unselects the old one. */
static gboolean
row_is_replaced (MoeiDeparturesCard *self)
{
  MoeiCollection *flights = moei_operation_get_flights (moei_panel_get_operation (MOEI_PANEL (self)));
  guint position = find_row (self, self->selected);
  g_autoptr (MoeiFlightItem) row = NULL;

  if (self->selected == NULL ||
      moei_collection_lookup (flights, moei_entity_get_id (self->selected)) != self->selected)
    return FALSE;
  row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  return row != self->row;
}

static void
selection_changed (MoeiDeparturesCard *self)
{
  MoeiFlightItem *row = gtk_single_selection_get_selected_item (self->selection);
  MoeiEntity *flight = row != NULL ? MOEI_ENTITY (moei_flight_item_get_flight (row)) : NULL;

  if (self->selecting || (row == NULL && row_is_replaced (self)))
    return;
  g_set_object (&self->row, row);
  if (g_set_object (&self->selected, flight))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
show_selected (MoeiDeparturesCard *self)
{
  if (self->selection == NULL)
    return;

  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, find_row (self, self->selected));
  self->selecting = FALSE;
  g_set_object (&self->row, gtk_single_selection_get_selected_item (self->selection));
}

static void
build_model (MoeiDeparturesCard *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));
  GtkFilterListModel *filtered;
  GtkMapListModel *mapped;
  GtkSortListModel *sorted;

  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (moei_operation_get_flights (operation))),
                                        GTK_FILTER (gtk_custom_filter_new (leaves_home, self, NULL)));
  mapped = gtk_map_list_model_new (G_LIST_MODEL (g_object_ref (filtered)), make_item,
                                   moei_operation_get_places (operation), NULL);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (mapped),
                                    GTK_SORTER (gtk_custom_sorter_new (compare_times, NULL, NULL)));
  self->flights = filtered;
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  show_selected (self);
}

static guint
count_gone (MoeiDeparturesCard *self)
{
  GListModel *model = G_LIST_MODEL (self->flights);
  guint n_gone = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (MoeiFlight) flight = g_list_model_get_item (model, i);
    MoeiFlightState state = moei_flight_get_state (flight);

    if (state == MOEI_FLIGHT_STATE_DEPARTED || state == MOEI_FLIGHT_STATE_ARRIVED)
      n_gone++;
  }
  return n_gone;
}

/* The list inside a column view is the one that scrolls. */
static GtkWidget *
find_list (GtkWidget *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (GTK_IS_LIST_VIEW (child))
      return child;
  }
  return NULL;
}

/* Where there is room for few rows they are those to come, after the last
 * that has gone: scrolling to the end first puts that one at the top. */
static gboolean
scroll_cb (GtkWidget     *view,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  MoeiDeparturesCard *self = user_data;
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  GtkWidget *list = find_list (view);

  if (list == NULL || n_rows == 0)
    return G_SOURCE_REMOVE;
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", n_rows - 1);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", MIN (MAX (self->n_gone, 1), n_rows) - 1);
  return G_SOURCE_REMOVE;
}

/* Only when a flight has left, so as not to scroll away from whoever reads. */
static void
set_n_gone (MoeiDeparturesCard *self,
            guint               n_gone)
{
  if (self->n_gone == n_gone)
    return;

  self->n_gone = n_gone;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->view), scroll_cb, self, NULL);
}

static void
moei_departures_card_update (MoeiPanel *panel)
{
  MoeiDeparturesCard *self = MOEI_DEPARTURES_CARD (panel);
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *gone_text = NULL, *all_text = NULL, *text = NULL;
  guint n_flights;

  if (self->selection == NULL)
    build_model (self);

  gtk_filter_changed (gtk_filter_list_model_get_filter (self->flights), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (gtk_sort_list_model_get_sorter (
                        GTK_SORT_LIST_MODEL (gtk_single_selection_get_model (self->selection))),
                      GTK_SORTER_CHANGE_DIFFERENT);

  n_flights = g_list_model_get_n_items (G_LIST_MODEL (self->flights));
  set_n_gone (self, count_gone (self));
  gone_text = moei_format_count (language, (int) self->n_gone);
  all_text = moei_format_count (language, (int) n_flights);
  /* Translators: flights that have left, of all of today: "4 of 9" */
  text = g_strdup_printf (_("%1$s of %2$s"), gone_text, all_text);
  gtk_label_set_label (self->gone, text);
  show_selected (self);
  gtk_stack_set_visible_child_name (self->stack, n_flights > 0 ? "list" : "empty");
}

static void
moei_departures_card_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  MoeiDeparturesCard *self = MOEI_DEPARTURES_CARD (object);

  switch ((MoeiDeparturesCardProperty) prop_id) {
  case PROP_SELECTED:
    g_value_set_object (value, self->selected);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_departures_card_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  MoeiDeparturesCard *self = MOEI_DEPARTURES_CARD (object);

  switch ((MoeiDeparturesCardProperty) prop_id) {
  case PROP_SELECTED:
    if (!g_set_object (&self->selected, g_value_get_object (value)))
      return;
    show_selected (self);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_departures_card_dispose (GObject *object)
{
  MoeiDeparturesCard *self = MOEI_DEPARTURES_CARD (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->flights);
  g_clear_object (&self->row);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (moei_departures_card_parent_class)->dispose (object);
}

static void
moei_departures_card_class_init (MoeiDeparturesCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_departures_card_dispose;
  object_class->get_property = moei_departures_card_get_property;
  object_class->set_property = moei_departures_card_set_property;
  MOEI_PANEL_CLASS (klass)->update = moei_departures_card_update;

  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, MOEI_TYPE_ENTITY,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MOEI_TYPE_AGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-departures-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiDeparturesCard, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiDeparturesCard, gone);
  gtk_widget_class_bind_template_child (widget_class, MoeiDeparturesCard, stack);
  gtk_widget_class_bind_template_child (widget_class, MoeiDeparturesCard, view);
  gtk_widget_class_bind_template_child (widget_class, MoeiDeparturesCard, time_column);
  gtk_widget_class_bind_template_child (widget_class, MoeiDeparturesCard, number_column);
  gtk_widget_class_bind_template_child (widget_class, MoeiDeparturesCard, destination_column);
  gtk_widget_class_bind_template_child (widget_class, MoeiDeparturesCard, people_column);
  gtk_widget_class_bind_template_child (widget_class, MoeiDeparturesCard, status_column);
  gtk_widget_class_set_css_name (widget_class, "departurescard");
}

/* The parts of a column view that can have the focus are its own, and GTK
 * leaves them without a name. */
static void
name_parts (MoeiDeparturesCard *self)
{
  GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  for (; part != NULL; part = gtk_widget_get_next_sibling (part)) {
    if (gtk_widget_get_focusable (part))
      gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_label (self->title), -1);
  }
}

static void
set_row_template (GtkColumnViewColumn *column,
                  GtkBuilderScope     *scope,
                  const char          *path)
{
  g_autoptr (GtkListItemFactory) factory = gtk_builder_list_item_factory_new_from_resource (scope, path);

  gtk_column_view_column_set_factory (column, factory);
}

static void
moei_departures_card_init (MoeiDeparturesCard *self)
{
  g_autoptr (GtkBuilderScope) scope = moei_closures_new_scope ();

  g_type_ensure (MOEI_TYPE_FLIGHT_ITEM);
  g_type_ensure (MOEI_TYPE_ROW_NAME);
  gtk_widget_init_template (GTK_WIDGET (self));

  set_row_template (self->time_column, scope, ROW_TEMPLATES "time.ui");
  set_row_template (self->number_column, scope, ROW_TEMPLATES "number.ui");
  set_row_template (self->destination_column, scope, ROW_TEMPLATES "destination.ui");
  set_row_template (self->people_column, scope, ROW_TEMPLATES "people.ui");
  set_row_template (self->status_column, scope, ROW_TEMPLATES "status.ui");
  name_parts (self);
}
