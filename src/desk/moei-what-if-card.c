/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-what-if-card.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-drop-down-name.h"
#include "desk/moei-what-if-lanes.h"
#include "desk/moei-what-if-table.h"
#include "language/moei-burmese.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"
#include "parts/moei-outlook.h"
#include "rules/moei-lanes.h"

#define DAYS_OF_FLIGHT 14

/**
 * MoeiWhatIfCard:
 *
 * What would be under another quota, other lanes or with an extra flight.
 *
 * It says that it is not live, and changes nothing but its own table: the
 * assumption lives in the page's outlook, beside the live forecast, and goes
 * with the page.
 */
struct _MoeiWhatIfCard {
  MoeiPanel parent_instance;

  MoeiOutlook *outlook; /* (nullable) */
  int          rule_quota;
  guint        first_flight_day;
  gboolean     is_resetting;

  GtkSpinButton   *quota;
  GtkLabel        *quota_now;
  MoeiWhatIfLanes *lanes;
  GtkSpinButton   *seats;
  GtkDropDown     *flight_day;
  GtkLabel        *answer;
  MoeiWhatIfTable *table;
};

typedef enum {
  PROP_OUTLOOK = 1,
} MoeiWhatIfCardProperty;

static GParamSpec *properties[PROP_OUTLOOK + 1];

G_DEFINE_FINAL_TYPE (MoeiWhatIfCard, moei_what_if_card, MOEI_TYPE_PANEL)

static void
show_answer (MoeiWhatIfCard *self)
{
  g_autofree char *answer = moei_what_if_table_show (self->table, self->outlook);
  g_autofree char *broken = moei_break_text (moei_language_get_current (), answer);

  gtk_label_set_label (self->answer, broken);
}

/* Assumes what stands in the card; what is as the rule has it is no assumption. */
static void
assume (MoeiWhatIfCard *self)
{
  MoeiWhatIf what_if = MOEI_WHAT_IF_INIT;
  g_autoptr (MoeiCollection) lanes = moei_what_if_lanes_dup_lanes (self->lanes);
  int quota = gtk_spin_button_get_value_as_int (self->quota);
  int seats = gtk_spin_button_get_value_as_int (self->seats);
  guint day = gtk_drop_down_get_selected (self->flight_day);
  gboolean differs;

  if (self->outlook == NULL || self->is_resetting)
    return;
  if (moei_count_is_known (self->rule_quota) && quota != self->rule_quota)
    what_if.quota = quota;
  if (seats > 0 && day == 0)
    what_if.extra_seats = seats;
  if (seats > 0 && day > 0 && day <= DAYS_OF_FLIGHT) {
    what_if.extra_day = self->first_flight_day + day - 1;
    what_if.extra_day_seats = seats;
  }
  what_if.lanes = lanes;
  differs = what_if.quota != MOEI_COUNT_UNKNOWN || seats > 0 || lanes != NULL;
  moei_outlook_set_what_if (self->outlook, differs ? &what_if : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "what-if.reset", differs);
}

static void
reset (MoeiWhatIfCard *self)
{
  self->is_resetting = TRUE;
  gtk_spin_button_set_value (self->quota, MAX (self->rule_quota, 0));
  gtk_spin_button_set_value (self->seats, 0);
  gtk_drop_down_set_selected (self->flight_day, 0);
  moei_what_if_lanes_reset (self->lanes);
  self->is_resetting = FALSE;
  assume (self);
}

/* A rule that changes takes the quota along, unless somebody tries another. */
static void
show_rule (MoeiWhatIfCard *self,
           MoeiRule       *rule)
{
  int quota = rule != NULL ? moei_rule_get_quota (rule) : MOEI_COUNT_UNKNOWN;
  gboolean untouched = gtk_spin_button_get_value_as_int (self->quota) == MAX (self->rule_quota, 0);
  g_autofree char *count = moei_format_count (moei_language_get_current (), quota);
  /* Translators: beside the quota that is tried out: the one that holds */
  g_autofree char *now = g_strdup_printf (_("now %s"), count);

  gtk_label_set_label (self->quota_now, now);
  gtk_widget_set_sensitive (GTK_WIDGET (self->quota), moei_count_is_known (quota));
  if (quota != self->rule_quota) {
    self->rule_quota = quota;
    if (untouched)
      gtk_spin_button_set_value (self->quota, MAX (quota, 0));
  }
  moei_what_if_lanes_set_rule (self->lanes, rule);
}

static void
show_days (MoeiWhatIfCard *self,
           guint           today)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autoptr (GtkStringList) days = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->flight_day);

  if (today == self->first_flight_day || today == MOEI_DAY_UNKNOWN)
    return;
  /* The same day stays chosen while others pass. */
  if (selected > 0 && selected != GTK_INVALID_LIST_POSITION && self->first_flight_day != 0) {
    guint passed = today - self->first_flight_day;

    selected = selected > passed ? selected - passed : 0;
  }
  self->first_flight_day = today;
  /* Translators: on which days an extra flight would go */
  gtk_string_list_append (days, _("each day with a quota"));
  for (guint i = 0; i < DAYS_OF_FLIGHT; i++) {
    g_autofree char *day = moei_format_date (language, today + i, MOEI_DATE_WEEKDAY_DAY);

    gtk_string_list_append (days, day);
  }
  self->is_resetting = TRUE;
  gtk_drop_down_set_model (self->flight_day, G_LIST_MODEL (days));
  gtk_drop_down_set_selected (self->flight_day, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
  self->is_resetting = FALSE;
}

static void
moei_what_if_card_update (MoeiPanel *panel)
{
  MoeiWhatIfCard *self = MOEI_WHAT_IF_CARD (panel);
  MoeiOperation *operation = moei_panel_get_operation (panel);
  guint today = moei_operation_get_operating_day (operation);

  show_days (self, today);
  show_rule (self, moei_rule_of_day (moei_operation_get_rules (operation), today));
}

static void
moei_what_if_card_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((MoeiWhatIfCardProperty) prop_id) {
  case PROP_OUTLOOK:
    g_value_set_object (value, MOEI_WHAT_IF_CARD (object)->outlook);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_what_if_card_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  MoeiWhatIfCard *self = MOEI_WHAT_IF_CARD (object);

  switch ((MoeiWhatIfCardProperty) prop_id) {
  case PROP_OUTLOOK:
    if (!g_set_object (&self->outlook, g_value_get_object (value)) || self->outlook == NULL)
      return;
    g_signal_connect_object (self->outlook, "changed", G_CALLBACK (show_answer), self, G_CONNECT_SWAPPED);
    assume (self);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_what_if_card_dispose (GObject *object)
{
  g_clear_object (&MOEI_WHAT_IF_CARD (object)->outlook);

  G_OBJECT_CLASS (moei_what_if_card_parent_class)->dispose (object);
}

static void
reset_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  reset (MOEI_WHAT_IF_CARD (widget));
}

static void
moei_what_if_card_class_init (MoeiWhatIfCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_what_if_card_dispose;
  object_class->get_property = moei_what_if_card_get_property;
  object_class->set_property = moei_what_if_card_set_property;
  MOEI_PANEL_CLASS (klass)->update = moei_what_if_card_update;

  properties[PROP_OUTLOOK] = g_param_spec_object ("outlook", NULL, NULL, MOEI_TYPE_OUTLOOK,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MOEI_TYPE_WHAT_IF_LANES);
  g_type_ensure (MOEI_TYPE_WHAT_IF_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-what-if-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWhatIfCard, quota);
  gtk_widget_class_bind_template_child (widget_class, MoeiWhatIfCard, quota_now);
  gtk_widget_class_bind_template_child (widget_class, MoeiWhatIfCard, lanes);
  gtk_widget_class_bind_template_child (widget_class, MoeiWhatIfCard, seats);
  gtk_widget_class_bind_template_child (widget_class, MoeiWhatIfCard, flight_day);
  gtk_widget_class_bind_template_child (widget_class, MoeiWhatIfCard, answer);
  gtk_widget_class_bind_template_child (widget_class, MoeiWhatIfCard, table);
  gtk_widget_class_bind_template_callback (widget_class, assume);
  gtk_widget_class_install_action (widget_class, "what-if.reset", NULL, reset_cb);
  gtk_widget_class_set_css_name (widget_class, "whatif");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
moei_what_if_card_init (MoeiWhatIfCard *self)
{
  self->rule_quota = MOEI_COUNT_UNKNOWN;
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_drop_down_set_name (self->flight_day, _("It flies"));
  /* Translators: for the screen reader: the panel in which something else is assumed */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What if: not live"), -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "what-if.reset", FALSE);
  show_answer (self);
}
