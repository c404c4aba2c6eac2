/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MoeiForm:
 * @MOEI_FORM_ANY: any string
 * @MOEI_FORM_ID: an id: 1 to 64 of A-Z a-z 0-9 . _ : -
 * @MOEI_FORM_ID_OR_REST: an id, or "*" for all others
 * @MOEI_FORM_COUNTRY: three letters, as ISO 3166-1 alpha-3 has them
 * @MOEI_FORM_IATA: three letters, as IATA has them for airports
 * @MOEI_FORM_ICAO: four letters, as ICAO has them for airports
 * @MOEI_FORM_WEEK: an ISO 8601 week, "2025-W10"
 * @MOEI_FORM_HREF: an address on the service, from "/"
 *
 * What a string may look like.
 */
typedef enum {
  MOEI_FORM_ANY,
  MOEI_FORM_ID,
  MOEI_FORM_ID_OR_REST,
  MOEI_FORM_COUNTRY,
  MOEI_FORM_IATA,
  MOEI_FORM_ICAO,
  MOEI_FORM_WEEK,
  MOEI_FORM_HREF,
} MoeiForm;

gboolean    moei_form_matches  (MoeiForm    form,
                                const char *string);
const char *moei_form_describe (MoeiForm    form);

G_END_DECLS
