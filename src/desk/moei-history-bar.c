/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-history-bar.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"

/**
 * MoeiHistoryBar:
 *
 * How many left on one day, as a bar of the #MoeiHistoryChart, which gives it its
 * height.  It takes the focus, and its name says the day's figures.
 */
struct _MoeiHistoryBar {
  GtkWidget parent_instance;

  guint date;
  int   departed;
  int   quota;
  char *sentence;
};

G_DEFINE_FINAL_TYPE (MoeiHistoryBar, moei_history_bar, GTK_TYPE_WIDGET)

static void
moei_history_bar_finalize (GObject *object)
{
  g_free (MOEI_HISTORY_BAR (object)->sentence);

  G_OBJECT_CLASS (moei_history_bar_parent_class)->finalize (object);
}

static void
moei_history_bar_class_init (MoeiHistoryBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = moei_history_bar_finalize;

  gtk_widget_class_set_css_name (widget_class, "historybar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
moei_history_bar_init (MoeiHistoryBar *self)
{
  self->departed = MOEI_COUNT_UNKNOWN;
  self->quota = MOEI_COUNT_UNKNOWN;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * moei_history_bar_show:
 * @self: a bar
 * @figures: the day's figures
 * @operation: the operation
 */
void
moei_history_bar_show (MoeiHistoryBar       *self,
                       const MoeiDayFigures *figures,
                       MoeiOperation        *operation)
{
  g_autofree char *sentence = NULL;
  g_autofree char *departed = NULL;

  g_return_if_fail (MOEI_IS_HISTORY_BAR (self));

  sentence = moei_day_figures_dup_sentence (figures, operation);
  self->date = figures->date;
  self->departed = figures->stages.departed;
  self->quota = figures->stages.quota;
  set_class (GTK_WIDGET (self), "unknown", !moei_count_is_known (self->departed));
  set_class (GTK_WIDGET (self), "closed", figures->kind != MOEI_DAY_KIND_QUOTA);
  set_class (GTK_WIDGET (self), "today", figures->when == MOEI_DAY_TODAY);
  if (g_strcmp0 (self->sentence, sentence) == 0)
    return;

  departed = moei_format_count (moei_language_get_current (), self->departed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) MAX (self->quota, 0),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) MAX (self->departed, 0),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, departed, -1);
  g_free (self->sentence);
  self->sentence = g_steal_pointer (&sentence);
}

/**
 * moei_history_bar_get_date:
 * @self: a bar
 *
 * Returns: the day that it shows
 */
guint
moei_history_bar_get_date (MoeiHistoryBar *self)
{
  g_return_val_if_fail (MOEI_IS_HISTORY_BAR (self), MOEI_DAY_UNKNOWN);

  return self->date;
}

/**
 * moei_history_bar_get_departed:
 * @self: a bar
 *
 * Returns: people who left on its day; below 0 if not known
 */
int
moei_history_bar_get_departed (MoeiHistoryBar *self)
{
  g_return_val_if_fail (MOEI_IS_HISTORY_BAR (self), MOEI_COUNT_UNKNOWN);

  return self->departed;
}

/**
 * moei_history_bar_get_quota:
 * @self: a bar
 *
 * Returns: people who were allowed to leave on its day; below 0 if it has no quota
 */
int
moei_history_bar_get_quota (MoeiHistoryBar *self)
{
  g_return_val_if_fail (MOEI_IS_HISTORY_BAR (self), MOEI_COUNT_UNKNOWN);

  return self->quota;
}

/**
 * moei_history_bar_get_sentence:
 * @self: a bar
 *
 * Returns: (nullable): its day in words
 */
const char *
moei_history_bar_get_sentence (MoeiHistoryBar *self)
{
  g_return_val_if_fail (MOEI_IS_HISTORY_BAR (self), NULL);

  return self->sentence;
}
