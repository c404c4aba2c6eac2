/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-departure-board.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "parts/moei-closures.h"
#include "parts/moei-departures.h"
#include "parts/moei-traffic.h"
#include "rules/moei-seats.h"
#include "wall/moei-polyglot.h"
#include "wall/moei-wall-scale.h"

typedef enum {
  CELL_TIME,
  CELL_NUMBER,
  CELL_DESTINATION,
  CELL_PEOPLE,
  CELL_MARK,
  CELL_STATUS,
  N_CELLS,
} Cell;

typedef struct {
  GtkWidget *cells[N_CELLS];
} Row;

/**
 * MoeiDepartureBoard:
 *
 * The day's flights, a line each, in columns; as many as there is room for: those
 * to come after the last that has gone.  A last line says how many there are
 * besides.
 */
struct _MoeiDepartureBoard {
  GtkWidget parent_instance;

  MoeiTraffic *traffic;
  GPtrArray   *departures;
  GArray      *rows;
  GtkWidget   *rest;
  GtkWidget   *empty;
  guint        n_shown;
  guint        tell_id;
};

/* Between columns, as a share of the height of a line */
#define COLUMN_GAP 0.32
#define LEAST_ROWS 1

#define MINUTE 60 /* in seconds */

G_DEFINE_FINAL_TYPE (MoeiDepartureBoard, moei_departure_board, GTK_TYPE_WIDGET)

static Row *
get_row (MoeiDepartureBoard *self,
         guint               position)
{
  return &g_array_index (self->rows, Row, position);
}

static int
measure (GtkWidget      *widget,
         GtkOrientation  orientation)
{
  int least;

  gtk_widget_measure (widget, orientation, -1, &least, NULL, NULL, NULL);
  return least;
}

static int
get_line_height (MoeiDepartureBoard *self)
{
  int height = measure (self->rest, GTK_ORIENTATION_VERTICAL);

  for (guint i = 0; i < self->rows->len; i++) {
    for (Cell cell = 0; cell < N_CELLS; cell++)
      height = MAX (height, measure (get_row (self, i)->cells[cell], GTK_ORIENTATION_VERTICAL));
  }
  return height;
}

static int
get_gap (MoeiDepartureBoard *self)
{
  return (int) (COLUMN_GAP * measure (self->rest, GTK_ORIENTATION_VERTICAL));
}

/* The columns of all flights, so that none moves when others are shown */
static int
find_columns (MoeiDepartureBoard *self,
              int                *columns)
{
  int width = 0;

  for (Cell cell = 0; cell < N_CELLS; cell++) {
    columns[cell] = 0;
    for (guint i = 0; i < self->rows->len; i++)
      columns[cell] = MAX (columns[cell], measure (get_row (self, i)->cells[cell], GTK_ORIENTATION_HORIZONTAL));
    width += columns[cell] > 0 ? columns[cell] + get_gap (self) : 0;
  }
  return MAX (width - get_gap (self), 0);
}

static void
moei_departure_board_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  MoeiDepartureBoard *self = MOEI_DEPARTURE_BOARD (widget);
  int columns[N_CELLS];

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = *natural = self->rows->len > 0 ? find_columns (self, columns) : measure (self->empty, orientation);
    return;
  }
  *minimum = (int) MIN (LEAST_ROWS, MAX (self->rows->len, 1)) * get_line_height (self);
  *natural = MAX (*minimum, (int) self->rows->len * get_line_height (self));
  if (self->rows->len == 0)
    *minimum = *natural = measure (self->empty, orientation);
}

static void
place_row (MoeiDepartureBoard *self,
           Row                *row,
           const int          *columns,
           int                 slack,
           int                 y,
           int                 height)
{
  int x = 0;

  for (Cell cell = 0; cell < N_CELLS; cell++) {
    GtkAllocation at = { x, y, columns[cell] + (cell == CELL_DESTINATION ? slack : 0), height };
    gboolean is_visible = y >= 0 && columns[cell] > 0;

    gtk_widget_set_child_visible (row->cells[cell], is_visible);
    if (!is_visible)
      continue;
    gtk_widget_size_allocate (row->cells[cell], &at, -1);
    x += at.width + get_gap (self);
  }
}

static void
say_rest (MoeiDepartureBoard *self,
          guint               n)
{
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_autofree char *count = moei_format_count (i, (int) n);
    g_autofree char *text = g_strdup_printf (moei_ngettext (i, "and %s more", "and %s more", n), count);

    moei_polyglot_set_text (MOEI_POLYGLOT (self->rest), i, text);
  }
}

/* Words may not change while sizes are given out. */
static gboolean
tell_cb (gpointer user_data)
{
  MoeiDepartureBoard *self = user_data;

  self->tell_id = 0;
  say_rest (self, self->departures->len - self->n_shown);
  return G_SOURCE_REMOVE;
}

static void
set_n_shown (MoeiDepartureBoard *self,
             guint               n_shown)
{
  if (self->n_shown == n_shown)
    return;
  self->n_shown = n_shown;
  if (self->tell_id == 0)
    self->tell_id = g_idle_add_full (G_PRIORITY_HIGH, tell_cb, self, NULL);
}

static void
moei_departure_board_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  MoeiDepartureBoard *self = MOEI_DEPARTURE_BOARD (widget);
  int columns[N_CELLS], line = MAX (get_line_height (self), 1);
  int slack = width - find_columns (self, columns);
  guint room = (guint) MAX (height / line, 1);
  gboolean all = room >= self->departures->len;
  GtkAllocation at = { 0, 0, width, height };
  MoeiDepartureWindow window;

  moei_departures_find_window (self->departures, all || room <= LEAST_ROWS ? room : room - 1, &window);
  for (guint i = 0; i < self->rows->len; i++) {
    gboolean shown = i >= window.first && i < window.first + window.n;

    place_row (self, get_row (self, i), columns, slack, shown ? (int) (i - window.first) * line : -1, line);
  }
  gtk_widget_set_child_visible (self->empty, self->rows->len == 0);
  if (self->rows->len == 0)
    gtk_widget_size_allocate (self->empty, &at, -1);
  gtk_widget_set_child_visible (self->rest, !all && room > LEAST_ROWS);
  at.y = (int) window.n * line;
  at.height = line;
  if (!all && room > LEAST_ROWS)
    gtk_widget_size_allocate (self->rest, &at, -1);
  set_n_shown (self, window.n);
}

static void
drop_rows (MoeiDepartureBoard *self,
           guint               n_rows)
{
  for (guint i = n_rows; i < self->rows->len; i++) {
    for (Cell cell = 0; cell < N_CELLS; cell++)
      gtk_widget_unparent (get_row (self, i)->cells[cell]);
  }
  g_array_set_size (self->rows, MIN (n_rows, self->rows->len));
}

static void
moei_departure_board_dispose (GObject *object)
{
  MoeiDepartureBoard *self = MOEI_DEPARTURE_BOARD (object);

  g_clear_handle_id (&self->tell_id, g_source_remove);
  drop_rows (self, 0);
  g_clear_pointer (&self->rest, gtk_widget_unparent);
  g_clear_pointer (&self->empty, gtk_widget_unparent);

  G_OBJECT_CLASS (moei_departure_board_parent_class)->dispose (object);
}

static void
moei_departure_board_finalize (GObject *object)
{
  MoeiDepartureBoard *self = MOEI_DEPARTURE_BOARD (object);

  g_object_unref (self->traffic);
  g_ptr_array_unref (self->departures);
  g_array_unref (self->rows);

  G_OBJECT_CLASS (moei_departure_board_parent_class)->finalize (object);
}

static void
moei_departure_board_class_init (MoeiDepartureBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_departure_board_dispose;
  object_class->finalize = moei_departure_board_finalize;
  widget_class->measure = moei_departure_board_measure;
  widget_class->size_allocate = moei_departure_board_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "departureboard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_words (MoeiDepartureBoard *self,
            const char         *css_class,
            float               xalign)
{
  GtkWidget *words = moei_polyglot_new (MOEI_WALL_TEXT);

  if (css_class != NULL)
    gtk_widget_add_css_class (words, css_class);
  g_object_set (words, "xalign", xalign, NULL);
  gtk_widget_set_parent (words, GTK_WIDGET (self));
  return words;
}

static void
moei_departure_board_init (MoeiDepartureBoard *self)
{
  self->traffic = moei_traffic_new ();
  self->departures = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->rest = make_words (self, "quiet", 0);
  say_rest (self, 0);
  self->empty = make_words (self, "quiet", 0);
  moei_polyglot_set_message (MOEI_POLYGLOT (self->empty),
                             /* Translators: on the meeting display, where the flights would be */
                             N_("No flights today"));
}

static void
add_row (MoeiDepartureBoard *self)
{
  Row row;

  for (Cell cell = 0; cell < N_CELLS; cell++) {
    if (cell == CELL_MARK)
      row.cells[cell] = gtk_image_new ();
    else
      row.cells[cell] = make_words (self, cell == CELL_NUMBER ? "quiet" : NULL,
                                    cell == CELL_PEOPLE || cell == CELL_STATUS ? 1 : 0);
  }
  gtk_widget_set_parent (row.cells[CELL_MARK], GTK_WIDGET (self));
  g_array_append_val (self->rows, row);
}

static gboolean
is_in_danger (MoeiDepartureBoard *self,
              MoeiFlight         *flight)
{
  MoeiRisk risk = moei_traffic_get_risk (self->traffic, flight)->verdict;

  return risk == MOEI_RISK_AT_RISK || risk == MOEI_RISK_MISSED || moei_flight_get_state (flight) == MOEI_FLIGHT_STATE_CANCELLED;
}

static void
set_words (Row          *row,
           Cell          cell,
           MoeiLanguage  language,
           const char   *text)
{
  moei_polyglot_set_text (MOEI_POLYGLOT (row->cells[cell]), language, text);
}

/* Whether its people will be there, where they may not: more than its state says */
static char *
say_danger (MoeiLanguage          language,
            const MoeiFlightRisk *risk)
{
  g_autofree char *margin = moei_format_duration (language, ABS ((gint64) risk->margin) * MINUTE);

  if (risk->verdict == MOEI_RISK_MISSED)
    /* Translators: of a flight whose people will be there too late: "misses by 12 min" */
    return g_strdup_printf (moei_pgettext (language, "risk", "misses by %s"), margin);
  /* Translators: of a flight whose people will hardly be there in time: "at risk: 5 min" */
  return g_strdup_printf (moei_pgettext (language, "risk", "at risk: %s"), margin);
}

/* Who left with it, or is on its list */
static int
count_people (MoeiFlight *flight)
{
  if (moei_departure_has_gone (flight) && moei_count_is_known (moei_flight_get_boarded (flight)))
    return moei_flight_get_boarded (flight);
  return moei_flight_get_manifested (flight);
}

/* The closures speak the current language. */
static void
say_flight (MoeiDepartureBoard *self,
            Row                *row,
            MoeiFlight         *flight,
            MoeiLanguage        language)
{
  MoeiFlightState state = moei_flight_get_state (flight);
  MoeiPlace *to = moei_traffic_get_place (self->traffic, moei_flight_get_to (flight));
  const MoeiFlightRisk *risk = moei_traffic_get_risk (self->traffic, flight);
  g_autofree char *time = NULL, *number = NULL, *people = NULL, *status = NULL;

  moei_language_push (language);
  time = moei_closure_time (NULL, moei_flight_get_scheduled (flight));
  number = moei_closure_text_or_dash (NULL, moei_flight_get_number (flight));
  people = moei_format_count (language, count_people (flight));
  if (moei_flight_still_takes (flight) && (risk->verdict == MOEI_RISK_AT_RISK || risk->verdict == MOEI_RISK_MISSED))
    status = say_danger (language, risk);
  else
    status = moei_closure_flight_status (NULL, state, moei_flight_get_scheduled (flight), moei_flight_get_estimated (flight));
  moei_language_pop ();
  set_words (row, CELL_TIME, language, time);
  set_words (row, CELL_NUMBER, language, number);
  set_words (row, CELL_DESTINATION, language,
             to != NULL && moei_place_get_name (to) != NULL ? moei_text_get (moei_place_get_name (to), language) : "–");
  set_words (row, CELL_PEOPLE, language, people);
  set_words (row, CELL_STATUS, language, status);
}

static void
show_flight (MoeiDepartureBoard *self,
             Row                *row,
             MoeiFlight         *flight)
{
  gboolean danger = is_in_danger (self, flight);
  g_auto (GStrv) looks = moei_closure_flight_css_classes (NULL, moei_flight_get_state (flight),
                                                          moei_flight_get_scheduled (flight),
                                                          moei_flight_get_estimated (flight));
  const char *classes[] = { "wall-flight", "strong", danger ? "late" : looks[2], NULL };
  const char *mark_classes[] = { "wall-flight", "late", NULL };

  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    say_flight (self, row, flight, i);
  gtk_widget_set_css_classes (row->cells[CELL_STATUS], classes);
  gtk_widget_set_css_classes (row->cells[CELL_MARK], mark_classes);
  gtk_image_set_from_icon_name (GTK_IMAGE (row->cells[CELL_MARK]), danger ? "dialog-warning-symbolic" : NULL);
}

/**
 * moei_departure_board_new:
 *
 * Returns: (transfer floating): a board without flights
 */
GtkWidget *
moei_departure_board_new (void)
{
  return g_object_new (MOEI_TYPE_DEPARTURE_BOARD, NULL);
}

/**
 * moei_departure_board_show:
 * @self: a board
 * @operation: the operation
 * @now: the instant, on the service's clock
 */
void
moei_departure_board_show (MoeiDepartureBoard *self,
                           MoeiOperation      *operation,
                           gint64              now)
{
  g_return_if_fail (MOEI_IS_DEPARTURE_BOARD (self));

  moei_traffic_update (self->traffic, operation, now);
  g_ptr_array_unref (self->departures);
  self->departures = moei_departures_of_day (moei_operation_get_flights (operation),
                                             moei_operation_get_operating_day (operation));
  drop_rows (self, self->departures->len);
  while (self->rows->len < self->departures->len)
    add_row (self);
  for (guint i = 0; i < self->departures->len; i++)
    show_flight (self, get_row (self, i), self->departures->pdata[i]);
  say_rest (self, self->departures->len - MIN (self->n_shown, self->departures->len));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * moei_departure_board_get_n_shown:
 * @self: a board
 *
 * Returns: how many flights there was room for
 */
guint
moei_departure_board_get_n_shown (MoeiDepartureBoard *self)
{
  g_return_val_if_fail (MOEI_IS_DEPARTURE_BOARD (self), 0);

  return self->n_shown;
}
