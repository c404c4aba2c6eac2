/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "rules/moei-notices.h"

#define HOUR ((gint64) 3600 * G_USEC_PER_SEC)
#define NOON (12 * HOUR)

static void
add (MoeiCollection *notices,
     const char     *id,
     MoeiSeverity    severity,
     gint64          effective,
     gint64          expires)
{
  g_autoptr (MoeiText) headline = moei_text_new (id, NULL, NULL, NULL);
  g_autoptr (MoeiNotice) notice = g_object_new (MOEI_TYPE_NOTICE, "id", id, "headline", headline,
                                                "severity", severity, "effective", effective, "expires", expires, NULL);

  moei_collection_append (notices, g_steal_pointer (&notice));
}

static void
assert_in_force (MoeiCollection *notices,
                 gint64          now,
                 const char     *expected)
{
  g_autoptr (GPtrArray) found = moei_notices_in_force (notices, now);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", moei_entity_get_id (found->pdata[i]));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_none (void)
{
  g_autoptr (MoeiCollection) notices = moei_collection_new (MOEI_TYPE_NOTICE);

  assert_in_force (notices, NOON, "");
}

static void
test_times (void)
{
  g_autoptr (MoeiCollection) notices = moei_collection_new (MOEI_TYPE_NOTICE);

  add (notices, "open", MOEI_SEVERITY_MINOR, MOEI_INSTANT_UNKNOWN, MOEI_INSTANT_UNKNOWN);
  add (notices, "over", MOEI_SEVERITY_MINOR, NOON - HOUR, NOON);
  add (notices, "begins", MOEI_SEVERITY_MINOR, NOON, NOON + HOUR);
  add (notices, "later", MOEI_SEVERITY_MINOR, NOON + 1, NOON + HOUR);
  assert_in_force (notices, NOON, "begins open");
  assert_in_force (notices, NOON - 1, "over open");
  assert_in_force (notices, NOON + HOUR, "open");
}

static void
test_past_and_empty (void)
{
  g_autoptr (MoeiCollection) notices = moei_collection_new (MOEI_TYPE_NOTICE);

  add (notices, "past", MOEI_SEVERITY_EXTREME, NOON - HOUR, MOEI_INSTANT_UNKNOWN);
  g_object_set (moei_collection_get (notices, 0), "urgency", MOEI_URGENCY_PAST, NULL);
  moei_collection_append (notices, moei_notice_new ("wordless"));
  assert_in_force (notices, NOON, "");
}

static void
test_order (void)
{
  g_autoptr (MoeiCollection) notices = moei_collection_new (MOEI_TYPE_NOTICE);

  add (notices, "minor", MOEI_SEVERITY_MINOR, NOON - 1, MOEI_INSTANT_UNKNOWN);
  add (notices, "older", MOEI_SEVERITY_SEVERE, NOON - 2 * HOUR, MOEI_INSTANT_UNKNOWN);
  add (notices, "newer", MOEI_SEVERITY_SEVERE, NOON - HOUR, MOEI_INSTANT_UNKNOWN);
  add (notices, "extreme", MOEI_SEVERITY_EXTREME, NOON - 3 * HOUR, MOEI_INSTANT_UNKNOWN);
  assert_in_force (notices, NOON, "extreme newer older minor");
  g_assert_true (moei_notice_is_grave (moei_collection_get (notices, 1)));
  g_assert_false (moei_notice_is_grave (moei_collection_get (notices, 0)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/notices/none", test_none);
  g_test_add_func ("/rules/notices/times", test_times);
  g_test_add_func ("/rules/notices/past-and-empty", test_past_and_empty);
  g_test_add_func ("/rules/notices/order", test_order);

  return g_test_run ();
}
