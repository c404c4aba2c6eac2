/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"
#include "sample-traffic.h"

#include "desk/moei-place-list.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-nationality.h"
#include "operation/moei-notice.h"
#include "operation/moei-place.h"

static GtkWidget *
new_list (MoeiOperation *operation)
{
  return g_object_new (MOEI_TYPE_PLACE_LIST, "operation", operation, NULL);
}

static GtkListView *
get_view (GtkWidget *list)
{
  return GTK_LIST_VIEW (desk_test_find_by_type (list, GTK_TYPE_LIST_VIEW));
}

static GListModel *
get_rows (GtkWidget *list)
{
  return G_LIST_MODEL (gtk_list_view_get_model (get_view (list)));
}

static void
search (GtkWidget  *list,
        const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (desk_test_find_by_type (list, GTK_TYPE_SEARCH_ENTRY)), text);
}

static void
assert_first (GtkWidget  *list,
              const char *id)
{
  g_autoptr (MoeiEntity) first = g_list_model_get_item (get_rows (list), 0);

  g_assert_nonnull (first);
  g_assert_cmpstr (moei_entity_get_id (first), ==, id);
}

static void
assert_found (GtkWidget  *list,
              const char *text,
              const char *id,
              guint       n)
{
  gboolean found = FALSE;

  search (list, text);
  for (guint i = 0; i < g_list_model_get_n_items (get_rows (list)); i++) {
    g_autoptr (MoeiEntity) entity = g_list_model_get_item (get_rows (list), i);

    found |= g_strcmp0 (moei_entity_get_id (entity), id) == 0;
  }
  g_assert_true (found);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (list)), ==, n);
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GtkWidget *list = g_object_ref_sink (new_list (operation));

  g_assert_finalize_object (list);
  g_assert_finalize_object (g_steal_pointer (&operation));
}

/* All that there is: three places as a dictionary has them, a country, seven
 * days, six flights. */
static void
test_all (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) list = g_object_ref_sink (new_list (operation));

  g_assert_cmpuint (g_list_model_get_n_items (get_rows (list)), ==, 17);
  assert_first (list, "kk-park");
}

static void
test_search (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) list = g_object_ref_sink (new_list (operation));
  GtkStack *stack = GTK_STACK (desk_test_find_by_type (list, GTK_TYPE_STACK));

  search (list, "kk P");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (list)), ==, 1);
  assert_first (list, "kk-park");
  /* By a name in another language, and by where a flight goes. */
  search (list, "湄索");
  assert_first (list, "mae-sot");
  search (list, "nanjing");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (list)), ==, 7);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  search (list, "nowhere");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (list)), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
}

static guint
count_found (GtkWidget  *list,
             const char *text)
{
  search (list, text);
  return g_list_model_get_n_items (get_rows (list));
}

static void
add_named (MoeiOperation *operation)
{
  g_autoptr (MoeiText) country = moei_text_new ("Viet Nam", "เวียดนาม", "ဗီယက်နမ်", "越南");
  g_autoptr (MoeiText) headline = moei_text_new ("Bridge closed", "สะพานปิด", "တံတား ပိတ်ထားသည်", "桥已关闭");

  moei_collection_append (moei_operation_get_nationalities (operation),
                          g_object_new (MOEI_TYPE_NATIONALITY, "id", "VNM", "name", country, NULL));
  moei_collection_append (moei_operation_get_notices (operation),
                          g_object_new (MOEI_TYPE_NOTICE, "id", "closed", "headline", headline, NULL));
}

/* Whoever hears a name does not know in which language; a window in one finds
 * what is written in all. */
static void
test_four_languages (void)
{
  for (MoeiLanguage language = 0; language < MOEI_N_LANGUAGES; language++) {
    g_autoptr (MoeiOperation) operation = sample_operation_new ();
    g_autoptr (GtkWidget) list = NULL;

    moei_language_push (language);
    sample_traffic_add (operation);
    add_named (operation);
    list = g_object_ref_sink (new_list (operation));
    /* The airport of Nanjing and six flights there, by four names and a code */
    g_assert_cmpuint (count_found (list, "Nanjing EX"), ==, 6);
    g_assert_cmpuint (count_found (list, "หนานจิง EX"), ==, 6);
    g_assert_cmpuint (count_found (list, "နန်ကျင်း EX"), ==, 6);
    g_assert_cmpuint (count_found (list, "南京 EX"), ==, 6);
    g_assert_cmpuint (count_found (list, "nkg EX"), ==, 6);
    g_assert_cmpuint (count_found (list, "ex604"), ==, 1);
    g_assert_cmpuint (count_found (list, "ex ၆၀၄"), ==, 1);
    /* A day is found by its date, with what goes on it. */
    assert_found (list, "7 March", "2025-03-07", 3);
    assert_found (list, "7 มีนาคม 2568", "2025-03-07", 3);
    assert_found (list, "၇ မတ်", "2025-03-07", 3);
    assert_found (list, "3月7日", "2025-03-07", 3);
    assert_found (list, "CHN", "nanjing", 8);
    assert_found (list, "Convoy 2", "convoy-2", 1);
    assert_found (list, "ယာဉ်တန်း ၂", "convoy-2", 1);
    assert_found (list, "ဗီယက်", "VNM", 1);
    assert_found (list, "越南", "VNM", 1);
    assert_found (list, "เวียดนาม", "VNM", 1);
    assert_found (list, "တံတား ပိတ်", "closed", 1);
    assert_found (list, "桥已关", "closed", 1);
    assert_found (list, "KK园区", "kk-park", 1);
    moei_language_pop ();
  }
}

static void
chosen_cb (GtkWidget   *list,
           MoeiEntity  *entity,
           MoeiEntity **chosen)
{
  *chosen = entity;
}

static void
test_chosen (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) list = g_object_ref_sink (new_list (operation));
  gpointer place = moei_collection_lookup (moei_operation_get_places (operation), "kk-park");
  MoeiEntity *chosen = NULL;

  g_signal_connect (list, "chosen", G_CALLBACK (chosen_cb), &chosen);
  search (list, "nowhere");
  g_signal_emit_by_name (desk_test_find_by_type (list, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_null (chosen);
  search (list, "park");
  g_signal_emit_by_name (desk_test_find_by_type (list, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_true ((gpointer) chosen == place);
}

static GtkWidget *
get_first_row (GtkWidget *list)
{
  return gtk_widget_get_first_child (GTK_WIDGET (get_view (list)));
}

/* A row is read with name, state and value, and as they change. */
static void
test_rows_are_read (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GtkWidget *list = new_list (operation);
  gpointer place = moei_collection_lookup (moei_operation_get_places (operation), "kk-park");

  desk_test_present (list);
  moei_place_list_popup (MOEI_PLACE_LIST (list));
  gtk_test_widget_wait_for_draw (list);
  search (list, "park");
  g_assert_true (desk_test_shows (list, "1,840"));
  gtk_test_accessible_assert_property (get_first_row (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "KK Park, Compound · People held, people: 1,840");
  g_object_set (place, "people", 1790, "state", MOEI_PLACE_STATE_CLEARING, NULL);
  gtk_test_accessible_assert_property (get_first_row (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "KK Park, Compound · Being cleared, people: 1,790");
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/place-list/new-destroy", test_new_destroy);
  g_test_add_func ("/place-list/all", test_all);
  g_test_add_func ("/place-list/search", test_search);
  g_test_add_func ("/place-list/four-languages", test_four_languages);
  g_test_add_func ("/place-list/chosen", test_chosen);
  g_test_add_func ("/place-list/rows-are-read", test_rows_are_read);

  return g_test_run ();
}
