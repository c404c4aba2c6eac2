/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-situation-page.h"

#include "desk/moei-age-label.h"
#include "desk/moei-departures-card.h"
#include "desk/moei-detail-card.h"
#include "desk/moei-page.h"
#include "desk/moei-today-card.h"
#include "desk/moei-week-strip.h"
#include "operation/moei-collection.h"

/**
 * MoeiSituationPage:
 *
 * Map and today side by side.  What is selected in one is selected in all.
 */
struct _MoeiSituationPage {
  MoeiPanel parent_instance;

  MoeiEntity *selected;
  MoeiMap    *map;
  GtkWidget  *detail;
};

typedef enum {
  PROP_SELECTED = 1,
} MoeiSituationPageProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

static void moei_situation_page_page_init (MoeiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MoeiSituationPage, moei_situation_page, MOEI_TYPE_PANEL,
                               G_IMPLEMENT_INTERFACE (MOEI_TYPE_PAGE, moei_situation_page_page_init))

/* Midnight takes yesterday's flights and convoys away; what is gone must not
 * stay on the screen as if it were there. */
static void
moei_situation_page_update (MoeiPanel *panel)
{
  MoeiSituationPage *self = MOEI_SITUATION_PAGE (panel);
  MoeiOperation *operation = moei_panel_get_operation (panel);
  MoeiCollection *collections[] = {
    moei_operation_get_places (operation), moei_operation_get_routes (operation),
    moei_operation_get_convoys (operation), moei_operation_get_flights (operation),
  };

  if (self->selected == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (collections); i++) {
    if (moei_collection_lookup (collections[i], moei_entity_get_id (self->selected)) == self->selected)
      return;
  }
  g_object_set (self, "selected", NULL, NULL);
}

/* Whoever closes the card from within it is back at the map, not nowhere. */
static void
select_entity (MoeiSituationPage *self,
               MoeiEntity        *entity)
{
  gboolean was_inside = gtk_widget_get_focus_child (self->detail) != NULL;

  if (!g_set_object (&self->selected, entity))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  if (was_inside && entity == NULL)
    gtk_widget_child_focus (GTK_WIDGET (moei_map_get_canvas (self->map)), GTK_DIR_TAB_FORWARD);
}

static void
deselect (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  select_entity (MOEI_SITUATION_PAGE (widget), NULL);
}

static void
moei_situation_page_show (MoeiPage   *page,
                          MoeiEntity *entity)
{
  MoeiSituationPage *self = MOEI_SITUATION_PAGE (page);

  select_entity (self, entity);
  gtk_widget_grab_focus (self->detail);
}

static void
moei_situation_page_take_place (MoeiPage *page,
                                MoeiPage *former)
{
  MoeiSituationPage *self = MOEI_SITUATION_PAGE (page);

  moei_map_copy_view (self->map, MOEI_SITUATION_PAGE (former)->map);
  select_entity (self, MOEI_SITUATION_PAGE (former)->selected);
}

static void
moei_situation_page_page_init (MoeiPageInterface *iface)
{
  iface->show = moei_situation_page_show;
  iface->take_place = moei_situation_page_take_place;
}

static void
moei_situation_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  MoeiSituationPage *self = MOEI_SITUATION_PAGE (object);

  switch ((MoeiSituationPageProperty) prop_id) {
  case PROP_SELECTED:
    g_value_set_object (value, self->selected);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_situation_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  MoeiSituationPage *self = MOEI_SITUATION_PAGE (object);

  switch ((MoeiSituationPageProperty) prop_id) {
  case PROP_SELECTED:
    select_entity (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_situation_page_dispose (GObject *object)
{
  g_clear_object (&MOEI_SITUATION_PAGE (object)->selected);

  G_OBJECT_CLASS (moei_situation_page_parent_class)->dispose (object);
}

static void
moei_situation_page_class_init (MoeiSituationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_situation_page_dispose;
  object_class->get_property = moei_situation_page_get_property;
  object_class->set_property = moei_situation_page_set_property;
  MOEI_PANEL_CLASS (klass)->update = moei_situation_page_update;

  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, MOEI_TYPE_ENTITY,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MOEI_TYPE_AGE_LABEL);
  g_type_ensure (MOEI_TYPE_DEPARTURES_CARD);
  g_type_ensure (MOEI_TYPE_DETAIL_CARD);
  g_type_ensure (MOEI_TYPE_MAP);
  g_type_ensure (MOEI_TYPE_TODAY_CARD);
  g_type_ensure (MOEI_TYPE_WEEK_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-situation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiSituationPage, map);
  gtk_widget_class_bind_template_child (widget_class, MoeiSituationPage, detail);
  gtk_widget_class_install_action (widget_class, "situation.deselect", NULL, deselect);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "situation.deselect", NULL);
  gtk_widget_class_set_css_name (widget_class, "situationpage");
}

static void
moei_situation_page_init (MoeiSituationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_map_canvas_add_cover (moei_map_get_canvas (self->map), self->detail);
}

/**
 * moei_situation_page_get_map:
 * @self: a page
 *
 * Returns: (transfer none): its map
 */
MoeiMap *
moei_situation_page_get_map (MoeiSituationPage *self)
{
  g_return_val_if_fail (MOEI_IS_SITUATION_PAGE (self), NULL);

  return self->map;
}
