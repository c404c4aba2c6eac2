/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "map/moei-basemap-source.h"
#include "map/moei-map-fit.h"
#include "operation/moei-collection.h"
#include "operation/moei-place.h"

/* What is left free around what is fitted: names stand beside symbols. */
#define MARGIN_ACROSS 56.0
#define MARGIN_DOWN   36.0

/* How far a symbol reaches. */
#define SYMBOL 16.0

/* Rather so many zoom levels less than a symbol below a card of something
 * beside what is fitted, or than a view that is not in the middle of what is
 * free: what is fitted matters most. */
#define HIDDEN_COST 0.25
#define SHIFT_COST  0.05

/* A view that hides something is tried so many times smaller. */
#define N_SMALLER 3
#define SMALLER   0.1

/* What is free must be such a share of the view each way. */
#define LEAST_SHARE 0.34

#define MAX_COVERS 8

/* A view that is held stays while the map is larger or smaller by such a share. */
#define HELD_SLACK 0.15

typedef struct {
  const MoeiProjector *view;
  MoeiPoint            first, second; /* corners of what is fitted */
  const MoeiBox       *covers;
  guint                n_covers;
  GArray              *sites;         /* of MoeiPoint */
  MoeiProjector        best;
  double               most;          /* how good that is */
} Search;

static gboolean
overlap (const MoeiBox *a,
         const MoeiBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
is_covered (const Search  *self,
            const MoeiBox *box)
{
  for (guint i = 0; i < self->n_covers; i++) {
    if (overlap (box, &self->covers[i]))
      return TRUE;
  }
  return FALSE;
}

static guint
count_hidden (const Search        *self,
              const MoeiProjector *projector)
{
  guint n = 0;

  for (guint i = 0; i < self->sites->len; i++) {
    MoeiPoint at = moei_projector_to_view (projector, g_array_index (self->sites, MoeiPoint, i));
    MoeiBox symbol = { at.x - SYMBOL, at.y - SYMBOL, 2 * SYMBOL, 2 * SYMBOL };

    n += moei_projector_shows (projector, at, 0) && is_covered (self, &symbol);
  }
  return n;
}

/* The world is not shown twice above itself. */
static double
clamp_zoom (const Search *self,
            double        zoom)
{
  double least = MAX (ceil (log2 (self->view->height / MOEI_TILE_SIZE)), MOEI_BASEMAP_MIN_ZOOM);

  return CLAMP (zoom, least, MOEI_BASEMAP_MAX_ZOOM);
}

/* In the middle of a part of the view that is free, and beside that. */
static void
try_zoom (Search        *self,
          const MoeiBox *free,
          double         zoom)
{
  MoeiProjector fitted = *self->view;
  double across, down;

  fitted.zoom = clamp_zoom (self, zoom);
  fitted.world = MOEI_TILE_SIZE * exp2 (fitted.zoom);
  fitted.centre.x = (self->first.x + self->second.x) / 2;
  fitted.centre.y = (self->first.y + self->second.y) / 2;
  across = MAX ((free->width - fabs (self->second.x - self->first.x) * fitted.world) / 2 - MARGIN_ACROSS, 0);
  down = MAX ((free->height - fabs (self->second.y - self->first.y) * fitted.world) / 2 - MARGIN_DOWN, 0);

  for (int i = 0; i < 9; i++) {
    int right = i % 3 - 1, below = i / 3 - 1;
    MoeiProjector moved = fitted;
    double worth;

    moved.centre.x += (fitted.width / 2 - free->x - free->width / 2 - right * across) / fitted.world;
    moved.centre.y += (fitted.height / 2 - free->y - free->height / 2 - below * down) / fitted.world;
    worth = fitted.zoom - HIDDEN_COST * count_hidden (self, &moved) - SHIFT_COST * (abs (right) + abs (below));
    if (worth > self->most) {
      self->most = worth;
      self->best = moved;
    }
  }
}

static void
try_free (Search  *self,
          MoeiBox  free)
{
  MoeiProjector fitted = *self->view;

  fitted.width = free.width - 2 * (MARGIN_ACROSS - MARGIN_DOWN);
  fitted.height = free.height;
  moei_projector_fit (&fitted, self->first, self->second, MARGIN_DOWN);
  for (guint i = 0; i < N_SMALLER && fitted.zoom - i * SMALLER > self->most; i++)
    try_zoom (self, &free, fitted.zoom - i * SMALLER);
}

/* All parts of the view that reach from a card, or an edge, to another and in
 * which none lies. */
static void
try_all (Search *self)
{
  double width = self->view->width, height = self->view->height;
  guint n = self->n_covers + 1;

  for (guint i = 0; i < n * n * n * n; i++) {
    guint west = i % n, east = i / n % n, north = i / n / n % n, south = i / n / n / n;
    double left = west > 0 ? self->covers[west - 1].x + self->covers[west - 1].width : 0;
    double right = east > 0 ? self->covers[east - 1].x : width;
    double top = north > 0 ? self->covers[north - 1].y + self->covers[north - 1].height : 0;
    double bottom = south > 0 ? self->covers[south - 1].y : height;
    MoeiBox free = { left, top, right - left, bottom - top };

    if (free.width >= LEAST_SHARE * width && free.height >= LEAST_SHARE * height && !is_covered (self, &free))
      try_free (self, free);
  }
}

static GArray *
list_sites (MoeiOperation *operation)
{
  GArray *sites = g_array_new (FALSE, FALSE, sizeof (MoeiPoint));
  MoeiCollection *places = operation != NULL ? moei_operation_get_places (operation) : NULL;

  for (guint i = 0; places != NULL && i < moei_collection_size (places); i++) {
    const MoeiPosition *position = moei_place_get_position (moei_collection_get (places, i));

    if (position != NULL) {
      MoeiPoint point = moei_mercator_project (*position);

      g_array_append_val (sites, point);
    }
  }
  return sites;
}

/**
 * moei_map_fit:
 * @projector: a view, whose size counts
 * @extent: what shall be seen
 * @covers: (element-type MoeiBox): what of the view cannot be seen
 * @operation: (nullable): whose places shall not be where they cannot be seen
 *
 * Moves the centre and the zoom so that @extent is seen as large as it can be
 * in what of the view is free, with room for names around it.
 */
void
moei_map_fit (MoeiProjector *projector,
              MoeiExtent     extent,
              GArray        *covers,
              MoeiOperation *operation)
{
  g_autoptr (GArray) sites = list_sites (operation);
  Search search = {
    projector, moei_mercator_project ((MoeiPosition) { extent.west, extent.north }),
    moei_mercator_project ((MoeiPosition) { extent.east, extent.south }),
    (const MoeiBox *) (gpointer) covers->data, MIN (covers->len, MAX_COVERS), sites, *projector, -G_MAXDOUBLE,
  };

  try_all (&search);
  if (search.most == -G_MAXDOUBLE)
    try_free (&search, (MoeiBox) { 0, 0, projector->width, projector->height });
  *projector = search.best;
}

static MoeiBox
unite (const MoeiBox *a,
       const MoeiBox *b)
{
  double x = MIN (a->x, b->x), y = MIN (a->y, b->y);

  if (a->width <= 0 || b->width <= 0)
    return a->width <= 0 ? *b : *a;
  return (MoeiBox) { x, y, MAX (a->x + a->width, b->x + b->width) - x, MAX (a->y + a->height, b->y + b->height) - y };
}

static gboolean
is_other_size (const MoeiMapFitted *self,
               const MoeiMapFitted *wanted)
{
  double slack = self->held ? HELD_SLACK : 0;

  return abs (self->width - wanted->width) > slack * self->width ||
         abs (self->height - wanted->height) > slack * self->height;
}

/**
 * moei_map_fitted_grow:
 * @self: what a view was found for
 * @wanted: what it is wanted for now
 *
 * Returns: whether another view is needed, which @self then says for what
 */
gboolean
moei_map_fitted_grow (MoeiMapFitted       *self,
                      const MoeiMapFitted *wanted)
{
  gboolean resized = is_other_size (self, wanted);
  MoeiBox legend = resized ? wanted->legend : unite (&self->legend, &wanted->legend);
  gboolean covers = !self->held && (legend.width > self->legend.width || legend.height > self->legend.height);

  if (!resized && !covers &&
      wanted->extent.west >= self->extent.west && wanted->extent.east <= self->extent.east &&
      wanted->extent.south >= self->extent.south && wanted->extent.north <= self->extent.north) {
    self->legend = legend;
    return FALSE;
  }

  *self = *wanted;
  self->legend = legend;
  return TRUE;
}
