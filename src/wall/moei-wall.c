/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall.h"

#include "parts/moei-picture.h"
#include "parts/moei-replace.h"
#include "rota/moei-rota-types.h"
#include "rules/moei-withhold.h"
#include "wall/moei-idle-pointer.h"
#include "wall/moei-scenes.h"
#include "wall/moei-wall-footer.h"
#include "wall/moei-wall-header.h"
#include "wall/moei-wall-keys.h"
#include "wall/moei-wall-scale.h"
#include "wall/moei-wall-stage.h"

/**
 * MoeiWall:
 *
 * A screen in a meeting room with nobody near: a scene and a language at a time.
 *
 * What it is told of the connection are properties, as of [class@Window]; it
 * knows nothing of how data arrives.  What it shows is for its rota to say.
 */
struct _MoeiWall {
  GtkWindow parent_instance;

  MoeiOperation *operation;
  MoeiRota      *rota; /* (nullable) */
  gint64         now;
  int            state; /* MoeiDataState */
  gint64         age;
  char          *service;
  MoeiText      *problem;
  gboolean       denied;
  gint64         skew;
  gboolean       visitor;

  MoeiWallScale   *scale;
  MoeiIdlePointer *pointer;
  MoeiScreen      *screen;
  MoeiWallHeader  *header;
  MoeiWallStage   *stage;
  MoeiWallFooter  *footer;
  MoeiWallLeaving *leaving;
  MoeiWallHelp    *help;
  MoeiLanguage     language;
};

typedef enum {
  PROP_OPERATION = 1,
  PROP_ROTA,
  PROP_NOW,
  PROP_STATE,
  PROP_AGE,
  PROP_SERVICE,
  PROP_PROBLEM,
  PROP_DENIED,
  PROP_SKEW,
  PROP_VISITOR,
} MoeiWallProperty;

static GParamSpec *properties[PROP_VISITOR + 1];

enum {
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiWall, moei_wall, GTK_TYPE_WINDOW)

static void
on_resized (MoeiWall *self,
            int       width,
            int       height)
{
  gboolean portrait = height > width;

  moei_wall_scale_set_size (self->scale, width, height);
  g_object_set (self->header, "portrait", portrait, NULL);
  g_object_set (self->footer, "portrait", portrait, NULL);
  g_object_set (self->stage, "portrait", portrait, "text-size", moei_wall_scale_get_text (self->scale), NULL);
}

static void
on_left (MoeiWall *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
update_picture (MoeiWall *self)
{
  MoeiPicture picture = moei_picture_choose (self->operation, self->service, self->denied, self->problem != NULL,
                                             self->state);

  moei_wall_stage_set_picture (self->stage, picture, self->problem);
}

/* Figures that nobody vouches for any more lose their colour. */
static void
update_state (MoeiWall *self)
{
  if (self->state == MOEI_DATA_STATE_OLD || self->state == MOEI_DATA_STATE_OFFLINE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stale");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stale");
  update_picture (self);
}

static void
set_operation (MoeiWall      *self,
               MoeiOperation *operation)
{
  self->operation = g_object_ref (operation);
  g_signal_connect_object (operation, "notify::week", G_CALLBACK (update_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (moei_operation_get_places (operation), "items-changed",
                           G_CALLBACK (update_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (moei_operation_get_days (operation), "changed",
                           G_CALLBACK (update_picture), self, G_CONNECT_SWAPPED);
}

static void
on_rota (MoeiWall *self)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (MOEI_TYPE_SCENE_KIND);
  GEnumValue *kind = g_enum_get_value (kinds, moei_rota_get_scene (self->rota));

  g_object_set (self->footer, "held", moei_rota_get_held_by (self->rota) == MOEI_HOLD_TOUCH, NULL);
  g_object_set (self->stage, "take-over", moei_rota_get_take_over (self->rota), NULL);
  /* The visitors' scene may be one of the plan's own, too. */
  g_object_set (self, "visitor",
                moei_rota_get_visitor (self->rota) || moei_rota_get_scene (self->rota) == MOEI_SCENE_KIND_VISITOR,
                NULL);
  moei_wall_set_language (self, moei_rota_get_language (self->rota));
  moei_wall_set_scene (self, kind->value_nick);
}

static void
set_rota (MoeiWall *self,
          MoeiRota *rota)
{
  MoeiWallPlan *plan;
  const MoeiLanguage *languages;
  guint n_languages;

  if (rota == NULL)
    return;
  self->rota = g_object_ref (rota);
  plan = moei_rota_get_plan (rota);
  languages = moei_wall_plan_get_languages (plan, &n_languages);
  moei_wall_footer_set_languages (self->footer, languages, n_languages);
  moei_polyglot_set_digits_below (GTK_WIDGET (self), moei_wall_plan_get_native_digits (plan));
  g_object_set (self->stage, "withhold-below", MAX (moei_wall_plan_get_withhold_below (plan), MOEI_WITHHOLD_MINIMUM), NULL);
  g_signal_connect_object (rota, "notify", G_CALLBACK (on_rota), self, G_CONNECT_SWAPPED);
}

static void
moei_wall_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  MoeiWall *self = MOEI_WALL (object);

  switch ((MoeiWallProperty) prop_id) {
  case PROP_OPERATION:
    g_value_set_object (value, self->operation);
    break;
  case PROP_ROTA:
    g_value_set_object (value, self->rota);
    break;
  case PROP_NOW:
    g_value_set_int64 (value, self->now);
    break;
  case PROP_STATE:
    g_value_set_enum (value, self->state);
    break;
  case PROP_AGE:
    g_value_set_int64 (value, self->age);
    break;
  case PROP_SERVICE:
    g_value_set_string (value, self->service);
    break;
  case PROP_PROBLEM:
    g_value_set_boxed (value, self->problem);
    break;
  case PROP_DENIED:
    g_value_set_boolean (value, self->denied);
    break;
  case PROP_SKEW:
    g_value_set_int64 (value, self->skew);
    break;
  case PROP_VISITOR:
    g_value_set_boolean (value, self->visitor);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_wall_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  MoeiWall *self = MOEI_WALL (object);

  switch ((MoeiWallProperty) prop_id) {
  case PROP_OPERATION:
    set_operation (self, g_value_get_object (value));
    return;
  case PROP_ROTA:
    set_rota (self, g_value_get_object (value));
    return;
  case PROP_NOW:
    if (!moei_replace_int64 (&self->now, g_value_get_int64 (value)))
      return;
    break;
  case PROP_STATE:
    if (!moei_replace_int (&self->state, g_value_get_enum (value)))
      return;
    update_state (self);
    break;
  case PROP_AGE:
    if (!moei_replace_int64 (&self->age, g_value_get_int64 (value)))
      return;
    break;
  case PROP_SERVICE:
    if (!moei_replace_string (&self->service, g_value_get_string (value)))
      return;
    update_picture (self);
    break;
  case PROP_PROBLEM:
    if (moei_text_equal (self->problem, g_value_get_boxed (value)))
      return;
    g_clear_pointer (&self->problem, moei_text_unref);
    self->problem = g_value_dup_boxed (value);
    update_picture (self);
    break;
  case PROP_DENIED:
    if (!moei_replace_int (&self->denied, g_value_get_boolean (value)))
      return;
    update_picture (self);
    break;
  case PROP_SKEW:
    if (!moei_replace_int64 (&self->skew, g_value_get_int64 (value)))
      return;
    break;
  case PROP_VISITOR:
    if (!moei_replace_int (&self->visitor, g_value_get_boolean (value)))
      return;
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
moei_wall_dispose (GObject *object)
{
  MoeiWall *self = MOEI_WALL (object);

  g_clear_object (&self->scale);
  g_clear_object (&self->pointer);
  g_clear_object (&self->rota);
  g_clear_object (&self->operation);

  G_OBJECT_CLASS (moei_wall_parent_class)->dispose (object);
}

static void
moei_wall_finalize (GObject *object)
{
  MoeiWall *self = MOEI_WALL (object);

  g_free (self->service);
  g_clear_pointer (&self->problem, moei_text_unref);

  G_OBJECT_CLASS (moei_wall_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_OPERATION] =
    g_param_spec_object ("operation", NULL, NULL, MOEI_TYPE_OPERATION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROTA] =
    g_param_spec_object ("rota", NULL, NULL, MOEI_TYPE_ROTA,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOW] =
    g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, MOEI_INSTANT_UNKNOWN, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, MOEI_TYPE_DATA_STATE, MOEI_DATA_STATE_NONE, flags);
  properties[PROP_AGE] = g_param_spec_int64 ("age", NULL, NULL, -1, G_MAXINT64, -1, flags);
  /* Its address; "" where none was chosen. */
  properties[PROP_SERVICE] = g_param_spec_string ("service", NULL, NULL, NULL, flags);
  /* In all languages */
  properties[PROP_PROBLEM] = g_param_spec_boxed ("problem", NULL, NULL, MOEI_TYPE_TEXT, flags);
  properties[PROP_DENIED] = g_param_spec_boolean ("denied", NULL, NULL, FALSE, flags);
  properties[PROP_SKEW] = g_param_spec_int64 ("skew", NULL, NULL, -G_MAXINT64, G_MAXINT64, 0, flags);
  properties[PROP_VISITOR] = g_param_spec_boolean ("visitor", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_wall_class_init (MoeiWallClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_wall_dispose;
  object_class->finalize = moei_wall_finalize;
  object_class->get_property = moei_wall_get_property;
  object_class->set_property = moei_wall_set_property;
  install_properties (object_class);

  /**
   * MoeiWall::left:
   * @self: a wall
   *
   * Somebody kept Esc pressed, and wants to leave.
   */
  signals[LEFT] = g_signal_new ("left", MOEI_TYPE_WALL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MOEI_TYPE_SCREEN);
  g_type_ensure (MOEI_TYPE_WALL_FOOTER);
  g_type_ensure (MOEI_TYPE_WALL_HEADER);
  g_type_ensure (MOEI_TYPE_WALL_HELP);
  g_type_ensure (MOEI_TYPE_WALL_LEAVING);
  g_type_ensure (MOEI_TYPE_WALL_STAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-wall.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWall, screen);
  gtk_widget_class_bind_template_child (widget_class, MoeiWall, header);
  gtk_widget_class_bind_template_child (widget_class, MoeiWall, stage);
  gtk_widget_class_bind_template_child (widget_class, MoeiWall, footer);
  gtk_widget_class_bind_template_child (widget_class, MoeiWall, leaving);
  gtk_widget_class_bind_template_child (widget_class, MoeiWall, help);
  gtk_widget_class_bind_template_callback (widget_class, on_resized);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
}

static void
moei_wall_init (MoeiWall *self)
{
  self->now = MOEI_INSTANT_UNKNOWN;
  self->age = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->scale = moei_wall_scale_new (GTK_WIDGET (self));
  self->pointer = moei_idle_pointer_new (GTK_WIDGET (self));
  moei_wall_keys_add (self);
  update_picture (self);
}

/**
 * moei_wall_new:
 * @operation: what it shows
 * @rota: (nullable): what says which scene is shown, in which language; without
 *   it, the first scene in English until it is told
 *
 * Returns: (transfer none): a wall
 */
MoeiWall *
moei_wall_new (MoeiOperation *operation,
               MoeiRota      *rota)
{
  MoeiWall *self = g_object_new (MOEI_TYPE_WALL, "operation", operation, "rota", rota, NULL);

  if (rota != NULL)
    on_rota (self);
  else
    moei_wall_set_scene (self, moei_scenes_list ()[0]);
  return self;
}

/**
 * moei_wall_get_scene:
 * @self: a wall
 *
 * Returns: (transfer none): the kind of the scene that it shows
 */
const char *
moei_wall_get_scene (MoeiWall *self)
{
  g_return_val_if_fail (MOEI_IS_WALL (self), NULL);

  return moei_wall_stage_get_kind (self->stage);
}

/**
 * moei_wall_set_scene:
 * @self: a wall
 * @kind: (nullable): the kind of the scene to show; another than there is changes nothing
 */
void
moei_wall_set_scene (MoeiWall   *self,
                     const char *kind)
{
  g_return_if_fail (MOEI_IS_WALL (self));

  moei_wall_stage_show (self->stage, kind);
}

/**
 * moei_wall_get_language:
 * @self: a wall
 *
 * Returns: the language that it shows
 */
MoeiLanguage
moei_wall_get_language (MoeiWall *self)
{
  g_return_val_if_fail (MOEI_IS_WALL (self), MOEI_LANGUAGE_EN);

  return self->language;
}

/**
 * moei_wall_set_language:
 * @self: a wall
 * @language: the language to show
 *
 * Turns all words at once; nothing moves.
 */
void
moei_wall_set_language (MoeiWall     *self,
                        MoeiLanguage  language)
{
  g_return_if_fail (MOEI_IS_WALL (self));
  g_return_if_fail (language < MOEI_N_LANGUAGES);

  self->language = language;
  moei_polyglot_set_language_below (GTK_WIDGET (self->screen), language);
  moei_wall_stage_set_language (self->stage, language);
}

/**
 * moei_wall_get_rota:
 * @self: a wall
 *
 * Returns: (transfer none) (nullable): what says what it shows
 */
MoeiRota *
moei_wall_get_rota (MoeiWall *self)
{
  g_return_val_if_fail (MOEI_IS_WALL (self), NULL);

  return self->rota;
}

/**
 * moei_wall_get_leaving:
 * @self: a wall
 *
 * Returns: (transfer none): what waits until a key has been pressed long enough
 */
MoeiWallLeaving *
moei_wall_get_leaving (MoeiWall *self)
{
  g_return_val_if_fail (MOEI_IS_WALL (self), NULL);

  return self->leaving;
}

/**
 * moei_wall_get_help:
 * @self: a wall
 *
 * Returns: (transfer none): what its keys do
 */
MoeiWallHelp *
moei_wall_get_help (MoeiWall *self)
{
  g_return_val_if_fail (MOEI_IS_WALL (self), NULL);

  return self->help;
}

/**
 * moei_wall_get_screen:
 * @self: a wall
 *
 * Returns: (transfer none): all of its picture
 */
MoeiScreen *
moei_wall_get_screen (MoeiWall *self)
{
  g_return_val_if_fail (MOEI_IS_WALL (self), NULL);

  return self->screen;
}
