/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <libsecret/secret.h>

#include "door/moei-keyring.h"

/* Secrets are the session's keyring's to keep; in a sandbox libsecret asks the
 * portal for a key and keeps them itself.  What can be read of an entry without
 * unlocking it is the service's address, and whether it is a token or a
 * proxy's login. */

static const SecretSchema schema = {
  MOEI_APP_ID,
  SECRET_SCHEMA_NONE,
  {
    { "service", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "what", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
  0, 0, 0, 0, 0, 0, 0, 0,
};

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
cleared_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * moei_keyring_store_async:
 * @service: a service's address
 * @what: "token" or "proxy-login"
 * @secret: what to keep; "" forgets it
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps a secret, in place of the former.
 */
void
moei_keyring_store_async (const char          *service,
                          const char          *what,
                          const char          *secret,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *label = NULL;

  g_task_set_source_tag (task, moei_keyring_store_async);
  if (*secret == '\0') {
    secret_password_clear (&schema, cancellable, cleared_cb, task, "service", service, "what", what, NULL);
    return;
  }
  label = g_strdup_printf ("Moei: %s", service);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, secret, cancellable, stored_cb, task,
                         "service", service, "what", what, NULL);
}

/**
 * moei_keyring_store_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether it is kept; not, where there is no keyring
 */
gboolean
moei_keyring_store_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *found = secret_password_lookup_finish (result, &error);
  char *copy = g_strdup (found);

  if (found != NULL)
    secret_password_free (found);
  if (error == NULL)
    g_task_return_pointer (task, copy, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * moei_keyring_lookup_async:
 * @service: a service's address
 * @what: "token" or "proxy-login"
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Asks for a secret; the person may be asked to unlock the keyring.
 */
void
moei_keyring_lookup_async (const char          *service,
                           const char          *what,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, moei_keyring_lookup_async);
  secret_password_lookup (&schema, cancellable, found_cb, task, "service", service, "what", what, NULL);
}

/**
 * moei_keyring_lookup_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the secret; `NULL` without an error if
 *   none is kept
 */
char *
moei_keyring_lookup_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
