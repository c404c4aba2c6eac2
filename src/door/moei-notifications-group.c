/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "door/moei-notifications-group.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-drop-down-name.h"
#include "language/moei-format.h"
#include "language/moei-language.h"

#define STEP  30 /* minutes */
#define A_DAY 1440

/**
 * MoeiNotificationsGroup:
 *
 * Of what a person wants to be told, and when not.
 *
 * Whoever has settings binds them to these properties, which bear their names.
 */
struct _MoeiNotificationsGroup {
  AdwPreferencesGroup parent_instance;

  GtkSwitch   *departed;
  GtkSwitch   *at_risk;
  GtkSwitch   *quota;
  GtkSwitch   *old;
  GtkSwitch   *quiet;
  GtkSwitch   *hours;
  GtkDropDown *from;
  GtkDropDown *until;
};

typedef enum {
  PROP_NOTIFY_FLIGHT_DEPARTED = 1,
  PROP_NOTIFY_FLIGHT_AT_RISK,
  PROP_NOTIFY_QUOTA_REACHED,
  PROP_NOTIFY_DATA_OLD,
  PROP_QUIET,
  PROP_QUIET_HOURS,
  PROP_QUIET_FROM,
  PROP_QUIET_UNTIL,
} MoeiNotificationsGroupProperty;

static const char * const settings[] = { "notify-flight-departed", "notify-flight-at-risk", "notify-quota-reached",
                                         "notify-data-old", "quiet", "quiet-hours", "quiet-from", "quiet-until", NULL };

static GParamSpec *properties[PROP_QUIET_UNTIL + 1];

G_DEFINE_FINAL_TYPE (MoeiNotificationsGroup, moei_notifications_group, ADW_TYPE_PREFERENCES_GROUP)

static GtkSwitch *
get_switch (MoeiNotificationsGroup *self,
            guint                   prop_id)
{
  GtkSwitch *switches[] = { self->departed, self->at_risk, self->quota, self->old, self->quiet, self->hours };

  return switches[prop_id - PROP_NOTIFY_FLIGHT_DEPARTED];
}

static void
on_active (MoeiNotificationsGroup *self,
           GParamSpec             *pspec,
           GtkSwitch              *changed)
{
  if (self->from == NULL)
    return;
  for (guint i = PROP_NOTIFY_FLIGHT_DEPARTED; i <= PROP_QUIET_HOURS; i++) {
    if (get_switch (self, i) == changed)
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  }
}

static void
on_selected (MoeiNotificationsGroup *self,
             GParamSpec             *pspec,
             GtkDropDown            *changed)
{
  if (self->from == NULL)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[changed == self->from ? PROP_QUIET_FROM : PROP_QUIET_UNTIL]);
}

static void
moei_notifications_group_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  MoeiNotificationsGroup *self = MOEI_NOTIFICATIONS_GROUP (object);

  if (self->from == NULL)
    return;
  if (prop_id <= PROP_QUIET_HOURS)
    g_value_set_boolean (value, gtk_switch_get_active (get_switch (self, prop_id)));
  else
    g_value_set_int (value, (int) gtk_drop_down_get_selected (prop_id == PROP_QUIET_FROM ? self->from : self->until) * STEP);
}

static void
moei_notifications_group_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  MoeiNotificationsGroup *self = MOEI_NOTIFICATIONS_GROUP (object);

  if (self->from == NULL)
    return;
  if (prop_id <= PROP_QUIET_HOURS)
    gtk_switch_set_active (get_switch (self, prop_id), g_value_get_boolean (value));
  else
    gtk_drop_down_set_selected (prop_id == PROP_QUIET_FROM ? self->from : self->until,
                                (guint) g_value_get_int (value) / STEP);
}

/* A list that goes away takes its choice with it, which nobody made. */
static void
moei_notifications_group_dispose (GObject *object)
{
  MOEI_NOTIFICATIONS_GROUP (object)->from = NULL;

  G_OBJECT_CLASS (moei_notifications_group_parent_class)->dispose (object);
}

static void
moei_notifications_group_class_init (MoeiNotificationsGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = moei_notifications_group_dispose;
  object_class->get_property = moei_notifications_group_get_property;
  object_class->set_property = moei_notifications_group_set_property;
  for (guint i = 0; settings[i] != NULL; i++) {
    if (i + 1 <= PROP_QUIET_HOURS)
      properties[i + 1] = g_param_spec_boolean (settings[i], NULL, NULL, FALSE, flags);
    else
      properties[i + 1] = g_param_spec_int (settings[i], NULL, NULL, 0, A_DAY - 1, 0, flags);
  }
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/door/moei-notifications-group.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiNotificationsGroup, departed);
  gtk_widget_class_bind_template_child (widget_class, MoeiNotificationsGroup, at_risk);
  gtk_widget_class_bind_template_child (widget_class, MoeiNotificationsGroup, quota);
  gtk_widget_class_bind_template_child (widget_class, MoeiNotificationsGroup, old);
  gtk_widget_class_bind_template_child (widget_class, MoeiNotificationsGroup, quiet);
  gtk_widget_class_bind_template_child (widget_class, MoeiNotificationsGroup, hours);
  gtk_widget_class_bind_template_child (widget_class, MoeiNotificationsGroup, from);
  gtk_widget_class_bind_template_child (widget_class, MoeiNotificationsGroup, until);
  gtk_widget_class_bind_template_callback (widget_class, on_active);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static GtkStringList *
list_times (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (int minute = 0; minute < A_DAY; minute += STEP) {
    g_autofree char *time = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
    g_autofree char *digits = moei_format_digits (moei_language_get_current (), time);

    gtk_string_list_append (list, digits);
  }
  return list;
}

static void
moei_notifications_group_init (MoeiNotificationsGroup *self)
{
  g_autoptr (GtkStringList) times = list_times ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->from, G_LIST_MODEL (times));
  gtk_drop_down_set_model (self->until, G_LIST_MODEL (times));
  moei_drop_down_set_name (self->from, _("Quiet hours begin at"));
  moei_drop_down_set_name (self->until, _("Quiet hours end at"));
}

/**
 * moei_notifications_group_list_settings:
 *
 * Returns: (array zero-terminated=1): the properties that settings are bound to
 */
const char * const *
moei_notifications_group_list_settings (void)
{
  return settings;
}
