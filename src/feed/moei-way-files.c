/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "feed/moei-feed-error.h"
#include "feed/moei-trust.h"
#include "feed/moei-way-files.h"

/* What of the way out lies in files: whom to trust, who we are, what lets us
 * in.  All of it reads files and waits for them: not for the main thread. */

#define MAX_PEM   (4 * 1024 * 1024)
#define MAX_TOKEN 4096
#define MIN_TOKEN 8

#define PEM_BEGIN "-----BEGIN CERTIFICATE-----"
#define PEM_END   "-----END CERTIFICATE-----"

static GError *
file_error (const char *path,
            int         code)
{
  g_autofree char *subject = g_strdup_printf ("%s: %s", path, g_strerror (code));

  return moei_feed_error_new (MOEI_FEED_ERROR_WAY_FILE, subject, "%s", subject);
}

/* GIO would take a relative path for an empty file, and warn. */
static gboolean
check_path (const char  *path,
            GError     **error)
{
  if (g_path_is_absolute (path))
    return TRUE;

  g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_WAY_PATH, path, "%s: not an absolute path", path));
  return FALSE;
}

static char *
read_all (int          fd,
          const char  *path,
          gsize        most,
          GError     **error)
{
  g_autofree char *text = g_malloc (most + 1);
  gsize size = 0;

  while (size <= most) {
    gssize n = read (fd, text + size, most + 1 - size);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      g_propagate_error (error, file_error (path, errno));
      return NULL;
    }
    if (n == 0)
      break;
    size += (gsize) n;
  }
  if (size > most) {
    g_propagate_error (error, file_error (path, EFBIG));
    return NULL;
  }
  text[size] = '\0';
  return g_steal_pointer (&text);
}

/* A pipe that nobody writes into would be waited for without end. */
static char *
read_file (const char   *path,
           gsize         most,
           struct stat  *info,
           GError      **error)
{
  int fd, code;
  char *text;

  if (!check_path (path, error))
    return NULL;

  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  code = fd < 0 ? errno : 0;
  if (fd >= 0 && fstat (fd, info) != 0)
    code = errno;
  else if (fd >= 0 && !S_ISREG (info->st_mode))
    code = S_ISDIR (info->st_mode) ? EISDIR : EINVAL;
  if (code != 0) {
    if (fd >= 0)
      g_close (fd, NULL);
    g_propagate_error (error, file_error (path, code));
    return NULL;
  }

  text = read_all (fd, path, most, error);
  g_close (fd, NULL);
  return text;
}

/**
 * moei_way_files_read_text:
 * @path: the whole path of a file
 * @most: how many bytes it may have
 * @error: return location
 *
 * Returns: (transfer full): what is in it, up to a NUL; `NULL` with
 *   `MOEI_FEED_ERROR_WAY_PATH` or `MOEI_FEED_ERROR_WAY_FILE`
 */
char *
moei_way_files_read_text (const char  *path,
                          gsize        most,
                          GError     **error)
{
  struct stat info;

  return read_file (path, most, &info, error);
}

static GError *
place_error (MoeiFeedError  code,
             const char    *path,
             const char    *text,
             const char    *place)
{
  g_autofree char *subject = NULL;
  guint line = 1;

  for (const char *c = text; c < place; c++) {
    if (*c == '\n')
      line++;
  }
  subject = g_strdup_printf ("%s:%u", path, line);
  return moei_feed_error_new (code, subject, "%s: not a certificate in PEM form", subject);
}

/**
 * moei_way_files_check_pem:
 * @path: the name of a file
 * @text: what is in it
 * @error: return location
 *
 * Every certificate of the file must be one; GIO passes over those that are not.
 *
 * Returns: whether there is at least one; else `MOEI_FEED_ERROR_WAY_AUTHORITIES`,
 *   whose subject is "path:line"
 */
gboolean
moei_way_files_check_pem (const char  *path,
                          const char  *text,
                          GError     **error)
{
  const char *at = text;
  guint n = 0;

  while ((at = strstr (at, PEM_BEGIN)) != NULL) {
    const char *end = strstr (at, PEM_END);
    g_autofree char *block = end != NULL ? g_strndup (at, (gsize) (end - at) + strlen (PEM_END)) : NULL;
    g_autoptr (GTlsCertificate) certificate = NULL;

    if (block != NULL)
      certificate = g_tls_certificate_new_from_pem (block, -1, NULL);
    if (certificate == NULL) {
      g_propagate_error (error, place_error (MOEI_FEED_ERROR_WAY_AUTHORITIES, path, text, at));
      return FALSE;
    }
    at = end;
    n++;
  }
  if (n == 0)
    g_propagate_error (error, place_error (MOEI_FEED_ERROR_WAY_AUTHORITIES, path, text, text));
  return n > 0;
}

/**
 * moei_way_files_read_authorities:
 * @path: the whole path of a file of certificates in PEM form
 * @error: return location
 *
 * Returns: (transfer full): whom this computer trusts, and those of the file
 */
GTlsDatabase *
moei_way_files_read_authorities (const char  *path,
                                 GError     **error)
{
  g_autoptr (GTlsDatabase) system = g_tls_backend_get_default_database (g_tls_backend_get_default ());
  g_autoptr (GTlsDatabase) added = NULL;
  g_autoptr (GError) problem = NULL;
  struct stat info;
  g_autofree char *text = read_file (path, MAX_PEM, &info, error);

  if (text == NULL || !moei_way_files_check_pem (path, text, error))
    return NULL;

  added = g_tls_file_database_new (path, &problem);
  if (added == NULL) {
    g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_WAY_AUTHORITIES, path, "%s: %s",
                                                   path, problem->message));
    return NULL;
  }
  return moei_trust_new (system, added);
}

/**
 * moei_way_files_read_certificate:
 * @path: the whole path of a file with a certificate and its private key, in PEM form
 * @error: return location
 *
 * Returns: (transfer full): the certificate, with its key
 */
GTlsCertificate *
moei_way_files_read_certificate (const char  *path,
                                 GError     **error)
{
  GTlsCertificate *certificate;
  g_autoptr (GError) problem = NULL;
  struct stat info;
  g_autofree char *text = read_file (path, MAX_PEM, &info, error);

  if (text == NULL)
    return NULL;

  certificate = strstr (text, "PRIVATE KEY-----") != NULL ? g_tls_certificate_new_from_pem (text, -1, &problem) : NULL;
  memset (text, 0, strlen (text));
  if (certificate == NULL)
    g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_WAY_CERTIFICATE, path, "%s: %s", path,
                                                   problem != NULL ? problem->message : "no private key"));
  return certificate;
}

/**
 * moei_way_files_is_token:
 * @text: what somebody gave as an access token
 *
 * Returns: whether it can be one: one word of the characters that a header may
 *   have (RFC 6750)
 */
gboolean
moei_way_files_is_token (const char *text)
{
  gsize length = strlen (text);

  if (length < MIN_TOKEN || length > MAX_TOKEN)
    return FALSE;
  for (const char *c = text; *c != '\0'; c++) {
    if (!g_ascii_isalnum (*c) && strchr ("-._~+/=", *c) == NULL)
      return FALSE;
  }
  return TRUE;
}

/**
 * moei_way_files_read_token:
 * @path: the whole path of a file that holds an access token
 * @error: return location; what it says never holds anything of the file
 *
 * The file must not be readable by everybody.
 *
 * Returns: (transfer full): the token
 */
char *
moei_way_files_read_token (const char  *path,
                           GError     **error)
{
  struct stat info;
  g_autofree char *text = read_file (path, MAX_TOKEN + 2, &info, error);

  if (text == NULL)
    return NULL;
  if ((info.st_mode & S_IRWXO) != 0) {
    g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_WAY_TOKEN_OPEN, path, "%s: mode %04o",
                                                   path, (guint) info.st_mode & 07777));
    return NULL;
  }

  g_strstrip (text);
  if (!moei_way_files_is_token (text)) {
    g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_WAY_TOKEN, path, "%s: not a token", path));
    return NULL;
  }
  return g_steal_pointer (&text);
}

/**
 * moei_way_files_check_proxy:
 * @text: what somebody gave as the proxy's address
 * @error: return location
 *
 * A login has no place in it: addresses are shown and kept openly.
 *
 * Returns: whether it can be one
 */
gboolean
moei_way_files_check_proxy (const char  *text,
                            GError     **error)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  static const char * const schemes[] = { "http", "socks", "socks4", "socks4a", "socks5", NULL };

  if (uri != NULL && g_strv_contains (schemes, g_uri_get_scheme (uri)) &&
      g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' && g_uri_get_userinfo (uri) == NULL)
    return TRUE;

  g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_WAY_PROXY,
                                                 uri != NULL && g_uri_get_userinfo (uri) != NULL
                                                   ? g_uri_get_host (uri) : text,
                                                 "not a proxy's address"));
  return FALSE;
}
