/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall.h"

#include "parts/moei-replace.h"
#include "wall/moei-scenes.h"
#include "wall/moei-wall-scale.h"

/**
 * MoeiWall:
 *
 * A screen in a meeting room: one scene at a time, in one language at a time,
 * with nobody near it.
 *
 * What it is told of the connection are properties, as of [class@Window]; it
 * knows nothing of how data arrives.
 */
struct _MoeiWall {
  GtkWindow parent_instance;

  MoeiOperation *operation;
  gint64         now;
  int            state; /* MoeiDataState */
  gint64         age;
  char          *service;
  char          *problem;
  gboolean       denied;
  gint64         skew;

  MoeiWallScale *scale;
  MoeiScreen    *screen;
  GtkStack      *stack;
  char          *scene;
  MoeiLanguage   language;
};

typedef enum {
  PROP_OPERATION = 1,
  PROP_NOW,
  PROP_STATE,
  PROP_AGE,
  PROP_SERVICE,
  PROP_PROBLEM,
  PROP_DENIED,
  PROP_SKEW,
} MoeiWallProperty;

static GParamSpec *properties[PROP_SKEW + 1];

G_DEFINE_FINAL_TYPE (MoeiWall, moei_wall, GTK_TYPE_WINDOW)

static void
resized_cb (MoeiWall *self,
            int       width,
            int       height)
{
  moei_wall_scale_set_height (self->scale, height);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (MOEI_IS_SCENE (child))
      g_object_set (child, "portrait", height > width, "text-size", moei_wall_scale_get_text (self->scale), NULL);
  }
}

static void
update_state (MoeiWall *self)
{
  if (self->state == MOEI_DATA_STATE_OLD || self->state == MOEI_DATA_STATE_OFFLINE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stale");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stale");
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
    g_value_set_string (value, self->problem);
    break;
  case PROP_DENIED:
    g_value_set_boolean (value, self->denied);
    break;
  case PROP_SKEW:
    g_value_set_int64 (value, self->skew);
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
    self->operation = g_value_dup_object (value);
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
    break;
  case PROP_PROBLEM:
    if (!moei_replace_string (&self->problem, g_value_get_string (value)))
      return;
    break;
  case PROP_DENIED:
    if (!moei_replace_int (&self->denied, g_value_get_boolean (value)))
      return;
    break;
  case PROP_SKEW:
    if (!moei_replace_int64 (&self->skew, g_value_get_int64 (value)))
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
  g_clear_object (&self->operation);

  G_OBJECT_CLASS (moei_wall_parent_class)->dispose (object);
}

static void
moei_wall_finalize (GObject *object)
{
  MoeiWall *self = MOEI_WALL (object);

  g_free (self->service);
  g_free (self->problem);
  g_free (self->scene);

  G_OBJECT_CLASS (moei_wall_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_OPERATION] =
    g_param_spec_object ("operation", NULL, NULL, MOEI_TYPE_OPERATION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOW] =
    g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, MOEI_INSTANT_UNKNOWN, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, MOEI_TYPE_DATA_STATE, MOEI_DATA_STATE_NONE, flags);
  properties[PROP_AGE] = g_param_spec_int64 ("age", NULL, NULL, -1, G_MAXINT64, -1, flags);
  /* Its address; "" where none was chosen. */
  properties[PROP_SERVICE] = g_param_spec_string ("service", NULL, NULL, NULL, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  properties[PROP_DENIED] = g_param_spec_boolean ("denied", NULL, NULL, FALSE, flags);
  properties[PROP_SKEW] = g_param_spec_int64 ("skew", NULL, NULL, -G_MAXINT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_wall_class_init (MoeiWallClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_wall_dispose;
  object_class->finalize = moei_wall_finalize;
  object_class->get_property = moei_wall_get_property;
  object_class->set_property = moei_wall_set_property;
  install_properties (object_class);
}

static void
moei_wall_init (MoeiWall *self)
{
  GtkWidget *screen = g_object_new (MOEI_TYPE_SCREEN, NULL);

  self->now = MOEI_INSTANT_UNKNOWN;
  self->age = -1;
  self->screen = MOEI_SCREEN (screen);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  moei_screen_set_child (self->screen, GTK_WIDGET (self->stack));
  g_signal_connect_object (screen, "resized", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_child (GTK_WINDOW (self), screen);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "wall");
  self->scale = moei_wall_scale_new (GTK_WIDGET (self));
}

/**
 * moei_wall_new:
 * @operation: what it shows
 *
 * Returns: (transfer none): a wall that shows the first kind of scene, in English
 */
MoeiWall *
moei_wall_new (MoeiOperation *operation)
{
  MoeiWall *self = g_object_new (MOEI_TYPE_WALL, "operation", operation, NULL);

  moei_wall_set_scene (self, moei_scenes_list ()[0]);
  return self;
}

static MoeiScene *
find_scene (MoeiWall   *self,
            const char *kind)
{
  GtkWidget *scene = gtk_stack_get_child_by_name (self->stack, kind);
  int width = gtk_widget_get_width (GTK_WIDGET (self->screen)), height = gtk_widget_get_height (GTK_WIDGET (self->screen));

  if (scene != NULL)
    return MOEI_SCENE (scene);
  scene = GTK_WIDGET (moei_scenes_create (kind));
  if (scene == NULL)
    return NULL;
  g_object_set (scene, "portrait", height > width, "text-size", moei_wall_scale_get_text (self->scale), NULL);
  g_object_bind_property (self, "now", scene, "now", G_BINDING_SYNC_CREATE);
  g_object_set (scene, "operation", self->operation, NULL);
  gtk_stack_add_named (self->stack, scene, kind);
  return MOEI_SCENE (scene);
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

  return self->scene;
}

/**
 * moei_wall_set_scene:
 * @self: a wall
 * @kind: the kind of the scene to show; another than there is changes nothing
 */
void
moei_wall_set_scene (MoeiWall   *self,
                     const char *kind)
{
  MoeiScene *scene;
  GtkWidget *former;

  g_return_if_fail (MOEI_IS_WALL (self));

  scene = find_scene (self, kind);
  if (scene == NULL || !moei_replace_string (&self->scene, kind))
    return;
  former = gtk_stack_get_visible_child (self->stack);
  moei_scene_set_language (scene, self->language);
  moei_panel_set_asleep (MOEI_PANEL (scene), FALSE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (scene));
  if (former != NULL && former != GTK_WIDGET (scene))
    moei_panel_set_asleep (MOEI_PANEL (former), TRUE);
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
  if (self->scene != NULL)
    moei_scene_set_language (MOEI_SCENE (gtk_stack_get_visible_child (self->stack)), language);
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
