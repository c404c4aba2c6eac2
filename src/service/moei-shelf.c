/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-shelf.h"
#include "wire/moei-instant.h"

static const struct {
  const char *name;
  const char *href; /* of the document that shows it */
  gboolean    dated;
} shelves[] = {
  [MOEI_SHELF_OPERATION] = { "operation", MOEI_HREF_SERVICE, FALSE },
  [MOEI_SHELF_PLACES] = { "places", "/v1/places", FALSE },
  [MOEI_SHELF_ROUTES] = { "routes", "/v1/routes", FALSE },
  [MOEI_SHELF_CONVOYS] = { "convoys", "/v1/convoys?date=", TRUE },
  [MOEI_SHELF_FLIGHTS] = { "flights", "/v1/flights?date=", TRUE },
  [MOEI_SHELF_DAYS] = { "days", "/v1/weeks/", TRUE },
  [MOEI_SHELF_NATIONALITIES] = { "nationalities", "/v1/nationalities", FALSE },
  [MOEI_SHELF_RULES] = { "rules", "/v1/rule", FALSE },
  [MOEI_SHELF_HOLIDAYS] = { "holidays", "/v1/rule", FALSE },
  [MOEI_SHELF_NOTICES] = { "notices", "/v1/notices", FALSE },
  [MOEI_SHELF_ROLLS] = { "rolls", "/v1/rolls", FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (shelves) == MOEI_N_SHELVES);

/**
 * moei_shelf_get_name:
 * @shelf: a shelf
 *
 * Returns: its name, as the store and the wire spell it
 */
const char *
moei_shelf_get_name (MoeiShelf shelf)
{
  return shelves[shelf].name;
}

/**
 * moei_shelf_is_dated:
 * @shelf: a shelf
 *
 * Returns: whether each of its items belongs to one civil day
 */
gboolean
moei_shelf_is_dated (MoeiShelf shelf)
{
  return shelves[shelf].dated;
}

/**
 * moei_shelf_get_href:
 * @shelf: a shelf
 * @day: a civil day, not looked at unless the shelf is dated
 *
 * Returns: (transfer full): the address of the document that shows its items of @day
 */
char *
moei_shelf_get_href (MoeiShelf shelf,
                     guint     day)
{
  g_autofree char *tail = NULL;

  if (shelf == MOEI_SHELF_DAYS)
    tail = moei_week_format (day);
  else if (shelves[shelf].dated)
    tail = moei_day_format (day);

  return g_strconcat (shelves[shelf].href, tail, NULL);
}
