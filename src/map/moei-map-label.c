/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "map/moei-map-label.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"

#define NAME_SIZE   14.0
#define DETAIL_SIZE 13.0

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

static gboolean
is_facility (MoeiPlace *place)
{
  MoeiPlaceKind kind = moei_place_get_kind (place);

  return kind == MOEI_PLACE_KIND_CROSSING || kind == MOEI_PLACE_KIND_STATION || kind == MOEI_PLACE_KIND_AIRPORT;
}

/* How many people are there if that is known, or else the word for the state;
 * that a bridge or airport works goes without saying. */
static char *
describe (MoeiPlace    *place,
          MoeiLanguage  language)
{
  MoeiPlaceState state = moei_place_get_state (place);
  int people = moei_place_get_people (place);

  if (is_facility (place) && (state == MOEI_PLACE_STATE_OPEN || state == MOEI_PLACE_STATE_UNKNOWN))
    return NULL;
  if (people > 0 || people == MOEI_COUNT_SUPPRESSED) {
    g_autofree char *count = moei_format_count (language, people);

    /* Translators: below a compound's name on the map: how many people wait there */
    return g_strdup_printf (moei_ngettext (language, "%s waiting", "%s waiting", MAX (people, 0)), count);
  }
  return g_strdup (moei_word_place_state (language, state));
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
  set_detail (self, describe (place, language),
              moei_map_style_get_word (style, moei_place_get_state (place)));
}

/**
 * moei_map_label_init_for_group:
 * @self: (out caller-allocates): the label
 * @n_places: how many compounds are drawn as one symbol
 * @language: the language
 * @style: the colours
 */
void
moei_map_label_init_for_group (MoeiMapLabel       *self,
                               guint               n_places,
                               MoeiLanguage        language,
                               const MoeiMapStyle *style)
{
  g_autofree char *count = moei_format_count (language, (int) n_places);
  /* Translators: on the map, for compounds too near to each other to be drawn apart */
  g_autofree char *name = g_strdup_printf (moei_ngettext (language, "%s compound", "%s compounds", n_places), count);

  init (self, name, &style->ink, NAME_SIZE, PANGO_WEIGHT_SEMIBOLD);
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

/**
 * moei_map_label_describe:
 * @language: the language
 * @entity: (nullable): a place, convoy or flight
 *
 * Returns: (transfer full) (nullable): its name and its state in words
 */
char *
moei_map_label_describe (MoeiLanguage  language,
                         MoeiEntity   *entity)
{
  const char *name = NULL, *state;

  if (MOEI_IS_PLACE (entity)) {
    const MoeiText *text = moei_place_get_name (MOEI_PLACE (entity));

    name = text != NULL ? moei_text_get (text, language) : NULL;
    state = moei_word_place_state (language, moei_place_get_state (MOEI_PLACE (entity)));
  } else if (MOEI_IS_FLIGHT (entity)) {
    name = moei_flight_get_number (MOEI_FLIGHT (entity));
    state = moei_word_flight_state (language, moei_flight_get_state (MOEI_FLIGHT (entity)));
  } else if (MOEI_IS_CONVOY (entity)) {
    state = moei_word_convoy_state (language, moei_convoy_get_state (MOEI_CONVOY (entity)));
  } else {
    return NULL;
  }
  return name != NULL ? g_strdup_printf ("%s · %s", name, state) : g_strdup (state);
}
