/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-caretaker.h"

#include "language/moei-language.h"
#include "parts/moei-replace.h"
#include "rota/moei-health.h"
#include "rota/moei-heartbeat.h"
#include "rota/moei-pixel-shift.h"
#include "rota/moei-plan-watch.h"
#include "wall/moei-caretaker-report.h"
#include "wall/moei-display-bus.h"
#include "wall/moei-fresh-start.h"
#include "wall/moei-keep-awake.h"
#include "wall/moei-supervisor.h"
#include "wall/moei-wall-memory.h"
#include "wall/moei-wall.h"
#include "wall/moei-walls.h"

#define BEAT   (10 * G_TIME_SPAN_SECOND)
#define MINUTE G_TIME_SPAN_MINUTE

/* So long the display is lit after a key in the hours when it is dark. */
#define WOKEN (5 * G_TIME_SPAN_MINUTE)

/* What is kept over beginning anew: when the program was started, how often it
 * has begun anew, and what each monitor showed. */
#define KEPT "(xu" MOEI_WALL_MEMORY_TYPE ")"

/**
 * MoeiCaretaker:
 *
 * Looks after the walls, since nobody else does: lit in office hours and dark
 * outside them, a little aside of where they were a minute ago, saying how they
 * fare, and beginning anew when too much memory is gone.
 *
 * What it is told of the connection are properties, as of [class@Wall].  It has
 * no clock: whoever owns it calls moei_caretaker_look() about each second.
 */
struct _MoeiCaretaker {
  GObject parent_instance;

  MoeiOperation *operation;
  MoeiWallPlan  *plan;
  GListModel    *walls;
  gint64         now;
  int            state; /* MoeiDataState */
  gint64         age;
  char          *service;
  gboolean       denied;
  gint64         skew;

  MoeiKeepAwake  *keep_awake;
  MoeiSupervisor *supervisor;
  MoeiDisplayBus *bus;
  MoeiHeartbeat  *heartbeat; /* NULL where none is wanted */
  MoeiHealth     *health;
  MoeiPlanWatch  *watch;
  MoeiWallMemory *memory;
  MoeiPixelShift  shift;
  MoeiPulse       pulse;
  MoeiFreshStart  fresh_start;

  gint64 time; /* of the last look */
  gint64 woken_until;
  gint64 next_beat;
  gint64 next_minute;
  guint  begun_anew;
  guint  is_ready : 1;
  guint  is_blank : 1;
};

typedef enum {
  PROP_NOW = 1,
  PROP_STATE,
  PROP_AGE,
  PROP_SERVICE,
  PROP_DENIED,
  PROP_SKEW,
} MoeiCaretakerProperty;

static GParamSpec *properties[PROP_SKEW + 1];

G_DEFINE_FINAL_TYPE (MoeiCaretaker, moei_caretaker, G_TYPE_OBJECT)

static MoeiWall *
get_wall (MoeiCaretaker *self,
          guint          position)
{
  g_autoptr (MoeiWall) wall = g_list_model_get_item (self->walls, position);

  return wall; /* the list holds it */
}

static MoeiRota *
get_rota (MoeiCaretaker *self,
          guint          position)
{
  MoeiWall *wall = get_wall (self, position);

  return wall != NULL ? moei_wall_get_rota (wall) : NULL;
}

static void
apply (MoeiCaretaker *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->walls); i++) {
    MoeiScreen *screen = moei_wall_get_screen (get_wall (self, i));

    moei_screen_set_blank (screen, self->is_blank);
    moei_screen_set_shift (screen, self->shift.x, self->shift.y);
  }
}

/* A notice that takes the screen lights it, too. */
static gboolean
is_wanted (MoeiCaretaker *self)
{
  return self->time < self->woken_until || moei_walls_are_taken_over (self->walls) ||
         moei_office_hours_contain (moei_wall_plan_get_office_hours (self->plan), self->now);
}

static void
update_hours (MoeiCaretaker *self)
{
  gboolean wanted = is_wanted (self);

  self->is_blank = !wanted && moei_wall_plan_get_blank (self->plan);
  moei_keep_awake_set (self->keep_awake, wanted);
  apply (self);
}

static void
note_walls (MoeiCaretaker *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->walls); i++) {
    MoeiRota *rota = get_rota (self, i);

    if (rota != NULL)
      moei_wall_memory_note (self->memory, rota);
  }
}

/* The key that lights a dark display does nothing else. */
static gboolean
key_pressed_cb (MoeiCaretaker *self)
{
  gboolean was_blank = self->is_blank;

  moei_caretaker_wake (self);
  return was_blank ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
add_wall (MoeiCaretaker *self,
          MoeiWall      *wall)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *buttons = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (wall), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (buttons), 0);
  g_signal_connect_object (buttons, "pressed", G_CALLBACK (moei_caretaker_wake), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (wall), GTK_EVENT_CONTROLLER (buttons));
  if (moei_wall_get_rota (wall) != NULL)
    moei_wall_memory_lead (self->memory, moei_wall_get_rota (wall));
}

static void
walls_changed_cb (MoeiCaretaker *self,
                  guint          position,
                  guint          removed,
                  guint          added)
{
  for (guint i = 0; i < added; i++)
    add_wall (self, get_wall (self, position + i));
  apply (self);
}

static void
changed_cb (MoeiCaretaker *self)
{
  self->pulse.updates++;
}

static void
fill_pulse (MoeiCaretaker *self)
{
  MoeiRota *rota = get_rota (self, 0);

  self->pulse.written = g_get_real_time ();
  self->pulse.state = self->state;
  self->pulse.data_age = self->age;
  self->pulse.revision = moei_entity_get_revision (MOEI_ENTITY (self->operation));
  moei_replace_string (&self->pulse.epoch, moei_operation_get_epoch (self->operation));
  self->pulse.awake = !self->is_blank;
  moei_replace_string (&self->pulse.settings_problem, moei_plan_watch_get_problem (self->watch));
  if (rota == NULL)
    return;

  self->pulse.scene = moei_rota_get_scene (rota);
  self->pulse.language = moei_rota_get_language (rota);
  self->pulse.visitor = moei_rota_get_visitor (rota);
  self->pulse.scene_turns = moei_rota_get_scene_turns (rota);
  self->pulse.language_turns = moei_rota_get_language_turns (rota);
}

static void
report (MoeiCaretaker *self)
{
  GObject *object = moei_display_bus_get_object (self->bus);

  fill_pulse (self);
  g_object_freeze_notify (object);
  g_object_set (object,
                "service", self->service != NULL ? self->service : "",
                "clock-skew", self->skew,
                "kept-awake", moei_keep_awake_get_holds (self->keep_awake),
                "begun-anew", self->begun_anew,
                NULL);
  moei_caretaker_report (object, &self->pulse, self->walls);
  g_object_thaw_notify (object);
}

static void
beat (MoeiCaretaker *self)
{
  g_autofree char *status = NULL;

  self->pulse.resident = moei_pulse_get_resident ();
  if (self->heartbeat != NULL)
    moei_heartbeat_beat (self->heartbeat, &self->pulse);
  status = moei_caretaker_status (&self->pulse, g_list_model_get_n_items (self->walls));
  moei_supervisor_set_status (self->supervisor, status);
  note_walls (self);
}

/* Not while somebody is at the keyboard; a look later will do.  Other settings are
 * taken on by beginning anew, too: then all of them hold from the first on. */
static void
judge_health (MoeiCaretaker *self)
{
  MoeiHealthVerdict verdict = moei_health_judge (self->health, self->time, self->now, moei_pulse_get_resident ());
  g_autoptr (GError) error = NULL;

  if ((verdict == MOEI_HEALTH_VERDICT_WELL && !moei_plan_watch_has_changed (self->watch)) ||
      moei_walls_are_touched (self->walls)) {
    moei_plan_watch_look (self->watch);
    return;
  }

  note_walls (self);
  moei_supervisor_begin_anew (self->supervisor);
  if (self->fresh_start (g_variant_new ("(xu@" MOEI_WALL_MEMORY_TYPE ")", self->pulse.started, self->begun_anew + 1,
                                        moei_wall_memory_write (self->memory)), &error))
    return;

  /* It goes on as it is; after another hour, or for the settings' sake after
   * some minutes, it will be tried again. */
  g_info ("beginning anew: %s", error->message);
  moei_plan_watch_look (self->watch);
  g_clear_pointer (&self->health, moei_health_free);
  self->health = moei_health_new (self->plan);
  moei_supervisor_ready (self->supervisor);
}

static void
moei_caretaker_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  MoeiCaretaker *self = MOEI_CARETAKER (object);

  switch ((MoeiCaretakerProperty) prop_id) {
  case PROP_NOW:
    self->now = g_value_get_int64 (value);
    break;
  case PROP_STATE:
    self->state = g_value_get_enum (value);
    break;
  case PROP_AGE:
    self->age = g_value_get_int64 (value);
    break;
  case PROP_SERVICE:
    moei_replace_string (&self->service, g_value_get_string (value));
    break;
  case PROP_DENIED:
    self->denied = g_value_get_boolean (value);
    break;
  case PROP_SKEW:
    self->skew = g_value_get_int64 (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_caretaker_dispose (GObject *object)
{
  MoeiCaretaker *self = MOEI_CARETAKER (object);

  g_clear_object (&self->keep_awake);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (moei_caretaker_parent_class)->dispose (object);
}

static void
moei_caretaker_finalize (GObject *object)
{
  MoeiCaretaker *self = MOEI_CARETAKER (object);

  g_clear_object (&self->supervisor);
  g_clear_object (&self->heartbeat);
  moei_health_free (self->health);
  g_clear_object (&self->watch);
  moei_wall_memory_free (self->memory);
  moei_pulse_clear (&self->pulse);
  g_clear_object (&self->operation);
  g_clear_object (&self->plan);
  g_clear_object (&self->walls);
  g_free (self->service);

  G_OBJECT_CLASS (moei_caretaker_parent_class)->finalize (object);
}

static void
moei_caretaker_class_init (MoeiCaretakerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = moei_caretaker_set_property;
  object_class->dispose = moei_caretaker_dispose;
  object_class->finalize = moei_caretaker_finalize;

  properties[PROP_NOW] =
    g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, MOEI_INSTANT_UNKNOWN, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, MOEI_TYPE_DATA_STATE, MOEI_DATA_STATE_NONE, flags);
  properties[PROP_AGE] = g_param_spec_int64 ("age", NULL, NULL, -1, G_MAXINT64, -1, flags);
  properties[PROP_SERVICE] = g_param_spec_string ("service", NULL, NULL, NULL, flags);
  properties[PROP_DENIED] = g_param_spec_boolean ("denied", NULL, NULL, FALSE, flags);
  properties[PROP_SKEW] = g_param_spec_int64 ("skew", NULL, NULL, -G_MAXINT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_caretaker_init (MoeiCaretaker *self)
{
  self->now = MOEI_INSTANT_UNKNOWN;
  self->age = -1;
  self->bus = moei_display_bus_new ();
  self->supervisor = moei_supervisor_new_from_environment ();
  self->memory = moei_wall_memory_new ();
  self->fresh_start = moei_fresh_start_begin;
}

/* What is left from before, if the program has begun anew. */
static void
resume (MoeiCaretaker *self)
{
  g_autoptr (GVariant) kept = moei_fresh_start_resume (G_VARIANT_TYPE (KEPT));
  g_autoptr (GVariant) shown = NULL;
  gint64 started = g_get_real_time ();

  if (kept != NULL) {
    g_variant_get (kept, "(xu@" MOEI_WALL_MEMORY_TYPE ")", &started, &self->begun_anew, &shown);
    moei_wall_memory_read (self->memory, shown);
  }
  moei_pulse_init (&self->pulse, started);
}

/**
 * moei_caretaker_new:
 * @application: the program, which is running
 * @operation: what the walls show
 * @plan: when they show it, and how they are looked after
 * @walls: the walls, which come and go
 *
 * Returns: (transfer full): who looks after them
 */
MoeiCaretaker *
moei_caretaker_new (GtkApplication *application,
                    MoeiOperation  *operation,
                    MoeiWallPlan   *plan,
                    GListModel     *walls)
{
  MoeiCaretaker *self = g_object_new (MOEI_TYPE_CARETAKER, NULL);
  const char *path = moei_wall_plan_get_heartbeat (plan);

  self->operation = g_object_ref (operation);
  self->plan = g_object_ref (plan);
  self->walls = g_object_ref (walls);
  self->keep_awake = moei_keep_awake_new (application);
  self->health = moei_health_new (plan);
  self->watch = moei_plan_watch_new (plan);
  if (path != NULL)
    self->heartbeat = moei_heartbeat_new (path);
  moei_pixel_shift_init (&self->shift, moei_wall_plan_get_pixel_shift (plan));
  resume (self);
  moei_display_bus_open (self->bus, g_application_get_dbus_connection (G_APPLICATION (application)));
  g_signal_connect_object (operation, "notify::revision", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (walls, "items-changed", G_CALLBACK (walls_changed_cb), self, G_CONNECT_SWAPPED);
  walls_changed_cb (self, 0, 0, g_list_model_get_n_items (walls));
  return self;
}

/**
 * moei_caretaker_look:
 * @self: a caretaker
 * @time: microseconds on a clock that nobody sets and that goes on while the
 *   computer sleeps
 *
 * Does what is due; to be called about each second.
 */
void
moei_caretaker_look (MoeiCaretaker *self,
                     gint64         time)
{
  g_return_if_fail (MOEI_IS_CARETAKER (self));

  self->time = time;
  moei_pixel_shift_advance (&self->shift, time);
  update_hours (self);
  report (self);
  if (!self->is_ready)
    moei_supervisor_ready (self->supervisor);
  self->is_ready = TRUE;

  if (time >= self->next_beat) {
    self->next_beat = time + BEAT;
    beat (self);
  }
  if (time >= self->next_minute) {
    self->next_minute = time + MINUTE;
    judge_health (self);
  }
}

/**
 * moei_caretaker_wake:
 * @self: a caretaker
 *
 * Lights the display for some minutes: somebody is there.
 */
void
moei_caretaker_wake (MoeiCaretaker *self)
{
  g_return_if_fail (MOEI_IS_CARETAKER (self));

  self->woken_until = self->time + WOKEN;
  update_hours (self);
}

/**
 * moei_caretaker_get_blank:
 * @self: a caretaker
 *
 * Returns: whether the display is dark
 */
gboolean
moei_caretaker_get_blank (MoeiCaretaker *self)
{
  g_return_val_if_fail (MOEI_IS_CARETAKER (self), FALSE);

  return self->is_blank;
}

/**
 * moei_caretaker_set_fresh_start:
 * @self: a caretaker
 * @fresh_start: (scope forever): does it
 *
 * Has the program begin anew in another way.
 */
void
moei_caretaker_set_fresh_start (MoeiCaretaker  *self,
                                MoeiFreshStart  fresh_start)
{
  g_return_if_fail (MOEI_IS_CARETAKER (self));

  self->fresh_start = fresh_start;
}
