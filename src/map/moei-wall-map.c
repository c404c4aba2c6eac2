/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "language/moei-language.h"
#include "map/moei-magnify.h"
#include "map/moei-map-cards.h"
#include "map/moei-map-fit.h"
#include "map/moei-map-resources.h"
#include "map/moei-map-summary.h"
#include "map/moei-scale-bar.h"
#include "map/moei-wall-map.h"

/* A map on an upright screen is little wider than the line below it. */
#define SCALE_BAR_MOST 50

/**
 * MoeiWallMap:
 *
 * A map of an operation that is read from afar: nothing but the map, and below
 * it its scale and whose it is.
 *
 * All of it is magnified by `text-scale`.  It shows the day, and flies to
 * events and back; another language changes its words and nothing else.  What
 * visitors see is the base map and the airports.
 */
struct _MoeiWallMap {
  GtkWidget parent_instance;

  GtkWidget     *whole;
  MoeiMapCanvas *canvas;
  MoeiScaleBar  *scale_bar;
  GtkLabel      *attribution;

  MoeiMapScene  *scene;
  double         text_scale;
  gboolean       visitor;
  MoeiMapFitted  fitted;        /* for what the day's view was found */
  guint          update_id;
};

G_DEFINE_FINAL_TYPE (MoeiWallMap, moei_wall_map, GTK_TYPE_WIDGET)

typedef enum {
  PROP_OPERATION = 1,
  PROP_NOW,
  PROP_LANGUAGE,
  PROP_DARK,
  PROP_TEXT_SCALE,
  PROP_VISITOR,
} MoeiWallMapProperty;

static GParamSpec *properties[PROP_VISITOR + 1];

static void
fit (MoeiWallMap *self,
     gboolean     anyhow,
     gboolean     animate)
{
  MoeiExtent day = moei_extent_of_day (self->visitor ? NULL : moei_map_scene_get_operation (self->scene));
  MoeiMapFitted wanted = {
    day, gtk_widget_get_width (GTK_WIDGET (self->canvas)), gtk_widget_get_height (GTK_WIDGET (self->canvas)),
  };

  if (wanted.width <= 0 || moei_map_canvas_is_visiting (self->canvas))
    return;
  if (moei_map_fitted_grow (&self->fitted, &wanted) || anyhow)
    moei_map_canvas_fit (self->canvas, day, NULL, animate);
}

static gboolean
update (gpointer user_data)
{
  MoeiWallMap *self = MOEI_WALL_MAP (user_data);
  MoeiLanguage language = moei_map_scene_get_language (self->scene);
  g_autofree char *description = NULL;
  MoeiProjector projector;

  self->update_id = 0;
  moei_map_canvas_project (self->canvas, &projector);
  moei_scale_bar_set_scale (self->scale_bar, moei_projector_metres_per_pixel (&projector));
  description = moei_map_summarise (language, self->visitor ? NULL : moei_map_scene_get_operation (self->scene));
  moei_map_canvas_set_name (self->canvas, moei_pgettext (language, "map", "Map of the operation"), description);
  fit (self, FALSE, TRUE);
  return G_SOURCE_REMOVE;
}

static void
queue_update (MoeiWallMap *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update, self, NULL);
}

static void
update_language (MoeiWallMap *self)
{
  MoeiLanguage language = moei_map_scene_get_language (self->scene);

  /* The line below may be somewhat higher; the view stays. */
  self->fitted.held = TRUE;
  moei_scale_bar_set_language (self->scale_bar, language);
  queue_update (self);
}

static void
update_attribution (MoeiWallMap *self)
{
  g_autofree char *text = moei_map_attribute_briefly (self->scene);

  gtk_label_set_text (self->attribution, text);
}

static void
on_scene_notify (MoeiWallMap *self,
                 GParamSpec  *pspec)
{
  GParamSpec *own = g_object_class_find_property (G_OBJECT_GET_CLASS (self), pspec->name);

  if (own == properties[PROP_LANGUAGE])
    update_language (self);
  else if (g_str_has_prefix (pspec->name, "tiles-"))
    update_attribution (self);
  else if (own == properties[PROP_DARK])
    (moei_map_scene_get_dark (self->scene) ? gtk_widget_add_css_class
                                           : gtk_widget_remove_css_class) (GTK_WIDGET (self), "dark");
  if (own != NULL && own->owner_type == MOEI_TYPE_WALL_MAP)
    g_object_notify_by_pspec (G_OBJECT (self), own);
}

static void
set_visitor (MoeiWallMap *self,
             gboolean     visitor)
{
  if (self->visitor == visitor)
    return;

  self->visitor = visitor;
  g_object_set (self->scene, "show-sites", !visitor, "show-stations", !visitor, "show-routes", !visitor,
                "show-flights", !visitor, NULL);
  moei_map_canvas_set_follow (self->canvas, !visitor);
  fit (self, TRUE, FALSE);
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISITOR]);
}

static void
set_text_scale (MoeiWallMap *self,
                double       text_scale)
{
  if (self->text_scale == text_scale)
    return;

  self->text_scale = text_scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SCALE]);
}

static void
moei_wall_map_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  MoeiWallMap *self = MOEI_WALL_MAP (widget);
  int least, wanted;

  /* As wide as it can be: its words must not make it wider in one language. */
  gtk_widget_measure (orientation == GTK_ORIENTATION_HORIZONTAL ? GTK_WIDGET (self->canvas) : self->whole, orientation, -1,
                      &least, &wanted, NULL, NULL);
  *minimum = (int) (least * self->text_scale);
  *natural = (int) (wanted * self->text_scale);
}

static void
moei_wall_map_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  MoeiWallMap *self = MOEI_WALL_MAP (widget);
  float scale = (float) self->text_scale;

  gtk_widget_allocate (self->whole, (int) ceil (width / scale), (int) ceil (height / scale), -1,
                       gsk_transform_scale (NULL, scale, scale));
  fit (self, FALSE, FALSE);
}

static void
moei_wall_map_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  g_autoptr (GtkSnapshot) whole = gtk_snapshot_new ();
  GskRenderNode *node, *magnified;

  gtk_widget_snapshot_child (widget, MOEI_WALL_MAP (widget)->whole, whole);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&whole));
  if (node == NULL)
    return;
  magnified = moei_magnify (node);
  gtk_snapshot_append_node (snapshot, magnified);
  gsk_render_node_unref (magnified);
  gsk_render_node_unref (node);
}

static void
moei_wall_map_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  MoeiWallMap *self = MOEI_WALL_MAP (object);

  switch ((MoeiWallMapProperty) prop_id) {
    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
      break;
    case PROP_VISITOR:
      g_value_set_boolean (value, self->visitor);
      break;
    case PROP_OPERATION:
    case PROP_NOW:
    case PROP_LANGUAGE:
    case PROP_DARK:
    default:
      g_object_get_property (G_OBJECT (self->scene), pspec->name, value);
      break;
  }
}

static void
moei_wall_map_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  MoeiWallMap *self = MOEI_WALL_MAP (object);

  switch ((MoeiWallMapProperty) prop_id) {
    case PROP_TEXT_SCALE:
      set_text_scale (self, g_value_get_double (value));
      break;
    case PROP_VISITOR:
      set_visitor (self, g_value_get_boolean (value));
      break;
    case PROP_OPERATION:
    case PROP_NOW:
    case PROP_LANGUAGE:
    case PROP_DARK:
    default:
      g_object_set_property (G_OBJECT (self->scene), pspec->name, value);
      break;
  }
}

static void
moei_wall_map_dispose (GObject *object)
{
  MoeiWallMap *self = MOEI_WALL_MAP (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->whole, gtk_widget_unparent);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (moei_wall_map_parent_class)->dispose (object);
}

static void
moei_wall_map_class_init (MoeiWallMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = moei_wall_map_get_property;
  object_class->set_property = moei_wall_map_set_property;
  object_class->dispose = moei_wall_map_dispose;
  widget_class->measure = moei_wall_map_measure;
  widget_class->size_allocate = moei_wall_map_size_allocate;
  widget_class->snapshot = moei_wall_map_snapshot;

  properties[PROP_OPERATION] = g_param_spec_object ("operation", NULL, NULL, MOEI_TYPE_OPERATION, flags);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64,
                                             MOEI_INSTANT_UNKNOWN, flags);
  properties[PROP_LANGUAGE] = g_param_spec_int ("language", NULL, NULL, 0, MOEI_N_LANGUAGES - 1, 0, flags);
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, flags);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.5, 16, 2, flags);
  properties[PROP_VISITOR] = g_param_spec_boolean ("visitor", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_resources_register (moei_map_get_resource ());
  moei_map_cards_load_style ();
  g_type_ensure (MOEI_TYPE_MAP_CANVAS);
  g_type_ensure (MOEI_TYPE_SCALE_BAR);
  gtk_widget_class_set_css_name (widget_class, "moei-wall-map");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/map/moei-wall-map.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWallMap, whole);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallMap, canvas);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallMap, scale_bar);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallMap, attribution);
  gtk_widget_class_bind_template_callback (widget_class, queue_update);
}

static void
moei_wall_map_init (MoeiWallMap *self)
{
  self->text_scale = 2;
  self->scene = moei_map_scene_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_object_set (self->scene, "least-text", MOEI_WALL_MAP_LEAST_TEXT, NULL);
  moei_map_canvas_set_scene (self->canvas, self->scene);
  moei_map_canvas_set_follow (self->canvas, TRUE);
  moei_scale_bar_set_most (self->scale_bar, SCALE_BAR_MOST);
  g_object_bind_property (adw_style_manager_get_default (), "high-contrast", self->scene, "contrast",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->scene, "notify", G_CALLBACK (on_scene_notify), self, G_CONNECT_SWAPPED);
  update_attribution (self);
  update_language (self);
}

/**
 * moei_wall_map_new:
 *
 * Returns: (transfer floating): a map of no operation, in the current language
 */
GtkWidget *
moei_wall_map_new (void)
{
  return g_object_new (MOEI_TYPE_WALL_MAP, NULL);
}

/**
 * moei_wall_map_get_canvas:
 * @self: a map
 *
 * Returns: (transfer none): the map itself; its pixels are magnified
 */
MoeiMapCanvas *
moei_wall_map_get_canvas (MoeiWallMap *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_MAP (self), NULL);

  return self->canvas;
}

/**
 * moei_wall_map_get_scene:
 * @self: a map
 *
 * Returns: (transfer none): what the map shows
 */
MoeiMapScene *
moei_wall_map_get_scene (MoeiWallMap *self)
{
  g_return_val_if_fail (MOEI_IS_WALL_MAP (self), NULL);

  return self->scene;
}

/**
 * moei_wall_map_fit_day:
 * @self: a map
 *
 * Shows the day, wherever the view is.
 */
void
moei_wall_map_fit_day (MoeiWallMap *self)
{
  g_return_if_fail (MOEI_IS_WALL_MAP (self));

  fit (self, TRUE, FALSE);
}
