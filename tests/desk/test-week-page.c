/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"

#include "desk/moei-day-card.h"
#include "desk/moei-day-column.h"
#include "desk/moei-forecast-card.h"
#include "desk/moei-history-bar.h"
#include "desk/moei-history-chart.h"
#include "desk/moei-page.h"
#include "desk/moei-week-card.h"
#include "desk/moei-week-chart.h"
#include "desk/moei-week-page.h"
#include "desk/moei-week-table.h"
#include "desk/moei-what-if-card.h"
#include "desk/moei-what-if-lanes.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-holiday.h"
#include "operation/moei-nationality.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-rule.h"
#include "operation/moei-tally.h"
#include "parts/moei-day-bar.h"
#include "parts/moei-outlook.h"

#define MANY 1000

static guint
day (GDateMonth month,
     int        d)
{
  g_autoptr (GDate) date = g_date_new_dmy (d, month, 2025);

  return g_date_get_julian (date);
}

/* A week before that of the sample, on whose weekdays 200 left each, as many
 * were confirmed and ten more came. */
static void
add_former_week (MoeiOperation *operation,
                 guint          monday)
{
  g_autoptr (MoeiCollection) days = moei_collection_new (MOEI_TYPE_QUOTA_DAY);

  for (guint i = 0; i < 7; i++) {
    char id[16];
    GDate date;
    MoeiQuotaDay *quota_day;

    g_date_clear (&date, 1);
    g_date_set_julian (&date, monday + i);
    g_date_strftime (id, sizeof id, "%Y-%m-%d", &date);
    quota_day = g_object_new (MOEI_TYPE_QUOTA_DAY, "id", id, "date", monday + i, "state", MOEI_DAY_STATE_CLOSED, NULL);
    if (i < 5)
      moei_collection_append (moei_quota_day_get_tallies (quota_day),
                              g_object_new (MOEI_TYPE_TALLY, "id", "CHN", "departed", 200, "confirmed", 200,
                                            "entered", 10, NULL));
    moei_collection_append (days, quota_day);
  }
  moei_operation_take_days (operation, monday, days);
}

static MoeiOperation *
new_operation (void)
{
  static const char * const order[] = { "CHN", "*", NULL };
  MoeiOperation *operation = sample_operation_new ();
  MoeiRule *rule = moei_collection_get (moei_operation_get_rules (operation), 0);

  g_object_set (moei_collection_get (moei_rule_get_lanes (rule), 0), "weekdays", 0x1f, "order", order, NULL);
  g_object_set (moei_collection_get (moei_operation_get_nationalities (operation), 0),
                "held", 0, "listed", 0, "screened", 3000, "embassy-confirmed", 2000, "slot-given", 100,
                "on-bus", 0, "at-airport", 0, NULL);
  add_former_week (operation, day (G_DATE_FEBRUARY, 17));
  add_former_week (operation, day (G_DATE_FEBRUARY, 24));
  return operation;
}

static GtkWidget *
new_page (MoeiOperation *operation)
{
  return g_object_ref_sink (g_object_new (MOEI_TYPE_WEEK_PAGE, "now", sample_operation_get_now (),
                                          "operation", operation, NULL));
}

static guint
get_day (GtkWidget  *page,
         const char *property)
{
  guint value;

  g_object_get (page, property, &value, NULL);
  return value;
}

static MoeiOutlook *
get_outlook (GtkWidget *page)
{
  MoeiOutlook *outlook;

  g_object_get (page, "outlook", &outlook, NULL);
  g_object_unref (outlook);
  return outlook;
}

/* As after a document has been taken in. */
static void
tell (MoeiOperation *operation)
{
  g_object_notify (G_OBJECT (operation), "week");
}

/* By the button that has the action. */
static gboolean
is_enabled (GtkWidget  *within,
            const char *action)
{
  if (GTK_IS_BUTTON (within) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (within)), action) == 0)
    return gtk_widget_get_sensitive (within);

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (is_enabled (child, action))
      return TRUE;
  }
  return FALSE;
}

static void
let_settle (void)
{
  for (guint i = 0; i < MANY && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *page = new_page (operation);

  let_settle ();
  g_assert_finalize_object (page);
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
test_week (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = new_page (operation);

  g_assert_cmpuint (get_day (page, "monday"), ==, day (G_DATE_MARCH, 3));
  g_assert_cmpuint (get_day (page, "selected"), ==, day (G_DATE_MARCH, 6));
  g_assert_true (desk_test_shows (page, "3–9 March 2025"));
  g_assert_true (desk_test_shows (page, "Week 10"));
  g_assert_true (desk_test_shows (page, "1,142"));
  g_assert_true (desk_test_shows (page, "departed of 1,500"));
  g_assert_true (desk_test_shows (page, "Thu 6 · today"));
  g_assert_true (desk_test_shows (page, "214"));
  g_assert_true (desk_test_shows (page, "5 short"));
  /* Somebody left on Sunday, nobody on Saturday; of Friday nothing is known yet. */
  g_assert_true (desk_test_shows (page, "Sun 9"));
  g_assert_true (desk_test_shows (page, "1,071"));
  g_assert_false (desk_test_shows (page, "Sat 8"));
  g_assert_false (desk_test_shows (desk_test_find_by_type (page, MOEI_TYPE_WEEK_CHART), "0"));
}

static void
test_turn (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = new_page (operation);

  g_assert_false (is_enabled (page, "week.this"));
  g_assert_true (gtk_widget_activate_action (page, "week.previous", NULL));
  g_assert_true (desk_test_shows (page, "Week 9"));
  g_assert_cmpuint (get_day (page, "selected"), ==, day (G_DATE_FEBRUARY, 27));
  g_assert_true (desk_test_shows (page, "200"));
  g_assert_true (gtk_widget_activate_action (page, "week.previous", NULL));
  g_assert_false (is_enabled (page, "week.previous"));
  g_assert_cmpuint (get_day (page, "monday"), ==, day (G_DATE_FEBRUARY, 17));
  g_assert_true (gtk_widget_activate_action (page, "week.this", NULL));
  g_assert_cmpuint (get_day (page, "selected"), ==, day (G_DATE_MARCH, 6));
  g_assert_true (gtk_widget_activate_action (page, "week.next", NULL));
  g_assert_true (desk_test_shows (page, "Week 11"));
}

/* The page follows the operation into the next week, but not from under whoever
 * looks at another. */
static void
test_week_turns (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = new_page (operation);

  g_object_set (operation, "operating-day", day (G_DATE_MARCH, 7), NULL);
  g_assert_cmpuint (get_day (page, "selected"), ==, day (G_DATE_MARCH, 7));
  g_object_set (page, "selected", day (G_DATE_MARCH, 6), NULL);
  g_object_set (page, "now", sample_operation_get_now () + 60 * G_USEC_PER_SEC, NULL);
  g_assert_cmpuint (get_day (page, "selected"), ==, day (G_DATE_MARCH, 6));
  g_object_set (operation, "operating-day", day (G_DATE_MARCH, 10), NULL);
  g_assert_cmpuint (get_day (page, "monday"), ==, day (G_DATE_MARCH, 10));

  gtk_widget_activate_action (page, "week.previous", NULL);
  g_object_set (operation, "operating-day", day (G_DATE_MARCH, 17), NULL);
  g_assert_cmpuint (get_day (page, "monday"), ==, day (G_DATE_MARCH, 3));
}

static void
test_accounts (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = new_page (operation);
  GObject *monday = moei_collection_lookup (moei_operation_get_calendar (operation), "2025-03-03");
  GtkWidget *card = desk_test_find_by_type (page, MOEI_TYPE_DAY_CARD);

  moei_page_show (MOEI_PAGE (page), MOEI_ENTITY (monday));
  g_assert_true (desk_test_shows (card, "Monday 3 March"));
  g_object_set (monday, "state", MOEI_DAY_STATE_CLOSED, "lost", 39, "reallocated", 0, "carried", 0, NULL);
  tell (operation);
  g_assert_true (desk_test_shows (card, "39 lost"));
  /* Lines that say of nobody are left out. */
  g_assert_true (desk_test_shows (card, "Lost"));
  g_assert_false (desk_test_shows (card, "Carried"));
  g_assert_true (desk_test_shows (card, "The accounts of the day add up to the quota."));
  g_object_set (monday, "lost", 30, "carried", 5, NULL);
  tell (operation);
  g_assert_true (desk_test_shows (card, "4 unexplained"));
  g_assert_true (desk_test_shows (card, "Carried"));
  g_assert_true (desk_test_shows (card, "The accounts of the day do not add up to the quota."));
  moei_page_show (MOEI_PAGE (page), moei_collection_lookup (moei_operation_get_calendar (operation), "2025-03-07"));
  g_assert_true (desk_test_shows (card, "300 expected"));
  moei_page_show (MOEI_PAGE (page), MOEI_ENTITY (monday));
  g_object_set (monday, "lost", MOEI_COUNT_UNKNOWN, NULL);
  tell (operation);
  g_assert_true (desk_test_shows (card, "Too little is reported to say what became of the quota."));
}

/* A holiday says whose it is; who left on it counts all the same. */
static void
test_holiday (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = NULL;
  g_autoptr (MoeiText) name = moei_text_new ("Songkran", NULL, NULL, NULL);

  g_object_set (moei_collection_lookup (moei_operation_get_calendar (operation), "2025-03-05"),
                "quota", MOEI_COUNT_UNKNOWN, "lane", NULL, NULL);
  moei_collection_append (moei_operation_get_holidays (operation),
                          g_object_new (MOEI_TYPE_HOLIDAY, "id", "h", "date", day (G_DATE_MARCH, 5), "calendar", "THA",
                                        "name", name, NULL));
  page = new_page (operation);
  g_assert_true (desk_test_shows (page, "Songkran (Thailand)"));
  g_assert_true (desk_test_shows (page, "296"));
  g_assert_true (desk_test_shows (page, "departed of 1,200"));
}

static const MoeiClearing *
get_live (GtkWidget *page)
{
  return moei_forecast_get_clearing (moei_outlook_get_live (get_outlook (page)), "CHN");
}

static void
test_what_if (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = new_page (operation);
  GtkWidget *card = desk_test_find_by_type (page, MOEI_TYPE_WHAT_IF_CARD);
  GtkSpinButton *quota = GTK_SPIN_BUTTON (desk_test_find_by_type (card, GTK_TYPE_SPIN_BUTTON));
  MoeiClearing before = *get_live (page);
  const MoeiClearing *assumed;

  g_assert_true (desk_test_shows (card, "not live"));
  g_assert_cmpint (before.answer, ==, MOEI_CLEARING_DATE);
  g_assert_null (moei_outlook_get_what_if (get_outlook (page)));
  g_assert_false (is_enabled (card, "what-if.reset"));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (quota), ==, 300);

  gtk_spin_button_set_value (quota, 50);
  assumed = moei_forecast_get_clearing (moei_outlook_get_what_if (get_outlook (page)), "CHN");
  g_assert_true (assumed->answer != before.answer || assumed->middle > before.middle);

  /* Nothing else knows of it. */
  g_assert_cmpuint (get_live (page)->middle, ==, before.middle);
  g_assert_cmpint (moei_rule_get_quota (moei_collection_get (moei_operation_get_rules (operation), 0)), ==, 300);
  let_settle ();
  g_assert_true (desk_test_shows (page, "departed of 1,500"));

  g_assert_true (gtk_widget_activate_action (card, "what-if.reset", NULL));
  g_assert_null (moei_outlook_get_what_if (get_outlook (page)));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (quota), ==, 300);
}

/* It stays through updates; who chooses a day wants to see that day as it is, and
 * a window in another language shows what this one shows. */
static void
test_side (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = new_page (operation), next = new_page (operation);
  g_autofree char *first = NULL, *kept = NULL, *taken = NULL, *chosen = NULL;

  g_object_get (page, "side", &first, NULL);
  g_assert_cmpstr (first, ==, "live");
  g_object_set (page, "side", "what-if", NULL);
  g_object_set (operation, "operating-day", day (G_DATE_MARCH, 7), NULL);
  g_object_get (page, "side", &kept, NULL);
  g_assert_cmpstr (kept, ==, "what-if");
  moei_page_take_place (MOEI_PAGE (next), MOEI_PAGE (page));
  g_object_get (next, "side", &taken, NULL);
  g_assert_cmpstr (taken, ==, "what-if");
  g_object_set (page, "selected", day (G_DATE_MARCH, 4), NULL);
  g_object_get (page, "side", &chosen, NULL);
  g_assert_cmpstr (chosen, ==, "live");
}

/* A lane that is taken away leaves nobody's date as it was. */
static void
test_what_if_lanes (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = new_page (operation);
  GtkWidget *lanes = desk_test_find_by_type (page, MOEI_TYPE_WHAT_IF_LANES);
  GtkWidget *monday = desk_test_find_by_type (lanes, GTK_TYPE_DROP_DOWN);
  g_autoptr (MoeiCollection) chosen = NULL;

  g_assert_null (moei_what_if_lanes_dup_lanes (MOEI_WHAT_IF_LANES (lanes)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (monday), 1);
  chosen = moei_what_if_lanes_dup_lanes (MOEI_WHAT_IF_LANES (lanes));
  g_assert_cmpint (moei_lane_get_weekdays (moei_collection_get (chosen, 0)), ==, 0x1e);
  g_assert_nonnull (moei_outlook_get_what_if (get_outlook (page)));

  /* What somebody chose stays while data comes. */
  g_object_set (operation, "exercise", FALSE, NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (monday)), ==, 1);
}

static void
test_forecast (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = new_page (operation);
  const MoeiForecastDay *friday;

  friday = moei_forecast_get_day (moei_outlook_get_live (get_outlook (page)), day (G_DATE_MARCH, 7));
  g_assert_cmpint (friday->high, >, 0);
  let_settle ();
  gtk_widget_activate_action (page, "week.next", NULL);
  /* A coming day says what is expected of it, and that nobody has left is not said. */
  g_assert_false (desk_test_shows (desk_test_find_by_type (page, MOEI_TYPE_WEEK_CHART), "0"));
  g_assert_true (desk_test_shows (page, "Mon 10"));
}

/* Days of which the service does not say who goes first are their weekday's lane's. */
static void
test_lanes (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) page = NULL;

  for (int i = 10; i < 15; i++) {
    g_autofree char *id = g_strdup_printf ("2025-03-%d", i);

    moei_collection_append (moei_operation_get_calendar (operation),
                            g_object_new (MOEI_TYPE_QUOTA_DAY, "id", id, "date", day (G_DATE_MARCH, i), NULL));
  }
  page = new_page (operation);
  gtk_widget_activate_action (page, "week.next", NULL);
  g_assert_true (desk_test_shows (desk_test_find_by_type (page, MOEI_TYPE_WEEK_CHART), "Chinese nationals first"));
}

static void
test_keyboard (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *page = new_page (operation);
  GtkWidget *chart = desk_test_find_by_type (page, MOEI_TYPE_WEEK_CHART), *column;

  desk_test_present (page);
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (page)), NULL);
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  column = gtk_widget_get_focus_child (chart);
  g_assert_cmpuint (moei_day_column_get_date (MOEI_DAY_COLUMN (column)), ==, day (G_DATE_MARCH, 6));
  gtk_test_accessible_assert_role (column, GTK_ACCESSIBLE_ROLE_METER);
  gtk_test_accessible_assert_property (column, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Thursday 6 March 2025: 214 of 300 departed. Chinese nationals first. 5 short");
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_LEFT));
  g_assert_cmpuint (get_day (page, "selected"), ==, day (G_DATE_MARCH, 5));
  /* At the end it stays; Tab leaves. */
  for (int i = 0; i < 9; i++)
    g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_RIGHT));
  g_assert_cmpuint (get_day (page, "selected"), ==, day (G_DATE_MARCH, 9));
  g_assert_false (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_object_unref (page);
}

static void
test_history (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *page = new_page (operation);
  GtkWidget *chart = desk_test_find_by_type (page, MOEI_TYPE_HISTORY_CHART);

  g_assert_true (desk_test_shows (page, "since 17 February 2025"));
  desk_test_present (page);
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (page)), NULL);
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_assert_true (desk_test_shows (page, "Thursday 6 March 2025: 214 of 300 departed. Chinese nationals first. 5 short"));
  gtk_test_accessible_assert_role (gtk_widget_get_focus_child (chart), GTK_ACCESSIBLE_ROLE_METER);
  for (int i = 0; i < 3; i++)
    g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_LEFT));
  g_assert_true (desk_test_shows (page, "Monday 3 March 2025: 261 of 300 departed. Chinese nationals first. 39 unused") ||
                 desk_test_shows (page, "Monday 3 March 2025: 261 of 300 departed. Chinese nationals first"));
  g_object_unref (page);
}

static GtkAdjustment *
get_scroll (GtkWidget *page)
{
  GtkWidget *scroller = desk_test_find_by_type (page, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

/* Whatever changes: scroll, focus and choice stay where they are. */
static void
test_nothing_jumps (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *page = new_page (operation);
  GtkWidget *chart = desk_test_find_by_type (page, MOEI_TYPE_HISTORY_CHART), *bar;
  MoeiEntity *tally;
  double scrolled;

  desk_test_present (page);
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (page)), NULL);
  gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (chart, GTK_DIR_LEFT);
  bar = gtk_widget_get_focus_child (chart);
  gtk_adjustment_set_value (get_scroll (page), 60);
  scrolled = gtk_adjustment_get_value (get_scroll (page));
  tally = moei_collection_get (moei_quota_day_get_tallies (
                                 moei_collection_lookup (moei_operation_get_calendar (operation), "2025-03-06")), 0);
  for (int i = 0; i < 10; i++) {
    g_object_set (tally, "departed", 220 + i, NULL);
    tell (operation);
    let_settle ();
    gtk_test_widget_wait_for_draw (page);
  }
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (page)), ==, scrolled);
  g_assert_true (gtk_widget_get_focus_child (chart) == bar);
  g_assert_cmpuint (get_day (page, "selected"), ==, day (G_DATE_MARCH, 6));
  g_object_unref (page);
}

/* Bars of one scale are of one height, however long the words below them. */
static void
test_bars_compare (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *page = new_page (operation), *chart;
  int height = 0;

  desk_test_present (page);
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (page)), NULL);
  chart = desk_test_find_by_type (page, MOEI_TYPE_WEEK_CHART);
  for (GtkWidget *column = gtk_widget_get_first_child (chart); column != NULL; column = gtk_widget_get_next_sibling (column)) {
    GtkWidget *bar = desk_test_find_by_type (column, MOEI_TYPE_DAY_BAR);

    if (!gtk_widget_get_visible (column))
      continue;
    if (height == 0)
      height = gtk_widget_get_height (bar);
    g_assert_cmpint (gtk_widget_get_height (bar), >, 0);
    g_assert_cmpint (gtk_widget_get_height (bar), ==, height);
  }
  g_object_unref (page);
}

static void
test_nothing_known (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (GtkWidget) page = new_page (operation);

  let_settle ();
  g_assert_true (desk_test_shows (page, "No day has been reported yet."));
  g_assert_false (is_enabled (page, "week.next"));
  g_assert_false (is_enabled (page, "week.previous"));
  g_object_set (operation, "operating-day", day (G_DATE_MARCH, 6), NULL);
  g_assert_true (desk_test_shows (page, "3–9 March 2025"));
  g_assert_true (desk_test_shows (page, "Nothing has been reported of this week, and no rule holds in it."));
  g_assert_false (desk_test_shows (page, "0"));
}

static void
set_height (GtkWidget *page,
            int        height)
{
  g_object_set (page, "valign", GTK_ALIGN_START, "height-request", height, NULL);
  gtk_test_widget_wait_for_draw (page);
  gtk_test_widget_wait_for_draw (page);
}

static gboolean
has_mapped (GtkWidget *within,
            GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (within, type) && gtk_widget_get_mapped (within))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (has_mapped (child, type))
      return TRUE;
  }
  return FALSE;
}

/* Where there is little room the forecast has a page of its own, and whoever reads
 * it there finds it again where there is more. */
static void
test_little_room (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *page = new_page (operation);
  g_autofree char *side = NULL, *later = NULL;

  desk_test_present (page);
  set_height (page, 600);
  g_assert_false (has_mapped (page, MOEI_TYPE_FORECAST_CARD));
  g_object_set (page, "side", "forecast", NULL);
  gtk_test_widget_wait_for_draw (page);
  g_object_get (page, "side", &side, NULL);
  g_assert_cmpstr (side, ==, "forecast");
  g_assert_true (has_mapped (page, MOEI_TYPE_FORECAST_CARD));

  set_height (page, 1000);
  g_object_get (page, "side", &later, NULL);
  g_assert_cmpstr (later, ==, "live");
  g_assert_true (has_mapped (page, MOEI_TYPE_FORECAST_CARD));
}

static void
test_takes_place (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  g_autoptr (GtkWidget) english = new_page (operation), thai = NULL;

  gtk_widget_activate_action (english, "week.previous", NULL);
  g_object_set (english, "selected", day (G_DATE_FEBRUARY, 25), NULL);
  moei_language_set_current (MOEI_LANGUAGE_TH);
  thai = new_page (operation);
  moei_page_take_place (MOEI_PAGE (thai), MOEI_PAGE (english));
  g_assert_cmpuint (get_day (thai, "monday"), ==, day (G_DATE_FEBRUARY, 24));
  g_assert_cmpuint (get_day (thai, "selected"), ==, day (G_DATE_FEBRUARY, 25));
  g_assert_true (desk_test_shows (thai, "ไม่ใช่ข้อมูลสด"));
  moei_language_set_current (MOEI_LANGUAGE_EN);
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/week-page/new-destroy", test_new_destroy);
  g_test_add_func ("/week-page/week", test_week);
  g_test_add_func ("/week-page/turn", test_turn);
  g_test_add_func ("/week-page/week-turns", test_week_turns);
  g_test_add_func ("/week-page/accounts", test_accounts);
  g_test_add_func ("/week-page/holiday", test_holiday);
  g_test_add_func ("/week-page/what-if", test_what_if);
  g_test_add_func ("/week-page/what-if-lanes", test_what_if_lanes);
  g_test_add_func ("/week-page/side", test_side);
  g_test_add_func ("/week-page/forecast", test_forecast);
  g_test_add_func ("/week-page/lanes", test_lanes);
  g_test_add_func ("/week-page/keyboard", test_keyboard);
  g_test_add_func ("/week-page/history", test_history);
  g_test_add_func ("/week-page/nothing-jumps", test_nothing_jumps);
  g_test_add_func ("/week-page/bars-compare", test_bars_compare);
  g_test_add_func ("/week-page/nothing-known", test_nothing_known);
  g_test_add_func ("/week-page/little-room", test_little_room);
  g_test_add_func ("/week-page/takes-place", test_takes_place);

  return g_test_run ();
}
