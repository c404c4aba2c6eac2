/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-preferences.h"

#include "parts/moei-replace.h"

/**
 * MoeiPreferences:
 *
 * What the reader of the window has chosen, and several of its pages go by.
 *
 * Whoever has settings binds them to these properties, which bear their names.
 */
struct _MoeiPreferences {
  GObject parent_instance;

  char *my_country;
  int   withhold_below;
  char *log_seen;
};

typedef enum {
  PROP_MY_COUNTRY = 1,
  PROP_WITHHOLD_BELOW,
  PROP_LOG_SEEN,
} MoeiPreferencesProperty;

static GParamSpec *properties[PROP_LOG_SEEN + 1];

G_DEFINE_FINAL_TYPE (MoeiPreferences, moei_preferences, G_TYPE_OBJECT)

static void
moei_preferences_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  MoeiPreferences *self = MOEI_PREFERENCES (object);

  switch ((MoeiPreferencesProperty) prop_id) {
  case PROP_MY_COUNTRY:
    g_value_set_string (value, self->my_country);
    break;
  case PROP_WITHHOLD_BELOW:
    g_value_set_int (value, self->withhold_below);
    break;
  case PROP_LOG_SEEN:
    g_value_set_string (value, self->log_seen);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static const char *
get_string (const GValue *value)
{
  return g_value_get_string (value) != NULL ? g_value_get_string (value) : "";
}

static void
moei_preferences_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  MoeiPreferences *self = MOEI_PREFERENCES (object);
  gboolean differs = FALSE;

  switch ((MoeiPreferencesProperty) prop_id) {
  case PROP_MY_COUNTRY:
    differs = moei_replace_string (&self->my_country, get_string (value));
    break;
  case PROP_WITHHOLD_BELOW:
    differs = moei_replace_int (&self->withhold_below, g_value_get_int (value));
    break;
  case PROP_LOG_SEEN:
    differs = moei_replace_string (&self->log_seen, get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
  if (differs)
    g_object_notify_by_pspec (object, pspec);
}

static void
moei_preferences_finalize (GObject *object)
{
  MoeiPreferences *self = MOEI_PREFERENCES (object);

  g_free (self->my_country);
  g_free (self->log_seen);

  G_OBJECT_CLASS (moei_preferences_parent_class)->finalize (object);
}

static void
moei_preferences_class_init (MoeiPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = moei_preferences_finalize;
  object_class->get_property = moei_preferences_get_property;
  object_class->set_property = moei_preferences_set_property;

  properties[PROP_MY_COUNTRY] = g_param_spec_string ("my-country", NULL, NULL, "", flags);
  properties[PROP_WITHHOLD_BELOW] = g_param_spec_int ("withhold-below", NULL, NULL, 0, 100, 0, flags);
  properties[PROP_LOG_SEEN] = g_param_spec_string ("log-seen", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_preferences_init (MoeiPreferences *self)
{
  self->my_country = g_strdup ("");
  self->log_seen = g_strdup ("");
}

/**
 * moei_preferences_new:
 *
 * Returns: (transfer full): preferences of somebody who has chosen nothing
 */
MoeiPreferences *
moei_preferences_new (void)
{
  return g_object_new (MOEI_TYPE_PREFERENCES, NULL);
}

/**
 * moei_preferences_get_my_country:
 * @self: preferences
 *
 * Returns: the id of the reader's own country (ISO 3166-1 alpha-3); "" if none was chosen
 */
const char *
moei_preferences_get_my_country (MoeiPreferences *self)
{
  g_return_val_if_fail (MOEI_IS_PREFERENCES (self), "");

  return self->my_country;
}

/**
 * moei_preferences_get_withhold_below:
 * @self: preferences
 *
 * Returns: people fewer than this are withheld, because what is shown is shared; 0 if it is not
 */
int
moei_preferences_get_withhold_below (MoeiPreferences *self)
{
  g_return_val_if_fail (MOEI_IS_PREFERENCES (self), 0);

  return self->withhold_below;
}

/**
 * moei_preferences_get_log_seen:
 * @self: preferences
 *
 * Returns: up to which change the reader has seen the log: the epoch, a colon and the
 *   change's number; "" if never
 */
const char *
moei_preferences_get_log_seen (MoeiPreferences *self)
{
  g_return_val_if_fail (MOEI_IS_PREFERENCES (self), "");

  return self->log_seen;
}

/**
 * moei_preferences_take:
 * @self: preferences
 * @from: others
 *
 * Makes them the same.
 */
void
moei_preferences_take (MoeiPreferences *self,
                       MoeiPreferences *from)
{
  g_return_if_fail (MOEI_IS_PREFERENCES (self));
  g_return_if_fail (MOEI_IS_PREFERENCES (from));

  g_object_set (self, "my-country", from->my_country, "withhold-below", from->withhold_below,
                "log-seen", from->log_seen, NULL);
}
