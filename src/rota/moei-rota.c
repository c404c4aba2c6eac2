/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-rota.h"

#include "rota/moei-rota-private.h"
#include "rota/moei-rota-types.h"

/* A leap longer than this does no more than one of this length. */
#define LONGEST_LEAP (400 * G_TIME_SPAN_DAY)

/* Nobody stands at a display for so long: a key is stuck, or a mouse trembles. */
#define LONGEST_TOUCH (30 * G_TIME_SPAN_MINUTE)

/**
 * MoeiRota:
 *
 * What a meeting display shows just now: which scene, in which language.
 *
 * Scenes and languages turn on clocks of their own, which stand while somebody is
 * at the keyboard.  Something that happened may hold the scene or show another
 * for a while, a notice may take the screen, and visitors see a scene of their
 * own; afterwards the scene comes back where it was.  The first of these that
 * applies decides: visitors, take-over, keyboard, occasion.
 *
 * It has no clock: whoever owns it says how late it is.
 */
G_DEFINE_FINAL_TYPE (MoeiRota, moei_rota, G_TYPE_OBJECT)

GParamSpec *moei_rota_properties[MOEI_ROTA_PROP_OCCASION + 1];

/**
 * moei_rota_is_visitor: (skip)
 * @self: a rota
 *
 * Returns: whether visitors are shown something of their own just now
 */
gboolean
moei_rota_is_visitor (MoeiRota *self)
{
  return self->is_for_visitors || self->visitor_left > 0;
}

/**
 * moei_rota_is_taken_over: (skip)
 * @self: a rota
 *
 * Returns: whether a notice has the screen, unless visitors have it
 */
gboolean
moei_rota_is_taken_over (MoeiRota *self)
{
  return self->take_over != NULL && !(self->is_put_aside && self->touch_left > 0);
}

static MoeiHold
judge_hold (MoeiRota *self)
{
  MoeiOccasionAction action;

  if (moei_rota_is_visitor (self))
    return MOEI_HOLD_VISITOR;
  if (moei_rota_is_taken_over (self))
    return MOEI_HOLD_TAKE_OVER;
  if (self->touch_left > 0)
    return MOEI_HOLD_TOUCH;
  return moei_interruptions_get_present (self->interruptions, &action) != NULL ? MOEI_HOLD_OCCASION : MOEI_HOLD_NONE;
}

static MoeiSceneKind
judge_scene (MoeiRota *self)
{
  MoeiOccasionAction action;
  MoeiOccasion *occasion = moei_interruptions_get_present (self->interruptions, &action);

  if (moei_rota_is_visitor (self))
    return MOEI_SCENE_KIND_VISITOR;
  if (moei_rota_is_taken_over (self))
    return MOEI_SCENE_KIND_NOTICES;
  return action == MOEI_OCCASION_ACTION_PRE_EMPT ? moei_occasion_get_scene (occasion)
                                                 : moei_rounds_get_scene (self->rounds);
}

static void
say (MoeiRota         *self,
     int              *said,
     int               value,
     MoeiRotaProperty  property,
     guint            *turns)
{
  if (*said == value)
    return;

  *said = value;
  if (turns != NULL)
    (*turns)++;
  g_object_notify_by_pspec (G_OBJECT (self), moei_rota_properties[property]);
}

/**
 * moei_rota_settle: (skip)
 * @self: a rota
 *
 * Says what has changed since the last time, all at once.
 */
void
moei_rota_settle (MoeiRota *self)
{
  MoeiOccasionAction action;
  MoeiOccasion *occasion = moei_interruptions_get_present (self->interruptions, &action);

  if (moei_rota_is_visitor (self) || moei_rota_is_taken_over (self))
    occasion = NULL;

  g_object_freeze_notify (G_OBJECT (self));
  say (self, (int *) &self->scene, judge_scene (self), MOEI_ROTA_PROP_SCENE, &self->scene_turns);
  say (self, (int *) &self->language, moei_rounds_get_language (self->rounds), MOEI_ROTA_PROP_LANGUAGE, &self->language_turns);
  say (self, (int *) &self->held_by, judge_hold (self), MOEI_ROTA_PROP_HELD_BY, NULL);
  say (self, &self->visitor, moei_rota_is_visitor (self), MOEI_ROTA_PROP_VISITOR, NULL);
  if (g_set_object (&self->occasion, occasion))
    g_object_notify_by_pspec (G_OBJECT (self), moei_rota_properties[MOEI_ROTA_PROP_OCCASION]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* How much time has passed; none if the clock was set back or stands still. */
static gint64
get_step (MoeiRota *self,
          gint64    now)
{
  gint64 last = self->last;

  self->last = now;
  if (!self->has_begun) {
    self->has_begun = TRUE;
    return 0;
  }
  if (now <= last)
    return 0;
  return (gint64) MIN ((guint64) now - (guint64) last, (guint64) LONGEST_LEAP);
}

/* Returns how much of the time nobody was at the keyboard. */
static gint64
pass_touch (MoeiRota *self,
            gint64    span)
{
  gint64 touched = MIN (span, self->touch_left);

  self->untouched_for += span;
  if (self->is_deaf && self->untouched_for >= moei_wall_plan_get_idle_seconds (self->plan) * G_TIME_SPAN_SECOND)
    self->is_deaf = FALSE;

  self->touch_left -= touched;
  self->touched_for = self->touch_left > 0 ? self->touched_for + touched : 0;
  if (self->touched_for >= LONGEST_TOUCH) {
    self->is_deaf = TRUE;
    self->touch_left = self->touched_for = 0;
  }
  if (self->touch_left == 0)
    self->is_put_aside = FALSE;
  return span - touched;
}

/* Returns how much of the time visitors were there. */
static gint64
pass_visitor (MoeiRota *self,
              gint64    span)
{
  gint64 visited = MIN (span, self->visitor_left);

  self->visitor_left -= visited;
  return visited;
}

static void
moei_rota_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  MoeiRota *self = MOEI_ROTA (object);

  switch ((MoeiRotaProperty) prop_id) {
  case MOEI_ROTA_PROP_SCENE:
    g_value_set_enum (value, self->scene);
    break;
  case MOEI_ROTA_PROP_LANGUAGE:
    g_value_set_int (value, self->language);
    break;
  case MOEI_ROTA_PROP_HELD_BY:
    g_value_set_enum (value, self->held_by);
    break;
  case MOEI_ROTA_PROP_VISITOR:
    g_value_set_boolean (value, self->visitor);
    break;
  case MOEI_ROTA_PROP_TAKE_OVER:
    g_value_set_string (value, self->take_over);
    break;
  case MOEI_ROTA_PROP_OCCASION:
    g_value_set_object (value, self->occasion);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_rota_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  MoeiRota *self = MOEI_ROTA (object);

  switch ((MoeiRotaProperty) prop_id) {
  case MOEI_ROTA_PROP_VISITOR:
    moei_rota_set_visitor (self, g_value_get_boolean (value));
    break;
  case MOEI_ROTA_PROP_TAKE_OVER:
    moei_rota_set_take_over (self, g_value_get_string (value));
    break;
  case MOEI_ROTA_PROP_SCENE:
  case MOEI_ROTA_PROP_LANGUAGE:
  case MOEI_ROTA_PROP_HELD_BY:
  case MOEI_ROTA_PROP_OCCASION:
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_rota_finalize (GObject *object)
{
  MoeiRota *self = MOEI_ROTA (object);

  g_clear_object (&self->occasion);
  g_free (self->monitor);
  g_clear_pointer (&self->rounds, moei_rounds_free);
  moei_interruptions_free (self->interruptions);
  g_clear_object (&self->plan);
  g_free (self->take_over);

  G_OBJECT_CLASS (moei_rota_parent_class)->finalize (object);
}

static void
moei_rota_class_init (MoeiRotaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = moei_rota_get_property;
  object_class->set_property = moei_rota_set_property;
  object_class->finalize = moei_rota_finalize;

  moei_rota_properties[MOEI_ROTA_PROP_SCENE] = g_param_spec_enum ("scene", NULL, NULL, MOEI_TYPE_SCENE_KIND,
                                              MOEI_SCENE_KIND_SITUATION, readable);
  moei_rota_properties[MOEI_ROTA_PROP_LANGUAGE] = g_param_spec_int ("language", NULL, NULL, 0, MOEI_N_LANGUAGES - 1, 0, readable);
  moei_rota_properties[MOEI_ROTA_PROP_HELD_BY] = g_param_spec_enum ("held-by", NULL, NULL, MOEI_TYPE_HOLD, MOEI_HOLD_NONE, readable);
  moei_rota_properties[MOEI_ROTA_PROP_VISITOR] = g_param_spec_boolean ("visitor", NULL, NULL, FALSE, writable);
  moei_rota_properties[MOEI_ROTA_PROP_TAKE_OVER] = g_param_spec_string ("take-over", NULL, NULL, NULL, writable);
  moei_rota_properties[MOEI_ROTA_PROP_OCCASION] = g_param_spec_object ("occasion", NULL, NULL, MOEI_TYPE_OCCASION, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (moei_rota_properties), moei_rota_properties);
}

static void
moei_rota_init (MoeiRota *self)
{
  self->interruptions = moei_interruptions_new ();
}

/**
 * moei_rota_new:
 * @plan: a display's settings
 * @monitor: (nullable): the name of the monitor that is shown on
 *
 * Returns: (transfer full): a rota that begins with the first scene and language
 */
MoeiRota *
moei_rota_new (MoeiWallPlan *plan,
               const char   *monitor)
{
  MoeiRota *self;

  g_return_val_if_fail (MOEI_IS_WALL_PLAN (plan), NULL);

  self = g_object_new (MOEI_TYPE_ROTA, NULL);
  self->plan = g_object_ref (plan);
  self->monitor = g_strdup (monitor != NULL ? monitor : "");
  self->rounds = moei_rounds_new (plan, monitor);
  self->is_for_visitors = moei_rounds_has_scene (self->rounds, MOEI_SCENE_KIND_VISITOR);
  moei_rota_settle (self);
  self->scene_turns = self->language_turns = 0;
  return self;
}

/**
 * moei_rota_get_plan:
 * @self: a rota
 *
 * Returns: (transfer none): the settings that it follows
 */
MoeiWallPlan *
moei_rota_get_plan (MoeiRota *self)
{
  g_return_val_if_fail (MOEI_IS_ROTA (self), NULL);

  return self->plan;
}

/**
 * moei_rota_get_monitor:
 * @self: a rota
 *
 * Returns: the name of the monitor that is shown on; empty if it has none
 */
const char *
moei_rota_get_monitor (MoeiRota *self)
{
  g_return_val_if_fail (MOEI_IS_ROTA (self), "");

  return self->monitor;
}

/**
 * moei_rota_advance:
 * @self: a rota
 * @now: microseconds on a clock that goes on while the computer sleeps
 *
 * Lets the time pass.  It may be called as often or seldom as one likes; each of
 * the two clocks goes on by one turn at most.  A clock that is set back or stands
 * makes no time pass.
 */
void
moei_rota_advance (MoeiRota *self,
                   gint64    now)
{
  gboolean was_hidden;
  gint64 span, free_span, scene_span;

  g_return_if_fail (MOEI_IS_ROTA (self));

  was_hidden = moei_rota_is_visitor (self) || moei_rota_is_taken_over (self);
  span = get_step (self, now);
  free_span = pass_touch (self, span);
  scene_span = span - pass_visitor (self, span);
  scene_span = MIN (scene_span, free_span);
  moei_interruptions_wait (self->interruptions, span, was_hidden);
  if (moei_rota_is_visitor (self) || moei_rota_is_taken_over (self))
    scene_span = 0;
  scene_span = moei_interruptions_pass (self->interruptions, scene_span);
  if (moei_rounds_pass (self->rounds, free_span, scene_span))
    moei_interruptions_scene_turns (self->interruptions);
  moei_rota_settle (self);
}

/**
 * moei_rota_get_patience:
 * @self: a rota
 *
 * Returns: after how many microseconds, if nobody does anything, the time must be
 *   told again; `G_MAXINT64` if that changes nothing
 */
gint64
moei_rota_get_patience (MoeiRota *self)
{
  gint64 patience;

  g_return_val_if_fail (MOEI_IS_ROTA (self), G_MAXINT64);

  patience = self->touch_left > 0 ? MIN (self->touch_left, LONGEST_TOUCH - self->touched_for)
                                  : moei_rounds_get_language_left (self->rounds);
  if (self->visitor_left > 0)
    patience = MIN (patience, self->visitor_left);
  else if (self->held_by == MOEI_HOLD_OCCASION)
    patience = MIN (patience, moei_interruptions_get_left (self->interruptions));
  else if (self->held_by == MOEI_HOLD_NONE && moei_rounds_get_n_scenes (self->rounds) > 1)
    patience = MIN (patience, moei_rounds_get_scene_left (self->rounds));
  return patience;
}

/**
 * moei_rota_get_take_over:
 * @self: a rota
 *
 * Returns: (nullable): the id of the notice that takes the screen
 */
const char *
moei_rota_get_take_over (MoeiRota *self)
{
  g_return_val_if_fail (MOEI_IS_ROTA (self), NULL);

  return self->take_over;
}

/**
 * moei_rota_get_visitor:
 * @self: a rota
 *
 * Returns: whether what is shown is for visitors: no sites, no routes, small
 *   counts withheld
 */
gboolean
moei_rota_get_visitor (MoeiRota *self)
{
  g_return_val_if_fail (MOEI_IS_ROTA (self), FALSE);

  return self->visitor;
}

/**
 * moei_rota_get_scene:
 * @self: a rota
 *
 * Returns: the scene that is shown
 */
MoeiSceneKind
moei_rota_get_scene (MoeiRota *self)
{
  g_return_val_if_fail (MOEI_IS_ROTA (self), MOEI_SCENE_KIND_SITUATION);

  return self->scene;
}

/**
 * moei_rota_get_language:
 * @self: a rota
 *
 * Returns: the language that it is shown in
 */
MoeiLanguage
moei_rota_get_language (MoeiRota *self)
{
  g_return_val_if_fail (MOEI_IS_ROTA (self), MOEI_LANGUAGE_EN);

  return self->language;
}

/**
 * moei_rota_get_held_by:
 * @self: a rota
 *
 * Returns: why the scenes do not turn
 */
MoeiHold
moei_rota_get_held_by (MoeiRota *self)
{
  g_return_val_if_fail (MOEI_IS_ROTA (self), MOEI_HOLD_NONE);

  return self->held_by;
}

/**
 * moei_rota_get_occasion:
 * @self: a rota
 *
 * Returns: (transfer none) (nullable): the occasion that holds or pre-empts
 */
MoeiOccasion *
moei_rota_get_occasion (MoeiRota *self)
{
  g_return_val_if_fail (MOEI_IS_ROTA (self), NULL);

  return self->occasion;
}

/**
 * moei_rota_get_scene_turns:
 * @self: a rota
 *
 * Returns: how often another scene was shown, since it began
 */
guint
moei_rota_get_scene_turns (MoeiRota *self)
{
  g_return_val_if_fail (MOEI_IS_ROTA (self), 0);

  return self->scene_turns;
}

/**
 * moei_rota_get_language_turns:
 * @self: a rota
 *
 * Returns: how often another language was shown, since it began
 */
guint
moei_rota_get_language_turns (MoeiRota *self)
{
  g_return_val_if_fail (MOEI_IS_ROTA (self), 0);

  return self->language_turns;
}
