/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "feed/moei-feed-error.h"
#include "feed/moei-invitation.h"

#include "fixture/moei-test-service.h"

#ifdef __SANITIZE_ADDRESS__
/* See test-certificate.c. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}
#endif

#define PATH "/mail/embassy.moei"
#define GOOD "[Service]\naddress=https://moei.example.org/\n"

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiInvitation) all = NULL;
  g_autoptr (MoeiInvitation) least = NULL;

  all = moei_invitation_parse (PATH,
                               "# from the ministry\r\n\r\n[Other]\r\naddress=nothing\r\n[Service]\r\n"
                               " address = https://moei.example.org/x \r\nname=ปฏิบัติการ = แม่สอด\r\n"
                               "token=embassy-desk\r\nproxy=http://proxy.example.org:8080\r\n"
                               "authorities-file=ministry.pem\r\nlater=whatever\r\n", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (all->address, ==, "https://moei.example.org/x");
  g_assert_cmpstr (all->name, ==, "ปฏิบัติการ = แม่สอด");
  g_assert_cmpstr (all->token, ==, "embassy-desk");
  g_assert_cmpstr (all->proxy, ==, "http://proxy.example.org:8080");
  g_assert_cmpstr (all->authorities_file, ==, "/mail/ministry.pem");
  g_assert_null (all->authorities);

  least = moei_invitation_parse (PATH, GOOD, &error);
  g_assert_no_error (error);
  g_assert_null (least->name);
  g_assert_null (least->authorities_file);
}

static const struct {
  const char *text;
  const char *place;
} bad[] = {
  { "", "embassy.moei:1:" },
  { "[Service]\nname=x\n", "embassy.moei:3:" },
  { "[Service\naddress=https://moei.example.org/\n", "embassy.moei:1:" },
  { "[Service]\n\naddress\n", "embassy.moei:3:" },
  { "[Service]\n=https://moei.example.org/\n", "embassy.moei:2:" },
  { "[Service]\naddress=\n", "embassy.moei:2:" },
  { "[Service]\naddress=http://moei.example.org/\n", "embassy.moei:2:" },
  { "[Service]\naddress=https://name:secret@moei.example.org/\n", "embassy.moei:2:" },
  { "[Service]\naddress=file:///etc/passwd\n", "embassy.moei:2:" },
  { GOOD "address=https://moei.example.org/\n", "embassy.moei:3:" },
  { GOOD "proxy=proxy:8080\n", "embassy.moei:3:" },
  { GOOD "token=two words\n", "embassy.moei:3:" },
  { GOOD "authorities-file=../ministry.pem\n", "embassy.moei:3:" },
  { GOOD "authorities-file=folder/ministry.pem\n", "embassy.moei:3:" },
  { GOOD "name=\xff\n", "embassy.moei:3:" },
  { GOOD "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "embassy.moei:3:" },
  { GOOD "-----BEGIN CERTIFICATE-----\nAAAA\n", "embassy.moei:3:" },
};

static void
test_bad (void)
{
  g_autofree char *long_name = g_strnfill (1025, 'x');
  g_autofree char *too_long = g_strconcat (GOOD "name=", long_name, "\n", NULL);
  g_autoptr (GError) problem = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *sentence = NULL;

    g_test_message ("%s", bad[i].place);
    g_assert_null (moei_invitation_parse (PATH, bad[i].text, &error));
    g_assert_true (error->domain == MOEI_FEED_ERROR);
    sentence = moei_feed_error_to_sentence (error);
    if (strstr (sentence, bad[i].place) == NULL)
      g_error ("%u: %s", i, sentence);
    g_assert_null (strstr (sentence, "secret"));
  }
  g_assert_null (moei_invitation_parse (PATH, too_long, &problem));
  g_assert_error (problem, MOEI_FEED_ERROR, MOEI_FEED_ERROR_INVITATION);
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static MoeiInvitation *
open_file (const char  *folder,
           const char  *text,
           GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "mail.moei", NULL);
  g_autofree char *kept = g_build_filename (folder, "kept", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  moei_invitation_open_async (path, kept, NULL, result_cb, &result);
  moei_test_wait_for (result != NULL);
  return moei_invitation_open_finish (result, error);
}

/* Authorities in the file itself are kept where they stay when it is gone. */
static void
test_open (void)
{
  g_autofree char *folder = g_dir_make_tmp ("moei-invitation-XXXXXX", NULL);
  g_autofree char *authority = g_test_build_filename (G_TEST_DIST, "feed", "fixture", "certificates", "authority.pem", NULL);
  g_autofree char *pem = NULL, *text = NULL, *kept = NULL, *large = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiInvitation) invitation = NULL;

  g_assert_true (g_file_get_contents (authority, &pem, NULL, NULL));
  text = g_strconcat ("[Service]\n", pem, "address=https://moei.example.org/\n", NULL);
  invitation = open_file (folder, text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (invitation->address, ==, "https://moei.example.org/");
  g_assert_true (g_path_is_absolute (invitation->authorities_file));
  g_assert_true (g_file_get_contents (invitation->authorities_file, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, pem);

  large = g_strnfill (MOEI_INVITATION_MAX_SIZE, '#');
  g_assert_null (open_file (folder, large, &error));
  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_INVITATION);
  g_clear_error (&error);
  g_free (large);
  large = g_strnfill (MOEI_INVITATION_MAX_SIZE + 1, '#');
  g_assert_null (open_file (folder, large, &error));
  g_assert_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_WAY_FILE);
  g_assert_true (moei_test_remove_tree (folder));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invitation/good", test_good);
  g_test_add_func ("/invitation/bad", test_bad);
  g_test_add_func ("/invitation/open", test_open);

  return g_test_run ();
}
