/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-geojson.h"

/* The two geometries of RFC 7946 that the operation has: a place or a convoy
 * is a Point, a route a LineString.  Positions are longitude, latitude and, if
 * somebody gives one, an altitude that nobody here needs. */

static gboolean
decode_degrees (JsonArray           *coordinates,
                guint                index,
                const MoeiJsonPath  *path,
                double              *degrees,
                GError             **error)
{
  const MoeiJsonPath item = { path, NULL, index };
  const char *names[] = { "longitude", "latitude" };
  int limit = index == 0 ? 180 : 90;

  if (!moei_json_get_double (json_array_get_element (coordinates, index), &item, degrees, error))
    return FALSE;
  if (*degrees < -limit || *degrees > limit)
    return moei_json_fail (&item, MOEI_WIRE_ERROR_RANGE, error,
                           "%s must be from -%d to %d", names[index], limit, limit);
  return TRUE;
}

static gboolean
decode_position (JsonNode            *node,
                 const MoeiJsonPath  *path,
                 MoeiPosition        *position,
                 GError             **error)
{
  JsonArray *coordinates;
  guint n_numbers;
  const MoeiJsonPath altitude_path = { path, NULL, 2 };
  double altitude;

  if (!moei_json_get_array (node, path, &coordinates, error))
    return FALSE;

  n_numbers = json_array_get_length (coordinates);
  if (n_numbers < 2 || n_numbers > 3)
    return moei_json_fail (path, MOEI_WIRE_ERROR_VALUE, error, "must be a longitude and a latitude");

  return decode_degrees (coordinates, 0, path, &position->longitude, error) &&
         decode_degrees (coordinates, 1, path, &position->latitude, error) &&
         (n_numbers == 2 ||
          moei_json_get_double (json_array_get_element (coordinates, 2), &altitude_path, &altitude, error));
}

/* Finds the coordinates of a geometry that must be of type @wanted. */
static gboolean
get_coordinates (JsonNode            *node,
                 const MoeiJsonPath  *path,
                 const char          *wanted,
                 JsonNode           **coordinates,
                 GError             **error)
{
  const MoeiJsonPath type_path = { path, "type", 0 };
  const MoeiJsonPath coordinates_path = { path, "coordinates", 0 };
  JsonObject *geometry;
  const char *type;

  if (!moei_json_get_object (node, path, &geometry, error))
    return FALSE;
  if (!json_object_has_member (geometry, "type"))
    return moei_json_fail (&type_path, MOEI_WIRE_ERROR_MISSING, error, "missing");
  if (!moei_json_get_string (json_object_get_member (geometry, "type"), &type_path, &type, error))
    return FALSE;
  if (!g_str_equal (type, wanted))
    return moei_json_fail (&type_path, MOEI_WIRE_ERROR_VALUE, error, "must be \"%s\"", wanted);

  *coordinates = json_object_get_member (geometry, "coordinates");
  return *coordinates != NULL ||
         moei_json_fail (&coordinates_path, MOEI_WIRE_ERROR_MISSING, error, "missing");
}

/**
 * moei_geojson_decode_point:
 * @node: a value
 * @path: where it is
 * @position: (out): the position of the Point that it is
 * @error: where to say that it is none
 *
 * Returns: whether it is a Point on Earth
 */
gboolean
moei_geojson_decode_point (JsonNode            *node,
                           const MoeiJsonPath  *path,
                           MoeiPosition        *position,
                           GError             **error)
{
  const MoeiJsonPath coordinates_path = { path, "coordinates", 0 };
  JsonNode *coordinates;

  return get_coordinates (node, path, "Point", &coordinates, error) &&
         decode_position (coordinates, &coordinates_path, position, error);
}

/**
 * moei_geojson_decode_line:
 * @node: a value
 * @path: where it is
 * @line: (out) (transfer full): the LineString that it is
 * @error: where to say that it is none
 *
 * Returns: whether it is a LineString of at least two positions on Earth
 */
gboolean
moei_geojson_decode_line (JsonNode            *node,
                          const MoeiJsonPath  *path,
                          MoeiLine           **line,
                          GError             **error)
{
  const MoeiJsonPath coordinates_path = { path, "coordinates", 0 };
  g_autofree MoeiPosition *points = NULL;
  JsonNode *coordinates;
  JsonArray *array;
  guint n_points;

  if (!get_coordinates (node, path, "LineString", &coordinates, error) ||
      !moei_json_get_array (coordinates, &coordinates_path, &array, error))
    return FALSE;

  n_points = json_array_get_length (array);
  if (n_points < 2)
    return moei_json_fail (&coordinates_path, MOEI_WIRE_ERROR_VALUE, error, "must be two positions or more");

  points = g_new (MoeiPosition, n_points);
  for (guint i = 0; i < n_points; i++) {
    const MoeiJsonPath item = { &coordinates_path, NULL, i };

    if (!decode_position (json_array_get_element (array, i), &item, &points[i], error))
      return FALSE;
  }

  *line = moei_line_new (points, n_points);
  return TRUE;
}

static void
write_position (MoeiJsonWriter     *writer,
                const MoeiPosition *position)
{
  moei_json_open (writer, '[');
  moei_json_write_double (writer, position->longitude);
  moei_json_write_double (writer, position->latitude);
  moei_json_close (writer, ']');
}

static void
open_geometry (MoeiJsonWriter *writer,
               const char     *type)
{
  moei_json_open (writer, '{');
  moei_json_write_member (writer, "type");
  moei_json_write_string (writer, type);
  moei_json_write_member (writer, "coordinates");
}

/**
 * moei_geojson_write_point:
 * @writer: a writer
 * @position: (nullable): a position; `NULL` writes null
 */
void
moei_geojson_write_point (MoeiJsonWriter     *writer,
                          const MoeiPosition *position)
{
  if (position == NULL) {
    moei_json_write_null (writer);
    return;
  }

  open_geometry (writer, "Point");
  write_position (writer, position);
  moei_json_close (writer, '}');
}

/**
 * moei_geojson_write_line:
 * @writer: a writer
 * @line: (nullable): a line; `NULL` writes null
 */
void
moei_geojson_write_line (MoeiJsonWriter *writer,
                         const MoeiLine *line)
{
  const MoeiPosition *points;
  gsize n_points;

  if (line == NULL) {
    moei_json_write_null (writer);
    return;
  }

  points = moei_line_get_points (line, &n_points);
  open_geometry (writer, "LineString");
  moei_json_open (writer, '[');
  for (gsize i = 0; i < n_points; i++)
    write_position (writer, &points[i]);
  moei_json_close (writer, ']');
  moei_json_close (writer, '}');
}
