/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-name-labels.h"

/* Below this, towns are dots; above, their names stand on their built-up area,
 * or beside it where there is no room. */
#define DOTS_BELOW_ZOOM 10.5
#define TOWN_RADIUS     16.0

/* The names by which a reader finds his way. */
static gboolean
is_major_town (const MoeiNamed *named)
{
  return named->kind >= MOEI_NAMED_CITY && named->kind <= MOEI_NAMED_TOWN && named->rank <= 1;
}

static void
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
    return;

  moei_map_label_init_for_named (&label, named, placer->language, placer->style);
  if (!moei_label_placer_place (placer, &label, named, point, has_dot ? dot.width / 2 + 1 : 0, &placed) &&
      is_town && !has_dot)
    moei_label_placer_place (placer, &label, named, point, TOWN_RADIUS, &placed);
}

/**
 * moei_name_labels_place:
 * @names: (element-type MoeiNamed): the names of the base map, by rank
 * @placer: what finds room for them
 * @projector: the view
 * @towns: whether to place those of larger towns, or the others
 */
void
moei_name_labels_place (GPtrArray           *names,
                        MoeiLabelPlacer     *placer,
                        const MoeiProjector *projector,
                        gboolean             towns)
{
  for (guint i = 0; i < names->len; i++) {
    if (is_major_town (names->pdata[i]) == towns)
      place_name (placer, projector, names->pdata[i]);
  }
}
