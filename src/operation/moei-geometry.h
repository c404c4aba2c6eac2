/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MOEI_TYPE_POSITION (moei_position_get_type ())
#define MOEI_TYPE_LINE     (moei_line_get_type ())

/**
 * MoeiPosition:
 * @longitude: degrees east, -180 to 180
 * @latitude: degrees north, -90 to 90
 *
 * A position on WGS 84, in GeoJSON's order.
 */
typedef struct {
  double longitude;
  double latitude;
} MoeiPosition;

/**
 * MoeiLine:
 *
 * An immutable, reference counted line of positions.
 */
typedef struct _MoeiLine MoeiLine;

GType               moei_position_get_type (void) G_GNUC_CONST;
MoeiPosition       *moei_position_copy     (const MoeiPosition *self);
gboolean            moei_position_equal    (const MoeiPosition *a,
                                            const MoeiPosition *b);
double              moei_position_distance (const MoeiPosition *a,
                                            const MoeiPosition *b);

GType               moei_line_get_type     (void) G_GNUC_CONST;
MoeiLine           *moei_line_new          (const MoeiPosition *points,
                                            gsize               n_points);
MoeiLine           *moei_line_ref          (MoeiLine           *self);
void                moei_line_unref        (MoeiLine           *self);
const MoeiPosition *moei_line_get_points   (const MoeiLine     *self,
                                            gsize              *n_points);
gboolean            moei_line_equal        (const MoeiLine     *a,
                                            const MoeiLine     *b);
double              moei_line_get_length   (const MoeiLine     *self);
MoeiPosition        moei_line_interpolate  (const MoeiLine     *self,
                                            double              fraction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiLine, moei_line_unref)

G_END_DECLS
