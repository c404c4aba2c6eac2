/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "map/moei-map-label.h"
#include "map/moei-map-symbol.h"
#include "map/moei-map-words.h"

#define NAME_SIZE   14.0
#define DETAIL_SIZE 13.0
#define MOVER_SIZE  12.5

static void
init (MoeiMapLabel  *self,
      const char    *name,
      const GdkRGBA *colour,
      double         size,
      PangoWeight    weight)
{
  *self = (MoeiMapLabel) { 0 };
  self->name = g_strdup (name);
  self->first = (MoeiTextLine) { self->name, *colour, size, weight };
}

static void
set_detail (MoeiMapLabel  *self,
            char          *detail,
            const GdkRGBA *colour)
{
  self->detail = detail;
  self->second = (MoeiTextLine) { self->detail, *colour, DETAIL_SIZE, PANGO_WEIGHT_MEDIUM };
}

/**
 * moei_map_label_init_for_place:
 * @self: (out caller-allocates): the label
 * @place: a place of the operation
 * @language: the language
 * @style: the colours
 */
void
moei_map_label_init_for_place (MoeiMapLabel       *self,
                               MoeiPlace          *place,
                               MoeiLanguage        language,
                               const MoeiMapStyle *style)
{
  const MoeiText *name = moei_place_get_name (place);

  init (self, name != NULL ? moei_text_get (name, language) : moei_entity_get_id (MOEI_ENTITY (place)),
        &style->ink, NAME_SIZE, moei_place_get_kind (place) == MOEI_PLACE_KIND_STATION ? PANGO_WEIGHT_MEDIUM
                                                                                      : PANGO_WEIGHT_SEMIBOLD);
  set_detail (self, moei_map_words_place (language, place),
              moei_map_style_get_word (style, moei_place_get_state (place)));
}

/**
 * moei_map_label_init_for_group:
 * @self: (out caller-allocates): the label
 * @counts: (array fixed-size=4): how many compounds are drawn as one symbol, by
 *   their states in the order of their symbols
 * @language: the language
 * @style: the colours
 */
void
moei_map_label_init_for_group (MoeiMapLabel       *self,
                               const guint        *counts,
                               MoeiLanguage        language,
                               const MoeiMapStyle *style)
{
  guint n_places = counts[0] + counts[1] + counts[2] + counts[3];
  guint urgent[] = { 0, counts[MOEI_MAP_SYMBOL_HELD], counts[MOEI_MAP_SYMBOL_CLEARING], 0 };
  gboolean is_urgent = urgent[1] + urgent[2] > 0;
  g_autofree char *name = moei_map_words_group (language, n_places);

  init (self, name, &style->ink, NAME_SIZE, PANGO_WEIGHT_SEMIBOLD);
  set_detail (self, moei_map_words_mix (language, is_urgent ? urgent : counts), &style->quiet_ink);
}

/**
 * moei_map_label_init_for_named:
 * @self: (out caller-allocates): the label
 * @named: a name of the base map
 * @language: the language
 * @style: the colours
 */
void
moei_map_label_init_for_named (MoeiMapLabel       *self,
                               const MoeiNamed    *named,
                               MoeiLanguage        language,
                               const MoeiMapStyle *style)
{
  static const struct {
    double      size;
    PangoWeight weight;
    double      alpha;
  } looks[] = {
    [MOEI_NAMED_COUNTRY] = { 17, PANGO_WEIGHT_SEMIBOLD, 0.75 },
    [MOEI_NAMED_STATE] = { 14, PANGO_WEIGHT_MEDIUM, 0.75 },
    [MOEI_NAMED_CITY] = { 13, PANGO_WEIGHT_MEDIUM, 1 },
    [MOEI_NAMED_TOWN] = { 14.5, PANGO_WEIGHT_SEMIBOLD, 1 },
    [MOEI_NAMED_VILLAGE] = { 12, PANGO_WEIGHT_NORMAL, 1 },
    [MOEI_NAMED_WATER] = { 12.5, PANGO_WEIGHT_MEDIUM, 1 },
  };
  GdkRGBA colour = named->kind == MOEI_NAMED_WATER ? style->water_ink : style->quiet_ink;
  double larger = named->rank == 0 && named->kind >= MOEI_NAMED_CITY ? 2.5 : named->rank == 1 ? 1 : 0;

  colour.alpha = (float) looks[named->kind].alpha;
  init (self, moei_text_get (named->name, language), &colour,
        looks[named->kind].size + (named->kind == MOEI_NAMED_WATER ? 0 : larger), looks[named->kind].weight);
  self->angle = named->angle;
}

/**
 * moei_map_label_init_for_flight:
 * @self: (out caller-allocates): the label
 * @from: where flights start
 * @to: where they go
 * @state: their state
 * @language: the language
 * @style: the colours
 *
 * The label of an arc where it leaves the view.
 */
void
moei_map_label_init_for_flight (MoeiMapLabel       *self,
                                MoeiPlace          *from,
                                MoeiPlace          *to,
                                MoeiFlightState     state,
                                MoeiLanguage        language,
                                const MoeiMapStyle *style)
{
  const GdkRGBA *colour = moei_map_style_get_flight (style, state);
  double metres = moei_position_distance (moei_place_get_position (from), moei_place_get_position (to));

  moei_map_label_init_for_place (self, to, language, style);
  g_clear_pointer (&self->detail, g_free);
  self->first.colour = *colour;
  set_detail (self, moei_format_distance (language, metres), colour);
}

/**
 * moei_map_label_init_for_mover:
 * @self: (out caller-allocates): the label
 * @entity: a convoy or flight
 * @motion: where it should be
 * @language: the language
 * @style: the colours
 *
 * What moves, and how old the report is of where; of an aircraft, that nobody
 * reports it.
 */
void
moei_map_label_init_for_mover (MoeiMapLabel       *self,
                               MoeiEntity         *entity,
                               const MoeiMotion   *motion,
                               MoeiLanguage        language,
                               const MoeiMapStyle *style)
{
  g_autofree char *name = NULL;

  if (MOEI_IS_FLIGHT (entity) && moei_flight_get_number (MOEI_FLIGHT (entity)) != NULL)
    name = g_strdup (moei_flight_get_number (MOEI_FLIGHT (entity)));
  else
    name = moei_map_words_name (language, entity);
  init (self, name, MOEI_IS_FLIGHT (entity) ? &style->flight_gone : &style->ink, MOVER_SIZE, PANGO_WEIGHT_SEMIBOLD);
  set_detail (self, motion->estimated ? g_strdup (moei_word_origin (language, MOEI_ORIGIN_ESTIMATED))
                                      : moei_map_words_position (language, motion), &style->quiet_ink);
  self->second.size = MOVER_SIZE - 1;
}

/**
 * moei_map_label_init_for_route:
 * @self: (out caller-allocates): the label
 * @route: a route
 * @language: the language
 * @style: the colours
 */
void
moei_map_label_init_for_route (MoeiMapLabel       *self,
                               MoeiRoute          *route,
                               MoeiLanguage        language,
                               const MoeiMapStyle *style)
{
  g_autofree char *name = moei_map_words_name (language, MOEI_ENTITY (route));

  init (self, name, &style->ink, NAME_SIZE, PANGO_WEIGHT_SEMIBOLD);
  set_detail (self, g_strdup (moei_word_route_state (language, moei_route_get_state (route))), &style->quiet_ink);
}

/**
 * moei_map_label_clear:
 * @self: a label
 */
void
moei_map_label_clear (MoeiMapLabel *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->detail, g_free);
}

/**
 * moei_map_label_get_key:
 * @self: a label
 *
 * Returns: (transfer full): what two labels share that look the same
 */
char *
moei_map_label_get_key (const MoeiMapLabel *self)
{
  g_autofree char *first = gdk_rgba_to_string (&self->first.colour);
  g_autofree char *second = gdk_rgba_to_string (&self->second.colour);

  return g_strdup_printf ("%s\t%s\t%s\t%s\t%.1f\t%d\t%.2f", self->name, self->detail != NULL ? self->detail : "",
                          first, second, self->first.size, self->first.weight, self->angle);
}
