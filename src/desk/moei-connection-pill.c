/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-connection-pill.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-age-label.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-collection.h"
#include "operation/moei-freshness.h"
#include "parts/moei-replace.h"

/**
 * MoeiConnectionPill:
 *
 * How current the picture is, in a word and an age; opened, the age of each
 * document and what is wrong, in a sentence that can be forwarded.
 */
struct _MoeiConnectionPill {
  MoeiPanel parent_instance;

  int    state; /* MoeiDataState */
  gint64 age;
  char  *service;
  char  *problem;
  char  *advice;
  gint64 skew;

  GtkMenuButton *button;
  GtkImage      *icon;
  GtkLabel      *label;
  GtkLabel      *service_label;
  GtkLabel      *problem_label;
  GtkLabel      *advice_label;
  GtkLabel      *skew_label;
  GtkGrid       *documents;
  guint          n_documents;
};

typedef enum {
  PROP_STATE = 1,
  PROP_AGE,
  PROP_SERVICE,
  PROP_PROBLEM,
  PROP_ADVICE,
  PROP_SKEW,
} MoeiConnectionPillProperty;

static GParamSpec *properties[PROP_SKEW + 1];

/* From here on, in seconds, a difference of the clocks is worth a word. */
#define NOTABLE_SKEW_S 60

static const struct {
  const char *css_class;
  const char *icon_name;
} looks[] = {
  [MOEI_DATA_STATE_NONE] = { "none", "content-loading-symbolic" },
  [MOEI_DATA_STATE_LIVE] = { "live", "media-record-symbolic" },
  [MOEI_DATA_STATE_LATE] = { "late", "dialog-warning-symbolic" },
  [MOEI_DATA_STATE_OLD] = { "old", "dialog-warning-symbolic" },
  [MOEI_DATA_STATE_OFFLINE] = { "offline", "network-offline-symbolic" },
};

/* The service's documents in the words of the board. */
static const struct {
  const char *document;
  const char *title;
} titles[] = {
  { "places", N_("Places") },
  { "routes", N_("Routes") },
  { "convoys", N_("Convoys") },
  { "flights", N_("Flights") },
  { "week", N_("Week") },
  { "nationalities", N_("Nationalities") },
  { "rule", N_("Rule") },
  { "notices", N_("Notices") },
  { "schedule", N_("Flights of other days") },
  { "movements", N_("Convoys of other days") },
  { "calendar", N_("Other weeks") },
  { "rolls", N_("Lists handed over") },
  { "changes", N_("Changes") },
};

G_DEFINE_FINAL_TYPE (MoeiConnectionPill, moei_connection_pill, MOEI_TYPE_PANEL)

static void
update_label (MoeiConnectionPill *self)
{
  MoeiLanguage language = moei_language_get_current ();
  const char *word = moei_word_data_state (language, self->state);
  g_autofree char *text = NULL;
  const char *classes[] = { "pill-button", looks[self->state].css_class, NULL };

  if (self->state == MOEI_DATA_STATE_NONE || self->age < 0) {
    text = g_strdup (word);
  } else {
    g_autofree char *age = moei_format_age (language, self->age);

    /* Translators: a state of the data and how long ago the service spoke: "Live · 4 s" */
    text = g_strdup_printf (_("%1$s · %2$s"), word, age);
  }

  if (g_strcmp0 (text, gtk_label_get_label (self->label)) == 0)
    return;
  gtk_label_set_label (self->label, text);
  gtk_image_set_from_icon_name (self->icon, looks[self->state].icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update_problem (MoeiConnectionPill *self)
{
  gtk_label_set_label (self->service_label, self->service != NULL ? self->service : "");
  gtk_label_set_label (self->problem_label, self->problem != NULL ? self->problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), self->problem != NULL);
  gtk_label_set_label (self->advice_label, self->advice != NULL ? self->advice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->advice_label), self->advice != NULL);
}

static void
update_skew (MoeiConnectionPill *self)
{
  g_autofree char *age = moei_format_age (moei_language_get_current (), ABS (self->skew));
  g_autofree char *text = NULL;

  /* Translators: %s is a length of time: "3 min" */
  if (self->skew > 0)
    text = g_strdup_printf (_("The clock of this computer is %s behind the service's."), age);
  else
    text = g_strdup_printf (_("The clock of this computer is %s ahead of the service's."), age);
  gtk_label_set_label (self->skew_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->skew_label), ABS (self->skew) > NOTABLE_SKEW_S);
}

static void
add_document (MoeiConnectionPill *self,
              const char         *document,
              const char         *title)
{
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *age = g_object_new (MOEI_TYPE_AGE_LABEL, "documents", document, NULL);

  gtk_widget_set_halign (name, GTK_ALIGN_START);
  g_object_bind_property (self, "operation", age, "operation", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "now", age, "now", G_BINDING_SYNC_CREATE);
  gtk_grid_attach (self->documents, name, 0, (int) self->n_documents, 1, 1);
  gtk_grid_attach (self->documents, age, 1, (int) self->n_documents, 1, 1);
  self->n_documents++;
}

static void
moei_connection_pill_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  MoeiConnectionPill *self = MOEI_CONNECTION_PILL (object);

  switch ((MoeiConnectionPillProperty) prop_id) {
  case PROP_STATE:
    if (moei_replace_int (&self->state, g_value_get_enum (value)))
      update_label (self);
    break;
  case PROP_AGE:
    if (moei_replace_int64 (&self->age, g_value_get_int64 (value)))
      update_label (self);
    break;
  case PROP_SERVICE:
    if (moei_replace_string (&self->service, g_value_get_string (value)))
      update_problem (self);
    break;
  case PROP_PROBLEM:
    if (moei_replace_string (&self->problem, g_value_get_string (value)))
      update_problem (self);
    break;
  case PROP_ADVICE:
    if (moei_replace_string (&self->advice, g_value_get_string (value)))
      update_problem (self);
    break;
  case PROP_SKEW:
    if (moei_replace_int64 (&self->skew, g_value_get_int64 (value)))
      update_skew (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_connection_pill_finalize (GObject *object)
{
  MoeiConnectionPill *self = MOEI_CONNECTION_PILL (object);

  g_free (self->service);
  g_free (self->problem);
  g_free (self->advice);

  G_OBJECT_CLASS (moei_connection_pill_parent_class)->finalize (object);
}

static void
moei_connection_pill_class_init (MoeiConnectionPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = moei_connection_pill_finalize;
  object_class->set_property = moei_connection_pill_set_property;

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, MOEI_TYPE_DATA_STATE, MOEI_DATA_STATE_NONE, flags);
  properties[PROP_AGE] =
    g_param_spec_int64 ("age", NULL, NULL, -1, G_MAXINT64, -1, flags);
  properties[PROP_SERVICE] = g_param_spec_string ("service", NULL, NULL, NULL, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  properties[PROP_ADVICE] = g_param_spec_string ("advice", NULL, NULL, NULL, flags);
  properties[PROP_SKEW] = g_param_spec_int64 ("skew", NULL, NULL, -G_MAXINT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-connection-pill.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiConnectionPill, button);
  gtk_widget_class_bind_template_child (widget_class, MoeiConnectionPill, icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiConnectionPill, label);
  gtk_widget_class_bind_template_child (widget_class, MoeiConnectionPill, service_label);
  gtk_widget_class_bind_template_child (widget_class, MoeiConnectionPill, problem_label);
  gtk_widget_class_bind_template_child (widget_class, MoeiConnectionPill, advice_label);
  gtk_widget_class_bind_template_child (widget_class, MoeiConnectionPill, skew_label);
  gtk_widget_class_bind_template_child (widget_class, MoeiConnectionPill, documents);
  gtk_widget_class_set_css_name (widget_class, "connectionpill");
}

static void
moei_connection_pill_init (MoeiConnectionPill *self)
{
  self->age = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    add_document (self, titles[i].document, _(titles[i].title));
  update_label (self);
}
