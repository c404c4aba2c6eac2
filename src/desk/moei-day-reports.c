/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-day-reports.h"

#include <glib/gi18n-lib.h>

#include "language/moei-burmese.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-owner.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-collection.h"
#include "operation/moei-report.h"

/* What was reported of a day, a line a report: each with its owner and date, and
 * never one figure made of two. */

static char *
describe_provenance (MoeiEntity *report)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *owner = moei_owner_name (language, moei_entity_get_owner (report));
  gint64 observed = moei_entity_get_observed (report);
  g_autofree char *when = observed != MOEI_INSTANT_UNKNOWN
                            ? moei_format_date_time (language, observed, MOEI_ZONE_BANGKOK) : NULL;

  if (owner == NULL)
    owner = g_strdup ("–");
  return when != NULL ? g_strdup_printf (_("%1$s, %2$s"), owner, when) : g_steal_pointer (&owner);
}

static char *
describe (MoeiReport *report)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *value = moei_report_get_value_text (report) != NULL
                             ? g_strdup (moei_text_get (moei_report_get_value_text (report), language))
                             : moei_format_count (language, moei_report_get_value (report));
  g_autofree char *provenance = describe_provenance (MOEI_ENTITY (report));
  g_autofree char *text = NULL;

  /* Translators: what was reported of a day: "Departed: 154 — Government of Indonesia, 19 March 2025, 18:00" */
  text = g_strdup_printf (_("%1$s: %2$s — %3$s"), moei_word_stage (language, moei_report_get_stage (report)), value,
                          provenance);
  return moei_break_text (language, text);
}

static GtkLabel *
add_line (GtkBox *box)
{
  GtkWidget *line = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "selectable", FALSE, NULL);

  gtk_widget_add_css_class (line, "caption");
  gtk_box_append (box, line);
  return GTK_LABEL (line);
}

/**
 * moei_day_reports_show:
 * @box: what holds the lines
 * @day: (nullable): a day
 *
 * Returns: whether anything was reported of @day
 */
gboolean
moei_day_reports_show (GtkBox       *box,
                       MoeiQuotaDay *day)
{
  GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (box));
  guint n = 0;

  for (guint i = 0; day != NULL && i < moei_collection_size (moei_quota_day_get_reports (day)); i++) {
    MoeiReport *report = moei_collection_get (moei_quota_day_get_reports (day), i);
    g_autofree char *text = NULL;

    if (moei_entity_get_origin (MOEI_ENTITY (report)) == MOEI_ORIGIN_EXERCISE)
      continue;
    text = describe (report);
    gtk_label_set_label (line != NULL ? GTK_LABEL (line) : add_line (box), text);
    line = line != NULL ? gtk_widget_get_next_sibling (line) : NULL;
    n++;
  }
  while (line != NULL) {
    GtkWidget *next = gtk_widget_get_next_sibling (line);

    gtk_box_remove (box, line);
    line = next;
  }
  return n > 0;
}
