/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-zone-clock.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-entity.h"

/**
 * MoeiZoneClock:
 *
 * The service's time of day in one of the three countries.
 */
struct _MoeiZoneClock {
  AdwBin parent_instance;

  MoeiZone  zone;
  gint64    now;
  GtkLabel *country;
  GtkLabel *time;
};

typedef enum {
  PROP_COUNTRY = 1,
  PROP_NOW,
} MoeiZoneClockProperty;

static GParamSpec *properties[PROP_NOW + 1];

/* Short for the three governments, as on the boards of the meeting rooms. */
static const struct {
  const char *country;
  MoeiZone    zone;
} zones[] = {
  { "MM", MOEI_ZONE_NAYPYIDAW },
  { "TH", MOEI_ZONE_BANGKOK },
  { "CN", MOEI_ZONE_BEIJING },
};

G_DEFINE_FINAL_TYPE (MoeiZoneClock, moei_zone_clock, ADW_TYPE_BIN)

static void
update (MoeiZoneClock *self)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *time = moei_format_time (language, self->now, self->zone);
  const char *place = moei_zone_get_name (self->zone, language);
  /* Translators: for the screen reader and the pointer: a city and its time of day, "Bangkok 15:00" */
  g_autofree char *text = g_strdup_printf (_("%1$s %2$s"), place, time);

  if (g_strcmp0 (gtk_label_get_label (self->time), time) == 0)
    return;
  gtk_label_set_label (self->time, time);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
set_country (MoeiZoneClock *self,
             const char    *country)
{
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++) {
    if (g_strcmp0 (zones[i].country, country) == 0)
      self->zone = zones[i].zone;
  }
  gtk_label_set_label (self->country, country);
}

static void
moei_zone_clock_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  MoeiZoneClock *self = MOEI_ZONE_CLOCK (object);

  switch ((MoeiZoneClockProperty) prop_id) {
  case PROP_COUNTRY:
    set_country (self, g_value_get_string (value));
    break;
  case PROP_NOW:
    self->now = g_value_get_int64 (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
  update (self);
}

static void
moei_zone_clock_class_init (MoeiZoneClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = moei_zone_clock_set_property;

  properties[PROP_COUNTRY] =
    g_param_spec_string ("country", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOW] =
    g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, MOEI_INSTANT_UNKNOWN,
                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-zone-clock.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiZoneClock, country);
  gtk_widget_class_bind_template_child (widget_class, MoeiZoneClock, time);
  gtk_widget_class_set_css_name (widget_class, "zoneclock");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TIMER);
}

static void
moei_zone_clock_init (MoeiZoneClock *self)
{
  self->now = MOEI_INSTANT_UNKNOWN;
  gtk_widget_init_template (GTK_WIDGET (self));
}
