/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "operation/moei-change.h"
#include "operation/moei-flight.h"
#include "operation/moei-place.h"
#include "service/moei-exercise-state.h"
#include "service/moei-exercise.h"
#include "service/moei-shelving.h"
#include "wire/moei-entity-json.h"
#include "wire/moei-instant.h"

#define SECOND     G_TIME_SPAN_SECOND
#define PATIENCE_S 120

typedef struct {
  char             *folder;
  MoeiBundle       *plan;
  MoeiStore        *store;
  MoeiServiceClock *clock;
  MoeiExercise     *exercise;
  gint64            start;
} Fixture;

/* How often it was said that the exercise cannot write. */
static guint n_complaints;

static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  for (gsize i = 0; i < n_fields; i++) {
    if (g_str_equal (fields[i].key, "MESSAGE") &&
        g_str_has_prefix (fields[i].value, "The exercise cannot write")) {
      n_complaints++;
      return G_LOG_WRITER_HANDLED;
    }
  }
  return g_log_writer_default (level, fields, n_fields, user_data);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("moei-exercise-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "moei.db", NULL);
  fixture->store = moei_store_open (path, &error);
  g_assert_no_error (error);
  fixture->plan = moei_bundle_read_built_in (&error);
  g_assert_no_error (error);
  fixture->clock = moei_service_clock_new ();
  fixture->exercise = moei_exercise_new (fixture->plan, MOEI_EXERCISE_DEFAULT_SEED,
                                         fixture->store, fixture->clock);
  fixture->start = moei_exercise_default_start ();
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_finalize_object (fixture->exercise);
  moei_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->clock);
  g_assert_finalize_object (fixture->plan);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

/* Begins with a clock that only the test moves. */
static void
begin (Fixture *fixture,
       gint64   start)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (moei_exercise_begin (fixture->exercise, start, 0, &error));
  g_assert_no_error (error);
}

static gboolean
give_up (gpointer user_data)
{
  g_error ("The exercise wrote nothing in %d s", PATIENCE_S);
  return G_SOURCE_REMOVE;
}

static void
step_to (Fixture *fixture,
         gint64   instant)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_S, give_up, NULL);

  moei_service_clock_play (fixture->clock, instant, 0);
  moei_exercise_step (fixture->exercise);
  while (moei_exercise_is_writing (fixture->exercise))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static gint64
get_revision (Fixture *fixture)
{
  g_autoptr (MoeiStoreView) view = moei_store_read (fixture->store, NULL);

  return moei_store_view_get_revision (view);
}

/* What the store says of a shelf is what the state says. */
static void
assert_store_says (Fixture *fixture,
                   gint64   instant)
{
  g_autoptr (MoeiBundle) state = moei_exercise_state_at (fixture->plan, MOEI_EXERCISE_DEFAULT_SEED, instant);
  g_autoptr (MoeiStoreView) view = moei_store_read (fixture->store, NULL);

  for (MoeiShelf shelf = MOEI_SHELF_PLACES; shelf < MOEI_N_SHELVES; shelf++) {
    MoeiCollection *expected = moei_bundle_get_shelf (state, shelf);
    g_autoptr (GPtrArray) items = moei_store_view_list_items (view, shelf, MOEI_DAY_UNKNOWN,
                                                              MOEI_DAY_UNKNOWN, NULL);

    g_assert_cmpuint (items->len, ==, moei_collection_size (expected));
    for (guint i = 0; i < items->len; i++) {
      const MoeiStoreItem *item = items->pdata[i];
      MoeiEntity *entity = moei_collection_lookup (expected, item->id);
      g_autofree char *json = NULL;

      g_assert_nonnull (entity);
      json = moei_entity_to_json (entity);
      g_assert_cmpstr (item->body, ==, json);
      g_assert_cmpuint (item->day, ==, moei_shelf_get_day_of (entity));
    }
  }
}

static void
test_begin (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (MoeiStoreView) view = NULL;
  g_autoptr (MoeiDocument) operation = NULL;

  g_assert_false (moei_exercise_is_running (fixture->exercise));
  begin (fixture, fixture->start);
  g_assert_true (moei_exercise_is_running (fixture->exercise));
  g_assert_cmpint (moei_service_clock_get_now (fixture->clock), ==, fixture->start);
  assert_store_says (fixture, fixture->start);

  view = moei_store_read (fixture->store, NULL);
  operation = moei_store_view_load_operation (view, NULL);
  g_assert_true (moei_document_get_exercise (operation));
  moei_exercise_stop (fixture->exercise);
  g_assert_false (moei_exercise_is_running (fixture->exercise));
}

static void
test_step (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 revision;

  begin (fixture, fixture->start);
  revision = get_revision (fixture);
  step_to (fixture, fixture->start + 20 * SECOND);
  g_assert_cmpint (get_revision (fixture), ==, revision);

  step_to (fixture, fixture->start + 60 * SECOND);
  g_assert_cmpint (get_revision (fixture), ==, revision + 1);
  assert_store_says (fixture, fixture->start + 60 * SECOND);
}

/* A step by running is a step by jumping. */
static void
test_jump (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 tomorrow = fixture->start + G_TIME_SPAN_DAY;

  begin (fixture, fixture->start);
  for (guint i = 1; i <= 5; i++)
    step_to (fixture, fixture->start + i * 600 * SECOND);
  assert_store_says (fixture, fixture->start + 3000 * SECOND);
  step_to (fixture, tomorrow);
  assert_store_says (fixture, tomorrow);
  step_to (fixture, fixture->start);
  assert_store_says (fixture, fixture->start);
}

static guint
count_changed (Fixture *fixture,
               gint64   since)
{
  g_autoptr (MoeiStoreView) view = moei_store_read (fixture->store, NULL);
  guint n_changed = 0;

  for (MoeiShelf shelf = MOEI_SHELF_PLACES; shelf < MOEI_N_SHELVES; shelf++) {
    g_autoptr (GPtrArray) items = moei_store_view_list_items (view, shelf, MOEI_DAY_UNKNOWN,
                                                              MOEI_DAY_UNKNOWN, NULL);

    for (guint i = 0; i < items->len; i++)
      n_changed += ((const MoeiStoreItem *) items->pdata[i])->revision > since;
  }
  return n_changed;
}

/* Half a minute moves the convoys that are under way, and nothing else. */
static void
test_only_what_differs (Fixture       *fixture,
                        gconstpointer  data)
{
  gint64 revision;
  guint n_changed;

  begin (fixture, fixture->start);
  revision = get_revision (fixture);
  step_to (fixture, fixture->start + 30 * SECOND);
  n_changed = count_changed (fixture, revision);
  g_assert_cmpuint (n_changed, >=, 2);
  g_assert_cmpuint (n_changed, <=, 4);
}

/* What a used store holds is taken away, or replaced. */
static void
test_used_store (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (MoeiStoreBatch) batch = moei_store_batch_new ("somebody", fixture->start);
  g_autoptr (MoeiPlace) place = moei_place_new ("elsewhere");
  g_autoptr (MoeiPlace) same = moei_place_new ("kk-park");
  g_autoptr (GError) error = NULL;

  moei_store_batch_put_entity (batch, MOEI_ENTITY (place));
  moei_store_batch_put_entity (batch, MOEI_ENTITY (same));
  g_assert_cmpint (moei_store_write (fixture->store, batch, &error), >, 0);
  g_assert_no_error (error);

  begin (fixture, fixture->start);
  assert_store_says (fixture, fixture->start);
}

static void
test_end (Fixture       *fixture,
          gconstpointer  data)
{
  MoeiDocument *operation = moei_bundle_get_document (fixture->plan, MOEI_DOCUMENT_OPERATION);
  gint64 end = moei_document_get_end (operation);

  begin (fixture, end - 600 * SECOND);
  step_to (fixture, end);
  assert_store_says (fixture, end);
  g_assert_true (moei_exercise_is_running (fixture->exercise));
  step_to (fixture, end + 3600 * SECOND);
  g_assert_false (moei_exercise_is_running (fixture->exercise));
}

static void
test_bad_start (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 revision = get_revision (fixture);

  g_assert_false (moei_exercise_begin (fixture->exercise, fixture->start - 365 * G_TIME_SPAN_DAY, 1, &error));
  g_assert_error (error, MOEI_EXERCISE_ERROR, MOEI_EXERCISE_ERROR_START);
  g_assert_cmpstr (error->message, ==, "the start is not within the operation, "
                   "2025-02-20T00:00:00+07:00 to 2025-04-01T00:00:00+07:00");
  g_assert_false (moei_exercise_is_running (fixture->exercise));
  g_assert_cmpint (get_revision (fixture), ==, revision);
}

static void
test_bad_plan (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (MoeiBundle) empty = moei_bundle_new ();
  g_autoptr (MoeiExercise) exercise = moei_exercise_new (empty, 1, fixture->store, fixture->clock);
  g_autoptr (GError) error = NULL;

  g_assert_false (moei_exercise_begin (exercise, fixture->start, 1, &error));
  g_assert_error (error, MOEI_EXERCISE_ERROR, MOEI_EXERCISE_ERROR_PLAN);
}

/* A store that refuses is tried again at each step; that is said once. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  begin (fixture, fixture->start);
  moei_store_close (fixture->store);
  for (guint i = 1; i <= 3; i++)
    step_to (fixture, fixture->start + i * 60 * SECOND);
  g_assert_cmpuint (n_complaints, ==, 1);
  g_assert_true (moei_exercise_is_running (fixture->exercise));
}

/* It goes of its own accord. */
static void
test_runs (Fixture       *fixture,
           gconstpointer  data)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_S, give_up, NULL);
  g_autoptr (GError) error = NULL;
  gint64 revision;

  g_assert_true (moei_exercise_begin (fixture->exercise, fixture->start, MOEI_EXERCISE_MAX_SPEED, &error));
  revision = get_revision (fixture);
  while (get_revision (fixture) == revision)
    g_main_context_iteration (NULL, TRUE);
  while (moei_exercise_is_writing (fixture->exercise))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static MoeiCollection *
load_changes (Fixture *fixture)
{
  g_autoptr (MoeiStoreView) view = moei_store_read (fixture->store, NULL);
  MoeiCollection *changes = moei_collection_new (MOEI_TYPE_CHANGE);

  g_assert_true (moei_store_view_load_changes (view, changes, NULL));
  return changes;
}

/* What happened lately can be looked back on, in order, up to the start and not
 * beyond; the store says what it would say without it. */
static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (MoeiCollection) changes = NULL;
  gint64 later = G_MAXINT64;
  guint corrections = 0, kinds = 0;

  moei_exercise_set_history (fixture->exercise, 2 * G_TIME_SPAN_DAY);
  begin (fixture, fixture->start);
  assert_store_says (fixture, fixture->start);

  changes = load_changes (fixture);
  g_assert_cmpuint (moei_collection_size (changes), >, 100);
  for (guint i = 0; i < moei_collection_size (changes); i++) {
    MoeiChange *change = moei_collection_get (changes, i);
    gint64 at = moei_change_get_at (change);

    g_assert_cmpint (at, <=, MIN (later, fixture->start));
    g_assert_cmpint (at, >=, fixture->start - 2 * G_TIME_SPAN_DAY);
    g_assert_nonnull (moei_change_get_field (change));
    later = at;
    kinds |= 1u << moei_change_get_kind (change);
    corrections += moei_change_get_correction (change) && moei_change_get_before (change) != NULL;
  }
  /* Flights, convoys, places, days, nationalities and notices. */
  g_assert_cmpuint (kinds & 0x16e, ==, 0x16e);
  g_assert_cmpuint (corrections, >, 0);
}

/* When the clock is set back, what has not happened yet is told no more; going on
 * from there is. */
static void
test_changes_jump (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (MoeiCollection) before = NULL;
  g_autoptr (MoeiCollection) back = NULL;
  g_autoptr (MoeiCollection) after = NULL;

  begin (fixture, fixture->start);
  step_to (fixture, fixture->start + 30 * G_TIME_SPAN_MINUTE);
  before = load_changes (fixture);
  g_assert_cmpuint (moei_collection_size (before), >, 0);

  step_to (fixture, fixture->start - 3 * G_TIME_SPAN_HOUR);
  back = load_changes (fixture);
  g_assert_cmpuint (moei_collection_size (back), ==, 0);
  assert_store_says (fixture, fixture->start - 3 * G_TIME_SPAN_HOUR);

  step_to (fixture, fixture->start);
  after = load_changes (fixture);
  g_assert_cmpuint (moei_collection_size (after), >, 0);
  assert_store_says (fixture, fixture->start);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);

#define ADD(name, func) g_test_add ("/service/exercise/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("begin", test_begin);
  ADD ("step", test_step);
  ADD ("jump", test_jump);
  ADD ("only-what-differs", test_only_what_differs);
  ADD ("used-store", test_used_store);
  ADD ("end", test_end);
  ADD ("bad-start", test_bad_start);
  ADD ("bad-plan", test_bad_plan);
  ADD ("refused", test_refused);
  ADD ("runs", test_runs);
  ADD ("history", test_history);
  ADD ("changes-jump", test_changes_jump);
#undef ADD

  return g_test_run ();
}
