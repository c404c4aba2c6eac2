/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <string.h>

#include <glib/gstdio.h>

#include "feed/moei-address.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-invitation.h"
#include "feed/moei-way-files.h"

/* A small file that a ministry mails, NAME.moei:
 *
 *   [Service]
 *   address=https://moei.example.org/
 *   name=Repatriation, Mae Sot
 *   token=embassy-desk
 *   proxy=http://proxy.example.org:8080
 *   authorities-file=ministry.pem
 *
 * Only the address is needed.  Certificates of authorities may stand in the
 * file itself, in PEM form, anywhere below.  What is not known is passed over,
 * so that a later version may say more. */

#define GROUP     "[Service]"
#define PEM_BEGIN "-----BEGIN "
#define PEM_END   "-----END "
#define MAX_VALUE 1024

/* Reading goes line by line. */
typedef struct {
  const char     *path;
  guint           line;
  gboolean        ours;   /* in our group */
  gboolean        in_pem;
  GString        *pem;
  MoeiInvitation *invitation;
} Reading;

/**
 * moei_invitation_free:
 * @self: (transfer full): an invitation
 */
void
moei_invitation_free (MoeiInvitation *self)
{
  g_free (self->address);
  g_free (self->name);
  g_free (self->proxy);
  g_free (self->token);
  g_free (self->authorities_file);
  g_free (self->authorities);
  g_free (self);
}

static gboolean
complain (Reading     *reading,
          const char  *why,
          GError     **error)
{
  g_autofree char *base = g_path_get_basename (reading->path);
  g_autofree char *place = g_strdup_printf ("%s:%u", base, reading->line);

  g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_INVITATION, place, "%s: %s", place, why));
  return FALSE;
}

static gboolean
is_name (const char *value)
{
  gsize length = strspn (value, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");

  return value[length] == '\0' && length >= 1 && length <= 64;
}

/* A file beside this one, or anywhere. */
static char *
find_file (Reading    *reading,
           const char *value)
{
  g_autofree char *folder = g_path_get_dirname (reading->path);

  if (g_path_is_absolute (value))
    return g_strdup (value);
  if (strchr (value, '/') != NULL)
    return NULL;
  return g_build_filename (folder, value, NULL);
}

static const char *
set_value (Reading    *reading,
           const char *key,
           const char *value)
{
  MoeiInvitation *self = reading->invitation;
  g_autoptr (GUri) uri = NULL;
  char **place;

  if (g_str_equal (key, "address"))
    place = &self->address;
  else if (g_str_equal (key, "name"))
    place = &self->name;
  else if (g_str_equal (key, "proxy"))
    place = &self->proxy;
  else if (g_str_equal (key, "token"))
    place = &self->token;
  else if (g_str_equal (key, "authorities-file"))
    place = &self->authorities_file;
  else
    return NULL;

  if (*place != NULL)
    return "said twice";
  if (*value == '\0' || strlen (value) > MAX_VALUE)
    return "nothing, or too much";
  if (place == &self->address && (uri = moei_address_parse (value, NULL)) == NULL)
    return "not a service's address";
  if (place == &self->proxy && !moei_way_files_check_proxy (value, NULL))
    return "not a proxy's address";
  if (place == &self->token && !is_name (value))
    return "not the name of a token";

  *place = place == &self->authorities_file ? find_file (reading, value) : g_strdup (value);
  return *place != NULL ? NULL : "not a file beside this one";
}

static gboolean
take_pair (Reading  *reading,
           char     *line,
           GError  **error)
{
  char *equals = strchr (line, '=');
  const char *wrong;

  if (equals == NULL || equals == line)
    return complain (reading, "not key=value", error);
  if (!reading->ours)
    return TRUE;

  *equals = '\0';
  wrong = set_value (reading, g_strchomp (line), g_strstrip (equals + 1));
  return wrong == NULL || complain (reading, wrong, error);
}

static gboolean
take_line (Reading  *reading,
           char     *line,
           GError  **error)
{
  if (reading->in_pem || g_str_has_prefix (line, PEM_BEGIN)) {
    g_string_append (reading->pem, line);
    g_string_append_c (reading->pem, '\n');
    reading->in_pem = !g_str_has_prefix (line, PEM_END);
    return TRUE;
  }

  g_strstrip (line);
  if (*line == '\0' || *line == '#')
    return TRUE;
  if (*line != '[')
    return take_pair (reading, line, error);
  if (line[strlen (line) - 1] != ']')
    return complain (reading, "not a group", error);
  reading->ours = g_str_equal (line, GROUP);
  return TRUE;
}

static gboolean
take_text (Reading     *reading,
           const char  *text,
           GError     **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const char *bad;

  if (!g_utf8_validate (text, -1, &bad)) {
    for (const char *c = text; c < bad; c++) {
      if (*c == '\n')
        reading->line++;
    }
    return complain (reading, "not UTF-8", error);
  }

  for (guint i = 0; lines[i] != NULL; i++) {
    reading->line = i + 1;
    if (!take_line (reading, lines[i], error))
      return FALSE;
  }
  if (reading->invitation->address == NULL)
    return complain (reading, "no address", error);
  if (reading->pem->len > 0 && !moei_way_files_check_pem (reading->path, text, error))
    return FALSE;
  if (reading->pem->len > 0)
    reading->invitation->authorities = g_strdup (reading->pem->str);
  return TRUE;
}

/**
 * moei_invitation_parse:
 * @path: the file's path
 * @text: what is in it
 * @error: return location
 *
 * Returns: (transfer full): what it says; `NULL` with `MOEI_FEED_ERROR_INVITATION`
 *   or `MOEI_FEED_ERROR_WAY_AUTHORITIES`, whose subject is "file:line"
 */
MoeiInvitation *
moei_invitation_parse (const char  *path,
                       const char  *text,
                       GError     **error)
{
  g_autoptr (MoeiInvitation) self = g_new0 (MoeiInvitation, 1);
  g_autoptr (GString) pem = g_string_new (NULL);
  Reading reading = { .path = path, .line = 1, .pem = pem, .invitation = self };

  return take_text (&reading, text, error) ? g_steal_pointer (&self) : NULL;
}

/* The name is the content's: another file of the same service does not
 * change whom an earlier one made us trust. */
static gboolean
keep_authorities (MoeiInvitation  *self,
                  const char      *folder,
                  GError         **error)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->authorities, -1);
  g_autofree char *name = g_strdup_printf ("authorities-%.16s.pem", sum);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) problem = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents_full (path, self->authorities, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &problem)) {
    g_autofree char *subject = g_strdup_printf ("%s: %s", path, problem != NULL ? problem->message : g_strerror (errno));

    g_propagate_error (error, moei_feed_error_new (MOEI_FEED_ERROR_WAY_FILE, subject, "%s", subject));
    return FALSE;
  }
  g_free (self->authorities_file);
  self->authorities_file = g_steal_pointer (&path);
  return TRUE;
}

typedef struct {
  char *path;
  char *folder;
} Opening;

static void
opening_free (Opening *self)
{
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Opening *opening = data;
  g_autofree char *text = NULL;
  g_autoptr (MoeiInvitation) self = NULL;
  GError *error = NULL;

  text = moei_way_files_read_text (opening->path, MOEI_INVITATION_MAX_SIZE, &error);
  if (text != NULL)
    self = moei_invitation_parse (opening->path, text, &error);
  if (self != NULL && self->authorities != NULL && !keep_authorities (self, opening->folder, &error))
    g_clear_pointer (&self, moei_invitation_free);

  if (self != NULL)
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) moei_invitation_free);
  else
    g_task_return_error (task, error);
}

/**
 * moei_invitation_open_async:
 * @path: the whole path of a file
 * @folder: where to keep the authorities that it holds itself
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads a file that says which service to follow.
 */
void
moei_invitation_open_async (const char          *path,
                            const char          *folder,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_task_set_source_tag (task, moei_invitation_open_async);
  opening->path = g_strdup (path);
  opening->folder = g_strdup (folder);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * moei_invitation_open_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): what the file says, its authorities kept; `NULL`
 *   with an error of the feed, or `G_IO_ERROR_CANCELLED`
 */
MoeiInvitation *
moei_invitation_open_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, moei_invitation_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
