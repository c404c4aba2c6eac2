/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-name-labels.h"

/* Below this, towns are dots; above, their names stand on their built-up area,
 * or beside it where there is no room. */
#define DOTS_BELOW_ZOOM 10.5
#define TOWN_RADIUS     16.0

/* Up to this the view is of countries; above, of a few towns in one. */
#define COUNTRIES_BELOW_ZOOM 7.0

static MoeiNameTurn
get_turn (const MoeiNamed *named,
          double           zoom)
{
  if (named->kind == MOEI_NAMED_COUNTRY && zoom < COUNTRIES_BELOW_ZOOM)
    return MOEI_NAME_TURN_COUNTRIES;
  if ((named->kind == MOEI_NAMED_CITY || named->kind == MOEI_NAMED_TOWN) && named->rank <= 1)
    return MOEI_NAME_TURN_TOWNS;
  return MOEI_NAME_TURN_OTHERS;
}

static gboolean
place_name (MoeiLabelPlacer     *placer,
            const MoeiProjector *projector,
            const MoeiNamed     *named)
{
  MoeiPoint point = moei_projector_to_view (projector, named->point);
  gboolean is_town = named->kind == MOEI_NAMED_CITY || named->kind == MOEI_NAMED_TOWN;
  gboolean has_dot = named->kind == MOEI_NAMED_VILLAGE || (is_town && projector->zoom < DOTS_BELOW_ZOOM);
  g_auto (MoeiMapLabel) label = { 0 };
  MoeiPlacedLabel placed = { .point = point, .colour = placer->style->quiet_ink,
                             .mark = has_dot ? MOEI_MAP_MARK_DOT : MOEI_MAP_MARK_NONE };
  MoeiBox dot = { point.x - MOEI_MAP_MARK_DOT_RADIUS, point.y - MOEI_MAP_MARK_DOT_RADIUS,
                  2 * MOEI_MAP_MARK_DOT_RADIUS, 2 * MOEI_MAP_MARK_DOT_RADIUS };

  if (projector->zoom < named->min_zoom || projector->zoom > named->max_zoom ||
      !moei_projector_shows (projector, point, 0) || (has_dot && !moei_label_field_take (placer->field, dot)))
    return FALSE;

  moei_map_label_init_for_named (&label, named, placer->language, placer->style);
  if (moei_label_placer_place (placer, &label, named, point, has_dot ? dot.width / 2 + 1 : 0, &placed))
    return TRUE;
  return is_town && !has_dot && moei_label_placer_place (placer, &label, named, point, TOWN_RADIUS, &placed);
}

/**
 * moei_name_labels_place:
 * @names: (element-type MoeiNamed): the names of the base map, by rank
 * @placer: what finds room for them
 * @projector: the view
 * @turn: which of them
 *
 * Of a country there may be several points in a row: its name stands on the
 * first that has room for it.
 */
void
moei_name_labels_place (GPtrArray           *names,
                        MoeiLabelPlacer     *placer,
                        const MoeiProjector *projector,
                        MoeiNameTurn         turn)
{
  MoeiText *country = NULL;

  for (guint i = 0; i < names->len; i++) {
    const MoeiNamed *named = names->pdata[i];
    gboolean is_country = named->kind == MOEI_NAMED_COUNTRY;

    if (get_turn (named, projector->zoom) != turn ||
        (is_country && country != NULL && moei_text_equal (country, named->name)))
      continue;
    if (place_name (placer, projector, named) && is_country)
      country = named->name;
  }
}
