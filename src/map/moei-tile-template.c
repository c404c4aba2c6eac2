/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-tile-template.h"

#include <gio/gio.h>
#include <string.h>

#define MAX_LENGTH 2048

G_DEFINE_QUARK (moei-tile-template-error-quark, moei_tile_template_error)

/* Each of the three is there, and nothing else in braces. */
static gboolean
check_placeholders (const char  *template,
                    GError     **error)
{
  static const char * const needed[] = { "{z}", "{x}", "{y}" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++) {
    if (strstr (template, needed[i]) == NULL) {
      g_set_error (error, MOEI_TILE_TEMPLATE_ERROR, MOEI_TILE_TEMPLATE_ERROR_PLACEHOLDER,
                   "there is no %s in it", needed[i]);
      return FALSE;
    }
  }
  for (const char *at = strpbrk (template, "{}"); at != NULL; at = strpbrk (at, "{}")) {
    if (at[0] != '{' || at[1] == '\0' || strchr ("zxy", at[1]) == NULL || at[2] != '}') {
      g_set_error (error, MOEI_TILE_TEMPLATE_ERROR, MOEI_TILE_TEMPLATE_ERROR_PLACEHOLDER,
                   "character %d: only {z}, {x} and {y} stand in braces", (int) (at - template) + 1);
      return FALSE;
    }
    at += 3;
  }
  return TRUE;
}

/* Without TLS nobody else's computer can be trusted to answer. */
static gboolean
is_this_computer (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
check_scheme (GUri    *uri,
              GError **error)
{
  const char *scheme = g_uri_get_scheme (uri);

  if (g_strcmp0 (scheme, "https") == 0 ||
      (g_strcmp0 (scheme, "http") == 0 && is_this_computer (g_uri_get_host (uri))))
    return TRUE;

  if (g_strcmp0 (scheme, "http") == 0)
    g_set_error (error, MOEI_TILE_TEMPLATE_ERROR, MOEI_TILE_TEMPLATE_ERROR_SCHEME,
                 "http: is only for this computer, not for “%s”; elsewhere it has to be https:", g_uri_get_host (uri));
  else
    g_set_error (error, MOEI_TILE_TEMPLATE_ERROR, MOEI_TILE_TEMPLATE_ERROR_SCHEME,
                 "“%s:” is neither https: nor, on this computer, http:", scheme);
  return FALSE;
}

/**
 * moei_tile_template_check:
 * @template: a tile's address with {z}, {x} and {y} for its zoom level, column
 *   and row, as in `https://tiles.example/{z}/{x}/{y}.png`
 * @error: return location
 *
 * Returns: whether tiles can be asked for there; if not, with
 *   `MOEI_TILE_TEMPLATE_ERROR`
 */
gboolean
moei_tile_template_check (const char  *template,
                          GError     **error)
{
  g_autoptr (GError) syntax = NULL;
  g_autoptr (GUri) first = NULL, second = NULL;
  g_autofree char *at_0 = NULL, *at_1 = NULL;

  g_return_val_if_fail (template != NULL, FALSE);

  if (strlen (template) > MAX_LENGTH || !g_str_is_ascii (template)) {
    g_set_error (error, MOEI_TILE_TEMPLATE_ERROR, MOEI_TILE_TEMPLATE_ERROR_ADDRESS,
                 "not an address of at most %d ASCII characters", MAX_LENGTH);
    return FALSE;
  }
  if (!check_placeholders (template, error))
    return FALSE;

  at_0 = moei_tile_template_expand (template, 0, 0, 0);
  at_1 = moei_tile_template_expand (template, 1, 1, 1);
  first = g_uri_parse (at_0, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, &syntax);
  second = g_uri_parse (at_1, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (first == NULL || second == NULL || g_uri_get_host (first) == NULL || *g_uri_get_host (first) == '\0' ||
      strpbrk (template, " \t\r\n") != NULL) {
    g_set_error (error, MOEI_TILE_TEMPLATE_ERROR, MOEI_TILE_TEMPLATE_ERROR_ADDRESS,
                 "not an address: %s", syntax != NULL ? syntax->message : "it has no host, or a space in it");
    return FALSE;
  }
  if (g_uri_get_userinfo (first) != NULL || g_strcmp0 (g_uri_get_host (first), g_uri_get_host (second)) != 0 ||
      g_uri_get_port (first) != g_uri_get_port (second)) {
    g_set_error (error, MOEI_TILE_TEMPLATE_ERROR, MOEI_TILE_TEMPLATE_ERROR_ADDRESS,
                 "there is a user's name or a placeholder before its path");
    return FALSE;
  }
  return check_scheme (first, error);
}

/**
 * moei_tile_template_expand:
 * @template: a tile's address with placeholders
 * @zoom: the zoom level
 * @x: the column, from the west
 * @y: the row, from the north
 *
 * Returns: (transfer full): the address of that tile
 */
char *
moei_tile_template_expand (const char *template,
                           guint       zoom,
                           guint       x,
                           guint       y)
{
  GString *address = g_string_new (template);
  g_autofree char *z_text = g_strdup_printf ("%u", zoom);
  g_autofree char *x_text = g_strdup_printf ("%u", x);
  g_autofree char *y_text = g_strdup_printf ("%u", y);

  g_string_replace (address, "{z}", z_text, 0);
  g_string_replace (address, "{x}", x_text, 0);
  g_string_replace (address, "{y}", y_text, 0);
  return g_string_free (address, FALSE);
}
