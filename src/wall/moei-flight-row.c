/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-flight-row.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"
#include "parts/moei-closures.h"
#include "parts/moei-departures.h"
#include "parts/moei-flight-words.h"
#include "rules/moei-seats.h"
#include "wall/moei-say.h"
#include "wall/moei-scene-grid.h"

#define HOME_AIRPORT "MAQ" /* Mae Sot, by IATA's code */

/**
 * MoeiFlightRow:
 *
 * A flight on the meeting display: when it leaves and was meant to, whereto,
 * with how many people, how it stands, and whether its people will be there.
 */
struct _MoeiFlightRow {
  AdwBin parent_instance;

  GtkGrid      *grid;
  GtkWidget    *times;
  MoeiPolyglot *time;
  MoeiPolyglot *former;
  MoeiPolyglot *destination;
  MoeiPolyglot *number;
  MoeiPolyglot *people;
  MoeiPolyglot *seats;
  GtkWidget    *states;
  GtkWidget    *mark;
  MoeiPolyglot *state;
  MoeiPolyglot *risk;
  gboolean      portrait;
};

typedef struct {
  MoeiTraffic *traffic;
  MoeiFlight  *flight;
  gboolean     portrait;
} Subject;

G_DEFINE_FINAL_TYPE (MoeiFlightRow, moei_flight_row, ADW_TYPE_BIN)

static char *
say_time (MoeiLanguage  language,
          gconstpointer subject)
{
  const Subject *of = subject;
  g_autofree char *former = NULL, *there = NULL;

  return moei_flight_words_departure (of->traffic, of->flight, &former, &there);
}

static char *
say_former (MoeiLanguage  language,
            gconstpointer subject)
{
  const Subject *of = subject;
  g_autofree char *time = NULL, *there = NULL;
  char *former;

  time = moei_flight_words_departure (of->traffic, of->flight, &former, &there);
  return former;
}

/* Few leave from elsewhere than from Mae Sot. */
static char *
say_destination (MoeiLanguage  language,
                 gconstpointer subject)
{
  const Subject *of = subject;
  MoeiPlace *from = moei_traffic_get_place (of->traffic, moei_flight_get_from (of->flight));
  const char *destination = moei_flight_words_destination (of->traffic, of->flight);

  if (from == NULL || g_strcmp0 (moei_place_get_iata (from), HOME_AIRPORT) == 0)
    return g_strdup (destination);
  /* Translators: where a flight leaves and where it goes to: "Bangkok → Nanjing" */
  return g_strdup_printf (_("%1$s → %2$s"), moei_text_get (moei_place_get_name (from), language), destination);
}

static char *
say_people (MoeiLanguage  language,
            gconstpointer subject)
{
  MoeiFlight *flight = ((const Subject *) subject)->flight;

  return moei_closure_flight_people (NULL, moei_flight_get_state (flight), moei_flight_get_manifested (flight),
                                     moei_flight_get_boarded (flight));
}

static char *
say_seats (MoeiLanguage  language,
           gconstpointer subject)
{
  MoeiFlight *flight = ((const Subject *) subject)->flight;
  g_autofree char *seats = moei_format_count (language, moei_flight_get_seats (flight));

  return g_strdup_printf (_("%s seats"), seats);
}

static gboolean
is_in_danger (const Subject *of)
{
  MoeiRisk risk = moei_traffic_get_risk (of->traffic, of->flight)->verdict;

  return moei_flight_still_takes (of->flight) && (risk == MOEI_RISK_AT_RISK || risk == MOEI_RISK_MISSED);
}

static gboolean
has_look (const Subject *of,
          const char    *css_class)
{
  g_auto (GStrv) classes = moei_closure_flight_css_classes (NULL, moei_flight_get_state (of->flight),
                                                            moei_flight_get_scheduled (of->flight),
                                                            moei_flight_get_estimated (of->flight));

  return g_strv_contains ((const char * const *) classes, css_class);
}

/* That it is as planned says nothing of a flight in danger: the danger stands in
 * its place.  On an upright screen there is no room there. */
static gboolean
tells_risk_first (const Subject *of)
{
  return !of->portrait && is_in_danger (of) && !has_look (of, "late");
}

static char *
say_state (MoeiLanguage  language,
           gconstpointer subject)
{
  const Subject *of = subject;
  g_autofree char *convoy = NULL;

  if (tells_risk_first (of))
    return moei_flight_words_risk (of->traffic, of->flight, &convoy);
  return moei_closure_flight_status (NULL, moei_flight_get_state (of->flight), moei_flight_get_scheduled (of->flight),
                                     moei_flight_get_estimated (of->flight));
}

static char *
say_risk (MoeiLanguage  language,
          gconstpointer subject)
{
  const Subject *of = subject;
  g_autofree char *convoy = NULL, *risk = NULL;

  if (tells_risk_first (of))
    return NULL;

  if (moei_departure_has_gone (of->flight) || !moei_flight_still_takes (of->flight))
    return NULL;
  risk = moei_flight_words_risk (of->traffic, of->flight, &convoy);
  return convoy != NULL ? g_strdup_printf (_("%1$s, %2$s"), risk, convoy) : g_steal_pointer (&risk);
}

static void
show_looks (MoeiFlightRow *self,
            const Subject *of)
{
  gboolean in_danger = is_in_danger (of);
  gboolean late = has_look (of, "late"), endangered = tells_risk_first (of);

  moei_set_class (GTK_WIDGET (self->state), "short", late || endangered);
  moei_set_class (GTK_WIDGET (self->state), "good", has_look (of, "departed"));
  moei_set_class (GTK_WIDGET (self->state), "near", !endangered && has_look (of, "at-airport"));
  moei_set_class (GTK_WIDGET (self->risk), "short", in_danger);
  moei_set_class (GTK_WIDGET (self->risk), "strong", in_danger);
  moei_set_class (GTK_WIDGET (self), "gone", !moei_flight_still_takes (of->flight));
  gtk_widget_set_visible (self->mark, late || in_danger);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightRow, grid);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightRow, times);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightRow, time);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightRow, former);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightRow, destination);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightRow, number);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightRow, people);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightRow, seats);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightRow, states);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightRow, mark);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightRow, state);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightRow, risk);
}

static void
moei_flight_row_class_init (MoeiFlightRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOEI_TYPE_POLYGLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-flight-row.ui");
  bind_children (widget_class);
  gtk_widget_class_set_css_name (widget_class, "scenerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
moei_flight_row_init (MoeiFlightRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_flight_row_set_portrait (self, FALSE);
}

/**
 * moei_flight_row_align:
 * @self: a row
 * @times: gives the times of all rows one width
 * @people: the same for their people
 * @states: the same for how they stand
 */
void
moei_flight_row_align (MoeiFlightRow *self,
                       GtkSizeGroup  *times,
                       GtkSizeGroup  *people,
                       GtkSizeGroup  *states)
{
  g_return_if_fail (MOEI_IS_FLIGHT_ROW (self));

  gtk_size_group_add_widget (times, self->times);
  gtk_size_group_add_widget (people, GTK_WIDGET (self->people));
  gtk_size_group_add_widget (people, GTK_WIDGET (self->seats));
  gtk_size_group_add_widget (states, self->states);
  gtk_size_group_add_widget (states, GTK_WIDGET (self->risk));
}

/**
 * moei_flight_row_set_portrait:
 * @self: a row
 * @portrait: whether the screen stands upright, so that it is higher and narrower
 */
void
moei_flight_row_set_portrait (MoeiFlightRow *self,
                              gboolean       portrait)
{
  static const MoeiScenePlace lying[] = {
    { 0, 0, 1, 2 }, { 1, 0, 1, 1 }, { 1, 1, 1, 1 }, { 2, 0, 1, 1 }, { 2, 1, 1, 1 }, { 3, 0, 1, 1 }, { 3, 1, 1, 1 },
  };
  static const MoeiScenePlace upright[] = {
    { 0, 0, 1, 1 }, { 0, 1, 1, 1 }, { 0, 2, 1, 1 }, { 1, 1, 1, 1 }, { 1, 2, 1, 1 }, { 1, 0, 1, 1 }, { 0, 3, 2, 1 },
  };
  GtkWidget *parts[] = {
    self->times, GTK_WIDGET (self->destination), GTK_WIDGET (self->number), GTK_WIDGET (self->people),
    GTK_WIDGET (self->seats), self->states, GTK_WIDGET (self->risk),
  };

  g_return_if_fail (MOEI_IS_FLIGHT_ROW (self));

  self->portrait = portrait;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    moei_scene_grid_place (self->grid, parts[i], portrait ? &upright[i] : &lying[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->number), !portrait);
  gtk_widget_set_visible (GTK_WIDGET (self->seats), !portrait);
}

/**
 * moei_flight_row_show:
 * @self: a row
 * @traffic: the traffic
 * @flight: a flight of it
 */
void
moei_flight_row_show (MoeiFlightRow *self,
                      MoeiTraffic   *traffic,
                      MoeiFlight    *flight)
{
  Subject subject = { traffic, flight, self->portrait };

  g_return_if_fail (MOEI_IS_FLIGHT_ROW (self));

  moei_say (self->time, say_time, &subject);
  moei_say_if (self->former, say_former, &subject);
  moei_say (self->destination, say_destination, &subject);
  moei_polyglot_set_all (self->number, moei_flight_get_number (flight));
  moei_say (self->people, say_people, &subject);
  moei_say (self->seats, say_seats, &subject);
  moei_say (self->state, say_state, &subject);
  moei_say_if (self->risk, say_risk, &subject);
  show_looks (self, &subject);
}
