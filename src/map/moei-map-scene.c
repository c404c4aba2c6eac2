/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-language.h"
#include "map/moei-map-scene.h"
#include "map/moei-tile-template.h"

/**
 * MoeiMapScene:
 *
 * What a map shows and how: handed to each of its layers, which listen to what
 * concerns them.
 */
struct _MoeiMapScene {
  GObject parent_instance;

  MoeiOperation *operation; /* (nullable) */
  MoeiEntity    *selected;  /* (nullable) */
  MoeiLanguage   language;
  gint64         now;
  char          *tiles_url;
  char          *tiles_attribution;
  gboolean       has_tiles;
  double         least_text;
  guint          flags;     /* a bit for each property that is one */
};

G_DEFINE_FINAL_TYPE (MoeiMapScene, moei_map_scene, G_TYPE_OBJECT)

typedef enum {
  PROP_OPERATION = 1,
  PROP_SELECTED,
  PROP_LANGUAGE,
  PROP_NOW,
  PROP_DARK,
  PROP_CONTRAST,
  PROP_SHOW_SITES,
  PROP_SHOW_STATIONS,
  PROP_SHOW_ROUTES,
  PROP_SHOW_FLIGHTS,
  PROP_SHOW_NAMES,
  PROP_LEAST_TEXT,
  PROP_TILES_URL,
  PROP_TILES_ATTRIBUTION,
} MoeiMapSceneProperty;

static GParamSpec *properties[PROP_TILES_ATTRIBUTION + 1];

static gboolean
has_flag (MoeiMapScene         *self,
          MoeiMapSceneProperty  property)
{
  return (self->flags & 1u << property) != 0;
}

static void
moei_map_scene_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  MoeiMapScene *self = MOEI_MAP_SCENE (object);

  switch ((MoeiMapSceneProperty) prop_id) {
    case PROP_OPERATION:
      g_value_set_object (value, self->operation);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_LANGUAGE:
      g_value_set_int (value, self->language);
      break;
    case PROP_NOW:
      g_value_set_int64 (value, self->now);
      break;
    case PROP_DARK:
    case PROP_CONTRAST:
    case PROP_SHOW_SITES:
    case PROP_SHOW_STATIONS:
    case PROP_SHOW_ROUTES:
    case PROP_SHOW_FLIGHTS:
    case PROP_SHOW_NAMES:
      g_value_set_boolean (value, has_flag (self, prop_id));
      break;
    case PROP_LEAST_TEXT:
      g_value_set_double (value, self->least_text);
      break;
    case PROP_TILES_URL:
      g_value_set_string (value, self->tiles_url);
      break;
    case PROP_TILES_ATTRIBUTION:
      g_value_set_string (value, self->tiles_attribution);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
  }
}

static gboolean
set_flag (MoeiMapScene         *self,
          MoeiMapSceneProperty  property,
          gboolean              value)
{
  guint flags = value ? self->flags | 1u << property : self->flags & ~(1u << property);
  gboolean changed = self->flags != flags;

  self->flags = flags;
  return changed;
}

static gboolean
set_text (char       **text,
          const char  *value)
{
  if (value == NULL)
    value = "";
  if (g_str_equal (*text, value))
    return FALSE;

  g_free (*text);
  *text = g_strdup (value);
  return TRUE;
}

/* What makes no sense stands in the settings until somebody puts it right. */
static gboolean
set_tiles_url (MoeiMapScene *self,
               const char   *value)
{
  g_autoptr (GError) error = NULL;

  if (!set_text (&self->tiles_url, value))
    return FALSE;

  self->has_tiles = *self->tiles_url != '\0' && moei_tile_template_check (self->tiles_url, &error);
  if (error != NULL)
    g_message ("tiles-url: %s: %s", self->tiles_url, error->message);
  return TRUE;
}

static void
moei_map_scene_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  MoeiMapScene *self = MOEI_MAP_SCENE (object);
  gboolean changed = FALSE;

  switch ((MoeiMapSceneProperty) prop_id) {
    case PROP_OPERATION:
      moei_map_scene_set_operation (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      moei_map_scene_set_selected (self, g_value_get_object (value));
      break;
    case PROP_LANGUAGE:
      changed = self->language != (MoeiLanguage) g_value_get_int (value);
      self->language = g_value_get_int (value);
      break;
    case PROP_NOW:
      changed = self->now != g_value_get_int64 (value);
      self->now = g_value_get_int64 (value);
      break;
    case PROP_DARK:
    case PROP_CONTRAST:
    case PROP_SHOW_SITES:
    case PROP_SHOW_STATIONS:
    case PROP_SHOW_ROUTES:
    case PROP_SHOW_FLIGHTS:
    case PROP_SHOW_NAMES:
      changed = set_flag (self, prop_id, g_value_get_boolean (value));
      break;
    case PROP_LEAST_TEXT:
      changed = self->least_text != g_value_get_double (value);
      self->least_text = g_value_get_double (value);
      break;
    case PROP_TILES_URL:
      changed = set_tiles_url (self, g_value_get_string (value));
      break;
    case PROP_TILES_ATTRIBUTION:
      changed = set_text (&self->tiles_attribution, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
  }
  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
moei_map_scene_dispose (GObject *object)
{
  MoeiMapScene *self = MOEI_MAP_SCENE (object);

  g_clear_object (&self->operation);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (moei_map_scene_parent_class)->dispose (object);
}

static void
moei_map_scene_finalize (GObject *object)
{
  g_free (MOEI_MAP_SCENE (object)->tiles_url);
  g_free (MOEI_MAP_SCENE (object)->tiles_attribution);

  G_OBJECT_CLASS (moei_map_scene_parent_class)->finalize (object);
}

static void
moei_map_scene_class_init (MoeiMapSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = moei_map_scene_get_property;
  object_class->set_property = moei_map_scene_set_property;
  object_class->dispose = moei_map_scene_dispose;
  object_class->finalize = moei_map_scene_finalize;

  properties[PROP_OPERATION] = g_param_spec_object ("operation", NULL, NULL, MOEI_TYPE_OPERATION, flags);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, MOEI_TYPE_ENTITY, flags);
  properties[PROP_LANGUAGE] = g_param_spec_int ("language", NULL, NULL, 0, MOEI_N_LANGUAGES - 1, 0, flags);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64,
                                             MOEI_INSTANT_UNKNOWN, flags);
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, flags);
  properties[PROP_CONTRAST] = g_param_spec_boolean ("contrast", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_SITES] = g_param_spec_boolean ("show-sites", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_STATIONS] = g_param_spec_boolean ("show-stations", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_ROUTES] = g_param_spec_boolean ("show-routes", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_FLIGHTS] = g_param_spec_boolean ("show-flights", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_NAMES] = g_param_spec_boolean ("show-names", NULL, NULL, TRUE, flags);
  properties[PROP_LEAST_TEXT] = g_param_spec_double ("least-text", NULL, NULL, 0, 100, 0, flags);
  properties[PROP_TILES_URL] = g_param_spec_string ("tiles-url", NULL, NULL, "", flags);
  properties[PROP_TILES_ATTRIBUTION] = g_param_spec_string ("tiles-attribution", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_map_scene_init (MoeiMapScene *self)
{
  self->language = moei_language_get_current ();
  self->now = MOEI_INSTANT_UNKNOWN;
  self->flags = 1u << PROP_SHOW_SITES | 1u << PROP_SHOW_STATIONS | 1u << PROP_SHOW_ROUTES | 1u << PROP_SHOW_FLIGHTS |
                1u << PROP_SHOW_NAMES;
  self->tiles_url = g_strdup ("");
  self->tiles_attribution = g_strdup ("");
}

/**
 * moei_map_scene_new:
 *
 * Returns: (transfer full): a scene of no operation, in the current language
 */
MoeiMapScene *
moei_map_scene_new (void)
{
  return g_object_new (MOEI_TYPE_MAP_SCENE, NULL);
}

/**
 * moei_map_scene_get_operation:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the operation it shows
 */
MoeiOperation *
moei_map_scene_get_operation (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), NULL);

  return self->operation;
}

/**
 * moei_map_scene_set_operation:
 * @self: a scene
 * @operation: (nullable): the operation to show
 */
void
moei_map_scene_set_operation (MoeiMapScene  *self,
                              MoeiOperation *operation)
{
  g_return_if_fail (MOEI_IS_MAP_SCENE (self));

  if (g_set_object (&self->operation, operation))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPERATION]);
}

/**
 * moei_map_scene_get_selected:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the place, convoy or flight that is selected
 */
MoeiEntity *
moei_map_scene_get_selected (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), NULL);

  return self->selected;
}

/**
 * moei_map_scene_set_selected:
 * @self: a scene
 * @selected: (nullable): a place, convoy or flight
 */
void
moei_map_scene_set_selected (MoeiMapScene *self,
                             MoeiEntity   *selected)
{
  g_return_if_fail (MOEI_IS_MAP_SCENE (self));

  if (g_set_object (&self->selected, selected))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * moei_map_scene_get_language:
 * @self: a scene
 *
 * Returns: the language of its labels
 */
MoeiLanguage
moei_map_scene_get_language (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), MOEI_LANGUAGE_EN);

  return self->language;
}

/**
 * moei_map_scene_get_now:
 * @self: a scene
 *
 * Returns: the instant on the service's clock, for what moves between reports;
 *   `MOEI_INSTANT_UNKNOWN` if not known
 */
gint64
moei_map_scene_get_now (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), MOEI_INSTANT_UNKNOWN);

  return self->now;
}

/**
 * moei_map_scene_get_dark:
 * @self: a scene
 *
 * Returns: whether it is for dark surroundings
 */
gboolean
moei_map_scene_get_dark (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), FALSE);

  return has_flag (self, PROP_DARK);
}

/**
 * moei_map_scene_get_tone:
 * @self: a scene
 *
 * Returns: the surroundings it is for
 */
MoeiMapTone
moei_map_scene_get_tone (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), MOEI_MAP_TONE_LIGHT);

  if (has_flag (self, PROP_CONTRAST))
    return has_flag (self, PROP_DARK) ? MOEI_MAP_TONE_DARK_CONTRAST : MOEI_MAP_TONE_LIGHT_CONTRAST;
  return has_flag (self, PROP_DARK) ? MOEI_MAP_TONE_DARK : MOEI_MAP_TONE_LIGHT;
}

/**
 * moei_map_scene_get_show_sites:
 * @self: a scene
 *
 * Returns: whether compounds and holding places are shown
 */
gboolean
moei_map_scene_get_show_sites (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), FALSE);

  return has_flag (self, PROP_SHOW_SITES);
}

/**
 * moei_map_scene_get_show_stations:
 * @self: a scene
 *
 * Returns: whether stations and crossings are shown
 */
gboolean
moei_map_scene_get_show_stations (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), FALSE);

  return has_flag (self, PROP_SHOW_STATIONS);
}

/**
 * moei_map_scene_get_show_routes:
 * @self: a scene
 *
 * Returns: whether routes and convoys are shown
 */
gboolean
moei_map_scene_get_show_routes (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), FALSE);

  return has_flag (self, PROP_SHOW_ROUTES);
}

/**
 * moei_map_scene_get_show_flights:
 * @self: a scene
 *
 * Returns: whether flights are shown
 */
gboolean
moei_map_scene_get_show_flights (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), FALSE);

  return has_flag (self, PROP_SHOW_FLIGHTS);
}

/**
 * moei_map_scene_get_show_names:
 * @self: a scene
 *
 * Returns: whether names of towns and countries are shown
 */
gboolean
moei_map_scene_get_show_names (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), FALSE);

  return has_flag (self, PROP_SHOW_NAMES);
}

/**
 * moei_map_scene_get_least_text:
 * @self: a scene
 *
 * Returns: the size below which no text is, in pixels; 0 where the map is read
 *   from near by
 */
double
moei_map_scene_get_least_text (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), 0);

  return self->least_text;
}

/**
 * moei_map_scene_get_tiles:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the address of the tiles of a tile server
 *   that lie above the base map, with {z}, {x} and {y}; `NULL` if there are none
 */
const char *
moei_map_scene_get_tiles (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), NULL);

  return self->has_tiles ? self->tiles_url : NULL;
}

/**
 * moei_map_scene_get_tiles_attribution:
 * @self: a scene
 *
 * Returns: (transfer none): whose those tiles are; empty if it is not said
 */
const char *
moei_map_scene_get_tiles_attribution (MoeiMapScene *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_SCENE (self), NULL);

  return self->tiles_attribution;
}
