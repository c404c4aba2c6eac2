/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-week-card.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-age-label.h"
#include "desk/moei-week-chart.h"
#include "desk/moei-week-table.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"
#include "parts/moei-outlook.h"

/**
 * MoeiWeekCard:
 *
 * A week: its days as bars or as a table, and its quota of 1,500.
 *
 * It shows the week of `monday`, which the page turns by the card's buttons.
 */
struct _MoeiWeekCard {
  MoeiPanel parent_instance;

  MoeiOutlook *outlook; /* (nullable) */
  guint        monday;
  guint        selected;

  GtkLabel      *title;
  GtkLabel      *number;
  GtkLabel      *total;
  GtkLabel      *of_quota;
  GtkWidget     *nothing; /* says that there is nothing to show */
  MoeiWeekChart *chart;
  MoeiWeekTable *table;
};

typedef enum {
  PROP_MONDAY = 1,
  PROP_SELECTED,
  PROP_OUTLOOK,
} MoeiWeekCardProperty;

static GParamSpec *properties[PROP_OUTLOOK + 1];

G_DEFINE_FINAL_TYPE (MoeiWeekCard, moei_week_card, MOEI_TYPE_PANEL)

static void
show_title (MoeiWeekCard *self)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *title = moei_format_date_range (language, self->monday, self->monday + MOEI_DAYS_OF_WEEK - 1);
  g_autofree char *digits = NULL, *number = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, self->monday);
  number = g_strdup_printf ("%u", g_date_get_iso8601_week_of_year (&date));
  digits = moei_format_digits (language, number);
  g_free (number);
  /* Translators: the number of the week in the year */
  number = g_strdup_printf (_("Week %s"), digits);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->number, number);
}

/* All who left, on whichever day, beside the quota of the days that have one. */
static void
show_total (MoeiWeekCard         *self,
            const MoeiDayFigures *figures)
{
  MoeiLanguage language = moei_language_get_current ();
  int departed = MOEI_COUNT_UNKNOWN, quota = MOEI_COUNT_UNKNOWN;
  g_autofree char *departed_text = NULL, *quota_text = NULL, *of_quota = NULL;

  for (guint i = 0; i < MOEI_DAYS_OF_WEEK; i++) {
    departed = moei_count_add (departed, figures[i].stages.departed);
    quota = moei_count_add (quota, figures[i].stages.quota);
  }
  departed_text = moei_format_count (language, departed);
  quota_text = moei_format_count (language, quota);
  /* Translators: follows the people who left in a week: 1,071 "departed of 1,500" */
  of_quota = quota > 0 ? g_strdup_printf (_("departed of %s"), quota_text) : g_strdup (_("departed"));
  gtk_label_set_label (self->total, departed_text);
  gtk_label_set_label (self->of_quota, of_quota);
}

static gboolean
is_known (const MoeiDayFigures *figures)
{
  for (guint i = 0; i < MOEI_DAYS_OF_WEEK; i++) {
    if (figures[i].day != NULL || moei_count_is_known (figures[i].stages.quota))
      return TRUE;
  }
  return FALSE;
}

static void
moei_week_card_update (MoeiPanel *panel)
{
  MoeiWeekCard *self = MOEI_WEEK_CARD (panel);
  MoeiOperation *operation = moei_panel_get_operation (panel);
  MoeiDayFigures figures[MOEI_DAYS_OF_WEEK];

  if (self->monday == MOEI_DAY_UNKNOWN)
    return;
  for (guint i = 0; i < MOEI_DAYS_OF_WEEK; i++)
    moei_day_figures_compute (&figures[i], operation, self->monday + i, moei_panel_get_now (panel),
                              self->outlook != NULL ? moei_outlook_get_live (self->outlook) : NULL);
  show_title (self);
  show_total (self, figures);
  gtk_widget_set_visible (self->nothing, !is_known (figures));
  moei_week_chart_show (self->chart, figures, operation);
  moei_week_table_show (self->table, operation, self->monday, MOEI_DAYS_OF_WEEK, moei_panel_get_now (panel));
}

static void
show_anew (MoeiWeekCard *self)
{
  if (moei_panel_get_operation (MOEI_PANEL (self)) != NULL)
    moei_week_card_update (MOEI_PANEL (self));
}

static void
moei_week_card_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  MoeiWeekCard *self = MOEI_WEEK_CARD (object);

  switch ((MoeiWeekCardProperty) prop_id) {
  case PROP_MONDAY:
    g_value_set_uint (value, self->monday);
    break;
  case PROP_SELECTED:
    g_value_set_uint (value, self->selected);
    break;
  case PROP_OUTLOOK:
    g_value_set_object (value, self->outlook);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_week_card_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  MoeiWeekCard *self = MOEI_WEEK_CARD (object);

  switch ((MoeiWeekCardProperty) prop_id) {
  case PROP_MONDAY:
    if (self->monday == g_value_get_uint (value))
      return;
    self->monday = g_value_get_uint (value);
    show_anew (self);
    break;
  case PROP_SELECTED:
    if (self->selected == g_value_get_uint (value))
      return;
    self->selected = g_value_get_uint (value);
    break;
  case PROP_OUTLOOK:
    if (!g_set_object (&self->outlook, g_value_get_object (value)) || self->outlook == NULL)
      return;
    g_signal_connect_object (self->outlook, "changed", G_CALLBACK (show_anew), self, G_CONNECT_SWAPPED);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
moei_week_card_dispose (GObject *object)
{
  g_clear_object (&MOEI_WEEK_CARD (object)->outlook);

  G_OBJECT_CLASS (moei_week_card_parent_class)->dispose (object);
}

static gboolean
moei_week_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MOEI_WEEK_CARD (widget)->chart));
}

static void
moei_week_card_class_init (MoeiWeekCardClass *klass)
{
  static const char * const beyond[] = { "calendar", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = moei_week_card_dispose;
  object_class->get_property = moei_week_card_get_property;
  object_class->set_property = moei_week_card_set_property;
  widget_class->grab_focus = moei_week_card_grab_focus;
  MOEI_PANEL_CLASS (klass)->update = moei_week_card_update;
  MOEI_PANEL_CLASS (klass)->beyond = beyond;

  properties[PROP_MONDAY] = g_param_spec_uint ("monday", NULL, NULL, 0, G_MAXUINT, MOEI_DAY_UNKNOWN, flags);
  properties[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, MOEI_DAY_UNKNOWN, flags);
  properties[PROP_OUTLOOK] = g_param_spec_object ("outlook", NULL, NULL, MOEI_TYPE_OUTLOOK, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MOEI_TYPE_AGE_LABEL);
  g_type_ensure (MOEI_TYPE_WEEK_CHART);
  g_type_ensure (MOEI_TYPE_WEEK_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-week-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekCard, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekCard, nothing);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekCard, number);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekCard, total);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekCard, of_quota);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekCard, chart);
  gtk_widget_class_bind_template_child (widget_class, MoeiWeekCard, table);
  gtk_widget_class_set_css_name (widget_class, "weekcard");
}

static void
moei_week_card_init (MoeiWeekCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
