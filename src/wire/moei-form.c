/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-form.h"
#include "wire/moei-instant.h"

#include <string.h>

#define MAX_ID   64
#define MAX_HREF 512

static gboolean
is_id (const char *string)
{
  gsize length = strspn (string, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._:-");

  return length >= 1 && length <= MAX_ID && string[length] == '\0';
}

static gboolean
is_letters (const char *string,
            gsize       n_letters)
{
  return strspn (string, G_CSET_A_2_Z) == n_letters && string[n_letters] == '\0';
}

/* "//host" would be an address on another service. */
static gboolean
is_href (const char *string)
{
  gsize length = 0;

  if (string[0] != '/' || string[1] == '/')
    return FALSE;
  while (g_ascii_isgraph (string[length]))
    length++;
  return length <= MAX_HREF && string[length] == '\0';
}

/**
 * moei_form_matches:
 * @form: a form
 * @string: a string
 *
 * Returns: whether @string has that form
 */
gboolean
moei_form_matches (MoeiForm    form,
                   const char *string)
{
  guint monday;

  switch (form) {
  case MOEI_FORM_ANY:
    return TRUE;
  case MOEI_FORM_ID:
    return is_id (string);
  case MOEI_FORM_ID_OR_REST:
    return is_id (string) || g_str_equal (string, "*");
  case MOEI_FORM_COUNTRY:
  case MOEI_FORM_IATA:
    return is_letters (string, 3);
  case MOEI_FORM_ICAO:
    return is_letters (string, 4);
  case MOEI_FORM_WEEK:
    return moei_week_parse (string, &monday);
  case MOEI_FORM_HREF:
    return is_href (string);
  default:
    g_return_val_if_reached (FALSE);
  }
}

/**
 * moei_form_describe:
 * @form: a form
 *
 * Returns: what a string is said to be that has another form: "not …"
 */
const char *
moei_form_describe (MoeiForm form)
{
  switch (form) {
  case MOEI_FORM_ID_OR_REST:
    return "neither an id nor \"*\"";
  case MOEI_FORM_ID:
    return "not an id of 1 to 64 letters, digits, \".\", \"_\", \":\" or \"-\"";
  case MOEI_FORM_COUNTRY:
    return "not a country's three letters of ISO 3166-1";
  case MOEI_FORM_IATA:
    return "not an airport's three letters of IATA";
  case MOEI_FORM_ICAO:
    return "not an airport's four letters of ICAO";
  case MOEI_FORM_WEEK:
    return "not an ISO 8601 week";
  case MOEI_FORM_HREF:
    return "not an address from \"/\" on the service";
  case MOEI_FORM_ANY:
  default:
    return "not a string";
  }
}
