/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-traffic-detail.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-detail-rows.h"
#include "desk/moei-entity-link.h"
#include "desk/moei-fact-list.h"
#include "desk/moei-milestone-words.h"
#include "desk/moei-traffic-changes.h"
#include "desk/moei-traffic-facts.h"
#include "language/moei-burmese.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "parts/moei-entity-title.h"
#include "parts/moei-flight-words.h"

#define N_LISTS 8

/**
 * MoeiTrafficDetail:
 *
 * All that is known about a flight or a convoy, who said so, and what it
 * hangs upon.
 */
struct _MoeiTrafficDetail {
  AdwBin parent_instance;

  MoeiEntity      *entity;
  MoeiTraffic     *traffic;
  MoeiPreferences *preferences; /* (nullable) */

  GtkStack     *stack;
  GtkWidget    *scroller;
  GtkLabel     *title;
  GtkLabel     *subtitle;
  GtkLabel     *remark;
  GtkWidget    *map_button;
  GtkWidget    *verdict;
  GtkImage     *verdict_icon;
  GtkLabel     *sentence;
  GtkBox       *sections;
  MoeiFactList *lists[N_LISTS];
};

typedef enum {
  PROP_ENTITY = 1,
} MoeiTrafficDetailProperty;

static GParamSpec *properties[PROP_ENTITY + 1];

G_DEFINE_FINAL_TYPE (MoeiTrafficDetail, moei_traffic_detail, ADW_TYPE_BIN)

static int
get_below (MoeiTrafficDetail *self)
{
  return self->preferences != NULL ? moei_preferences_get_withhold_below (self->preferences) : 0;
}

static void
show_list (MoeiTrafficDetail *self,
           guint             *n,
           const char        *title,
           GPtrArray         *facts)
{
  g_object_set (self->lists[*n], "title", title, NULL);
  moei_fact_list_take (self->lists[(*n)++], facts);
}

static guint
show_flight (MoeiTrafficDetail *self,
             MoeiFlight        *flight)
{
  guint n = 0;

  /* Translators: heads a flight's milestones: "Manifest closed", "Boarded" … */
  show_list (self, &n, _("Milestones"), moei_milestone_words_facts (flight, moei_traffic_get_now (self->traffic)));
  show_list (self, &n, _("Times"), moei_traffic_facts_flight_times (self->traffic, flight));
  show_list (self, &n, _("People and seats"), moei_traffic_facts_flight_people (flight));
  show_list (self, &n, _("Convoys"), moei_traffic_facts_convoys (self->traffic, flight));
  /* Translators: heads the people of a flight or convoy by country or region */
  show_list (self, &n, _("By country/region"),
             moei_traffic_facts_nationalities (self->traffic, moei_flight_get_nationalities (flight), get_below (self)));
  return n;
}

static guint
show_convoy (MoeiTrafficDetail *self,
             MoeiConvoy        *convoy)
{
  guint n = 0;

  show_list (self, &n, C_("column", "Convoy"), moei_traffic_facts_convoy (self->traffic, convoy));
  /* Translators: heads the counts of people at each hand-over of a convoy */
  show_list (self, &n, _("Head counts"), moei_traffic_facts_heads (self->traffic, convoy));
  show_list (self, &n, _("Buses"), moei_traffic_facts_fleet (self->traffic, convoy));
  show_list (self, &n, _("Flights"), moei_traffic_facts_flights (self->traffic, convoy));
  show_list (self, &n, _("By country/region"),
             moei_traffic_facts_nationalities (self->traffic, moei_convoy_get_nationalities (convoy), get_below (self)));
  return n;
}

static void
show_verdict (MoeiTrafficDetail *self)
{
  const MoeiFlightRisk *risk = MOEI_IS_FLIGHT (self->entity)
                                 ? moei_traffic_get_risk (self->traffic, MOEI_FLIGHT (self->entity)) : NULL;
  g_autofree char *sentence = risk != NULL
                                ? moei_flight_words_risk_sentence (self->traffic, MOEI_FLIGHT (self->entity)) : NULL;
  g_autofree char *broken = NULL;
  const char *classes[] = { "verdict", "unknown", NULL };

  gtk_widget_set_visible (self->verdict, sentence != NULL);
  if (sentence == NULL)
    return;
  if (risk->verdict == MOEI_RISK_ON_TIME)
    classes[1] = "good";
  else if (risk->verdict == MOEI_RISK_AT_RISK || risk->verdict == MOEI_RISK_MISSED)
    classes[1] = "short";
  gtk_widget_set_css_classes (self->verdict, classes);
  gtk_image_set_from_icon_name (self->verdict_icon, risk->verdict != MOEI_RISK_NONE
                                                      ? moei_flight_words_get_risk_icon (risk->verdict)
                                                      : "dialog-question-symbolic");
  broken = moei_break_text (moei_language_get_current (), sentence);
  gtk_label_set_label (self->sentence, broken);
}

/* The map draws today's. */
static gboolean
is_on_map (MoeiTrafficDetail *self)
{
  MoeiOperation *operation = moei_traffic_get_operation (self->traffic);
  MoeiCollection *drawn = MOEI_IS_FLIGHT (self->entity) ? moei_operation_get_flights (operation)
                                                        : moei_operation_get_convoys (operation);

  return moei_collection_lookup (drawn, moei_entity_get_id (self->entity)) == self->entity;
}

static void
show_heading (MoeiTrafficDetail *self)
{
  g_autofree char *title = moei_entity_title (self->entity);
  g_autofree char *subtitle = moei_detail_subtitle (self->entity, moei_traffic_get_operation (self->traffic));
  g_autofree char *remark = moei_detail_remark (self->entity);
  g_autofree char *link = moei_entity_link_new (self->entity);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_label_set_label (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->map_button), "s", link);
  gtk_widget_set_visible (self->map_button, is_on_map (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static gboolean
moei_traffic_detail_grab_focus (GtkWidget *widget)
{
  MoeiTrafficDetail *self = MOEI_TRAFFIC_DETAIL (widget);

  return self->entity != NULL && gtk_widget_grab_focus (self->scroller);
}

static void
set_entity (MoeiTrafficDetail *self,
            MoeiEntity        *entity)
{
  if (!g_set_object (&self->entity, entity))
    return;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  moei_traffic_detail_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTITY]);
}

static void
moei_traffic_detail_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((MoeiTrafficDetailProperty) prop_id) {
  case PROP_ENTITY:
    g_value_set_object (value, MOEI_TRAFFIC_DETAIL (object)->entity);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_traffic_detail_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((MoeiTrafficDetailProperty) prop_id) {
  case PROP_ENTITY:
    set_entity (MOEI_TRAFFIC_DETAIL (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_traffic_detail_dispose (GObject *object)
{
  MoeiTrafficDetail *self = MOEI_TRAFFIC_DETAIL (object);

  g_clear_object (&self->entity);
  g_clear_object (&self->traffic);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (moei_traffic_detail_parent_class)->dispose (object);
}

static void
moei_traffic_detail_class_init (MoeiTrafficDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_traffic_detail_dispose;
  object_class->get_property = moei_traffic_detail_get_property;
  object_class->set_property = moei_traffic_detail_set_property;
  widget_class->grab_focus = moei_traffic_detail_grab_focus;

  properties[PROP_ENTITY] =
    g_param_spec_object ("entity", NULL, NULL, MOEI_TYPE_ENTITY,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-traffic-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiTrafficDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, MoeiTrafficDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, MoeiTrafficDetail, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiTrafficDetail, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MoeiTrafficDetail, remark);
  gtk_widget_class_bind_template_child (widget_class, MoeiTrafficDetail, map_button);
  gtk_widget_class_bind_template_child (widget_class, MoeiTrafficDetail, verdict);
  gtk_widget_class_bind_template_child (widget_class, MoeiTrafficDetail, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiTrafficDetail, sentence);
  gtk_widget_class_bind_template_child (widget_class, MoeiTrafficDetail, sections);
  gtk_widget_class_set_css_name (widget_class, "trafficdetail");
}

static void
moei_traffic_detail_init (MoeiTrafficDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < N_LISTS; i++) {
    self->lists[i] = g_object_new (MOEI_TYPE_FACT_LIST, NULL);
    gtk_box_append (self->sections, GTK_WIDGET (self->lists[i]));
  }
}

/**
 * moei_traffic_detail_set_traffic:
 * @self: a detail
 * @traffic: what it asks
 */
void
moei_traffic_detail_set_traffic (MoeiTrafficDetail *self,
                                 MoeiTraffic       *traffic)
{
  g_return_if_fail (MOEI_IS_TRAFFIC_DETAIL (self));

  g_set_object (&self->traffic, traffic);
}

/**
 * moei_traffic_detail_set_preferences:
 * @self: a detail
 * @preferences: what the reader has chosen; small counts are withheld by it
 */
void
moei_traffic_detail_set_preferences (MoeiTrafficDetail *self,
                                     MoeiPreferences   *preferences)
{
  g_return_if_fail (MOEI_IS_TRAFFIC_DETAIL (self));

  if (!g_set_object (&self->preferences, preferences) || preferences == NULL)
    return;
  g_signal_connect_object (preferences, "notify::withhold-below", G_CALLBACK (moei_traffic_detail_refresh), self,
                           G_CONNECT_SWAPPED);
  moei_traffic_detail_refresh (self);
}

/**
 * moei_traffic_detail_refresh:
 * @self: a detail
 *
 * Shows what the traffic says now.  What does not differ is left alone.
 */
void
moei_traffic_detail_refresh (MoeiTrafficDetail *self)
{
  guint n = 0;

  g_return_if_fail (MOEI_IS_TRAFFIC_DETAIL (self));

  gtk_stack_set_visible_child_name (self->stack, self->entity != NULL ? "detail" : "none");
  if (self->entity == NULL || self->traffic == NULL || moei_traffic_get_operation (self->traffic) == NULL)
    return;

  show_heading (self);
  show_verdict (self);
  if (MOEI_IS_FLIGHT (self->entity))
    n = show_flight (self, MOEI_FLIGHT (self->entity));
  else if (MOEI_IS_CONVOY (self->entity))
    n = show_convoy (self, MOEI_CONVOY (self->entity));
  /* Translators: heads who said so, and when */
  show_list (self, &n, _("Where this comes from"), moei_traffic_facts_provenance (self->entity));
  /* Translators: heads what was said before of a flight or a convoy */
  show_list (self, &n, _("Earlier"),
             moei_traffic_changes_facts (moei_traffic_get_operation (self->traffic), self->entity));
  while (n < N_LISTS)
    moei_fact_list_take (self->lists[n++], g_ptr_array_new ());
}
