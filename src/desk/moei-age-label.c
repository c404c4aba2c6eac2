/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-age-label.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-freshness.h"
#include "parts/moei-replace.h"

/**
 * MoeiAgeLabel:
 *
 * How current what a panel shows is, in words: nothing on the screen is ever
 * silently old.
 *
 * A panel that draws upon several of the service's documents is no more
 * current than the worst of them.
 */
struct _MoeiAgeLabel {
  MoeiPanel parent_instance;

  char      **documents;
  GPtrArray  *watched; /* those documents' freshness, as far as there is any */
  GtkImage   *icon;
  GtkLabel   *label;
  char       *statement;
};

typedef enum {
  PROP_DOCUMENTS = 1,
  PROP_STATEMENT,
} MoeiAgeLabelProperty;

static GParamSpec *properties[PROP_STATEMENT + 1];

G_DEFINE_FINAL_TYPE (MoeiAgeLabel, moei_age_label, MOEI_TYPE_PANEL)

static char *
describe (MoeiDataState  state,
          gint64         confirmed,
          gint64         now)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *time = moei_format_time (language, confirmed, MOEI_ZONE_BANGKOK);
  /* Either may be unknown, which is no number to count with. */
  gint64 since = now > confirmed && confirmed != MOEI_INSTANT_UNKNOWN ? now - confirmed : 0;
  g_autofree char *age = moei_format_age (language, since / G_USEC_PER_SEC);

  switch (state) {
  case MOEI_DATA_STATE_LIVE:
    /* Translators: %s is a time of day; the figures of this panel hold as of then */
    return g_strdup_printf (_("as of %s"), time);
  case MOEI_DATA_STATE_LATE:
    /* Translators: the service should have spoken since; %s is a time of day */
    return g_strdup_printf (_("late, as of %s"), time);
  case MOEI_DATA_STATE_OLD:
    /* Translators: %1$s is a time of day, %2$s an age such as "35 min" */
    return g_strdup_printf (_("old, as of %1$s, %2$s ago"), time, age);
  case MOEI_DATA_STATE_OFFLINE:
    /* Translators: %1$s is a time of day, %2$s an age such as "35 min" */
    return g_strdup_printf (_("offline, as of %1$s, %2$s ago"), time, age);
  case MOEI_DATA_STATE_NONE:
  default:
    return g_strdup (_("no data yet"));
  }
}

/* Documents that the service does not have say nothing of the others' age. */
static MoeiDataState
find_worst (MoeiAgeLabel *self,
            gint64       *confirmed,
            gboolean     *unreadable)
{
  MoeiDataState worst = MOEI_DATA_STATE_NONE;

  *confirmed = MOEI_INSTANT_UNKNOWN;
  *unreadable = FALSE;
  for (guint i = 0; i < self->watched->len; i++) {
    MoeiFreshness *freshness = self->watched->pdata[i];
    gint64 its = moei_freshness_get_confirmed (freshness);

    *unreadable |= moei_freshness_get_problem (freshness) != NULL;
    if (its == MOEI_INSTANT_UNKNOWN)
      continue;
    worst = MAX (worst, moei_freshness_get_state (freshness));
    *confirmed = *confirmed == MOEI_INSTANT_UNKNOWN ? its : MIN (*confirmed, its);
  }
  return worst;
}

/* Setting a tooltip asks the display where the pointer is, and waits for the answer. */
static void
show_tooltip (MoeiAgeLabel *self,
              const char   *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), text) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

/* For whoever takes the figures elsewhere: a time alone says nothing tomorrow. */
static void
set_statement (MoeiAgeLabel *self,
               const char   *text,
               gint64        confirmed)
{
  guint32 day = moei_zone_get_day (MOEI_ZONE_BANGKOK, confirmed);
  g_autofree char *date = NULL, *statement = NULL;

  if (day != MOEI_DAY_UNKNOWN) {
    date = moei_format_date (moei_language_get_current (), day, MOEI_DATE_MEDIUM);
    statement = g_strdup_printf (_("%1$s, %2$s"), date, text);
  }
  if (moei_replace_string (&self->statement, statement != NULL ? statement : text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATEMENT]);
}

static void
moei_age_label_update (MoeiPanel *panel)
{
  MoeiAgeLabel *self = MOEI_AGE_LABEL (panel);
  gboolean unreadable;
  gint64 confirmed;
  MoeiDataState state = find_worst (self, &confirmed, &unreadable);
  g_autofree char *text = describe (state, confirmed, moei_panel_get_now (panel));
  gboolean doubtful = state != MOEI_DATA_STATE_LIVE;

  gtk_label_set_label (self->label, text);
  set_statement (self, text, confirmed);
  show_tooltip (self, unreadable ? _("The service's last answer could not be read; what is shown is older.") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), doubtful);
  if (doubtful)
    gtk_widget_add_css_class (GTK_WIDGET (self), "doubtful");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "doubtful");
}

/* The feed makes a document's freshness when it first hears of it. */
static void
watch_freshness (MoeiAgeLabel *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));

  for (gsize i = 0; self->documents != NULL && self->documents[i] != NULL; i++) {
    MoeiFreshness *freshness = moei_collection_lookup (moei_operation_get_freshness (operation), self->documents[i]);

    if (freshness == NULL || g_ptr_array_find (self->watched, freshness, NULL))
      continue;
    g_ptr_array_add (self->watched, g_object_ref (freshness));
    g_signal_connect_object (freshness, "notify", G_CALLBACK (moei_age_label_update), self, G_CONNECT_SWAPPED);
  }
  moei_age_label_update (MOEI_PANEL (self));
}

static void
operation_changed (MoeiAgeLabel *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));

  if (operation == NULL)
    return;
  g_signal_connect_object (moei_operation_get_freshness (operation), "items-changed",
                           G_CALLBACK (watch_freshness), self, G_CONNECT_SWAPPED);
  watch_freshness (self);
}

static void
moei_age_label_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  MoeiAgeLabel *self = MOEI_AGE_LABEL (object);

  switch ((MoeiAgeLabelProperty) prop_id) {
  case PROP_STATEMENT:
    g_value_set_string (value, self->statement);
    break;
  case PROP_DOCUMENTS:
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_age_label_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  MoeiAgeLabel *self = MOEI_AGE_LABEL (object);

  switch ((MoeiAgeLabelProperty) prop_id) {
  case PROP_DOCUMENTS:
    self->documents = g_strsplit (g_value_get_string (value), " ", -1);
    break;
  case PROP_STATEMENT:
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_age_label_finalize (GObject *object)
{
  MoeiAgeLabel *self = MOEI_AGE_LABEL (object);

  g_strfreev (self->documents);
  g_free (self->statement);
  g_ptr_array_unref (self->watched);

  G_OBJECT_CLASS (moei_age_label_parent_class)->finalize (object);
}

static void
moei_age_label_class_init (MoeiAgeLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = moei_age_label_finalize;
  object_class->get_property = moei_age_label_get_property;
  object_class->set_property = moei_age_label_set_property;
  MOEI_PANEL_CLASS (klass)->update = moei_age_label_update;

  /* By their names, with a space between two: "week flights". */
  properties[PROP_DOCUMENTS] =
    g_param_spec_string ("documents", NULL, NULL, "",
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /* What it says, with the date. */
  properties[PROP_STATEMENT] =
    g_param_spec_string ("statement", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-age-label.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiAgeLabel, icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiAgeLabel, label);
  gtk_widget_class_set_css_name (widget_class, "agelabel");
}

static void
moei_age_label_init (MoeiAgeLabel *self)
{
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::operation", G_CALLBACK (operation_changed), NULL);
}
