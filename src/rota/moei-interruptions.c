/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-interruptions.h"

/* What happened longer ago is no news any more. */
#define NEWS (120 * G_TIME_SPAN_SECOND)

/* Occasions that follow one another have the screen so long; then a scene has its
 * turn, so that on a busy day the others are seen too. */
#define IN_A_ROW (120 * G_TIME_SPAN_SECOND)

typedef struct {
  MoeiOccasion       *occasion;
  MoeiOccasionAction  action;
  gint64              left;
  gint64              waited;
} Interruption;

struct _MoeiInterruptions {
  GArray   *queue;   /* of Interruption, the present one first */
  gboolean  present; /* whether there is one */
  gint64    taken;   /* since a scene had its turn */
};

static void
clear_interruption (gpointer data)
{
  g_object_unref (((Interruption *) data)->occasion);
}

/**
 * moei_interruptions_new: (skip)
 *
 * Returns: (transfer full): a queue of occasions, empty
 */
MoeiInterruptions *
moei_interruptions_new (void)
{
  MoeiInterruptions *self = g_new0 (MoeiInterruptions, 1);

  self->queue = g_array_new (FALSE, FALSE, sizeof (Interruption));
  g_array_set_clear_func (self->queue, clear_interruption);
  return self;
}

/**
 * moei_interruptions_free: (skip)
 * @self: (transfer full): a queue
 */
void
moei_interruptions_free (MoeiInterruptions *self)
{
  g_array_unref (self->queue);
  g_free (self);
}

static Interruption *
get (MoeiInterruptions *self,
     guint              i)
{
  return &g_array_index (self->queue, Interruption, i);
}

/* The first that waits gets the screen, unless occasions have had it too long. */
static void
begin_next (MoeiInterruptions *self)
{
  self->present = self->queue->len > 0 && self->taken < IN_A_ROW;
}

/**
 * moei_interruptions_add: (skip)
 * @self: a queue
 * @occasion: what happened
 * @action: to hold or to pre-empt
 * @span: for how many microseconds
 *
 * The gravest goes first, and before one that is shown already, which comes back
 * for what is left of its time.
 */
void
moei_interruptions_add (MoeiInterruptions  *self,
                        MoeiOccasion       *occasion,
                        MoeiOccasionAction  action,
                        gint64              span)
{
  Interruption fresh = { occasion, action, span, 0 };
  guint place = 0;

  for (guint i = 0; i < self->queue->len; i++) {
    int order = moei_occasion_compare (get (self, i)->occasion, occasion);

    if (order == 0)
      return;
    if (order < 0)
      place = i + 1;
  }

  if (place == MOEI_INTERRUPTIONS_MAX)
    return;
  if (self->queue->len == MOEI_INTERRUPTIONS_MAX)
    g_array_set_size (self->queue, MOEI_INTERRUPTIONS_MAX - 1);
  g_object_ref (occasion);
  g_array_insert_val (self->queue, place, fresh);
  if (!self->present)
    begin_next (self);
}

/**
 * moei_interruptions_wait: (skip)
 * @self: a queue
 * @span: microseconds that passed
 * @is_hidden: whether something else had the screen all the while
 *
 * Lets those that wait grow old, and forgets the old ones.
 */
void
moei_interruptions_wait (MoeiInterruptions *self,
                         gint64             span,
                         gboolean           is_hidden)
{
  guint n_shown = self->present && !is_hidden ? 1 : 0;

  for (guint i = self->queue->len; i-- > n_shown;) {
    get (self, i)->waited += span;
    if (get (self, i)->waited >= NEWS)
      g_array_remove_index (self->queue, i);
  }
  if (self->queue->len == 0)
    self->present = FALSE;
}

/* One scene tells of all that happened of its kind. */
static void
drop_told (MoeiInterruptions *self,
           MoeiSceneKind      scene)
{
  for (guint i = self->queue->len; i-- > 0;)
    if (get (self, i)->action == MOEI_OCCASION_ACTION_PRE_EMPT &&
        moei_occasion_get_scene (get (self, i)->occasion) == scene)
      g_array_remove_index (self->queue, i);
}

/**
 * moei_interruptions_end: (skip)
 * @self: a queue
 *
 * Ends the present one before its time; the next follows.
 */
void
moei_interruptions_end (MoeiInterruptions *self)
{
  MoeiSceneKind scene;
  MoeiOccasionAction action;

  if (!self->present)
    return;

  scene = moei_occasion_get_scene (get (self, 0)->occasion);
  action = get (self, 0)->action;
  g_array_remove_index (self->queue, 0);
  if (action == MOEI_OCCASION_ACTION_PRE_EMPT)
    drop_told (self, scene);
  begin_next (self);
}

/**
 * moei_interruptions_pass: (skip)
 * @self: a queue
 * @span: microseconds that passed for the occasions
 *
 * Returns: how much of @span is left for the scenes
 */
gint64
moei_interruptions_pass (MoeiInterruptions *self,
                         gint64             span)
{
  while (self->present && span > 0) {
    gint64 passed = MIN (span, get (self, 0)->left);

    get (self, 0)->left -= passed;
    self->taken += passed;
    span -= passed;
    if (get (self, 0)->left == 0)
      moei_interruptions_end (self);
  }
  return span;
}

/**
 * moei_interruptions_scene_turns: (skip)
 * @self: a queue
 *
 * A scene has had its turn: occasions that wait may have theirs.
 */
void
moei_interruptions_scene_turns (MoeiInterruptions *self)
{
  self->taken = 0;
  if (!self->present)
    begin_next (self);
}

/**
 * moei_interruptions_get_present: (skip)
 * @self: a queue
 * @action: (out): to hold or to pre-empt; none if there is none
 *
 * Returns: (transfer none) (nullable): the occasion that has the screen
 */
MoeiOccasion *
moei_interruptions_get_present (MoeiInterruptions  *self,
                                MoeiOccasionAction *action)
{
  *action = self->present ? get (self, 0)->action : MOEI_OCCASION_ACTION_NONE;
  return self->present ? get (self, 0)->occasion : NULL;
}

/**
 * moei_interruptions_get_left: (skip)
 * @self: a queue
 *
 * Returns: for how many microseconds the present one has the screen;
 *   `G_MAXINT64` if there is none
 */
gint64
moei_interruptions_get_left (MoeiInterruptions *self)
{
  return self->present ? get (self, 0)->left : G_MAXINT64;
}
