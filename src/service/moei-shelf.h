/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MoeiShelf:
 * @MOEI_SHELF_OPERATION: the operation itself, one item
 * @MOEI_SHELF_PLACES: places
 * @MOEI_SHELF_ROUTES: routes
 * @MOEI_SHELF_CONVOYS: convoys, by the day they leave
 * @MOEI_SHELF_FLIGHTS: flights, by the day they leave
 * @MOEI_SHELF_DAYS: days of the quota
 * @MOEI_SHELF_NATIONALITIES: nationalities
 * @MOEI_SHELF_RULES: lane rules
 * @MOEI_SHELF_HOLIDAYS: holidays
 * @MOEI_SHELF_NOTICES: notices
 * @MOEI_SHELF_ROLLS: lists of counts that owners handed over
 *
 * What the store keeps together.
 */
typedef enum {
  MOEI_SHELF_OPERATION,
  MOEI_SHELF_PLACES,
  MOEI_SHELF_ROUTES,
  MOEI_SHELF_CONVOYS,
  MOEI_SHELF_FLIGHTS,
  MOEI_SHELF_DAYS,
  MOEI_SHELF_NATIONALITIES,
  MOEI_SHELF_RULES,
  MOEI_SHELF_HOLIDAYS,
  MOEI_SHELF_NOTICES,
  MOEI_SHELF_ROLLS,
} MoeiShelf;

#define MOEI_N_SHELVES (MOEI_SHELF_ROLLS + 1)

#define MOEI_HREF_SERVICE   "/v1/"
#define MOEI_HREF_SITUATION "/v1/situation"
#define MOEI_HREF_CHANGES   "/v1/changes"

const char *moei_shelf_get_name (MoeiShelf shelf);
gboolean    moei_shelf_is_dated (MoeiShelf shelf);
char       *moei_shelf_get_href (MoeiShelf shelf,
                                 guint     day);

G_END_DECLS
