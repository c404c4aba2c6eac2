/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-test.h"
#include "sample-operation.h"

#include "desk/moei-figure.h"
#include "desk/moei-today-card.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"

static GtkWidget *
new_card (MoeiOperation *operation)
{
  return g_object_ref_sink (g_object_new (MOEI_TYPE_TODAY_CARD, "now", sample_operation_get_now (),
                                          "operation", operation, NULL));
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  GtkWidget *card = new_card (operation);

  g_assert_finalize_object (card);
  g_assert_finalize_object (g_steal_pointer (&operation));
}

static void
test_shows (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) card = new_card (operation);

  g_assert_true (desk_test_shows (card, "Thursday 6 March"));
  g_assert_true (desk_test_shows (card, "Chinese nationals first"));
  g_assert_true (desk_test_shows (card, "214"));
  g_assert_true (desk_test_shows (card, "/ 300 departed"));
  g_assert_true (desk_test_shows (card, "48"));
  g_assert_true (desk_test_shows (card, "16%"));
  g_assert_true (desk_test_shows (card, "Short by 5: embassy confirmation (61 waiting, longest 9 days)"));
}

/* The card has the focus; what it shows is its name and description. */
static void
test_is_read (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (GtkWidget) card = new_card (operation);

  g_assert_true (gtk_widget_get_focusable (card));
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Thursday 6 March: 214 / 300 departed. "
                                       "Short by 5: embassy confirmation (61 waiting, longest 9 days)");
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Departed 214, At the airport 48, On buses 24, Slot given 9");
}

static void
test_follows (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (MoeiOperation) fresh = sample_operation_new ();
  g_autoptr (GtkWidget) card = new_card (operation);
  MoeiQuotaDay *day = moei_collection_lookup (moei_operation_get_days (fresh), "2025-03-06");
  MoeiTally *tally = moei_collection_lookup (moei_quota_day_get_tallies (day), "CHN");

  g_object_set (tally, "departed", 262, "slot-given", 300, NULL);
  moei_collection_merge (moei_operation_get_days (operation), moei_operation_get_days (fresh));

  g_assert_true (desk_test_shows (card, "262"));
  g_assert_true (desk_test_shows (card, "Today is covered"));
}

static void
test_marks_what_changed (void)
{
  g_autoptr (MoeiOperation) operation = sample_operation_new ();
  g_autoptr (MoeiOperation) fresh = sample_operation_new ();
  GtkWidget *card = g_object_new (MOEI_TYPE_TODAY_CARD, "now", sample_operation_get_now (), "operation", operation, NULL);
  MoeiQuotaDay *day = moei_collection_lookup (moei_operation_get_days (fresh), "2025-03-06");
  GtkWidget *departed;

  gtk_widget_set_valign (card, GTK_ALIGN_START);
  desk_test_present (card);
  departed = desk_test_find_by_type (card, MOEI_TYPE_FIGURE);
  g_assert_false (moei_figure_get_changed (MOEI_FIGURE (departed)));

  g_object_set (moei_collection_lookup (moei_quota_day_get_tallies (day), "CHN"), "departed", 262, NULL);
  moei_collection_merge (moei_operation_get_days (operation), moei_operation_get_days (fresh));
  g_assert_true (moei_figure_get_changed (MOEI_FIGURE (departed)));
}

static void
test_nothing_known (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (GtkWidget) card = new_card (operation);

  g_assert_true (desk_test_shows (card, "Too little is reported to say"));
  g_assert_true (desk_test_shows (card, "–"));
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);

  g_test_add_func ("/today-card/new-destroy", test_new_destroy);
  g_test_add_func ("/today-card/shows", test_shows);
  g_test_add_func ("/today-card/is-read", test_is_read);
  g_test_add_func ("/today-card/follows", test_follows);
  g_test_add_func ("/today-card/marks-what-changed", test_marks_what_changed);
  g_test_add_func ("/today-card/nothing-known", test_nothing_known);

  return g_test_run ();
}
