/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"

#include "desk/moei-log-mark.h"
#include "desk/moei-log-page.h"
#include "desk/moei-log-row.h"
#include "desk/moei-log.h"
#include "desk/moei-page-switcher.h"
#include "desk/moei-pages.h"
#include "language/moei-language.h"
#include "operation/moei-change.h"
#include "operation/moei-collection.h"
#include "operation/moei-notice.h"

#define HOUR ((gint64) 3600 * G_USEC_PER_SEC)
#define N_MANY 500

static void
add_change (MoeiCollection *changes,
            int             number,
            int             hours_ago,
            MoeiChangeKind  kind,
            const char     *entity,
            const char     *field,
            const char     *before,
            const char     *after)
{
  g_autofree char *id = g_strdup_printf ("%d", number);

  moei_collection_append (changes, g_object_new (MOEI_TYPE_CHANGE, "id", id, "kind", kind, "entity", entity,
                                                 "at", sample_operation_get_now () - hours_ago * HOUR, "field", field,
                                                 "before", before, "after", after, "place", "mae-sot",
                                                 "origin", MOEI_ORIGIN_REPORTED, "owner", "Mae Sot Airport", NULL));
}

/* The newest first, as the service gives them. */
static void
fill_changes (MoeiCollection *changes,
              gboolean        with_newer)
{
  if (with_newer)
    add_change (changes, 13, 0, MOEI_CHANGE_KIND_CONVOY, "c1", "people", "12", "14");
  add_change (changes, 12, 1, MOEI_CHANGE_KIND_FLIGHT, "flight-3", "state", "scheduled", "boarding");
  add_change (changes, 11, 2, MOEI_CHANGE_KIND_FLIGHT, "flight-4", "estimated", "2025-03-06T16:00:00+07:00",
              "2025-03-06T16:25:00+07:00");
  add_change (changes, 10, 20, MOEI_CHANGE_KIND_DAY, "2025-03-06", "quota", "250", "300");
}

static MoeiOperation *
new_operation (void)
{
  MoeiOperation *operation = sample_operation_new ();
  g_autoptr (MoeiText) headline = moei_text_new ("Bridge closed", NULL, NULL, NULL);
  g_autoptr (MoeiText) description = moei_text_new ("Nobody crosses.", NULL, NULL, NULL);
  const char *affects[] = { "kk-park", NULL };

  g_object_set (operation, "epoch", "e1", NULL);
  fill_changes (moei_operation_get_changes (operation), FALSE);
  moei_collection_append (moei_operation_get_notices (operation),
                          g_object_new (MOEI_TYPE_NOTICE, "id", "n1", "severity", MOEI_SEVERITY_SEVERE,
                                        "headline", headline, "description", description, "affects", affects,
                                        "owner", "Thai MFA", "origin", MOEI_ORIGIN_REPORTED,
                                        "effective", sample_operation_get_now () - 30 * HOUR, NULL));
  return operation;
}

static void
take_newer (MoeiOperation *operation)
{
  g_autoptr (MoeiCollection) fresh = moei_collection_new (MOEI_TYPE_CHANGE);

  fill_changes (fresh, TRUE);
  moei_collection_merge (moei_operation_get_changes (operation), fresh);
}

static char *
get_lines (MoeiLog *log)
{
  GListModel *entries = moei_log_get_entries (log);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++) {
    g_autoptr (MoeiLogEntry) entry = g_list_model_get_item (entries, i);

    g_string_append_printf (lines, "%s\n", moei_log_entry_get_text (entry));
  }
  return g_string_free (lines, FALSE);
}

static void
assert_lines (MoeiLog             *log,
              MoeiOperation       *operation,
              const MoeiLogFilter *filter,
              const char          *expected)
{
  g_autofree char *lines = NULL;

  moei_log_update (log, operation, filter);
  lines = get_lines (log);
  g_assert_cmpstr (lines, ==, expected);
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiPreferences) preferences = moei_preferences_new ();
  GtkWidget *page = g_object_ref_sink (g_object_new (MOEI_TYPE_LOG_PAGE, "now", sample_operation_get_now (),
                                                     "operation", operation, "preferences", preferences, NULL));

  g_assert_finalize_object (page);
  g_assert_finalize_object (g_steal_pointer (&preferences));
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
test_days_and_order (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiLog) log = moei_log_new ();
  MoeiLogFilter filter = { .everything = TRUE, .seen = MOEI_LOG_NOTHING_SEEN };

  assert_lines (log, operation, &filter,
                "Thursday 6 March 2025\n"
                "Flight EX 603 to Nanjing: Scheduled → Boarding\n"
                "Flight EX 604 to Nanjing: expected departure 16:00 → 16:25\n"
                "Wednesday 5 March 2025\n"
                "Thursday 6 March: quota 250 → 300\n"
                "Bridge closed\n");
}

static void
test_filters (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiLog) log = moei_log_new ();
  MoeiLogFilter filter = { .about = MOEI_CHANGE_KIND_DAY, .seen = MOEI_LOG_NOTHING_SEEN };

  assert_lines (log, operation, &filter, "Wednesday 5 March 2025\nThursday 6 March: quota 250 → 300\n");
  filter.about = MOEI_CHANGE_KIND_NOTICE;
  assert_lines (log, operation, &filter, "Wednesday 5 March 2025\nBridge closed\n");
  filter = (MoeiLogFilter) { .everything = TRUE, .place = "kk-park", .seen = MOEI_LOG_NOTHING_SEEN };
  assert_lines (log, operation, &filter, "Wednesday 5 March 2025\nBridge closed\n");
  filter.place = "nanjing";
  assert_lines (log, operation, &filter, "");
}

/* The mark stands between what is new and what was seen; not above everything. */
static void
test_mark (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiLog) log = moei_log_new ();
  MoeiLogFilter filter = { .about = MOEI_CHANGE_KIND_FLIGHT, .seen = 11 };

  assert_lines (log, operation, &filter,
                "Thursday 6 March 2025\n"
                "Flight EX 603 to Nanjing: Scheduled → Boarding\n"
                "New since you last looked ↑\n"
                "Flight EX 604 to Nanjing: expected departure 16:00 → 16:25\n");
  filter.seen = 12;
  assert_lines (log, operation, &filter,
                "Thursday 6 March 2025\n"
                "Flight EX 603 to Nanjing: Scheduled → Boarding\n"
                "Flight EX 604 to Nanjing: expected departure 16:00 → 16:25\n");
}

static void
test_sharing (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiLog) log = moei_log_new ();
  MoeiLogFilter filter = { .about = MOEI_CHANGE_KIND_CONVOY, .withhold_below = 14, .seen = MOEI_LOG_NOTHING_SEEN };

  take_newer (operation);
  assert_lines (log, operation, &filter, "Thursday 6 March 2025\nConvoy c1: people <14 → 14\n");
  filter.withhold_below = 0;
  assert_lines (log, operation, &filter, "Thursday 6 March 2025\nConvoy c1: people 12 → 14\n");
}

/* What was there is the same line as before, so that a view of it stays. */
static void
test_keeps_lines (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (MoeiLog) log = moei_log_new ();
  GListModel *entries = moei_log_get_entries (log);
  MoeiLogFilter filter = { .everything = TRUE, .seen = MOEI_LOG_NOTHING_SEEN };
  g_autoptr (GObject) before = NULL, after = NULL;

  moei_log_update (log, operation, &filter);
  before = g_list_model_get_item (entries, 1);
  take_newer (operation);
  moei_log_update (log, operation, &filter);
  after = g_list_model_get_item (entries, 2);
  g_assert_true (before == after);
}

static void
test_unseen (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autofree char *seen = moei_log_mark_write (operation);

  g_assert_cmpstr (seen, ==, "e1:12");
  g_assert_cmpuint (moei_log_mark_count_unseen ("e1:10", operation), ==, 2);
  g_assert_cmpuint (moei_log_mark_count_unseen (seen, operation), ==, 0);
  take_newer (operation);
  g_assert_cmpuint (moei_log_mark_count_unseen (seen, operation), ==, 1);
  /* Never looked, other data, nonsense */
  g_assert_cmpuint (moei_log_mark_count_unseen ("", operation), ==, 0);
  g_assert_cmpuint (moei_log_mark_count_unseen ("e2:10", operation), ==, 0);
  g_assert_cmpuint (moei_log_mark_count_unseen ("e1:", operation), ==, 0);
  g_assert_cmpuint (moei_log_mark_count_unseen ("e1:x", operation), ==, 0);
}

static void
give_up (gpointer data)
{
  g_error ("the log was never seen");
}

/* The name of the page tells what is new until the page was seen for a moment. */
static void
test_badge (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  MoeiPages *pages = g_object_new (MOEI_TYPE_PAGES, NULL);
  MoeiPreferences *preferences = moei_pages_get_preferences (pages);
  GtkWidget *switcher = g_object_ref_sink (g_object_new (MOEI_TYPE_PAGE_SWITCHER, "pages", pages, NULL));
  guint limit;

  g_object_set (preferences, "log-seen", "e1:10", NULL);
  g_object_set (pages, "operation", operation, "now", sample_operation_get_now (), "page", "people", NULL);
  g_assert_true (desk_test_shows (switcher, "2"));
  desk_test_present (GTK_WIDGET (pages));
  take_newer (operation);
  g_assert_true (desk_test_shows (switcher, "3"));

  g_object_set (pages, "page", "log", NULL);
  g_assert_true (desk_test_shows (GTK_WIDGET (pages), "New since you last looked ↑"));
  limit = g_timeout_add_once (20000, give_up, NULL);
  while (g_strcmp0 (moei_preferences_get_log_seen (preferences), "e1:13") != 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  g_assert_false (desk_test_shows (switcher, "3"));
  g_assert_true (desk_test_shows (GTK_WIDGET (pages), "New since you last looked ↑"));
  g_assert_finalize_object (switcher);
}

static gboolean
has_focus (GtkWidget  *pages,
           const char *text)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (pages));

  return focus != NULL && desk_test_find_by_type (focus, MOEI_TYPE_LOG_ROW) != NULL && desk_test_shows (focus, text);
}

static void
wait_for_focus (GtkWidget  *pages,
                const char *text)
{
  guint limit = g_timeout_add_once (20000, give_up, NULL);

  while (!has_focus (pages, text))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

/* What somebody has found far down in a log that was never seen is selected,
 * scrolled to, and has the focus; and so is what they find next. */
static void
test_show (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  MoeiCollection *changes = moei_operation_get_changes (operation);
  MoeiPages *pages = g_object_new (MOEI_TYPE_PAGES, NULL);
  graphene_rect_t bounds;
  GtkWidget *list, *focus;

  for (int i = 13 + N_MANY; i > 13; i--)
    add_change (changes, i, 0, MOEI_CHANGE_KIND_FLIGHT, "flight-3", "state", "scheduled", "boarding");
  g_object_set (pages, "operation", operation, "now", sample_operation_get_now (), "page", "people", NULL);
  desk_test_present (GTK_WIDGET (pages));
  g_assert_true (moei_pages_show (pages, moei_collection_get (moei_operation_get_notices (operation), 0)));
  wait_for_focus (GTK_WIDGET (pages), "Bridge closed");
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (pages)));
  list = gtk_widget_get_parent (focus);
  g_assert_true (gtk_widget_compute_bounds (focus, list, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (list));
  g_assert_true (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED);

  g_assert_true (moei_pages_show (pages, moei_collection_lookup (changes, "10")));
  wait_for_focus (GTK_WIDGET (pages), "Thursday 6 March: quota 250 → 300");
}

/* Hundreds of entries make no hundreds of rows, and stay where they are. */
static void
test_many (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  MoeiCollection *changes = moei_operation_get_changes (operation);
  GtkWidget *page, *list, *row;
  guint n_rows = 0;

  moei_collection_clear (changes);
  for (int i = N_MANY; i > 0; i--)
    add_change (changes, i, (N_MANY - i) / 20, MOEI_CHANGE_KIND_FLIGHT, "flight-3", "state", "scheduled", "boarding");
  page = g_object_new (MOEI_TYPE_LOG_PAGE, "now", sample_operation_get_now (), "operation", operation, NULL);
  desk_test_present (page);
  list = desk_test_find_by_type (page, GTK_TYPE_LIST_VIEW);
  for (row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n_rows++;
  g_assert_cmpuint (n_rows, <, N_MANY);
  g_assert_true (desk_test_shows (page, "501 entries"));
}

static void
test_nothing_fits (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *page = g_object_new (MOEI_TYPE_LOG_PAGE, "now", sample_operation_get_now (), "operation", operation, NULL);
  GtkDropDown *kind = GTK_DROP_DOWN (desk_test_find_by_type (page, GTK_TYPE_DROP_DOWN));

  desk_test_present (page);
  gtk_drop_down_set_selected (kind, 4);
  g_assert_true (desk_test_shows (page, "No entry fits this choice"));
  g_assert_true (desk_test_shows (page, "0 entries"));
  g_assert_true (gtk_widget_activate_action (page, "log.everything", NULL));
  g_assert_true (desk_test_shows (page, "4 entries"));
}

static void
test_nothing_known (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (GtkWidget) page = g_object_ref_sink (g_object_new (MOEI_TYPE_LOG_PAGE, "operation", operation, NULL));

  g_assert_true (desk_test_shows (page, "No change or notice is known."));
  g_assert_true (desk_test_shows (page, "0 entries"));
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/log-page/new-destroy", test_new_destroy);
  g_test_add_func ("/log-page/days-and-order", test_days_and_order);
  g_test_add_func ("/log-page/filters", test_filters);
  g_test_add_func ("/log-page/mark", test_mark);
  g_test_add_func ("/log-page/sharing", test_sharing);
  g_test_add_func ("/log-page/keeps-lines", test_keeps_lines);
  g_test_add_func ("/log-page/unseen", test_unseen);
  g_test_add_func ("/log-page/badge", test_badge);
  g_test_add_func ("/log-page/show", test_show);
  g_test_add_func ("/log-page/many", test_many);
  g_test_add_func ("/log-page/nothing-fits", test_nothing_fits);
  g_test_add_func ("/log-page/nothing-known", test_nothing_known);

  return g_test_run ();
}
