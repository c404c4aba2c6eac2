/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>

#include "feed/moei-feed-error.h"
#include "feed/moei-way-files.h"

#ifdef __SANITIZE_ADDRESS__
/* See test-certificate.c. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}
#endif

#define TOKEN "sit1_0123456789abcdef"

static char *folder;

static char *
get_fixture (const char *file)
{
  return g_test_build_filename (G_TEST_DIST, "feed", "fixture", "certificates", file, NULL);
}

static char *
read_fixture (const char *file)
{
  g_autofree char *path = get_fixture (file);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static char *
put_file (const char *name,
          const char *text,
          int         mode)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
  return path;
}

static void
assert_names (const GError  *error,
              MoeiFeedError  code,
              const char    *place)
{
  g_autofree char *sentence = NULL;

  g_assert_error (error, MOEI_FEED_ERROR, (int) code);
  sentence = moei_feed_error_to_sentence (error);
  if (strstr (sentence, place) == NULL)
    g_error ("%s: does not name %s", sentence, place);
}

static void
test_authorities (void)
{
  g_autofree char *one = read_fixture ("authority.pem");
  g_autofree char *damaged = g_strdup_printf ("# first\n%s-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", one);
  g_autofree char *cut = g_strndup (one, strlen (one) / 2);
  g_autofree char *two = g_strconcat (one, "between\n", one, NULL);
  const struct {
    const char *name;
    const char *text;
    const char *place; /* NULL: nothing is wrong */
  } cases[] = {
    { "one.pem", one, NULL },
    { "two.pem", two, NULL },
    { "empty.pem", "", "/empty.pem:1:" },
    { "other.pem", "hello\n", "/other.pem:1:" },
    { "cut.pem", cut, "/cut.pem:1:" },
    { "damaged.pem", damaged, "/damaged.pem:21:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = put_file (cases[i].name, cases[i].text, 0644);
    g_autoptr (GError) error = NULL;
    g_autoptr (GTlsDatabase) trust = moei_way_files_read_authorities (path, &error);

    if (cases[i].place == NULL) {
      g_assert_no_error (error);
      g_assert_true (G_IS_TLS_DATABASE (trust));
    } else {
      g_assert_null (trust);
      assert_names (error, MOEI_FEED_ERROR_WAY_AUTHORITIES, cases[i].place);
    }
    g_unlink (path);
  }
}

static void
test_paths (void)
{
  static const struct {
    const char    *path;
    MoeiFeedError  code;
  } cases[] = {
    { "ca.pem", MOEI_FEED_ERROR_WAY_PATH },
    { "../ca.pem", MOEI_FEED_ERROR_WAY_PATH },
    { "~/ca.pem", MOEI_FEED_ERROR_WAY_PATH },
    { "/nowhere/ca.pem", MOEI_FEED_ERROR_WAY_FILE },
    { "/usr", MOEI_FEED_ERROR_WAY_FILE },
    { "/dev/zero", MOEI_FEED_ERROR_WAY_FILE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) first = NULL, second = NULL, third = NULL;

    g_assert_null (moei_way_files_read_authorities (cases[i].path, &first));
    assert_names (first, cases[i].code, cases[i].path);
    g_assert_null (moei_way_files_read_certificate (cases[i].path, &second));
    assert_names (second, cases[i].code, cases[i].path);
    g_assert_null (moei_way_files_read_token (cases[i].path, &third));
    assert_names (third, cases[i].code, cases[i].path);
  }
}

/* What nobody writes into is not waited for. */
static void
test_pipe (void)
{
  g_autofree char *path = g_build_filename (folder, "pipe", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (moei_way_files_read_authorities (path, &error));
  assert_names (error, MOEI_FEED_ERROR_WAY_FILE, path);
  g_unlink (path);
}

static void
test_certificate (void)
{
  g_autofree char *whole = get_fixture ("client.pem");
  g_autofree char *keyless = get_fixture ("signed.pem");
  g_autofree char *key = get_fixture ("key.pem");
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = moei_way_files_read_certificate (whole, &error);

  g_assert_no_error (error);
  g_assert_true (G_IS_TLS_CERTIFICATE (certificate));
  g_assert_null (moei_way_files_read_certificate (keyless, &error));
  assert_names (error, MOEI_FEED_ERROR_WAY_CERTIFICATE, "/signed.pem");
  g_clear_error (&error);
  g_assert_null (moei_way_files_read_certificate (key, &error));
  assert_names (error, MOEI_FEED_ERROR_WAY_CERTIFICATE, "/key.pem");
}

static void
test_token (void)
{
  g_autofree char *long_token = g_strnfill (4096, 'a');
  g_autofree char *too_long = g_strnfill (4097, 'a');
  const struct {
    const char    *text;
    int            mode;
    MoeiFeedError  code; /* MOEI_N_FEED_ERRORS: nothing is wrong */
  } cases[] = {
    { TOKEN "\n", 0400, MOEI_N_FEED_ERRORS },
    { TOKEN, 0640, MOEI_N_FEED_ERRORS },
    { long_token, 0400, MOEI_N_FEED_ERRORS },
    { TOKEN, 0644, MOEI_FEED_ERROR_WAY_TOKEN_OPEN },
    { TOKEN, 0602, MOEI_FEED_ERROR_WAY_TOKEN_OPEN },
    { "", 0400, MOEI_FEED_ERROR_WAY_TOKEN },
    { "short", 0400, MOEI_FEED_ERROR_WAY_TOKEN },
    { "two words of it", 0400, MOEI_FEED_ERROR_WAY_TOKEN },
    { TOKEN "\r\nX-Other: 1", 0400, MOEI_FEED_ERROR_WAY_TOKEN },
    { too_long, 0400, MOEI_FEED_ERROR_WAY_TOKEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = put_file ("token", cases[i].text, cases[i].mode);
    g_autoptr (GError) error = NULL;
    g_autofree char *token = moei_way_files_read_token (path, &error);

    if (cases[i].code == MOEI_N_FEED_ERRORS) {
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (cases[i].text, token));
    } else {
      g_assert_null (token);
      assert_names (error, cases[i].code, path);
      /* Whatever is in the file, it is not told. */
      g_assert_null (strstr (error->message, "sit1"));
    }
    g_unlink (path);
  }
}

static void
test_proxy (void)
{
  static const char * const good[] = { "http://proxy.example.org:8080", "http://10.0.0.1:3128/", "socks5://[::1]:1080" };
  static const char * const bad[] = {
    "", "proxy.example.org:8080", "https://proxy.example.org", "ftp://proxy.example.org", "http://", "http://:8080",
    "http://proxy.example.org:80808", "file:///etc/passwd",
  };
  g_autoptr (GError) secret = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (moei_way_files_check_proxy (good[i], &error));
    g_assert_no_error (error);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", bad[i]);
    g_assert_false (moei_way_files_check_proxy (bad[i], &error));
    assert_names (error, MOEI_FEED_ERROR_WAY_PROXY, bad[i]);
  }

  g_assert_false (moei_way_files_check_proxy ("http://officer:hunter2@proxy.example.org:8080", &secret));
  assert_names (secret, MOEI_FEED_ERROR_WAY_PROXY, "proxy.example.org");
  sentence = moei_feed_error_to_sentence (secret);
  g_assert_null (strstr (sentence, "hunter2"));
}

int
main (int    argc,
      char **argv)
{
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("moei-way-files-XXXXXX", NULL);

  g_test_add_func ("/way-files/authorities", test_authorities);
  g_test_add_func ("/way-files/paths", test_paths);
  g_test_add_func ("/way-files/pipe", test_pipe);
  g_test_add_func ("/way-files/certificate", test_certificate);
  g_test_add_func ("/way-files/token", test_token);
  g_test_add_func ("/way-files/proxy", test_proxy);

  result = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return result;
}
