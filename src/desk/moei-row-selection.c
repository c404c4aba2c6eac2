/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-row-selection.h"

#include "operation/moei-entity.h"

/**
 * MoeiRowSelection:
 *
 * The one row of a list that somebody has chosen, by its item's id.
 *
 * GTK's own selection is lost with the object; this one is found again when
 * another object of the same id comes in its place.  It may also hold an item
 * that never had a row here: what is selected elsewhere.
 */
struct _MoeiRowSelection {
  GObject parent_instance;

  GListModel         *rows;
  GtkSingleSelection *model;
  GObject            *item;
  char               *id;

  guint has_row : 1;
  guint changing : 1; /* not by hand */
};

typedef enum {
  PROP_ITEM = 1,
} MoeiRowSelectionProperty;

static GParamSpec *properties[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (MoeiRowSelection, moei_row_selection, G_TYPE_OBJECT)

/* Rows that are no entities are known by their "id" too, if they have one. */
static char *
get_id (gpointer item)
{
  char *id = NULL;

  if (MOEI_IS_ENTITY (item))
    return g_strdup (moei_entity_get_id (item));
  if (item != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (item), "id") != NULL)
    g_object_get (item, "id", &id, NULL);
  return id;
}

static guint
find_item (MoeiRowSelection *self,
           gpointer          item)
{
  guint n_rows = item != NULL ? g_list_model_get_n_items (self->rows) : 0;

  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (GObject) other = g_list_model_get_item (self->rows, i);

    if (other == item)
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

static void
take_item (MoeiRowSelection *self,
           gpointer          item)
{
  if (!g_set_object (&self->item, item))
    return;

  g_free (self->id);
  self->id = get_id (item);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

static void
selected_by_hand (MoeiRowSelection *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->model);

  if (self->changing)
    return;
  self->has_row = item != NULL;
  take_item (self, item);
}

static void
select_row (MoeiRowSelection *self)
{
  guint position = find_item (self, self->item);

  self->changing = TRUE;
  gtk_single_selection_set_selected (self->model, position);
  self->changing = FALSE;
  self->has_row = position != GTK_INVALID_LIST_POSITION;
}

static void
rows_will_change (MoeiRowSelection *self)
{
  self->changing = TRUE;
}

/* What had a row is gone with it, unless another of its id has come. */
static void
rows_changed (MoeiRowSelection *self)
{
  if (self->item != NULL && find_item (self, self->item) == GTK_INVALID_LIST_POSITION) {
    guint position = moei_row_selection_find_id (self, self->id);
    g_autoptr (GObject) item = g_list_model_get_item (self->rows, position);

    if (item != NULL || self->has_row)
      take_item (self, item);
  }
  select_row (self);
}

static void
moei_row_selection_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((MoeiRowSelectionProperty) prop_id) {
  case PROP_ITEM:
    g_value_set_object (value, MOEI_ROW_SELECTION (object)->item);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_row_selection_dispose (GObject *object)
{
  MoeiRowSelection *self = MOEI_ROW_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_object (&self->rows);
  g_clear_object (&self->item);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (moei_row_selection_parent_class)->dispose (object);
}

static void
moei_row_selection_class_init (MoeiRowSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_row_selection_dispose;
  object_class->get_property = moei_row_selection_get_property;

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_row_selection_init (MoeiRowSelection *self)
{
}

/**
 * moei_row_selection_new:
 * @rows: the rows' items
 *
 * Returns: (transfer full): a selection among @rows, at first of none
 */
MoeiRowSelection *
moei_row_selection_new (GListModel *rows)
{
  MoeiRowSelection *self = g_object_new (MOEI_TYPE_ROW_SELECTION, NULL);

  self->rows = g_object_ref (rows);
  /* Heard before GTK's selection hears of it, and after whoever shows it has. */
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (rows_will_change), self, G_CONNECT_SWAPPED);
  self->model = gtk_single_selection_new (g_object_ref (rows));
  gtk_single_selection_set_autoselect (self->model, FALSE);
  gtk_single_selection_set_can_unselect (self->model, TRUE);
  gtk_single_selection_set_selected (self->model, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->model, "notify::selected-item", G_CALLBACK (selected_by_hand), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (rows_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}

/**
 * moei_row_selection_get_model:
 * @self: a selection
 *
 * Returns: (transfer none): the rows, for a list to show
 */
GtkSelectionModel *
moei_row_selection_get_model (MoeiRowSelection *self)
{
  g_return_val_if_fail (MOEI_IS_ROW_SELECTION (self), NULL);

  return GTK_SELECTION_MODEL (self->model);
}

/**
 * moei_row_selection_get_item:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable) (type GObject): what is selected, here or elsewhere
 */
gpointer
moei_row_selection_get_item (MoeiRowSelection *self)
{
  g_return_val_if_fail (MOEI_IS_ROW_SELECTION (self), NULL);

  return self->item;
}

/**
 * moei_row_selection_set_item:
 * @self: a selection
 * @item: (nullable) (type GObject): what is selected now, whether it has a row here or not
 */
void
moei_row_selection_set_item (MoeiRowSelection *self,
                             gpointer          item)
{
  g_return_if_fail (MOEI_IS_ROW_SELECTION (self));

  take_item (self, item);
  select_row (self);
}

/**
 * moei_row_selection_get_row:
 * @self: a selection
 *
 * Returns: the position of the selected row; `GTK_INVALID_LIST_POSITION` if there is none
 */
guint
moei_row_selection_get_row (MoeiRowSelection *self)
{
  g_return_val_if_fail (MOEI_IS_ROW_SELECTION (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (self->model);
}

/**
 * moei_row_selection_find_id:
 * @self: a selection
 * @id: (nullable): an id
 *
 * Returns: the position of the row of that id; `GTK_INVALID_LIST_POSITION` if there is none
 */
guint
moei_row_selection_find_id (MoeiRowSelection *self,
                            const char       *id)
{
  guint n_rows;

  g_return_val_if_fail (MOEI_IS_ROW_SELECTION (self), GTK_INVALID_LIST_POSITION);

  n_rows = id != NULL ? g_list_model_get_n_items (self->rows) : 0;
  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (self->rows, i);
    g_autofree char *its = get_id (item);

    if (g_strcmp0 (its, id) == 0)
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}
