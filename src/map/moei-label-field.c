/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "map/moei-label-field.h"

/* Lines are kept as points so far apart. */
#define LINE_STEP 7.0

/* A point of a line below a label costs this much of a place's rank. */
#define LINE_COST 1.1

/* What is not straight beside its point is worse by so much. */
#define DIAGONAL_COST 3.0

/* A label that has to give way changes its place only if another is so much
 * better: labels that hop about cannot be read. */
#define STAY_BONUS 3.0

/* A label seems to name another symbol if its gap to that is not wider by so
 * much. */
#define DOUBT 4.5

/* Whether a line crosses something is looked at so often along it. */
#define LEADER_STEP 3.0

/* How far a label at an edge may slide along it to find room. */
#define EDGE_STEP    14.0
#define N_EDGE_STEPS 24

/* What a label beside it would seem to name. */
typedef struct {
  MoeiPoint point;
  double    radius;
} Symbol;

/**
 * MoeiLabelField:
 *
 * The room for labels in a view: what stands in it already, and what labels
 * should rather not cover.
 */
struct _MoeiLabelField {
  MoeiBox  bounds;
  GArray  *obstacles; /* of MoeiBox */
  GArray  *symbols;   /* of Symbol */
  guint    across;
  guint    down;
  guint16 *points;    /* how many points of lines are in each square */
};

/**
 * moei_label_field_new:
 * @bounds: what may be filled
 *
 * Returns: (transfer full): an empty field
 */
MoeiLabelField *
moei_label_field_new (MoeiBox bounds)
{
  MoeiLabelField *self = g_new0 (MoeiLabelField, 1);

  self->bounds = bounds;
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (MoeiBox));
  self->symbols = g_array_new (FALSE, FALSE, sizeof (Symbol));
  self->across = (guint) MAX (bounds.width / LINE_STEP, 0) + 1;
  self->down = (guint) MAX (bounds.height / LINE_STEP, 0) + 1;
  self->points = g_new0 (guint16, (gsize) self->across * self->down);
  return self;
}

/**
 * moei_label_field_free:
 * @self: (transfer full): a field
 */
void
moei_label_field_free (MoeiLabelField *self)
{
  g_array_unref (self->obstacles);
  g_array_unref (self->symbols);
  g_free (self->points);
  g_free (self);
}

/**
 * moei_label_field_add_obstacle:
 * @self: a field
 * @box: what no label may cover
 */
void
moei_label_field_add_obstacle (MoeiLabelField *self,
                               MoeiBox         box)
{
  g_array_append_val (self->obstacles, box);
}

/**
 * moei_label_field_add_symbol:
 * @self: a field
 * @point: where a symbol is
 * @radius: how far it reaches
 *
 * Adds an obstacle that a label beside it would seem to name.
 */
void
moei_label_field_add_symbol (MoeiLabelField *self,
                             MoeiPoint       point,
                             double          radius)
{
  Symbol symbol = { point, radius };

  moei_label_field_add_obstacle (self, (MoeiBox) { point.x - radius, point.y - radius, 2 * radius, 2 * radius });
  g_array_append_val (self->symbols, symbol);
}

/**
 * moei_label_field_add_line:
 * @self: a field
 * @from: one end
 * @to: the other
 *
 * Adds a piece of a line that labels should rather not cover.
 */
void
moei_label_field_add_line (MoeiLabelField *self,
                           MoeiPoint       from,
                           MoeiPoint       to)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  guint n = (guint) CLAMP (length / LINE_STEP, 1, 4096);

  for (guint i = 0; i < n; i++) {
    double x = from.x + (to.x - from.x) * i / n - self->bounds.x;
    double y = from.y + (to.y - from.y) * i / n - self->bounds.y;

    if (x >= 0 && y >= 0 && x < self->across * LINE_STEP && y < self->down * LINE_STEP) {
      guint16 *count = &self->points[(guint) (y / LINE_STEP) * self->across + (guint) (x / LINE_STEP)];

      *count = MIN (*count + 1, G_MAXUINT16 - 1);
    }
  }
}

static double
measure_overlap (const MoeiBox *a,
                 const MoeiBox *b)
{
  double width = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double height = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return width > 0 && height > 0 ? width * height : 0;
}

static gboolean
is_free (MoeiLabelField *self,
         const MoeiBox  *box)
{
  if (box->x < self->bounds.x || box->y < self->bounds.y ||
      box->x + box->width > self->bounds.x + self->bounds.width ||
      box->y + box->height > self->bounds.y + self->bounds.height)
    return FALSE;

  for (guint i = 0; i < self->obstacles->len; i++) {
    if (measure_overlap (box, &g_array_index (self->obstacles, MoeiBox, i)) > 0)
      return FALSE;
  }
  return TRUE;
}

/* How many squares under a box have lines in them. */
static guint
count_lines (MoeiLabelField *self,
             const MoeiBox  *box)
{
  guint x0 = (guint) MAX ((box->x - self->bounds.x) / LINE_STEP, 0);
  guint y0 = (guint) MAX ((box->y - self->bounds.y) / LINE_STEP, 0);
  guint x1 = (guint) MAX ((box->x + box->width - self->bounds.x) / LINE_STEP, 0);
  guint y1 = (guint) MAX ((box->y + box->height - self->bounds.y) / LINE_STEP, 0);
  guint n = 0;

  for (guint y = y0; y <= y1 && y < self->down; y++) {
    for (guint x = x0; x <= x1 && x < self->across; x++)
      n += self->points[y * self->across + x] > 0;
  }
  return n;
}

static MoeiBox
box_in_slot (MoeiLabelSlot slot,
             MoeiPoint     point,
             double        radius,
             double        width,
             double        height)
{
  double near = MAX (radius * 0.72, radius - 2.5);
  MoeiBox box = { point.x - width / 2, point.y - height / 2, width, height };

  switch (slot) {
    case MOEI_LABEL_RIGHT:
      box.x = point.x + radius;
      break;
    case MOEI_LABEL_LEFT:
      box.x = point.x - radius - width;
      break;
    case MOEI_LABEL_BELOW:
      box.y = point.y + radius;
      break;
    case MOEI_LABEL_ABOVE:
      box.y = point.y - radius - height;
      break;
    case MOEI_LABEL_BELOW_RIGHT:
      box.x = point.x + near;
      box.y = point.y + near;
      break;
    case MOEI_LABEL_ABOVE_RIGHT:
      box.x = point.x + near;
      box.y = point.y - near - height;
      break;
    case MOEI_LABEL_BELOW_LEFT:
      box.x = point.x - near - width;
      box.y = point.y + near;
      break;
    case MOEI_LABEL_ABOVE_LEFT:
      box.x = point.x - near - width;
      box.y = point.y - near - height;
      break;
    case MOEI_LABEL_CENTRE:
    case MOEI_LABEL_NOWHERE:
    default:
      break;
  }
  /* Whole pixels, away from the point */
  box.x = box.x >= point.x ? ceil (box.x) : box.x + width <= point.x ? floor (box.x) : round (box.x);
  box.y = box.y >= point.y ? ceil (box.y) : box.y + height <= point.y ? floor (box.y) : round (box.y);
  return box;
}

static gboolean
contains (const MoeiBox *box,
          MoeiPoint      point)
{
  return point.x > box->x && point.x < box->x + box->width && point.y > box->y && point.y < box->y + box->height;
}

static double
measure_distance (MoeiPoint      point,
                  const MoeiBox *box)
{
  return hypot (MAX (MAX (box->x - point.x, point.x - box->x - box->width), 0),
                MAX (MAX (box->y - point.y, point.y - box->y - box->height), 0));
}

/**
 * moei_label_field_find_doubtful:
 * @self: a field
 * @point: what a label names
 * @radius: how far from there it must stay
 * @width: the label's width
 * @height: its height
 *
 * Returns: the places where it would seem to name another symbol: bit n for
 *   place n
 */
guint
moei_label_field_find_doubtful (MoeiLabelField *self,
                                MoeiPoint       point,
                                double          radius,
                                double          width,
                                double          height)
{
  guint doubtful = 0;

  for (MoeiLabelSlot slot = MOEI_LABEL_RIGHT; slot < MOEI_LABEL_CENTRE; slot++) {
    MoeiBox box = box_in_slot (slot, point, radius, width, height);
    double own = measure_distance (point, &box) - radius;

    for (guint i = 0; i < self->symbols->len; i++) {
      const Symbol *other = &g_array_index (self->symbols, Symbol, i);

      if (hypot (other->point.x - point.x, other->point.y - point.y) > 1 &&
          measure_distance (other->point, &box) - other->radius < own + DOUBT)
        doubtful |= 1u << slot;
    }
  }
  return doubtful;
}

/**
 * moei_label_field_place:
 * @self: a field
 * @point: what the label names
 * @radius: how far from there it must stay; 0 to stand on the point itself
 * @width: the label's width
 * @height: its height
 * @last: where it stood before, or `MOEI_LABEL_NOWHERE`
 * @avoid: the places that will not do: bit n for place n
 * @box: (out): where it stands
 *
 * Finds the best free place around a point and takes it.
 *
 * Returns: the place, or `MOEI_LABEL_NOWHERE`
 */
MoeiLabelSlot
moei_label_field_place (MoeiLabelField *self,
                        MoeiPoint       point,
                        double          radius,
                        double          width,
                        double          height,
                        MoeiLabelSlot   last,
                        guint           avoid,
                        MoeiBox        *box)
{
  MoeiLabelSlot first = radius > 0 ? MOEI_LABEL_RIGHT : MOEI_LABEL_CENTRE;
  MoeiLabelSlot end = radius > 0 ? MOEI_LABEL_CENTRE : MOEI_LABEL_NOWHERE;
  MoeiLabelSlot best = MOEI_LABEL_NOWHERE;
  double least = G_MAXDOUBLE;

  for (MoeiLabelSlot slot = first; slot < end; slot++) {
    MoeiBox candidate = box_in_slot (slot, point, radius, width, height);
    double cost;

    if ((avoid & 1u << slot) != 0 || !is_free (self, &candidate))
      continue;

    cost = slot + LINE_COST * count_lines (self, &candidate) - (slot == last ? STAY_BONUS : 0);
    cost += slot >= MOEI_LABEL_BELOW_RIGHT ? DIAGONAL_COST : 0;
    if (cost < least) {
      least = cost;
      best = slot;
      *box = candidate;
    }
  }
  if (best != MOEI_LABEL_NOWHERE)
    moei_label_field_add_obstacle (self, *box);
  return best;
}

/**
 * moei_label_field_reaches:
 * @self: a field
 * @from: what a label names
 * @to: the point of the label that was placed last
 *
 * Returns: whether a line between them crosses nothing that stands in the field
 *   but what is at @from
 */
gboolean
moei_label_field_reaches (MoeiLabelField *self,
                          MoeiPoint       from,
                          MoeiPoint       to)
{
  guint n = (guint) (hypot (to.x - from.x, to.y - from.y) / LEADER_STEP) + 1;

  for (guint step = 0; step <= n; step++) {
    MoeiPoint point = { from.x + (to.x - from.x) * step / n, from.y + (to.y - from.y) * step / n };

    for (guint i = 0; i + 1 < self->obstacles->len; i++) {
      const MoeiBox *box = &g_array_index (self->obstacles, MoeiBox, i);

      if (contains (box, point) && !contains (box, from))
        return FALSE;
    }
  }
  return TRUE;
}

/**
 * moei_label_field_release:
 * @self: a field
 * @box: what was taken of it
 */
void
moei_label_field_release (MoeiLabelField *self,
                          MoeiBox         box)
{
  for (guint i = self->obstacles->len; i-- > 0;) {
    if (memcmp (&g_array_index (self->obstacles, MoeiBox, i), &box, sizeof box) != 0)
      continue;
    g_array_remove_index (self->obstacles, i);
    return;
  }
}

/**
 * moei_label_field_force:
 * @self: a field
 * @point: what the label names
 * @radius: how far from there it should stay
 * @width: the label's width
 * @height: its height
 * @box: (out): where it stands
 *
 * Takes the place around a point, within the field, that covers least of what
 * stands there.
 *
 * Returns: the place
 */
MoeiLabelSlot
moei_label_field_force (MoeiLabelField *self,
                        MoeiPoint       point,
                        double          radius,
                        double          width,
                        double          height,
                        MoeiBox        *box)
{
  MoeiLabelSlot best = MOEI_LABEL_RIGHT;
  double least = G_MAXDOUBLE;

  for (MoeiLabelSlot slot = MOEI_LABEL_RIGHT; slot < MOEI_LABEL_CENTRE; slot++) {
    MoeiBox candidate = box_in_slot (slot, point, radius, width, height);
    double covered = 0;

    candidate.x = CLAMP (candidate.x, self->bounds.x, self->bounds.x + MAX (self->bounds.width - width, 0));
    candidate.y = CLAMP (candidate.y, self->bounds.y, self->bounds.y + MAX (self->bounds.height - height, 0));
    for (guint i = 0; i < self->obstacles->len; i++)
      covered += measure_overlap (&candidate, &g_array_index (self->obstacles, MoeiBox, i));
    if (covered < least) {
      least = covered;
      best = slot;
      *box = candidate;
    }
  }
  moei_label_field_add_obstacle (self, *box);
  return best;
}

/**
 * moei_label_field_take:
 * @self: a field
 * @box: where a label shall stand
 *
 * Returns: whether there was room; it is then taken
 */
gboolean
moei_label_field_take (MoeiLabelField *self,
                       MoeiBox         box)
{
  if (!is_free (self, &box))
    return FALSE;

  moei_label_field_add_obstacle (self, box);
  return TRUE;
}

/**
 * moei_label_field_place_at_edge:
 * @self: a field
 * @point: where something leaves the field
 * @room: how far from there the label must stay
 * @width: the label's width
 * @height: its height
 * @box: (out): where it stands
 *
 * Finds room inside of the edge beside @point, or else along the edge, and
 * takes it.
 *
 * Returns: whether there was room
 */
gboolean
moei_label_field_place_at_edge (MoeiLabelField *self,
                                MoeiPoint       point,
                                double          room,
                                double          width,
                                double          height,
                                MoeiBox        *box)
{
  double x = point.x - self->bounds.x, y = point.y - self->bounds.y;
  double to_side = MIN (x, self->bounds.width - x), to_end = MIN (y, self->bounds.height - y);
  gboolean at_side = to_side < to_end;
  double least = G_MAXDOUBLE;

  for (int i = 0; i < N_EDGE_STEPS; i++) {
    double slide = (i % 2 == 0 ? 0.5 : -0.5) * (i + i % 2) * EDGE_STEP;
    MoeiBox candidate = { x - width / 2, y - height / 2, width, height };
    double cost;

    if (at_side) {
      candidate.x = x > self->bounds.width / 2 ? x - room - width : x + room;
      candidate.y += slide;
    } else {
      candidate.y = y > self->bounds.height / 2 ? y - room - height : y + room;
      candidate.x += slide;
    }
    candidate.x = self->bounds.x + round (CLAMP (candidate.x, 0, MAX (self->bounds.width - width, 0)));
    candidate.y = self->bounds.y + round (CLAMP (candidate.y, 0, MAX (self->bounds.height - height, 0)));
    cost = fabs (slide) / EDGE_STEP + LINE_COST * count_lines (self, &candidate);
    if (cost < least && is_free (self, &candidate)) {
      *box = candidate;
      least = cost;
    }
  }
  if (least == G_MAXDOUBLE)
    return FALSE;

  moei_label_field_add_obstacle (self, *box);
  return TRUE;
}
