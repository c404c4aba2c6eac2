/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-day-column.h"

#include <glib/gi18n-lib.h>

#include "language/moei-burmese.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"

#define BAR_HEIGHT 120
#define GAP 6

/**
 * MoeiDayColumn:
 *
 * One day of the week page: its bar, and below it the figures of the bar in
 * words.  It takes the focus, and its name says all that it shows.
 */
struct _MoeiDayColumn {
  GtkWidget parent_instance;

  guint       date;
  char       *sentence;
  MoeiDayBar *bar;
  GtkWidget  *words;
  int         words_height;
  GtkLabel   *weekday;
  GtkLabel   *departed;
  GtkLabel   *of_quota;
  GtkLabel   *lane;
  GtkLabel   *remark;
};

G_DEFINE_FINAL_TYPE (MoeiDayColumn, moei_day_column, GTK_TYPE_WIDGET)

/* How the remark looks; see #MoeiDayLook. */
static const char *look_classes[] = { "plain", "good", "short", "plan" };

static gboolean
query_tooltip_cb (MoeiDayColumn *self,
                  int            x,
                  int            y,
                  gboolean       keyboard_mode,
                  GtkTooltip    *tooltip)
{
  gtk_tooltip_set_text (tooltip, self->sentence);
  return self->sentence != NULL;
}

static GtkSizeRequestMode
moei_day_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
moei_day_column_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  MoeiDayColumn *self = MOEI_DAY_COLUMN (widget);
  int bar;

  gtk_widget_measure (self->words, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL) {
    *minimum += BAR_HEIGHT + GAP;
    *natural += BAR_HEIGHT + GAP;
    return;
  }
  gtk_widget_measure (GTK_WIDGET (self->bar), orientation, for_size, &bar, NULL, NULL, NULL);
  *minimum = MAX (*minimum, bar);
  *natural = MAX (*natural, *minimum);
}

static void
moei_day_column_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  MoeiDayColumn *self = MOEI_DAY_COLUMN (widget);
  int words = MIN (MAX (self->words_height, 0), height - GAP);
  GtkAllocation bar_at = { 0, 0, width, MAX (height - words - GAP, 0) };
  GtkAllocation words_at = { 0, height - words, width, words };

  gtk_widget_size_allocate (GTK_WIDGET (self->bar), &bar_at, -1);
  gtk_widget_size_allocate (self->words, &words_at, -1);
}

static void
moei_day_column_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (moei_day_column_parent_class)->dispose (object);
}

static void
moei_day_column_finalize (GObject *object)
{
  g_free (MOEI_DAY_COLUMN (object)->sentence);

  G_OBJECT_CLASS (moei_day_column_parent_class)->finalize (object);
}

static void
moei_day_column_class_init (MoeiDayColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_day_column_dispose;
  G_OBJECT_CLASS (klass)->finalize = moei_day_column_finalize;
  widget_class->get_request_mode = moei_day_column_get_request_mode;
  widget_class->measure = moei_day_column_measure;
  widget_class->size_allocate = moei_day_column_size_allocate;

  g_type_ensure (MOEI_TYPE_DAY_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-day-column.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiDayColumn, bar);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayColumn, words);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayColumn, weekday);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayColumn, departed);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayColumn, of_quota);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayColumn, lane);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayColumn, remark);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  gtk_widget_class_set_css_name (widget_class, "daycolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
moei_day_column_init (MoeiDayColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

static void
show_remark (MoeiDayColumn        *self,
             const MoeiDayFigures *figures)
{
  MoeiDayLook look;
  g_autofree char *remark = moei_day_figures_dup_remark (figures, &look);
  g_autofree char *broken = remark != NULL ? moei_break_text (moei_language_get_current (), remark) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
  gtk_label_set_label (self->remark, broken != NULL ? broken : "");
  for (gsize i = 0; i < G_N_ELEMENTS (look_classes); i++)
    set_class (GTK_WIDGET (self->remark), look_classes[i], i == look);
}

static void
show_head (MoeiDayColumn        *self,
           const MoeiDayFigures *figures)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *weekday = moei_format_date (language, figures->date, MOEI_DATE_WEEKDAY_DAY);
  g_autofree char *departed = moei_format_count (language, figures->stages.departed);
  g_autofree char *quota = moei_format_count (language, figures->stages.quota);
  g_autofree char *of_quota = NULL, *today = NULL;

  /* Translators: above a day's figures: "Thu 20 · today" */
  today = figures->when == MOEI_DAY_TODAY ? g_strdup_printf (C_("day", "%s · today"), weekday) : NULL;
  /* Translators: follows the people departed on a day: 261 "/ 300" */
  of_quota = figures->stages.quota > 0 ? g_strdup_printf (C_("quota", "/ %s"), quota) : NULL;
  gtk_label_set_label (self->weekday, today != NULL ? today : weekday);
  gtk_label_set_label (self->departed, departed);
  gtk_label_set_label (self->of_quota, of_quota != NULL ? of_quota : "");
}

/* A meter's value is what departed of the quota; the name says it in words, for
 * screen readers that are told of names alone. */
static void
describe (MoeiDayColumn        *self,
          const MoeiDayFigures *figures,
          MoeiOperation        *operation)
{
  g_autofree char *sentence = moei_day_figures_dup_sentence (figures, operation);
  g_autofree char *departed = moei_format_count (moei_language_get_current (), figures->stages.departed);

  if (g_strcmp0 (self->sentence, sentence) == 0)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) MAX (figures->stages.quota, 0),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) MAX (figures->stages.departed, 0),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, departed, -1);
  g_free (self->sentence);
  self->sentence = g_steal_pointer (&sentence);
}

/**
 * moei_day_column_show:
 * @self: a column
 * @figures: the day's figures
 * @operation: the operation
 * @maximum: the people that a whole bar stands for
 */
void
moei_day_column_show (MoeiDayColumn        *self,
                      const MoeiDayFigures *figures,
                      MoeiOperation        *operation,
                      int                   maximum)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *lane = moei_day_figures_dup_lane (figures, operation);
  g_autofree char *broken = moei_break_text (language, lane);

  self->date = figures->date;
  moei_day_bar_show (self->bar, &figures->stages, maximum);
  show_head (self, figures);
  gtk_label_set_label (self->lane, broken);
  show_remark (self, figures);
  describe (self, figures, operation);
  set_class (GTK_WIDGET (self), "today", figures->when == MOEI_DAY_TODAY);
  set_class (GTK_WIDGET (self), "closed", figures->kind != MOEI_DAY_KIND_QUOTA);
  set_class (GTK_WIDGET (self->bar), "unknown", !moei_count_is_known (figures->stages.departed) &&
                                                  figures->when != MOEI_DAY_COMING);
}

/**
 * moei_day_column_get_date:
 * @self: a column
 *
 * Returns: the day that it shows
 */
guint
moei_day_column_get_date (MoeiDayColumn *self)
{
  g_return_val_if_fail (MOEI_IS_DAY_COLUMN (self), MOEI_DAY_UNKNOWN);

  return self->date;
}

/**
 * moei_day_column_set_selected:
 * @self: a column
 * @selected: whether its day is the one of which more is told
 */
void
moei_day_column_set_selected (MoeiDayColumn *self,
                              gboolean       selected)
{
  g_return_if_fail (MOEI_IS_DAY_COLUMN (self));

  set_class (GTK_WIDGET (self), "selected", selected);
}

/**
 * moei_day_column_measure_words:
 * @self: a column
 * @width: how wide the column is, its own edges included
 *
 * Returns: how high the words below its bar are
 */
int
moei_day_column_measure_words (MoeiDayColumn *self,
                               int            width)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GtkBorder padding, border;
  int height;

  g_return_val_if_fail (MOEI_IS_DAY_COLUMN (self), 0);

  gtk_style_context_get_padding (style, &padding);
  gtk_style_context_get_border (style, &border);
  width -= padding.left + padding.right + border.left + border.right;
  gtk_widget_measure (self->words, GTK_ORIENTATION_VERTICAL, MAX (width, 1), NULL, &height, NULL, NULL);
  return height;
}

/**
 * moei_day_column_set_words:
 * @self: a column
 * @height: how high the words below its bar are to be
 *
 * All columns of a chart are given the same, or bars could not be compared.  It
 * holds from the next allocation on.
 */
void
moei_day_column_set_words (MoeiDayColumn *self,
                           int            height)
{
  g_return_if_fail (MOEI_IS_DAY_COLUMN (self));

  self->words_height = height;
}
