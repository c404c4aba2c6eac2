/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "map/moei-map-summary.h"
#include "map/moei-map-symbol.h"
#include "map/moei-map-words.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-route.h"

#define BASE_BRIEFLY "© OpenStreetMap"

/* More than there are states of anything. */
#define MAX_STATES 16

typedef const char *(*GetWord) (MoeiLanguage language,
                                int          state);

static const char *
get_place_word (MoeiLanguage language,
                int          state)
{
  return moei_word_place_state (language, (MoeiPlaceState) state);
}

static const char *
get_route_word (MoeiLanguage language,
                int          state)
{
  return moei_word_route_state (language, (MoeiRouteState) state);
}

static const char *
get_convoy_word (MoeiLanguage language,
                 int          state)
{
  return moei_word_convoy_state (language, (MoeiConvoyState) state);
}

static const char *
get_flight_word (MoeiLanguage language,
                 int          state)
{
  return moei_word_flight_state (language, (MoeiFlightState) state);
}

/* "Flights: Scheduled 2, Departed 3."; nothing where there is none. */
static void
add_states (GString      *text,
            MoeiLanguage  language,
            const char   *what,
            const guint  *counts,
            GetWord       get_word)
{
  gboolean first = TRUE;

  for (guint i = 0; i < MAX_STATES; i++) {
    g_autofree char *count = moei_format_count (language, (int) counts[i]);

    if (counts[i] == 0)
      continue;
    if (first)
      g_string_append_printf (text, "%s%s: ", text->len > 0 ? " " : "", what);
    g_string_append_printf (text, "%s%s %s", first ? "" : ", ", get_word (language, (int) i), count);
    first = FALSE;
  }
  if (!first)
    g_string_append_c (text, '.');
}

static void
count_places (MoeiCollection *places,
              guint          *sites,
              guint          *crossings,
              guint          *n_unplotted)
{
  for (guint i = 0; i < moei_collection_size (places); i++) {
    MoeiPlace *place = moei_collection_get (places, i);
    MoeiPlaceKind kind = moei_place_get_kind (place);

    if (kind == MOEI_PLACE_KIND_SITE || kind == MOEI_PLACE_KIND_HOLDING)
      sites[moei_place_get_state (place)]++;
    else if (kind == MOEI_PLACE_KIND_CROSSING)
      crossings[moei_place_get_state (place)]++;
    *n_unplotted += moei_place_get_position (place) == NULL;
  }
}

/**
 * moei_map_summarise:
 * @language: the language
 * @operation: (nullable): an operation
 *
 * Returns: (transfer full): what its map shows, in sentences for whoever does
 *   not see it
 */
char *
moei_map_summarise (MoeiLanguage   language,
                    MoeiOperation *operation)
{
  guint sites[MAX_STATES] = { 0 }, crossings[MAX_STATES] = { 0 }, routes[MAX_STATES] = { 0 };
  guint convoys[MAX_STATES] = { 0 }, flights[MAX_STATES] = { 0 }, n_unplotted = 0;
  GString *text = g_string_new (NULL);

  if (operation == NULL)
    return g_string_free (text, FALSE);

  count_places (moei_operation_get_places (operation), sites, crossings, &n_unplotted);
  for (guint i = 0; i < moei_collection_size (moei_operation_get_routes (operation)); i++)
    routes[moei_route_get_state (moei_collection_get (moei_operation_get_routes (operation), i))]++;
  for (guint i = 0; i < moei_collection_size (moei_operation_get_convoys (operation)); i++)
    convoys[moei_convoy_get_state (moei_collection_get (moei_operation_get_convoys (operation), i))]++;
  for (guint i = 0; i < moei_collection_size (moei_operation_get_flights (operation)); i++)
    flights[moei_flight_get_state (moei_collection_get (moei_operation_get_flights (operation), i))]++;

  add_states (text, language, moei_pgettext (language, "map", "Compounds"), sites, get_place_word);
  if (n_unplotted > 0) {
    g_autofree char *count = moei_format_count (language, (int) n_unplotted);
    g_autofree char *unplotted = g_strdup_printf (moei_ngettext (language, "%s listed, not plotted",
                                                                 "%s listed, not plotted", n_unplotted), count);

    g_string_append_printf (text, " %s.", unplotted);
  }
  add_states (text, language, moei_pgettext (language, "map", "Crossings"), crossings, get_place_word);
  add_states (text, language, moei_pgettext (language, "map", "Routes"), routes, get_route_word);
  add_states (text, language, moei_pgettext (language, "map", "Convoys"), convoys, get_convoy_word);
  add_states (text, language, moei_pgettext (language, "map", "Flights"), flights, get_flight_word);
  return g_string_free (text, FALSE);
}

/**
 * moei_map_attribute:
 * @scene: what a map shows
 * @language: the language
 *
 * Returns: (transfer full): whose the base map is, and whose the tiles above it
 *   are if there are any
 */
char *
moei_map_attribute (MoeiMapScene *scene,
                    MoeiLanguage  language)
{
  const char *tiles = moei_map_scene_get_tiles_attribution (scene);
  /* Translators: the sources of the base map; keep the names */
  const char *base = moei_pgettext (language, "map", "Natural Earth · © OpenStreetMap contributors");

  if (moei_map_scene_get_tiles (scene) == NULL || *tiles == '\0')
    return g_strdup (base);
  return g_strconcat (base, " · ", tiles, NULL);
}

/**
 * moei_map_attribute_briefly:
 * @scene: what a map shows
 *
 * Returns: (transfer full): the same in names alone, for a map that is read from
 *   afar; Natural Earth asks for no word
 */
char *
moei_map_attribute_briefly (MoeiMapScene *scene)
{
  const char *tiles = moei_map_scene_get_tiles_attribution (scene);

  if (moei_map_scene_get_tiles (scene) == NULL || *tiles == '\0')
    return g_strdup (BASE_BRIEFLY);
  return g_strconcat (BASE_BRIEFLY " · ", tiles, NULL);
}
