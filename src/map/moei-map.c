/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "language/moei-language.h"
#include "map/moei-map-buttons.h"
#include "map/moei-map-card.h"
#include "map/moei-map-cards.h"
#include "map/moei-map-fit.h"
#include "map/moei-map-layers-card.h"
#include "map/moei-map-legend.h"
#include "map/moei-map-resources.h"
#include "map/moei-map-summary.h"
#include "map/moei-map.h"
#include "map/moei-scale-bar.h"

/* On a map that is not so large the cards on the left are folded unless
 * somebody unfolds them. */
#define WIDE 1080
#define TALL 760

/**
 * MoeiMap:
 *
 * A map of an operation that needs no network: the canvas, and the cards that
 * explain it and choose what is on it.
 *
 * Its parts listen to the operation themselves.  `selected` follows clicks, and
 * what is selected from outside is brought into view.  Until somebody moves the
 * view, it shows the day.
 */
struct _MoeiMap {
  GtkWidget parent_instance;

  GtkWidget         *overlay;
  MoeiMapCanvas     *canvas;
  MoeiMapLayersCard *layers_card;
  MoeiMapLegend     *legend;
  MoeiMapButtons    *buttons;
  GtkWidget         *footer;
  MoeiScaleBar      *scale_bar;
  GtkLabel          *attribution;

  MoeiMapScene      *scene;
  char              *description;
  guint              scale_id;
  guint              shows_day : 1;
  MoeiMapFitted      fitted;      /* for what the day's view was found */
};

G_DEFINE_FINAL_TYPE (MoeiMap, moei_map, GTK_TYPE_WIDGET)

typedef enum {
  PROP_OPERATION = 1,
  PROP_SELECTED,
  PROP_LANGUAGE,
  PROP_NOW,
} MoeiMapProperty;

static GParamSpec *properties[PROP_NOW + 1];

static MoeiMapCards
get_cards (MoeiMap *self)
{
  return (MoeiMapCards) { GTK_WIDGET (self->layers_card), GTK_WIDGET (self->legend),
                          GTK_WIDGET (self->buttons), self->footer };
}

static gboolean
on_place_card (MoeiMap      *self,
               GtkWidget    *card,
               GdkRectangle *place)
{
  MoeiMapCards cards = get_cards (self);

  if (!gtk_widget_is_ancestor (cards.legend, card))
    return FALSE;

  moei_map_cards_place_legend (&cards, gtk_widget_get_width (self->overlay), gtk_widget_get_height (self->overlay),
                               place);
  return TRUE;
}

static void
update_cards (MoeiMap *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean is_large = width >= WIDE && gtk_widget_get_height (GTK_WIDGET (self)) >= TALL;
  MoeiMapCards cards = get_cards (self);

  if (width <= 0)
    return;

  moei_map_legend_set_room (self->legend, moei_map_cards_get_room (&cards, width));
  moei_map_legend_set_keys (self->legend, moei_map_canvas_get_keys (self->canvas));
  moei_map_legend_set_expanded (self->legend, is_large);
  moei_map_layers_card_set_expanded (self->layers_card, is_large);
}

/* Shows the day, unless that is in sight already. */
static void
fit (MoeiMap  *self,
     gboolean  anyhow,
     gboolean  animate)
{
  MoeiExtent day = moei_extent_of_day (moei_map_scene_get_operation (self->scene));
  GtkWidget *legend = GTK_WIDGET (self->legend);
  MoeiMapFitted wanted = { day, gtk_widget_get_width (self->overlay), gtk_widget_get_height (self->overlay) };
  graphene_rect_t bounds;

  if (wanted.width <= 0)
    return;
  if (!moei_map_legend_is_by_hand (self->legend) && gtk_widget_compute_bounds (legend, self->overlay, &bounds))
    wanted.legend = (MoeiBox) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  if (moei_map_fitted_grow (&self->fitted, &wanted) || anyhow)
    moei_map_canvas_fit (self->canvas, day, &self->fitted.legend, animate);
}

/* What is drawn, for whoever does not see it. */
static void
describe (MoeiMap *self)
{
  MoeiLanguage language = moei_map_scene_get_language (self->scene);
  g_autofree char *description = moei_map_summarise (language, moei_map_scene_get_operation (self->scene));

  if (g_strcmp0 (description, self->description) == 0)
    return;
  g_free (self->description);
  self->description = g_steal_pointer (&description);
  moei_map_canvas_set_name (self->canvas, moei_pgettext (language, "map", "Map of the operation"), self->description);
}

static gboolean
update_scale (gpointer user_data)
{
  MoeiMap *self = MOEI_MAP (user_data);
  MoeiProjector projector;

  self->scale_id = 0;
  moei_map_canvas_project (self->canvas, &projector);
  moei_scale_bar_set_scale (self->scale_bar, moei_projector_metres_per_pixel (&projector));
  update_cards (self);
  describe (self);
  if (self->shows_day)
    fit (self, FALSE, moei_map_canvas_is_settled (self->canvas));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-in", moei_map_canvas_can_zoom (self->canvas, 1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-out", moei_map_canvas_can_zoom (self->canvas, -1));
  return G_SOURCE_REMOVE;
}

/* The view may move while sizes are given out, when nothing may ask for another
 * size. */
static void
on_moved (MoeiMap *self)
{
  if (self->scale_id == 0)
    self->scale_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_scale, self, NULL);
}

static void
on_grabbed (MoeiMap *self)
{
  self->shows_day = FALSE;
}

static void
on_dark (MoeiMap *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (manager);

  g_object_set (self->scene, "dark", is_dark, "contrast", adw_style_manager_get_high_contrast (manager), NULL);
  (is_dark ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self), "dark");
}

static void
update_attribution (MoeiMap *self)
{
  g_autofree char *text = moei_map_attribute (self->scene, moei_map_scene_get_language (self->scene));

  gtk_label_set_text (self->attribution, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->attribution), text);
}

static void
update_words (MoeiMap *self)
{
  MoeiLanguage language = moei_map_scene_get_language (self->scene);

  moei_map_buttons_set_language (self->buttons, language);
  update_attribution (self);
  g_clear_pointer (&self->description, g_free);
  describe (self);
  moei_scale_bar_set_language (self->scale_bar, language);
}

static void
on_scene_notify (MoeiMap    *self,
                 GParamSpec *pspec)
{
  GParamSpec *own = g_object_class_find_property (G_OBJECT_GET_CLASS (self), pspec->name);

  self->fitted.held |= own == properties[PROP_LANGUAGE];
  if (own == properties[PROP_LANGUAGE])
    update_words (self);
  else if (own == properties[PROP_SELECTED])
    moei_map_canvas_show (self->canvas, moei_map_scene_get_selected (self->scene));
  else if (g_str_has_prefix (pspec->name, "tiles-"))
    update_attribution (self);
  if (own != NULL && own->owner_type == MOEI_TYPE_MAP)
    g_object_notify_by_pspec (G_OBJECT (self), own);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  moei_map_canvas_zoom (MOEI_MAP (widget)->canvas, g_str_equal (name, "map.zoom-in") ? 1 : -1);
}

static void
pan_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  int across, down;

  g_variant_get (parameter, "(ii)", &across, &down);
  moei_map_canvas_pan (MOEI_MAP (widget)->canvas, across, down);
}

/* The border, or all of the region. */
static void
view_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MoeiMap *self = MOEI_MAP (widget);

  self->shows_day = FALSE;
  moei_map_canvas_fit (self->canvas, g_str_equal (name, "map.view-border") ? moei_extent_of_border ()
                                                                          : moei_extent_of_region (), NULL, TRUE);
}

static void
fit_day_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MOEI_MAP (widget)->shows_day = TRUE;
  fit (MOEI_MAP (widget), TRUE, TRUE);
}

static void
moei_map_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  gtk_widget_measure (MOEI_MAP (widget)->overlay, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
moei_map_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  MoeiMap *self = MOEI_MAP (widget);

  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
  if (self->shows_day)
    fit (self, FALSE, FALSE);
}

/* All properties are those of the scene. */
static void
moei_map_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  g_object_get_property (G_OBJECT (MOEI_MAP (object)->scene), pspec->name, value);
}

static void
moei_map_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  g_object_set_property (G_OBJECT (MOEI_MAP (object)->scene), pspec->name, value);
}

static void
moei_map_dispose (GObject *object)
{
  MoeiMap *self = MOEI_MAP (object);

  g_clear_handle_id (&self->scale_id, g_source_remove);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (moei_map_parent_class)->dispose (object);
}

static void
moei_map_class_init (MoeiMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = moei_map_get_property;
  object_class->set_property = moei_map_set_property;
  object_class->dispose = moei_map_dispose;
  widget_class->measure = moei_map_measure;
  widget_class->size_allocate = moei_map_size_allocate;

  properties[PROP_OPERATION] = g_param_spec_object ("operation", NULL, NULL, MOEI_TYPE_OPERATION, flags);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, MOEI_TYPE_ENTITY, flags);
  properties[PROP_LANGUAGE] = g_param_spec_int ("language", NULL, NULL, 0, MOEI_N_LANGUAGES - 1, 0, flags);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64,
                                             MOEI_INSTANT_UNKNOWN, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_resources_register (moei_map_get_resource ());
  moei_map_cards_load_style ();
  g_type_ensure (MOEI_TYPE_MAP_BUTTONS);
  g_type_ensure (MOEI_TYPE_MAP_CANVAS);
  g_type_ensure (MOEI_TYPE_MAP_CARD);
  g_type_ensure (MOEI_TYPE_MAP_LAYERS_CARD);
  g_type_ensure (MOEI_TYPE_MAP_LEGEND);
  g_type_ensure (MOEI_TYPE_SCALE_BAR);
  gtk_widget_class_set_css_name (widget_class, "moei-map");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/map/moei-map.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiMap, overlay);
  gtk_widget_class_bind_template_child (widget_class, MoeiMap, canvas);
  gtk_widget_class_bind_template_child (widget_class, MoeiMap, layers_card);
  gtk_widget_class_bind_template_child (widget_class, MoeiMap, legend);
  gtk_widget_class_bind_template_child (widget_class, MoeiMap, buttons);
  gtk_widget_class_bind_template_child (widget_class, MoeiMap, footer);
  gtk_widget_class_bind_template_child (widget_class, MoeiMap, scale_bar);
  gtk_widget_class_bind_template_child (widget_class, MoeiMap, attribution);
  gtk_widget_class_bind_template_callback (widget_class, on_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_place_card);
  gtk_widget_class_bind_template_callback (widget_class, on_grabbed);

  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.pan", "(ii)", pan_action);
  gtk_widget_class_install_action (widget_class, "map.fit-day", NULL, fit_day_action);
  gtk_widget_class_install_action (widget_class, "map.view-border", NULL, view_action);
  gtk_widget_class_install_action (widget_class, "map.view-region", NULL, view_action);
}

static void
moei_map_init (MoeiMap *self)
{
  self->scene = moei_map_scene_new ();
  self->shows_day = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  moei_map_canvas_set_scene (self->canvas, self->scene);
  moei_map_canvas_add_cover (self->canvas, GTK_WIDGET (self->layers_card));
  moei_map_canvas_add_cover (self->canvas, GTK_WIDGET (self->legend));
  moei_map_canvas_add_cover (self->canvas, GTK_WIDGET (self->buttons));
  moei_map_canvas_add_cover (self->canvas, self->footer);
  moei_map_layers_card_set_scene (self->layers_card, self->scene);
  moei_map_legend_set_scene (self->legend, self->scene);
  g_signal_connect_object (self->scene, "notify", G_CALLBACK (on_scene_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_dark), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (on_dark), self,
                           G_CONNECT_SWAPPED);
  on_dark (self);
  update_words (self);
}

/**
 * moei_map_new:
 *
 * Returns: (transfer floating): a map of no operation, in the current language
 */
MoeiMap *
moei_map_new (void)
{
  return g_object_new (MOEI_TYPE_MAP, NULL);
}

/**
 * moei_map_get_selected:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): the place, convoy or flight that is selected
 */
MoeiEntity *
moei_map_get_selected (MoeiMap *self)
{
  g_return_val_if_fail (MOEI_IS_MAP (self), NULL);

  return moei_map_scene_get_selected (self->scene);
}

/**
 * moei_map_set_selected:
 * @self: a map
 * @selected: (nullable): a place, convoy or flight
 *
 * Selects it, and brings it into view.
 */
void
moei_map_set_selected (MoeiMap    *self,
                       MoeiEntity *selected)
{
  g_return_if_fail (MOEI_IS_MAP (self));

  moei_map_scene_set_selected (self->scene, selected);
}

/**
 * moei_map_get_canvas:
 * @self: a map
 *
 * Returns: (transfer none): the map itself, without its cards
 */
MoeiMapCanvas *
moei_map_get_canvas (MoeiMap *self)
{
  g_return_val_if_fail (MOEI_IS_MAP (self), NULL);

  return self->canvas;
}

/**
 * moei_map_get_scene:
 * @self: a map
 *
 * Returns: (transfer none): what the map shows; its properties say which layers
 */
MoeiMapScene *
moei_map_get_scene (MoeiMap *self)
{
  g_return_val_if_fail (MOEI_IS_MAP (self), NULL);

  return self->scene;
}

/**
 * moei_map_copy_view:
 * @self: a map
 * @from: another
 *
 * Looks where @from looks, and shows and selects what that shows and selects;
 * the day's view stays what it was there, if both are about as large.
 */
void
moei_map_copy_view (MoeiMap *self,
                    MoeiMap *from)
{
  static const char * const chosen[] = { "show-sites", "show-routes", "show-flights", "show-names", "selected" };
  MoeiProjector projector;

  g_return_if_fail (MOEI_IS_MAP (self));
  g_return_if_fail (MOEI_IS_MAP (from));

  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++) {
    g_auto (GValue) value = G_VALUE_INIT;

    g_object_get_property (G_OBJECT (from->scene), chosen[i], &value);
    g_object_set_property (G_OBJECT (self->scene), chosen[i], &value);
  }
  moei_map_canvas_project (from->canvas, &projector);
  moei_map_canvas_look_at (self->canvas, moei_mercator_unproject (projector.centre), projector.zoom, FALSE);
  self->shows_day = from->shows_day;
  self->fitted = from->fitted;
  self->fitted.held = TRUE;
}
