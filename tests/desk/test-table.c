/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"

#include "desk/moei-row-selection.h"
#include "desk/moei-table.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-place.h"

#define N_MANY 200

static char *
get_name (gpointer item,
          gpointer user_data)
{
  const MoeiText *name = moei_place_get_name (item);

  return g_strdup (name != NULL ? moei_text_get (name, moei_language_get_current ()) : moei_entity_get_id (item));
}

static char *
get_people (gpointer item,
            gpointer user_data)
{
  return moei_format_count (moei_language_get_current (), moei_place_get_people (item));
}

static gint64
get_people_key (gpointer item,
                gpointer user_data)
{
  return moei_table_count_key (moei_place_get_people (item));
}

static char *
get_holder (gpointer item,
            gpointer user_data)
{
  return g_strdup (moei_place_get_holder (item));
}

static const MoeiTableColumn columns[] = {
  { .id = "name", .title = "Flight", .flags = MOEI_TABLE_COLUMN_NAME | MOEI_TABLE_COLUMN_EXPAND, .text = get_name },
  { .id = "people", .title = "People", .flags = MOEI_TABLE_COLUMN_NUMERIC, .text = get_people, .key = get_people_key },
  { .id = "holder", .title = "Status", .from_width = 600, .text = get_holder },
};

static MoeiPlace *
new_place (const char *id,
           const char *en,
           const char *th,
           const char *zh_cn,
           int         people)
{
  g_autoptr (MoeiText) name = moei_text_new (en, th, NULL, zh_cn);

  return g_object_new (MOEI_TYPE_PLACE, "id", id, "name", name, "people", people, "holder", "BGF", NULL);
}

static MoeiCollection *
new_places (void)
{
  MoeiCollection *places = moei_collection_new (MOEI_TYPE_PLACE);

  moei_collection_append (places, new_place ("b", "Mango", "เกาะ", "重庆", 30));
  moei_collection_append (places, new_place ("a", "apple", "ขนม", "安徽", -1));
  moei_collection_append (places, new_place ("c", "Mapple", "กา", "北京", 4));
  return places;
}

static MoeiCollection *
new_many (void)
{
  MoeiCollection *places = moei_collection_new (MOEI_TYPE_PLACE);

  for (int i = 0; i < N_MANY; i++) {
    g_autofree char *id = g_strdup_printf ("place-%03d", i);

    moei_collection_append (places, new_place (id, id, NULL, NULL, i));
  }
  return places;
}

static MoeiTable *
new_table (MoeiCollection *places)
{
  MoeiTable *table = g_object_new (MOEI_TYPE_TABLE, "label", "Places", "empty-text", "None",
                                   "as-of", "20 March 2025, as of 14:12", NULL);

  moei_table_add_columns (table, columns, G_N_ELEMENTS (columns), NULL);
  g_object_set (table, "model", places, NULL);
  return table;
}

static GListModel *
get_rows (MoeiTable *table)
{
  return G_LIST_MODEL (gtk_column_view_get_model (
    GTK_COLUMN_VIEW (desk_test_find_by_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW))));
}

static char *
get_order (MoeiTable *table)
{
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_rows (table)); i++) {
    g_autoptr (MoeiEntity) item = g_list_model_get_item (get_rows (table), i);

    g_string_append (order, moei_entity_get_id (item));
  }
  return g_string_free (order, FALSE);
}

static void
assert_order (MoeiTable  *table,
              const char *expected)
{
  g_autofree char *order = get_order (table);

  g_assert_cmpstr (order, ==, expected);
}

static void
assert_selected (MoeiTable  *table,
                 const char *id)
{
  g_autoptr (MoeiEntity) selected = NULL;

  g_object_get (table, "selected", &selected, NULL);
  g_assert_cmpstr (selected != NULL ? moei_entity_get_id (selected) : NULL, ==, id);
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiCollection) places = new_places ();
  GtkWidget *table = g_object_ref_sink (GTK_WIDGET (new_table (places)));

  g_assert_finalize_object (table);
  g_assert_finalize_object (g_steal_pointer (&places));
}

/* As a dictionary of the language has them, and an unknown count last. */
static void
test_sort (void)
{
  g_autoptr (MoeiCollection) places = new_places ();
  g_autoptr (MoeiTable) table = g_object_ref_sink (new_table (places));

  assert_order (table, "bac");
  moei_table_sort_by (table, "name", GTK_SORT_ASCENDING);
  assert_order (table, "abc");
  moei_table_sort_by (table, "name", GTK_SORT_DESCENDING);
  assert_order (table, "cba");
  moei_table_sort_by (table, "people", GTK_SORT_ASCENDING);
  assert_order (table, "cba");
  moei_table_sort_by (table, "name", GTK_SORT_ASCENDING);
  assert_order (table, "abc");
  moei_language_push (MOEI_LANGUAGE_TH);
  moei_table_refresh (table);
  assert_order (table, "cba");
  moei_language_pop ();
  moei_language_push (MOEI_LANGUAGE_ZH_CN);
  moei_table_refresh (table);
  assert_order (table, "acb");
  moei_language_pop ();
}

/* What is not known is last in either order, also where nothing is written. */
static void
test_sort_unknown (void)
{
  g_autoptr (MoeiCollection) places = new_places ();
  g_autoptr (MoeiTable) table = g_object_ref_sink (new_table (places));

  moei_table_sort_by (table, "people", GTK_SORT_DESCENDING);
  assert_order (table, "bca");
  moei_table_sort_by (table, "people", GTK_SORT_ASCENDING);
  assert_order (table, "cba");
  g_object_set (moei_collection_lookup (places, "b"), "holder", NULL, NULL);
  moei_table_sort_by (table, "holder", GTK_SORT_DESCENDING);
  assert_order (table, "acb");
  moei_table_sort_by (table, "holder", GTK_SORT_ASCENDING);
  assert_order (table, "acb");
}

/* As a click on a head does it, which GTK tells as the same order turned round. */
static void
test_sort_turned_round (void)
{
  g_autoptr (MoeiCollection) places = new_places ();
  MoeiTable *table = new_table (places);

  desk_test_present (GTK_WIDGET (table));
  gtk_widget_activate_action (GTK_WIDGET (table), "table.sort", "s", "people");
  assert_order (table, "cba");
  gtk_widget_activate_action (GTK_WIDGET (table), "table.sort", "s", "people");
  assert_order (table, "bca");
  gtk_widget_activate_action (GTK_WIDGET (table), "table.sort", "s", "people");
  assert_order (table, "cba");
}

static void
test_sort_by_keys (void)
{
  g_autoptr (MoeiCollection) places = new_places ();
  MoeiTable *table = new_table (places);

  desk_test_present (GTK_WIDGET (table));
  gtk_widget_activate_action (GTK_WIDGET (table), "table.sort", "s", "name");
  assert_order (table, "abc");
  gtk_widget_activate_action (GTK_WIDGET (table), "table.sort", "s", "name");
  assert_order (table, "cba");
}

static char *
get_sentence (gpointer item,
              gpointer user_data)
{
  return g_strdup ("Whoever reads this reads some words that do not stand in one line");
}

static GtkWidget *
find_label (GtkWidget  *within,
            const char *text)
{
  if (GTK_IS_LABEL (within) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (within)), text) == 0)
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_label (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* A column for which there is no room makes no row higher, or less high, than
 * its words are. */
static void
test_row_height (void)
{
  static const MoeiTableColumn few[] = {
    { .id = "name", .title = "Flight", .flags = MOEI_TABLE_COLUMN_NAME, .text = get_name },
    { .id = "holder", .title = "Status", .from_width = 100000, .text = get_holder },
    { .id = "people", .title = "People", .flags = MOEI_TABLE_COLUMN_NUMERIC, .text = get_people },
    { .id = "words", .title = "Flight", .flags = MOEI_TABLE_COLUMN_EXPAND, .text = get_sentence },
  };
  g_autoptr (MoeiCollection) places = new_places ();
  MoeiTable *table = g_object_new (MOEI_TYPE_TABLE, "label", "Places", "width-request", 300, NULL);
  g_autofree char *sentence = get_sentence (NULL, NULL);
  GtkWidget *label;
  int height;

  moei_table_add_columns (table, few, G_N_ELEMENTS (few), NULL);
  g_object_set (table, "model", places, "halign", GTK_ALIGN_START, NULL);
  desk_test_present (GTK_WIDGET (table));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (table));
  label = find_label (GTK_WIDGET (table), sentence);
  g_assert_nonnull (label);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (label), &height, NULL, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (label), ==, height);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), >, 1);
}

static void
test_describe (void)
{
  g_autoptr (MoeiCollection) places = new_places ();
  g_autoptr (MoeiTable) table = g_object_ref_sink (new_table (places));
  g_autofree char *english = moei_table_describe (table, moei_collection_lookup (places, "b"));
  g_autofree char *thai = NULL;

  g_assert_cmpstr (english, ==, "Flight: Mango\nPeople: 30\nStatus: BGF\n20 March 2025, as of 14:12");
  moei_language_push (MOEI_LANGUAGE_TH);
  thai = moei_table_describe (table, moei_collection_lookup (places, "b"));
  moei_language_pop ();
  g_assert_nonnull (strstr (thai, "เกาะ"));
  g_assert_null (strstr (thai, "Flight"));
}

static void
read_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy (void)
{
  g_autoptr (MoeiCollection) places = new_places ();
  MoeiTable *table = new_table (places);
  g_autofree char *text = NULL;

  desk_test_present (GTK_WIDGET (table));
  g_assert_true (moei_table_select (table, "b"));
  gtk_widget_activate_action (GTK_WIDGET (table), "table.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (table)), NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "Flight: Mango\nPeople: 30\nStatus: BGF\n20 March 2025, as of 14:12");
}

static void
test_selection (void)
{
  g_autoptr (MoeiCollection) places = new_places ();
  g_autoptr (MoeiCollection) fresh = new_places ();
  g_autoptr (MoeiTable) table = g_object_ref_sink (new_table (places));
  g_autoptr (MoeiPlace) elsewhere = new_place ("elsewhere", "Elsewhere", NULL, NULL, 1);

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_rows (table)), 1, TRUE);
  assert_selected (table, "a");
  moei_table_sort_by (table, "name", GTK_SORT_ASCENDING);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_rows (table)), 0));

  /* Other objects of the same ids */
  g_object_set (table, "model", fresh, NULL);
  assert_selected (table, "a");
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_rows (table)), 0));

  /* It goes with its row; what never had one stays. */
  moei_collection_clear (fresh);
  assert_selected (table, NULL);
  g_object_set (table, "selected", elsewhere, NULL);
  g_object_set (table, "model", places, NULL);
  assert_selected (table, "elsewhere");
  g_assert_false (moei_table_select (table, "nothing"));
  assert_selected (table, NULL);
}

static void
test_empty (void)
{
  g_autoptr (MoeiCollection) places = new_places ();
  MoeiTable *table = new_table (places);

  desk_test_present (GTK_WIDGET (table));
  g_assert_true (desk_test_shows (GTK_WIDGET (table), "Mango"));
  moei_collection_clear (places);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                     GTK_STACK (desk_test_find_by_type (GTK_WIDGET (table), GTK_TYPE_STACK))), ==, "empty");
  g_assert_true (desk_test_shows (GTK_WIDGET (table), "None"));
}

static void
test_typing (void)
{
  g_autoptr (MoeiCollection) places = new_places ();
  MoeiTable *table = new_table (places);

  desk_test_present (GTK_WIDGET (table));
  moei_table_type (table, "m");
  assert_selected (table, "b");
  moei_table_type (table, "a");
  moei_table_type (table, "P");
  assert_selected (table, "c");
  moei_table_type (table, "x");
  assert_selected (table, "c");
}

/* As an input method commits it. */
static void
test_typing_chinese (void)
{
  g_autoptr (MoeiCollection) places = new_places ();
  MoeiTable *table;

  moei_collection_append (places, new_place ("d", "Bridge", NULL, "北桥", 1));
  moei_language_push (MOEI_LANGUAGE_ZH_CN);
  table = new_table (places);
  desk_test_present (GTK_WIDGET (table));
  moei_table_type (table, "北");
  moei_table_type (table, "桥");
  assert_selected (table, "d");
  moei_language_pop ();
}

static GtkWidget *
get_list (MoeiTable *table)
{
  return desk_test_find_by_type (GTK_WIDGET (table), GTK_TYPE_LIST_VIEW);
}

/* The row has the focus, so it must say what its cells show, as they change. */
static void
test_rows_are_read (void)
{
  g_autoptr (MoeiCollection) places = new_places ();
  MoeiTable *table = new_table (places);
  GtkWidget *row;

  desk_test_present (GTK_WIDGET (table));
  gtk_test_accessible_assert_property (get_list (table), GTK_ACCESSIBLE_PROPERTY_LABEL, "Places");
  row = gtk_widget_get_first_child (get_list (table));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Flight: Mango, People: 30, Status: BGF");
  g_object_set (moei_collection_lookup (places, "b"), "people", 29, NULL);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Flight: Mango, People: 29, Status: BGF");
  g_assert_true (desk_test_shows (row, "29"));
}

/* Where there are more rows than room, none is cut at the end. */
static void
test_whole_rows (void)
{
  g_autoptr (MoeiCollection) places = new_many ();
  MoeiTable *table = new_table (places);
  GtkWidget *list;
  GtkAdjustment *down;
  graphene_rect_t bounds;
  double spare;

  moei_table_keep_rows_whole (table);
  desk_test_present (GTK_WIDGET (table));
  for (int i = 0; i < 4; i++) {
    gtk_widget_queue_draw (GTK_WIDGET (table));
    gtk_test_widget_wait_for_draw (GTK_WIDGET (table));
  }
  list = get_list (table);
  down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_first_child (list), list, &bounds));
  spare = gtk_adjustment_get_page_size (down) / bounds.size.height;
  g_assert_cmpfloat (spare, >, 2);
  g_assert_cmpfloat_with_epsilon (spare, (int) (spare + 0.5), 0.05);
}

static float
get_y (MoeiTable  *table,
       const char *text)
{
  GtkWidget *label = find_label (GTK_WIDGET (table), text);
  graphene_rect_t bounds;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_bounds (label, GTK_WIDGET (table), &bounds));
  return bounds.origin.y;
}

/* One round of what the service may do to whoever reads in the middle:
 * figures change, rows come above, rows go below. */
static void
shake (MoeiCollection *places,
       int             round)
{
  g_autoptr (MoeiCollection) fresh = moei_collection_new (MOEI_TYPE_PLACE);
  g_autofree char *above = g_strdup_printf ("above-%02d", round);
  guint n = moei_collection_size (places);

  moei_collection_append (fresh, new_place (above, above, NULL, NULL, 0));
  for (guint i = 0; i < n; i++) {
    MoeiPlace *place = moei_collection_get (places, i);
    const char *id = moei_entity_get_id (MOEI_ENTITY (place));

    if (i + 1 < n || g_str_has_prefix (id, "above"))
      moei_collection_append (fresh, new_place (id, id, NULL, NULL, moei_place_get_people (place) + 1));
  }
  moei_collection_merge (places, fresh);
}

static void
scroll_to (MoeiTable  *table,
           const char *id)
{
  g_assert_true (moei_table_select (table, id));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (table));
  moei_table_focus_row (table);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (table));
}

static void
test_nothing_jumps (void)
{
  g_autoptr (MoeiCollection) places = new_many ();
  MoeiTable *table = new_table (places);
  GtkWidget *focus;
  float y;

  desk_test_present (GTK_WIDGET (table));
  moei_table_sort_by (table, "name", GTK_SORT_ASCENDING);
  scroll_to (table, "place-100");
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (table)));
  g_assert_nonnull (find_label (focus, "place-100"));
  y = get_y (table, "place-100");

  for (int round = 0; round < 30; round++) {
    shake (places, round);
    moei_table_refresh (table);
    gtk_test_widget_wait_for_draw (GTK_WIDGET (table));
    g_assert_cmpfloat_with_epsilon (get_y (table, "place-100"), y, 1.0);
    assert_selected (table, "place-100");
    g_assert_true (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (table))) == focus);
    g_assert_nonnull (find_label (focus, "place-100"));
  }
}

/* The row comes to be the first below the heads, also if the table was not
 * seen when it was asked for. */
static void
test_show_from (void)
{
  g_autoptr (MoeiCollection) places = new_many ();
  MoeiTable *table = new_table (places);
  float first;

  moei_table_show_from (table, 0);
  desk_test_present (GTK_WIDGET (table));
  first = get_y (table, "place-000");
  moei_table_show_from (table, 100);
  for (int i = 0; i < 4; i++)
    gtk_test_widget_wait_for_draw (GTK_WIDGET (table));
  g_assert_cmpfloat_with_epsilon (get_y (table, "place-100"), first, 4.0);
}

/* The focus stays in the rows when its own row goes. */
static void
test_focus_outlives_row (void)
{
  g_autoptr (MoeiCollection) places = new_places ();
  g_autoptr (MoeiCollection) fresh = moei_collection_new (MOEI_TYPE_PLACE);
  MoeiTable *table = new_table (places);
  GtkWidget *focus;

  desk_test_present (GTK_WIDGET (table));
  moei_collection_append (fresh, new_place ("a", "apple", NULL, NULL, 1));
  scroll_to (table, "b");
  moei_collection_merge (places, fresh);
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (table)));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (table)));
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/table/new-destroy", test_new_destroy);
  g_test_add_func ("/table/sort", test_sort);
  g_test_add_func ("/table/sort-unknown", test_sort_unknown);
  g_test_add_func ("/table/sort-turned-round", test_sort_turned_round);
  g_test_add_func ("/table/sort-by-keys", test_sort_by_keys);
  g_test_add_func ("/table/row-height", test_row_height);
  g_test_add_func ("/table/describe", test_describe);
  g_test_add_func ("/table/copy", test_copy);
  g_test_add_func ("/table/selection", test_selection);
  g_test_add_func ("/table/empty", test_empty);
  g_test_add_func ("/table/whole-rows", test_whole_rows);
  g_test_add_func ("/table/typing", test_typing);
  g_test_add_func ("/table/typing-chinese", test_typing_chinese);
  g_test_add_func ("/table/rows-are-read", test_rows_are_read);
  g_test_add_func ("/table/nothing-jumps", test_nothing_jumps);
  g_test_add_func ("/table/show-from", test_show_from);
  g_test_add_func ("/table/focus-outlives-row", test_focus_outlives_row);

  return g_test_run ();
}
