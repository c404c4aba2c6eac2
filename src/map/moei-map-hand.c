/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-map-hand.h"
#include "map/moei-map-walk.h"

/* A group is opened by coming so near that its places are apart, but no nearer
 * than this. */
#define OPEN_MARGIN   90.0
#define OPEN_ZOOM     9.8
#define MAX_OPEN_ZOOM 14.0

/* Places that are nearer to each other than this, when that near, are spread
 * out instead. */
#define LEAST_APART 30.0

/**
 * MoeiMapHand:
 *
 * What mouse, finger and keyboard do with what is drawn on a map: point at it,
 * select it, open what is drawn as one.
 */
struct _MoeiMapHand {
  GObject parent_instance;

  GtkWidget        *widget;    /* borrowed: its owner is ours */
  MoeiMapScene     *scene;
  MoeiMapStack      stack;
  MoeiMapNavigator *navigator;
  char             *name;
  MoeiMapPicker     picker;
};

G_DEFINE_FINAL_TYPE (MoeiMapHand, moei_map_hand, G_TYPE_OBJECT)

/* The focus is on the map: what the keyboard is on there is said by its name. */
static void
say (MoeiMapHand *self)
{
  MoeiCalloutLayer *callout = MOEI_CALLOUT_LAYER (self->stack.callout);
  MoeiEntity *pointed = moei_callout_layer_get_pointed (callout);
  g_autofree char *text = pointed != NULL ? moei_callout_layer_describe (callout, pointed) : NULL;
  g_autofree char *line = text != NULL ? g_strdelimit (g_strdup (text), "\n", ',') : NULL;
  g_autofree char *label = line != NULL ? g_strdup_printf ("%s. %s", line, self->name) : g_strdup (self->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
point_at (MoeiMapHand     *self,
          MoeiEntity      *entity,
          const MoeiPoint *at)
{
  moei_callout_layer_point (MOEI_CALLOUT_LAYER (self->stack.callout), entity, at);
  say (self);
}

/* Comes so near to a group that its places are apart; or spreads it out, if they
 * never will be. */
static void
open_group (MoeiMapHand *self,
            MoeiPlace   *place)
{
  g_autoptr (GPtrArray) members = NULL;
  MoeiPoint least = { 1, 1 }, most = { 0, 0 };
  MoeiProjector projector;
  double apart;

  moei_map_navigator_project (self->navigator, &projector);
  members = moei_sites_layer_get_members (MOEI_SITES_LAYER (self->stack.sites), &projector, place);
  for (guint i = 0; i < members->len; i++) {
    MoeiPoint point = moei_mercator_project (*moei_place_get_position (members->pdata[i]));

    least = (MoeiPoint) { MIN (least.x, point.x), MIN (least.y, point.y) };
    most = (MoeiPoint) { MAX (most.x, point.x), MAX (most.y, point.y) };
  }

  apart = MAX (most.x - least.x, most.y - least.y) * MOEI_TILE_SIZE * exp2 (MAX_OPEN_ZOOM);
  if (apart < LEAST_APART) {
    moei_sites_layer_fan_out (MOEI_SITES_LAYER (self->stack.sites), place);
    return;
  }
  moei_projector_fit (&projector, least, most, OPEN_MARGIN);
  moei_map_navigator_look_at (self->navigator, moei_mercator_unproject (projector.centre),
                              CLAMP (projector.zoom, OPEN_ZOOM, MAX_OPEN_ZOOM), TRUE);
}

static void
select_hit (MoeiMapHand      *self,
            const MoeiMapHit *hit)
{
  if (hit != NULL && hit->is_group)
    open_group (self, MOEI_PLACE (hit->entity));
  else
    moei_map_scene_set_selected (self->scene, hit != NULL ? hit->entity : NULL);
}

/* Names what is under the mouse. */
static void
hover (MoeiMapHand     *self,
       const MoeiPoint *point)
{
  MoeiEntity *entity = point != NULL ? moei_map_hand_pick (self, *point) : NULL;
  MoeiCalloutLayer *callout = MOEI_CALLOUT_LAYER (self->stack.callout);

  gtk_widget_set_cursor_from_name (self->widget, entity != NULL ? "pointer" : NULL);
  /* What the keyboard is on stays until the mouse means something else. */
  if (entity != NULL || moei_callout_layer_get_pointed (callout) == NULL)
    point_at (self, entity, entity != NULL ? point : NULL);
}

static void
on_motion (MoeiMapHand *self,
           double       x,
           double       y)
{
  hover (self, &(MoeiPoint) { x, y });
}

static void
on_leave (MoeiMapHand *self)
{
  hover (self, NULL);
}

static void
on_focus_out (MoeiMapHand *self)
{
  point_at (self, NULL, NULL);
}

/* Where the keyboard goes from: what it is on, or else what is selected. */
static int
find_current (MoeiMapHand *self,
              GPtrArray   *entities)
{
  MoeiEntity *pointed = moei_callout_layer_get_pointed (MOEI_CALLOUT_LAYER (self->stack.callout));
  guint index;

  if (pointed == NULL)
    pointed = moei_map_scene_get_selected (self->scene);
  return pointed != NULL && g_ptr_array_find (entities, pointed, &index) ? (int) index : -1;
}

/* To the next thing that is drawn in the view, or the one before. */
static void
on_step (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MoeiMapHand *self = MOEI_MAP_HAND (user_data);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MoeiPoint));
  g_autoptr (GPtrArray) entities = moei_map_stack_list (&self->stack, points);
  int at = moei_map_walk_step (entities->len, find_current (self, entities), g_variant_get_int32 (parameter));

  if (at >= 0)
    point_at (self, entities->pdata[at], NULL);
}

/* To the nearest thing in a direction. */
static void
on_go (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  MoeiMapHand *self = MOEI_MAP_HAND (user_data);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MoeiPoint));
  g_autoptr (GPtrArray) entities = moei_map_stack_list (&self->stack, points);
  int at = find_current (self, entities), across, down;
  MoeiProjector projector;
  MoeiPoint from;

  moei_map_navigator_project (self->navigator, &projector);
  from = at >= 0 ? g_array_index (points, MoeiPoint, at) : (MoeiPoint) { projector.width / 2, projector.height / 2 };
  g_variant_get (parameter, "(ii)", &across, &down);
  at = moei_map_walk_towards ((const MoeiPoint *) (gpointer) points->data, entities->len, at, from, across, down);
  if (at >= 0)
    point_at (self, entities->pdata[at], NULL);
}

/* Selects what the keyboard is on, or opens it if it is several places. */
static void
on_activate (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  MoeiMapHand *self = MOEI_MAP_HAND (user_data);
  MoeiEntity *pointed = moei_callout_layer_get_pointed (MOEI_CALLOUT_LAYER (self->stack.callout));
  MoeiMapHit hit = { .entity = pointed };
  MoeiProjector projector;

  if (pointed == NULL)
    return;

  moei_map_navigator_project (self->navigator, &projector);
  if (MOEI_IS_PLACE (pointed)) {
    const MoeiDrawnSite *drawn = moei_sites_layer_find (MOEI_SITES_LAYER (self->stack.sites), &projector,
                                                        MOEI_PLACE (pointed));

    hit.is_group = drawn != NULL && drawn->n_places > 1;
  }
  select_hit (self, &hit);
}

static void
add_controllers (MoeiMapHand *self)
{
  static const GActionEntry entries[] = {
    { .name = "step", .activate = on_step, .parameter_type = "i" },
    { .name = "go", .activate = on_go, .parameter_type = "(ii)" },
    { .name = "activate", .activate = on_activate },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkEventController *motion = gtk_event_controller_motion_new (), *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_out), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->widget, motion);
  gtk_widget_add_controller (self->widget, focus);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->widget, "hand", G_ACTION_GROUP (group));
}

static void
moei_map_hand_finalize (GObject *object)
{
  MoeiMapHand *self = MOEI_MAP_HAND (object);

  g_object_unref (self->scene);
  g_free (self->name);

  G_OBJECT_CLASS (moei_map_hand_parent_class)->finalize (object);
}

static void
moei_map_hand_class_init (MoeiMapHandClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_map_hand_finalize;
}

static void
moei_map_hand_init (MoeiMapHand *self)
{
  self->picker.at = (MoeiPoint) { -1000, -1000 };
  self->name = g_strdup ("");
}

/**
 * moei_map_hand_new:
 * @widget: what has the focus; it outlives the hand
 * @scene: what the map shows
 * @stack: its layers
 * @navigator: what moves its view
 *
 * Returns: (transfer full): a hand
 */
MoeiMapHand *
moei_map_hand_new (GtkWidget          *widget,
                   MoeiMapScene       *scene,
                   const MoeiMapStack *stack,
                   MoeiMapNavigator   *navigator)
{
  MoeiMapHand *self = g_object_new (MOEI_TYPE_MAP_HAND, NULL);

  self->widget = widget;
  self->scene = g_object_ref (scene);
  self->stack = *stack;
  self->navigator = navigator;
  add_controllers (self);
  return self;
}

/**
 * moei_map_hand_set_name:
 * @self: a hand
 * @name: what a screen reader calls the map
 */
void
moei_map_hand_set_name (MoeiMapHand *self,
                        const char  *name)
{
  g_return_if_fail (MOEI_IS_MAP_HAND (self));

  g_free (self->name);
  self->name = g_strdup (name);
  say (self);
}

/**
 * moei_map_hand_pick:
 * @self: a hand
 * @point: a point of the view
 *
 * Returns: (transfer none) (nullable): what is meant there with a mouse
 */
MoeiEntity *
moei_map_hand_pick (MoeiMapHand *self,
                    MoeiPoint    point)
{
  g_autoptr (GArray) hits = moei_map_stack_pick (&self->stack, point, MOEI_MAP_REACH);

  return hits->len > 0 ? g_array_index (hits, MoeiMapHit, 0).entity : NULL;
}

/**
 * moei_map_hand_click:
 * @self: a hand
 * @point: a point of the view
 * @device: (nullable): what clicked
 *
 * Selects what is drawn there, or opens it if it is several places; again at the
 * same place, what lies below.
 */
void
moei_map_hand_click (MoeiMapHand *self,
                     MoeiPoint    point,
                     GdkDevice   *device)
{
  gboolean touches = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
  g_autoptr (GArray) hits = NULL;

  g_return_if_fail (MOEI_IS_MAP_HAND (self));

  /* A finger covers what it means. */
  hits = moei_map_stack_pick (&self->stack, point, touches ? MOEI_MAP_REACH_TOUCH : MOEI_MAP_REACH);
  point_at (self, NULL, NULL);
  if (hits->len == 0)
    moei_sites_layer_fan_out (MOEI_SITES_LAYER (self->stack.sites), NULL);
  select_hit (self, moei_map_picker_choose (&self->picker, point, hits));
}
