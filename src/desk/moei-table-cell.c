/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-table-cell.h"

#include "desk/moei-two-lines.h"
#include "language/moei-burmese.h"
#include "language/moei-language.h"
#include "parts/moei-replace.h"

/**
 * MoeiTableCell:
 *
 * What a column of a table says of a row.
 *
 * It changes only what differs from what it shows, so that nothing moves
 * under whoever reads.
 */
struct _MoeiTableCell {
  AdwBin parent_instance;

  const MoeiTableColumn *column; /* the table's */
  gpointer               user_data;
  MoeiTableNamer         name_row; /* (nullable) */
  gpointer               name_data;
  GtkWidget             *head; /* (nullable) the column's */

  gpointer    item; /* (nullable) */
  char       *text;
  const char *css_class; /* (nullable) interned */
};

G_DEFINE_FINAL_TYPE (MoeiTableCell, moei_table_cell, ADW_TYPE_BIN)

static void
set_css_class (MoeiTableCell *self,
               GtkWidget     *label,
               const char    *css_class)
{
  css_class = g_intern_string (css_class);
  if (self->css_class == css_class)
    return;

  if (self->css_class != NULL)
    gtk_widget_remove_css_class (label, self->css_class);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  self->css_class = css_class;
}

static void
update_label (MoeiTableCell *self,
              GtkWidget     *label)
{
  const MoeiTableColumn *column = self->column;
  g_autofree char *text = column->text (self->item, self->user_data);

  if (column->css_class != NULL)
    set_css_class (self, label, column->css_class (self->item, self->user_data));
  if (!moei_replace_string (&self->text, text))
    return;

  if (gtk_label_get_wrap (GTK_LABEL (label))) {
    g_autofree char *broken = moei_break_text (moei_language_get_current (), text);

    gtk_label_set_label (GTK_LABEL (label), broken);
  } else {
    gtk_label_set_label (GTK_LABEL (label), text);
  }
}

static gboolean
query_tooltip_cb (GtkLabel   *label,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));
  return TRUE;
}

static GtkWidget *
make_label (MoeiTableColumnFlags flags)
{
  gboolean numeric = (flags & MOEI_TABLE_COLUMN_NUMERIC) != 0;
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", numeric ? 1.0 : 0.0, NULL);

  if (numeric)
    gtk_widget_add_css_class (label, "numeric");
  if (flags & MOEI_TABLE_COLUMN_EXPAND)
    g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  if (flags & MOEI_TABLE_COLUMN_ELLIPSIZE) {
    g_object_set (label, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 16, "has-tooltip", TRUE, NULL);
    g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  }
  return label;
}

static void
show_said (MoeiTableCell *self,
           MoeiTwoLines  *lines)
{
  g_auto (MoeiSaid) said = { 0 };

  self->column->say (self->item, self->user_data, &said);
  moei_two_lines_set_text (lines, said.former, said.text, said.note);
  moei_two_lines_set_look (lines, said.icon_name, said.css_class);
}

/* The row has the focus; GTK makes it, and leaves it without a name. */
static void
name_row (MoeiTableCell *self)
{
  GtkWidget *row = self->name_row != NULL ? moei_table_cell_get_row (self) : NULL;
  g_autofree char *name = NULL;

  if (row == NULL || self->item == NULL)
    return;
  name = self->name_row (self->item, self->name_data);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
moei_table_cell_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (moei_table_cell_parent_class)->root (widget);

  name_row (MOEI_TABLE_CELL (widget));
}

static GtkSizeRequestMode
moei_table_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* How wide the column is that the cell stands in; 0 before it has a width.
 * GTK 4.8 takes the width of another column for it where columns before it are
 * hidden, and the row would be as high as if its words stood in that one. */
static int
get_column_width (MoeiTableCell *self)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_rect_t bounds;
  GtkBorder padding, border;
  GtkStyleContext *style;

  if (self->head == NULL || cell == NULL || !gtk_widget_compute_bounds (self->head, self->head, &bounds))
    return 0;
  style = gtk_widget_get_style_context (cell);
  gtk_style_context_get_padding (style, &padding);
  gtk_style_context_get_border (style, &border);
  return (int) bounds.size.width - padding.left - padding.right - border.left - border.right;
}

static void
moei_table_cell_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int width = orientation == GTK_ORIENTATION_VERTICAL ? get_column_width (MOEI_TABLE_CELL (widget)) : 0;

  gtk_widget_measure (child, orientation, width > 0 ? width : for_size, minimum, natural, NULL, NULL);
}

static void
moei_table_cell_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  gtk_widget_size_allocate (adw_bin_get_child (ADW_BIN (widget)), &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
moei_table_cell_dispose (GObject *object)
{
  moei_table_cell_set_item (MOEI_TABLE_CELL (object), NULL);
  g_clear_weak_pointer (&MOEI_TABLE_CELL (object)->head);

  G_OBJECT_CLASS (moei_table_cell_parent_class)->dispose (object);
}

static void
moei_table_cell_finalize (GObject *object)
{
  g_free (MOEI_TABLE_CELL (object)->text);

  G_OBJECT_CLASS (moei_table_cell_parent_class)->finalize (object);
}

static void
moei_table_cell_class_init (MoeiTableCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_table_cell_dispose;
  object_class->finalize = moei_table_cell_finalize;
  widget_class->get_request_mode = moei_table_cell_get_request_mode;
  widget_class->measure = moei_table_cell_measure;
  widget_class->root = moei_table_cell_root;
  widget_class->size_allocate = moei_table_cell_size_allocate;
}

static void
moei_table_cell_init (MoeiTableCell *self)
{
  /* It measures and places its child itself. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * moei_table_cell_new:
 * @column: (transfer none): its column, which must outlive it
 * @user_data: what is given to the column's functions
 *
 * Returns: (transfer floating): a cell that shows nothing yet
 */
GtkWidget *
moei_table_cell_new (const MoeiTableColumn *column,
                     gpointer               user_data)
{
  MoeiTableCell *self = g_object_new (MOEI_TYPE_TABLE_CELL, NULL);

  self->column = column;
  self->user_data = user_data;
  if (column->say != NULL)
    adw_bin_set_child (ADW_BIN (self), moei_two_lines_new ((column->flags & MOEI_TABLE_COLUMN_TIMES) != 0));
  else
    adw_bin_set_child (ADW_BIN (self), column->make != NULL ? column->make (user_data) : make_label (column->flags));
  return GTK_WIDGET (self);
}

/**
 * moei_table_cell_get_item:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable) (type GObject): the item of the row that it shows
 */
gpointer
moei_table_cell_get_item (MoeiTableCell *self)
{
  g_return_val_if_fail (MOEI_IS_TABLE_CELL (self), NULL);

  return self->item;
}

/**
 * moei_table_cell_set_item:
 * @self: a cell
 * @item: (nullable) (type GObject): a row's item; `NULL` to let go of the former
 */
void
moei_table_cell_set_item (MoeiTableCell *self,
                          gpointer       item)
{
  g_return_if_fail (MOEI_IS_TABLE_CELL (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, moei_table_cell_update, self);
  g_clear_object (&self->item);
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify", G_CALLBACK (moei_table_cell_update), self, G_CONNECT_SWAPPED);
  moei_table_cell_update (self);
}

/**
 * moei_table_cell_update:
 * @self: a cell
 *
 * Shows what there is to say now.
 */
void
moei_table_cell_update (MoeiTableCell *self)
{
  g_return_if_fail (MOEI_IS_TABLE_CELL (self));

  if (self->item == NULL)
    return;

  if (self->column->say != NULL)
    show_said (self, MOEI_TWO_LINES (adw_bin_get_child (ADW_BIN (self))));
  else if (self->column->show != NULL)
    self->column->show (adw_bin_get_child (ADW_BIN (self)), self->item, self->user_data);
  else
    update_label (self, adw_bin_get_child (ADW_BIN (self)));
  name_row (self);
}

/**
 * moei_table_cell_set_head:
 * @self: a cell
 * @head: the head of its column, which is as wide as the column is
 */
void
moei_table_cell_set_head (MoeiTableCell *self,
                          GtkWidget     *head)
{
  g_return_if_fail (MOEI_IS_TABLE_CELL (self));

  g_set_weak_pointer (&self->head, head);
}

/**
 * moei_table_cell_set_namer:
 * @self: a cell
 * @namer: says all that a row says
 * @user_data: what is given to it
 *
 * Makes the cell tell a screen reader what to call its row.
 */
void
moei_table_cell_set_namer (MoeiTableCell  *self,
                           MoeiTableNamer  namer,
                           gpointer        user_data)
{
  g_return_if_fail (MOEI_IS_TABLE_CELL (self));

  self->name_row = namer;
  self->name_data = user_data;
}

/**
 * moei_table_cell_get_row:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the row it is in, which has the focus
 */
GtkWidget *
moei_table_cell_get_row (MoeiTableCell *self)
{
  GtkWidget *row;

  g_return_val_if_fail (MOEI_IS_TABLE_CELL (self), NULL);

  row = gtk_widget_get_parent (GTK_WIDGET (self));
  while (row != NULL && g_strcmp0 (gtk_widget_get_css_name (row), "row") != 0)
    row = gtk_widget_get_parent (row);
  return row;
}
