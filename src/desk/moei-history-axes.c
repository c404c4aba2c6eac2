/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-history-axes.h"

#include <math.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-rule.h"

#define GAP 6
#define DASH 5
#define FAINT 0.14
#define MOST_LINES 4
#define WIDEST_DAY 64

/**
 * moei_history_axes_set_top:
 * @self: the axes
 * @people: the most people of any day
 *
 * Chooses round figures for the lines: three or four of them, the topmost not
 * below @people.
 */
void
moei_history_axes_set_top (MoeiHistoryAxes *self,
                           int              people)
{
  static const int steps[] = { 1, 2, 5 };
  int scale = 10;

  self->step = 0;
  for (; self->step == 0; scale *= 10) {
    for (gsize i = 0; i < G_N_ELEMENTS (steps) && self->step == 0; i++) {
      if (steps[i] * scale * MOST_LINES >= people)
        self->step = steps[i] * scale;
    }
  }
  self->top = MAX ((people + self->step - 1) / self->step, 1) * self->step;
}

static PangoLayout *
make_layout (GtkWidget  *widget,
             const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
measure (GtkWidget  *widget,
         const char *text,
         int        *width,
         int        *height)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text);

  pango_layout_get_pixel_size (layout, width, height);
}

/**
 * moei_history_axes_fit:
 * @self: the axes
 * @widget: the chart, for its font
 * @width: its width in pixels
 * @height: its height
 * @n_days: how many days there are
 *
 * Leaves room for the figures of the lines and for the dates.
 */
void
moei_history_axes_fit (MoeiHistoryAxes *self,
                       GtkWidget       *widget,
                       int              width,
                       int              height,
                       guint            n_days)
{
  g_autofree char *top = moei_format_count (moei_language_get_current (), self->top);
  int text_width, text_height;

  measure (widget, top, &text_width, &text_height);
  self->left = text_width + GAP;
  self->day_width = MIN (MAX (width - self->left, 1) / MAX (n_days, 1), WIDEST_DAY);
  self->base = height - text_height - GAP / 2;
  /* The name of a rule stands above the topmost line. */
  self->height = self->base - text_height - GAP;
}

/**
 * moei_history_axes_scale:
 * @self: the axes
 * @people: a number of people
 *
 * Returns: how high it is, in pixels
 */
double
moei_history_axes_scale (const MoeiHistoryAxes *self,
                         int                    people)
{
  return self->height * people / MAX (self->top, 1);
}

/**
 * moei_history_axes_place:
 * @self: the axes
 * @day: the number of a day
 * @height: the height of its bar
 *
 * Returns: where the bar stands
 */
GtkAllocation
moei_history_axes_place (const MoeiHistoryAxes *self,
                         guint                  day,
                         int                    height)
{
  int gap = self->day_width > 6 ? 2 : self->day_width > 3 ? 1 : 0;
  int from = (int) round (self->left + day * self->day_width);
  int to = (int) round (self->left + (day + 1) * self->day_width);

  return (GtkAllocation) { from, (int) self->base - height, MAX (to - from - gap, 1), height };
}

/**
 * moei_history_axes_find:
 * @self: the axes
 * @x: a place along the days
 * @n_days: how many days there are
 *
 * Returns: the number of the day at @x; -1 if none is there
 */
int
moei_history_axes_find (const MoeiHistoryAxes *self,
                        double                 x,
                        guint                  n_days)
{
  int day = self->day_width > 0 ? (int) floor ((x - self->left) / self->day_width) : -1;

  return day >= 0 && day < (int) n_days ? day : -1;
}

static void
draw_text (GtkWidget   *widget,
           GtkSnapshot *snapshot,
           const char  *text,
           double       x,
           double       y)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text);
  graphene_point_t at = GRAPHENE_POINT_INIT (x, y);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_rectangle (GtkWidget   *widget,
                GtkSnapshot *snapshot,
                double       x,
                double       y,
                double       width,
                double       height,
                double       alpha)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, width, height);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
}

static void
draw_dates (const MoeiHistoryAxes *self,
            GtkWidget             *widget,
            GtkSnapshot           *snapshot,
            guint                  first,
            guint                  n_days)
{
  double free_from = -G_MAXDOUBLE;

  /* Mondays, as many as there is room for; Julian day 1 was one. */
  for (guint i = 0; i < n_days; i++) {
    g_autofree char *date = NULL;
    double x = self->left + i * self->day_width;
    int width, height;

    if ((first + i - 1) % 7 != 0 && i > 0)
      continue;
    date = moei_format_date (moei_language_get_current (), first + i, MOEI_DATE_SHORT);
    measure (widget, date, &width, &height);
    if (x < free_from || x + width > self->left + n_days * self->day_width)
      continue;
    draw_text (widget, snapshot, date, x, self->base + GAP / 2);
    free_from = x + width + 2 * GAP;
  }
}

/**
 * moei_history_axes_draw:
 * @self: the axes
 * @widget: the chart
 * @snapshot: what to draw on
 * @first: the first day
 * @n_days: how many days there are
 *
 * Draws the lines with their figures, and the dates.
 */
void
moei_history_axes_draw (const MoeiHistoryAxes *self,
                        GtkWidget             *widget,
                        GtkSnapshot           *snapshot,
                        guint                  first,
                        guint                  n_days)
{
  for (int people = 0; people <= self->top; people += MAX (self->step, 1)) {
    g_autofree char *text = moei_format_count (moei_language_get_current (), people);
    double y = round (self->base - moei_history_axes_scale (self, people));
    int width, height;

    measure (widget, text, &width, &height);
    draw_rectangle (widget, snapshot, self->left, y, n_days * self->day_width, 1, people == 0 ? 2 * FAINT : FAINT);
    draw_text (widget, snapshot, text, self->left - GAP - width, y - height / 2.0);
  }
  draw_dates (self, widget, snapshot, first, n_days);
}

/**
 * moei_history_axes_draw_plan:
 * @self: the axes
 * @widget: the chart
 * @snapshot: what to draw on
 * @day: the number of a day
 * @quota: its quota; nothing is drawn where it has none
 *
 * Draws the plan of a day as a dashed line across its bar.
 */
void
moei_history_axes_draw_plan (const MoeiHistoryAxes *self,
                             GtkWidget             *widget,
                             GtkSnapshot           *snapshot,
                             guint                  day,
                             int                    quota)
{
  double from = self->left + day * self->day_width, to = from + self->day_width;
  double y = round (self->base - moei_history_axes_scale (self, quota)) - 1;

  if (quota <= 0)
    return;
  /* The dashes of neighbours are one line. */
  for (double x = floor (from / (2 * DASH)) * 2 * DASH; x < to; x += 2 * DASH) {
    double start = MAX (x, from), end = MIN (x + DASH + 1, to);

    if (end > start)
      draw_rectangle (widget, snapshot, start, y, end - start, 2, 1);
  }
}

static void
draw_rule (const MoeiHistoryAxes *self,
           GtkWidget             *widget,
           GtkSnapshot           *snapshot,
           MoeiRule              *rule,
           guint                  day,
           guint                  n_days)
{
  const MoeiText *name = moei_rule_get_name (rule);
  double x = round (self->left + day * self->day_width) - 1, right = self->left + n_days * self->day_width;
  int width, height;

  for (double y = 0; y < self->base; y += 4)
    draw_rectangle (widget, snapshot, x, y, 2, 2, 0.8);
  if (name == NULL)
    return;
  measure (widget, moei_text_get (name, moei_language_get_current ()), &width, &height);
  draw_text (widget, snapshot, moei_text_get (name, moei_language_get_current ()),
             x + GAP + width <= right ? x + GAP : MAX (x - GAP - width, self->left), 0);
}

/**
 * moei_history_axes_draw_rules:
 * @self: the axes
 * @widget: the chart
 * @snapshot: what to draw on
 * @rules: the rules by effective date
 * @first: the first day
 * @n_days: how many days there are
 *
 * Marks the days on which the rule changes, with the new rule's name.
 */
void
moei_history_axes_draw_rules (const MoeiHistoryAxes *self,
                              GtkWidget             *widget,
                              GtkSnapshot           *snapshot,
                              MoeiCollection        *rules,
                              guint                  first,
                              guint                  n_days)
{
  for (guint i = 0; i < moei_collection_size (rules); i++) {
    MoeiRule *rule = moei_collection_get (rules, i);
    guint effective = moei_rule_get_effective (rule);

    if (effective > first && effective < first + n_days)
      draw_rule (self, widget, snapshot, rule, effective - first, n_days);
  }
}
