/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "door/moei-preferences-window.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-country-chooser.h"
#include "language/moei-language.h"
#include "parts/moei-compat.h"

/**
 * MoeiPreferencesWindow:
 *
 * All that a person can set.
 *
 * Whoever has settings binds them to these properties, which bear their names.
 * The language is changed by the program's own action.
 */
struct _MoeiPreferencesWindow {
  AdwWindow parent_instance;

  MoeiOperation *operation;
  char          *wall_settings;

  MoeiServicePane    *pane;
  AdwComboRow        *language_row;
  MoeiCountryChooser *country;
  GtkSpinButton      *withhold;
  GtkSwitch          *native_digits;
  GtkSwitch          *buddhist_era;
  MoeiNotificationsGroup *notifications;
  AdwEntryRow        *tiles_url;
  AdwEntryRow        *tiles_attribution;
  AdwActionRow       *wall_row;
  GtkButton          *clear_wall;
  char               *judgement; /* (nullable) of the settings file */
};

typedef enum {
  PROP_OPERATION = 1,
  PROP_MY_COUNTRY,
  PROP_WITHHOLD_BELOW,
  PROP_TILES_URL,
  PROP_TILES_ATTRIBUTION,
  PROP_WALL_SETTINGS,
  PROP_WALL_JUDGEMENT,
  PROP_NATIVE_DIGITS,
  PROP_BUDDHIST_ERA,
} MoeiPreferencesWindowProperty;

static GParamSpec *properties[PROP_BUDDHIST_ERA + 1];

G_DEFINE_FINAL_TYPE (MoeiPreferencesWindow, moei_preferences_window, ADW_TYPE_WINDOW)

static void
on_language (MoeiPreferencesWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  if (selected >= MOEI_N_LANGUAGES || selected == (guint) moei_language_get_current ())
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "app.language", "s", moei_language_get_code ((MoeiLanguage) selected));
}

static void
on_country (MoeiPreferencesWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MY_COUNTRY]);
}

static void
on_withhold (MoeiPreferencesWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITHHOLD_BELOW]);
}

static void
on_tiles_url (MoeiPreferencesWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TILES_URL]);
}

static void
on_tiles_attribution (MoeiPreferencesWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TILES_ATTRIBUTION]);
}

static void
on_native_digits (MoeiPreferencesWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NATIVE_DIGITS]);
}

static void
on_buddhist_era (MoeiPreferencesWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUDDHIST_ERA]);
}

/* A row's text is markup. */
static void
show_wall_settings (MoeiPreferencesWindow *self)
{
  g_autofree char *name = g_filename_display_name (self->wall_settings);
  g_autofree char *all = self->judgement != NULL ? g_strconcat (name, "\n", self->judgement, NULL) : g_strdup (name);
  g_autofree char *text = g_markup_escape_text (*name != '\0' ? all : _("None: the meeting display is as it comes"), -1);

  adw_action_row_set_subtitle (self->wall_row, text);
  gtk_widget_set_visible (GTK_WIDGET (self->clear_wall), *name != '\0');
}

static void
set_wall_settings (MoeiPreferencesWindow *self,
                   const char            *path)
{
  if (g_strcmp0 (self->wall_settings, path) == 0)
    return;

  g_free (self->wall_settings);
  self->wall_settings = g_strdup (path != NULL ? path : "");
  g_clear_pointer (&self->judgement, g_free);
  show_wall_settings (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WALL_SETTINGS]);
}

static void
wall_chosen (GFile    *file,
             gpointer  user_data)
{
  if (g_file_peek_path (file) != NULL)
    set_wall_settings (user_data, g_file_peek_path (file));
}

static void
on_choose_wall (MoeiPreferencesWindow *self)
{
  moei_compat_choose_file (GTK_WINDOW (self), _("Settings of the Meeting Display"), _("Settings files"),
                           "*.conf *.ini *.wall", wall_chosen, G_OBJECT (self));
}

static void
on_clear_wall (MoeiPreferencesWindow *self)
{
  set_wall_settings (self, "");
}

static void
moei_preferences_window_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  MoeiPreferencesWindow *self = MOEI_PREFERENCES_WINDOW (object);

  switch ((MoeiPreferencesWindowProperty) prop_id) {
  case PROP_OPERATION:
    g_value_set_object (value, self->operation);
    break;
  case PROP_MY_COUNTRY:
    g_object_get_property (G_OBJECT (self->country), "country", value);
    break;
  case PROP_WITHHOLD_BELOW:
    g_value_set_int (value, gtk_spin_button_get_value_as_int (self->withhold));
    break;
  case PROP_TILES_URL:
    g_value_set_string (value, gtk_editable_get_text (GTK_EDITABLE (self->tiles_url)));
    break;
  case PROP_TILES_ATTRIBUTION:
    g_value_set_string (value, gtk_editable_get_text (GTK_EDITABLE (self->tiles_attribution)));
    break;
  case PROP_WALL_SETTINGS:
    g_value_set_string (value, self->wall_settings);
    break;
  case PROP_WALL_JUDGEMENT:
    g_value_set_string (value, self->judgement);
    break;
  case PROP_NATIVE_DIGITS:
    g_value_set_boolean (value, gtk_switch_get_active (self->native_digits));
    break;
  case PROP_BUDDHIST_ERA:
    g_value_set_boolean (value, gtk_switch_get_active (self->buddhist_era));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
set_text (AdwEntryRow  *row,
          const GValue *value)
{
  const char *text = g_value_get_string (value) != NULL ? g_value_get_string (value) : "";

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
moei_preferences_window_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  MoeiPreferencesWindow *self = MOEI_PREFERENCES_WINDOW (object);

  switch ((MoeiPreferencesWindowProperty) prop_id) {
  case PROP_OPERATION:
    self->operation = g_value_dup_object (value);
    g_object_set (self->country, "operation", self->operation, NULL);
    break;
  case PROP_MY_COUNTRY:
    g_object_set_property (G_OBJECT (self->country), "country", value);
    break;
  case PROP_WITHHOLD_BELOW:
    gtk_spin_button_set_value (self->withhold, g_value_get_int (value));
    break;
  case PROP_TILES_URL:
    set_text (self->tiles_url, value);
    break;
  case PROP_TILES_ATTRIBUTION:
    set_text (self->tiles_attribution, value);
    break;
  case PROP_WALL_SETTINGS:
    set_wall_settings (self, g_value_get_string (value));
    break;
  case PROP_WALL_JUDGEMENT:
    g_free (self->judgement);
    self->judgement = g_value_dup_string (value);
    show_wall_settings (self);
    break;
  case PROP_NATIVE_DIGITS:
    gtk_switch_set_active (self->native_digits, g_value_get_boolean (value));
    break;
  case PROP_BUDDHIST_ERA:
    gtk_switch_set_active (self->buddhist_era, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_preferences_window_dispose (GObject *object)
{
  MoeiPreferencesWindow *self = MOEI_PREFERENCES_WINDOW (object);

  g_clear_object (&self->operation);
  g_clear_pointer (&self->wall_settings, g_free);
  g_clear_pointer (&self->judgement, g_free);

  G_OBJECT_CLASS (moei_preferences_window_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_OPERATION] =
    g_param_spec_object ("operation", NULL, NULL, MOEI_TYPE_OPERATION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MY_COUNTRY] = g_param_spec_string ("my-country", NULL, NULL, "", flags);
  properties[PROP_WITHHOLD_BELOW] = g_param_spec_int ("withhold-below", NULL, NULL, 0, 100, 0, flags);
  properties[PROP_TILES_URL] = g_param_spec_string ("tiles-url", NULL, NULL, "", flags);
  properties[PROP_TILES_ATTRIBUTION] = g_param_spec_string ("tiles-attribution", NULL, NULL, "", flags);
  properties[PROP_WALL_SETTINGS] = g_param_spec_string ("wall-settings", NULL, NULL, "", flags);
  /* What is wrong with that file, or that nothing is; said by whoever can read it. */
  properties[PROP_WALL_JUDGEMENT] = g_param_spec_string ("wall-judgement", NULL, NULL, NULL, flags);
  properties[PROP_NATIVE_DIGITS] = g_param_spec_boolean ("native-digits", NULL, NULL, FALSE, flags);
  properties[PROP_BUDDHIST_ERA] = g_param_spec_boolean ("buddhist-era", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_preferences_window_class_init (MoeiPreferencesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_preferences_window_dispose;
  object_class->get_property = moei_preferences_window_get_property;
  object_class->set_property = moei_preferences_window_set_property;
  install_properties (object_class);

  g_type_ensure (MOEI_TYPE_SERVICE_PANE);
  g_type_ensure (MOEI_TYPE_COUNTRY_CHOOSER);
  g_type_ensure (MOEI_TYPE_NOTIFICATIONS_GROUP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/door/moei-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiPreferencesWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, MoeiPreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, MoeiPreferencesWindow, country);
  gtk_widget_class_bind_template_child (widget_class, MoeiPreferencesWindow, withhold);
  gtk_widget_class_bind_template_child (widget_class, MoeiPreferencesWindow, native_digits);
  gtk_widget_class_bind_template_child (widget_class, MoeiPreferencesWindow, buddhist_era);
  gtk_widget_class_bind_template_child (widget_class, MoeiPreferencesWindow, notifications);
  gtk_widget_class_bind_template_child (widget_class, MoeiPreferencesWindow, tiles_url);
  gtk_widget_class_bind_template_child (widget_class, MoeiPreferencesWindow, tiles_attribution);
  gtk_widget_class_bind_template_child (widget_class, MoeiPreferencesWindow, wall_row);
  gtk_widget_class_bind_template_child (widget_class, MoeiPreferencesWindow, clear_wall);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
  gtk_widget_class_bind_template_callback (widget_class, on_country);
  gtk_widget_class_bind_template_callback (widget_class, on_withhold);
  gtk_widget_class_bind_template_callback (widget_class, on_native_digits);
  gtk_widget_class_bind_template_callback (widget_class, on_buddhist_era);
  gtk_widget_class_bind_template_callback (widget_class, on_tiles_url);
  gtk_widget_class_bind_template_callback (widget_class, on_tiles_attribution);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_wall);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_wall);
}

/* Each language by its own name, so that it is found by whoever needs it. */
static void
list_languages (MoeiPreferencesWindow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < MOEI_N_LANGUAGES; i++)
    gtk_string_list_append (list, moei_language_get_own_name ((MoeiLanguage) i));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->language_row, (guint) moei_language_get_current ());
}

static void
moei_preferences_window_init (MoeiPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), moei_language_get_css_class (moei_language_get_current ()));
  list_languages (self);
  set_wall_settings (self, "");
}

/**
 * moei_preferences_window_new:
 * @parent: the window that it stands before
 * @operation: the operation, which knows of which countries there is talk
 *
 * Returns: (transfer none): a window in the current language
 */
MoeiPreferencesWindow *
moei_preferences_window_new (GtkWindow     *parent,
                             MoeiOperation *operation)
{
  return g_object_new (MOEI_TYPE_PREFERENCES_WINDOW,
                       "application", gtk_window_get_application (parent),
                       "transient-for", parent,
                       "operation", operation,
                       NULL);
}

/**
 * moei_preferences_window_get_pane:
 * @self: a window
 *
 * Returns: (transfer none): the service and the way to it
 */
MoeiServicePane *
moei_preferences_window_get_pane (MoeiPreferencesWindow *self)
{
  g_return_val_if_fail (MOEI_IS_PREFERENCES_WINDOW (self), NULL);

  return self->pane;
}

/**
 * moei_preferences_window_get_notifications:
 * @self: a window
 *
 * Returns: (transfer none): of what a person wants to be told
 */
MoeiNotificationsGroup *
moei_preferences_window_get_notifications (MoeiPreferencesWindow *self)
{
  g_return_val_if_fail (MOEI_IS_PREFERENCES_WINDOW (self), NULL);

  return self->notifications;
}
