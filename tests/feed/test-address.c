/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-address.h"
#include "feed/moei-feed-error.h"

static const struct {
  const char *text;
  const char *address; /* NULL: refused */
} addresses[] = {
  { "https://moei.example.org", "https://moei.example.org/" },
  { "https://moei.example.org/", "https://moei.example.org/" },
  { " https://moei.example.org/board \n", "https://moei.example.org/board/" },
  { "HTTPS://moei.example.org:8443/", "https://moei.example.org:8443/" },
  { "https://moei.example.org/?a=b#c", "https://moei.example.org/" },
  { "https://[2001:db8::1]:8443/", "https://[2001:db8::1]:8443/" },
  { "http://127.0.0.1:8080", "http://127.0.0.1:8080/" },
  { "http://127.8.8.8:8080", "http://127.8.8.8:8080/" },
  { "http://[::1]:8080/", "http://[::1]:8080/" },
  { "http://localhost:8080/", "http://localhost:8080/" },
  { "http://moei.example.org/", NULL },
  { "http://10.0.0.1/", NULL },
  { "http://127.0.0.1.example.org/", NULL },
  { "http://localhost.example.org/", NULL },
  { "https://post:secret@moei.example.org/", NULL },
  { "https:///v1/", NULL },
  { "ftp://moei.example.org/", NULL },
  { "file:///etc/hostname", NULL },
  { "moei.example.org", NULL },
  { "", NULL },
  { "https://moei.example.org:99999/", NULL },
  { "https://%2Fmoei.example.org/", NULL },
  { "https://moei.example.org%40other.example.org/", NULL },
  { "https://moei%20.example.org/", NULL },
  { "https://แม่สอด.example.org/", "https://xn--l3cz1am1hwb.example.org/" },
};

static const struct {
  const char *href;
  const char *address;
} hrefs[] = {
  { "/v1/places", "https://moei.example.org/board/v1/places" },
  { "/v1/", "https://moei.example.org/board/v1/" },
  { "v1/", "https://moei.example.org/board/v1/" },
  { "/v1/flights?date=2025-03-06", "https://moei.example.org/board/v1/flights?date=2025-03-06" },
  { "https://moei.example.org/v1/places", "https://moei.example.org/v1/places" },
  { "https://MOEI.example.org:443/v1/places", "https://MOEI.example.org/v1/places" },
  { "https://other.example.org/v1/places", NULL },
  { "//other.example.org/v1/places", NULL },
  { "/https://other.example.org/v1/places", NULL },
  { "///other.example.org/v1/places", NULL },
  { "http://moei.example.org/v1/places", NULL },
  { "https://moei.example.org:8443/v1/places", NULL },
  { "https://a@moei.example.org/v1/places", NULL },
  { "http://127.0.0.1/v1/places", NULL },
  { "file:///etc/hostname", NULL },
  { "data:application/json,{}", NULL },
};

static void
assert_address (GUri       *uri,
                GError     *error,
                const char *expected)
{
  g_autofree char *address = uri != NULL ? g_uri_to_string (uri) : NULL;

  g_assert_cmpstr (address, ==, expected);
  if (expected == NULL)
    g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_ADDRESS);
  else
    g_assert_no_error (error);
}

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GUri) uri = moei_address_parse (addresses[i].text, &error);

    g_autofree char *shown = g_strescape (addresses[i].text, NULL);

    g_test_message ("%s", shown);
    assert_address (uri, error, addresses[i].address);
  }
}

static void
test_resolve (void)
{
  g_autoptr (GUri) service = moei_address_parse ("https://moei.example.org/board", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (hrefs); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GUri) uri = moei_address_resolve (service, hrefs[i].href, &error);

    g_test_message ("%s", hrefs[i].href);
    assert_address (uri, error, hrefs[i].address);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/parse", test_parse);
  g_test_add_func ("/address/resolve", test_resolve);

  return g_test_run ();
}
