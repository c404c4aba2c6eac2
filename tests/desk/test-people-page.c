/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"

#include "desk/moei-country-card.h"
#include "desk/moei-figure.h"
#include "desk/moei-page.h"
#include "desk/moei-people-page.h"
#include "desk/moei-preferences.h"
#include "desk/moei-stage-stack.h"
#include "desk/moei-table.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"
#include "operation/moei-holding.h"
#include "operation/moei-referral.h"
#include "operation/moei-report.h"
#include "operation/moei-roll-row.h"
#include "operation/moei-roll.h"

#define DAY ((gint64) 24 * 3600 * G_USEC_PER_SEC)

static MoeiNationality *
add_country (MoeiOperation *operation,
             const char    *id,
             const char    *en,
             int            held,
             int            listed,
             int            departed)
{
  g_autoptr (MoeiText) name = moei_text_new (en, NULL, NULL, NULL);
  MoeiNationality *country = g_object_new (MOEI_TYPE_NATIONALITY, "id", id, "name", name, "held", held, "listed", listed,
                                           "screened", 0, "embassy-confirmed", 0, "slot-given", 0, "on-bus", 0,
                                           "at-airport", 0, "departed", departed, "longest-wait", 21,
                                           "readiness", MOEI_READINESS_WORKING, NULL);

  moei_collection_append (moei_operation_get_nationalities (operation), country);
  return country;
}

static void
add_report (MoeiNationality *country,
            const char      *id,
            const char      *owner,
            int              value,
            int              days_ago,
            const char      *replaces)
{
  moei_collection_append (moei_nationality_get_reports (country),
                          g_object_new (MOEI_TYPE_REPORT, "id", id, "stage", MOEI_STAGE_DEPARTED, "value", value,
                                        "owner", owner, "origin", MOEI_ORIGIN_REPORTED, "replaces", replaces,
                                        "observed", sample_operation_get_now () - days_ago * DAY, NULL));
}

static void
add_roll (MoeiOperation *operation)
{
  g_autoptr (MoeiText) name = moei_text_new ("List of the BGF", NULL, NULL, NULL);
  MoeiRoll *roll = g_object_new (MOEI_TYPE_ROLL, "id", "bgf", "name", name, "total", 7141, "owner", "BGF",
                                 "observed", sample_operation_get_now () - 9 * DAY, NULL);

  moei_collection_append (moei_roll_get_rows (roll), g_object_new (MOEI_TYPE_ROLL_ROW, "id", "CHN", "people", 7094, NULL));
  moei_collection_append (moei_roll_get_rows (roll), g_object_new (MOEI_TYPE_ROLL_ROW, "id", "KEN", "people", 64, NULL));
  moei_collection_append (moei_operation_get_rolls (operation), roll);
}

static MoeiOperation *
new_operation (void)
{
  MoeiOperation *operation = sample_operation_new ();
  MoeiNationality *country;

  moei_collection_clear (moei_operation_get_nationalities (operation));
  country = add_country (operation, "CHN", "China", 800, 1000, 3000);
  add_report (country, "bgf", "BGF", 7968, 7, NULL);
  add_report (country, "mfa", "Thai MFA", 4895, 0, "mfa-before");
  add_report (country, "mfa-before", "Thai MFA", 4800, 3, NULL);
  moei_collection_append (moei_nationality_get_holdings (country),
                          g_object_new (MOEI_TYPE_HOLDING, "id", "DKBA", "people", 47, "owner", "DKBA", NULL));
  moei_collection_append (moei_nationality_get_aftercare (country),
                          g_object_new (MOEI_TYPE_REFERRAL, "id", "legal", "people", 31, "owner", "China", NULL));
  add_country (operation, "KEN", "Kenya", 50, 30, 45);
  add_country (operation, "LAO", "Laos", 3, 11, 20);
  add_roll (operation);
  return operation;
}

static GtkWidget *
new_page (MoeiOperation   *operation,
          MoeiPreferences *preferences)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (MOEI_TYPE_PEOPLE_PAGE, "now", sample_operation_get_now (),
                                                     "operation", operation, NULL));

  g_object_set (page, "preferences", preferences, NULL);
  return page;
}

/* In a window until the end, so that it can have the focus. */
static GtkWidget *
new_shown (MoeiOperation   *operation,
           MoeiPreferences *preferences)
{
  GtkWidget *page = new_page (operation, preferences);

  desk_test_present (page);
  g_object_unref (page);
  return page;
}

static GListModel *
get_rows (GtkWidget *page)
{
  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (desk_test_find_by_type (page, GTK_TYPE_COLUMN_VIEW))));
}

/* Their ids, in the order of the rows. */
static char *
get_order (GtkWidget *page)
{
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_rows (page)); i++) {
    g_autoptr (GObject) row = g_list_model_get_item (get_rows (page), i);
    g_autofree char *id = NULL;

    g_object_get (row, "id", &id, NULL);
    g_string_append_printf (order, "%s%s", i > 0 ? " " : "", id);
  }
  return g_string_free (order, FALSE);
}

static void
assert_order (GtkWidget  *page,
              const char *expected)
{
  g_autofree char *order = get_order (page);

  g_assert_cmpstr (order, ==, expected);
}

/* A row as it is copied: all that its columns say. */
static char *
copy_row (GtkWidget  *page,
          const char *id)
{
  MoeiTable *table = MOEI_TABLE (desk_test_find_by_type (page, MOEI_TYPE_TABLE));

  for (guint i = 0; i < g_list_model_get_n_items (get_rows (page)); i++) {
    g_autoptr (GObject) row = g_list_model_get_item (get_rows (page), i);
    g_autofree char *its = NULL;

    g_object_get (row, "id", &its, NULL);
    if (g_str_equal (its, id))
      return moei_table_describe (table, row);
  }
  g_assert_not_reached ();
}

static void
assert_copies (GtkWidget  *page,
               const char *id,
               const char *line)
{
  g_autofree char *text = copy_row (page, id);

  if (strstr (text, line) == NULL)
    g_error ("“%s” is not in “%s”", line, text);
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiPreferences) preferences = moei_preferences_new ();
  GtkWidget *page = new_page (operation, preferences);

  g_assert_finalize_object (page);
  g_assert_finalize_object (g_steal_pointer (&preferences));
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
test_counts (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiPreferences) preferences = moei_preferences_new ();
  g_autoptr (GtkWidget) page = new_page (operation, preferences);

  /* All, then by how many wait. */
  assert_order (page, "* CHN KEN LAO");
  assert_copies (page, "*", "Country/region: All countries/regions");
  assert_copies (page, "*", "Held: 853");
  assert_copies (page, "*", "Waiting: 1,894");
  assert_copies (page, "*", "Departed: 3,065");
  assert_copies (page, "KEN", "Embassy: Working on papers");
  assert_copies (page, "KEN", "Longest wait: 21 days");
  assert_copies (page, "CHN", "Held by: DKBA 47");
  assert_copies (page, "CHN", "Cleared between: no forecast");
}

static void
test_my_country (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiPreferences) preferences = moei_preferences_new ();
  g_autoptr (GtkWidget) page = new_page (operation, preferences);

  g_assert_false (desk_test_shows (page, "days, longest wait"));
  g_object_set (preferences, "my-country", "LAO", NULL);
  assert_order (page, "* LAO CHN KEN");
  g_assert_true (desk_test_shows (page, "days, longest wait"));
  g_object_set (preferences, "my-country", "CHN", NULL);
  assert_order (page, "* CHN KEN LAO");
  g_assert_true (desk_test_shows (page, "1 figure in which owners differ"));
  /* A country that is not in this operation. */
  g_object_set (preferences, "my-country", "NZL", NULL);
  assert_order (page, "* CHN KEN LAO");
  g_assert_false (desk_test_shows (page, "days, longest wait"));
}

static void
test_chooser (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiPreferences) preferences = moei_preferences_new ();
  g_autoptr (GtkWidget) page = new_page (operation, preferences);
  GtkWidget *chooser = desk_test_find_by_type (page, GTK_TYPE_DROP_DOWN);

  /* None, China, Kenya, Laos */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 2);
  g_assert_cmpstr (moei_preferences_get_my_country (preferences), ==, "KEN");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 0);
  g_assert_cmpstr (moei_preferences_get_my_country (preferences), ==, "");
  g_object_set (preferences, "my-country", "LAO", NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (chooser)), ==, 3);
}

static void
test_sharing (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiPreferences) preferences = moei_preferences_new ();
  g_autoptr (GtkWidget) page = new_page (operation, preferences);
  GtkWidget *toggle = desk_test_find_by_type (page, GTK_TYPE_TOGGLE_BUTTON);
  const char *mark = "For sharing: counts below 5 are withheld, and others that would give them away.";

  assert_copies (page, "LAO", "Held: 3");
  g_assert_false (desk_test_shows (page, mark));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_cmpint (moei_preferences_get_withhold_below (preferences), ==, 5);
  g_assert_true (desk_test_shows (page, mark));
  /* 14 wait, 11 of them listed: that would tell the 3. */
  assert_copies (page, "LAO", "Held: <5");
  assert_copies (page, "LAO", "Listed: withheld");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
  assert_copies (page, "LAO", "Listed: 11");
  g_assert_false (desk_test_shows (page, mark));
}

/* What is withheld of a list is not told by the owner's report of the same, nor
 * by the list's total. */
static void
test_sharing_lists (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiPreferences) preferences = moei_preferences_new ();
  MoeiCollection *countries = moei_operation_get_nationalities (operation), *rolls = moei_operation_get_rolls (operation);
  MoeiRoll *few = g_object_new (MOEI_TYPE_ROLL, "id", "few", "total", 3, "owner", "DKBA", NULL);
  GtkWidget *page, *card;

  moei_collection_append (moei_roll_get_rows (few), g_object_new (MOEI_TYPE_ROLL_ROW, "id", "LAO", "people", 3, NULL));
  moei_collection_append (rolls, few);
  moei_collection_append (moei_roll_get_rows (moei_collection_lookup (rolls, "bgf")),
                          g_object_new (MOEI_TYPE_ROLL_ROW, "id", "LAO", "people", 2, NULL));
  add_report (moei_collection_lookup (countries, "KEN"), "list", "BGF", 64, 7, NULL);
  add_report (moei_collection_lookup (countries, "KEN"), "others", "Kenya", 65, 7, NULL);
  page = new_shown (operation, preferences);
  card = desk_test_find_by_type (page, MOEI_TYPE_COUNTRY_CARD);
  g_assert_true (desk_test_shows (page, "rows add to 3, as the list says"));
  moei_page_show (MOEI_PAGE (page), moei_collection_lookup (countries, "KEN"));
  g_assert_true (desk_test_shows (card, "64"));

  g_object_set (preferences, "withhold-below", 5, NULL);
  g_assert_false (desk_test_shows (page, "rows add to 3, as the list says"));
  g_assert_true (desk_test_shows (page, "Total withheld"));
  /* The 2 of Laos would be what is left of the total without Kenya's 64. */
  g_assert_true (desk_test_shows (page, "rows add to 7,160, the list says 7,141"));
  g_assert_false (desk_test_shows (card, "64"));
  g_assert_true (desk_test_shows (card, "65"));
  g_assert_true (desk_test_shows (card, "Difference withheld"));
}

/* Two figures, each with its owner and its date, and their difference. */
static void
test_disagreement (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiPreferences) preferences = moei_preferences_new ();
  GtkWidget *page = new_shown (operation, preferences);

  moei_page_show (MOEI_PAGE (page), moei_collection_lookup (moei_operation_get_nationalities (operation), "CHN"));
  g_assert_true (desk_test_shows (page, "Owners whose figures differ"));
  g_assert_true (desk_test_shows (page, "7,968"));
  g_assert_true (desk_test_shows (page, "27 February 2025"));
  g_assert_true (desk_test_shows (page, "4,895"));
  g_assert_true (desk_test_shows (page, "6 March 2025"));
  g_assert_true (desk_test_shows (page, "differ by 3,073"));
  g_assert_true (desk_test_shows (page, "Reported 7 days apart"));
  g_assert_false (desk_test_shows (page, "6,432"));
}

static void
test_reports (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiPreferences) preferences = moei_preferences_new ();
  GtkWidget *page = new_shown (operation, preferences);

  moei_page_show (MOEI_PAGE (page), moei_collection_lookup (moei_operation_get_nationalities (operation), "CHN"));
  g_assert_true (desk_test_shows (page, "Before: 4,800 (3 March 2025)"));
  g_assert_true (desk_test_shows (page, "After return"));
  g_assert_true (desk_test_shows (page, "31"));
  g_assert_true (desk_test_shows (page, "Thai MFA, 6 March 2025"));
  gtk_widget_activate_action (page, "people.close", NULL);
  g_assert_true (desk_test_shows (page, "Lists handed over"));
}

static void
test_roll (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiPreferences) preferences = moei_preferences_new ();
  GtkWidget *page = new_shown (operation, preferences);

  g_assert_true (desk_test_shows (page, "rows add to 7,158, the list says 7,141"));
  gtk_widget_activate_action (page, "people.roll", "s", "bgf");
  g_assert_true (desk_test_shows (page, "Total as the list says"));
  g_assert_true (desk_test_shows (page, "7,141"));
  g_object_set (moei_collection_lookup (moei_operation_get_rolls (operation), "bgf"), "total", 7158, NULL);
}

/* What is selected and what is read stay, whatever the others do. */
static void
test_keeps_its_place (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiPreferences) preferences = moei_preferences_new ();
  GtkWidget *page = new_shown (operation, preferences);
  MoeiTable *table = MOEI_TABLE (desk_test_find_by_type (page, MOEI_TYPE_TABLE));

  moei_page_show (MOEI_PAGE (page), moei_collection_lookup (moei_operation_get_nationalities (operation), "KEN"));
  for (int i = 0; i < 20; i++) {
    g_autoptr (MoeiOperation) fresh = new_operation ();
    g_autoptr (GObject) selected = NULL;
    g_autofree char *id = NULL;

    g_object_set (moei_collection_lookup (moei_operation_get_nationalities (fresh), "LAO"), "listed", 11 + i * 10, NULL);
    moei_collection_merge (moei_operation_get_nationalities (operation), moei_operation_get_nationalities (fresh));
    g_object_get (table, "selected", &selected, NULL);
    g_object_get (selected, "id", &id, NULL);
    g_assert_cmpstr (id, ==, "KEN");
  }
  assert_order (page, "* CHN LAO KEN");
}

static void
test_nothing_known (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiPreferences) preferences = moei_preferences_new ();
  g_autoptr (GtkWidget) page = new_page (operation, preferences);

  assert_order (page, "");
  g_assert_true (desk_test_shows (page, "No list is known."));
}

/* A number that is withheld has a part that tells nothing of it. */
static void
test_stack (void)
{
  g_autoptr (GtkWidget) first = g_object_ref_sink (moei_stage_stack_new ());
  GtkAllocation allocation = { 0, 0, 100, 14 };
  const int counts[MOEI_N_STAGES] = { -1, 50, -2, -1, 0, 0, 0, 0, 50 };
  int widths[MOEI_N_STAGES] = { 0 };
  int stage = MOEI_STAGE_HELD;

  moei_stage_stack_set_counts (MOEI_STAGE_STACK (first), counts);
  gtk_widget_measure (first, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (first, &allocation, -1);
  for (GtkWidget *part = gtk_widget_get_first_child (first); part != NULL; part = gtk_widget_get_next_sibling (part), stage++)
    widths[stage] = gtk_widget_get_child_visible (part) ? gtk_widget_get_allocated_width (part) : 0;
  g_assert_cmpint (widths[MOEI_STAGE_HELD], ==, 48);
  g_assert_cmpint (widths[MOEI_STAGE_LISTED], ==, 4);
  g_assert_cmpint (widths[MOEI_STAGE_SCREENED], ==, 0);
  g_assert_cmpint (widths[MOEI_STAGE_DEPARTED], ==, 48);
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/people-page/new-destroy", test_new_destroy);
  g_test_add_func ("/people-page/counts", test_counts);
  g_test_add_func ("/people-page/my-country", test_my_country);
  g_test_add_func ("/people-page/chooser", test_chooser);
  g_test_add_func ("/people-page/sharing", test_sharing);
  g_test_add_func ("/people-page/sharing-lists", test_sharing_lists);
  g_test_add_func ("/people-page/disagreement", test_disagreement);
  g_test_add_func ("/people-page/reports", test_reports);
  g_test_add_func ("/people-page/roll", test_roll);
  g_test_add_func ("/people-page/keeps-its-place", test_keeps_its_place);
  g_test_add_func ("/people-page/nothing-known", test_nothing_known);
  g_test_add_func ("/people-page/stack", test_stack);

  return g_test_run ();
}
