/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-table-parts.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-table.h"
#include "language/moei-language.h"
#include "operation/moei-entity.h"

/* What a table does with its columns, one by one or all of them. */

/**
 * moei_table_part_get_title:
 * @self: a column
 *
 * Returns: its head in the current language
 */
const char *
moei_table_part_get_title (MoeiTablePart *self)
{
  if (*self->column.title == '\0')
    return "";
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", self->column.title);
}

static char *
get_text (MoeiTablePart *self,
          gpointer       item)
{
  g_auto (MoeiSaid) said = { 0 };

  if (self->column.say == NULL)
    return self->column.text (item, self->user_data);
  self->column.say (item, self->user_data, &said);
  return moei_said_read (&said);
}

/* What is not known is last whichever way it is sorted; GTK turns the answer
 * round where the order is descending. */
static int
put_last (MoeiTablePart *self,
          gboolean       first_is_unknown)
{
  return first_is_unknown == (self->order == GTK_SORT_ASCENDING) ? GTK_ORDERING_LARGER : GTK_ORDERING_SMALLER;
}

static int
compare_keys (MoeiTablePart *self,
              gint64         one,
              gint64         other)
{
  if (one == other)
    return GTK_ORDERING_EQUAL;
  if (one == MOEI_TABLE_KEY_UNKNOWN || other == MOEI_TABLE_KEY_UNKNOWN)
    return put_last (self, one == MOEI_TABLE_KEY_UNKNOWN);
  return one < other ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;
}

static gboolean
says_nothing (const char *text)
{
  return text == NULL || *text == '\0' || g_str_equal (text, "–");
}

static int
compare_texts (MoeiTablePart *self,
               const char    *one,
               const char    *other)
{
  if (says_nothing (one) != says_nothing (other))
    return put_last (self, says_nothing (one));
  return gtk_ordering_from_cmpfunc (moei_language_collate (moei_language_get_current (), one, other));
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  MoeiTablePart *self = user_data;
  g_autofree char *first = NULL, *second = NULL;

  if (self->answer != NULL)
    return *self->answer;
  if (self->column.key != NULL)
    return compare_keys (self, self->column.key ((gpointer) a, self->user_data),
                         self->column.key ((gpointer) b, self->user_data));
  first = get_text (self, (gpointer) a);
  second = get_text (self, (gpointer) b);
  return compare_texts (self, first, second);
}

/**
 * moei_table_parts_note_order:
 * @parts: (element-type MoeiTablePart): the columns
 * @sorter: that of the column view which shows them
 *
 * Notes in which order each column is sorted, so that what is unknown is last
 * in either.  To be called before anybody sorts by it.
 *
 * GTK does not tell the order before the rows are sorted.  So @sorter is asked to
 * compare two items that stand for nothing, and one column after the other says
 * that the first of them is smaller.
 */
void
moei_table_parts_note_order (GPtrArray *parts,
                             GtkSorter *sorter)
{
  static const GtkOrdering alike = GTK_ORDERING_EQUAL, smaller = GTK_ORDERING_SMALLER;
  g_autoptr (GObject) first = g_object_new (G_TYPE_OBJECT, NULL), second = g_object_new (G_TYPE_OBJECT, NULL);

  for (guint i = 0; i < parts->len; i++)
    ((MoeiTablePart *) parts->pdata[i])->answer = &alike;
  for (guint i = 0; i < parts->len; i++) {
    MoeiTablePart *part = parts->pdata[i];

    part->answer = &smaller;
    part->order = gtk_sorter_compare (sorter, first, second) == GTK_ORDERING_LARGER ? GTK_SORT_DESCENDING
                                                                                    : GTK_SORT_ASCENDING;
    part->answer = &alike;
  }
  for (guint i = 0; i < parts->len; i++)
    ((MoeiTablePart *) parts->pdata[i])->answer = NULL;
}

/**
 * moei_table_part_new_sorter:
 * @self: a column
 *
 * Returns: (transfer full): the order of rows by this column
 */
GtkSorter *
moei_table_part_new_sorter (MoeiTablePart *self)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_items, self, NULL));
}

/**
 * moei_table_parts_describe_row:
 * @parts: (element-type MoeiTablePart): the columns
 * @item: a row's item
 *
 * Returns: (transfer full): "header: value", a line for each column
 */
char *
moei_table_parts_describe_row (GPtrArray *parts,
                               gpointer   item)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++) {
    MoeiTablePart *part = parts->pdata[i];
    g_autofree char *text = get_text (part, item);
    g_autofree char *line = NULL;

    if (text == NULL || *text == '\0')
      continue;
    /* Translators: the head of a column and what it says of a row: "Flight: EX 2004" */
    line = g_strdup_printf (C_("column", "%1$s: %2$s"), moei_table_part_get_title (part), text);
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", *part->column.title != '\0' ? line : text);
  }
  return g_string_free (lines, FALSE);
}

/**
 * moei_table_parts_name_row:
 * @item: a row's item
 * @parts: (type GPtrArray) (element-type MoeiTablePart): the columns
 *
 * Returns: (transfer full): all that a row says, in one line
 */
char *
moei_table_parts_name_row (gpointer item,
                           gpointer parts)
{
  g_autofree char *lines = moei_table_parts_describe_row (parts, item);
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);
  char *name = g_strdup (split[0] != NULL ? split[0] : "");

  for (guint i = 1; split[0] != NULL && split[i] != NULL; i++) {
    g_autofree char *former = name;

    name = g_strdup_printf (_("%1$s, %2$s"), former, split[i]);
  }
  return name;
}

/* As texts are compared: without case, and with one spelling for each letter. */
static char *
normalise (const char *text)
{
  g_autofree char *spelled = g_utf8_normalize (text != NULL ? text : "", -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (spelled != NULL ? spelled : "", -1);
}

static gboolean
begins_with (GPtrArray  *parts,
             gpointer    item,
             const char *typed)
{
  for (guint i = 0; i < parts->len; i++) {
    MoeiTablePart *part = parts->pdata[i];
    g_autofree char *text = NULL, *normalised = NULL;

    if (!(part->column.flags & MOEI_TABLE_COLUMN_NAME))
      continue;
    text = get_text (part, item);
    normalised = normalise (text);
    if (g_str_has_prefix (normalised, typed))
      return TRUE;
  }
  return FALSE;
}

/**
 * moei_table_parts_find_typed:
 * @parts: (element-type MoeiTablePart): the columns
 * @rows: the rows
 * @from: where to begin
 * @typed: what somebody typed
 *
 * Returns: the first row, after the last the first again, of which a column
 *   that names it begins with @typed; `GTK_INVALID_LIST_POSITION` if none does
 */
guint
moei_table_parts_find_typed (GPtrArray  *parts,
                             GListModel *rows,
                             guint       from,
                             const char *typed)
{
  g_autofree char *wanted = normalise (typed);
  guint n_rows = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n_rows; i++) {
    guint position = (from + i) % n_rows;
    g_autoptr (GObject) item = g_list_model_get_item (rows, position);

    if (begins_with (parts, item, wanted))
      return position;
  }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * moei_table_parts_new_menu:
 * @parts: (element-type MoeiTablePart): the columns
 *
 * Returns: (transfer full): what can be done with a row, and with all of them
 */
GMenuModel *
moei_table_parts_new_menu (GPtrArray *parts)
{
  g_autoptr (GMenu) sorts = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < parts->len; i++) {
    MoeiTablePart *part = parts->pdata[i];
    g_autoptr (GMenuItem) item = NULL;

    if (part->column.flags & MOEI_TABLE_COLUMN_UNSORTED)
      continue;
    item = g_menu_item_new (moei_table_part_get_title (part), NULL);
    g_menu_item_set_action_and_target (item, "table.sort", "s", part->column.id);
    g_menu_append_item (sorts, item);
  }
  /* Translators: menu item: copies a row of a table as text */
  g_menu_append (menu, _("Copy"), "table.copy");
  /* Translators: menu item: the columns by which a table can be sorted */
  g_menu_append_submenu (menu, _("Sort By"), G_MENU_MODEL (sorts));
  return G_MENU_MODEL (menu);
}

/* Where no column that is shown takes the room that is left, the first does. */
static void
fill_room (GPtrArray *parts)
{
  MoeiTablePart *first = parts->pdata[0];
  gboolean filled = FALSE;

  for (guint i = 1; i < parts->len; i++) {
    MoeiTablePart *part = parts->pdata[i];

    filled |= gtk_column_view_column_get_visible (part->view_column) && (part->column.flags & MOEI_TABLE_COLUMN_EXPAND) != 0;
  }
  gtk_column_view_column_set_expand (first->view_column, !filled || (first->column.flags & MOEI_TABLE_COLUMN_EXPAND) != 0);
}

/**
 * moei_table_parts_fit:
 * @parts: (element-type MoeiTablePart): the columns
 * @width: the table's width in pixels
 * @apply: whether to show and hide, or only to ask
 *
 * Shows the columns for which there is room.
 *
 * Returns: whether any comes or goes
 */
gboolean
moei_table_parts_fit (GPtrArray *parts,
                      int        width,
                      gboolean   apply)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < parts->len; i++) {
    MoeiTablePart *part = parts->pdata[i];
    gboolean visible = width >= part->column.from_width;

    if (gtk_column_view_column_get_visible (part->view_column) == visible)
      continue;
    differs = TRUE;
    if (apply)
      gtk_column_view_column_set_visible (part->view_column, visible);
  }
  if (apply)
    fill_room (parts);
  return differs;
}

/**
 * moei_table_parts_find_list:
 * @view: a column view
 *
 * Returns: (transfer none) (nullable): the list inside it, which scrolls
 */
GtkWidget *
moei_table_parts_find_list (GtkColumnView *view)
{
  GtkWidget *child = view != NULL ? gtk_widget_get_first_child (GTK_WIDGET (view)) : NULL;

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
find_within (GtkWidget *widget,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_within (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* The heads are in the order of the columns, hidden ones among them. */
static GtkWidget *
get_head (GtkColumnView *view,
          guint          i)
{
  GtkWidget *head = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  while (head != NULL && i-- > 0)
    head = gtk_widget_get_next_sibling (head);
  return head;
}

/**
 * moei_table_parts_find_head:
 * @parts: (element-type MoeiTablePart): the columns
 * @view: what shows them
 * @part: one of @parts
 *
 * Returns: (transfer none) (nullable): the head of the column
 */
GtkWidget *
moei_table_parts_find_head (GPtrArray     *parts,
                            GtkColumnView *view,
                            MoeiTablePart *part)
{
  guint i;

  return g_ptr_array_find (parts, part, &i) ? get_head (view, i) : NULL;
}

/**
 * moei_table_parts_dress_heads:
 * @parts: (element-type MoeiTablePart): the columns
 * @view: what shows them
 * @label: (nullable): what the table is called
 *
 * Gives names to the parts of a column view that can have the focus, which GTK
 * leaves without one, and puts the heads of figures above them.
 */
void
moei_table_parts_dress_heads (GPtrArray     *parts,
                              GtkColumnView *view,
                              const char    *label)
{
  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (view)); label != NULL && part != NULL;
       part = gtk_widget_get_next_sibling (part))
    gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  for (guint i = 0; i < parts->len; i++) {
    MoeiTablePart *part = parts->pdata[i];
    GtkWidget *head = get_head (view, i);
    GtkWidget *title = head != NULL ? find_within (head, GTK_TYPE_LABEL) : NULL;

    if (title == NULL)
      continue;
    gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    moei_table_part_get_title (part), -1);
    if (part->column.flags & MOEI_TABLE_COLUMN_NUMERIC)
      g_object_set (title, "hexpand", TRUE, "xalign", 1.0, NULL);
  }
}

static gboolean
is_sorted_by (GtkWidget   *widget,
              GtkSortType *order)
{
  gboolean up = gtk_widget_has_css_class (widget, "ascending");

  if (up || gtk_widget_has_css_class (widget, "descending")) {
    *order = up ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING;
    return TRUE;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (is_sorted_by (child, order))
      return TRUE;
  }
  return FALSE;
}

/**
 * moei_table_parts_get_sorted:
 * @parts: (element-type MoeiTablePart): the columns
 * @view: what shows them
 * @order: (out): in which order it is sorted
 *
 * GTK has told this only since 4.10; before that, the heads show it.
 *
 * Returns: (transfer none) (nullable): the column by which it is sorted
 */
MoeiTablePart *
moei_table_parts_get_sorted (GPtrArray     *parts,
                             GtkColumnView *view,
                             GtkSortType   *order)
{
  *order = GTK_SORT_ASCENDING;
  for (guint i = 0; i < parts->len; i++) {
    GtkWidget *head = get_head (view, i);

    if (head != NULL && is_sorted_by (head, order))
      return parts->pdata[i];
  }
  return NULL;
}

/**
 * moei_table_count_key:
 * @count: a count of people, seats or the like
 *
 * Returns: what to sort it by; one that is unknown comes last, and one that
 *   is withheld because it is small comes first
 */
gint64
moei_table_count_key (int count)
{
  return count == MOEI_COUNT_UNKNOWN ? MOEI_TABLE_KEY_UNKNOWN : count;
}

/**
 * moei_table_instant_key:
 * @instant: an instant
 *
 * Returns: what to sort it by; an unknown one comes last
 */
gint64
moei_table_instant_key (gint64 instant)
{
  return instant == MOEI_INSTANT_UNKNOWN ? MOEI_TABLE_KEY_UNKNOWN : instant;
}
