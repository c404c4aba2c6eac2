/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-label-placer.h"
#include "operation/moei-place.h"

/* A label that finds no room beside what it names may stand so much further
 * off, with a line that leads to it. */
static const double beyond[] = { 18, 34, 54 };

/* A line shorter than this is not seen as one. */
#define LEAST_LEADER 6.0

#define LEADER_WIDTH 1.2

static const MoeiMapText *
get_text (MoeiLabelPlacer    *self,
          const MoeiMapLabel *label,
          PangoAlignment      alignment)
{
  return moei_text_cache_get (self->texts, self->widget, self->language, label, &self->style->halo, alignment);
}

static void
take_place (MoeiLabelPlacer    *self,
            const MoeiMapLabel *label,
            gconstpointer       what,
            MoeiLabelSlot       slot,
            MoeiPlacedLabel    *placed)
{
  moei_label_memory_set_slot (self->memory, what, slot);
  placed->what = what;
  placed->text = get_text (self, label, label->detail != NULL ? moei_map_text_alignment (slot) : PANGO_ALIGN_CENTER);
  placed->drawn.text = placed->text->name;
  g_array_append_val (self->placed, *placed);
}

/* Where a line to a label ends: at the point of its box nearest to what it
 * names. */
static MoeiPoint
get_foot (const MoeiBox *box,
          MoeiPoint      point)
{
  return (MoeiPoint) { CLAMP (point.x, box->x, box->x + box->width), CLAMP (point.y, box->y, box->y + box->height) };
}

/* Draws a line from a label to what it names, if that is far enough; it must
 * cross nothing. */
static gboolean
lead (MoeiLabelPlacer *self,
      MoeiPlacedLabel *placed,
      MoeiPoint        point,
      double           radius)
{
  MoeiPoint foot = get_foot (&placed->drawn.box, point);
  double distance = hypot (foot.x - point.x, foot.y - point.y);
  MoeiPoint start = { point.x + (foot.x - point.x) * radius / distance,
                      point.y + (foot.y - point.y) * radius / distance };

  placed->drawn.has_leader = distance - radius > LEAST_LEADER;
  if (!placed->drawn.has_leader)
    return TRUE;

  placed->point = start;
  return moei_label_field_reaches (self->field, point, foot);
}

/* Beside a point or @off it; @clearly if it must not seem to name something
 * else. */
static gboolean
try (MoeiLabelPlacer    *self,
     const MoeiMapLabel *label,
     gconstpointer       what,
     MoeiPoint           point,
     double              radius,
     double              off,
     gboolean            clearly,
     MoeiPlacedLabel    *placed)
{
  const MoeiMapText *text = get_text (self, label, PANGO_ALIGN_CENTER);
  guint blocked = 0;

  if (clearly && radius > 0)
    blocked = moei_label_field_find_doubtful (self->field, point, radius, text->width, text->height);

  for (;;) {
    MoeiLabelSlot slot = moei_label_field_place (self->field, point, radius + off, text->width, text->height,
                                                 moei_label_memory_get_slot (self->memory, what), blocked, &placed->drawn.box);

    if (slot == MOEI_LABEL_NOWHERE)
      return FALSE;
    if (off == 0 || lead (self, placed, point, radius)) {
      take_place (self, label, what, slot, placed);
      return TRUE;
    }
    moei_label_field_release (self->field, placed->drawn.box);
    blocked |= 1u << slot;
  }
}

/* Where it stood in the same view, if that was kept for it. */
static gboolean
stay (MoeiLabelPlacer    *self,
      const MoeiMapLabel *label,
      gconstpointer       what,
      MoeiPlacedLabel    *placed)
{
  const MoeiMapText *text = get_text (self, label, PANGO_ALIGN_CENTER);
  MoeiLabelPlace place;

  if (!moei_label_memory_claim (self->memory, self->field, what, text->width, text->height, &place))
    return FALSE;

  placed->drawn.box = place.box;
  placed->drawn.has_leader = place.has_leader;
  if (place.has_leader)
    placed->point = place.point;
  take_place (self, label, what, moei_label_memory_get_slot (self->memory, what), placed);
  return TRUE;
}

/**
 * moei_label_placer_remember:
 * @self: a placer
 *
 * Keeps the places of the labels of before, in the same view, for them: not of
 * those that go along with what moves.  None is placed then.
 */
void
moei_label_placer_remember (MoeiLabelPlacer *self)
{
  moei_label_memory_forget (self->memory);
  for (guint i = 0; i < self->placed->len; i++) {
    const MoeiPlacedLabel *placed = &g_array_index (self->placed, MoeiPlacedLabel, i);
    MoeiLabelPlace place = { placed->drawn.box, placed->drawn.has_leader, placed->point };

    if (placed->what != NULL && (placed->drawn.entity == NULL || MOEI_IS_PLACE (placed->drawn.entity)))
      moei_label_memory_keep (self->memory, placed->what, &place);
  }
  g_array_set_size (self->placed, 0);
}

/**
 * moei_label_placer_place:
 * @self: a placer
 * @label: a label
 * @what: what it names, to be known again
 * @point: where that is
 * @radius: how far from there the label must stay; 0 to stand on it
 * @placed: what is known of the label; completed if it is placed
 *
 * Returns: whether there was room beside @point where it cannot be taken for
 *   the name of something else
 */
gboolean
moei_label_placer_place (MoeiLabelPlacer    *self,
                         const MoeiMapLabel *label,
                         gconstpointer       what,
                         MoeiPoint           point,
                         double              radius,
                         MoeiPlacedLabel    *placed)
{
  if (stay (self, label, what, placed) || try (self, label, what, point, radius, 0, TRUE, placed))
    return TRUE;

  moei_label_memory_set_slot (self->memory, what, MOEI_LABEL_NOWHERE);
  return FALSE;
}

/**
 * moei_label_placer_place_beyond:
 * @self: a placer
 * @label: a label
 * @what: what it names, to be known again
 * @point: where that is
 * @radius: how far from there the label must stay
 * @placed: what is known of the label; completed if it is placed
 *
 * Returns: whether there was room beside @point or somewhat further off; then
 *   with a line that leads to it
 */
gboolean
moei_label_placer_place_beyond (MoeiLabelPlacer    *self,
                                const MoeiMapLabel *label,
                                gconstpointer       what,
                                MoeiPoint           point,
                                double              radius,
                                MoeiPlacedLabel    *placed)
{
  if (moei_label_placer_place (self, label, what, point, radius, placed))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (beyond); i++) {
    if (try (self, label, what, point, radius, beyond[i], FALSE, placed))
      return TRUE;
  }
  placed->drawn.has_leader = FALSE;
  return try (self, label, what, point, radius, 0, FALSE, placed);
}

/**
 * moei_label_placer_place_anyhow:
 * @self: a placer
 * @label: a label
 * @what: what it names, to be known again
 * @point: where that is
 * @radius: how far from there the label should stay
 * @placed: what is known of the label; completed
 *
 * Places it also where there is no room, over as little else as can be.
 */
void
moei_label_placer_place_anyhow (MoeiLabelPlacer    *self,
                                const MoeiMapLabel *label,
                                gconstpointer       what,
                                MoeiPoint           point,
                                double              radius,
                                MoeiPlacedLabel    *placed)
{
  const MoeiMapText *text;

  if (moei_label_placer_place_beyond (self, label, what, point, radius, placed))
    return;

  text = get_text (self, label, PANGO_ALIGN_CENTER);
  placed->drawn.has_leader = FALSE;
  take_place (self, label, what,
              moei_label_field_force (self->field, point, radius, text->width, text->height, &placed->drawn.box),
              placed);
}

/**
 * moei_label_placer_place_at_edge:
 * @self: a placer
 * @label: a label
 * @alignment: how its lines are aligned
 * @placed: what is known of the label, where its arrow is; completed if it is placed
 *
 * Returns: whether there was room along the edge
 */
gboolean
moei_label_placer_place_at_edge (MoeiLabelPlacer    *self,
                                 const MoeiMapLabel *label,
                                 PangoAlignment      alignment,
                                 MoeiPlacedLabel    *placed)
{
  placed->text = get_text (self, label, alignment);
  placed->drawn.text = placed->text->name;
  if (!moei_label_field_place_at_edge (self->field, placed->point, 2 * MOEI_MAP_MARK_ARROW_SIZE, placed->text->width,
                                       placed->text->height, &placed->drawn.box))
    return FALSE;

  g_array_append_val (self->placed, *placed);
  return TRUE;
}

static void
append_leader (const MoeiPlacedLabel *self,
               GtkSnapshot           *snapshot,
               const MoeiMapStyle    *style)
{
  MoeiPoint foot = get_foot (&self->drawn.box, self->point);
  double x = MIN (foot.x, self->point.x) - 3, y = MIN (foot.y, self->point.y) - 3;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, fabs (foot.x - self->point.x) + 6,
                                                                         fabs (foot.y - self->point.y) + 6));

  cairo_move_to (cr, self->point.x, self->point.y);
  cairo_line_to (cr, foot.x, foot.y);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  gdk_cairo_set_source_rgba (cr, &style->line_halo);
  cairo_set_line_width (cr, LEADER_WIDTH + 2);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->ink);
  cairo_set_line_width (cr, LEADER_WIDTH);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/**
 * moei_placed_label_append:
 * @self: a label in its place
 * @snapshot: where to draw it
 * @marks: where marks are kept
 * @style: the colours
 * @as_cairo: whether to draw with cairo nodes rather than textures
 */
void
moei_placed_label_append (const MoeiPlacedLabel *self,
                          GtkSnapshot           *snapshot,
                          MoeiMarkCache         *marks,
                          const MoeiMapStyle    *style,
                          gboolean               as_cairo)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (self->drawn.box.x, self->drawn.box.y,
                                               self->drawn.box.width, self->drawn.box.height);

  if (self->drawn.has_leader)
    append_leader (self, snapshot, style);
  if (self->mark != MOEI_MAP_MARK_NONE)
    moei_mark_cache_append (marks, self->mark, snapshot, self->point, self->course, &self->colour, &style->halo,
                            as_cairo);
  moei_raster_append (self->text->raster, snapshot, &bounds, as_cairo);
}
