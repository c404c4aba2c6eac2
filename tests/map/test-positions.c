/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things are on the map, against coordinates that others have published. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "map/moei-basemap-source.h"
#include "map/moei-gazetteer.h"
#include "map/moei-projection.h"
#include "operation/moei-collection.h"
#include "operation/moei-place.h"
#include "tests/map/map-fixture.h"

#define NOON (G_GINT64_CONSTANT (1741237200) * G_USEC_PER_SEC) /* 2025-03-06T12:00:00+07:00 */

/* The level from which on all is drawn as finely as it is known */
#define CLOSE 13

#define THAILAND 1
#define MYANMAR  2

typedef struct {
  GPtrArray     *basemaps;
  GPtrArray     *names;
  MoeiOperation *operation;
} Fixture;

typedef struct {
  const char   *id;
  MoeiPosition  published;
  double        metres;   /* to which it is known */
  guint         country;  /* 0 on the border itself */
} Known;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MOEI_SRCDIR"), "data", "operation", NULL);

  fixture->basemaps = moei_basemap_load_bundled ();
  fixture->names = moei_gazetteer_load_bundled ();
  fixture->operation = map_fixture_load (folder, NOON);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_ptr_array_unref (fixture->basemaps);
  g_ptr_array_unref (fixture->names);
  g_object_unref (fixture->operation);
}

static MoeiPoint
get_point (const MoeiBasemapPart *part,
           guint                  i)
{
  return (MoeiPoint) { part->points[2 * i] / (double) MOEI_BASEMAP_UNITS,
                       part->points[2 * i + 1] / (double) MOEI_BASEMAP_UNITS };
}

/* How far a point is from a line of the map, in metres. */
static double
measure_to_part (const MoeiBasemapPart *part,
                 MoeiPosition           position)
{
  MoeiPoint p = moei_mercator_project (position);
  double best = G_MAXDOUBLE;

  for (guint i = 1; i < part->rings[0]; i++) {
    MoeiPoint a = get_point (part, i - 1), b = get_point (part, i);
    double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    double t = square > 0 ? CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;

    best = MIN (best, hypot (p.x - a.x - t * dx, p.y - a.y - t * dy));
  }
  return best * moei_mercator_metres (position.latitude);
}

static gboolean
is_inside (const MoeiBasemapPart *part,
           MoeiPosition           position)
{
  MoeiPoint p = moei_mercator_project (position);
  gboolean inside = FALSE;
  guint first = 0;

  for (guint ring = 0; ring < part->n_rings; first += part->rings[ring++]) {
    for (guint i = 0, last = part->rings[ring] - 1; i < part->rings[ring]; last = i++) {
      MoeiPoint a = get_point (part, first + last), b = get_point (part, first + i);

      if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
        inside = !inside;
    }
  }
  return inside;
}

typedef void (* PartFunc) (const MoeiBasemapPart *part,
                           gpointer               user_data);

/* All that is drawn of a feature at a zoom level. */
static void
visit (GPtrArray          *basemaps,
       MoeiBasemapFeature  feature,
       guint               zoom,
       PartFunc            func,
       gpointer            user_data)
{
  for (guint i = 0; i < basemaps->len; i++) {
    guint n_layers;
    const MoeiBasemapLayer *layers = moei_basemap_get_layers (basemaps->pdata[i], &n_layers);

    for (guint j = 0; j < n_layers; j++) {
      if (layers[j].feature != feature || layers[j].min_zoom > zoom || layers[j].max_zoom < zoom)
        continue;
      for (guint k = 0; k < layers[j].n_parts; k++)
        func (&layers[j].parts[k], user_data);
    }
  }
}

typedef struct {
  MoeiPosition position;
  guint        kind;
  double       metres;
  guint        countries; /* a bit for each it is in */
} Search;

static void
look_nearer (const MoeiBasemapPart *part,
             gpointer               user_data)
{
  Search *search = user_data;

  if (part->kind == search->kind)
    search->metres = MIN (search->metres, measure_to_part (part, search->position));
}

static void
look_inside (const MoeiBasemapPart *part,
             gpointer               user_data)
{
  Search *search = user_data;

  if (is_inside (part, search->position))
    search->countries |= 1u << part->kind;
}

static double
measure_to (Fixture            *fixture,
            MoeiBasemapFeature  feature,
            guint               kind,
            MoeiPosition        position)
{
  Search search = { position, kind, G_MAXDOUBLE, 0 };

  visit (fixture->basemaps, feature, CLOSE, look_nearer, &search);
  return search.metres;
}

/* Whose the ground is, the same at each zoom level that it can be told at. */
static void
assert_country (Fixture      *fixture,
                MoeiPosition  position,
                guint         country)
{
  for (guint zoom = 7; zoom <= CLOSE; zoom += 2) {
    Search search = { position, 0, 0, 0 };

    visit (fixture->basemaps, MOEI_BASEMAP_COUNTRY, zoom, look_inside, &search);
    g_assert_cmpuint (search.countries, ==, 1u << country);
  }
}

static const MoeiPosition *
get_place_position (Fixture    *fixture,
                    const char *id)
{
  MoeiPlace *place = moei_collection_lookup (moei_operation_get_places (fixture->operation), id);

  g_assert_nonnull (place);
  g_assert_nonnull (moei_place_get_position (place));
  return moei_place_get_position (place);
}

static void
test_places (Fixture       *fixture,
             gconstpointer  user_data)
{
  /* Wikipedia; AIP Thailand for the airport; The Nation's grid reference of KK Park */
  static const Known known[] = {
    { "shwe-kokko", { 98.5309, 16.8205 }, 500, MYANMAR },
    { "myawaddy-town", { 98.5083, 16.6878 }, 500, MYANMAR },
    { "kk-park", { 98.564, 16.626 }, 500, MYANMAR },
    { "dong-feng-park", { 98.524, 16.599 }, 3000, MYANMAR },
    { "payathonzu", { 98.383, 15.300 }, 1000, MYANMAR },
    { "bridge-1", { 98.5167, 16.6908 }, 100, 0 },
    { "maq", { 98.54348, 16.69983 }, 50, THAILAND },
    { "jhg", { 100.76, 21.97 }, 2000, 0 },
    { "add", { 38.80, 8.98 }, 2000, 0 },
    { "nkg", { 118.86, 31.74 }, 2000, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    const MoeiPosition *position = get_place_position (fixture, known[i].id);

    g_test_message ("%s", known[i].id);
    g_assert_cmpfloat (moei_position_distance (position, &known[i].published), <=, known[i].metres);
    if (known[i].country != 0)
      assert_country (fixture, *position, known[i].country);
  }
}

/* Each place stands on the ground of the country it is said to be in, however
 * roughly it is known where; but crossings, which are on the line. */
static void
test_sides (Fixture       *fixture,
            gconstpointer  user_data)
{
  MoeiCollection *places = moei_operation_get_places (fixture->operation);
  guint n_looked_at = 0;

  for (guint i = 0; i < moei_collection_size (places); i++) {
    MoeiPlace *place = moei_collection_get (places, i);
    const MoeiPosition *position = moei_place_get_position (place);
    const char *country = moei_place_get_country (place);

    if (position == NULL || moei_place_get_kind (place) == MOEI_PLACE_KIND_CROSSING ||
        (g_strcmp0 (country, "THA") != 0 && g_strcmp0 (country, "MMR") != 0))
      continue;
    g_test_message ("%s", moei_entity_get_id (MOEI_ENTITY (place)));
    assert_country (fixture, *position, strcmp (country, "THA") == 0 ? THAILAND : MYANMAR);
    n_looked_at++;
  }
  g_assert_cmpuint (n_looked_at, >=, 16);
}

static const MoeiNamed *
get_named (Fixture       *fixture,
           const char    *name,
           MoeiNamedKind  kind)
{
  for (guint i = 0; i < fixture->names->len; i++) {
    const MoeiNamed *named = fixture->names->pdata[i];

    if (named->kind == kind && strcmp (moei_text_get (named->name, MOEI_LANGUAGE_EN), name) == 0)
      return named;
  }
  g_error ("%s is not on the map", name);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const struct {
    MoeiNamedKind kind;
    Known         known;
  } names[] = {
    { MOEI_NAMED_TOWN, { "Mae Sot", { 98.5747, 16.7131 }, 500, THAILAND } },
    { MOEI_NAMED_TOWN, { "Myawaddy", { 98.5083, 16.6878 }, 1000, MYANMAR } },
    { MOEI_NAMED_TOWN, { "Payathonzu", { 98.383, 15.300 }, 1000, MYANMAR } },
    { MOEI_NAMED_TOWN, { "Lay Kay Kaw", { 98.524, 16.599 }, 1000, MYANMAR } },
    { MOEI_NAMED_TOWN, { "Mae Ramat", { 98.5166, 16.9839 }, 1500, THAILAND } },
    { MOEI_NAMED_TOWN, { "Phop Phra", { 98.6905, 16.3859 }, 1500, THAILAND } },
    { MOEI_NAMED_TOWN, { "Kawkareik", { 98.2401, 16.5562 }, 1500, MYANMAR } },
    { MOEI_NAMED_CITY, { "Tak", { 99.1250, 16.8800 }, 2500, THAILAND } },
    { MOEI_NAMED_CITY, { "Hpa-An", { 97.6333, 16.8906 }, 1500, MYANMAR } },
    { MOEI_NAMED_CITY, { "Bangkok", { 100.50, 13.75 }, 3000, THAILAND } },
    { MOEI_NAMED_VILLAGE, { "Wang Pha", { 98.545, 16.820 }, 1500, THAILAND } },
    { MOEI_NAMED_VILLAGE, { "Mae Ku Mai Tha Sung", { 98.573, 16.627 }, 1000, THAILAND } },
    { MOEI_NAMED_VILLAGE, { "Rim Moei", { 98.5167, 16.6908 }, 1000, THAILAND } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const Known *known = &names[i].known;
    MoeiPosition position = moei_mercator_unproject (get_named (fixture, known->id, names[i].kind)->point);

    g_test_message ("%s", known->id);
    g_assert_cmpfloat (moei_position_distance (&position, &known->published), <=, known->metres);
    assert_country (fixture, position, known->country);
  }
}

typedef struct {
  guint        n;
  MoeiPosition first, last;
} Ends;

static void
take_ends (const MoeiBasemapPart *part,
           gpointer               user_data)
{
  Ends *ends = user_data;

  ends->n++;
  ends->first = moei_mercator_unproject (get_point (part, 0));
  ends->last = moei_mercator_unproject (get_point (part, part->rings[0] - 1));
}

/* Its middle and length by AIP Thailand; before it was made longer, by OurAirports. */
static void
test_runway (Fixture       *fixture,
             gconstpointer  user_data)
{
  static const MoeiPosition before[] = { { 98.5380, 16.6998 }, { 98.5521, 16.7000 } };
  MoeiPosition reference = { 98.54348, 16.69983 }, middle;
  Ends ends = { 0 };

  visit (fixture->basemaps, MOEI_BASEMAP_RUNWAY, CLOSE, take_ends, &ends);
  g_assert_cmpuint (ends.n, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    g_assert_cmpfloat (measure_to (fixture, MOEI_BASEMAP_RUNWAY, 0, before[i]), <, 20);
  g_assert_cmpfloat_with_epsilon (moei_position_distance (&ends.first, &ends.last), 2100, 15);
  middle = (MoeiPosition) { (ends.first.longitude + ends.last.longitude) / 2,
                            (ends.first.latitude + ends.last.latitude) / 2 };
  g_assert_cmpfloat (moei_position_distance (&middle, &reference), <, 20);
}

static void
assert_spans_the_river (Fixture    *fixture,
                        guint       kind,
                        double      metres,
                        const char *crossing)
{
  const MoeiPosition *place = get_place_position (fixture, crossing);

  /* The place is on the bridge, and the bridge is where the river is. */
  g_assert_cmpfloat (measure_to (fixture, MOEI_BASEMAP_BRIDGE, kind, *place), <, 30);
  g_assert_cmpfloat (measure_to (fixture, MOEI_BASEMAP_RIVER, 0, *place), <, 60);
  g_assert_cmpfloat (measure_to (fixture, MOEI_BASEMAP_BORDER, 1, *place), <, 60);
  g_assert_cmpfloat_with_epsilon (metres, kind == 0 ? 420 : 760, 60);
}

typedef struct {
  Fixture *fixture;
  guint    n;
  double   metres[2];
} Bridges;

static void
look_at_bridge (const MoeiBasemapPart *part,
                gpointer               user_data)
{
  Bridges *bridges = user_data;
  MoeiPosition first = moei_mercator_unproject (get_point (part, 0));
  MoeiPosition last = moei_mercator_unproject (get_point (part, part->rings[0] - 1));

  g_assert_cmpuint (part->kind, <, 2);
  bridges->n++;
  bridges->metres[part->kind] = moei_position_distance (&first, &last);
  /* From the one country to the other */
  assert_country (bridges->fixture, first, MYANMAR);
  assert_country (bridges->fixture, last, THAILAND);
}

/* Lengths: 420 m and 760 m with their ramps. */
static void
test_bridges (Fixture       *fixture,
              gconstpointer  user_data)
{
  Bridges bridges = { fixture, 0, { 0, 0 } };

  visit (fixture->basemaps, MOEI_BASEMAP_BRIDGE, CLOSE, look_at_bridge, &bridges);
  g_assert_cmpuint (bridges.n, ==, 2);
  assert_spans_the_river (fixture, 0, bridges.metres[0], "bridge-1");
  assert_spans_the_river (fixture, 1, bridges.metres[1], "bridge-2");
}

/* Each of the roads goes through where it is known to go through. */
static void
test_roads (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const struct {
    const char   *name;
    guint         kind;
    MoeiPosition  by;
    double        metres;
  } roads[] = {
    { "AH1 and highway 12: Friendship Bridge 1", 0, { 98.5167, 16.6908 }, 250 },
    { "AH1 and highway 12: Mae Sot", 0, { 98.5747, 16.7131 }, 1500 },
    { "AH1 and highway 12: Tak", 0, { 99.125, 16.88 }, 2500 },
    { "AH1: Myawaddy", 0, { 98.5083, 16.6878 }, 500 },
    { "AH1: Kawkareik", 0, { 98.2401, 16.5562 }, 2000 },
    { "AH1: Hpa-An", 0, { 97.6333, 16.8906 }, 2500 },
    { "the bypass: Bridge 2, Thailand", 1, { 98.4806, 16.7205 }, 150 },
    { "the bypass: Bridge 2, Myanmar", 1, { 98.4738, 16.7195 }, 150 },
    { "105: Mae Ramat", 1, { 98.5166, 16.9839 }, 2000 },
    { "105: Mae Sariang", 1, { 97.9320, 18.1657 }, 2000 },
    { "1090: Umphang", 1, { 98.8622, 16.0175 }, 2000 },
    { "1206: Phop Phra", 2, { 98.6905, 16.3859 }, 2000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roads); i++) {
    g_test_message ("%s", roads[i].name);
    g_assert_cmpfloat (measure_to (fixture, MOEI_BASEMAP_ROAD, roads[i].kind, roads[i].by), <, roads[i].metres);
  }
}

static void
assert_one_country (const MoeiBasemapPart *part,
                    gpointer               user_data)
{
  Fixture *fixture = user_data;
  guint all = 0;

  for (guint i = 0; i < part->rings[0]; i++) {
    Search search = { moei_mercator_unproject (get_point (part, i)), 0, 0, 0 };

    visit (fixture->basemaps, MOEI_BASEMAP_COUNTRY, CLOSE, look_inside, &search);
    all |= search.countries;
  }
  g_assert_true (all == 1u << THAILAND || all == 1u << MYANMAR);
}

/* The towns are built up where they are named, and none of them across the river. */
static void
test_built_up (Fixture       *fixture,
               gconstpointer  user_data)
{
  static const MoeiPosition towns[] = {
    { 98.5747, 16.7131 },  /* Mae Sot */
    { 98.5083, 16.6878 },  /* Myawaddy */
    { 98.5166, 16.9839 },  /* Mae Ramat */
    { 98.6905, 16.3859 },  /* Phop Phra */
    { 99.1250, 16.8800 },  /* Tak */
    { 97.6333, 16.8906 },  /* Hpa-An */
    { 98.2401, 16.5562 },  /* Kawkareik */
  };

  for (guint i = 0; i < G_N_ELEMENTS (towns); i++) {
    Search search = { towns[i], 0, 0, 0 };

    g_test_message ("%g %g", towns[i].latitude, towns[i].longitude);
    visit (fixture->basemaps, MOEI_BASEMAP_BUILT_UP, CLOSE, look_inside, &search);
    g_assert_cmpuint (search.countries, !=, 0);
  }
  visit (fixture->basemaps, MOEI_BASEMAP_BUILT_UP, CLOSE, assert_one_country, fixture);
}

/* The Moei's name lies on the Moei. */
static void
test_river_names (Fixture       *fixture,
                  gconstpointer  user_data)
{
  guint n_names = 0;

  for (guint i = 0; i < fixture->names->len; i++) {
    const MoeiNamed *named = fixture->names->pdata[i];

    if (named->kind != MOEI_NAMED_WATER || strcmp (moei_text_get (named->name, MOEI_LANGUAGE_EN), "Moei") != 0)
      continue;
    g_assert_cmpfloat (measure_to (fixture, MOEI_BASEMAP_RIVER, 0, moei_mercator_unproject (named->point)), <, 250);
    n_names++;
  }
  g_assert_cmpuint (n_names, >=, 5);
}

#define ADD(name, func) g_test_add ("/positions/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("places", test_places);
  ADD ("sides", test_sides);
  ADD ("names", test_names);
  ADD ("runway", test_runway);
  ADD ("bridges", test_bridges);
  ADD ("roads", test_roads);
  ADD ("built-up", test_built_up);
  ADD ("river-names", test_river_names);

  return g_test_run ();
}
