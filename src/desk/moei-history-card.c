/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-history-card.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-age-label.h"
#include "desk/moei-history-chart.h"
#include "desk/moei-week-table.h"
#include "language/moei-burmese.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-quota-day.h"

#define DAYS_AT_MOST 200

/**
 * MoeiHistoryCard:
 *
 * How it went so far: those who left each day beside the quota of the day.
 */
struct _MoeiHistoryCard {
  MoeiPanel parent_instance;

  GtkLabel         *since;
  GtkStack         *words;
  GtkLabel         *key;
  GtkLabel         *readout;
  GtkWidget        *empty;
  MoeiHistoryChart *chart;
  MoeiWeekTable    *table;
};

G_DEFINE_FINAL_TYPE (MoeiHistoryCard, moei_history_card, MOEI_TYPE_PANEL)

/* From the first day known to today. */
static guint
find_first (MoeiOperation *operation)
{
  MoeiCollection *calendar = moei_operation_get_calendar (operation);
  guint today = moei_operation_get_operating_day (operation);
  guint first = MOEI_DAY_UNKNOWN;

  for (guint i = 0; i < moei_collection_size (calendar); i++) {
    MoeiQuotaDay *day = moei_collection_get (calendar, i);
    guint date = moei_quota_day_get_date (day);

    if (date != MOEI_DAY_UNKNOWN && date <= today && (first == MOEI_DAY_UNKNOWN || date < first) &&
        moei_collection_size (moei_quota_day_get_tallies (day)) > 0)
      first = date;
  }
  return first != MOEI_DAY_UNKNOWN && today - first >= DAYS_AT_MOST ? today - DAYS_AT_MOST + 1 : first;
}

static void
moei_history_card_update (MoeiPanel *panel)
{
  MoeiHistoryCard *self = MOEI_HISTORY_CARD (panel);
  MoeiOperation *operation = moei_panel_get_operation (panel);
  guint first = find_first (operation);
  guint n_days = first != MOEI_DAY_UNKNOWN ? moei_operation_get_operating_day (operation) - first + 1 : 0;
  g_autofree char *date = NULL, *since = NULL;

  if (n_days > 0) {
    date = moei_format_date (moei_language_get_current (), first, MOEI_DATE_MEDIUM);
    /* Translators: beside "Plan and actual": since which day */
    since = g_strdup_printf (_("since %s"), date);
  }
  gtk_label_set_label (self->since, since != NULL ? since : "");
  gtk_widget_set_visible (GTK_WIDGET (self->since), since != NULL);
  gtk_widget_set_visible (self->empty, n_days == 0);
  moei_history_chart_show (self->chart, operation, first, n_days, moei_panel_get_now (panel));
  moei_week_table_show (self->table, operation, first, n_days, moei_panel_get_now (panel));
}

/* While nothing is pointed at, how to read it stands there, and keeps the place. */
static void
readout_changed (MoeiHistoryCard *self)
{
  g_autofree char *readout = NULL, *broken = NULL;

  g_object_get (self->chart, "readout", &readout, NULL);
  broken = moei_break_text (moei_language_get_current (), readout != NULL ? readout : "");
  gtk_label_set_label (self->readout, broken);
  gtk_stack_set_visible_child (self->words, GTK_WIDGET (readout != NULL ? self->readout : self->key));
}

static void
show_key (MoeiHistoryCard *self)
{
  g_autofree char *key = moei_break_text (moei_language_get_current (),
                                          _("Bars: people who departed, hatched on days without a quota. "
                                            "Dashed line: the quota. Hatched foot: not reported."));

  gtk_label_set_label (self->key, key);
}

static void
moei_history_card_class_init (MoeiHistoryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MOEI_PANEL_CLASS (klass)->update = moei_history_card_update;

  g_type_ensure (MOEI_TYPE_AGE_LABEL);
  g_type_ensure (MOEI_TYPE_HISTORY_CHART);
  g_type_ensure (MOEI_TYPE_WEEK_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-history-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiHistoryCard, since);
  gtk_widget_class_bind_template_child (widget_class, MoeiHistoryCard, words);
  gtk_widget_class_bind_template_child (widget_class, MoeiHistoryCard, key);
  gtk_widget_class_bind_template_child (widget_class, MoeiHistoryCard, readout);
  gtk_widget_class_bind_template_child (widget_class, MoeiHistoryCard, empty);
  gtk_widget_class_bind_template_child (widget_class, MoeiHistoryCard, chart);
  gtk_widget_class_bind_template_child (widget_class, MoeiHistoryCard, table);
  gtk_widget_class_bind_template_callback (widget_class, readout_changed);
  gtk_widget_class_set_css_name (widget_class, "historycard");
}

static void
moei_history_card_init (MoeiHistoryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_key (self);
}
