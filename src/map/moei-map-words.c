/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "language/moei-zone.h"
#include "map/moei-map-symbol.h"
#include "map/moei-map-words.h"
#include "operation/moei-bus.h"
#include "operation/moei-collection.h"

/* What the map says of a thing: its name, its state and its value. */

static void
add_line (GString    *text,
          const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* Joins what is said of a thing in one line; takes @more. */
static void
add_part (GString *line,
          char    *more)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, more);
  g_free (more);
}

static gboolean
is_facility (MoeiPlace *place)
{
  MoeiPlaceKind kind = moei_place_get_kind (place);

  return kind == MOEI_PLACE_KIND_CROSSING || kind == MOEI_PLACE_KIND_STATION || kind == MOEI_PLACE_KIND_AIRPORT;
}

static const char *
get_text (const MoeiText *text,
          MoeiLanguage    language)
{
  return text != NULL ? moei_text_get (text, language) : NULL;
}

/**
 * moei_map_words_name:
 * @language: the language
 * @entity: a place, route, convoy or flight
 *
 * Returns: (transfer full): what to call it
 */
char *
moei_map_words_name (MoeiLanguage  language,
                     MoeiEntity   *entity)
{
  const char *name = NULL;

  if (MOEI_IS_CONVOY (entity)) {
    g_autofree char *number = moei_format_count (language, moei_convoy_get_number (MOEI_CONVOY (entity)));

    return g_strdup_printf (moei_gettext (language, "Convoy %s"), number);
  }
  if (MOEI_IS_FLIGHT (entity) && moei_flight_get_number (MOEI_FLIGHT (entity)) != NULL)
    return g_strdup_printf (moei_gettext (language, "Flight %s"), moei_flight_get_number (MOEI_FLIGHT (entity)));
  if (MOEI_IS_FLIGHT (entity))
    return g_strdup (moei_pgettext (language, "title", "Flight"));

  if (MOEI_IS_PLACE (entity))
    name = get_text (moei_place_get_name (MOEI_PLACE (entity)), language);
  else if (MOEI_IS_ROUTE (entity))
    name = get_text (moei_route_get_name (MOEI_ROUTE (entity)), language);
  return g_strdup (name != NULL ? name : moei_entity_get_id (entity));
}

/**
 * moei_map_words_place:
 * @language: the language
 * @place: a place
 *
 * Returns: (transfer full) (nullable): how it stands and how many people are
 *   there; `NULL` of a station or airport that works, which goes without saying
 */
char *
moei_map_words_place (MoeiLanguage  language,
                      MoeiPlace    *place)
{
  MoeiPlaceState state = moei_place_get_state (place);
  const char *word = moei_word_place_state (language, state);
  int people = moei_place_get_people (place);
  g_autofree char *count = NULL, *waiting = NULL;

  if (is_facility (place))
    return state == MOEI_PLACE_STATE_OPEN || state == MOEI_PLACE_STATE_UNKNOWN ? NULL : g_strdup (word);
  if (people <= 0 && people != MOEI_COUNT_SUPPRESSED)
    return g_strdup (word);

  count = moei_format_count (language, people);
  if (state == MOEI_PLACE_STATE_HELD)
    return g_strdup_printf ("%s · %s", word, count);
  /* Translators: below a compound's name on the map: how many people wait there */
  waiting = g_strdup_printf (moei_ngettext (language, "%s waiting", "%s waiting", MAX (people, 0)), count);
  return g_strdup_printf ("%s · %s", word, waiting);
}

/**
 * moei_map_words_group:
 * @language: the language
 * @n_places: how many compounds are drawn as one
 *
 * Returns: (transfer full): that number in words
 */
char *
moei_map_words_group (MoeiLanguage language,
                      guint        n_places)
{
  g_autofree char *count = moei_format_count (language, (int) n_places);

  /* Translators: on the map, for compounds too near to each other to be drawn apart */
  return g_strdup_printf (moei_ngettext (language, "%s compound", "%s compounds", n_places), count);
}

/**
 * moei_map_words_mix:
 * @language: the language
 * @counts: (array fixed-size=4): how many places there are in each state of a
 *   site, in the order of their symbols
 *
 * Returns: (transfer full): the states and how many there are in each
 */
char *
moei_map_words_mix (MoeiLanguage  language,
                    const guint  *counts)
{
  static const struct {
    MoeiMapSymbol  symbol;
    MoeiPlaceState state;
  } order[] = {
    { MOEI_MAP_SYMBOL_HELD, MOEI_PLACE_STATE_HELD },
    { MOEI_MAP_SYMBOL_CLEARING, MOEI_PLACE_STATE_CLEARING },
    { MOEI_MAP_SYMBOL_CLEARED, MOEI_PLACE_STATE_CLEARED },
    { MOEI_MAP_SYMBOL_UNKNOWN, MOEI_PLACE_STATE_UNKNOWN },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    g_autofree char *count = moei_format_count (language, (int) counts[order[i].symbol]);

    if (counts[order[i].symbol] > 0)
      add_part (text, g_strdup_printf ("%s %s", moei_word_place_state (language, order[i].state), count));
  }
  return g_string_free (text, FALSE);
}

/**
 * moei_map_words_position:
 * @language: the language
 * @motion: where something that moves should be
 *
 * Returns: (transfer full) (nullable): how far that can be trusted; `NULL` if
 *   nobody said when it was reported
 */
char *
moei_map_words_position (MoeiLanguage      language,
                         const MoeiMotion *motion)
{
  g_autofree char *age = motion->age >= 0 ? moei_format_age (language, motion->age / G_USEC_PER_SEC) : NULL;

  if (motion->estimated)
    /* Translators: nobody reported where a convoy or aircraft is; its times say where it should be */
    return g_strdup (moei_pgettext (language, "map", "Position estimated from its times"));
  if (age == NULL)
    return NULL;
  if (motion->trust <= 0)
    /* Translators: of a convoy; %s is a time span: "35 min" */
    return g_strdup_printf (moei_pgettext (language, "map", "Position not known, last reported %s ago"), age);
  /* Translators: of a convoy; %s is a time span: "4 min" */
  return g_strdup_printf (moei_pgettext (language, "map", "Position %s ago"), age);
}

static void
add_since (GString        *line,
           MoeiLanguage    language,
           gint64          since)
{
  g_autofree char *date = NULL;

  if (since == MOEI_INSTANT_UNKNOWN)
    return;
  date = moei_format_date (language, moei_zone_get_day (MOEI_ZONE_BANGKOK, since), MOEI_DATE_MEDIUM);
  /* Translators: since when a crossing or route has been closed, say; %s is a date */
  add_part (line, g_strdup_printf (moei_pgettext (language, "map", "since %s"), date));
}

static void
describe_place (GString      *text,
                MoeiLanguage  language,
                MoeiPlace    *place)
{
  GString *line = g_string_new (NULL);
  g_autofree char *state = moei_map_words_place (language, place);

  if (is_facility (place))
    add_part (line, g_strdup (moei_word_place_kind (language, moei_place_get_kind (place))));
  add_part (line, g_strdup (state != NULL ? state : moei_word_place_state (language, moei_place_get_state (place))));
  add_since (line, language, moei_place_get_since (place));
  add_line (text, line->str);
  g_string_free (line, TRUE);

  add_line (text, get_text (moei_place_get_reason (place), language));
  if (moei_place_get_precision_m (place) > 0 && moei_place_get_position (place) != NULL) {
    g_autofree char *distance = moei_format_distance (language, moei_place_get_precision_m (place));
    /* Translators: how far the position of a place may be off: "Position ± 1 km" */
    g_autofree char *doubt = g_strdup_printf (moei_pgettext (language, "map", "Position ± %s"), distance);

    add_line (text, doubt);
  }
}

static void
describe_route (GString      *text,
                MoeiLanguage  language,
                MoeiRoute    *route)
{
  GString *line = g_string_new (moei_word_route_state (language, moei_route_get_state (route)));

  add_since (line, language, moei_route_get_since (route));
  add_line (text, line->str);
  g_string_free (line, TRUE);
  add_line (text, get_text (moei_route_get_reason (route), language));
}

static void
add_buses (GString      *line,
           MoeiLanguage  language,
           int           buses)
{
  g_autofree char *number = moei_format_count (language, buses);

  if (buses >= 0)
    add_part (line, g_strdup_printf (moei_ngettext (language, "%s bus", "%s buses", buses), number));
}

static void
add_people (GString      *line,
            MoeiLanguage  language,
            int           people)
{
  g_autofree char *number = moei_format_count (language, people);

  if (people >= 0 || people == MOEI_COUNT_SUPPRESSED)
    add_part (line, g_strdup_printf (moei_ngettext (language, "%s person", "%s people", MAX (people, 0)), number));
}

/* From its first bus to its last, as far as they were reported. */
static void
add_length (GString      *text,
            MoeiLanguage  language,
            MoeiConvoy   *convoy)
{
  MoeiCollection *fleet = moei_convoy_get_fleet (convoy);
  const MoeiPosition *head = NULL, *tail = NULL;
  g_autofree char *distance = NULL, *line = NULL;

  for (guint i = 0; fleet != NULL && i < moei_collection_size (fleet); i++) {
    const MoeiPosition *position = moei_bus_get_position (moei_collection_get (fleet, i));

    head = head != NULL ? head : position;
    tail = position != NULL ? position : tail;
  }
  if (head == NULL || head == tail)
    return;
  distance = moei_format_distance (language, moei_position_distance (head, tail));
  /* Translators: how long a convoy is on the road: "1.2 km from its first bus to its last" */
  line = g_strdup_printf (moei_pgettext (language, "map", "%s from first to last bus"), distance);
  add_line (text, line);
}

static void
describe_convoy (GString       *text,
                 MoeiLanguage   language,
                 MoeiOperation *operation,
                 MoeiConvoy    *convoy,
                 gint64         now)
{
  GString *line = g_string_new (moei_word_convoy_state (language, moei_convoy_get_state (convoy)));
  MoeiRoute *route = moei_collection_lookup (moei_operation_get_routes (operation), moei_convoy_get_route (convoy));
  g_autofree char *position = NULL;
  MoeiMotion motion;

  add_buses (line, language, moei_convoy_get_buses (convoy));
  add_people (line, language, moei_convoy_get_people (convoy));
  add_line (text, line->str);
  g_string_free (line, TRUE);

  if (moei_motion_of_convoy (convoy, route, now, &motion))
    position = moei_map_words_position (language, &motion);
  add_line (text, position);
  add_length (text, language, convoy);
}

static void
describe_flight (GString       *text,
                 MoeiLanguage   language,
                 MoeiOperation *operation,
                 MoeiFlight    *flight,
                 gint64         now)
{
  GString *line = g_string_new (NULL);
  MoeiCollection *places = moei_operation_get_places (operation);
  MoeiPlace *from = moei_collection_lookup (places, moei_flight_get_from (flight));
  MoeiPlace *to = moei_collection_lookup (places, moei_flight_get_to (flight));
  int people = moei_flight_get_boarded (flight) >= 0 ? moei_flight_get_boarded (flight)
                                                     : moei_flight_get_manifested (flight);
  MoeiMotion motion;

  if (to != NULL)
    add_part (line, moei_map_words_name (language, MOEI_ENTITY (to)));
  add_part (line, g_strdup (moei_word_flight_state (language, moei_flight_get_state (flight))));
  if (moei_flight_get_scheduled (flight) != MOEI_INSTANT_UNKNOWN)
    add_part (line, moei_format_time (language, moei_flight_get_scheduled (flight), MOEI_ZONE_BANGKOK));
  add_people (line, language, people);
  add_line (text, line->str);
  g_string_free (line, TRUE);

  if (moei_motion_of_flight (flight, from, to, now, &motion)) {
    g_autofree char *position = moei_map_words_position (language, &motion);

    add_line (text, position);
  }
}

/**
 * moei_map_words_describe:
 * @language: the language
 * @operation: the operation it belongs to
 * @entity: a place, route, convoy or flight
 * @now: the instant, or `MOEI_INSTANT_UNKNOWN`
 *
 * Returns: (transfer full): what it is called, and how it stands: a line or more
 */
char *
moei_map_words_describe (MoeiLanguage   language,
                         MoeiOperation *operation,
                         MoeiEntity    *entity,
                         gint64         now)
{
  g_autofree char *name = moei_map_words_name (language, entity);
  GString *text = g_string_new (name);

  if (MOEI_IS_PLACE (entity))
    describe_place (text, language, MOEI_PLACE (entity));
  else if (MOEI_IS_ROUTE (entity))
    describe_route (text, language, MOEI_ROUTE (entity));
  else if (MOEI_IS_CONVOY (entity))
    describe_convoy (text, language, operation, MOEI_CONVOY (entity), now);
  else if (MOEI_IS_FLIGHT (entity))
    describe_flight (text, language, operation, MOEI_FLIGHT (entity), now);
  return g_string_free (text, FALSE);
}
