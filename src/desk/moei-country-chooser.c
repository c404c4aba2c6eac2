/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-country-chooser.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-drop-down-name.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-nationality.h"
#include "parts/moei-replace.h"

/**
 * MoeiCountryChooser:
 *
 * Where an embassy says which country or region is its own.
 *
 * The names stand in the order of the language's dictionary, after "none".
 */
struct _MoeiCountryChooser {
  MoeiPanel parent_instance;

  GtkDropDown *dropdown;
  GPtrArray   *ids;   /* of each position; "" for none */
  char        *names; /* all that it offers, to tell whether that changed */
  char        *country;
  gboolean     filling;
};

typedef enum {
  PROP_COUNTRY = 1,
} MoeiCountryChooserProperty;

static GParamSpec *properties[PROP_COUNTRY + 1];

G_DEFINE_FINAL_TYPE (MoeiCountryChooser, moei_country_chooser, MOEI_TYPE_PANEL)

static const char *
get_name (MoeiNationality *nationality)
{
  return moei_text_get (moei_nationality_get_name (nationality), moei_language_get_current ());
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return moei_language_collate (moei_language_get_current (), get_name (*(MoeiNationality **) a),
                                get_name (*(MoeiNationality **) b));
}

static void
show_country (MoeiCountryChooser *self)
{
  guint position = 0;

  for (guint i = 0; i < self->ids->len; i++) {
    if (g_strcmp0 (self->ids->pdata[i], self->country) == 0)
      position = i;
  }
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->dropdown, position);
  self->filling = FALSE;
}

static void
moei_country_chooser_update (MoeiPanel *panel)
{
  MoeiCountryChooser *self = MOEI_COUNTRY_CHOOSER (panel);
  MoeiCollection *nationalities = moei_operation_get_nationalities (moei_panel_get_operation (panel));
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  /* Translators: the reader has not said which country is their own */
  const char *none = C_("my country", "Not set");
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < moei_collection_size (nationalities); i++)
    g_ptr_array_add (sorted, moei_collection_get (nationalities, i));
  g_ptr_array_sort (sorted, compare_names);
  for (guint i = 0; i < sorted->len; i++)
    g_string_append_printf (names, "%s\n", get_name (sorted->pdata[i]));
  if (!moei_replace_string (&self->names, names->str))
    return;

  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_add (self->ids, g_strdup (""));
  gtk_string_list_append (list, none);
  for (guint i = 0; i < sorted->len; i++) {
    g_ptr_array_add (self->ids, g_strdup (moei_entity_get_id (sorted->pdata[i])));
    gtk_string_list_append (list, get_name (sorted->pdata[i]));
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->dropdown, G_LIST_MODEL (list));
  self->filling = FALSE;
  show_country (self);
}

static void
chosen_cb (MoeiCountryChooser *self)
{
  guint position = gtk_drop_down_get_selected (self->dropdown);

  if (self->filling || position >= self->ids->len)
    return;
  if (moei_replace_string (&self->country, self->ids->pdata[position]))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNTRY]);
}

static void
moei_country_chooser_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((MoeiCountryChooserProperty) prop_id) {
  case PROP_COUNTRY:
    g_value_set_string (value, MOEI_COUNTRY_CHOOSER (object)->country);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_country_chooser_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  MoeiCountryChooser *self = MOEI_COUNTRY_CHOOSER (object);

  switch ((MoeiCountryChooserProperty) prop_id) {
  case PROP_COUNTRY:
    if (!moei_replace_string (&self->country, g_value_get_string (value) != NULL ? g_value_get_string (value) : ""))
      return;
    show_country (self);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_country_chooser_finalize (GObject *object)
{
  MoeiCountryChooser *self = MOEI_COUNTRY_CHOOSER (object);

  g_ptr_array_unref (self->ids);
  g_free (self->names);
  g_free (self->country);

  G_OBJECT_CLASS (moei_country_chooser_parent_class)->finalize (object);
}

static void
moei_country_chooser_class_init (MoeiCountryChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = moei_country_chooser_finalize;
  object_class->get_property = moei_country_chooser_get_property;
  object_class->set_property = moei_country_chooser_set_property;
  MOEI_PANEL_CLASS (klass)->update = moei_country_chooser_update;

  /* Its id, ISO 3166-1 alpha-3; "" for none.  One that is not among those known stays. */
  properties[PROP_COUNTRY] =
    g_param_spec_string ("country", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "countrychooser");
}

static void
moei_country_chooser_init (MoeiCountryChooser *self)
{
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->country = g_strdup ("");
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->dropdown = g_object_new (GTK_TYPE_DROP_DOWN, "enable-search", TRUE, "expression", text, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->dropdown));
  moei_drop_down_set_name (self->dropdown, _("My country"));
  g_signal_connect_object (self->dropdown, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}
