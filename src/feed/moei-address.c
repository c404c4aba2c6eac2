/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "feed/moei-address.h"
#include "feed/moei-feed-error.h"

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

/* GUri decodes what is written with %, so that a host could hold a "/".  Names
 * in other scripts are ASCII by now; only an IPv6 address may name a zone. */
static gboolean
is_host (const char *host)
{
  const char *allowed = strchr (host, ':') != NULL ? G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS ".:%-_~"
                                                   : G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS ".-_";

  return *host != '\0' && host[strspn (host, allowed)] == '\0';
}

static gboolean
is_acceptable (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  if (host == NULL || !is_host (host) || g_uri_get_userinfo (uri) != NULL)
    return FALSE;
  if (g_strcmp0 (scheme, "https") == 0)
    return TRUE;
  return g_strcmp0 (scheme, "http") == 0 && is_this_computer (host);
}

/* With %G_URI_FLAGS_SCHEME_NORMALIZE the default port is said of both. */
static gboolean
same_origin (GUri *a,
             GUri *b)
{
  return g_strcmp0 (g_uri_get_scheme (a), g_uri_get_scheme (b)) == 0 &&
         g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         g_uri_get_port (a) == g_uri_get_port (b);
}

static void
set_address_error (GError     **error,
                   const char  *text)
{
  g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_ADDRESS, text,
                                                 "%s: not an address that is asked", text));
}

/**
 * moei_address_parse:
 * @text: what somebody gave as the service's address
 * @error: return location
 *
 * Accepts `https:` addresses, and `http:` ones of this computer.  A folder's
 * closing slash may be missing.
 *
 * Returns: (transfer full): the service's address, without query and fragment;
 *   `NULL` with `MOEI_FEED_ERROR_ADDRESS`
 */
GUri *
moei_address_parse (const char  *text,
                    GError     **error)
{
  g_autofree char *stripped = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  uri = g_uri_parse (stripped, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (uri == NULL || !is_acceptable (uri)) {
    set_address_error (error, stripped);
    return NULL;
  }

  path = g_strconcat (g_uri_get_path (uri), g_str_has_suffix (g_uri_get_path (uri), "/") ? NULL : "/", NULL);
  return g_uri_build (g_uri_get_flags (uri), g_uri_get_scheme (uri), NULL,
                      g_uri_get_host (uri), g_uri_get_port (uri), path, NULL, NULL);
}

/**
 * moei_address_resolve:
 * @service: a service's address
 * @href: the address of a document, as the service gives it
 * @error: return location
 *
 * What begins with one "/" begins where the service does, which may be below
 * a path of a host that it shares.  A document is only ever asked of the
 * service itself: no answer of its can send us elsewhere.
 *
 * Returns: (transfer full): the document's address; `NULL` with `MOEI_FEED_ERROR_ADDRESS`
 */
GUri *
moei_address_resolve (GUri        *service,
                      const char  *href,
                      GError     **error)
{
  g_autoptr (GUri) uri = NULL;
  const char *rest = href;

  g_return_val_if_fail (service != NULL && href != NULL, NULL);

  if (href[0] == '/' && href[1] != '/')
    rest++;
  uri = g_uri_parse_relative (service, rest, g_uri_get_flags (service), NULL);
  if (uri == NULL || !is_acceptable (uri) || !same_origin (uri, service)) {
    set_address_error (error, href);
    return NULL;
  }

  return g_steal_pointer (&uri);
}
