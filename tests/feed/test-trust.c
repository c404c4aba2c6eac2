/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-trust.h"

#ifdef __SANITIZE_ADDRESS__
/* See test-certificate.c. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}
#endif

/* The computer trusts valid.pem and no more; authority.pem is added. */
static const struct {
  const char           *name;
  GTlsCertificateFlags  alone;
  GTlsCertificateFlags  both;
} cases[] = {
  { "valid", 0, 0 },
  { "signed", G_TLS_CERTIFICATE_UNKNOWN_CA, 0 },
  { "signed-other-host", G_TLS_CERTIFICATE_UNKNOWN_CA | G_TLS_CERTIFICATE_BAD_IDENTITY, G_TLS_CERTIFICATE_BAD_IDENTITY },
  { "signed-expired", G_TLS_CERTIFICATE_UNKNOWN_CA, G_TLS_CERTIFICATE_EXPIRED },
  { "expired", G_TLS_CERTIFICATE_EXPIRED, G_TLS_CERTIFICATE_EXPIRED },
};

static char *
get_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".pem", NULL);

  return g_test_build_filename (G_TEST_DIST, "feed", "fixture", "certificates", file, NULL);
}

static GTlsDatabase *
open_database (const char *name)
{
  g_autofree char *path = get_path (name);
  g_autoptr (GError) error = NULL;
  GTlsDatabase *database = G_TLS_DATABASE (g_tls_file_database_new (path, &error));

  g_assert_no_error (error);
  return database;
}

static GTlsCertificateFlags
verify (GTlsDatabase *database,
        const char   *name,
        const char   *host)
{
  g_autofree char *path = get_path (name);
  g_autoptr (GSocketConnectable) identity = g_network_address_new (host, 443);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);
  GTlsCertificateFlags flags;

  g_assert_no_error (error);
  flags = g_tls_database_verify_chain (database, certificate, G_TLS_DATABASE_PURPOSE_AUTHENTICATE_SERVER, identity,
                                       NULL, G_TLS_DATABASE_VERIFY_NONE, NULL, &error);
  g_assert_no_error (error);
  return flags;
}

/* Added to the computer's own, not in their place; and as strict as they are. */
static void
test_added (void)
{
  g_autoptr (GTlsDatabase) system = NULL;
  g_autoptr (GTlsDatabase) added = NULL;
  g_autoptr (GTlsDatabase) trust = NULL;

  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ())) {
    g_test_skip ("this computer has no TLS");
    return;
  }

  system = open_database ("valid");
  added = open_database ("authority");
  trust = moei_trust_new (system, added);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].name);
    g_assert_cmphex (verify (system, cases[i].name, "127.0.0.1") & cases[i].alone, ==, cases[i].alone);
    g_assert_cmphex (verify (trust, cases[i].name, "127.0.0.1") & cases[i].both, ==, cases[i].both);
    if (cases[i].both == 0)
      g_assert_cmphex (verify (trust, cases[i].name, "127.0.0.1"), ==, 0);
    g_assert_cmphex (verify (trust, cases[i].name, "moei.example.org"), !=, 0);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trust/added", test_added);

  return g_test_run ();
}
