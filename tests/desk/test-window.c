/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"

#include "desk/moei-detail-card.h"
#include "desk/moei-place-list.h"
#include "desk/moei-situation-page.h"
#include "desk/moei-today-card.h"
#include "desk/moei-window.h"
#include "language/moei-language.h"
#include "map/moei-projection.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-quota-day.h"

static AdwApplication *application;

static MoeiWindow *
new_window (MoeiOperation *operation)
{
  MoeiWindow *window = moei_window_new (application, operation);

  g_object_set (window, "now", sample_operation_get_now (), NULL);
  return window;
}

static const char *
get_page (MoeiWindow *window)
{
  GtkWidget *situation = desk_test_find_by_type (GTK_WIDGET (window), MOEI_TYPE_SITUATION_PAGE);

  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_ancestor (situation, GTK_TYPE_STACK)));
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWindow *window = new_window (operation);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (window);
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  guint *n = user_data;

  (*n)++;
}

/* What it is told each second must not redraw what stays the same. */
static void
test_quiet_when_nothing_is_new (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWindow *window = new_window (operation);
  guint n = 0;

  for (int i = 0; i < 2; i++) {
    g_object_set (window, "state", MOEI_DATA_STATE_LATE, "age", (gint64) 7, "service", "https://moei.example/",
                  "problem", "It does not answer", "denied", TRUE, "skew", (gint64) 90, NULL);
    g_signal_connect (window, "notify", G_CALLBACK (count_cb), &n);
  }
  g_assert_cmpuint (n, ==, 0);
  g_object_set (window, "age", (gint64) 8, NULL);
  g_assert_cmpuint (n, ==, 2);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Unset, empty, loading, denied and broken are five different pictures, and
 * none of them comes before the last good one. */
static void
test_pages (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiOperation) fresh = sample_operation_new ();
  MoeiWindow *window = new_window (operation);

  g_assert_cmpstr (get_page (window), ==, "loading");
  g_object_set (window, "problem", "<moei.example> does not answer", NULL);
  g_assert_cmpstr (get_page (window), ==, "broken");
  g_assert_true (desk_test_shows (GTK_WIDGET (window), "<moei.example> does not answer"));
  g_object_set (window, "denied", TRUE, NULL);
  g_assert_cmpstr (get_page (window), ==, "denied");
  g_object_set (window, "denied", FALSE, "problem", NULL, "state", MOEI_DATA_STATE_LIVE, NULL);
  g_assert_cmpstr (get_page (window), ==, "loading");
  g_object_set (operation, "epoch", "e1", NULL);
  g_assert_cmpstr (get_page (window), ==, "loading");
  g_object_set (operation, "week", "2025-W12", NULL);
  g_assert_cmpstr (get_page (window), ==, "empty");
  g_object_set (window, "service", "", "problem", "“” cannot be an address", NULL);
  g_assert_cmpstr (get_page (window), ==, "unset");
  g_object_set (window, "service", "https://moei.example/", "problem", NULL, NULL);
  g_assert_cmpstr (get_page (window), ==, "empty");

  moei_collection_merge (moei_operation_get_places (operation), moei_operation_get_places (fresh));
  g_assert_cmpstr (get_page (window), ==, "pages");
  g_object_set (window, "problem", "moei.example does not answer", "state", MOEI_DATA_STATE_OFFLINE, NULL);
  g_assert_cmpstr (get_page (window), ==, "pages");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A service without an operation still has a week, of seven days of which
 * nothing is said. */
static void
test_empty_store (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiOperation) empty = moei_operation_new ();
  g_autoptr (MoeiOperation) fresh = sample_operation_new ();
  MoeiWindow *window = new_window (operation);

  for (guint i = 0; i < 7; i++) {
    MoeiEntity *day = moei_collection_get (moei_operation_get_days (fresh), i);

    moei_collection_append (moei_operation_get_days (empty),
                            g_object_new (MOEI_TYPE_QUOTA_DAY, "id", moei_entity_get_id (day), NULL));
  }
  g_object_set (window, "state", MOEI_DATA_STATE_LIVE, "service", "https://moei.example/", NULL);
  g_object_set (operation, "epoch", "e1", "week", "2025-W12", NULL);
  moei_collection_merge (moei_operation_get_days (operation), moei_operation_get_days (empty));
  g_assert_cmpstr (get_page (window), ==, "empty");
  g_assert_true (desk_test_shows (GTK_WIDGET (window), "Nothing is reported yet"));

  moei_collection_merge (moei_operation_get_days (operation), moei_operation_get_days (fresh));
  g_assert_cmpstr (get_page (window), ==, "pages");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_exercise (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWindow *window = new_window (operation);

  g_assert_true (desk_test_shows (GTK_WIDGET (window), "EXERCISE"));
  g_object_set (operation, "exercise", FALSE, NULL);
  g_assert_false (desk_test_shows (GTK_WIDGET (window), "EXERCISE"));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pill_and_clocks (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWindow *window = new_window (operation);

  g_object_set (window, "state", MOEI_DATA_STATE_LIVE, "age", (gint64) 4, NULL);
  g_assert_true (desk_test_shows (GTK_WIDGET (window), "Live · 4 s"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (window), "stale"));
  g_object_set (window, "state", MOEI_DATA_STATE_OFFLINE, "age", (gint64) 180, NULL);
  g_assert_true (desk_test_shows (GTK_WIDGET (window), "Offline · 3 min"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), "stale"));
  g_assert_true (desk_test_shows (GTK_WIDGET (window), "14:30"));
  g_assert_true (desk_test_shows (GTK_WIDGET (window), "15:00"));
  g_assert_true (desk_test_shows (GTK_WIDGET (window), "16:00"));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_skew_is_said (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWindow *window = new_window (operation);

  g_object_set (window, "skew", (gint64) 60, NULL);
  g_assert_false (desk_test_shows (GTK_WIDGET (window), "The clock of this computer is 1 min behind the service's."));
  g_object_set (window, "skew", (gint64) 180, NULL);
  g_assert_true (desk_test_shows (GTK_WIDGET (window), "The clock of this computer is 3 min behind the service's."));
  g_object_set (window, "skew", (gint64) -180, NULL);
  g_assert_true (desk_test_shows (GTK_WIDGET (window), "The clock of this computer is 3 min ahead of the service's."));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* At midnight in Bangkok yesterday's flights go, and the selected one with them. */
static void
test_selected_vanishes (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (MoeiOperation) tomorrow = sample_operation_new ();
  MoeiWindow *window = new_window (operation);
  MoeiSituationPage *page = moei_window_get_situation (window);
  MoeiEntity *selected;

  moei_collection_append (moei_operation_get_convoys (operation),
                          g_object_new (MOEI_TYPE_CONVOY, "id", "convoy-1", "number", 1, NULL));
  g_object_set (page, "selected", moei_collection_lookup (moei_operation_get_convoys (operation), "convoy-1"), NULL);
  g_assert_true (desk_test_shows (GTK_WIDGET (page), "Convoy 1"));

  /* Another flight, yet the same convoy: it stays. */
  moei_collection_append (moei_operation_get_flights (tomorrow),
                          g_object_new (MOEI_TYPE_FLIGHT, "id", "flight-9", "from", "mae-sot", NULL));
  moei_collection_merge (moei_operation_get_flights (operation), moei_operation_get_flights (tomorrow));
  g_object_get (page, "selected", &selected, NULL);
  g_assert_nonnull (selected);
  g_object_unref (selected);

  moei_collection_merge (moei_operation_get_convoys (operation), moei_operation_get_convoys (tomorrow));
  g_object_get (page, "selected", &selected, NULL);
  g_assert_null (selected);
  g_assert_false (desk_test_shows (GTK_WIDGET (page), "Convoy 1"));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_language_keeps_selection (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWindow *english = new_window (operation), *thai;
  gpointer place = moei_collection_lookup (moei_operation_get_places (operation), "kk-park");
  g_autoptr (MoeiEntity) selected = NULL;
  GtkWidget *page;

  page = desk_test_find_by_type (GTK_WIDGET (english), MOEI_TYPE_SITUATION_PAGE);
  g_object_set (page, "selected", place, NULL);
  g_assert_true (desk_test_shows (page, "KK Park"));
  g_assert_true (desk_test_shows (page, "7,141"));

  moei_language_set_current (MOEI_LANGUAGE_TH);
  thai = new_window (operation);
  moei_window_take_place (thai, english);
  gtk_window_destroy (GTK_WINDOW (english));

  page = desk_test_find_by_type (GTK_WIDGET (thai), MOEI_TYPE_SITUATION_PAGE);
  g_object_get (page, "selected", &selected, NULL);
  g_assert_true ((gpointer) selected == place);
  g_assert_true (desk_test_shows (page, "เคเคปาร์ค"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (thai)), ==, "การส่งกลับผ่านแม่สอด");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (thai), "lang-th"));

  gtk_window_destroy (GTK_WINDOW (thai));
  moei_language_set_current (MOEI_LANGUAGE_EN);
}

/* The page is an action's state; what is selected keeps its place in a new
 * language, and a page that there is not changes nothing. */
static void
test_turn_pages (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWindow *window = new_window (operation);
  g_autofree char *page = NULL;
  g_autoptr (GVariant) state = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "nowhere"));
  g_object_get (moei_window_get_pages (window), "page", &page, NULL);
  g_assert_cmpstr (page, ==, "situation");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "week");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.previous-page", NULL);
  state = g_action_group_get_action_state (G_ACTION_GROUP (window), "page");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, "situation");

  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
get_selected_day (MoeiWindow *window)
{
  guint day;

  g_object_get (moei_pages_get_page (moei_window_get_pages (window), "week"), "selected", &day, NULL);
  return day;
}

/* From the situation's cards to the day that they speak of. */
static void
test_to_the_week (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWindow *window = new_window (operation);
  GtkWidget *today = desk_test_find_by_type (GTK_WIDGET (window), MOEI_TYPE_TODAY_CARD);
  guint day = moei_operation_get_operating_day (operation);
  g_autofree char *page = NULL;

  g_assert_true (gtk_widget_activate_action (today, "today.open", NULL));
  g_object_get (moei_window_get_pages (window), "page", &page, NULL);
  g_assert_cmpstr (page, ==, "week");
  g_assert_cmpuint (get_selected_day (window), ==, day);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "s", "day:2025-03-04");
  g_assert_cmpuint (get_selected_day (window), ==, day - 2);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Actions name what is to be shown; a name of nothing selects nothing. */
static void
test_show_by_name (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWindow *window = new_window (operation);
  static const char * const nothing[] = { "", ":", "place", "place:", "place:nowhere", "flight:kk-park", "person:1" };
  MoeiSituationPage *page = moei_window_get_situation (window);
  g_autoptr (MoeiEntity) selected = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++) {
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "s", nothing[i]);
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-on-map", "s", nothing[i]);
    g_object_get (page, "selected", &selected, NULL);
    g_assert_null (selected);
  }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-on-map", "s", "place:kk-park");
  g_object_get (page, "selected", &selected, NULL);
  g_assert_cmpstr (moei_entity_get_id (selected), ==, "kk-park");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whoever wants no motion is at once where the map would have flown. */
static void
test_no_motion (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GtkSettings *settings = gtk_settings_get_default ();
  MoeiWindow *window = new_window (operation);
  MoeiMapCanvas *canvas = moei_map_get_canvas (moei_situation_page_get_map (moei_window_get_situation (window)));
  MoeiPosition nanjing = { 118.86, 31.74 };
  MoeiProjector projector;

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  moei_map_canvas_look_at (canvas, nanjing, 12, TRUE);
  moei_map_canvas_project (canvas, &projector);
  g_assert_cmpfloat (projector.zoom, <, 12);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  moei_map_canvas_look_at (canvas, nanjing, 12, TRUE);
  moei_map_canvas_project (canvas, &projector);
  g_assert_cmpfloat_with_epsilon (projector.zoom, 12, 0.001);

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Escape closes what is open, wherever on the page the focus is; chosen in the
 * search, a place is selected and what is known of it has the focus. */
static void
test_chosen_and_closed (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  MoeiWindow *window = new_window (operation);
  MoeiSituationPage *page = moei_window_get_situation (window);
  gpointer place = moei_collection_lookup (moei_operation_get_places (operation), "kk-park");
  g_autoptr (MoeiEntity) selected = NULL;
  GtkWidget *card = desk_test_find_by_type (GTK_WIDGET (window), MOEI_TYPE_DETAIL_CARD);

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_signal_emit_by_name (desk_test_find_by_type (GTK_WIDGET (window), MOEI_TYPE_PLACE_LIST), "chosen", place);
  g_object_get (page, "selected", &selected, NULL);
  g_assert_true ((gpointer) selected == place);
  g_assert_nonnull (gtk_widget_get_focus_child (card));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "situation.deselect", NULL));
  g_clear_object (&selected);
  g_object_get (page, "selected", &selected, NULL);
  g_assert_null (selected);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  int result;

  desk_test_init (&argc, &argv);
  application = adw_application_new ("org.moei.Moei.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  g_test_add_func ("/window/new-destroy", test_new_destroy);
  g_test_add_func ("/window/quiet-when-nothing-is-new", test_quiet_when_nothing_is_new);
  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/empty-store", test_empty_store);
  g_test_add_func ("/window/exercise", test_exercise);
  g_test_add_func ("/window/pill-and-clocks", test_pill_and_clocks);
  g_test_add_func ("/window/skew-is-said", test_skew_is_said);
  g_test_add_func ("/window/selected-vanishes", test_selected_vanishes);
  g_test_add_func ("/window/language-keeps-selection", test_language_keeps_selection);
  g_test_add_func ("/window/turn-pages", test_turn_pages);
  g_test_add_func ("/window/to-the-week", test_to_the_week);
  g_test_add_func ("/window/show-by-name", test_show_by_name);
  g_test_add_func ("/window/no-motion", test_no_motion);
  g_test_add_func ("/window/chosen-and-closed", test_chosen_and_closed);

  result = g_test_run ();
  g_object_unref (application);
  return result;
}
