/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-row-box.h"

/**
 * MoeiRowBox:
 *
 * Rows one below the other, as many as there is room for, and a last one that
 * sums up those for which there is none.
 *
 * A wall cannot be scrolled, and a row that is cut off would be a lie: it shows
 * whole rows only, from that of `moei_row_box_set_start()` on, and those before
 * it where all that follow are shown.  When it shows others than before it emits
 * `window-changed`, so that the last row can be put into words; not while sizes
 * are given out.
 */
struct _MoeiRowBox {
  GtkWidget parent_instance;

  GPtrArray *rows; /* of GtkWidget, parented */
  GtkWidget *rest; /* (nullable) */
  guint      start;
  guint      first;
  guint      n_shown;
  guint      idle_id;
};

enum {
  WINDOW_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiRowBox, moei_row_box, GTK_TYPE_WIDGET)

static int
measure_height (GtkWidget *child,
                int        width)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
measure_row (MoeiRowBox *self,
             guint       position,
             int         width)
{
  return measure_height (self->rows->pdata[position], width);
}

/* Adds rows after the window, then before it, while they are within @room. */
static void
grow (MoeiRowBox *self,
      int         width,
      int         room,
      guint      *first,
      guint      *n)
{
  int used = 0;

  *first = MIN (self->start, self->rows->len);
  *n = 0;
  while (*first + *n < self->rows->len) {
    used += measure_row (self, *first + *n, width);
    if (used > room)
      return;
    (*n)++;
  }
  while (*first > 0) {
    used += measure_row (self, *first - 1, width);
    if (used > room)
      return;
    (*first)--;
    (*n)++;
  }
}

static void
find_window (MoeiRowBox *self,
             int         width,
             int         height,
             guint      *first,
             guint      *n)
{
  grow (self, width, height, first, n);
  if (*n < self->rows->len && self->rest != NULL)
    grow (self, width, height - measure_height (self->rest, width), first, n);
}

static void
announce (gpointer user_data)
{
  MoeiRowBox *self = user_data;

  self->idle_id = 0;
  g_signal_emit (self, signals[WINDOW_CHANGED], 0);
}

/* What room is over the first take who would like more. */
static int
place (GtkWidget *child,
       gboolean   visible,
       int        y,
       int        width,
       int       *over)
{
  GtkAllocation at = { 0, y, width, 0 };
  int minimum, natural;

  gtk_widget_set_child_visible (child, visible);
  if (!visible)
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  at.height = natural - minimum <= *over ? natural : minimum;
  *over -= at.height - minimum;
  gtk_widget_size_allocate (child, &at, -1);
  return at.height;
}

static int
find_over (MoeiRowBox *self,
           int         width,
           int         height,
           guint       first,
           guint       n)
{
  int over = height;

  for (guint i = first; i < first + n; i++)
    over -= measure_row (self, i, width);
  if (n < self->rows->len)
    over -= measure_height (self->rest, width);
  return MAX (over, 0);
}

static void
moei_row_box_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  MoeiRowBox *self = MOEI_ROW_BOX (widget);
  guint first, n;
  int y = 0, over;

  find_window (self, width, height, &first, &n);
  over = find_over (self, width, height, first, n);
  for (guint i = 0; i < self->rows->len; i++) {
    gboolean visible = i >= first && i < first + n;

    y += place (self->rows->pdata[i], visible, y, width, &over);
  }
  if (self->rest != NULL)
    place (self->rest, n < self->rows->len, y, width, &over);

  if (self->first == first && self->n_shown == n)
    return;
  self->first = first;
  self->n_shown = n;
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_once (announce, self);
}

static GtkSizeRequestMode
moei_row_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *child,
               int       *minimum,
               int       *natural)
{
  int child_minimum, child_natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
  *minimum = MAX (*minimum, child_minimum);
  *natural = MAX (*natural, child_natural);
}

static void
moei_row_box_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  MoeiRowBox *self = MOEI_ROW_BOX (widget);

  *minimum = *natural = 0;
  for (guint i = 0; i < self->rows->len; i++) {
    if (orientation == GTK_ORIENTATION_HORIZONTAL)
      measure_width (self->rows->pdata[i], minimum, natural);
    else
      *natural += measure_row (self, i, for_size);
  }
  if (self->rest != NULL && orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self->rest, minimum, natural);
}

static void
moei_row_box_dispose (GObject *object)
{
  MoeiRowBox *self = MOEI_ROW_BOX (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->rest, gtk_widget_unparent);

  G_OBJECT_CLASS (moei_row_box_parent_class)->dispose (object);
}

static void
moei_row_box_finalize (GObject *object)
{
  g_ptr_array_unref (MOEI_ROW_BOX (object)->rows);

  G_OBJECT_CLASS (moei_row_box_parent_class)->finalize (object);
}

static void
moei_row_box_class_init (MoeiRowBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_row_box_dispose;
  object_class->finalize = moei_row_box_finalize;
  widget_class->get_request_mode = moei_row_box_get_request_mode;
  widget_class->measure = moei_row_box_measure;
  widget_class->size_allocate = moei_row_box_size_allocate;

  signals[WINDOW_CHANGED] = g_signal_new ("window-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "rowbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
moei_row_box_init (MoeiRowBox *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
}

/**
 * moei_row_box_new:
 *
 * Returns: (transfer floating): a box without rows
 */
GtkWidget *
moei_row_box_new (void)
{
  return g_object_new (MOEI_TYPE_ROW_BOX, NULL);
}

/**
 * moei_row_box_set_rest:
 * @self: a box
 * @rest: (transfer floating): what sums up the rows for which there is no room
 *
 * It is the last, and is seen only where there are such rows.
 */
void
moei_row_box_set_rest (MoeiRowBox *self,
                       GtkWidget  *rest)
{
  g_return_if_fail (MOEI_IS_ROW_BOX (self));
  g_return_if_fail (self->rest == NULL);

  self->rest = rest;
  gtk_widget_set_parent (rest, GTK_WIDGET (self));
}

/**
 * moei_row_box_set_rows:
 * @self: a box
 * @type: of which class a row is that does not exist yet
 * @n_rows: how many rows there are
 *
 * Makes and drops rows at the end; the others stay as they are.
 */
void
moei_row_box_set_rows (MoeiRowBox *self,
                       GType       type,
                       guint       n_rows)
{
  g_return_if_fail (MOEI_IS_ROW_BOX (self));

  if (n_rows < self->rows->len)
    g_ptr_array_set_size (self->rows, (int) n_rows);
  while (self->rows->len < n_rows) {
    GtkWidget *row = g_object_new (type, NULL);

    gtk_widget_insert_before (row, GTK_WIDGET (self), self->rest);
    g_ptr_array_add (self->rows, row);
  }
}

/**
 * moei_row_box_get_row:
 * @self: a box
 * @position: of a row
 *
 * Returns: (transfer none): that row, which may be one for which there is no room
 */
GtkWidget *
moei_row_box_get_row (MoeiRowBox *self,
                      guint       position)
{
  g_return_val_if_fail (MOEI_IS_ROW_BOX (self), NULL);
  g_return_val_if_fail (position < self->rows->len, NULL);

  return self->rows->pdata[position];
}

/**
 * moei_row_box_get_size:
 * @self: a box
 *
 * Returns: how many rows there are
 */
guint
moei_row_box_get_size (MoeiRowBox *self)
{
  g_return_val_if_fail (MOEI_IS_ROW_BOX (self), 0);

  return self->rows->len;
}

/**
 * moei_row_box_set_start:
 * @self: a box
 * @start: the row from which on rows are shown, where there is not room for all
 */
void
moei_row_box_set_start (MoeiRowBox *self,
                        guint       start)
{
  g_return_if_fail (MOEI_IS_ROW_BOX (self));

  if (self->start == start)
    return;
  self->start = start;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * moei_row_box_get_first:
 * @self: a box
 *
 * Returns: the first row that is shown
 */
guint
moei_row_box_get_first (MoeiRowBox *self)
{
  g_return_val_if_fail (MOEI_IS_ROW_BOX (self), 0);

  return self->first;
}

/**
 * moei_row_box_get_shown:
 * @self: a box
 *
 * Returns: how many rows are shown
 */
guint
moei_row_box_get_shown (MoeiRowBox *self)
{
  g_return_val_if_fail (MOEI_IS_ROW_BOX (self), 0);

  return self->n_shown;
}
