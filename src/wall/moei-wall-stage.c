/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall-stage.h"

#include "parts/moei-replace.h"
#include "rules/moei-withhold.h"
#include "wall/moei-scenes.h"
#include "wall/moei-wall-blank.h"

/**
 * MoeiWallStage:
 *
 * Where the scenes of a wall come on: one is seen, the others sleep; or, while
 * there is nothing to show, why.
 *
 * A scene is made when it is first wanted, and kept.  All that concerns every
 * scene is a property here, and bound to those of the scenes.
 */
struct _MoeiWallStage {
  AdwBin parent_instance;

  MoeiOperation *operation;
  gint64         now;
  gboolean       visitor;
  int            withhold_below;
  char          *take_over;
  gboolean       portrait;
  double         text_size;

  GtkStack      *stack;
  MoeiWallBlank *blank;
  MoeiPicture    picture;
  MoeiLanguage   language;
  char          *kind;
};

typedef enum {
  PROP_OPERATION = 1,
  PROP_NOW,
  PROP_VISITOR,
  PROP_WITHHOLD_BELOW,
  PROP_TAKE_OVER,
  PROP_PORTRAIT,
  PROP_TEXT_SIZE,
} MoeiWallStageProperty;

static GParamSpec *properties[PROP_TEXT_SIZE + 1];

#define FADE_MS 300

G_DEFINE_FINAL_TYPE (MoeiWallStage, moei_wall_stage, ADW_TYPE_BIN)

static void
moei_wall_stage_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  MoeiWallStage *self = MOEI_WALL_STAGE (object);

  switch ((MoeiWallStageProperty) prop_id) {
  case PROP_OPERATION:
    g_value_set_object (value, self->operation);
    break;
  case PROP_NOW:
    g_value_set_int64 (value, self->now);
    break;
  case PROP_VISITOR:
    g_value_set_boolean (value, self->visitor);
    break;
  case PROP_WITHHOLD_BELOW:
    g_value_set_int (value, self->withhold_below);
    break;
  case PROP_TAKE_OVER:
    g_value_set_string (value, self->take_over);
    break;
  case PROP_PORTRAIT:
    g_value_set_boolean (value, self->portrait);
    break;
  case PROP_TEXT_SIZE:
    g_value_set_double (value, self->text_size);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_wall_stage_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  MoeiWallStage *self = MOEI_WALL_STAGE (object);

  switch ((MoeiWallStageProperty) prop_id) {
  case PROP_OPERATION:
    if (!g_set_object (&self->operation, g_value_get_object (value)))
      return;
    break;
  case PROP_NOW:
    if (!moei_replace_int64 (&self->now, g_value_get_int64 (value)))
      return;
    break;
  case PROP_VISITOR:
    if (!moei_replace_int (&self->visitor, g_value_get_boolean (value)))
      return;
    break;
  case PROP_WITHHOLD_BELOW:
    if (!moei_replace_int (&self->withhold_below, g_value_get_int (value)))
      return;
    break;
  case PROP_TAKE_OVER:
    if (!moei_replace_string (&self->take_over, g_value_get_string (value)))
      return;
    break;
  case PROP_PORTRAIT:
    if (!moei_replace_int (&self->portrait, g_value_get_boolean (value)))
      return;
    break;
  case PROP_TEXT_SIZE:
    self->text_size = g_value_get_double (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
moei_wall_stage_dispose (GObject *object)
{
  g_clear_object (&MOEI_WALL_STAGE (object)->operation);

  G_OBJECT_CLASS (moei_wall_stage_parent_class)->dispose (object);
}

static void
moei_wall_stage_finalize (GObject *object)
{
  MoeiWallStage *self = MOEI_WALL_STAGE (object);

  g_free (self->take_over);
  g_free (self->kind);

  G_OBJECT_CLASS (moei_wall_stage_parent_class)->finalize (object);
}

static void
moei_wall_stage_class_init (MoeiWallStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = moei_wall_stage_dispose;
  object_class->finalize = moei_wall_stage_finalize;
  object_class->get_property = moei_wall_stage_get_property;
  object_class->set_property = moei_wall_stage_set_property;

  properties[PROP_OPERATION] = g_param_spec_object ("operation", NULL, NULL, MOEI_TYPE_OPERATION, flags);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, MOEI_INSTANT_UNKNOWN, flags);
  properties[PROP_VISITOR] = g_param_spec_boolean ("visitor", NULL, NULL, FALSE, flags);
  properties[PROP_WITHHOLD_BELOW] =
    g_param_spec_int ("withhold-below", NULL, NULL, MOEI_WITHHOLD_MINIMUM, G_MAXINT, MOEI_WITHHOLD_BELOW, flags);
  properties[PROP_TAKE_OVER] = g_param_spec_string ("take-over", NULL, NULL, NULL, flags);
  properties[PROP_PORTRAIT] = g_param_spec_boolean ("portrait", NULL, NULL, FALSE, flags);
  properties[PROP_TEXT_SIZE] = g_param_spec_double ("text-size", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "wallstage");
}

static void
moei_wall_stage_init (MoeiWallStage *self)
{
  self->now = MOEI_INSTANT_UNKNOWN;
  self->withhold_below = MOEI_WITHHOLD_BELOW;
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  /* GTK leaves it out where motion is reduced. */
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (self->stack, FADE_MS);
  self->blank = g_object_new (MOEI_TYPE_WALL_BLANK, NULL);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->blank));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  moei_wall_blank_set_picture (self->blank, self->picture, NULL);
}

static MoeiScene *
find_scene (MoeiWallStage *self,
            const char    *kind)
{
  static const char * const shared[] = { "visitor", "withhold-below", "take-over", "portrait", "text-size", "now", "operation" };
  GtkWidget *scene = kind != NULL ? gtk_stack_get_child_by_name (self->stack, kind) : NULL;

  if (scene != NULL || kind == NULL)
    return (MoeiScene *) scene;
  scene = GTK_WIDGET (moei_scenes_create (kind));
  if (scene == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (shared); i++)
    g_object_bind_property (self, shared[i], scene, shared[i], G_BINDING_SYNC_CREATE);
  gtk_stack_add_named (self->stack, scene, kind);
  return MOEI_SCENE (scene);
}

static void
show_visible (MoeiWallStage *self)
{
  MoeiScene *scene = find_scene (self, self->kind);

  if (scene != NULL && self->picture == MOEI_PICTURE_WHOLE)
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (scene));
  else
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->blank));
}

/**
 * moei_wall_stage_get_kind:
 * @self: a stage
 *
 * Returns: (transfer none) (nullable): the kind of the scene that is on
 */
const char *
moei_wall_stage_get_kind (MoeiWallStage *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_STAGE (self), NULL);

  return self->kind;
}

/**
 * moei_wall_stage_get_scene:
 * @self: a stage
 *
 * Returns: (transfer none) (nullable): the scene that is on
 */
MoeiScene *
moei_wall_stage_get_scene (MoeiWallStage *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_STAGE (self), NULL);

  return find_scene (self, self->kind);
}

/**
 * moei_wall_stage_show:
 * @self: a stage
 * @kind: (nullable): the kind of the scene that comes on
 *
 * Returns: whether there is such a scene; without one nothing changes
 */
gboolean
moei_wall_stage_show (MoeiWallStage *self,
                      const char    *kind)
{
  MoeiScene *former, *scene;

  g_return_val_if_fail (MOEI_IS_WALL_STAGE (self), FALSE);

  scene = find_scene (self, kind);
  former = find_scene (self, self->kind);
  if (scene == NULL)
    return FALSE;
  if (!moei_replace_string (&self->kind, kind))
    return TRUE;
  moei_scene_set_language (scene, self->language);
  moei_panel_set_asleep (MOEI_PANEL (scene), FALSE);
  show_visible (self);
  if (former != NULL)
    moei_panel_set_asleep (MOEI_PANEL (former), TRUE);
  return TRUE;
}

/**
 * moei_wall_stage_set_language:
 * @self: a stage
 * @language: the language to show
 */
void
moei_wall_stage_set_language (MoeiWallStage *self,
                              MoeiLanguage   language)
{
  MoeiScene *scene;

  g_return_if_fail (MOEI_IS_WALL_STAGE (self));

  self->language = language;
  scene = find_scene (self, self->kind);
  if (scene != NULL)
    moei_scene_set_language (scene, language);
}

/**
 * moei_wall_stage_set_picture:
 * @self: a stage
 * @picture: what there is to show
 * @problem: (nullable): what is wrong
 */
void
moei_wall_stage_set_picture (MoeiWallStage  *self,
                             MoeiPicture     picture,
                             const MoeiText *problem)
{
  g_return_if_fail (MOEI_IS_WALL_STAGE (self));

  self->picture = picture;
  if (picture != MOEI_PICTURE_WHOLE)
    moei_wall_blank_set_picture (self->blank, picture, problem);
  show_visible (self);
}
