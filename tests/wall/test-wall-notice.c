/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"
#include "desk/sample-operation.h"

#include "operation/moei-collection.h"
#include "operation/moei-notice.h"
#include "wall/moei-wall-notice.h"

static MoeiOperation *
new_operation (void)
{
  MoeiOperation *operation = sample_operation_new ();
  MoeiCollection *notices = moei_operation_get_notices (operation);
  g_autoptr (MoeiText) headline = moei_text_new ("KK Park is closed", NULL, NULL, NULL);

  moei_collection_clear (notices);
  moei_collection_append (notices, g_object_new (MOEI_TYPE_NOTICE, "id", "n", "severity", MOEI_SEVERITY_SEVERE,
                                                 "headline", headline, NULL));
  return operation;
}

static GtkWidget *
new_notice (MoeiOperation *operation)
{
  return g_object_ref_sink (g_object_new (MOEI_TYPE_WALL_NOTICE, "now", sample_operation_get_now (),
                                          "operation", operation, NULL));
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *notice = new_notice (operation);

  g_assert_true (gtk_widget_get_visible (notice));
  g_assert_finalize_object (notice);
  g_assert_finalize_object (g_steal_pointer (&operation));
}

/* Headlines name sites: visitors see none, whatever happens meanwhile. */
static void
test_visitor (void)
{
  g_autoptr (MoeiOperation) operation = new_operation ();
  GtkWidget *notice = new_notice (operation);

  moei_wall_notice_set_visitor (MOEI_WALL_NOTICE (notice), TRUE);
  g_assert_false (gtk_widget_get_visible (notice));
  moei_collection_append (moei_operation_get_notices (operation), moei_notice_new ("other"));
  moei_collection_announce (moei_operation_get_notices (operation));
  g_object_set (notice, "now", sample_operation_get_now () + G_TIME_SPAN_MINUTE, NULL);
  moei_panel_update (MOEI_PANEL (notice));
  g_assert_false (gtk_widget_get_visible (notice));
  moei_wall_notice_set_visitor (MOEI_WALL_NOTICE (notice), FALSE);
  g_assert_true (gtk_widget_get_visible (notice));
  g_object_unref (notice);
}

int
main (int    argc,
      char **argv)
{
  desk_test_init (&argc, &argv);
  g_test_add_func ("/wall-notice/new-destroy", test_new_destroy);
  g_test_add_func ("/wall-notice/visitor", test_visitor);
  return g_test_run ();
}
