/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-rounds.h"

#include "rota/moei-wall-values.h"

/* So long a scene must stand in a language to have been read in it; half of the
 * shortest dwell. */
#define READ (5 * G_TIME_SPAN_SECOND)

/* Two clocks that do not know each other, but for one thing: four scenes of 30
 * seconds and four languages of 30 seconds would show each scene in one language
 * only.  Therefore it is kept which scene was seen in which language.  Where a pair
 * is missing after more rounds than there are languages, the scene before waits
 * until that language has its turn: each such wait brings one that was missing. */
struct _MoeiRounds {
  MoeiWallPlan        *plan;
  const MoeiSceneKind *scenes;
  guint                n_scenes;
  guint                scene;
  gint64               scene_passed;
  gboolean             empty[MOEI_N_SCENE_KINDS];

  const MoeiLanguage  *languages;
  guint                n_languages;
  guint                language;
  gint64               language_passed;

  guint                seen[MOEI_MAX_SCENES]; /* a bit for each language */
  gint64               together; /* how long the scene has stood in the language */
  guint                n_rounds;
};

/**
 * moei_rounds_new: (skip)
 * @plan: a display's settings
 * @monitor: (nullable): the monitor's name
 *
 * Returns: (transfer full): its scenes and languages, at the first of each
 */
MoeiRounds *
moei_rounds_new (MoeiWallPlan *plan,
                 const char   *monitor)
{
  MoeiRounds *self = g_new0 (MoeiRounds, 1);

  self->plan = g_object_ref (plan);
  self->scenes = moei_wall_plan_get_scenes (plan, monitor, &self->n_scenes);
  self->languages = moei_wall_plan_get_languages (plan, &self->n_languages);
  return self;
}

/**
 * moei_rounds_free: (skip)
 * @self: (transfer full): rounds
 */
void
moei_rounds_free (MoeiRounds *self)
{
  g_object_unref (self->plan);
  g_free (self);
}

static gint64
get_dwell (MoeiRounds *self)
{
  return moei_wall_plan_get_dwell (self->plan, self->scenes[self->scene]) * G_TIME_SPAN_SECOND;
}

static gint64
get_language_span (MoeiRounds *self)
{
  return moei_wall_plan_get_language_seconds (self->plan) * G_TIME_SPAN_SECOND;
}

static gboolean
is_passed_over (MoeiRounds *self,
                guint       scene)
{
  return moei_wall_plan_get_skip_empty (self->plan) && self->empty[self->scenes[scene]];
}

static void
note_seen (MoeiRounds *self)
{
  if (self->together >= READ)
    self->seen[self->scene] |= 1u << self->language;
  self->together = 0;
}

static gboolean
is_all_seen (MoeiRounds *self)
{
  guint all = (1u << self->n_languages) - 1;

  for (guint i = 0; i < self->n_scenes; i++)
    if (!is_passed_over (self, i) && self->seen[i] != all)
      return FALSE;
  return TRUE;
}

/* The scene after this one, or before it; empty ones are passed over, unless all are. */
static guint
find_other (MoeiRounds *self,
            int         by)
{
  guint forward = by > 0 ? 1 : self->n_scenes - 1;
  guint scene = self->scene;

  for (guint i = 0; i < self->n_scenes; i++) {
    scene = (scene + forward) % self->n_scenes;
    if (!is_passed_over (self, scene))
      break;
  }
  return scene;
}

/* Whether the scene stays although its time is over, for the next one's sake. */
static gboolean
waits (MoeiRounds *self)
{
  guint next = find_other (self, 1);
  guint lacking = ((1u << self->n_languages) - 1) & ~self->seen[next];

  if (self->n_rounds <= self->n_languages || lacking == 0 || next == self->scene)
    return FALSE;
  return (lacking & (1u << self->language)) == 0 || moei_rounds_get_language_left (self) < READ;
}

static void
end_round (MoeiRounds *self)
{
  self->n_rounds++;
  if (is_all_seen (self)) {
    memset (self->seen, 0, sizeof self->seen);
    self->n_rounds = 0;
  }
}

/**
 * moei_rounds_get_scene: (skip)
 * @self: rounds
 *
 * Returns: the scene whose turn it is
 */
MoeiSceneKind
moei_rounds_get_scene (MoeiRounds *self)
{
  return self->scenes[self->scene];
}

/**
 * moei_rounds_get_n_scenes: (skip)
 * @self: rounds
 *
 * Returns: how many scenes take turns, empty ones included
 */
guint
moei_rounds_get_n_scenes (MoeiRounds *self)
{
  return self->n_scenes;
}

/**
 * moei_rounds_has_scene: (skip)
 * @self: rounds
 * @scene: a scene
 *
 * Returns: whether it is one of those that take turns
 */
gboolean
moei_rounds_has_scene (MoeiRounds    *self,
                       MoeiSceneKind  scene)
{
  for (guint i = 0; i < self->n_scenes; i++)
    if (self->scenes[i] == scene)
      return TRUE;
  return FALSE;
}

/**
 * moei_rounds_set_empty: (skip)
 * @self: rounds
 * @scene: a scene
 * @empty: whether it has nothing to show
 *
 * One that is shown already stays until its time is over.
 */
void
moei_rounds_set_empty (MoeiRounds    *self,
                       MoeiSceneKind  scene,
                       gboolean       empty)
{
  self->empty[scene] = empty;
}

/**
 * moei_rounds_step: (skip)
 * @self: rounds
 * @by: 1 for the next scene, -1 for the one before
 *
 * Goes to another scene, whose time begins.
 */
void
moei_rounds_step (MoeiRounds *self,
                  int         by)
{
  guint scene = find_other (self, by);

  note_seen (self);
  self->scene = scene;
  self->scene_passed = 0;
}

/**
 * moei_rounds_get_scene_left: (skip)
 * @self: rounds
 *
 * Returns: microseconds until the scene's time is over
 */
gint64
moei_rounds_get_scene_left (MoeiRounds *self)
{
  gint64 left = get_dwell (self) - self->scene_passed;

  return left <= 0 && waits (self) ? moei_rounds_get_language_left (self) : MAX (left, 0);
}

/**
 * moei_rounds_get_language: (skip)
 * @self: rounds
 *
 * Returns: the language whose turn it is
 */
MoeiLanguage
moei_rounds_get_language (MoeiRounds *self)
{
  return self->languages[self->language];
}

/**
 * moei_rounds_step_language: (skip)
 * @self: rounds
 *
 * Goes to the next language, whose time begins.
 */
void
moei_rounds_step_language (MoeiRounds *self)
{
  note_seen (self);
  self->language = (self->language + 1) % self->n_languages;
  self->language_passed = 0;
}

/**
 * moei_rounds_get_language_left: (skip)
 * @self: rounds
 *
 * Returns: microseconds until the language's time is over; `G_MAXINT64` if there is
 *   but one
 */
gint64
moei_rounds_get_language_left (MoeiRounds *self)
{
  if (self->n_languages < 2)
    return G_MAXINT64;
  return MAX (get_language_span (self) - self->language_passed, 0);
}

static void
pass_language (MoeiRounds *self,
               gint64      span)
{
  gint64 over;

  self->language_passed += span;
  over = self->language_passed - get_language_span (self);
  if (over < 0)
    return;

  moei_rounds_step_language (self);
  self->language_passed = over < get_language_span (self) ? over : 0;
}

static gboolean
pass_scene (MoeiRounds *self,
            gint64      span)
{
  gboolean has_waited = self->scene_passed >= get_dwell (self);
  gint64 over;

  self->scene_passed += span;
  over = self->scene_passed - get_dwell (self);
  if (over < 0 || span == 0)
    return FALSE;

  note_seen (self);
  if (waits (self)) {
    self->scene_passed = get_dwell (self);
    return FALSE;
  }
  if (find_other (self, 1) <= self->scene)
    end_round (self);
  moei_rounds_step (self, 1);
  self->scene_passed = over < get_dwell (self) && !has_waited ? over : 0;
  return TRUE;
}

/**
 * moei_rounds_pass: (skip)
 * @self: rounds
 * @language_span: microseconds that passed for the languages
 * @scene_span: microseconds that passed for the scenes
 *
 * Each goes on by one at most, however long it was: after a night's sleep nobody
 * has seen those that would have been between.
 *
 * Returns: whether the scene's time was over
 */
gboolean
moei_rounds_pass (MoeiRounds *self,
                  gint64      language_span,
                  gint64      scene_span)
{
  self->together += scene_span;
  pass_language (self, language_span);
  return pass_scene (self, scene_span);
}
