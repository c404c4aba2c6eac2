/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-scene.h"

#include "language/moei-language.h"
#include "parts/moei-replace.h"
#include "rules/moei-withhold.h"

/**
 * MoeiScene:
 *
 * What a wall shows at a time.
 *
 * Its subclass sets the texts of its polyglots in all languages when the
 * operation changes (the `update` of [class@Panel]); that the language turns
 * is of no concern to it unless it draws words itself.  A scene that is not
 * seen sleeps.
 */
typedef struct {
  MoeiLanguage language;
  gboolean     visitor;
  int          withhold_below;
  char        *take_over;
  gboolean     portrait;
  double       text_size;
} MoeiScenePrivate;

typedef enum {
  PROP_LANGUAGE = 1,
  PROP_VISITOR,
  PROP_WITHHOLD_BELOW,
  PROP_TAKE_OVER,
  PROP_PORTRAIT,
  PROP_TEXT_SIZE,
} MoeiSceneProperty;

static GParamSpec *properties[PROP_TEXT_SIZE + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MoeiScene, moei_scene, MOEI_TYPE_PANEL)

static void
set_portrait (MoeiScene *self,
              gboolean   portrait)
{
  MoeiScenePrivate *priv = moei_scene_get_instance_private (self);

  priv->portrait = portrait;
  if (portrait)
    gtk_widget_add_css_class (GTK_WIDGET (self), "portrait");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "portrait");
  if (MOEI_SCENE_GET_CLASS (self)->lay_out != NULL)
    MOEI_SCENE_GET_CLASS (self)->lay_out (self);
}

static void
moei_scene_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  MoeiScenePrivate *priv = moei_scene_get_instance_private (MOEI_SCENE (object));

  switch ((MoeiSceneProperty) prop_id) {
  case PROP_LANGUAGE:
    g_value_set_uint (value, priv->language);
    break;
  case PROP_VISITOR:
    g_value_set_boolean (value, priv->visitor);
    break;
  case PROP_WITHHOLD_BELOW:
    g_value_set_int (value, priv->withhold_below);
    break;
  case PROP_TAKE_OVER:
    g_value_set_string (value, priv->take_over);
    break;
  case PROP_PORTRAIT:
    g_value_set_boolean (value, priv->portrait);
    break;
  case PROP_TEXT_SIZE:
    g_value_set_double (value, priv->text_size);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_scene_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  MoeiScene *self = MOEI_SCENE (object);
  MoeiScenePrivate *priv = moei_scene_get_instance_private (self);

  switch ((MoeiSceneProperty) prop_id) {
  case PROP_LANGUAGE:
    moei_scene_set_language (self, g_value_get_uint (value));
    return;
  case PROP_VISITOR:
    if (priv->visitor == g_value_get_boolean (value))
      return;
    priv->visitor = g_value_get_boolean (value);
    moei_panel_update (MOEI_PANEL (self));
    break;
  case PROP_WITHHOLD_BELOW:
    if (!moei_replace_int (&priv->withhold_below, g_value_get_int (value)))
      return;
    moei_panel_update (MOEI_PANEL (self));
    break;
  case PROP_TAKE_OVER:
    if (!moei_replace_string (&priv->take_over, g_value_get_string (value)))
      return;
    moei_panel_update (MOEI_PANEL (self));
    break;
  case PROP_PORTRAIT:
    if (priv->portrait == g_value_get_boolean (value))
      return;
    set_portrait (self, g_value_get_boolean (value));
    break;
  case PROP_TEXT_SIZE:
    if (G_APPROX_VALUE (priv->text_size, g_value_get_double (value), 0.01))
      return;
    priv->text_size = g_value_get_double (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
moei_scene_finalize (GObject *object)
{
  MoeiScenePrivate *priv = moei_scene_get_instance_private (MOEI_SCENE (object));

  g_free (priv->take_over);

  G_OBJECT_CLASS (moei_scene_parent_class)->finalize (object);
}

static void
moei_scene_class_init (MoeiSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = moei_scene_finalize;
  object_class->get_property = moei_scene_get_property;
  object_class->set_property = moei_scene_set_property;

  properties[PROP_LANGUAGE] = g_param_spec_uint ("language", NULL, NULL, 0, MOEI_N_LANGUAGES - 1, 0, flags);
  /* Whether strangers look: no sites, no routes, small counts withheld */
  properties[PROP_VISITOR] = g_param_spec_boolean ("visitor", NULL, NULL, FALSE, flags);
  /* What is small, where strangers look */
  properties[PROP_WITHHOLD_BELOW] =
    g_param_spec_int ("withhold-below", NULL, NULL, MOEI_WITHHOLD_MINIMUM, G_MAXINT, MOEI_WITHHOLD_BELOW, flags);
  /* The id of the notice that takes the screen */
  properties[PROP_TAKE_OVER] = g_param_spec_string ("take-over", NULL, NULL, NULL, flags);
  properties[PROP_PORTRAIT] = g_param_spec_boolean ("portrait", NULL, NULL, FALSE, flags);
  /* The size of the font of text in pixels, for what draws words itself */
  properties[PROP_TEXT_SIZE] = g_param_spec_double ("text-size", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "scene");
}

static void
moei_scene_init (MoeiScene *self)
{
  MoeiScenePrivate *priv = moei_scene_get_instance_private (self);

  priv->withhold_below = MOEI_WITHHOLD_BELOW;
}

/**
 * moei_scene_init_template:
 * @self: a scene
 *
 * Builds its template with all messages in English, as a polyglot's `message`
 * wants them.
 */
void
moei_scene_init_template (MoeiScene *self)
{
  g_return_if_fail (MOEI_IS_SCENE (self));

  moei_language_push (MOEI_LANGUAGE_EN);
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_language_pop ();
}

/**
 * moei_scene_get_language:
 * @self: a scene
 *
 * Returns: the language that it shows
 */
MoeiLanguage
moei_scene_get_language (MoeiScene *self)
{
  MoeiScenePrivate *priv = moei_scene_get_instance_private (self);

  return priv->language;
}

/**
 * moei_scene_set_language:
 * @self: a scene
 * @language: the language to show
 */
void
moei_scene_set_language (MoeiScene    *self,
                         MoeiLanguage  language)
{
  MoeiScenePrivate *priv = moei_scene_get_instance_private (self);

  g_return_if_fail (MOEI_IS_SCENE (self));
  g_return_if_fail (language < MOEI_N_LANGUAGES);

  moei_polyglot_set_language_below (GTK_WIDGET (self), language);
  if (priv->language == language)
    return;
  priv->language = language;
  if (MOEI_SCENE_GET_CLASS (self)->turn != NULL)
    MOEI_SCENE_GET_CLASS (self)->turn (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

/**
 * moei_scene_get_portrait:
 * @self: a scene
 *
 * Returns: whether the screen stands upright, so that parts are stacked
 */
gboolean
moei_scene_get_portrait (MoeiScene *self)
{
  MoeiScenePrivate *priv = moei_scene_get_instance_private (self);

  return priv->portrait;
}

/**
 * moei_scene_get_visitor:
 * @self: a scene
 *
 * Returns: whether strangers look: no sites, no routes, small counts withheld
 */
gboolean
moei_scene_get_visitor (MoeiScene *self)
{
  MoeiScenePrivate *priv = moei_scene_get_instance_private (self);

  return priv->visitor;
}

/**
 * moei_scene_get_withhold_below:
 * @self: a scene
 *
 * Returns: counts below this are withheld where strangers look
 */
int
moei_scene_get_withhold_below (MoeiScene *self)
{
  MoeiScenePrivate *priv = moei_scene_get_instance_private (self);

  return priv->withhold_below;
}

/**
 * moei_scene_get_take_over:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the id of the notice that takes the screen
 */
const char *
moei_scene_get_take_over (MoeiScene *self)
{
  MoeiScenePrivate *priv = moei_scene_get_instance_private (self);

  return priv->take_over;
}

/**
 * moei_scene_get_text_size:
 * @self: a scene
 *
 * Returns: the size of the font of text in pixels, for what draws words itself
 */
double
moei_scene_get_text_size (MoeiScene *self)
{
  MoeiScenePrivate *priv = moei_scene_get_instance_private (self);

  return priv->text_size;
}
