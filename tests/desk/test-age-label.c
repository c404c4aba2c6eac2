/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"

#include "desk/moei-age-label.h"
#include "operation/moei-collection.h"
#include "operation/moei-freshness.h"

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)

static GtkWidget *
new_label (const char    *documents,
           MoeiOperation *operation)
{
  return g_object_ref_sink (g_object_new (MOEI_TYPE_AGE_LABEL, "documents", documents,
                                          "now", sample_operation_get_now (), "operation", operation, NULL));
}

static void
set_freshness (MoeiOperation *operation,
               const char    *document,
               MoeiDataState  state,
               gint64         confirmed)
{
  g_object_set (moei_collection_lookup (moei_operation_get_freshness (operation), document),
                "state", state, "confirmed", confirmed, NULL);
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();

  g_assert_finalize_object (new_label ("week flights", operation));
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
test_states (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) label = new_label ("week", operation);
  gint64 confirmed = sample_operation_get_now () - 35 * MINUTE;

  g_assert_true (desk_test_shows (label, "as of 15:00"));
  g_assert_false (gtk_widget_has_css_class (label, "doubtful"));
  set_freshness (operation, "week", MOEI_DATA_STATE_LATE, confirmed);
  g_assert_true (desk_test_shows (label, "late, as of 14:25"));
  g_assert_true (gtk_widget_has_css_class (label, "doubtful"));
  set_freshness (operation, "week", MOEI_DATA_STATE_OLD, confirmed);
  g_assert_true (desk_test_shows (label, "old, as of 14:25, 35 min ago"));
  set_freshness (operation, "week", MOEI_DATA_STATE_OFFLINE, confirmed);
  g_assert_true (desk_test_shows (label, "offline, as of 14:25, 35 min ago"));
  set_freshness (operation, "week", MOEI_DATA_STATE_NONE, MOEI_INSTANT_UNKNOWN);
  g_assert_true (desk_test_shows (label, "no data yet"));
}

/* What is summed up from three documents is as old as the oldest. */
static void
test_worst_of_several (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) label = new_label ("week flights nationalities", operation);

  g_assert_true (desk_test_shows (label, "as of 15:00"));
  set_freshness (operation, "flights", MOEI_DATA_STATE_OLD, sample_operation_get_now () - 35 * MINUTE);
  g_assert_true (desk_test_shows (label, "old, as of 14:25, 35 min ago"));
  set_freshness (operation, "flights", MOEI_DATA_STATE_LIVE, sample_operation_get_now ());
  g_assert_true (desk_test_shows (label, "as of 15:00"));

  /* A document that never came says nothing of the others. */
  set_freshness (operation, "flights", MOEI_DATA_STATE_NONE, MOEI_INSTANT_UNKNOWN);
  g_assert_true (desk_test_shows (label, "as of 15:00"));
}

static void
test_comes_later (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (GtkWidget) label = new_label ("week flights", operation);

  g_assert_true (desk_test_shows (label, "no data yet"));
  moei_collection_append (moei_operation_get_freshness (operation),
                          g_object_new (MOEI_TYPE_FRESHNESS, "id", "flights", "state", MOEI_DATA_STATE_LIVE,
                                        "confirmed", sample_operation_get_now (), NULL));
  g_assert_true (desk_test_shows (label, "as of 15:00"));
}

/* The log's text about it is English and not for the screen. */
static void
test_unreadable (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) label = new_label ("week flights", operation);

  g_assert_null (gtk_widget_get_tooltip_text (label));
  g_object_set (moei_collection_lookup (moei_operation_get_freshness (operation), "flights"),
                "problem", "flights[3].departs: not an RFC 3339 time", NULL);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (label), ==,
                   "The service's last answer could not be read; what is shown is older.");
}

/* A picture from the disk comes before the service's clock is known. */
static void
test_no_clock (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) label = new_label ("week", operation);

  set_freshness (operation, "week", MOEI_DATA_STATE_OLD, sample_operation_get_now ());
  g_object_set (label, "now", MOEI_INSTANT_UNKNOWN, NULL);
  g_assert_true (desk_test_shows (label, "old, as of 15:00, 0 s ago"));
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/age-label/new-destroy", test_new_destroy);
  g_test_add_func ("/age-label/states", test_states);
  g_test_add_func ("/age-label/worst-of-several", test_worst_of_several);
  g_test_add_func ("/age-label/comes-later", test_comes_later);
  g_test_add_func ("/age-label/unreadable", test_unreadable);
  g_test_add_func ("/age-label/no-clock", test_no_clock);

  return g_test_run ();
}
