/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-flights-scene.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "parts/moei-departures.h"
#include "rules/moei-seats.h"
#include "wall/moei-convoy-strip.h"
#include "wall/moei-fit-box.h"
#include "wall/moei-flight-row.h"
#include "wall/moei-row-box.h"
#include "wall/moei-say.h"
#include "wall/moei-scene-note.h"

/**
 * MoeiFlightsScene:
 *
 * Today's flights: the last that has gone and those to come, as many as can be
 * read from afar, and the convoys on the road.
 */
struct _MoeiFlightsScene {
  MoeiScene parent_instance;

  GtkStack        *stack;
  MoeiSceneNote   *none;
  MoeiPolyglot    *title;
  MoeiPolyglot    *summary;
  MoeiRowBox      *rows;
  MoeiPolyglot    *rest;
  MoeiConvoyStrip *convoys;

  MoeiTraffic  *traffic;
  GPtrArray    *departures; /* of MoeiFlight */
  GtkSizeGroup *times;
  GtkSizeGroup *people;
  GtkSizeGroup *states;
};

G_DEFINE_FINAL_TYPE (MoeiFlightsScene, moei_flights_scene, MOEI_TYPE_SCENE)

static char *
append_people (MoeiLanguage  language,
               char         *said, /* (transfer full) */
               int           people)
{
  g_autofree char *first = said, *count = NULL, *people_text = NULL;

  if (people < 0)
    return g_steal_pointer (&first);
  count = moei_format_count (language, people);
  people_text = g_strdup_printf (moei_ngettext (language, "%s person", "%s people", (gulong) people), count);
  return g_strdup_printf (_("%1$s · %2$s"), first, people_text);
}

static char *
say_summary (MoeiLanguage  language,
             gconstpointer subject)
{
  GPtrArray *departures = (GPtrArray *) subject;
  guint n_gone = moei_departures_count_gone (departures);
  g_autofree char *gone = moei_format_count (language, (int) n_gone);
  g_autofree char *all = moei_format_count (language, (int) departures->len);

  /* Translators: of today's flights: "4 of 9 departed" */
  return g_strdup_printf (C_("flights", "%1$s of %2$s departed"), gone, all);
}

typedef struct {
  guint n_before;
  guint n_after;
  int   people;
} Rest;

static char *
say_rest (MoeiLanguage  language,
          gconstpointer subject)
{
  const Rest *rest = subject;
  g_autofree char *before = moei_format_count (language, (int) rest->n_before);
  g_autofree char *after = moei_format_count (language, (int) rest->n_after);
  char *said;

  if (rest->n_before > 0 && rest->n_after > 0)
    /* Translators: flights for which there is no room: "and 2 earlier, 5 later" */
    said = g_strdup_printf (C_("flights", "and %1$s earlier, %2$s later"), before, after);
  else if (rest->n_after > 0)
    /* Translators: flights for which there is no room: "and 5 later" */
    said = g_strdup_printf (C_("flights", "and %s later"), after);
  else
    /* Translators: flights for which there is no room: "and 2 earlier" */
    said = g_strdup_printf (C_("flights", "and %s earlier"), before);
  return append_people (language, said, rest->people);
}

/* Those for whom there is no room, so that all adds up. */
static void
show_rest (MoeiFlightsScene *self)
{
  guint first = moei_row_box_get_first (self->rows), n = moei_row_box_get_shown (self->rows);
  guint end = MIN (first + n, self->departures->len);
  Rest rest = { .n_before = first, .n_after = self->departures->len - end };
  int before = moei_departures_count_people (self->departures, 0, first);
  int after = moei_departures_count_people (self->departures, end, rest.n_after);

  rest.people = before < 0 || after < 0 ? -1 : before + after;
  moei_say (self->rest, say_rest, &rest);
}

static void
show_rows (MoeiFlightsScene *self)
{
  gboolean portrait = moei_scene_get_portrait (MOEI_SCENE (self));
  MoeiDepartureWindow window;
  guint n_rows = moei_row_box_get_size (self->rows);

  moei_departures_find_window (self->departures, 2, &window);
  moei_row_box_set_start (self->rows, window.first);
  moei_row_box_set_rows (self->rows, MOEI_TYPE_FLIGHT_ROW, self->departures->len);
  for (guint i = 0; i < self->departures->len; i++) {
    MoeiFlightRow *row = MOEI_FLIGHT_ROW (moei_row_box_get_row (self->rows, i));

    if (i >= n_rows)
      moei_flight_row_align (row, self->times, self->people, self->states);
    moei_flight_row_set_portrait (row, portrait);
    moei_flight_row_show (row, self->traffic, self->departures->pdata[i]);
  }
  show_rest (self);
}

static char *
say_next (MoeiLanguage  language,
          gconstpointer subject)
{
  MoeiFlight *next = (MoeiFlight *) subject;
  g_autofree char *date = NULL, *time = NULL;

  if (next == NULL)
    return g_strdup (_("No later flight is known"));
  date = moei_format_date (language, moei_traffic_get_flight_day (next), MOEI_DATE_LONG);
  time = moei_format_time (language, moei_flight_get_departure (next), MOEI_ZONE_BANGKOK);
  /* Translators: the next flight, where there is none today: "Next flight: Thursday 27 March 2025, 09:20" */
  return g_strdup_printf (_("Next flight: %1$s, %2$s"), date, time);
}

static void
moei_flights_scene_update (MoeiPanel *panel)
{
  MoeiFlightsScene *self = MOEI_FLIGHTS_SCENE (panel);
  MoeiOperation *operation = moei_panel_get_operation (panel);
  guint today = moei_operation_get_operating_day (operation);

  moei_traffic_update (self->traffic, operation, moei_panel_get_now (panel));
  g_clear_pointer (&self->departures, g_ptr_array_unref);
  self->departures = moei_departures_of_day (moei_operation_get_flights (operation), today);
  gtk_stack_set_visible_child_name (self->stack, self->departures->len > 0 ? "content" : "none");
  moei_say (self->summary, say_summary, self->departures);
  moei_say (moei_scene_note_get_detail (self->none), say_next,
            moei_departures_next_day (moei_operation_get_schedule (operation), today));
  show_rows (self);
  moei_convoy_strip_show (self->convoys, operation, moei_panel_get_now (panel));
}

static void
moei_flights_scene_lay_out (MoeiScene *scene)
{
  MoeiFlightsScene *self = MOEI_FLIGHTS_SCENE (scene);

  moei_convoy_strip_set_portrait (self->convoys, moei_scene_get_portrait (scene));
  gtk_widget_set_visible (GTK_WIDGET (self->title), !moei_scene_get_portrait (scene));
  g_object_set (self->summary, "xalign", moei_scene_get_portrait (scene) ? 0.0f : 1.0f, NULL);
  moei_panel_update (MOEI_PANEL (self));
}

static void
moei_flights_scene_finalize (GObject *object)
{
  MoeiFlightsScene *self = MOEI_FLIGHTS_SCENE (object);

  g_object_unref (self->traffic);
  g_clear_pointer (&self->departures, g_ptr_array_unref);
  g_object_unref (self->times);
  g_object_unref (self->people);
  g_object_unref (self->states);

  G_OBJECT_CLASS (moei_flights_scene_parent_class)->finalize (object);
}

static void
moei_flights_scene_class_init (MoeiFlightsSceneClass *klass)
{
  static const char * const beyond[] = { "schedule", "movements", NULL };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = moei_flights_scene_finalize;
  MOEI_PANEL_CLASS (klass)->update = moei_flights_scene_update;
  MOEI_PANEL_CLASS (klass)->beyond = beyond;
  MOEI_SCENE_CLASS (klass)->lay_out = moei_flights_scene_lay_out;

  g_type_ensure (MOEI_TYPE_CONVOY_STRIP);
  g_type_ensure (MOEI_TYPE_FIT_BOX);
  g_type_ensure (MOEI_TYPE_POLYGLOT);
  g_type_ensure (MOEI_TYPE_ROW_BOX);
  g_type_ensure (MOEI_TYPE_SCENE_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-flights-scene.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsScene, stack);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsScene, none);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsScene, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsScene, summary);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsScene, rows);
  gtk_widget_class_bind_template_child (widget_class, MoeiFlightsScene, convoys);
  gtk_widget_class_bind_template_callback (widget_class, show_rest);
}

static void
moei_flights_scene_init (MoeiFlightsScene *self)
{
  self->traffic = moei_traffic_new ();
  self->departures = g_ptr_array_new ();
  self->times = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->people = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->states = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  moei_scene_init_template (MOEI_SCENE (self));
  self->rest = MOEI_POLYGLOT (moei_polyglot_new (24));
  g_object_set (self->rest, "lines", 2, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->rest), "quiet");
  gtk_widget_add_css_class (GTK_WIDGET (self->rest), "rest");
  moei_row_box_set_rest (self->rows, GTK_WIDGET (self->rest));
}
