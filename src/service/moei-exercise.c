/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-exercise.h"

#include "service/moei-exercise-moment.h"
#include "service/moei-exercise-report.h"
#include "service/moei-exercise-state.h"
#include "service/moei-shelving.h"
#include "service/moei-store-view.h"
#include "wire/moei-entity-json.h"
#include "wire/moei-instant.h"

/* How far apart the past is written before an exercise begins: the last hours
 * finely, and nothing at night. */
#define RECENT      (3 * G_TIME_SPAN_HOUR)
#define RECENT_STEP (15 * G_TIME_SPAN_MINUTE)
#define STEP        (60 * G_TIME_SPAN_MINUTE)
#define DAY_BEGINS  (6 * G_TIME_SPAN_HOUR)
#define DAY_ENDS    (19 * G_TIME_SPAN_HOUR)

/* How often the operation is told anew, which bounds how often it is written:
 * once a second, however fast its clock goes. */
#define STEP_MS 1000

/* Thursday 20 March 2025, the lane of Chinese nationals: three flights have
 * left, one is boarding, convoys are on both sides of the bridge, one of them
 * halted so that a flight is at risk, and fourteen seats wait for an embassy. */
#define DEFAULT_START "2025-03-20T14:12:00+07:00"

/**
 * MoeiExercise:
 *
 * Plays an operation: whatever its clock shows, the store says what was known
 * then.
 *
 * It writes as any other post would, and only what differs from what it wrote
 * before.  It goes on until the operation's end, where it stops; the clock
 * goes on, so that what is shown grows old as it would.  Setting the clock to
 * another instant takes the exercise there at its next step.
 */
struct _MoeiExercise {
  GObject parent_instance;

  MoeiCourse       *course;
  MoeiStore        *store;
  MoeiServiceClock *clock;
  GHashTable       *written; /* "shelf/id" → JSON */
  guint             timer;
  gint64            shown;   /* the last instant that was written in full */
  gint64            history; /* how much of the past is written before it begins */
  gboolean          writing;
  gboolean          failed;
};

G_DEFINE_FINAL_TYPE (MoeiExercise, moei_exercise, G_TYPE_OBJECT)

G_DEFINE_QUARK (moei-exercise-error-quark, moei_exercise_error)

static void
moei_exercise_dispose (GObject *object)
{
  moei_exercise_stop (MOEI_EXERCISE (object));

  G_OBJECT_CLASS (moei_exercise_parent_class)->dispose (object);
}

static void
moei_exercise_finalize (GObject *object)
{
  MoeiExercise *self = MOEI_EXERCISE (object);

  moei_course_free (self->course);
  g_object_unref (self->store);
  g_object_unref (self->clock);
  g_hash_table_unref (self->written);

  G_OBJECT_CLASS (moei_exercise_parent_class)->finalize (object);
}

static void
moei_exercise_class_init (MoeiExerciseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_exercise_dispose;
  object_class->finalize = moei_exercise_finalize;
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
moei_exercise_init (MoeiExercise *self)
{
  self->written = new_table ();
}

static char *
make_key (MoeiShelf   shelf,
          const char *id)
{
  return g_strdup_printf ("%d/%s", (int) shelf, id);
}

/* Takes away whatever was there and is not known any more. */
static void
delete_absent (MoeiExercise   *self,
               GHashTable     *present,
               MoeiStoreBatch *batch)
{
  GHashTableIter iter;
  const char *key;

  g_hash_table_iter_init (&iter, self->written);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, NULL)) {
    if (!g_hash_table_contains (present, key)) {
      char *id;
      MoeiShelf shelf = (MoeiShelf) g_ascii_strtoull (key, &id, 10);

      moei_store_batch_delete (batch, shelf, id + 1);
    }
  }
}

/* What must be written to make the store say @state; what it will say then is
 * returned. */
static GHashTable *
compare (MoeiExercise   *self,
         MoeiBundle     *state,
         MoeiStoreBatch *batch)
{
  GHashTable *present = new_table ();

  for (MoeiShelf shelf = MOEI_SHELF_PLACES; shelf < MOEI_N_SHELVES; shelf++) {
    MoeiCollection *entities = moei_bundle_get_shelf (state, shelf);

    for (guint i = 0; i < moei_collection_size (entities); i++) {
      MoeiEntity *entity = moei_collection_get (entities, i);
      char *key = make_key (shelf, moei_entity_get_id (entity));
      char *json = moei_entity_to_json (entity);

      if (g_strcmp0 (g_hash_table_lookup (self->written, key), json) != 0)
        moei_store_batch_put_entity (batch, entity);
      g_hash_table_insert (present, key, json);
    }
  }
  delete_absent (self, present, batch);
  return present;
}

static void
take_written (MoeiExercise *self,
              GHashTable   *present)
{
  g_hash_table_unref (self->written);
  self->written = g_hash_table_ref (present);
}

static void
wrote_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  MoeiExercise *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  gboolean failed = moei_store_write_finish (MOEI_STORE (source), result, &error) < 0;

  self->writing = FALSE;
  if (!failed)
    take_written (self, g_task_get_task_data (task));
  else
    self->shown = MOEI_INSTANT_UNKNOWN;
  if (failed && !self->failed)
    g_message ("The exercise cannot write, and tries on: %s", error->message);
  self->failed = failed;
  g_task_return_boolean (task, !failed);
}

static gint64
get_end (MoeiExercise *self)
{
  return moei_document_get_end (moei_bundle_get_document (self->course->plan,
                                                          MOEI_DOCUMENT_OPERATION));
}

/* Nothing changes between one report of positions and the next. */
static gboolean
is_shown (MoeiExercise *self,
          gint64        now)
{
  return now / MOEI_MOMENT_POSITION == self->shown / MOEI_MOMENT_POSITION && now < get_end (self);
}

/**
 * moei_exercise_step:
 * @self: an exercise that has begun
 *
 * Brings the store to what the clock shows, unless it is still being written to.
 */
void
moei_exercise_step (MoeiExercise *self)
{
  gint64 now;
  g_autoptr (MoeiBundle) state = NULL;
  g_autoptr (MoeiStoreBatch) batch = NULL;
  GHashTable *present;
  GTask *task;

  g_return_if_fail (MOEI_IS_EXERCISE (self));

  now = moei_service_clock_get_now (self->clock);
  if (self->writing || is_shown (self, now))
    return;

  state = moei_course_get_state (self->course, now);
  batch = moei_store_batch_new (MOEI_EXERCISE_POST, now);
  moei_store_batch_set_restarts (batch, now < self->shown);
  present = compare (self, state, batch);
  self->shown = now;
  if (moei_store_batch_get_size (batch) == 0) {
    g_hash_table_unref (present);
    if (now >= get_end (self))
      moei_exercise_stop (self);
    return;
  }

  self->writing = TRUE;
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, moei_exercise_step);
  g_task_set_task_data (task, present, (GDestroyNotify) g_hash_table_unref);
  moei_store_write_async (self->store, batch, NULL, wrote_cb, task);
}

static gboolean
step_cb (gpointer user_data)
{
  MoeiExercise *self = user_data;

  moei_exercise_step (self);
  return self->timer != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* A store that has been used before holds what this exercise has not written. */
static gboolean
remember_store (MoeiExercise  *self,
                GError       **error)
{
  g_autoptr (MoeiStoreView) view = moei_store_read (self->store, error);

  if (view == NULL)
    return FALSE;

  for (MoeiShelf shelf = MOEI_SHELF_PLACES; shelf < MOEI_N_SHELVES; shelf++) {
    g_autoptr (GPtrArray) items = moei_store_view_list_items (view, shelf, MOEI_DAY_UNKNOWN,
                                                              MOEI_DAY_UNKNOWN, error);

    if (items == NULL)
      return FALSE;
    for (guint i = 0; i < items->len; i++) {
      const MoeiStoreItem *item = items->pdata[i];

      g_hash_table_insert (self->written, make_key (shelf, item->id), g_strdup (item->body));
    }
  }
  return TRUE;
}

static gboolean
write_state (MoeiExercise  *self,
             gint64         instant,
             gboolean       restarts,
             GError       **error)
{
  g_autoptr (MoeiBundle) state = moei_course_get_state (self->course, instant);
  g_autoptr (MoeiStoreBatch) batch = moei_store_batch_new (MOEI_EXERCISE_POST, instant);
  g_autoptr (GHashTable) present = NULL;

  moei_store_batch_set_restarts (batch, restarts);
  moei_store_batch_put_operation (batch, moei_bundle_get_document (state, MOEI_DOCUMENT_OPERATION));
  present = compare (self, state, batch);
  if (moei_store_write (self->store, batch, error) < 0)
    return FALSE;

  take_written (self, present);
  self->shown = instant;
  return TRUE;
}

static gint64
next_instant (gint64 instant,
              gint64 start)
{
  gint64 midnight;

  if (instant >= start - RECENT)
    return MIN (instant + RECENT_STEP, start);

  instant = MIN (instant + STEP, start - RECENT);
  midnight = moei_day_get_start (moei_day_of_instant (instant));
  if (instant - midnight < DAY_BEGINS)
    instant = midnight + DAY_BEGINS;
  else if (instant - midnight > DAY_ENDS)
    instant = midnight + G_TIME_SPAN_DAY;
  return MIN (instant, start);
}

/* What has happened lately is written as it would have been, so that there are
 * changes to look back on. */
static gboolean
write_all (MoeiExercise  *self,
           gint64         start,
           GError       **error)
{
  MoeiDocument *operation = moei_bundle_get_document (self->course->plan, MOEI_DOCUMENT_OPERATION);
  gint64 instant = MAX (moei_document_get_start (operation), start - self->history);

  if (!write_state (self, instant, TRUE, error))
    return FALSE;

  while (instant < start) {
    instant = next_instant (instant, start);
    if (!write_state (self, instant, FALSE, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_start (MoeiExercise  *self,
             gint64         start,
             GError       **error)
{
  MoeiDocument *operation = moei_bundle_get_document (self->course->plan, MOEI_DOCUMENT_OPERATION);
  gint64 first = moei_document_get_start (operation);
  gint64 last = moei_document_get_end (operation);

  if (first == MOEI_INSTANT_UNKNOWN || last == MOEI_INSTANT_UNKNOWN || first >= last) {
    g_set_error_literal (error, MOEI_EXERCISE_ERROR, MOEI_EXERCISE_ERROR_PLAN,
                         "the operation does not say when it begins and ends");
    return FALSE;
  }
  if (start < first || start >= last) {
    g_autofree char *from = moei_instant_format (first);
    g_autofree char *until = moei_instant_format (last);

    g_set_error (error, MOEI_EXERCISE_ERROR, MOEI_EXERCISE_ERROR_START,
                 "the start is not within the operation, %s to %s", from, until);
    return FALSE;
  }
  return TRUE;
}

/**
 * moei_exercise_new:
 * @plan: an operation as it ended
 * @seed: what the exercise's chances hang on
 * @store: where to write it; what else it holds will be taken away
 * @clock: the service's clock
 *
 * Returns: (transfer full): an exercise that has not begun
 */
MoeiExercise *
moei_exercise_new (MoeiBundle       *plan,
                   guint             seed,
                   MoeiStore        *store,
                   MoeiServiceClock *clock)
{
  MoeiExercise *self = g_object_new (MOEI_TYPE_EXERCISE, NULL);

  self->course = moei_course_new (plan, seed);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * moei_exercise_set_history:
 * @self: an exercise that has not begun
 * @history: how much of what was before it begins is written as it happened; 0
 *   for nothing
 */
void
moei_exercise_set_history (MoeiExercise *self,
                           gint64        history)
{
  g_return_if_fail (MOEI_IS_EXERCISE (self));
  g_return_if_fail (history >= 0);

  self->history = history;
}

/**
 * moei_exercise_begin:
 * @self: an exercise that has not begun
 * @start: an instant within the operation
 * @speed: how many seconds of the operation pass in one; 0 for a clock that
 *   stands still
 * @error: where to say why it cannot begin
 *
 * Writes the operation as it was known at @start, sets the clock to it, and
 * goes on from there once a second.
 *
 * Returns: whether it has begun
 */
gboolean
moei_exercise_begin (MoeiExercise  *self,
                     gint64         start,
                     double         speed,
                     GError       **error)
{
  g_return_val_if_fail (MOEI_IS_EXERCISE (self), FALSE);
  g_return_val_if_fail (self->timer == 0, FALSE);
  g_return_val_if_fail (speed >= 0, FALSE);

  if (!check_start (self, start, error) ||
      !remember_store (self, error) ||
      !write_all (self, start, error))
    return FALSE;

  moei_service_clock_play (self->clock, start, speed);
  self->timer = g_timeout_add (STEP_MS, step_cb, self);
  g_source_set_name_by_id (self->timer, "[moei] exercise");
  return TRUE;
}

/**
 * moei_exercise_stop:
 * @self: an exercise
 *
 * Writes nothing more of its own accord.
 */
void
moei_exercise_stop (MoeiExercise *self)
{
  g_return_if_fail (MOEI_IS_EXERCISE (self));

  g_clear_handle_id (&self->timer, g_source_remove);
}

/**
 * moei_exercise_is_running:
 * @self: an exercise
 *
 * Returns: whether it goes on of its own accord
 */
gboolean
moei_exercise_is_running (MoeiExercise *self)
{
  g_return_val_if_fail (MOEI_IS_EXERCISE (self), FALSE);

  return self->timer != 0;
}

/**
 * moei_exercise_is_writing:
 * @self: an exercise
 *
 * Returns: whether a step is still being written
 */
gboolean
moei_exercise_is_writing (MoeiExercise *self)
{
  g_return_val_if_fail (MOEI_IS_EXERCISE (self), FALSE);

  return self->writing;
}

/**
 * moei_exercise_default_start:
 *
 * Returns: the instant of the built-in operation that shows most: a weekday
 *   afternoon short of its quota
 */
gint64
moei_exercise_default_start (void)
{
  gint64 start = MOEI_INSTANT_UNKNOWN;

  moei_instant_parse (DEFAULT_START, &start);
  return start;
}
