/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-operation.h"
#include "operation/moei-quota-day.h"

/* Thursday, 6 March 2025, GDate's Julian day */
#define TODAY 739316u
#define MONDAY (TODAY - 3)

static void
count (gpointer  object,
       guint    *n)
{
  (*n)++;
}

static MoeiCollection *
make_flights (const char *first_id,
              ...)
{
  MoeiCollection *flights = moei_collection_new (MOEI_TYPE_FLIGHT);
  va_list ids;

  va_start (ids, first_id);
  for (const char *id = first_id; id != NULL; id = va_arg (ids, const char *))
    moei_collection_append (flights, moei_flight_new (id));
  va_end (ids);
  return flights;
}

static MoeiCollection *
make_week (guint monday,
           int   quota)
{
  MoeiCollection *days = moei_collection_new (MOEI_TYPE_QUOTA_DAY);

  for (guint date = monday; date < monday + 7; date++) {
    g_autofree char *id = g_strdup_printf ("day-%u", date);

    moei_collection_append (days, g_object_new (MOEI_TYPE_QUOTA_DAY, "id", id, "date", date, "quota", quota, NULL));
  }
  return days;
}

static char *
list_ids (MoeiCollection *collection)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < moei_collection_size (collection); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", moei_entity_get_id (moei_collection_get (collection, i)));
  return g_string_free (ids, FALSE);
}

#define assert_ids(collection, expected)                    \
  G_STMT_START {                                            \
    g_autofree char *ids_found = list_ids (collection);     \
    g_assert_cmpstr (ids_found, ==, expected);              \
  } G_STMT_END

static MoeiOperation *
new_operation (void)
{
  MoeiOperation *operation = moei_operation_new ();

  g_object_set (operation, "operating-day", TODAY, NULL);
  return operation;
}

static void
take (MoeiOperation  *operation,
      guint           day,
      MoeiCollection *flights)
{
  moei_operation_take_flights (operation, day, flights);
  g_object_unref (flights);
}

static void
test_day_constant (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (6, G_DATE_MARCH, 2025);

  g_assert_cmpuint (g_date_get_julian (date), ==, TODAY);
  g_assert_cmpint (g_date_get_weekday (date), ==, G_DATE_THURSDAY);
}

static void
test_shared (void)
{
  g_autoptr (MoeiOperation) self = new_operation ();
  MoeiCollection *flights = moei_operation_get_flights (self), *schedule = moei_operation_get_schedule (self);

  take (self, TODAY + 1, make_flights ("e", NULL));
  take (self, TODAY, make_flights ("d", "c", NULL));
  take (self, TODAY - 1, make_flights ("a", "b", NULL));

  assert_ids (schedule, "a b d c e");
  assert_ids (flights, "d c");
  g_assert_true (moei_collection_lookup (schedule, "c") == moei_collection_lookup (flights, "c"));
  g_assert_cmpuint (moei_flight_get_day (moei_collection_lookup (schedule, "a")), ==, TODAY - 1);
  g_assert_cmpuint (moei_flight_get_day (moei_collection_lookup (flights, "c")), ==, TODAY);
}

static void
test_only_its_own_day (void)
{
  g_autoptr (MoeiOperation) self = new_operation ();
  g_autoptr (MoeiCollection) today = make_flights ("today", NULL);
  g_autoptr (GObject) kept = NULL;
  guint n_flights = 0, n_schedule = 0;

  take (self, TODAY - 1, make_flights ("a", "b", NULL));
  moei_operation_take_flights (self, TODAY, today);
  kept = g_object_ref (moei_collection_lookup (moei_operation_get_schedule (self), "b"));
  g_signal_connect (moei_operation_get_flights (self), "changed", G_CALLBACK (count), &n_flights);
  g_signal_connect (moei_operation_get_schedule (self), "changed", G_CALLBACK (count), &n_schedule);

  take (self, TODAY - 1, make_flights ("b", "n", NULL));
  assert_ids (moei_operation_get_schedule (self), "b n today");
  g_assert_true (kept == moei_collection_lookup (moei_operation_get_schedule (self), "b"));
  g_assert_cmpuint (n_flights, ==, 0);
  g_assert_cmpuint (n_schedule, ==, 1);

  /* The same once more is no change. */
  moei_operation_take_flights (self, TODAY, today);
  g_assert_cmpuint (n_flights, ==, 0);
  g_assert_cmpuint (n_schedule, ==, 1);

  g_object_set (moei_collection_get (today, 0), "boarded", 3, NULL);
  moei_operation_take_flights (self, TODAY, today);
  g_assert_cmpuint (n_flights, ==, 1);
  g_assert_cmpuint (n_schedule, ==, 2);

  moei_operation_take_flights (self, TODAY - 1, NULL);
  assert_ids (moei_operation_get_schedule (self), "today");
}

static void
test_day_turns (void)
{
  g_autoptr (MoeiOperation) self = new_operation ();
  g_autoptr (GObject) tomorrow = NULL;
  guint n_flights = 0, n_schedule = 0;

  take (self, TODAY, make_flights ("a", NULL));
  take (self, TODAY + 1, make_flights ("b", NULL));
  tomorrow = g_object_ref (moei_collection_lookup (moei_operation_get_schedule (self), "b"));
  g_signal_connect (moei_operation_get_flights (self), "changed", G_CALLBACK (count), &n_flights);
  g_signal_connect (moei_operation_get_schedule (self), "changed", G_CALLBACK (count), &n_schedule);

  g_object_set (self, "operating-day", TODAY + 1, NULL);
  assert_ids (moei_operation_get_flights (self), "b");
  assert_ids (moei_operation_get_schedule (self), "a b");
  g_assert_true (tomorrow == moei_collection_get (moei_operation_get_flights (self), 0));
  g_assert_cmpuint (n_flights, ==, 1);
  g_assert_cmpuint (n_schedule, ==, 0);
}

/* A flight that is put off keeps its place in people's hands, whichever of the
 * two lists came first. */
static void
test_moves (gconstpointer data)
{
  gboolean old_day_first = GPOINTER_TO_INT (data);
  g_autoptr (MoeiOperation) self = new_operation ();
  GObject *moved;
  guint n_schedule = 0;

  take (self, TODAY, make_flights ("a", "b", NULL));
  take (self, TODAY + 1, make_flights ("c", NULL));
  moved = moei_collection_lookup (moei_operation_get_schedule (self), "b");
  g_signal_connect (moei_operation_get_schedule (self), "changed", G_CALLBACK (count), &n_schedule);

  moei_operation_freeze (self);
  if (old_day_first)
    take (self, TODAY, make_flights ("a", NULL));
  take (self, TODAY + 1, make_flights ("c", "b", NULL));
  if (!old_day_first)
    take (self, TODAY, make_flights ("a", NULL));
  g_assert_cmpuint (n_schedule, ==, 0);
  assert_ids (moei_operation_get_schedule (self), "a b c");
  moei_operation_thaw (self);

  g_assert_cmpuint (n_schedule, ==, 1);
  assert_ids (moei_operation_get_schedule (self), "a c b");
  assert_ids (moei_operation_get_flights (self), "a");
  g_assert_true (moved == moei_collection_lookup (moei_operation_get_schedule (self), "b"));
}

static void
test_week_turns (void)
{
  g_autoptr (MoeiOperation) self = new_operation ();
  g_autoptr (MoeiCollection) last = make_week (MONDAY - 7, 1);
  g_autoptr (MoeiCollection) this = make_week (MONDAY, 2);
  g_autoptr (MoeiCollection) next = make_week (MONDAY + 7, 3);

  moei_operation_take_days (self, TODAY, this);
  moei_operation_take_days (self, MONDAY + 7 + 6, next);
  moei_operation_take_days (self, MONDAY - 7, last);

  g_assert_cmpuint (moei_collection_size (moei_operation_get_calendar (self)), ==, 21);
  g_assert_cmpuint (moei_collection_size (moei_operation_get_days (self)), ==, 7);
  g_assert_cmpuint (moei_quota_day_get_date (moei_collection_get (moei_operation_get_days (self), 0)), ==, MONDAY);

  /* Sunday is the same week, Monday the next one. */
  g_object_set (self, "operating-day", MONDAY + 6, NULL);
  g_assert_cmpuint (moei_quota_day_get_date (moei_collection_get (moei_operation_get_days (self), 0)), ==, MONDAY);
  g_object_set (self, "operating-day", MONDAY + 7, NULL);
  g_assert_cmpuint (moei_quota_day_get_date (moei_collection_get (moei_operation_get_days (self), 0)), ==, MONDAY + 7);
  g_assert_cmpint (moei_quota_day_get_quota (moei_collection_get (moei_operation_get_days (self), 6)), ==, 3);
}

static void
test_unknown_day (void)
{
  g_autoptr (MoeiOperation) self = moei_operation_new ();
  g_autoptr (MoeiCollection) convoys = moei_collection_new (MOEI_TYPE_CONVOY);

  moei_collection_append (convoys, moei_convoy_new ("a"));
  moei_operation_take_convoys (self, TODAY, convoys);
  assert_ids (moei_operation_get_convoys (self), "a");

  g_object_set (self, "operating-day", TODAY + 1, NULL);
  assert_ids (moei_operation_get_convoys (self), "");
  assert_ids (moei_operation_get_movements (self), "a");

  /* A list that does not say its day is the present one's. */
  moei_operation_take_convoys (self, MOEI_DAY_UNKNOWN, convoys);
  assert_ids (moei_operation_get_convoys (self), "a");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/operation/operation/day-constant", test_day_constant);
  g_test_add_func ("/operation/operation/shared", test_shared);
  g_test_add_func ("/operation/operation/only-its-own-day", test_only_its_own_day);
  g_test_add_func ("/operation/operation/day-turns", test_day_turns);
  g_test_add_data_func ("/operation/operation/moves/old-day-first", GINT_TO_POINTER (TRUE), test_moves);
  g_test_add_data_func ("/operation/operation/moves/new-day-first", GINT_TO_POINTER (FALSE), test_moves);
  g_test_add_func ("/operation/operation/week-turns", test_week_turns);
  g_test_add_func ("/operation/operation/unknown-day", test_unknown_day);

  return g_test_run ();
}
